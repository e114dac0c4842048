"""An event, its sessions, and the rules that a draft of them must keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import UNKNOWN_ZONE, zone_called

TITLE_LIMIT = 200
CAPACITY_LIMIT = 100_000
LONGEST_SESSION = timedelta(hours=24)

NO_TITLE = Sentence("event", "The event has no title.")
LONG_TITLE = Sentence("event", "The title is longer than {limit} characters.")
NO_SESSION = Sentence("event", "The event has no session.")
ENDS_FIRST = Sentence("event", "The session ends before it starts.")
TOO_LONG = Sentence("event", "The session is longer than 24 hours; check its dates.")
BAD_CAPACITY = Sentence("event", "The number of places is not between 1 and {limit}.")


class EventStatus(StrEnum):
    """Where an event stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RUNNING = "running"
    COMPLETED = "completed"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting, with its start and end as moments in UTC."""

    id: int
    title: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """What is offered: a title, a zone for people to read its times in, and sessions."""

    id: int
    title: str
    zone: str
    status: EventStatus
    capacity: int | None
    sessions: tuple[Session, ...]
    trashed_at: datetime | None = None

    @property
    def starts(self) -> datetime:
        """Return when the first session starts."""
        return min(session.starts for session in self.sessions)

    @property
    def ends(self) -> datetime:
        """Return when the last session ends."""
        return max(session.ends for session in self.sessions)

    def draft(self) -> EventDraft:
        """Return what an editor starts from."""
        sessions = tuple(SessionDraft(s.title, s.starts, s.ends, s.id) for s in self.sessions)
        return EventDraft(self.title, self.zone, sessions, self.capacity)


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session as entered; ``id`` is there if it exists already."""

    title: str
    starts: datetime
    ends: datetime
    id: int | None = None

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        if self.ends <= self.starts:
            return ENDS_FIRST
        return TOO_LONG if self.ends - self.starts > LONGEST_SESSION else None


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as entered, before it is kept."""

    title: str
    zone: str
    sessions: tuple[SessionDraft, ...]
    capacity: int | None = None

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not self.title.strip():
            found["title"] = NO_TITLE
        elif len(self.title) > TITLE_LIMIT:
            found["title"] = LONG_TITLE.filled(limit=TITLE_LIMIT)
        try:
            zone_called(self.zone)
        except Invalid:
            found["zone"] = UNKNOWN_ZONE.filled(zone=self.zone)
        if not self.sessions:
            found["sessions"] = NO_SESSION
        for session in self.sessions:
            if problem := session.problem():
                found["sessions"] = problem
        if self.capacity is not None and not 1 <= self.capacity <= CAPACITY_LIMIT:
            found["capacity"] = BAD_CAPACITY.filled(limit=CAPACITY_LIMIT)
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)
