"""What a report tells, row by row, whatever wrote it: never edited, only read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.words import Sentence


class Role(StrEnum):
    """As what somebody was there, where the report says so."""

    UNTOLD = ""
    ATTENDEE = "attendee"
    PANELIST = "panelist"
    COHOST = "cohost"
    HOST = "host"


class Origin(StrEnum):
    """What wrote the report."""

    ZOOM_MEETING = "zoom-meeting"
    ZOOM_WEBINAR = "zoom-webinar"
    ZOOM_ANSWER = "zoom-answer"
    TEAMS = "teams"
    MEET = "meet"
    WEBEX = "webex"
    NAMES = "names"
    SIGN_IN_SHEET = "sign-in-sheet"


@dataclass(frozen=True, slots=True)
class Presence:
    """One stretch of one connection, in UTC; without moments if only the total was told."""

    row: int
    name: str
    renamed_from: str = ""
    email: str = ""
    joined: datetime | None = None
    left: datetime | None = None
    seconds: int = 0
    role: Role = Role.UNTOLD
    guest: bool | None = None
    waiting: bool = False
    registrant: str = ""
    account: str = ""
    connection: str = ""
    device: str = ""
    phone: str = ""
    instance: str = ""
    room: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row of people that cannot be true or read; ``column`` is headed so in the original."""

    row: int
    column: str
    reason: Sentence
    name: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One meeting's report; ``rows`` counts every row of people that the original has.

    Each is a presence, an absentee, which a webinar and a sign-in sheet tell too, or rejected.
    """

    origin: Origin
    presences: tuple[Presence, ...]
    rows: int
    meeting: str = ""
    instances: tuple[str, ...] = ()
    topic: str = ""
    host_name: str = ""
    host_email: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    absent: tuple[Presence, ...] = ()
    totals_only: bool = False
    ready: bool = True
    rejected: tuple[Rejected, ...] = ()
