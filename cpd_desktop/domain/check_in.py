"""Who came to a session in person: noted by hand or by a badge's code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.registrations import STATUS_WORDS, RegistrationStatus
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

NOT_EXPECTED = Sentence("check_in", "{name} is {status}, so has no place here.")
NOT_EXPECTED_ADVICE = Sentence("check_in", "Confirm them first, then check them in.")

EXPECTED = frozenset({RegistrationStatus.PENDING, RegistrationStatus.CONFIRMED})


class How(StrEnum):
    """How somebody was checked in."""

    HAND = "hand"
    SCAN = "scan"


class Present(NamedTuple):
    """How many of those expected at a session are checked in."""

    here: int
    expected: int


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """That somebody is at a session, and since when; ``again`` if that was known before."""

    registration_id: int
    session_id: int
    name: str
    reference: str
    at: datetime
    how: How
    again: bool = False


class NotExpected(NotAllowed):
    """Somebody without a place came; they can be given one."""

    title = Sentence("errors", "Somebody without a place")


def require_expected(name: str, status: RegistrationStatus) -> None:
    """Raise ``NotExpected`` unless somebody who stands so is let in."""
    if status not in EXPECTED:
        says = NOT_EXPECTED.filled(name=name, status=STATUS_WORDS[status])
        raise NotExpected(says, NOT_EXPECTED_ADVICE)
