"""A credit rule in words, one sentence for each thing that it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.credit_rules import Award, Scope
from cpd_desktop.domain.attendance.rule_summary import BY_SESSIONS
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.attendance.credit_rules import CreditRule

PERCENT = Sentence("rule", "At least {percent} % of the time is attended.")
PERCENT_EACH = Sentence("rule", "At least {percent} % of each session that counts is attended.")
MINUTES = Sentence("rule", "At least {minutes} minutes are attended.")
MINUTES_EACH = Sentence("rule", "At least {minutes} minutes of each session are attended.")
GAP = Sentence("rule", "Nobody is away for more than {minutes} minutes on end.")
EARLY = Sentence("rule", "Time counts from {minutes} minutes before the start.")
IN_TIME = Sentence("rule", "Time before the start and after the end does not count.")
LATE = Sentence("rule", "Nobody comes more than {minutes} minutes after the start.")
LEAVE = Sentence("rule", "Nobody leaves more than {minutes} minutes before the end.")
BRIDGED = Sentence("rule", "Gaps of up to {seconds} seconds count as attended.")
BREAKS_OUT = Sentence("rule", "Breaks do not count.")
BREAKS_IN = Sentence("rule", "Breaks count as attended.")
ADVERTISED = Sentence("rule", "Whoever meets it earns the credit as advertised.")
BY_MINUTES = Sentence(
    "rule",
    "Credit is earned by the minutes attended: {unit} minutes are 1, rounded down to {step}, "
    "never above what is advertised.",
)
BAND = Sentence("rule", "From {percent} % of the time on, {share} of the credit is earned.")
BANDS_ROUNDED = Sentence("rule", "Credit is rounded down to {step}.")
SESSIONS = Sentence("rule", "At least %n session(s) attended.")
MANDATORY = Sentence("rule", "Sessions marked as mandatory must be attended.")
INTERACTIONS = Sentence("rule", "At least %n interaction(s) for each credit.")
EVALUATION = Sentence("rule", "The evaluation is done.")
QUIZ = Sentence("rule", "The quiz is passed.")
ASSIGNMENT = Sentence("rule", "The required assignments are done.")
FEE = Sentence("rule", "The fee is paid.")


def rule_words(rule: CreditRule) -> tuple[Sentence, ...]:
    """Return what the rule asks, and what it gives."""
    return (*_time(rule), *_edges(rule), *_sessions(rule), *_besides(rule), *_award(rule))


def _time(rule: CreditRule) -> Iterator[Sentence]:
    each = rule.scope is Scope.PER_SESSION or rule.sessions_needed is not None
    if rule.minimum_percent is not None and rule.award is not Award.BY_BANDS:
        yield (PERCENT_EACH if each else PERCENT).filled(percent=rule.minimum_percent)
    if rule.minimum_minutes is not None:
        yield (MINUTES_EACH if each else MINUTES).filled(minutes=rule.minimum_minutes)
    if rule.early_join_minutes:
        yield EARLY.filled(minutes=rule.early_join_minutes)
    else:
        yield IN_TIME
    yield BREAKS_OUT if rule.breaks_excluded else BREAKS_IN
    if rule.bridged_seconds:
        yield BRIDGED.filled(seconds=rule.bridged_seconds)


def _edges(rule: CreditRule) -> Iterator[Sentence]:
    for says, minutes in (
        (GAP, rule.longest_gap_minutes),
        (LATE, rule.late_arrival_minutes),
        (LEAVE, rule.early_leave_minutes),
    ):
        if minutes is not None:
            yield says.filled(minutes=minutes)


def _sessions(rule: CreditRule) -> Iterator[Sentence]:
    if rule.sessions_needed is not None:
        yield SESSIONS.filled(n=rule.sessions_needed)
    if rule.mandatory_sessions:
        yield MANDATORY


def _besides(rule: CreditRule) -> Iterator[Sentence]:
    if rule.interactions_per_credit:
        yield INTERACTIONS.filled(n=rule.interactions_per_credit)
    for says, asked in (
        (EVALUATION, rule.evaluation),
        (QUIZ, rule.quiz),
        (ASSIGNMENT, rule.assignment),
        (FEE, rule.fee),
    ):
        if asked:
            yield says


def _award(rule: CreditRule) -> Iterator[Sentence]:
    step = f"{rule.step.normalize():f}"
    if rule.award is Award.BY_MINUTES:
        yield BY_MINUTES.filled(unit=rule.unit_minutes, step=step)
    elif rule.award is Award.BY_BANDS:
        for band in sorted(rule.bands, reverse=True):
            share = f"{100 * band.share.numerator // band.share.denominator} %"
            yield BAND.filled(percent=band.percent, share=share)
        yield BANDS_ROUNDED.filled(step=step)
    elif rule.scope is Scope.PER_SESSION and rule.sessions_needed is None:
        yield BY_SESSIONS.filled(step=step)
    else:
        yield ADVERTISED
