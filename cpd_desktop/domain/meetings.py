"""Meetings and webinars at Zoom: as a trainer wants them, and as Zoom knows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.people import BAD_EMAIL, looks_like_email
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import UNKNOWN_ZONE, zone_called

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.meeting_series import Series

TOPIC_LIMIT = 200
AGENDA_LIMIT = 2000
PASSCODE_LIMIT = 10
SHORTEST, LONGEST = 1, 1440

NO_TOPIC = Sentence("meeting", "The meeting has no topic.")
LONG_TOPIC = Sentence("meeting", "Zoom takes a topic of at most {limit} characters.")
LONG_AGENDA = Sentence("meeting", "Zoom takes a description of at most {limit} characters.")
LONG_PASSCODE = Sentence("meeting", "Zoom takes a passcode of at most {limit} characters.")
ODD_PASSCODE = Sentence(
    "meeting", "A passcode has letters from a to z, digits and signs, and no spaces."
)
NOT_THAT_LONG = Sentence("meeting", "A meeting lasts from {shortest} to {longest} minutes at Zoom.")
NO_START = Sentence("meeting", "A series on fixed dates needs its first date.")
BOTH_DOORS = Sentence(
    "meeting", "With a waiting room nobody can join before the host; choose one of the two."
)
IN_THE_PAST = Sentence(
    "meeting", "The meeting would start in the past; Zoom would let it start at once instead."
)
WITHOUT_REGISTRATION = Sentence(
    "meeting",
    "Without registration at Zoom nobody gets a join link of their own, and the report has only "
    "the names that people type. More of them are left for you to match by hand.",
)


class Kind(StrEnum):
    """What Zoom calls it."""

    MEETING = "meeting"
    WEBINAR = "webinar"


class Rhythm(StrEnum):
    """How often it takes place."""

    ONCE = "once"
    NO_FIXED_TIME = "no fixed time"
    SERIES = "series"


class Approval(StrEnum):
    """Whether people register at Zoom, and who lets them in."""

    AUTOMATIC = "automatic"
    MANUAL = "manual"
    NONE = "none"


class Recorded(StrEnum):
    """Where Zoom records by itself."""

    NONE = "none"
    LOCAL = "local"
    CLOUD = "cloud"


class MeetingNumber(NamedTuple):
    """What a meeting or webinar is found by at Zoom, as long as it exists."""

    kind: Kind
    number: int


@dataclass(frozen=True, slots=True)
class MeetingSettings:
    """How people get in; a webinar has neither waiting room nor joining before the host."""

    approval: Approval = Approval.AUTOMATIC
    emails_in_report: bool = True
    waiting_room: bool = True
    join_before_host: bool = False
    passcode: str = field(default="", repr=False)
    alternative_hosts: tuple[str, ...] = ()
    recorded: Recorded = Recorded.NONE

    @property
    def lost(self) -> Sentence | None:
        """Return what the trainer goes without, if people do not register at Zoom."""
        return WITHOUT_REGISTRATION if self.approval is Approval.NONE else None

    def problems(self) -> dict[str, Sentence]:
        """Return what is wrong, by field."""
        found: dict[str, Sentence] = {}
        if len(self.passcode) > PASSCODE_LIMIT:
            found["passcode"] = LONG_PASSCODE.filled(limit=PASSCODE_LIMIT)
        elif not re.fullmatch("[!-~]*", self.passcode):
            found["passcode"] = ODD_PASSCODE
        if self.waiting_room and self.join_before_host:
            found["join_before_host"] = BOTH_DOORS
        for email in self.alternative_hosts:
            if not looks_like_email(email):
                found["alternative_hosts"] = BAD_EMAIL.filled(email=email)
        return found


@dataclass(frozen=True, slots=True)
class MeetingDraft:
    """A meeting as wanted; without ``starts`` it can be opened again and again at any time.

    ``starts`` is a moment in UTC. An empty passcode lets Zoom choose one.
    """

    kind: Kind
    topic: str
    zone: str
    starts: datetime | None = None
    minutes: int = 60
    agenda: str = ""
    series: Series | None = None
    settings: MeetingSettings = MeetingSettings()

    @property
    def rhythm(self) -> Rhythm:
        """Return how often it takes place."""
        if self.series is not None:
            return Rhythm.SERIES
        return Rhythm.ONCE if self.starts else Rhythm.NO_FIXED_TIME

    def problems(self) -> dict[str, Sentence]:
        """Return what Zoom would refuse, by field."""
        found = self.settings.problems()
        if not self.topic.strip():
            found["topic"] = NO_TOPIC
        elif len(self.topic) > TOPIC_LIMIT:
            found["topic"] = LONG_TOPIC.filled(limit=TOPIC_LIMIT)
        if len(self.agenda) > AGENDA_LIMIT:
            found["agenda"] = LONG_AGENDA.filled(limit=AGENDA_LIMIT)
        if not SHORTEST <= self.minutes <= LONGEST:
            found["minutes"] = NOT_THAT_LONG.filled(shortest=SHORTEST, longest=LONGEST)
        try:
            zone_called(self.zone)
        except Invalid:
            found["zone"] = UNKNOWN_ZONE.filled(zone=self.zone)
        if self.series is not None:
            if self.starts is None:
                found["starts"] = NO_START
            if problem := self.series.problem():
                found["series"] = problem
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if Zoom would refuse it."""
        if problems := self.problems():
            raise Invalid(problems)

    def too_late(self, now: datetime) -> Sentence | None:
        """Return what would go wrong if it were made now, because its start is over."""
        return IN_THE_PAST if self.starts is not None and self.starts < now else None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a series, by the name Zoom has for it."""

    id: str
    starts: datetime | None
    minutes: int
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """What Zoom's list tells about a meeting: neither settings nor dates of a series."""

    at: MeetingNumber
    uuid: str
    topic: str
    rhythm: Rhythm
    zone: str
    starts: datetime | None
    minutes: int
    join_link: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting as Zoom knows it now; its start link is asked for when needed and never kept.

    A ``personal`` one is the host's own room, always under the same number. Of a webinar Zoom does
    not tell whether it is ``running``.
    """

    at: MeetingNumber
    uuid: str
    draft: MeetingDraft
    join_link: str = ""
    registration_link: str = ""
    host: str = ""
    occurrences: tuple[Occurrence, ...] = ()
    running: bool | None = None
    personal: bool = False
