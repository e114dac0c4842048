"""Amounts go to Stripe and come back as they were, whatever the currency."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.stripe.amounts import LARGEST, at_stripe, from_stripe
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money


@pytest.mark.parametrize(
    ("money", "sent"),
    [
        (Money(1050, "EUR"), (1050, "eur")),
        (Money(5000, "JPY"), (5000, "jpy")),
        (Money(12340, "KWD"), (12340, "kwd")),
        (Money(5000, "ISK"), (500000, "isk")),
        (Money(90000, "UGX"), (9000000, "ugx")),
        (Money(500000, "MGA"), (5000, "mga")),
        (Money(0, "GBP"), (0, "gbp")),
        (Money(LARGEST, "USD"), (LARGEST, "usd")),
    ],
)
def test_an_amount_is_sent_as_stripe_counts_it(money: Money, sent: tuple[int, str]) -> None:
    assert at_stripe(money) == sent
    assert from_stripe(*sent) == money


@pytest.mark.parametrize(
    "money",
    [
        Money(-1, "EUR"),
        Money(LARGEST + 1, "USD"),
        Money(12345, "KWD"),
        Money(150, "MGA"),
        Money(LARGEST, "ISK"),
    ],
)
def test_what_stripe_cannot_take_is_refused_before_it_is_asked(money: Money) -> None:
    with pytest.raises(Invalid):
        at_stripe(money)


@given(
    st.integers(0, 9_999),
    st.sampled_from(["EUR", "USD", "JPY", "KWD", "BHD", "ISK", "UGX", "MGA", "KRW"]),
)
def test_nothing_is_lost_on_the_way(hundreds: int, currency: str) -> None:
    money = Money(hundreds * 100, currency)
    assert from_stripe(*at_stripe(money)) == money
