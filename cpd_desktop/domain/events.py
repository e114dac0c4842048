"""An event, and the rules that a draft of it must keep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.credit import USUAL_MINIMUM, CreditLine, Minimum
from cpd_desktop.domain.custom_fields import CustomField, problem_of_fields
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.prices import Prices
from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import UNKNOWN_ZONE, moment, wall_time, zone_called

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.attendance.credit_rules import CreditRule
    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.prices import EarlyPrice
    from cpd_desktop.domain.sessions import Session, SessionDraft

TITLE_LIMIT = 200
SUMMARY_LIMIT = 500
DESCRIPTION_LIMIT = 10_000
LIST_LIMIT = 100
CAPACITY_LIMIT = 100_000
OFFER_HOURS = 48

NO_TITLE = Sentence("event", "The event has no title.")
LONG_TITLE = Sentence("event", "The title is longer than {limit} characters.")
LONG_TEXT = Sentence("event", "The text is longer than {limit} characters.")
LONG_LIST = Sentence("event", "The list has more than {limit} lines.")
NO_SESSION = Sentence("event", "The event has no session.")
BAD_CAPACITY = Sentence("event", "The number of places is not between 1 and {limit}.")
BAD_WAITLIST = Sentence("event", "The waiting line has room for nobody; switch it off instead.")
BAD_OFFER = Sentence("event", "An offer is open between 1 and 720 hours.")
CLOSES_FIRST = Sentence("event", "Registration closes before it opens.")
BAD_PRICE = Sentence("event", "The price is not above nothing; leave it out instead.")


class EventStatus(StrEnum):
    """Where an event stands in its life."""

    DRAFT = "draft"
    PUBLISHED = "published"
    RUNNING = "running"
    COMPLETED = "completed"
    ARCHIVED = "archived"
    CANCELLED = "cancelled"


class EventKind(StrEnum):
    """What sort of event it is."""

    WEBINAR = "webinar"
    WORKSHOP = "workshop"
    TRAINING = "training"
    LECTURE = "lecture"
    COURSE = "course"
    CONFERENCE = "conference"
    SUPERVISION = "supervision"
    OTHER = "other"


class EventFormat(StrEnum):
    """Where people take part."""

    ONLINE = "online"
    IN_PERSON = "in_person"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Speaking:
    """That somebody speaks at the event, and as what."""

    speaker_id: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as entered, before it is kept."""

    title: str
    zone: str
    sessions: tuple[SessionDraft, ...]
    capacity: int | None = None
    summary: str = ""
    description: str = ""
    kind: EventKind = EventKind.WEBINAR
    format: EventFormat = EventFormat.ONLINE
    place: str = ""
    image: str | None = None
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    waitlist: bool = True
    waitlist_limit: int | None = None
    offer_hours: int = OFFER_HOURS
    price: Money | None = None
    early: EarlyPrice | None = None
    minimum: Minimum = USUAL_MINIMUM
    preset: str = ""
    rule: CreditRule | None = None  # what else is asked; nothing: as the preset does
    credits: tuple[CreditLine, ...] = ()
    fields: tuple[CustomField, ...] = ()
    speakers: tuple[Speaking, ...] = ()

    @property
    def starts(self) -> datetime:
        """Return when the first session starts."""
        return min(session.starts for session in self.sessions)

    @property
    def ends(self) -> datetime:
        """Return when the last session ends."""
        return max(session.ends for session in self.sessions)

    @property
    def prices(self) -> Prices:
        """Return what a place costs, by when it is taken."""
        return Prices(self.price, self.early, self.zone)

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found = self._problems_of_texts()
        try:
            zone_called(self.zone)
        except Invalid:
            found["zone"] = UNKNOWN_ZONE.filled(zone=self.zone)
        if not self.sessions:
            found["sessions"] = NO_SESSION
        if self.capacity is not None and not 1 <= self.capacity <= CAPACITY_LIMIT:
            found["capacity"] = BAD_CAPACITY.filled(limit=CAPACITY_LIMIT)
        if self.waitlist_limit is not None and self.waitlist_limit < 1:
            found["waitlist_limit"] = BAD_WAITLIST
        if not 1 <= self.offer_hours <= 720:  # noqa: PLR2004 - as BAD_OFFER says
            found["offer_hours"] = BAD_OFFER
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            found["closes_at"] = CLOSES_FIRST
        if self.price is not None and self.price.minor < 1:
            found["price"] = BAD_PRICE
        parts = {
            "sessions": [each.problem() for each in self.sessions],
            "credits": [each.problem() for each in self.credits],
            "minimum": [self.minimum.problem()],
            "rule": [self.rule.problem() if self.rule else None],
            "fields": [problem_of_fields(self.fields)],
            "early": [self._problem_of_early() if "zone" not in found else None],
        }
        for name, problems in parts.items():
            if problem := next(filter(None, problems), None):
                found[name] = problem
        return found

    def _problem_of_early(self) -> Sentence | None:
        if self.early is None or not self.sessions:
            return None
        return self.early.problem(self.price, wall_time(self.starts, self.zone).date())

    def _problems_of_texts(self) -> dict[str, Sentence]:
        found: dict[str, Sentence] = {}
        if not self.title.strip():
            found["title"] = NO_TITLE
        elif len(self.title) > TITLE_LIMIT:
            found["title"] = LONG_TITLE.filled(limit=TITLE_LIMIT)
        for name, limit in (
            ("summary", SUMMARY_LIMIT),
            ("description", DESCRIPTION_LIMIT),
            ("place", SUMMARY_LIMIT),
        ):
            if len(getattr(self, name)) > limit:
                found[name] = LONG_TEXT.filled(limit=limit)
        for name in ("objectives", "tags"):
            lines = getattr(self, name)
            if len(lines) > LIST_LIMIT:
                found[name] = LONG_LIST.filled(limit=LIST_LIMIT)
            elif any(len(line) > SUMMARY_LIMIT for line in lines):
                found[name] = LONG_TEXT.filled(limit=SUMMARY_LIMIT)
        return found

    def in_zone(self, zone: str) -> EventDraft:
        """Return it with the same times of the clock on the wall, in another zone.

        Raises ``Invalid`` if there is no such zone or its clocks skip one of the times.
        """

        def moved(at: datetime) -> datetime:
            return moment(wall_time(at, self.zone), zone)

        sessions = tuple(
            replace(
                each,
                starts=moved(each.starts),
                ends=moved(each.ends),
                breaks=tuple(Break(*map(moved, stretch)) for stretch in each.breaks),
            )
            for each in self.sessions
        )
        opens = None if self.opens_at is None else moved(self.opens_at)
        closes = None if self.closes_at is None else moved(self.closes_at)
        return replace(self, zone=zone, sessions=sessions, opens_at=opens, closes_at=closes)

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventDraft):
    """What is offered, as it is kept. It can be edited as the draft that it is, too."""

    id: int
    status: EventStatus
    sessions: tuple[Session, ...]
    status_why: str = ""
    trashed_at: datetime | None = None
    series_id: int | None = None

    def draft(self) -> EventDraft:
        """Return what an editor starts from."""
        return EventDraft(**{name: getattr(self, name) for name in EventDraft.__slots__})
