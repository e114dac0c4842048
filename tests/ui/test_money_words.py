"""Amounts are shown and typed with the marks of the person's country, and never mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import LIMIT, Money, read_money
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.money import amount_words, currencies, kept_words, plain_amount
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

COUNTRIES = ("C", "en_GB", "de_DE", "de_CH", "fr_FR", "pl_PL", "en_IN", "ar_EG")
LEFT = Sentence("test", "{left} is left.")


@pytest.fixture(autouse=True)
def _usual_country() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("country", "shown"),
    [
        ("en_GB", "1,234,567.89 GBP"),
        ("de_DE", "1.234.567,89 GBP"),
        ("de_CH", "1’234’567.89 GBP"),  # noqa: RUF001 - as it is written there
        ("en_IN", "12,34,567.89 GBP"),
    ],
)
def test_an_amount_is_shown_as_the_country_writes_it(country: str, shown: str) -> None:
    QLocale.setDefault(QLocale(country))
    assert amount_words(Money(123_456_789, "GBP")).replace("'", "’") == shown  # noqa: RUF001 - the same
    assert in_words(LEFT.filled(left=Money(123_456_789, "GBP"))).replace("'", "’") == (  # noqa: RUF001 - the same
        f"{shown} is left."
    )


@given(
    st.sampled_from(COUNTRIES),
    st.integers(0, LIMIT - 1),
    st.sampled_from(["GBP", "JPY", "KWD"]),
)
def test_what_is_shown_can_be_typed_again(country: str, minor: int, currency: str) -> None:
    QLocale.setDefault(QLocale(country))
    money = Money(minor, currency)
    assert read_money(plain_amount(amount_words(money))) == money


@pytest.mark.parametrize(
    ("country", "typed", "minor"),
    [
        ("en_GB", "1,234", 123_400),
        ("en_GB", "12,50", 1250),
        ("de_DE", "1.234", 123_400),
        ("de_DE", "12,5", 1250),
        ("de_DE", "12.50", 1250),
        ("fr_FR", "1 234,50", 123_450),
        ("C", "75", 7500),
    ],
)
def test_what_is_typed_means_what_it_means_there(country: str, typed: str, minor: int) -> None:
    QLocale.setDefault(QLocale(country))
    assert read_money(plain_amount(typed), "GBP") == Money(minor, "GBP")
    assert read_money(plain_amount(f"{typed} gbp")) == Money(minor, "GBP")


@pytest.mark.parametrize(
    ("country", "typed"),
    [("en_GB", "1.234,50"), ("de_DE", "1,234.50"), ("en_GB", "1,23,4"), ("fr_FR", "1.234")],
)
def test_what_might_be_a_thousand_times_another_amount_is_refused(country: str, typed: str) -> None:
    QLocale.setDefault(QLocale(country))
    with pytest.raises(Invalid):
        read_money(plain_amount(typed), "GBP")


def test_an_amount_that_was_written_down_is_shown_so_too() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert kept_words(str(Money(123_450, "GBP"))) == "1.234,50 GBP"
    assert kept_words(str(Money(1234, "JPY"))) == "1.234 JPY"
    assert kept_words("ORD-2026-0001") == "ORD-2026-0001"
    assert kept_words("12.5 of 20 GBP") == "12.5 of 20 GBP"


def test_the_currency_in_use_comes_first_then_that_of_the_country() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert currencies()[0] == "EUR"
    assert currencies(zone="Europe/London")[:2] == ["GBP", "EUR"]
    assert currencies(["CHF"], "Europe/London")[:3] == ["CHF", "GBP", "EUR"]
    assert currencies(["CHF", "GBP"], "Europe/London")[:2] == ["GBP", "CHF"]
    assert currencies(zone="UTC")[0] == "EUR"
