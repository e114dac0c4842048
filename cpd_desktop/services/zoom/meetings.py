"""The meetings that sessions are to have at Zoom: decided here, done there by ``Sync``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.kept_meetings import kept_settings
from cpd_desktop.domain.meeting_plan import MeetingPlan, wanted
from cpd_desktop.domain.meetings import Kind, MeetingSettings, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.zoom.adopting import adopted, event_for
from cpd_desktop.services.zoom.cards import cards_of
from cpd_desktop.services.zoom.leaving import forget, may_be_at_zoom
from cpd_desktop.services.zoom.meeting_rows import (
    as_new,
    meetings_of,
    read_meeting,
)
from cpd_desktop.services.zoom.settling import settle
from cpd_desktop.store.tables import instance, meeting, seat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.meetings import Meeting
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.store.database import Database, Transaction

HAS_ONE = Sentence("meeting", "This event has a meeting for all of its sessions already.")
HAS_SOME = Sentence("meeting", "Sessions of this event have meetings of their own already.")
ALL_PAST = Sentence("meeting", "There is no session left to make a meeting for.")
NOT_FETCHED = Sentence(
    "meeting",
    "This meeting was held, and who came has not been fetched yet. Once it is deleted, Zoom may "
    "not tell any more.",
)
STILL_LEAVING = Sentence(
    "meeting", "The meeting that was given up is still to be deleted at Zoom. Send that first."
)
STILL_THERE = Sentence("meeting", "This meeting is at Zoom; there is nothing to make again.")


@dataclass(frozen=True, slots=True)
class Meetings:
    """What is decided about meetings; nothing here asks Zoom."""

    db: Database
    clock: Clock

    def of(self, event_id: int) -> list[MeetingCard]:
        """Return an event's meetings, each with where it stands; raises ``NotFound``."""
        with self.db.reading() as connection:
            return cards_of(connection, event_id, self.clock.now())

    def plan(
        self,
        event_id: int,
        *,
        kind: Kind = Kind.MEETING,
        rhythm: Rhythm = Rhythm.ONCE,
        settings: MeetingSettings | None = None,
        session_id: int | None = None,
    ) -> Done[list[int]]:
        """Decide that sessions get a meeting each, or all together one; return the new ones.

        Sessions that have one, or are over, are left as they are. Raises ``NotFound``,
        ``Invalid`` for what Zoom would not take, ``Conflict`` if both would be mixed, and
        ``NotAllowed`` if there is no session to make one for.
        """
        chosen = settings or MeetingSettings()
        if problems := chosen.problems():
            raise Invalid(problems)
        with self.db.writing("meeting.plan", about=("event", event_id)) as tx:
            event = read_event(tx, event_id)
            there = [each for each in meetings_of(tx, event_id) if not each.leaving]
            plans = self._plans(event, there, MeetingPlan(kind, rhythm, session_id, chosen))
            made = [_write_plan(tx, event, each) for each in plans]
        return tx.done(made)

    def change(self, meeting_id: int, settings: MeetingSettings) -> Changes:
        """Decide how people get in; raises ``NotFound`` and ``Invalid``."""
        if problems := settings.problems():
            raise Invalid(problems)
        event_id = self._event_of(meeting_id)
        with self.db.writing("meeting.change", about=("event", event_id)) as tx:
            tx.update(meeting, meeting_id, settings=kept_settings(settings))
        return tx.changes

    def give_up(self, meeting_id: int, *, keep_at_zoom: bool) -> Changes:
        """Decide that there is to be no such meeting; at Zoom it is deleted, or left alone.

        Whoever shows this asks first where ``unfetched`` has something to say. Raises
        ``NotFound``.
        """
        event_id = self._event_of(meeting_id)
        with self.db.writing("meeting.give_up", about=("event", event_id)) as tx:
            kept = read_meeting(tx, meeting_id)
            if may_be_at_zoom(kept) and not keep_at_zoom:
                tx.update(meeting, meeting_id, leaving=1)
            else:
                forget(tx, meeting_id)
        return tx.changes

    def make_again(self, meeting_id: int) -> Changes:
        """Decide that a meeting which Zoom does not have, or may not have, is made anew.

        Raises ``NotFound``, and ``NotAllowed`` if it is there.
        """
        event_id = self._event_of(meeting_id)
        with self.db.writing("meeting.again", about=("event", event_id)) as tx:
            if read_meeting(tx, meeting_id).is_there:
                raise NotAllowed(STILL_THERE)
            seats = select(seat.c.id).where(seat.c.meeting_id == meeting_id)
            for each in tx.execute(seats).scalars().all():
                tx.delete(seat, each)
            tx.update(meeting, meeting_id, **as_new())
        return tx.changes

    def unfetched(self, meeting_id: int) -> Sentence | None:
        """Return why it should not be deleted yet, if it was held; raises ``NotFound``."""
        with self.db.reading() as connection:
            kept = read_meeting(connection, meeting_id)
            event = read_event(connection, kept.event_id)
            settled = select(instance.c.settled).where(instance.c.meeting_id == meeting_id)
            reports = connection.execute(settled).scalars().all()
        theirs = (each.starts for each in event.sessions if kept.plan.session_id in (None, each.id))
        begun = kept.at is not None and any(starts <= self.clock.now() for starts in theirs)
        return NOT_FETCHED if not all(reports) or (begun and not reports) else None

    def adopt(self, event_id: int, session_id: int | None, found: Meeting) -> Done[int]:
        """Take a meeting that is at Zoom already for a session, or for all of an event.

        Dates of a series belong to the sessions that start nearest to them. Where it is held at
        other times than the sessions, somebody has to ``settle`` which hold. Raises ``NotFound``,
        and ``Conflict`` if one of the two belongs elsewhere already.
        """
        with self.db.writing("meeting.adopt", about=("event", event_id)) as tx:
            event = read_event(tx, event_id)
            key = adopted(tx, event, session_id, found)
        return tx.done(key)

    def make_event(self, found: Meeting) -> Done[Event]:
        """Make an event of a meeting that is at Zoom already, with its dates as sessions.

        Raises ``NotAllowed`` if it has no fixed time, ``Conflict`` if it belongs to an event.
        """
        with self.db.writing("event.from_meeting") as tx:
            event_id = event_for(tx, found, self.clock.now())
            event = read_event(tx, event_id)
            session_id = event.sessions[0].id if found.draft.rhythm is Rhythm.ONCE else None
            adopted(tx, event, session_id, found)
        with self.db.reading() as connection:
            return tx.done(read_event(connection, event_id))

    def settle(self, meeting_id: int, take: frozenset[str] = frozenset()) -> Changes:
        """Say for what was changed at Zoom which fields hold as they are there; the others do here.

        What is taken changes the session, the event's zone or the settings, so that both agree.
        Raises ``NotFound``, and ``Invalid`` or ``Conflict`` if the event cannot be so.
        """
        event_id = self._event_of(meeting_id)
        with self.db.writing("meeting.settle", about=("event", event_id)) as tx:
            settle(tx, read_meeting(tx, meeting_id), take, self.clock.now())
        return tx.changes

    def _event_of(self, meeting_id: int) -> int:
        with self.db.reading() as connection:
            return read_meeting(connection, meeting_id).event_id

    def _plans(
        self, event: Event, there: Sequence[KeptMeeting], plan: MeetingPlan
    ) -> list[MeetingPlan]:
        if any(each.plan.session_id is None for each in there):
            raise Conflict(HAS_ONE)
        if plan.rhythm is not Rhythm.ONCE and plan.session_id is None:
            if there:
                raise Conflict(HAS_SOME)
            return [plan]
        taken = {each.plan.session_id for each in there}
        plans = [
            replace(plan, session_id=each.id)
            for each in event.sessions
            if each.ends > self.clock.now()
            and each.id not in taken
            and plan.session_id in (None, each.id)
        ]
        if not plans:
            raise NotAllowed(ALL_PAST)
        return plans


def _write_plan(tx: Transaction, event: Event, plan: MeetingPlan) -> int:
    draft = wanted(event, plan)
    if isinstance(draft, Sentence):
        raise Invalid({"rhythm": draft})
    draft.require_valid()
    columns: dict[str, Any] = {
        "session_id": plan.session_id,
        "kind": plan.kind,
        "rhythm": plan.rhythm,
        "settings": kept_settings(plan.settings),
    }
    left = [each for each in meetings_of(tx, event.id) if each.leaving]
    same = (
        each
        for each in left
        if each.plan.session_id == plan.session_id
        and (plan.session_id is not None or each.plan.rhythm is plan.rhythm)
    )
    found = next(same, None)
    if found is None:
        return tx.insert(meeting, event_id=event.id, **columns)
    # It was given up: what may still be at Zoom stays there, what is not is made anew.
    may_be_there = may_be_at_zoom(found)
    if may_be_there and found.plan.kind is not plan.kind:
        raise Conflict(STILL_LEAVING)
    tx.update(meeting, found.id, **columns, **({"leaving": 0} if may_be_there else as_new()))
    return found.id
