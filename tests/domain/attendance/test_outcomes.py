from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.credit_rules import (
    STEPS,
    USUAL_RULE,
    Award,
    Band,
    CreditRule,
    Scope,
    rounded_down,
    rule_of,
)
from cpd_desktop.domain.attendance.outcomes import (
    Done,
    Outcome,
    Override,
    Result,
    outcome,
    percent_of,
    stays_of,
)
from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.spans import Span, moment_of, second_of
from cpd_desktop.domain.attendance.stays import Attested, Sitting
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.presets import PRESETS

NINE = second_of(datetime(2026, 10, 14, 8, tzinfo=UTC))  # nine o'clock in London
MORNING = Sitting(1, "Morning", Span(NINE, NINE + 7200))
AFTERNOON = Sitting(2, "Afternoon", Span(NINE + 14400, NINE + 18000), mandatory=True)
TWO = read_credit("2 CPD hours")


def there(*minutes: tuple[int, int]) -> list[Attested]:
    return [
        Attested(
            Presence(1, "Ada", joined=moment_of(NINE + 60 * a), left=moment_of(NINE + 60 * b)),
            Origin.ZOOM_MEETING,
        )
        for a, b in minutes
    ]


def earned(
    *minutes: tuple[int, int],
    rule: CreditRule = USUAL_RULE,
    sittings: tuple[Sitting, ...] = (MORNING,),
    rows: list[Attested] | None = None,
    credit: str = "2 CPD hours",
    **more: Any,
) -> Outcome:
    stays = stays_of(sittings, there(*minutes) if rows is None else rows, rule)
    return outcome(rule, read_credit(credit), stays, zone="Europe/London", **more)


def said(found: Outcome) -> list[str]:
    return [str(each) for each in found.reasons]


def rule(**more: Any) -> CreditRule:
    made = CreditRule(**more)
    made.require_valid()
    return made


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([(0, 72)], "60 % of 120 minutes; 80 % needed; left at 10:12."),
        ([(48, 120)], "60 % of 120 minutes; 80 % needed; came at 09:48."),
        ([(24, 96)], "60 % of 120 minutes; 80 % needed; came at 09:24, left at 10:36."),
        ([(0, 36), (84, 120)], "60 % of 120 minutes; 80 % needed."),
        ([], "Was not there."),
    ],
)
def test_too_little_time_is_said_in_one_plain_sentence(
    minutes: list[tuple[int, int]], expected: str
) -> None:
    found = earned(*minutes)
    assert said(found) == [expected]
    assert (found.credit, found.eligible) == (Decimal(0), False)
    assert found.result is (Result.PARTIAL if minutes else Result.ABSENT)


def test_enough_time_earns_what_was_advertised() -> None:
    found = earned((0, 96))
    assert (found.result, found.credit, found.percent, found.minutes) == (
        Result.ATTENDED, Decimal(2), 80, 96,
    )  # fmt: skip
    assert not found.reasons
    assert found.version == USUAL_RULE.version


def test_one_second_short_is_short_and_never_shown_as_met() -> None:
    rows = there((0, 96))
    short = replace(rows[0].presence, left=moment_of(NINE + 96 * 60 - 1))
    found = earned(rows=[replace(rows[0], presence=short)])
    assert not found.eligible
    assert found.percent == 79


@pytest.mark.parametrize(
    ("asked", "minutes", "expected"),
    [
        ({"minimum_minutes": 100, "minimum_percent": None}, [(0, 99)],
         "99 of 120 minutes; 100 minutes needed."),
        ({"late_arrival_minutes": 5, "minimum_percent": None}, [(6, 120)],
         "Came to “Morning” at 09:06; 09:05 was the latest."),
        ({"early_leave_minutes": 5, "minimum_percent": None}, [(0, 114)],
         "Left “Morning” at 10:54; 10:55 was the earliest."),
        ({"longest_gap_minutes": 15, "minimum_percent": None}, [(0, 50), (66, 120)],
         "Away for 16 minutes on end in “Morning”; 15 are allowed."),
        ({"evaluation": True}, [(0, 120)], "The evaluation is not done."),
        ({"quiz": True}, [(0, 120)], "The quiz is not passed."),
        ({"assignment": True}, [(0, 120)], "The assignment is not done."),
        ({"fee": True}, [(0, 120)], "The fee is not paid."),
        ({"interactions_per_credit": 3}, [(0, 120)], "0 interactions; 6 needed."),
        ({"award": Award.BY_MINUTES, "minimum_percent": None, "step": Decimal(1)}, [(0, 59)],
         "The time that was attended comes to no credit."),
    ],
)  # fmt: skip
def test_each_condition_that_fails_has_its_own_sentence(
    asked: dict[str, Any], minutes: list[tuple[int, int]], expected: str
) -> None:
    found = earned(*minutes, rule=rule(**asked))
    assert said(found) == [expected]
    assert not found.eligible


