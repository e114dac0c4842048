"""What somebody must have done for how much credit: the rule as data, known by its content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cpd_desktop.domain.credit import DEFAULT_PERCENT, Minimum
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = tuple(map(Decimal, ("0.01", "0.1", "0.2", "0.25", "0.5", "1")))
WHOLE = 100
LONGEST = 10_000

BAD_UNIT = Sentence("rule", "A unit of credit is not between 1 and 6,000 minutes.")
BAD_STEP = Sentence("rule", "Credit is rounded down to 0.01, 0.1, 0.2, 0.25, 0.5 or 1.")
BAD_PERCENT = Sentence("rule", "The minimum is not between 1% and 100%.")
BAD_MINUTES = Sentence("rule", "A number of minutes is not between 0 and 10,000.")
BAD_BANDS = Sentence("rule", "Partial credit needs at least one percentage, and each only once.")
BAD_SESSIONS = Sentence("rule", "The number of sessions to attend is not at least 1.")
BAD_INTERACTIONS = Sentence("rule", "The number of interactions is not at least 0.")

MOST_UNIT = 6000


class Scope(StrEnum):
    """Over what the minimum is counted."""

    WHOLE_EVENT = "whole event"
    PER_SESSION = "per session"


class Award(StrEnum):
    """How much credit a met rule gives."""

    ADVERTISED = "advertised"
    BY_MINUTES = "by minutes"
    BY_BANDS = "by bands"


class Band(NamedTuple):
    """From how many percent what share of the credit is given."""

    percent: int
    share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditRule:
    """What one credit line asks for; whatever is left out is not asked."""

    unit_minutes: int = 60
    step: Decimal = Decimal("0.25")
    minimum_percent: int | None = DEFAULT_PERCENT
    minimum_minutes: int | None = None
    longest_gap_minutes: int | None = None
    early_join_minutes: int = 0
    late_arrival_minutes: int | None = None
    early_leave_minutes: int | None = None
    bridged_seconds: int = 0
    breaks_excluded: bool = True
    award: Award = Award.ADVERTISED
    bands: tuple[Band, ...] = ()
    scope: Scope = Scope.WHOLE_EVENT
    sessions_needed: int | None = None
    mandatory_sessions: bool = True
    interactions_per_credit: int = 0
    evaluation: bool = False
    quiz: bool = False
    assignment: bool = False
    fee: bool = False

    @property
    def version(self) -> str:
        """Return what the rule is known by: the same content, the same version."""
        return _version(self)

    @property
    def minimum(self) -> Minimum:
        """Return how much has to be attended for all of the credit, as one figure."""
        if self.minimum_percent is not None:
            return Minimum(self.minimum_percent)
        if self.minimum_minutes is not None:
            return Minimum(None, self.minimum_minutes)
        most = max((band.percent for band in self.bands), default=DEFAULT_PERCENT)
        return Minimum(WHOLE if self.longest_gap_minutes is not None else most)

    def with_minimum(self, minimum: Minimum) -> CreditRule:
        """Return the rule with another minimum; bands of partial credit below it fall away."""
        if minimum == self.minimum:
            return self
        bands = tuple(band for band in self.bands if band.percent >= (minimum.percent or 1))
        award = Award.ADVERTISED if self.bands and not bands else self.award
        return replace(
            self,
            minimum_percent=minimum.percent,
            minimum_minutes=minimum.minutes,
            bands=bands,
            award=award,
        )

    def kept(self) -> dict[str, Any]:
        """Return what is written down: everything, so that a later default changes nothing."""
        found: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        found["step"] = f"{self.step.normalize():f}"
        found["bands"] = [[band.percent, str(band.share)] for band in self.bands]
        return found | {"award": str(self.award), "scope": str(self.scope)}

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not 1 <= self.unit_minutes <= MOST_UNIT:
            found["unit_minutes"] = BAD_UNIT
        if self.step not in STEPS:
            found["step"] = BAD_STEP
        if self.minimum_percent is not None and not 1 <= self.minimum_percent <= WHOLE:
            found["minimum_percent"] = BAD_PERCENT
        for name in _IN_MINUTES:
            if not 0 <= (getattr(self, name) or 0) <= LONGEST:
                found[name] = BAD_MINUTES
        if (self.award is Award.BY_BANDS) != bool(self.bands) or _are_wrong(self.bands):
            found["bands"] = BAD_BANDS
        if self.sessions_needed is not None and self.sessions_needed < 1:
            found["sessions_needed"] = BAD_SESSIONS
        if self.interactions_per_credit < 0:
            found["interactions_per_credit"] = BAD_INTERACTIONS
        return found

    def problem(self) -> Sentence | None:
        """Return the first of what is wrong with it, if anything."""
        return next(iter(self.problems().values()), None)

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if problem := self.problem():
            raise Invalid({"rule": problem})


_IN_MINUTES = (
    *("minimum_minutes", "longest_gap_minutes", "early_join_minutes", "late_arrival_minutes"),
    *("early_leave_minutes", "bridged_seconds"),
)

USUAL_RULE = CreditRule()


@lru_cache
def _version(rule: CreditRule) -> str:
    written = json.dumps(rule.kept(), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


def _are_wrong(bands: tuple[Band, ...]) -> bool:
    shares = [band.percent for band in bands]
    return len(set(shares)) < len(shares) or any(
        not (1 <= at <= WHOLE and 0 < share <= 1) for at, share in bands
    )


def rule_of(kept: Mapping[str, Any]) -> CreditRule:
    """Return the rule that was written down; raises ``Invalid`` if it is none."""
    known = {each.name for each in fields(CreditRule)}
    given = {name: value for name, value in kept.items() if name in known}
    if "bands" in given:
        given["bands"] = tuple(Band(int(at), Fraction(share)) for at, share in given["bands"])
    for name, made in (("step", Decimal), ("award", Award), ("scope", Scope)):
        if name in given:
            given[name] = made(given[name])
    rule = CreditRule(**given)
    rule.require_valid()
    return rule


def rounded_down(amount: Fraction, step: Decimal) -> Decimal:
    """Return the greatest multiple of the step that is not above the amount."""
    steps = amount / Fraction(step)
    return (steps.numerator // steps.denominator) * step
