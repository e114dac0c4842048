"""How many mails go today, how long that takes, and what waits until tomorrow."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

DAY: Final = timedelta(days=1)
ALL_TODAY = Sentence("messages", "Going now: %n message(s).")
REST_LATER = Sentence(
    "messages", "{today} of %n message(s) go now; the account allows {limit} in a day."
)
TAKES = Sentence("messages", "This takes about {minutes} minutes.")


class Limits(NamedTuple):
    """What a provider allows: so many in 24 hours, and so long between two."""

    per_day: int = 500
    seconds: float = 0.0


class Pace(NamedTuple):
    """How a sending will go: so many at once, and so many on each day after."""

    limits: Limits
    today: int
    days: tuple[int, ...] = ()

    @property
    def later(self) -> int:
        """Return how many do not go today."""
        return sum(self.days)

    @property
    def lasts(self) -> timedelta:
        """Return how long those of today take at least."""
        return timedelta(seconds=self.limits.seconds * max(self.today - 1, 0))

    def sentences(self) -> tuple[Sentence, ...]:
        """Say so before anything is sent."""
        total = self.today + self.later
        says = (
            REST_LATER.filled(n=total, today=self.today, limit=self.limits.per_day)
            if self.later
            else ALL_TODAY.filled(n=total)
        )
        minutes = round(self.lasts.total_seconds() / 60)
        return (says, TAKES.filled(minutes=minutes)) if minutes else (says,)


def pace(waiting: int, sent_lately: int, limits: Limits) -> Pace:
    """Return how many of those waiting go today, after so many in the last 24 hours."""
    today = min(waiting, room(sent_lately, limits))
    rest, days = waiting - today, []
    while rest > 0:
        days.append(min(rest, limits.per_day))
        rest -= days[-1]
    return Pace(limits, today, tuple(days))


def room(sent_lately: int, limits: Limits) -> int:
    """Return how many more the account takes now."""
    return max(limits.per_day - sent_lately, 0)


def free_again(sent_at: Iterable[datetime], limits: Limits) -> datetime | None:
    """Return from when on the account takes another one; nothing if it does so already."""
    lately = sorted(sent_at)
    if len(lately) < limits.per_day:
        return None
    return lately[-limits.per_day] + DAY
