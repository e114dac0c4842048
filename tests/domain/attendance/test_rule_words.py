"""What a rule asks for, in words."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal
from fractions import Fraction

from cpd_desktop.domain.attendance.credit_rules import USUAL_RULE, Award, Band, CreditRule, Scope
from cpd_desktop.domain.attendance.rule_words import rule_words
from cpd_desktop.domain.presets import PRESETS


def words(rule: CreditRule) -> list[str]:
    return [str(each) for each in rule_words(rule)]


def test_the_usual_rule_is_told_whole() -> None:
    assert words(USUAL_RULE) == [
        "At least 80 % of the time is attended.",
        "Time before the start and after the end does not count.",
        "Breaks do not count.",
        "Sessions marked as mandatory must be attended.",
        "Whoever meets it earns the credit as advertised.",
    ]


def test_bands_are_told_from_the_highest_with_their_rounding() -> None:
    assert words(PRESETS["nasba"].rule)[-4:] == [
        "At least 3 interactions for each credit.",
        "From 75 % of the time on, 100 % of the credit is earned.",
        "From 50 % of the time on, 50 % of the credit is earned.",
        "Credit is rounded down to 0.2.",
    ]


def test_where_sessions_count_one_by_one_the_minimum_is_each_ones() -> None:
    each = words(replace(USUAL_RULE, scope=Scope.PER_SESSION))
    assert each[0] == "At least 80 % of each session that counts is attended."
    assert each[-1] == "Each session that counts gives its share, rounded down to 0.25."
    some = words(replace(USUAL_RULE, sessions_needed=2))
    assert some[0] == each[0]
    assert some[-1] == "Whoever meets it earns the credit as advertised."


def test_where_bands_give_the_credit_no_other_percentage_is_told() -> None:
    bands = replace(USUAL_RULE, award=Award.BY_BANDS, bands=(Band(60, Fraction(1)),))
    assert not any("80 %" in each for each in words(bands))


def test_whatever_two_rules_differ_in_is_heard_in_their_words() -> None:
    other = CreditRule(
        unit_minutes=50, step=Decimal(1), minimum_percent=90, minimum_minutes=30,
        longest_gap_minutes=15, early_join_minutes=5, late_arrival_minutes=10,
        early_leave_minutes=10, bridged_seconds=30, breaks_excluded=False,
        award=Award.BY_MINUTES, scope=Scope.PER_SESSION, sessions_needed=2,
        mandatory_sessions=False, interactions_per_credit=1, evaluation=True, quiz=True,
        assignment=True, fee=True,
    )  # fmt: skip
    quiet = {"unit_minutes", "step", "bands"}  # they only tell something together with the award
    for each in fields(CreditRule):
        if each.name not in quiet:
            changed = replace(USUAL_RULE, **{each.name: getattr(other, each.name)})
            assert words(changed) != words(USUAL_RULE), each.name
    by_minutes = replace(USUAL_RULE, award=Award.BY_MINUTES)
    for name in ("unit_minutes", "step"):
        changed = replace(by_minutes, **{name: getattr(other, name)})
        assert words(changed) != words(by_minutes), name
    by_bands = replace(USUAL_RULE, award=Award.BY_BANDS, bands=(Band(60, Fraction(1)),))
    assert words(by_bands) != words(replace(by_bands, bands=(Band(60, Fraction(1, 2)),)))
