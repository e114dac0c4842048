"""A list of billing: its table, how many lines it has, and what is done with those selected."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.lists import ALL, Wanted
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import RowTable
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.ui.billing.deeds import BillingDeeds
    from cpd_desktop.ui.desk import Desk

# A count by tr() would be looked up under the name of each kind of list, and not be found.
FEWEST_LINES = 10
LINES = Sentence("billing", "%n line(s)")


class Section(QWidget):
    """One list; each kind fills it in its own way. ``counted`` tells how many lines there are."""

    counted = Signal(int)

    def __init__(
        self,
        desk: Desk,
        deeds: BillingDeeds,
        source: Any,
        name: str,
        empty: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.deeds = deeds
        self.wanted: Wanted = ALL
        self._source = source
        self.table = RowTable(source, self, filled=False)
        self.table.setAccessibleName(name)
        self.table.set_empty_text(empty)
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * FEWEST_LINES)
        self.found = label("", "muted")
        self.found.setWordWrap(False)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(GRID)
        self._layout.addWidget(self.table, 1)
        self._layout.addWidget(self.found)
        self.table.failed.connect(desk.operations.failed)
        self.table.selection_changed.connect(self.show_buttons)

    def add_buttons(self, *widgets: QWidget) -> None:
        """Put buttons below the table, named for screen readers by their text."""
        for each in widgets:
            if isinstance(each, QPushButton):
                each.setAccessibleName(each.text().replace("…", ""))
        self._layout.addLayout(FlowRow(*widgets))
        self.show_buttons()

    def add_above(self, *widgets: QWidget) -> None:
        """Put what belongs to this list only above it."""
        self._layout.insertLayout(0, FlowRow(*widgets))

    def narrow(self, search: str, wanted: Wanted) -> None:
        """List only what fits."""
        self.table.rows.search = search
        self.wanted = wanted
        self.refresh()

    def refresh(self) -> None:
        """Read the list again, beside the window's thread: of 100,000 lines it takes a while."""
        source, asked = self._source, self.table.rows.asked
        source.wanted = self.wanted
        self.desk.operations.look_up(
            lambda _work: source.ids(*asked), partial(self._show_found, asked)
        )

    def show_lines(self, found: Sequence[int] | None = None) -> None:
        """Show what was found, or what the source has now."""
        self.table.reload(found)
        count = self.table.rows.rowCount()
        self.found.setText(in_words(LINES.filled(n=count)))
        self.counted.emit(count)
        self.show_buttons()

    def show_buttons(self) -> None:
        """Offer what can be done with what is selected."""

    def _show_found(self, asked: object, found: Sequence[int]) -> None:
        if asked == self.table.rows.asked:  # else what is asked for now is shown or on its way
            self.show_lines(found)

    @property
    def chosen(self) -> list[int]:
        """Return the ids that are selected."""
        return self.table.selected_ids()
