"""What Zoom tells once a meeting is over: instances, who was there, what they answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.meetings import Kind


@dataclass(frozen=True, slots=True)
class Instance:
    """One time that a meeting was really held; restarted, it has another."""

    kind: Kind
    uuid: str
    starts: datetime | None = None


@dataclass(frozen=True, slots=True)
class ParticipantPage:
    """One page of who was there: the original bytes, and the same read.

    Number 1 begins anew: had the listing to be started again, whatever was kept before is void.
    ``rows`` counts those of the original, ``total`` what Zoom says there are on all pages.
    """

    number: int
    content: bytes
    presences: tuple[Presence, ...]
    rows: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class PollAnswer:
    """What somebody answered to a poll."""

    name: str
    email: str
    question: str
    answer: str
    poll: str = ""
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """What somebody asked during the meeting, and what was answered."""

    name: str
    email: str
    question: str
    answer: str = ""


@dataclass(frozen=True, slots=True)
class RecordingFile:
    """One file of a recording."""

    id: str
    kind: str
    form: str
    size: int
    play_link: str = ""
    download_link: str = ""
    starts: datetime | None = None
    ends: datetime | None = None


@dataclass(frozen=True, slots=True)
class Recording:
    """What Zoom's cloud recorded of one instance, and the day on which it goes."""

    uuid: str
    topic: str
    starts: datetime | None
    files: tuple[RecordingFile, ...]
    goes_on: date | None = None
