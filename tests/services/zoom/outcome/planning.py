"""Plans an event with a meeting at a Zoom on loopback."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.meetings import Kind, MeetingNumber, Recorded
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import instance, meeting, session
from tests.adapters.zoom.calls.waiting import a_meeting
from tests.drafts import a_draft, a_session

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.fakes.zoom.holding import Person
    from tests.fakes.zoom.record import Instance as AtZoom
    from tests.fakes.zoom.server import FakeZoom

HOUR = timedelta(hours=1)


class Timeless(Work):
    """Work that waits as the tests wait: the clock is moved."""

    def __init__(self, waiting: Waiting) -> None:
        super().__init__()
        self._waiting = waiting

    def pause(self, seconds: float) -> None:
        self.report(0)
        self._waiting.pause(seconds)


@dataclass
class Planned:
    """A session with a meeting of its own, or an event whose sessions share one."""

    db: Database
    server: FakeZoom
    clock: FixedClock
    event_id: int
    meeting_id: int
    at: MeetingNumber
    sessions: list[int]
    starts: datetime
    work: Work

    def hold(self, *people: Person, **how: Any) -> AtZoom:
        """Hold it as planned; it is over when the clock says so."""
        return self.server.hold_meeting(self.at.number, people, **how)

    def rows(self) -> list[Any]:
        with self.db.reading() as connection:
            return list(connection.execute(select(instance).order_by(instance.c.id)))


@dataclass
class Planner:
    db: Database
    server: FakeZoom
    clock: FixedClock
    calls: ZoomCalls
    events: Events
    work: Work

    def __call__(
        self, kind: Kind = Kind.MEETING, *, days: int = 1, recorded: Recorded = Recorded.NONE
    ) -> Planned:
        """Plan an event, one hour long on each of these days, and its meeting."""
        starts = self.clock.now().replace(microsecond=0) + HOUR
        dates = [starts + timedelta(days=day) for day in range(days)]
        drafts = [a_session(starts=each, minutes=60) for each in dates]
        made = self.events.add(a_draft("Wound care", *drafts)).value
        draft = a_meeting(kind, recorded=recorded)
        once = days == 1
        at = self.calls.create(replace(draft, starts=starts if once else None, minutes=60))
        with self.db.reading() as connection:
            mine = select(session.c.id).where(session.c.event_id == made.id)
            sessions = list(connection.execute(mine.order_by(session.c.starts_at)).scalars())
        with self.db.writing("test") as tx:
            meeting_id = tx.insert(
                meeting,
                event_id=made.id,
                session_id=sessions[0] if once else None,
                kind=kind.value,
                rhythm="once" if once else "no fixed time",
                number=at.at.number,
                uuid=at.uuid,
            )
        return Planned(
            self.db,
            self.server,
            self.clock,
            made.id,
            meeting_id,
            at.at,
            sessions,
            starts,
            self.work,
        )
