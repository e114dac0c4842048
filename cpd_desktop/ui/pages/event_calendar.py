"""The sessions of all events on a calendar, at the time of this computer."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.zones import zone_called
from cpd_desktop.ui.calendar_view import CalendarItem, CalendarView
from cpd_desktop.ui.states import status_tone, status_words
from cpd_desktop.ui.widgets import GRID, card

if TYPE_CHECKING:
    from cpd_desktop.services.agenda import AgendaItem
    from cpd_desktop.ui.desk import Desk


class EventCalendar(QWidget):
    """Reads the sessions of the days that are shown; only what is seen is asked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._zone = zone_called(desk.local_zone)
        self.view = CalendarView(desk.theme, self._today())
        frame = card()
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(GRID, GRID, GRID, GRID)
        inside.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(frame)

        self.view.range_changed.connect(self.refresh)

    def refresh(self, *_: object) -> None:
        """Read the sessions of the days that are shown."""
        days = self.view.shown_range()
        first, last = (
            datetime.combine(day, time(), self._zone)
            for day in (days[0], days[1] + timedelta(days=1))
        )
        agenda = self._desk.services.agenda
        self._desk.operations.look_up(
            lambda _work: agenda.between(first, last), partial(self._show, days)
        )

    def _show(self, days: tuple[date, date], found: list[AgendaItem]) -> None:
        if days != self.view.shown_range():
            return  # other days are looked at meanwhile
        self.view.show_today(self._today())
        self.view.show_items(self._item(each) for each in found)

    def _item(self, each: AgendaItem) -> CalendarItem:
        starts, ends = (at.astimezone(self._zone) for at in (each.starts, each.ends))
        return CalendarItem(
            id=each.session_id,
            event_id=each.event_id,
            title=each.title,
            starts=starts.replace(tzinfo=None),
            ends=ends.replace(tzinfo=None),
            status=status_words(each.status),
            detail=each.where,
            tone=status_tone(each.status),
        )

    def _today(self) -> date:
        return self._desk.services.clock.now().astimezone(self._zone).date()
