"""The people of the stage: views with their counts, a search, and the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from cpd_desktop.ui.certificates.stage_content import State
from cpd_desktop.ui.certificates.stage_rows import StageRows
from cpd_desktop.ui.certificates.stage_table import StageTable
from cpd_desktop.ui.certificates.stage_words import number_words, view_words
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.register.view_button import say, view_button
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.ui.certificates.stage_content import Line, StageContent

VIEWS: tuple[State | None, ...] = (
    *(None, State.READY, State.HELD, State.ISSUED, State.CHANGED, State.REFUSED),
)
THESE = len(VIEWS)


class StagePeople(QWidget):
    """Lists everybody with how they stand; ``selection_changed`` tells of another selection.

    The search has its place beside the list, where there is room for it.
    """

    selection_changed = Signal()
    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = StageRows()
        self.table = StageTable(self.rows)
        self.table.setAccessibleName(self.tr("People and their certificates"))
        self.search = SearchField(self.tr("Search names and numbers"))
        self.views = QButtonGroup(self)
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * 20)
        row = FlowRow()
        for number in range(THESE + 1):
            made = view_button()
            self.views.addButton(made, number)
            row.addWidget(made)
        self.views.button(0).setChecked(True)
        self.views.button(THESE).hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(row)
        layout.addWidget(self.table, 1)

        self.views.idClicked.connect(self.open_view)
        self.search.searched.connect(self.table.search)
        self.table.selection_changed.connect(self.selection_changed)
        self.table.chosen.connect(self.chosen)

    def show_content(self, content: StageContent) -> None:
        """Show people; those of another event from their beginning."""
        before, self.rows.content = self.rows.content, content
        if before is None or before.event.id != content.event.id:
            self.rows.view, self.rows.only = None, None
            self.views.button(0).setChecked(True)
            self.search.clear()
            self.table.rows.search = ""
            self.table.clearSelection()
        if self.rows.view is not None and not content.counts[self.rows.view]:
            self.rows.view = None  # all of them were seen to
            self.views.button(0).setChecked(True)
        for number, view in enumerate(VIEWS):
            count = len(content.lines) if view is None else content.counts[view]
            made = self.views.button(number)
            say(made, f"{view_words(view)} {number_words(count)}")
            made.setVisible(bool(count) or view is None or made.isChecked())
        self.table.set_empty_text(self.tr("Nobody fits."))
        self.table.reload()

    def open_view(self, number: int) -> None:
        """Show those who stand in one way, or everybody."""
        if number != THESE:
            self.rows.view, self.rows.only = VIEWS[number], None
            self.views.button(THESE).hide()
            self.table.reload()
            self.table.scrollToTop()
        self.views.button(number).setChecked(True)

    def open_state(self, state: State) -> None:
        """Show those who stand so."""
        self.open_view(VIEWS.index(state))

    def show_only(self, registrations: Iterable[int]) -> None:
        """Show those whom a check is about."""
        self.rows.only = frozenset(registrations)
        made = self.views.button(THESE)
        say(made, self.tr("From the check {count}").format(count=len(self.rows.only)))
        made.show()
        made.setChecked(True)
        self.search.clear()
        self.table.rows.search = ""
        self.table.reload()
        self.table.scrollToTop()

    def select(self, registration: int) -> None:
        """Select somebody, if need be among everybody."""
        if not self.table.select_id(registration):
            self.search.clear()
            self.table.rows.search = ""
            self.open_view(0)
            self.table.select_id(registration)

    def selected(self) -> list[Line]:
        """Return who is selected, in the order shown."""
        lines = (self.rows.line(number) for number in self.table.selected_ids())
        return [each for each in lines if each is not None]

    def step(self, by: int) -> None:
        """Select the next one in the list, or the one before."""
        ids = self.table.rows.ids
        current = self.table.current_id()
        place = self.table.rows.row_of(current) if current is not None else None
        wanted = 0 if place is None else min(max(place + by, 0), len(ids) - 1)
        if ids:
            self.table.select_id(ids[wanted])
