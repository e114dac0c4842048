"""The one figure that a person sets, and the whole rule behind it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from cpd_desktop.domain.attendance.credit_rules import Award, Band, CreditRule
from cpd_desktop.domain.credit import Minimum, read_credit
from cpd_desktop.domain.presets import PRESETS, rule_for, rule_of_event
from tests.drafts import a_draft

NASBA = PRESETS["nasba"].rule


@pytest.mark.parametrize(
    ("rule", "figure"),
    [
        (CreditRule(), "80%"),
        (NASBA, "75%"),
        (PRESETS["ama"].rule, "15min"),
        (PRESETS["apa"].rule, "100%"),
    ],
)
def test_a_rule_shows_what_all_of_the_credit_takes(rule: CreditRule, figure: str) -> None:
    assert str(rule.minimum) == figure
    assert rule.with_minimum(rule.minimum) is rule


def test_another_minimum_leaves_the_rest_of_the_rule_alone() -> None:
    changed = PRESETS["ancc"].rule.with_minimum(Minimum(None, 45))
    assert (changed.minimum_minutes, changed.minimum_percent, changed.evaluation) == (
        45, None, True,
    )  # fmt: skip


def test_a_higher_minimum_leaves_no_credit_below_it() -> None:
    higher = NASBA.with_minimum(Minimum(60))
    assert higher.bands == (Band(75, Fraction(1)),)
    highest = NASBA.with_minimum(Minimum(90))
    assert (highest.award, highest.bands, highest.minimum_percent) == (Award.ADVERTISED, (), 90)
    for each in (higher, highest):
        each.require_valid()


def test_a_line_of_credit_may_ask_otherwise_than_its_event() -> None:
    plain = read_credit("1 CPD hour")
    own = replace(plain, rule=NASBA)
    event = replace(a_draft(), preset="ancc", minimum=Minimum(80), credits=(plain, own))
    assert rule_of_event(event) == PRESETS["ancc"].rule
    assert [rule_for(event, each) for each in event.credits] == [PRESETS["ancc"].rule, NASBA]
    assert rule_of_event(replace(event, rule=NASBA)).interactions_per_credit == 3
