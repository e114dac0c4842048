"""A short table of events that are due for deletion: which, since when, by whose rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from cpd_desktop.ui.event.retention_words import day_words
from cpd_desktop.ui.short_table import ShortTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.services.retention import DueEvent


class DueTable(ShortTable):
    """One row per event, the one that ended first chosen at first."""

    rows_shown = 8

    selected = Signal()

    def __init__(self) -> None:
        super().__init__(4, stretched=0)
        self._events: list[DueEvent] = []
        self.setAccessibleName(self.tr("Events due for deletion"))
        self.setHorizontalHeaderLabels(
            [self.tr("Event"), self.tr("Ended"), self.tr("Kept until"), self.tr("Rule")]
        )
        self.itemSelectionChanged.connect(self.selected)

    def show_events(self, events: Sequence[DueEvent]) -> None:
        """Show these; the chosen one stays chosen if it is still there."""
        before = self.chosen()
        self._events = list(events)
        self._show_texts([self._texts(each) for each in events])
        ids = [each.id for each in events]
        if events:
            self.selectRow(ids.index(before.id) if before and before.id in ids else 0)

    def chosen(self) -> DueEvent | None:
        """Return the event of the chosen row."""
        row = self._selected_row()
        return None if row is None or row >= len(self._events) else self._events[row]

    def _texts(self, due: DueEvent) -> tuple[str, ...]:
        asks = due.retention.asks
        rule = asks.name if asks else self.tr("usual")
        return due.title, day_words(due.ended), day_words(due.retention.until), rule
