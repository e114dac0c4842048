"""A credit rule in a few plain words, and what it makes of somebody who attends so many minutes."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.attendance.credit_rules import Award, Band, CreditRule, Scope
from cpd_desktop.domain.attendance.outcomes import Done, Outcome, outcome, stays_of
from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.spans import length, moment_of, united
from cpd_desktop.domain.attendance.stays import MINUTE, Attested, sitting_of
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.spans import Spans
    from cpd_desktop.domain.attendance.stays import Sitting
    from cpd_desktop.domain.credit import CreditLine
    from cpd_desktop.domain.sessions import Session

PERCENT = Sentence("rule", "{percent} % of the event must be attended.")
PERCENT_EACH = Sentence("rule", "{percent} % of a session must be attended for it to count.")
MINUTES = Sentence("rule", "{minutes} minutes must be attended.")
MINUTES_EACH = Sentence("rule", "{minutes} minutes of a session must be attended for it to count.")
NO_TIME = Sentence("rule", "Whoever was there has attended.")
SESSIONS = Sentence("rule", "At least %n session(s) must count.")
ALL_OF_IT = Sentence("rule", "The credit is as advertised.")
BY_SESSIONS = Sentence("rule", "Each session that counts gives its share, rounded down to {step}.")
BY_MINUTES = Sentence(
    "rule", "{unit} minutes attended give 1 credit, rounded down to {step}, at most as advertised."
)
BY_BANDS = Sentence("rule", "The credit goes by how much is attended: {bands}.")
BAND = Sentence("rule", "{share} from {percent} %")
WHOLE_SHARE = Sentence("rule", "all of it")
HALF = Sentence("rule", "half")
PART = Sentence("rule", "{share} of it")
ASKED_TOO = Sentence("rule", "Also asked: {things}.")
AND = Sentence("rule", "{one}, {other}")
LONGEST_GAP = Sentence("rule", "never away for more than {minutes} minutes on end")
LATEST = Sentence("rule", "there within {minutes} minutes of the start")
EARLIEST = Sentence("rule", "there until {minutes} minutes before the end")
MANDATORY = Sentence("rule", "every mandatory session")
INTERACTIONS = Sentence("rule", "%n interaction(s) for each credit")
EVALUATION = Sentence("rule", "the evaluation")
QUIZ = Sentence("rule", "a passed quiz")
ASSIGNMENT = Sentence("rule", "the assignment")
FEE = Sentence("rule", "the fee paid")
EARLY_JOIN = Sentence("rule", "Up to {minutes} minutes before the start count.")
BREAKS_COUNT = Sentence("rule", "Breaks count as attended.")

ENOUGH: Final = 10_000  # interactions, so that an example speaks of the time alone


def rule_summary(rule: CreditRule, *, mandatory: bool = False) -> tuple[Sentence, ...]:
    """Return what a rule asks and gives; ``mandatory`` if sessions of the event are."""
    told = [*_time(rule), _given(rule)]
    if rule.early_join_minutes:
        told.append(EARLY_JOIN.filled(minutes=rule.early_join_minutes))
    if not rule.breaks_excluded:
        told.append(BREAKS_COUNT)
    things = list(_asked_too(rule, mandatory=mandatory))
    if things:
        told.append(ASKED_TOO.filled(things=_listed(things)))
    return tuple(told)


def tried(
    rule: CreditRule,
    line: CreditLine,
    sittings: Sequence[Sitting],
    minutes: int,
    zone: str = "UTC",
) -> Outcome:
    """Return what somebody earns who attends so many minutes from the start and then leaves.

    Whatever else is asked counts as done.
    """
    left = minutes * MINUTE
    rows: list[Attested] = []
    for span in _taught(sittings, breaks_count=not rule.breaks_excluded):
        leaves = min(span.ends, span.starts + left)
        left -= leaves - span.starts
        if leaves > span.starts:
            told = Presence(1, "", joined=moment_of(span.starts), left=moment_of(leaves))
            rows.append(Attested(told, Origin.ZOOM_MEETING))
    done = Done(ENOUGH, evaluation=True, quiz=True, assignment=True, fee=True)
    return outcome(rule, line, stays_of(sittings, rows, rule), done, zone=zone)


def minutes_taught(sittings: Iterable[Sitting], *, breaks_count: bool = False) -> int:
    """Return how many minutes there are to attend; sessions at once count once."""
    return length(_taught(sittings, breaks_count=breaks_count)) // MINUTE


def sittings_of(sessions: Iterable[Session]) -> list[Sitting]:
    """Return the sessions as attendance is counted in them, the earliest first."""
    return sorted(map(sitting_of, sessions), key=lambda each: each.span)


def _taught(sittings: Iterable[Sitting], *, breaks_count: bool) -> Spans:
    return united(span for each in sittings for span in each.window(breaks_count=breaks_count))


def _time(rule: CreditRule) -> list[Sentence]:
    each = rule.scope is Scope.PER_SESSION or rule.sessions_needed is not None
    found = []
    if rule.minimum_percent is not None and rule.award is not Award.BY_BANDS:
        told = PERCENT_EACH if each else PERCENT
        found.append(told.filled(percent=rule.minimum_percent))
    if rule.minimum_minutes is not None:
        told = MINUTES_EACH if each else MINUTES
        found.append(told.filled(minutes=rule.minimum_minutes))
    if not found and rule.award is not Award.BY_BANDS:
        found.append(NO_TIME)
    if rule.sessions_needed is not None:
        found.append(SESSIONS.filled(n=rule.sessions_needed))
    return found


def _given(rule: CreditRule) -> Sentence:
    step = f"{rule.step.normalize():f}"
    if rule.award is Award.BY_MINUTES:
        return BY_MINUTES.filled(unit=rule.unit_minutes, step=step)
    if rule.award is Award.BY_BANDS:
        ranked = sorted(rule.bands, reverse=True)
        return BY_BANDS.filled(bands=_listed([_band(each) for each in ranked]))
    if rule.scope is Scope.PER_SESSION and rule.sessions_needed is None:
        return BY_SESSIONS.filled(step=step)
    return ALL_OF_IT


def _band(band: Band) -> Sentence:
    named = {Fraction(1): WHOLE_SHARE, Fraction(1, 2): HALF}
    share = named.get(band.share, PART.filled(share=str(band.share)))
    return BAND.filled(share=share, percent=band.percent)


def _asked_too(rule: CreditRule, *, mandatory: bool) -> Iterable[Sentence]:
    for minutes, says in (
        (rule.longest_gap_minutes, LONGEST_GAP),
        (rule.late_arrival_minutes, LATEST),
        (rule.early_leave_minutes, EARLIEST),
    ):
        if minutes is not None:
            yield says.filled(minutes=minutes)
    if rule.mandatory_sessions and mandatory:
        yield MANDATORY
    if rule.interactions_per_credit:
        yield INTERACTIONS.filled(n=rule.interactions_per_credit)
    for asked, says in (
        (rule.evaluation, EVALUATION),
        (rule.quiz, QUIZ),
        (rule.assignment, ASSIGNMENT),
        (rule.fee, FEE),
    ):
        if asked:
            yield says


def _listed(things: Sequence[Sentence]) -> Sentence:
    return reduce(lambda one, other: AND.filled(one=one, other=other), things)
