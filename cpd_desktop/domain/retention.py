"""How long the records of an event are kept, and who asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.presets import PRESETS, USUAL_YEARS
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from cpd_desktop.domain.presets import Preset

WHY_LIMIT = 500

KEPT = Sentence("retention", "Keep until {day} (default {usual} years).")
KEPT_AS_ASKED = Sentence(
    "retention", "Keep until {day} ({body}, {years} years; default {usual} years)."
)
HELD = Sentence("retention", "On hold until {day}: {why}")
HELD_ON = Sentence("retention", "On hold until somebody lifts it: {why}")
NO_WHY = Sentence("retention", "Say why it has to be kept longer.")
LONG_WHY = Sentence("retention", "The reason is longer than {limit} characters.")


class Hold(NamedTuple):
    """That an event's records must stay, whatever the rules say; without a day until lifted."""

    why: str
    until: date | None = None

    def require_valid(self) -> None:
        """Raise ``Invalid`` unless it says why."""
        if not self.why.strip():
            raise Invalid({"why": NO_WHY})
        if len(self.why) > WHY_LIMIT:
            raise Invalid({"why": LONG_WHY.filled(limit=WHY_LIMIT)})


def plain_day(day: date) -> str:
    """Return a day as an English document says it."""
    return f"{day.day} {day:%b %Y}"


@dataclass(frozen=True, slots=True)
class Retention:
    """Until which day an event's records are kept: the longest rule wins, never below the usual."""

    until: date
    usual: int = USUAL_YEARS
    asks: Preset | None = None
    hold: Hold | None = None

    def held(self, today: date) -> bool:
        """Say whether a hold keeps it."""
        if self.hold is None:
            return False
        return self.hold.until is None or today <= self.hold.until

    def due(self, today: date) -> bool:
        """Say whether nothing asks any more that it is kept."""
        return today > self.until and not self.held(today)

    def says(self, day: Callable[[date], str] = plain_day) -> Sentence:
        """Return until when, and by whose rule."""
        said = KEPT.filled(day=day(self.until), usual=self.usual)
        if self.asks is None:
            return said
        as_asked = KEPT_AS_ASKED.filled(body=self.asks.name, years=self.asks.keep_years)
        return as_asked.filled(**said.values)

    def hold_says(self, day: Callable[[date], str] = plain_day) -> Sentence | None:
        """Return what keeps it beyond that, if anything."""
        if self.hold is None:
            return None
        if self.hold.until is None:
            return HELD_ON.filled(why=self.hold.why)
        return HELD.filled(why=self.hold.why, day=day(self.hold.until))


def retention_of(
    ends: datetime,
    zone: str,
    preset: str,
    credit_types: Iterable[str] = (),
    *,
    usual: int = USUAL_YEARS,
    hold: Hold | None = None,
) -> Retention:
    """Return how long an event that ends then is kept, by its preset and its kinds of credit."""
    types = {folded(each) for each in credit_types}
    asking = [
        each for each in PRESETS.values() if each.key == preset or folded(each.credit_type) in types
    ]
    longest = max(asking, key=lambda each: each.keep_years, default=None)
    years = max(usual, longest.keep_years if longest else 0)
    return Retention(_years_later(wall_time(ends, zone).date(), years), usual, longest, hold)


def _years_later(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February: rather a day more than one too few
        return day.replace(year=day.year + years, month=3, day=1)
