"""What somebody earns, and one plain sentence for each condition that they failed."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.credit_rules import Award, CreditRule, Scope, rounded_down
from cpd_desktop.domain.attendance.spans import length, moment_of, shared, united
from cpd_desktop.domain.attendance.stays import MINUTE, Stay, stay
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.stays import Attested, Sitting
    from cpd_desktop.domain.credit import CreditLine

NOTHING = Decimal(0)
ALL = 100

NOT_THERE = Sentence("result", "Was not there.")
LITTLE = Sentence("result", "{percent} % of {minutes} minutes; {needed} % needed.")
LITTLE_LATE = Sentence(
    "result", "{percent} % of {minutes} minutes; {needed} % needed; came at {came}."
)
LITTLE_EARLY = Sentence(
    "result", "{percent} % of {minutes} minutes; {needed} % needed; left at {left}."
)
LITTLE_BOTH = Sentence(
    "result", "{percent} % of {minutes} minutes; {needed} % needed; came at {came}, left at {left}."
)
LITTLE_IN = Sentence(
    "result", "{percent} % of the {minutes} minutes of “{session}”; {needed} % needed."
)
FEW_MINUTES = Sentence("result", "{attended} of {minutes} minutes; {needed} minutes needed.")
FEW_MINUTES_IN = Sentence(
    "result", "{attended} of the {minutes} minutes of “{session}”; {needed} minutes needed."
)
LONG_GAP = Sentence("result", "Away for {gap} minutes on end in “{session}”; {most} are allowed.")
CAME_LATE = Sentence("result", "Came to “{session}” at {came}; {latest} was the latest.")
LEFT_EARLY = Sentence("result", "Left “{session}” at {left}; {earliest} was the earliest.")
UNKNOWN_TIMES = Sentence("result", "It is not known when they were in “{session}”, only how long.")
FEW_SESSIONS = Sentence("result", "{attended} of {all} sessions; {needed} needed.")
MISSED_SESSION = Sentence("result", "“{session}” is mandatory and was not attended.")
FEW_ANSWERS = Sentence("result", "{given} interactions; {needed} needed.")
NO_EVALUATION = Sentence("result", "The evaluation is not done.")
NO_QUIZ = Sentence("result", "The quiz is not passed.")
NO_ASSIGNMENT = Sentence("result", "The assignment is not done.")
NO_FEE = Sentence("result", "The fee is not paid.")
TOO_LITTLE_CREDIT = Sentence("result", "The time that was attended comes to no credit.")
TOLD_MET = Sentence("result", "{who} decided on {day} that it is met: {why}")
TOLD_NOT_MET = Sentence("result", "{who} decided on {day} that it is not met: {why}")
NO_REASON = Sentence("result", "Say why, so that an auditor understands it.")
NOT_SAID_WHO = Sentence("result", "It does not say who decided it.")


class Result(StrEnum):
    """How somebody stands."""

    ATTENDED = "attended"
    PARTIAL = "partial"
    ABSENT = "absent"
    REVIEW = "review"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class Override:
    """What somebody decided against the computation: met or not met; none leaves it as it is."""

    met: bool
    who: str
    at: datetime
    why: str

    def require_valid(self) -> None:
        """Raise ``Invalid`` unless it says who and why."""
        if not self.why.strip():
            raise Invalid({"why": NO_REASON})
        if not self.who.strip():
            raise Invalid({"who": NOT_SAID_WHO})


@dataclass(frozen=True, slots=True)
class Done:
    """What somebody did besides being there."""

    interactions: int = 0
    evaluation: bool = False
    quiz: bool = False
    assignment: bool = False
    fee: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the rule makes of somebody's time for one credit line; ``version`` is the rule's."""

    result: Result
    eligible: bool
    credit: Decimal
    seconds: int
    most: int
    reasons: tuple[Sentence, ...] = ()
    stays: tuple[Stay, ...] = ()
    version: str = ""
    override: Override | None = field(default=None)

    @property
    def minutes(self) -> int:
        """Return the whole minutes that count."""
        return self.seconds // MINUTE

    @property
    def percent(self) -> int:
        """Return the whole percent, never more than all."""
        return percent_of(self.seconds, self.most)


