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

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.registrations import Places, Registration
    from cpd_desktop.services.register import Register
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class LineRows:
    """Reads those who wait, the first in line first."""

    def __init__(self, register: Register, columns: Sequence[Column]) -> None:
        self._register = register
        self._places: dict[int, int] = {}
        self.columns = columns
        self.event_id: int | None = None
        self.zone = "UTC"
        self.offer_words = ""

    def ids(self, _search: str, _sort: str, _descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return everybody: the order of the line is the only one."""
        if self.event_id is None:
            return ()
        waits = (RegistrationStatus.WAITLISTED,)
        found = self._register.ids(self.event_id, sort="queue", statuses=waits)
        self._places = {key: place for place, key in enumerate(found, 1)}
        return found

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._register.listed(ids)
        return {key: self._cells(self._places[key], each) for key, each in found.items()}

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

    def __init__(self, desk: Desk, origin: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._origin = origin
        self._registrations = desk.services.registrations
        self._waiting = 0
        self._stale = False
        self._rows = LineRows(
            self._registrations,
            (
                Column("place", self.tr("Place"), "right", width=70, sortable=False),
                Column("name", self.tr("Name"), width=200, sortable=False),
                Column("email", self.tr("E-mail"), width=220, sortable=False),
                Column("offer", self.tr("Offer"), width=240, sortable=False),
                Column("registered", self.tr("Registered"), width=170, sortable=False),
            ),
        )
        self._rows.offer_words = self.tr("Offered until {until}")
        self.note = label("", "muted")
        self.table = RowTable(self._rows, filled=False)
        self.table.horizontalHeader().setSortIndicatorShown(False)
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

    def show_line(self, event: Event, places: Places) -> None:
        """Show who waits for a place on an event."""
        self._rows.event_id, self._rows.zone = event.id, event.zone
        self._waiting = places.waiting
        self.note.setText(self._note_words(event, places))
        free, unoffered = places.free, places.waiting - places.offered
        count = unoffered if free is None else min(free, unoffered)
        self.offer.setText(
            self.tr("Offer %n free place(s)", "", count)
            if count > 0
            else self.tr("Offer free places")
        )
        self._stale = True
        if self.isVisible():
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the line again if anything changed while another view was shown."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
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
        one = self._registrations.listed(ids).get(ids[0]) if len(ids) == 1 else None
        offered = one is not None and one.offered_until is not None
        self.offer.setEnabled(bool(self._waiting))
        self.accept.setEnabled(offered)
        self.decline.setEnabled(len(ids) == 1)
        self.decline.setText(self.tr("Declines") if offered else self.tr("To the end of the line"))
        for each in (self.confirm, self.cancel):
            each.setEnabled(bool(ids))
        for each in self._buttons():
            each.setAccessibleName(each.text())

    def _offer(self) -> None:
        event_id = self._rows.event_id
        if event_id is None:
            return
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
