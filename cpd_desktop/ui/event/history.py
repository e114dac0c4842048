"""What was done with an event, by whom and when, in words; and how long that is kept."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.event.changed import change_words
from cpd_desktop.ui.event.deeds import deed_words
from cpd_desktop.ui.event.hold_dialog import HoldDialog
from cpd_desktop.ui.event.items import Item, ItemView
from cpd_desktop.ui.event.retention_words import retention_words
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.journal import Entry
    from cpd_desktop.domain.retention import Retention
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

SHOWN_AT_MOST = 200


class _Past(NamedTuple):
    entries: list[Entry]
    kept: Retention


class HistorySection(Section):
    """Lists the entries of the audit trail about this event, the newest first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._retention: Retention | None = None
        self.keeping = label("", "muted")
        self.hold_button = button(self.tr("Keep longer…"), "quiet")
        self.lift_button = button(self.tr("Lift the hold"), "quiet")
        self.view = ItemView(self.tr("History"), desk.theme)
        for each in (self.hold_button, self.lift_button):
            each.setAccessibleName(each.text())
            each.hide()
        self.column.addWidget(self.keeping)
        self.column.addLayout(FlowRow(self.hold_button, self.lift_button))
        self.column.addWidget(self.view, 1)

        self.hold_button.clicked.connect(self._ask_to_hold)
        self.lift_button.clicked.connect(self._lift)

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
        if self.kept is None:
            return
        services, key = self.desk.services, self.kept.id

        def look(_work: Work) -> _Past:
            entries = services.history.entries(about=("event", key), limit=SHOWN_AT_MOST)
            return _Past(entries, services.keeping.of(key))

        self.desk.operations.look_up(look, partial(self._show, key))

    def _show(self, key: int, past: _Past) -> None:
        if self.kept is not None and self.kept.id == key:
            self.view.show_items([self._item(self.kept, each) for each in past.entries])
            self._retention = past.kept
            self.keeping.setText(retention_words(past.kept))
            self.hold_button.show()
            self.lift_button.setVisible(past.kept.hold is not None)

    def _item(self, event: Event, entry: Entry) -> Item:
        at = datetime.fromisoformat(entry.at)
        when = day_and_time(at, self.desk.local_zone)
        late = self.tr("after the event") if at > event.ends else ""
        title = " · ".join(filter(None, (deed_words(entry.deed), when, entry.who, late)))
        return Item(title, "\n".join(change_words(entry, event.zone)))

    def _ask_to_hold(self) -> None:
        if self.kept is not None and self._retention is not None:
            dialog = HoldDialog(self, self.kept.title, self._retention)
            dialog.offered.connect(partial(self._hold, self.kept.id))
            dialog.open()

    def _hold(self, key: int, why: str, until: date | None) -> None:
        keeping = self.desk.services.keeping
        self.desk.operations.carry_out(
            lambda _work: keeping.hold(key, why, until),
            origin=self,
            text=self.tr("Event kept longer"),
            then=self._kept,
        )

    def _lift(self) -> None:
        if self.kept is not None:
            keeping, key = self.desk.services.keeping, self.kept.id
            self.desk.operations.carry_out(
                lambda _work: keeping.lift(key),
                origin=self,
                text=self.tr("Hold lifted"),
                then=self._kept,
            )

    def _kept(self, _changes: Changes) -> None:
        self._read()
