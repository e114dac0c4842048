"""The waiting line: who is next, who was offered a place until when, and the way out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.row_table import Column, RowTable
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Places, Registration
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class LineRows:
    """Those who wait, the first in line first."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self.waiting: dict[int, tuple[int, Registration]] = {}
        self.zone = "UTC"
        self.offer_words = ""

    def ids(self, _search: str, _sort: str, _descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return everybody: the order of the line is the only one."""
        return list(self.waiting)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(*self.waiting[key]) for key in ids if key in self.waiting}

    def _cells(self, place: int, each: Registration) -> Sequence[object]:
        until = each.offered_until
        offer = self.offer_words.format(until=day_and_time(until, self.zone)) if until else ""
        return (
            QLocale().toString(place),
            each.name,
            each.email,
            offer,
            day_and_time(each.registered_at, self.zone),
        )


class WaitingLine(QWidget):
    """Shows the line and gives places to those in it; ``confirm_asked`` may be out of turn."""

    confirm_asked = Signal(list)

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self._origin = origin
        self._registrations = desk.services.registrations
        self._event_id = 0
        self._rows = LineRows(
            (
                Column("place", self.tr("Place"), "right", width=70, sortable=False),
                Column("name", self.tr("Name"), width=200, sortable=False),
                Column("email", self.tr("E-mail"), width=220, sortable=False),
                Column("offer", self.tr("Offer"), width=240, sortable=False),
                Column("registered", self.tr("Registered"), width=170, sortable=False),
            )
        )
        self._rows.offer_words = self.tr("Offered until {until}")
        self.note = label("", "muted")
        self.table = RowTable(self._rows)
        self.table.setAccessibleName(self.tr("Waiting line"))
        self.table.set_empty_text(self.tr("Nobody waits for a place."))
        self.offer = button(self.tr("Offer free places"), "primary")
        self.accept = button(self.tr("Accepts"))
        self.decline = button(self.tr("Declines"))
        self.confirm = button(self.tr("Confirm now"))
        self.cancel = button(self.tr("Leaves the line"))

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.note)
        layout.addWidget(self.table, 1)
        layout.addLayout(FlowRow(*self._buttons()))

        self.table.selection_changed.connect(self._show_buttons)
        self.offer.clicked.connect(self._offer)
        self.accept.clicked.connect(self._accept)
        self.decline.clicked.connect(self._decline)
        self.confirm.clicked.connect(self._confirm)
        self.cancel.clicked.connect(self._cancel)

    def show_line(self, event: Event, places: Places, waiting: Sequence[Registration]) -> None:
        """Show who waits for a place on an event."""
        self._event_id = event.id
        self._rows.zone = event.zone
        self._rows.waiting = {each.id: (place, each) for place, each in enumerate(waiting, 1)}
        self.note.setText(self._note_words(event, places))
        free, unoffered = places.free, places.waiting - places.offered
        count = unoffered if free is None else min(free, unoffered)
        self.offer.setText(
            self.tr("Offer %n free place(s)", "", count)
            if count > 0
            else self.tr("Offer free places")
        )
        self.table.reload()
        self._show_buttons()

    def _buttons(self) -> tuple[Any, ...]:
        return (self.offer, self.accept, self.decline, self.confirm, self.cancel)

    def _note_words(self, event: Event, places: Places) -> str:
        hours = self.tr("An offer holds for %n hour(s).", "", event.offer_hours)
        if places.free is None:
            return self.tr("The event has no limit, so nobody needs to wait.")
        if places.free:
            return " ".join((self.tr("%n place(s) free to offer.", "", places.free), hours))
        return " ".join((self.tr("No place is free to offer."), hours))

    def _show_buttons(self) -> None:
        ids = self.table.selected_ids()
        chosen = [self._rows.waiting[key][1] for key in ids]
        offered = len(chosen) == 1 and chosen[0].offered_until is not None
        self.offer.setEnabled(bool(self._rows.waiting))
        self.accept.setEnabled(offered)
        self.decline.setEnabled(len(ids) == 1)
        self.decline.setText(self.tr("Declines") if offered else self.tr("To the end of the line"))
        for each in (self.confirm, self.cancel):
            each.setEnabled(bool(ids))
        for each in self._buttons():
            each.setAccessibleName(each.text())

    def _offer(self) -> None:
        event_id = self._event_id
        self._carry_out(
            lambda _work: self._registrations.offer(event_id), self.tr("Places offered")
        )

    def _accept(self) -> None:
        (key,) = self.table.selected_ids()
        self._carry_out(lambda _work: self._registrations.accept(key), self.tr("Offer accepted"))

    def _decline(self) -> None:
        (key,) = self.table.selected_ids()
        text = self.tr("Moved to the end of the line")
        self._carry_out(lambda _work: self._registrations.decline(key), text)

    def _confirm(self) -> None:
        self.confirm_asked.emit(self.table.selected_ids())

    def _cancel(self) -> None:
        ids = self.table.selected_ids()
        text = self.tr("%n person(s) left the line", "", len(ids))
        wanted = RegistrationStatus.CANCELLED
        self._carry_out(lambda _work: self._registrations.change_status(ids, wanted), text)

    def _carry_out(self, call: Callable[[Work], Any], text: str) -> None:
        self._desk.operations.carry_out(call, origin=self._origin, text=text)