def test_everything_that_was_asked_and_done_earns_the_credit() -> None:
    asked = rule(
        evaluation=True, quiz=True, assignment=True, fee=True, interactions_per_credit=3,
        late_arrival_minutes=5, early_leave_minutes=5, longest_gap_minutes=5,
    )  # fmt: skip
    done = Done(interactions=6, evaluation=True, quiz=True, assignment=True, fee=True)
    assert earned((5, 60), (64, 115), rule=asked, done=done).credit == 2
    assert len(earned((0, 10), rule=asked).reasons) == 8


def test_when_only_the_total_is_known_limits_of_time_say_so() -> None:
    rows = [Attested(Presence(1, "Ada", seconds=7000), Origin.ZOOM_MEETING)]
    found = earned(rows=rows, rule=rule(late_arrival_minutes=5))
    assert said(found) == ["It is not known when they were in “Morning”, only how long."]
    assert earned(rows=rows).credit == 2
    few = [Attested(Presence(1, "Ada", seconds=3600), Origin.ZOOM_MEETING)]
    assert said(earned(rows=few)) == ["50 % of 120 minutes; 80 % needed."]


def test_a_signature_is_enough_whatever_the_limits() -> None:
    rows = [Attested(Presence(1, "Ada"), Origin.SIGN_IN_SHEET)]
    assert earned(rows=rows, rule=rule(longest_gap_minutes=5)).credit == 2


def test_credit_by_minutes_is_rounded_down_and_never_above_what_was_advertised() -> None:
    nasba = rule(unit_minutes=50, step=Decimal("0.2"), award=Award.BY_MINUTES, minimum_percent=None)
    assert earned((0, 99), rule=nasba).credit == Decimal("1.8")
    assert earned((0, 100), rule=nasba).credit == 2
    assert earned((0, 120), rule=nasba).credit == 2


def test_bands_give_a_share_and_nothing_below_the_lowest() -> None:
    nasba = PRESETS["nasba"].rule
    done = Done(interactions=6)
    assert earned((0, 90), rule=nasba, done=done).credit == 2
    assert earned((0, 89), rule=nasba, done=done).credit == 1
    assert earned((0, 60), rule=nasba, done=done).credit == 1
    found = earned((0, 59), rule=nasba, done=done)
    assert said(found) == ["49 % of 120 minutes; 50 % needed; left at 09:59."]


DAY = (MORNING, AFTERNOON)


def test_the_whole_event_is_counted_together_and_named_sessions_apart() -> None:
    assert said(earned((0, 120), (240, 290), sittings=DAY)) == []
    found = earned((0, 120), sittings=DAY, rule=rule(minimum_percent=60))
    assert said(found) == ["“Afternoon” is mandatory and was not attended."]
    assert earned(
        (0, 120), sittings=DAY, rule=rule(minimum_percent=60, mandatory_sessions=False)
    ).eligible


def test_only_optional_sessions_are_never_enough_where_one_is_mandatory() -> None:
    one_needed = rule(scope=Scope.PER_SESSION, sessions_needed=1)
    assert said(earned((0, 120), sittings=DAY, rule=one_needed)) == [
        "“Afternoon” is mandatory and was not attended."
    ]
    assert earned((240, 300), sittings=DAY, rule=one_needed).credit == 2


def test_sessions_that_are_attended_earn_their_share() -> None:
    each = rule(scope=Scope.PER_SESSION, mandatory_sessions=False)
    assert earned((0, 120), (240, 250), sittings=DAY, rule=each, credit="3 CPD").credit == 2
    assert earned((0, 120), (240, 300), sittings=DAY, rule=each, credit="3 CPD").credit == 3
    found = earned((0, 60), (240, 250), sittings=DAY, rule=each)
    assert said(found) == [
        "50 % of the 120 minutes of “Morning”; 80 % needed.",
        "16 % of the 60 minutes of “Afternoon”; 80 % needed.",
    ]
    assert said(earned(sittings=DAY, rule=each)) == ["Was not there."]
    some = rule(
        scope=Scope.PER_SESSION, mandatory_sessions=False, minimum_percent=None, minimum_minutes=50
    )
    assert said(earned((0, 40), sittings=DAY, rule=some)) == [
        "40 of the 120 minutes of “Morning”; 50 minutes needed."
    ]


def test_at_least_so_many_sessions() -> None:
    two = rule(scope=Scope.PER_SESSION, sessions_needed=2, mandatory_sessions=False)
    assert said(earned((0, 120), sittings=DAY, rule=two)) == ["1 of 2 sessions; 2 needed."]
    assert earned((0, 120), (240, 300), sittings=DAY, rule=two).credit == 2


def test_sessions_at_once_count_once() -> None:
    track = Sitting(3, "Other track", MORNING.span)
    found = earned((0, 120), sittings=(MORNING, track))
    assert (found.seconds, found.most, found.credit) == (7200, 7200, Decimal(2))


