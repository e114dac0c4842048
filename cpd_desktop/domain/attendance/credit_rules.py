"""What somebody must have done for how much credit: the rule as data, known by its content."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from cpd_desktop.domain.credit import DEFAULT_PERCENT
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
BAD_BANDS = Sentence("rule", "The bands of partial credit need a percentage and a share each.")
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

    def kept(self) -> dict[str, Any]:
        """Return what is written down: everything, so that a later default changes nothing."""
        found: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        found["step"] = f"{self.step.normalize():f}"
        found["bands"] = [[band.percent, str(band.share)] for band in self.bands]
        return found | {"award": str(self.award), "scope": str(self.scope)}

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        minutes = (
            self.minimum_minutes, self.longest_gap_minutes, self.early_join_minutes,
            self.late_arrival_minutes, self.early_leave_minutes, self.bridged_seconds,
        )  # fmt: skip
        shares = [band.percent for band in self.bands]
        wrong = {
            BAD_UNIT.template: not 1 <= self.unit_minutes <= MOST_UNIT,
            BAD_STEP.template: self.step not in STEPS,
            BAD_PERCENT.template: not 1 <= (self.minimum_percent or 1) <= WHOLE
            or self.minimum_percent == 0,
            BAD_MINUTES.template: any(each and not 0 <= each <= LONGEST for each in minutes),
            BAD_BANDS.template: (self.award is Award.BY_BANDS) != bool(shares)
            or len(set(shares)) < len(shares)
            or any(not (1 <= at <= WHOLE and 0 < share <= 1) for at, share in self.bands),
            BAD_SESSIONS.template: self.sessions_needed is not None and self.sessions_needed < 1,
            BAD_INTERACTIONS.template: self.interactions_per_credit < 0,
        }
        found = next((template for template, is_wrong in wrong.items() if is_wrong), None)
        return next((each for each in _PROBLEMS if each.template == found), None)

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if problem := self.problem():
            raise Invalid({"rule": problem})


_PROBLEMS = (
    BAD_UNIT, BAD_STEP, BAD_PERCENT, BAD_MINUTES, BAD_BANDS, BAD_SESSIONS, BAD_INTERACTIONS,
)  # fmt: skip

USUAL_RULE = CreditRule()


@lru_cache
def _version(rule: CreditRule) -> str:
    written = json.dumps(rule.kept(), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:16]


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
