"""Amounts are never lost between lines, rates and shares, whatever the currency."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.billing.amounts import read_amount, rounded, shared
from cpd_desktop.domain.billing.orders import Buyer, LineDraft, LineKind, OrderDraft, tax_sums
from cpd_desktop.domain.billing.tax import (
    USUAL_RATES,
    TaxRule,
    Treatment,
    rate_in_words,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money

MINOR = st.integers(-(10**11), 10**11)
RATES = st.integers(0, 10_000)
BUYER = Buyer("Ada Novak")


def an_order(*lines: LineDraft, tax: TaxRule | None = None, buyer: Buyer = BUYER) -> OrderDraft:
    return OrderDraft(person=1, buyer=buyer, currency="GBP", lines=lines, tax=tax or TaxRule(2000))


@given(MINOR, st.integers(1, 10**6))
def test_rounding_is_never_off_by_more_than_half_and_has_no_favourite_sign(
    above: int, below: int
) -> None:
    assert abs(Fraction(above, below) - rounded(above, below)) <= Fraction(1, 2)
    assert rounded(-above, below) == -rounded(above, below)


@given(MINOR, st.lists(st.integers(0, 10**9), min_size=1, max_size=30))
def test_shares_of_an_amount_sum_to_it_and_are_fair(minor: int, weights: list[int]) -> None:
    parts = shared(minor, weights)
    assert sum(parts) == minor
    if total := sum(weights):
        for part, weight in zip(parts, weights, strict=True):
            assert abs(part - Fraction(minor * weight, total)) <= 1


@given(minor=st.integers(0, 10**11), rate=RATES, inclusive=st.booleans())
def test_tax_in_the_price_leaves_the_price_and_tax_on_top_adds_to_it(
    minor: int, rate: int, *, inclusive: bool
) -> None:
    taxed = TaxRule(rate, inclusive).of(minor)
    if inclusive:
        assert taxed.gross == minor
        assert abs(taxed.tax - Fraction(minor * rate, 10_000 + rate)) <= Fraction(1, 2)
    else:
        assert taxed.net == minor
        assert abs(taxed.tax - Fraction(minor * rate, 10_000)) <= Fraction(1, 2)


@given(minor=MINOR, rate=RATES, inclusive=st.booleans())
def test_what_is_taken_back_has_the_tax_of_what_was_charged(
    minor: int, rate: int, *, inclusive: bool
) -> None:
    rule = TaxRule(rate, inclusive)
    assert rule.of(-minor) == (-rule.of(minor).net, -rule.of(minor).tax)


@pytest.mark.parametrize(
    ("minor", "rate", "inclusive", "tax"),
    [
        (7500, 1900, True, 1197),
        (7500, 1900, False, 1425),
        (5000, 1000, False, 500),  # 5,000 yen
        (12345, 500, False, 617),  # 12.345 dinars
        (5, 1000, False, 1),  # half a unit goes up
        (100, 810, True, 7),
    ],
)
def test_tax_is_what_a_calculator_says(minor: int, rate: int, *, inclusive: bool, tax: int) -> None:
    assert TaxRule(rate, inclusive).of(minor).tax == tax


def test_nobody_pays_tax_on_what_is_exempt_or_given() -> None:
    assert TaxRule(2000, treatment=Treatment.EXEMPT).of(1000).tax == 0
    gift = LineDraft(text="Donation", unit_minor=1000, kind=LineKind.DONATION)
    place = LineDraft(text="Place", unit_minor=1200)
    order = an_order(place, gift)
    assert [order.taxed(each).tax for each in order.lines] == [200, 0]
    sums = tax_sums((order.rate_of(each), *order.taxed(each)) for each in order.lines)
    assert [(each.hundredths, each.net, each.tax) for each in sums] == [
        (2000, 1000, 200),
        (0, 1000, 0),
    ]


def test_reverse_charge_needs_to_know_whose() -> None:
    rule = TaxRule(2000, inclusive=False, treatment=Treatment.REVERSE_CHARGE)
    line = LineDraft(text="Place", unit_minor=1000)
    with pytest.raises(Invalid, match="tax number"):
        an_order(line, tax=rule).require_valid()
    known = an_order(line, tax=rule, buyer=Buyer("Acme", tax_number="ATU1"))
    known.require_valid()
    assert known.total() == Money(1000, "GBP")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"text": " "}, "says nothing"),
        ({"quantity": 0}, "no quantity"),
        ({"unit_minor": -1}, "less than nothing"),
        ({"discount_minor": 1001}, "More is taken off"),
        ({"unit_minor": 10**10, "quantity": 100}, "too large"),
    ],
)
def test_a_line_that_cannot_be_is_refused(line: dict[str, object], says: str) -> None:
    given_line = LineDraft(**{"text": "Place", "unit_minor": 1000, **line})  # type: ignore[arg-type]
    with pytest.raises(Invalid, match=says):
        an_order(given_line).require_valid()


def test_an_order_has_lines_and_a_rate_that_can_be() -> None:
    with pytest.raises(Invalid, match="no lines"):
        an_order().require_valid()
    with pytest.raises(Invalid, match="between 0% and 100%"):
        an_order(LineDraft(text="Place", unit_minor=1), tax=TaxRule(10_001)).require_valid()


@pytest.mark.parametrize(("text", "minor"), [("75", 7500), ("75.5 GBP", 7550)])
def test_an_amount_is_read_as_typed(text: str, minor: int) -> None:
    assert read_amount(text, "GBP") == Money(minor, "GBP")


@pytest.mark.parametrize("text", ["0", "0.00 GBP", "-5", "much", "1.234 GBP", ""])
def test_nothing_and_nonsense_are_no_amounts(text: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_amount(text, "GBP")
    assert set(caught.value.problems) == {"amount"}


def test_rates_are_written_as_people_write_them() -> None:
    assert [rate_in_words(each) for each in (1900, 810, 2550, 0)] == ["19%", "8.1%", "25.5%", "0%"]
    assert len({each.country for each in USUAL_RATES}) == len(USUAL_RATES)
