"""What is noted by hand of selected people: asked for, carried out, taken back by Undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cpd_desktop.ui.attendance.marks_dialog import MarksDialog
from cpd_desktop.ui.attendance.presence_dialog import PresenceDialog

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.attendance.sightings import Seen
    from cpd_desktop.ui.attendance.marks_dialog import Noted
    from cpd_desktop.ui.desk import Desk


class ByHand(QObject):
    """Opens the forms; ``then`` is called once something was noted."""

    def __init__(self, desk: Desk, parent: QWidget, then: Callable[[], None]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._then = then

    def note_presence(
        self, found: EventAttendance, registrations: Sequence[int], session_id: int | None = None
    ) -> PresenceDialog | None:
        """Ask whether these people were in a session; nobody asks about nobody."""
        people = _people(found, registrations)
        if not people:
            return None
        event = found.facts.event
        dialog = PresenceDialog(self._widget.window(), event, people, session_id)
        dialog.offered.connect(partial(self._see, event.id, people))
        dialog.open()
        return dialog

    def note_marks(
        self, found: EventAttendance, registrations: Sequence[int]
    ) -> MarksDialog | None:
        """Ask what these people did besides being there."""
        people = _people(found, registrations)
        if not people:
            return None
        event = found.facts.event
        dialog = MarksDialog(self._widget.window(), event, people)
        dialog.offered.connect(partial(self._note, event.id, people))
        dialog.open()
        return dialog

    def _see(
        self,
        event_id: int,
        people: Sequence[PersonAttendance],
        session_id: int,
        seen: Seen | None,
        why: str,
    ) -> None:
        attendance, keys = self._desk.services.attendance, [each.registration for each in people]
        self._desk.operations.carry_out(
            lambda _work: attendance.see(event_id, keys, session_id, seen, why),
            origin=self,
            text=self.tr("Noted who was there: %n person(s)", "", len(keys)),
            then=self._noted,
        )

    def _note(self, event_id: int, people: Sequence[PersonAttendance], noted: Noted) -> None:
        services, keys = self._desk.services, [each.registration for each in people]
        payment = noted.payment
        if noted.numbers:
            self._desk.operations.carry_out(
                lambda _work: services.attendance.note_each(
                    event_id, keys, noted.numbers, noted.why
                ),
                origin=self,
                text=self.tr("Noted what %n person(s) did", "", len(keys)),
                then=self._noted,
            )
        if payment is not None:
            self._desk.operations.carry_out(
                lambda _work: services.registrations.note_payment(noted.owing, payment),
                origin=self,
                text=self.tr("Payment of %n noted", "", len(noted.owing)),
                then=self._noted,
            )

    def _noted(self, _result: object) -> None:
        self._then()


def _people(found: EventAttendance, registrations: Sequence[int]) -> list[PersonAttendance]:
    here = found.by_registration
    return [here[key] for key in registrations if key in here]
