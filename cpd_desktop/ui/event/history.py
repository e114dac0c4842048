"""What was done with an event, by whom and when, in words."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.event.changed import change_words
from cpd_desktop.ui.event.deeds import deed_words
from cpd_desktop.ui.event.items import Item, ItemView
from cpd_desktop.ui.event.section import Section

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.journal import Entry
    from cpd_desktop.ui.desk import Desk

SHOWN_AT_MOST = 200


class HistorySection(Section):
    """Lists the entries of the audit trail about this event, the newest first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.view = ItemView(self.tr("History"), desk.theme)
        self.column.addWidget(self.view, 1)

    def show_event(self, event: Event) -> None:
        """Read the entries, if anybody is looking."""
        super().show_event(event)
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the entries when somebody looks."""
        super().showEvent(event)
        self._read()

    def _read(self) -> None:
        if self.kept is not None:
            history, key = self.desk.services.history, self.kept.id
            self.desk.operations.look_up(
                lambda _work: history.entries(about=("event", key), limit=SHOWN_AT_MOST),
                partial(self._show, key),
            )

    def _show(self, key: int, entries: list[Entry]) -> None:
        if self.kept is not None and self.kept.id == key:
            self.view.show_items([self._item(self.kept, each) for each in entries])

    def _item(self, event: Event, entry: Entry) -> Item:
        at = datetime.fromisoformat(entry.at)
        when = day_and_time(at, self.desk.local_zone)
        late = self.tr("after the event") if at > event.ends else ""
        title = " · ".join(filter(None, (deed_words(entry.deed), when, entry.who, late)))
        return Item(title, "\n".join(change_words(entry, event.zone)))
