from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.credit_rules import USUAL_RULE, Award, Band, CreditRule, Scope
from cpd_desktop.domain.attendance.rule_summary import (
    minutes_taught,
    rule_summary,
    tried,
)
from cpd_desktop.domain.attendance.spans import Span
from cpd_desktop.domain.attendance.stays import Sitting
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.presets import PRESETS, preset_of

MORNING = Sitting(1, "Morning", Span(0, 7200), (Span(3600, 4500),))
AFTERNOON = Sitting(2, "Afternoon", Span(14_400, 18_000))


def words(rule: CreditRule, **more: Any) -> str:
    return " ".join(map(str, rule_summary(rule, **more)))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        (USUAL_RULE, "80 % of the event must be attended. The credit is as advertised."),
        (
            PRESETS["nasba"].rule,
            (
                "The credit goes by how much is attended: all of it from 75 %, half from 50 %."
                " Also asked: 3 interactions for each credit."
            ),
        ),
        (
            PRESETS["ama"].rule,
            (
                "15 minutes must be attended. 60 minutes attended give 1 credit, rounded down to"
                " 0.25, at most as advertised."
            ),
        ),
        (
            PRESETS["apa"].rule,
            (
                "Whoever was there has attended. The credit is as advertised."
                " Also asked: never away for more than 15 minutes on end, the evaluation."
            ),
        ),
        (
            CreditRule(scope=Scope.PER_SESSION, step=Decimal("0.5"), quiz=True, fee=True),
            (
                "80 % of a session must be attended for it to count. Each session that counts gives"
                " its share, rounded down to 0.5. Also asked: a passed quiz, the fee paid."
            ),
        ),
        (
            CreditRule(
                scope=Scope.PER_SESSION,
                minimum_percent=None,
                minimum_minutes=30,
                sessions_needed=1,
                early_join_minutes=10,
                breaks_excluded=False,
                late_arrival_minutes=5,
                early_leave_minutes=0,
                assignment=True,
                interactions_per_credit=1,
            ),
            (
                "30 minutes of a session must be attended for it to count. At least 1 session must"
                " count. The credit is as advertised. Up to 10 minutes before the start count."
                " Breaks count as attended. Also asked: there within 5 minutes of the start, there"
                " until 0 minutes before the end, 1 interaction for each credit, the assignment."
            ),
        ),
        (
            CreditRule(
                minimum_percent=None, award=Award.BY_BANDS, bands=(Band(60, Fraction(3, 4)),)
            ),
            "The credit goes by how much is attended: 3/4 of it from 60 %.",
        ),
    ],
)
def test_a_rule_is_told_in_plain_words(rule: CreditRule, says: str) -> None:
    assert words(rule) == says


def test_mandatory_sessions_are_named_only_where_there_are_any() -> None:
    assert "every mandatory session" in words(USUAL_RULE, mandatory=True)
    assert "mandatory" not in words(CreditRule(mandatory_sessions=False), mandatory=True)


def test_an_example_says_what_so_many_minutes_earn_and_why_not_more() -> None:
    line, sittings = read_credit("2 CPD hours"), [MORNING, AFTERNOON]
    assert minutes_taught(sittings) == 165
    enough = tried(USUAL_RULE, line, sittings, 132)
    assert (enough.credit, enough.minutes) == (Decimal(2), 132)
    short = tried(USUAL_RULE, line, sittings, 131)
    assert [str(each) for each in short.reasons][:1] == ["79 % of 165 minutes; 80 % needed."]
    partly = tried(PRESETS["ama"].rule, line, [MORNING], 96)
    assert partly.credit == Decimal("1.5")


@given(st.sampled_from(sorted(PRESETS)), st.integers(0, 200))
def test_an_example_counts_exactly_the_minutes_it_speaks_of(key: str, minutes: int) -> None:
    rule = PRESETS[key].rule
    found = tried(rule, read_credit("2 CPD hours"), [MORNING, AFTERNOON], minutes)
    assert found.minutes == min(minutes, minutes_taught([MORNING, AFTERNOON]))
    assert found.credit <= 2


def test_a_rule_is_recognised_as_the_preset_for_its_type_of_credit() -> None:
    racgp = PRESETS["racgp"]
    assert preset_of(racgp.rule, racgp.credit_type) is racgp
    assert preset_of(USUAL_RULE, "Points") is PRESETS["cpd"]
    assert preset_of(CreditRule(minimum_percent=81)) is None


def test_every_preset_says_what_was_read_and_what_is_unverified() -> None:
    for preset in PRESETS.values():
        assert preset.source.startswith("https://")
        assert preset.told is not None
        assert preset.unverified is not None


@pytest.mark.parametrize(
    ("rule", "field"),
    [
        (CreditRule(unit_minutes=0), "unit_minutes"),
        (CreditRule(step=Decimal("0.3")), "step"),
        (CreditRule(minimum_percent=0), "minimum_percent"),
        (CreditRule(minimum_percent=101), "minimum_percent"),
        (CreditRule(minimum_minutes=-1), "minimum_minutes"),
        (CreditRule(late_arrival_minutes=10_001), "late_arrival_minutes"),
        (CreditRule(early_leave_minutes=-1), "early_leave_minutes"),
        (CreditRule(award=Award.BY_BANDS), "bands"),
        (CreditRule(bands=(Band(50, Fraction(1)),)), "bands"),
        (CreditRule(award=Award.BY_BANDS, bands=(Band(50, Fraction(2)),)), "bands"),
        (CreditRule(sessions_needed=0), "sessions_needed"),
        (CreditRule(interactions_per_credit=-1), "interactions_per_credit"),
    ],
)
def test_what_is_wrong_with_a_rule_is_told_at_its_field(rule: CreditRule, field: str) -> None:
    assert list(rule.problems()) == [field]
    assert rule.problem() == rule.problems()[field]