def percent_of(seconds: int, most: int) -> int:
    """Return the share in whole percent, rounded down, so that what fails never looks met."""
    return min(ALL, ALL * seconds // most) if most else 0


@dataclass(frozen=True, slots=True)
class _Case:
    """One person's time, as one rule looks at it."""

    rule: CreditRule
    line: CreditLine
    zone: str
    stays: tuple[Stay, ...]
    done: Done

    def taught(self, stays: Iterable[Stay]) -> int:
        """Return the seconds that were taught; sessions at once are taught once."""
        windows = (shared(each.window, (each.sitting.span,)) for each in stays)
        return length(united(span for each in windows for span in each))

    def attended(self, stays: Sequence[Stay]) -> int:
        """Return the seconds that count; two sessions at once count once."""
        if len(stays) == 1:
            return stays[0].seconds
        told = [each for each in stays if each.moments_known]
        spans = united(span for each in told for span in each.spans)
        known = length(shared(spans, united(span for each in told for span in each.window)))
        totals = sum(each.seconds for each in stays if not each.moments_known)
        return min(known + totals, sum(each.most for each in stays))

    def clock(self, second: int | None) -> str:
        return "" if second is None else f"{wall_time(moment_of(second), self.zone):%H:%M}"

    def met(self, each: Stay) -> bool:
        """Say whether one session counts as attended by itself."""
        return not self.time_failures((each,), session=each.sitting.title)

    def time_failures(self, stays: Sequence[Stay], session: str = "") -> list[Sentence]:
        """Return what is wrong with the time in these sessions together."""
        seconds, taught = self.attended(stays), self.taught(stays)
        if not seconds:
            return [NOT_THERE] if not session else [MISSED_SESSION.filled(session=session)]
        found: list[Sentence] = []
        rule, minutes = self.rule, taught // MINUTE
        percent = rule.minimum_percent
        if rule.award is Award.BY_BANDS:
            percent = min(band.percent for band in rule.bands)
        if percent is not None and ALL * seconds < percent * taught:
            found.append(self._too_little(stays, seconds, taught, percent, session))
        if rule.minimum_minutes is not None and seconds < MINUTE * rule.minimum_minutes:
            told = FEW_MINUTES_IN.filled(session=session) if session else FEW_MINUTES
            found.append(
                told.filled(
                    attended=seconds // MINUTE, minutes=minutes, needed=rule.minimum_minutes
                )
            )
        for each in stays:
            found += self._edges(each)
        return found

    def _too_little(
        self, stays: Sequence[Stay], seconds: int, taught: int, needed: int, session: str
    ) -> Sentence:
        said = {
            "percent": percent_of(seconds, taught), "minutes": taught // MINUTE, "needed": needed,
        }  # fmt: skip
        if session and len(self.stays) > 1:
            return LITTLE_IN.filled(**said, session=session)
        one = stays[0]
        if len(stays) > 1 or one.came is None or one.left is None:
            return LITTLE.filled(**said)
        late, early = one.came > one.sitting.span.starts, one.left < one.sitting.span.ends
        if late:
            says = (LITTLE_BOTH if early else LITTLE_LATE).filled(came=self.clock(one.came))
        else:
            says = LITTLE_EARLY if early else LITTLE
        return says.filled(**said, left=self.clock(one.left))

    def _edges(self, each: Stay) -> list[Sentence]:
        """Return what is wrong with coming, leaving and being away."""
        rule, session = self.rule, each.sitting.title
        limits = (rule.late_arrival_minutes, rule.early_leave_minutes, rule.longest_gap_minutes)
        if limits == (None, None, None) or not each.seconds or each.signed:
            return []
        if not each.moments_known or each.came is None or each.left is None:
            return [UNKNOWN_TIMES.filled(session=session)]
        late, early, gap = limits
        found: list[Sentence] = []
        if late is not None and each.came > (latest := each.sitting.span.starts + MINUTE * late):
            times = {"came": self.clock(each.came), "latest": self.clock(latest)}
            found.append(CAME_LATE.filled(session=session, **times))
        if early is not None and each.left < (least := each.sitting.span.ends - MINUTE * early):
            times = {"left": self.clock(each.left), "earliest": self.clock(least)}
            found.append(LEFT_EARLY.filled(session=session, **times))
        if gap is not None and each.gap() > MINUTE * gap:
            away = -(-each.gap() // MINUTE)
            found.append(LONG_GAP.filled(session=session, gap=away, most=gap))
        return found

    def session_failures(self) -> list[Sentence]:
        """Return which sessions are missing, by number or by name."""
        found: list[Sentence] = []
        needed = self.rule.sessions_needed
        if needed is not None and (attended := sum(map(self.met, self.stays))) < needed:
            said = {"attended": attended, "all": len(self.stays), "needed": needed}
            found.append(FEW_SESSIONS.filled(**said))
        if self.rule.mandatory_sessions:
            named = (one for one in self.stays if one.sitting.mandatory and not self.met(one))
            found += (MISSED_SESSION.filled(session=one.sitting.title) for one in named)
        return found

    def other_failures(self) -> list[Sentence]:
        """Return what is missing besides the time."""
        rule, done = self.rule, self.done
        wanted = Fraction(self.line.amount) * rule.interactions_per_credit
        needed = -(-wanted.numerator // wanted.denominator)
        found: list[Sentence] = []
        if done.interactions < needed:
            found.append(FEW_ANSWERS.filled(given=done.interactions, needed=needed))
        for asked, given, says in (
            (rule.evaluation, done.evaluation, NO_EVALUATION),
            (rule.quiz, done.quiz, NO_QUIZ),
            (rule.assignment, done.assignment, NO_ASSIGNMENT),
            (rule.fee, done.fee, NO_FEE),
        ):
            if asked and not given:
                found.append(says)
        return found

    def failures(self) -> list[Sentence]:
        """Return every condition that is not met."""
        if self.rule.scope is Scope.WHOLE_EVENT and self.rule.sessions_needed is None:
            time = self.time_failures(self.stays)
        elif any(map(self.met, self.stays)):
            time = []
        else:
            there = ((each, each.sitting.title) for each in self.stays if each.seconds)
            time = [says for one, title in there for says in self.time_failures((one,), title)]
            time = time or [NOT_THERE]
        return [*time, *self.session_failures(), *self.other_failures()]

    def credit(self) -> Decimal:
        """Return what the time is worth, never above what was advertised."""
        advertised = Fraction(self.line.amount)
        counted: Sequence[Stay] = self.stays
        share = Fraction(1)
        if self.rule.scope is Scope.PER_SESSION:
            counted = [each for each in self.stays if self.met(each)]
            if self.rule.sessions_needed is None:
                share = Fraction(self.taught(counted), self.taught(self.stays) or 1)
        seconds, taught = self.attended(counted), self.taught(counted)
        if self.rule.award is Award.BY_MINUTES:
            earned = min(advertised, Fraction(seconds, MINUTE * self.rule.unit_minutes))
        elif self.rule.award is Award.BY_BANDS:
            reached = (
                band.share for band in self.rule.bands if ALL * seconds >= band.percent * taught
            )
            earned = advertised * share * max(reached, default=Fraction(0))
        elif share == 1:
            return self.line.amount
        else:
            earned = advertised * share
        return min(self.line.amount, rounded_down(earned, self.rule.step))


def stays_of(
    sittings: Iterable[Sitting], rows: Sequence[Attested], rule: CreditRule
) -> tuple[Stay, ...]:
    """Return somebody's time in each session, as a rule counts it."""
    early = MINUTE * rule.early_join_minutes
    return tuple(
        stay(each, rows, early, rule.bridged_seconds, breaks_count=not rule.breaks_excluded)
        for each in sittings
    )


def met_in(rule: CreditRule, line: CreditLine, each: Stay) -> bool:
    """Say whether the time in one session is enough by itself, whatever else is asked."""
    return _Case(rule, line, "UTC", (each,), Done()).met(each)


def outcome(
    rule: CreditRule,
    line: CreditLine,
    stays: Sequence[Stay],
    done: Done | None = None,
    *,
    zone: str = "UTC",
    override: Override | None = None,
    in_review: bool = False,
) -> Outcome:
    """Return what the rule makes of somebody's time for one credit line.

    ``in_review`` says that a doubtful participant may be them, so that nothing is concluded.
    """
    case = _Case(rule, line, zone, tuple(stays), done or Done())
    failures, seconds = case.failures(), case.attended(case.stays)
    credit = NOTHING if failures else case.credit()
    if not failures and not credit:
        failures = [TOO_LITTLE_CREDIT]
    result = Result.PARTIAL if seconds else Result.ABSENT
    if not failures:
        result = Result.ATTENDED
    elif in_review:
        result = Result.REVIEW
    if override is not None:
        said = {"who": override.who, "day": override.at.date().isoformat(), "why": override.why}
        told = (TOLD_MET if override.met else TOLD_NOT_MET).filled(**said)
        result, credit = Result.OVERRIDE, (credit or line.amount) if override.met else NOTHING
        failures = [told, *failures]
    eligible = bool(credit)
    return Outcome(
        result, eligible, credit, seconds, case.taught(case.stays), tuple(failures), case.stays,
        rule.version, override,
    )  # fmt: skip
