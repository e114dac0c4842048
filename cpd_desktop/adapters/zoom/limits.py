"""Keeps to Zoom's limits before Zoom has to say so, and waits as long as it says when it does."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import Offline
from cpd_desktop.domain.zoom_profile import Plan

if TYPE_CHECKING:
    from collections.abc import Mapping

Pause = Callable[[float], None]

NOT_ANSWERING: Final = Sentence("zoom", "Zoom is not answering; working offline.")

_RESUME = re.compile(r"resume\b.*?GMT\s+(\d{1,2}):(\d\d):(\d\d)", re.IGNORECASE | re.DOTALL)


class Label(StrEnum):
    """How heavy a call is, in Zoom's words."""

    LIGHT = "Light"
    MEDIUM = "Medium"
    HEAVY = "Heavy"
    RESOURCE_INTENSIVE = "Resource-intensive"


Rates = MappingProxyType[Label, float]

# Calls a second, half of what Zoom allows: a rest saves up a second's worth, so that twice as many
# may come in one second; and other apps and people of the account take from the same.
FREE: Final[Rates] = MappingProxyType(
    {Label.LIGHT: 2.0, Label.MEDIUM: 1.0, Label.HEAVY: 0.5, Label.RESOURCE_INTENSIVE: 5 / 60}
)
PAID: Final[Rates] = MappingProxyType(
    {Label.LIGHT: 15.0, Label.MEDIUM: 10.0, Label.HEAVY: 5.0, Label.RESOURCE_INTENSIVE: 5 / 60}
)


def rates_of(plan: Plan) -> Rates:
    """Return the calls per second that are safe with the plan; the fewest if it is not known."""
    return PAID if plan is Plan.LICENSED else FREE


class Pace:
    """Lets calls of each label through at their rate; a pause of a second saves up one second."""

    def __init__(self, rates: Mapping[Label, float], now: Callable[[], float]) -> None:
        self._rates = rates
        self._now = now
        self._free_at = dict.fromkeys(Label, float("-inf"))
        self._lock = threading.Lock()

    def change(self, rates: Mapping[Label, float]) -> None:
        """Go on at other rates, once the plan is known."""
        self._rates = rates

    def take(self, label: Label) -> float:
        """Take one turn and return how many seconds it is away."""
        apart = 1 / self._rates[label]
        with self._lock:
            now = self._now()
            # Whatever was saved up longer ago than a second, or than one turn, is gone.
            mine = max(self._free_at[label], now - max(0.0, 1 - apart))
            self._free_at[label] = mine + apart
        return max(0.0, mine - now)


@dataclass(frozen=True, slots=True)
class Backoff:
    """How long to wait before trying again: twice as long each time, and never all at once."""

    first: float = 1.0
    longest: float = 60.0
    tries: int = 3

    def wait(self, attempt: int, chance: float) -> float:
        """Return the seconds before the attempt after this one; ``chance`` is from 0 to 1."""
        return float(min(self.longest, self.first * 2**attempt)) * (0.5 + chance / 2)


class Circuit:
    """Stops asking a Zoom that does not answer, and now and then tries whether it does again."""

    def __init__(self, now: Callable[[], float], *, failures: int = 3, rest: float = 30.0) -> None:
        self._now = now
        self._most = failures
        self._rest = rest
        self._failed = 0
        self._again_at = float("-inf")
        self._lock = threading.Lock()

    @property
    def offline(self) -> bool:
        """Say whether Zoom is taken not to answer."""
        return self._failed >= self._most

    def enter(self) -> None:
        """Let a call through; raises ``Offline`` while Zoom is left alone.

        After the rest one call goes through as a probe, and the others go on waiting for it.
        """
        with self._lock:
            if not self.offline:
                return
            now = self._now()
            if now < self._again_at:
                raise Offline(NOT_ANSWERING)
            self._again_at = now + self._rest

    def answered(self) -> None:
        """Zoom answered, whatever it said."""
        with self._lock:
            self._failed = 0

    def failed(self) -> None:
        """No answer came, or none that was Zoom's."""
        with self._lock:
            self._failed += 1
            self._again_at = self._now() + self._rest


def told_wait(headers: Mapping[str, str], message: str, now: datetime) -> timedelta | None:
    """Return how long Zoom asks us to wait, in whichever of its ways; nothing if in none.

    Measured by Zoom's own clock where it tells the time, so that ours may be wrong by days.
    """
    there = _date(headers.get("Date", "")) or now
    after = headers.get("Retry-After", "").strip()
    if after.isdecimal():
        return timedelta(seconds=int(after))
    until = _date(after) or _reset(headers.get("X-RateLimit-Reset", "")) or _resume(message, there)
    return None if until is None else max(timedelta(), until - there)


def _date(text: str) -> datetime | None:
    """Read an ISO date, as Zoom writes them, or one as the rest of the web does."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = read(text.strip())
        except (ValueError, IndexError):
            continue
        return found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    return None


def _reset(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text), UTC)
    except (ValueError, OverflowError, OSError):
        return None


def _resume(message: str, now: datetime) -> datetime | None:
    """Read “… resume … at GMT 00:00:00”, the only hint that comes without headers."""
    found = _RESUME.search(message)
    if found is None:
        return None
    hour, minute, second = (int(each) for each in found.groups())
    try:
        at = now.replace(hour=hour, minute=minute, second=second, microsecond=0)
    except ValueError:
        return None
    return at if at > now else at + timedelta(days=1)