def test_an_override_outranks_the_sum_in_both_ways_and_says_why() -> None:
    met, not_met = (
        Override(met, "Ada", datetime(2026, 10, 15, tzinfo=UTC), "dialled in")
        for met in (True, False)
    )
    helped = earned((0, 10), override=met)
    assert (helped.result, helped.eligible, helped.credit) == (Result.OVERRIDE, True, Decimal(2))
    assert said(helped)[0] == "Ada decided on 2026-10-15 that it is met: dialled in"
    refused = earned((0, 120), override=not_met)
    assert (refused.result, refused.eligible, refused.credit) == (
        Result.OVERRIDE,
        False,
        Decimal(0),
    )
    assert earned((0, 120), override=None).result is Result.ATTENDED
    met.require_valid()
    for wrong in (replace(met, why=" "), replace(met, who="")):
        with pytest.raises(Invalid):
            wrong.require_valid()


def test_nothing_is_concluded_while_a_doubt_may_be_about_them() -> None:
    assert earned((0, 10), in_review=True).result is Result.REVIEW
    assert earned((0, 120), in_review=True).result is Result.ATTENDED


rules = st.builds(
    CreditRule,
    unit_minutes=st.sampled_from([50, 60, 600]),
    step=st.sampled_from(STEPS),
    minimum_percent=st.none() | st.integers(1, 100),
    minimum_minutes=st.none() | st.integers(1, 100),
    longest_gap_minutes=st.none() | st.integers(0, 60),
    early_join_minutes=st.integers(0, 30),
    late_arrival_minutes=st.none() | st.integers(0, 60),
    early_leave_minutes=st.none() | st.integers(0, 60),
    breaks_excluded=st.booleans(),
    award=st.sampled_from([Award.ADVERTISED, Award.BY_MINUTES]),
    scope=st.sampled_from(Scope),
    sessions_needed=st.none() | st.integers(1, 2),
    mandatory_sessions=st.booleans(),
)
times = st.lists(
    st.tuples(st.integers(-30, 310), st.integers(1, 200)).map(lambda each: (each[0], sum(each))),
    max_size=5,
)


@given(rules, times)
def test_credit_is_never_above_the_advertised_and_only_without_a_failure(
    asked: CreditRule, minutes: list[tuple[int, int]]
) -> None:
    found = earned(*minutes, sittings=DAY, rule=asked)
    assert 0 <= found.credit <= 2
    assert found.eligible == bool(found.credit) == (not found.reasons)
    assert 0 <= found.percent <= 100
    assert len(set(said(found))) == len(said(found))


@given(rules, times, times)
def test_more_presence_never_lowers_credit(
    asked: CreditRule, some: list[tuple[int, int]], more: list[tuple[int, int]]
) -> None:
    fewer = earned(*some, sittings=DAY, rule=asked)
    every = earned(*some, *more, sittings=DAY, rule=asked)
    assert fewer.credit <= every.credit
    assert fewer.seconds <= every.seconds


@given(rules)
def test_a_rule_is_known_by_its_content_and_read_back_as_it_was(asked: CreditRule) -> None:
    assert rule_of(asked.kept()) == asked
    assert rule_of(asked.kept()).version == asked.version
    assert replace(asked, quiz=True).version != asked.version


@given(st.fractions(0, 100), st.sampled_from(STEPS))
def test_rounding_is_down_to_the_step(amount: Fraction, step: Decimal) -> None:
    found = Fraction(rounded_down(amount, step))
    assert found <= amount < found + Fraction(step)
    assert (found / Fraction(step)).denominator == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"unit_minutes": 0}, {"step": Decimal("0.3")}, {"minimum_percent": 0},
        {"minimum_percent": 101}, {"minimum_minutes": -1}, {"award": Award.BY_BANDS},
        {"bands": (Band(50, Fraction(1)),)}, {"sessions_needed": 0},
        {"award": Award.BY_BANDS, "bands": (Band(50, Fraction(1)), Band(50, Fraction(1, 2)))},
        {"award": Award.BY_BANDS, "bands": (Band(50, Fraction(2)),)},
        {"interactions_per_credit": -1},
    ],
)  # fmt: skip
def test_a_rule_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        CreditRule(**wrong).require_valid()


def test_every_preset_is_a_valid_rule_with_its_source() -> None:
    for preset in PRESETS.values():
        preset.rule.require_valid()
        assert rule_of(preset.rule.kept()) == preset.rule
        assert preset.source
        assert preset.checked_on.year >= 2026
        assert preset.keep_years >= 5
        assert 1 <= preset.minimum_percent <= 100
    assert earned((0, 600), rule=PRESETS["iacet"].rule, credit="0.2 CEU").credit == Decimal("0.2")


def test_a_share_is_never_shown_above_all_or_of_nothing() -> None:
    assert percent_of(8000, 7200) == 100
    assert percent_of(5, 0) == 0
