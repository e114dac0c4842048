"""What all lists of billing are narrowed down by: words, event, currency, time, person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from cpd_desktop.services.billing.lists import Wanted
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from cpd_desktop.services.billing.lists import Choices

FEWEST_LETTERS, LETTERS_SEARCHED = 12, 30
A_MONTH, A_YEAR = 30, 365


class BillingFilters(QWidget):
    """Says what is to be listed; ``changed`` comes with every choice."""

    changed = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._person: int | None = None
        self.search = SearchField(self.tr("Name, order or note"))
        self.search.setAccessibleName(self.tr("Search money"))
        self.search.setMinimumWidth(self.fontMetrics().averageCharWidth() * LETTERS_SEARCHED)
        self.of_event = _box(self.tr("Event"))
        self.currency = _box(self.tr("Currency"))
        self.since = _box(self.tr("When"))
        for text, days in (
            (self.tr("Any time"), None),
            (self.tr("Last 30 days"), A_MONTH),
            (self.tr("Last 365 days"), A_YEAR),
        ):
            self.since.addItem(text, days)
        self.only = button("", "quiet")
        self.only.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(FlowRow(self.search, self.of_event, self.currency, self.since, self.only))
        self.show_choices(None)

        self.search.searched.connect(self._tell)
        for each in (self.of_event, self.currency, self.since):
            each.activated.connect(self._tell)
        self.only.clicked.connect(self._everybody)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        days = None if self.since.isHidden() else self.since.currentData()
        since = self._now() - timedelta(days=days) if days else None
        event = None if self.of_event.isHidden() else self.of_event.currentData()
        return Wanted(event, self._person, self.currency.currentData() or "", since)

    def offer(self, *, event: bool, since: bool) -> None:
        """Show only the choices that the list goes by."""
        self.of_event.setVisible(event)
        self.since.setVisible(since)

    def show_choices(self, found: Choices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        events = [(title, key) for key, title in found.events] if found else []
        _fill(self.of_event, [(self.tr("All events"), None), *events])
        known = [(each, each) for each in found.currencies] if found else []
        _fill(self.currency, [(self.tr("All currencies"), None), *known])
        self.currency.setVisible(len(known) > 1)

    def show_person(self, person: int, name: str) -> None:
        """List what concerns one person only."""
        self._person = person
        self.only.setText(self.tr("Only {name}  ✕").format(name=name))
        spoken = self.tr("Money of everybody, not only of {name}").format(name=name)
        self.only.setAccessibleName(spoken)
        self.only.show()
        self.changed.emit()

    def show_event(self, event: int) -> None:
        """List what concerns one event only."""
        self.of_event.setCurrentIndex(max(0, self.of_event.findData(event)))
        self.changed.emit()

    def _everybody(self) -> None:
        self._person = None
        self.only.hide()
        self.changed.emit()

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _box(name: str) -> QComboBox:
    made = QComboBox()
    made.setAccessibleName(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(FEWEST_LETTERS)
    return made


def _fill(box: QComboBox, lines: Sequence[tuple[str, object]]) -> None:
    kept = box.currentData()
    box.clear()
    for text, key in lines:
        box.addItem(text, key)
    box.setCurrentIndex(max(0, box.findData(kept)))
