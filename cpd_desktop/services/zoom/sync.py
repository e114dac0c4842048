"""Brings Zoom up to date with what is decided here, from what is kept: no order is ever queued."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import CpdError, NotAllowed, NotFound
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import MeetingDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import GoneAtZoom, Offline
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.zoom.cards import AT_REST, card_of, state_of
from cpd_desktop.services.zoom.errands import ZOOM, errands
from cpd_desktop.services.zoom.meeting_rows import GONE_MARK, read_meeting
from cpd_desktop.services.zoom.run import Run, SyncReport, Waiting, stops_all
from cpd_desktop.services.zoom.seating import Seating
from cpd_desktop.services.zoom.seats import NO_ADDRESS, seat_work, seats_of
from cpd_desktop.services.zoom.sending import change, delete, look, make, note_gone
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.tables import event, meeting, session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import Kind, Meeting, MeetingLine, MeetingNumber
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.work import Work
    from cpd_desktop.services.zoom.errands import Errand
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.services.zoom.ports import Zoom
    from cpd_desktop.services.zoom.seats import Seated
    from cpd_desktop.store.database import Database

LOCK = "zoom-sending.lock"  # not that of the sign-in, which a call may need meanwhile

BUSY = Sentence("meeting", "Another window or command is sending to Zoom at this moment.")
TO_MAKE = Sentence("meeting", "Make “{topic}” at Zoom")
TO_CHANGE = Sentence("meeting", "Change “{topic}” at Zoom")
TO_DELETE = Sentence("meeting", "Delete “{topic}” at Zoom")
TO_SETTLE = Sentence("meeting", "Decide about “{topic}”")
TO_REGISTER = Sentence("meeting", "Register {name} at Zoom")
TO_APPROVE = Sentence("meeting", "Approve {name} at Zoom")
TO_CANCEL = Sentence("meeting", "Cancel {name} at Zoom")
NOT_THERE = Sentence("meeting", "This meeting is not at Zoom yet.")
STILL_DRAFT = Sentence("meeting", "The event is a draft; publish it, or send this event now.")

_SAYS = {
    MeetingState.TO_MAKE: TO_MAKE,
    MeetingState.UNCLEAR: TO_MAKE,
    MeetingState.TO_CHANGE: TO_CHANGE,
    MeetingState.LEAVING: TO_DELETE,
    MeetingState.CONFLICT: TO_SETTLE,
    MeetingState.GONE: TO_SETTLE,
}


@dataclass(frozen=True, slots=True)
class Sync:
    """Makes at Zoom what differs from here, one program at a time; it can be killed anywhere."""

    db: Database
    clock: Clock
    zoom: Zoom

    def waiting(self, event_id: int | None = None) -> list[Waiting]:
        """Return what is to be done at Zoom, now, later, or once a person acted."""
        with self.db.reading() as connection:
            return [*_waiting(connection, self.clock.now(), event_id)]

    def run(self, work: Work, *, event_id: int | None = None, insist: bool = False) -> SyncReport:
        """Do what is due, of one event or of all; what fails is put off and told.

        For an event that is a draft nothing new is made unless it is asked for by its id. With
        ``insist`` what was put off is tried too. Raises ``Cancelled``; nothing is half-done then.
        """
        return self._go(work, event_id, self._bring_up, insist=insist)

    def look(self, work: Work, *, event_id: int | None = None) -> SyncReport:
        """Read meetings that are to come, to notice what was changed at Zoom."""
        return self._go(work, event_id, self._look, insist=True)

    def others(self, kind: Kind, work: Work) -> list[MeetingLine]:
        """Return what is planned at Zoom and belongs to no event here; see ``Meetings.adopt``."""
        with self.db.reading() as connection:
            numbers = select(meeting.c.number).where(meeting.c.leaving == 0)
            known = {*connection.execute(numbers).scalars()}
        lines = self.zoom.during(work).meetings(kind)
        return [each for each in lines if each.at.number not in known]

    def read(self, at: MeetingNumber, work: Work) -> Meeting:
        """Return a meeting as Zoom has it now; raises ``GoneAtZoom``."""
        return self.zoom.during(work).read(at)

    def start_link(self, meeting_id: int, work: Work) -> Secret:
        """Return a fresh link that starts the meeting: to be opened now, never kept.

        Raises ``NotFound``, and ``NotAllowed`` if it is not at Zoom yet.
        """
        kept, _ = self._read(meeting_id)
        if kept.at is None or kept.gone:
            raise NotAllowed(NOT_THERE)
        return self.zoom.during(work).start_link(kept.at)

    def _go(
        self,
        work: Work,
        event_id: int | None,
        step: Callable[[Run, KeptMeeting, Event], None],
        *,
        insist: bool,
    ) -> SyncReport:
        drafts = event_id is not None
        run = Run(self.db, self.clock, self.zoom, work, insist=insist, drafts=drafts)
        with FolderLock(self.db.path.with_name(LOCK)) as alone:
            if not alone.hold():
                return self._told(run, event_id, BUSY)
            with self.db.reading() as connection:
                put_off = errands(connection).get(ZOOM)
                ids = _to_look_at(connection, run.now, event_id)
            if put_off is not None and not run.is_due(ZOOM):
                return self._told(run, event_id, put_off.says)
            try:
                for key in work.each(ids):
                    with suppress(NotFound):  # removed by somebody meanwhile
                        step(run, *self._read(key))
            except CpdError as error:
                if not stops_all(error):
                    raise
                if isinstance(error, Offline):
                    run.pause_all(error)
                return self._told(run, event_id, error.says)
            run.drop(ZOOM)
        return self._told(run, event_id)

    def _read(self, meeting_id: int) -> tuple[KeptMeeting, Event]:
        with self.db.reading() as connection:
            kept = read_meeting(connection, meeting_id)
            return kept, read_event(connection, kept.event_id)

    def _bring_up(self, run: Run, kept: KeptMeeting, of: Event) -> None:
        if kept.leaving:
            run.attempt(kept.about, kept.digest(of), lambda: delete(run, kept))
            return
        may_begin = run.drafts or of.status is not EventStatus.DRAFT
        wanted, state = kept.wanted(of), state_of(kept, of, run.now)
        if isinstance(wanted, MeetingDraft):
            if state is MeetingState.TO_CHANGE:
                _unless_gone(
                    run, kept, kept.about, kept.digest(of), lambda: change(run, kept, of, wanted)
                )
            elif may_begin and state in (MeetingState.TO_MAKE, MeetingState.UNCLEAR):
                run.attempt(kept.about, kept.digest(of), lambda: make(run, kept, of, wanted))
        if may_begin:
            self._seat(run, kept.id)

    def _seat(self, run: Run, meeting_id: int) -> None:
        kept, of = self._read(meeting_id)
        if kept.at is not None and kept.is_there and not kept.is_over(of, run.now):
            seating = Seating(run, kept, kept.at)
            _unless_gone(run, kept, kept.about_seats, "", seating.seat_everybody)

    def _look(self, run: Run, kept: KeptMeeting, of: Event) -> None:
        if kept.is_there and not kept.is_over(of, run.now):
            _unless_gone(run, kept, kept.about_look, "", lambda: look(run, kept, of))

    def _told(self, run: Run, event_id: int | None, stopped: Sentence | None = None) -> SyncReport:
        left = tuple(self.waiting(event_id))
        return SyncReport(**run.counts, waiting=left, stopped=stopped, changes=run.changes)


def _unless_gone(
    run: Run, kept: KeptMeeting, about: str, digest: str, deed: Callable[[], None]
) -> None:
    """Do it if it is due; that Zoom does not have the meeting any more is noted."""
    try:
        run.attempt(about, digest, deed, lets_through=(GoneAtZoom,))
    except GoneAtZoom:
        note_gone(run, kept)


def _to_look_at(connection: Connection, now: datetime, event_id: int | None = None) -> list[int]:
    """Return the meetings that Zoom may have to hear of: those to delete first, then in order."""
    to_come = select(session.c.id).where(session.c.event_id == event.c.id, session.c.ends_at > now)
    alive = event.c.trashed_at.is_(None) & event.c.status.not_in(AT_REST)
    to_delete = (meeting.c.leaving == 1) & (meeting.c.theirs != GONE_MARK)
    statement = (
        select(meeting.c.id)
        .join(event, event.c.id == meeting.c.event_id)
        .where(to_delete | ((meeting.c.leaving == 0) & alive & to_come.exists()))
        .order_by(meeting.c.leaving.desc(), meeting.c.id)
    )
    if event_id is not None:
        statement = statement.where(meeting.c.event_id == event_id)
    return [*connection.execute(statement).scalars()]


def _waiting(connection: Connection, now: datetime, event_id: int | None) -> Iterator[Waiting]:
    put_off = errands(connection)
    for key in _to_look_at(connection, now, event_id):
        kept = read_meeting(connection, key)
        of = read_event(connection, kept.event_id)
        if not kept.leaving and kept.is_over(of, now):
            continue
        seats = seat_work(kept, seats_of(connection, kept))
        card = card_of(kept, of, put_off, now, seats)
        topic = (card.wanted or card.seen).topic if card.wanted or card.seen else of.title  # type: ignore[union-attr] # one of them is there
        why = card.says
        if why is None and card.state is MeetingState.TO_MAKE and of.status is EventStatus.DRAFT:
            why = STILL_DRAFT
        if says := _SAYS.get(card.state):
            told = says.filled(topic=topic)
            yield Waiting(of.id, kept.id, told, None, why, card.next_try)
        if kept.is_there:
            for doing, people in (
                (TO_CANCEL, seats.cancel),
                (TO_REGISTER, seats.register),
                (TO_APPROVE, seats.approve),
            ):
                yield from (_of_seat(doing, kept, each, put_off) for each in people)
            for each in seats.skipped:
                why = NO_ADDRESS.filled(name=each.name)
                told = TO_REGISTER.filled(name=each.name)
                yield Waiting(of.id, kept.id, told, each.registration_id, why)


def _of_seat(
    says: Sentence, kept: KeptMeeting, each: Seated, put_off: Mapping[str, Errand]
) -> Waiting:
    errand = put_off.get(each.about(kept))
    if errand is None or errand.digest != each.digest:
        errand = put_off.get(kept.about_seats)
    return Waiting(
        kept.event_id,
        kept.id,
        says.filled(name=each.name),
        each.registration_id,
        errand.says if errand else None,
        errand.next_at if errand else None,
    )
