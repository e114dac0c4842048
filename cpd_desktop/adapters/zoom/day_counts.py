"""How often Zoom was asked today for what it allows only so often a day, by all our programs."""

from __future__ import annotations

import hashlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.safe_file import only_one
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.people import normal_email
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import TooOften

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_WRITES: Final = 100
MOST_REGISTRATIONS: Final = 3
MOST_VERDICTS: Final = 10

WRITES_USED = Sentence(
    "zoom",
    "Zoom lets a host make or change {limit} meetings a day, which are used up. "
    "The next can follow after {time} UTC.",
)
REGISTRATIONS_USED = Sentence(
    "zoom",
    "Zoom lets a person be registered {limit} times a day, which are used up. "
    "The next can follow after {time} UTC.",
)
VERDICTS_USED = Sentence(
    "zoom",
    "Zoom lets a registration be decided {limit} times a day, which are used up. "
    "The next can follow after {time} UTC.",
)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Something that may be asked for only so often a day, and by whom or for whom."""

    name: str
    limit: int
    used_up: Sentence

    @classmethod
    def to_write(cls, account: str) -> Allowance:
        """Return the one for making and changing meetings."""
        return cls(f"write {_veiled(account)}", MOST_WRITES, WRITES_USED)

    @classmethod
    def to_register(cls, email: str) -> Allowance:
        """Return the one for registering a person."""
        return cls(f"register {_veiled(email)}", MOST_REGISTRATIONS, REGISTRATIONS_USED)

    @classmethod
    def to_decide(cls, registrant: str) -> Allowance:
        """Return the one for deciding about a registration."""
        return cls(f"decide {_veiled(registrant)}", MOST_VERDICTS, VERDICTS_USED)


class DayCounts:
    """Counts until midnight in UTC, in a small file that names nobody.

    A count that cannot be read or written is left out: then Zoom refuses what is too much.
    """

    def __init__(self, path: Path, now: Callable[[], datetime]) -> None:
        self._path = path
        self._now = now

    def require(self, *allowances: Allowance) -> None:
        """Raise ``TooOften`` if one of them is used up."""
        counts = self._today() if allowances else Counter()
        for each in allowances:
            if counts[each.name] >= each.limit:
                until = next_midnight(self._now())
                says = each.used_up.filled(limit=each.limit, time=f"{until:%H:%M}")
                raise TooOften(says, until)

    def add(self, *allowances: Allowance) -> None:
        """Count each of them once more."""
        if not allowances:  # as for most calls, which then touch no disk
            return
        day = self._now().date()
        lines = "".join(f"\n{day} {each.name}" for each in allowances)
        with (
            suppress(OSError, Conflict),
            only_one(self._path.with_suffix(".lock"), patience=1),
            self._path.open("a" if self._today() else "w", encoding="utf-8") as file,
        ):
            file.write(lines)

    def _today(self) -> Counter[str]:
        day = f"{self._now().date()} "
        try:
            lines = self._path.read_text("utf-8", "replace").splitlines()
        except OSError:
            return Counter()
        return Counter(line.removeprefix(day) for line in lines if line.startswith(day))


def next_midnight(now: datetime) -> datetime:
    """Return when Zoom begins to count anew."""
    return now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)


def _veiled(whom: str) -> str:
    return hashlib.sha256(normal_email(whom).encode()).hexdigest()[:16]
