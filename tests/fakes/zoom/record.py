"""What Zoom remembers: meetings and webinars, their occurrences, people and instances."""

from __future__ import annotations

import base64
import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import unquote

from tests.fakes.zoom.wire import Json, Refusal, utc

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.fakes.zoom.calls import Call
    from tests.fakes.zoom.holding import Person
    from tests.fakes.zoom.users import User

RECURRING_ANYTIME = {3, 6}
RECURRING_FIXED = {8, 9}
EXPIRES_AFTER = timedelta(days=30)


@dataclass(slots=True)
class Occurrence:
    id: str
    start: datetime
    duration: int
    status: str = "available"

    def shown(self) -> Json:
        return {
            "occurrence_id": self.id,
            "start_time": utc(self.start),
            "duration": self.duration,
            "status": self.status,
        }


@dataclass(slots=True)
class Registrant:
    id: str
    answers: Json
    status: str
    created: datetime
    join_url: str
    pin: int
    occurrences: tuple[str, ...] = ()

    @property
    def email(self) -> str:
        return str(self.answers["email"])

    @property
    def name(self) -> str:
        return f"{self.answers['first_name']} {self.answers.get('last_name', '')}".strip()


@dataclass(frozen=True, slots=True)
class Row:
    """One connection of one device: every return makes another."""

    name: str
    join: datetime
    leave: datetime
    user_id: str
    id: str | None = ""
    user_email: str | None = None
    registrant_id: str = ""
    waiting: bool = False
    breakout: str = ""
    internal: bool = False
    participant_user_id: str | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to a poll, or one question with its answer."""

    name: str
    email: str
    question: str
    answer: str
    at: datetime


@dataclass(slots=True)
class Instance:
    """One time that a meeting was held."""

    uuid: str
    meeting: Meeting
    start: datetime
    end: datetime | None
    ready: datetime | None = None
    rows: list[Row] = field(default_factory=list)
    polls: list[Answered] = field(default_factory=list)
    questions: list[Answered] = field(default_factory=list)
    recordings: list[Json] = field(default_factory=list)
    coming: Sequence[Person | Row] = ()

    def running(self, now: datetime) -> bool:
        return self.start <= now and (self.end is None or now < self.end)

    def over(self, now: datetime) -> bool:
        return self.end is not None and self.end <= now


@dataclass(slots=True)
class Meeting:
    """A meeting or a webinar; both have the same verbs."""

    id: int
    uuid: str
    host: User
    webinar: bool
    type: int
    topic: str
    created: datetime
    start: datetime | None
    duration: int
    timezone: str
    password: str
    agenda: str = ""
    recurrence: Json | None = None
    settings: Json = field(default_factory=dict)
    more: Json = field(default_factory=dict)
    occurrences: list[Occurrence] = field(default_factory=list)
    registrants: dict[str, Registrant] = field(default_factory=dict)
    asked_for: Json = field(default_factory=lambda: {"questions": [], "custom_questions": []})
    panelists: dict[str, Json] = field(default_factory=dict)
    instances: list[Instance] = field(default_factory=list)
    deleted: bool = False

    @property
    def takes_registrations(self) -> bool:
        return bool(self.settings["approval_type"] != 2)

    @property
    def word(self) -> str:
        return "Webinar" if self.webinar else "Meeting"

    def last_end(self) -> datetime | None:
        starts = [o.start for o in self.occurrences if o.status == "available"]
        last = max(starts, default=self.start)
        return None if last is None else last + timedelta(minutes=self.duration)

    def running(self, now: datetime) -> Instance | None:
        return next((i for i in self.instances if i.running(now)), None)

    def occurrence(self, wanted: str) -> Occurrence:
        for occurrence in self.occurrences:
            if occurrence.id == wanted and occurrence.status == "available":
                return occurrence
        raise Refusal(400, 300, "Invalid parameter: occurrence_id.")


@dataclass(slots=True)
class Book:
    """Every meeting and webinar, by number and by UUID; numbers come in a fixed order."""

    meetings: dict[int, Meeting] = field(default_factory=dict)
    uuids: int = 0
    dice: random.Random = field(default_factory=lambda: random.Random(4))  # noqa: S311 - no secret

    def new_id(self) -> int:
        return self.dice.randrange(80_000_000_000, 99_999_999_999)

    def new_token(self, size: int = 16) -> str:
        return base64.urlsafe_b64encode(self.dice.randbytes(size)).decode().rstrip("=")

    def new_uuid(self) -> str:
        """Make a UUID as Zoom does; two of three hold the slashes that need double encoding."""
        made = base64.b64encode(self.dice.randbytes(16)).decode()
        self.uuids += 1
        match self.uuids % 3:
            case 1:
                return "/" + made[1:]
            case 2:
                return made[:4] + "//" + made[6:]
        return made.replace("/", "a")

    def named(self, call: Call, *, webinar: bool) -> Meeting:
        """Find the meeting that the path names by its number."""
        word = call.path["id"]
        if not (word.isascii() and word.isdigit()):
            raise Refusal(400, 300, "Invalid webinar ID." if webinar else "Invalid meeting ID.")
        meeting = self.meetings.get(int(word))
        kind = "Webinar" if webinar else "Meeting"
        if meeting is None or meeting.deleted or not sees(call, meeting):
            raise Refusal(404, 3001, f"{kind} does not exist: {word}.")
        if meeting.webinar and not webinar:
            raise Refusal(400, 3000, "Cannot access webinar info.")
        if webinar and not meeting.webinar:
            raise Refusal(400, 300, "Invalid webinar ID.")
        return meeting

    def instance(self, call: Call, *, webinar: bool) -> Instance:
        """Find the instance that the path names: a number means the latest, a UUID just that one.

        The gateway undid one encoding; the second is undone here, so that a UUID with slashes
        only arrives whole when it was encoded twice.
        """
        word = call.path["id"]
        kind = "Webinar" if webinar else "Meeting"
        if word.isascii() and word.isdigit():
            meeting = self.named(call, webinar=webinar)
            over = [i for i in meeting.instances if i.over(call.now)]
            if not over:
                raise Refusal(404, 3001, f"{kind} ID is invalid or not end.")
            return max(over, key=lambda i: i.start)
        missing = Refusal(404, 3001, f"{kind} does not exist: {word}.")
        uuid = unquote(word)
        if word.startswith("/") or "//" in word:
            raise missing
        for meeting in self.meetings.values():
            for instance in meeting.instances:
                if instance.uuid == uuid and meeting.webinar == webinar and sees(call, meeting):
                    if not instance.over(call.now):
                        raise Refusal(404, 3001, f"{kind} ID is invalid or not end.")
                    return instance
        raise missing


def sees(call: Call, meeting: Meeting) -> bool:
    """Say whether the one who asks may know of this meeting."""
    if call.grant.user is None:
        return call.grant.account_id == meeting.host.account_id
    return call.grant.user is meeting.host
