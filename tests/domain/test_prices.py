"""What a place costs, by the moment at which somebody gets it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain import prices as rules
from cpd_desktop.domain.codes import CodeDraft
from cpd_desktop.domain.copying import Copied, copied_draft
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.prices import EarlyPrice, Prices
from cpd_desktop.domain.zones import wall_time
from tests.drafts import STARTS, a_draft

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence

FULL, LESS = Money(7500, "GBP"), Money(6000, "GBP")
DAY = date(2026, 10, 24)
EARLY = EarlyPrice(LESS, DAY)
ZONES = (
    *("UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati"),
    *("Australia/Lord_Howe", "Africa/Cairo", "America/Havana", "Pacific/Apia"),
)


@pytest.mark.parametrize(
    ("early", "full", "says"),
    [
        (EARLY, None, rules.NO_PRICE),
        (replace(EARLY, price=Money(-1, "GBP")), FULL, rules.BELOW_NOTHING),
        (replace(EARLY, price=Money(60, "EUR")), FULL, rules.OTHER_CURRENCY),
        (replace(EARLY, price=FULL), FULL, rules.NOT_LOWER),
        (replace(EARLY, price=Money(7501, "GBP")), FULL, rules.NOT_LOWER),
        (replace(EARLY, until=date(2026, 12, 2)), FULL, rules.TOO_LATE),
    ],
)
def test_what_is_wrong_with_an_early_price_is_told(
    early: EarlyPrice, full: Money | None, says: Sentence
) -> None:
    draft = replace(a_draft(), price=full, early=early)
    assert draft.problems()["early"].template == says.template
    with pytest.raises(Invalid):
        draft.require_valid()


@pytest.mark.parametrize(
    "early",
    [None, EARLY, EarlyPrice(Money(0, "GBP"), DAY), EarlyPrice(LESS, STARTS.date())],
)
def test_an_early_price_may_be_nothing_and_last_until_the_day_of_the_event(
    early: EarlyPrice | None,
) -> None:
    assert replace(a_draft(), price=FULL, early=early).problems() == {}


def test_the_day_of_the_event_is_that_of_its_own_zone() -> None:
    there = a_draft().in_zone("Pacific/Kiritimati")
    sessions = tuple(
        replace(each, starts=STARTS, ends=STARTS + timedelta(hours=1)) for each in there.sessions
    )
    draft = replace(there, sessions=sessions, price=FULL, early=EarlyPrice(LESS, date(2026, 12, 2)))
    assert draft.problems() == {}


def test_an_unknown_zone_is_told_of_and_nothing_else() -> None:
    draft = replace(a_draft(), zone="Nowhere/Else", price=FULL, early=EARLY)
    assert list(draft.problems()) == ["zone"]


@pytest.mark.parametrize(
    ("zone", "day", "last"),
    [
        ("UTC", DAY, datetime(2026, 10, 24, 23, 59, 59, tzinfo=UTC)),
        ("America/New_York", DAY, datetime(2026, 10, 25, 3, 59, 59, tzinfo=UTC)),
        ("Asia/Kolkata", DAY, datetime(2026, 10, 24, 18, 29, 59, tzinfo=UTC)),
        # The clocks of London go back in that night, those of Cairo at its very end.
        ("Europe/London", date(2026, 10, 25), datetime(2026, 10, 25, 23, 59, 59, tzinfo=UTC)),
        ("Europe/London", DAY, datetime(2026, 10, 24, 22, 59, 59, tzinfo=UTC)),
        ("Africa/Cairo", date(2026, 10, 29), datetime(2026, 10, 29, 21, 59, 59, tzinfo=UTC)),
        # Cairo skips the first hour of that day; Havana has its first hour twice.
        ("Africa/Cairo", date(2026, 4, 23), datetime(2026, 4, 23, 21, 59, 59, tzinfo=UTC)),
        ("America/Havana", date(2026, 10, 31), datetime(2026, 11, 1, 3, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_last_second_of_the_day_is_early_and_the_next_is_not(
    zone: str, day: date, last: datetime
) -> None:
    prices = Prices(FULL, EarlyPrice(LESS, day), zone)
    assert prices.at(last) == LESS
    assert prices.at(last + timedelta(seconds=1)) == FULL


@given(
    at=st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - made UTC below
    by=st.integers(0, 10**9),
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2020, 1, 1), date(2035, 1, 1)),
)
def test_who_waits_longer_never_pays_less(at: datetime, by: int, zone: str, day: date) -> None:
    prices = Prices(FULL, EarlyPrice(LESS, day), zone)
    first = at.replace(tzinfo=UTC)
    now, later = prices.at(first), prices.at(first + timedelta(seconds=by))
    assert now is not None
    assert later is not None
    assert now.minor <= later.minor
    assert (now == LESS) == (wall_time(first, zone).date() <= day)


@given(
    less=st.integers(0, 10**9),
    more=st.integers(1, 10**9),
    currency=st.sampled_from(["GBP", "JPY", "KWD"]),
    percent=st.integers(1, 100),
    late=st.booleans(),
)
def test_a_code_takes_off_from_the_price_that_holds(
    *, less: int, more: int, currency: str, percent: int, late: bool
) -> None:
    early = EarlyPrice(Money(less, currency), DAY)
    prices = Prices(Money(less + more, currency), early)
    price = prices.at(datetime(2026, 10, 25 if late else 24, 12, tzinfo=UTC))
    assert price == Money(less + more if late else less, currency)
    assert price is not None
    left = CodeDraft("X", percent=percent).left_of(price)
    assert 0 <= left.minor <= price.minor


def test_without_an_early_price_the_price_is_always_the_same() -> None:
    assert Prices(FULL).at(STARTS) == FULL
    assert Prices(None).at(STARTS) is None
    assert Prices(None, EARLY).at(STARTS - timedelta(days=99)) is None


def test_a_place_is_called_early_only_while_it_has_that_price_or_less() -> None:
    prices, then = Prices(FULL, EARLY), datetime(2026, 10, 24, tzinfo=UTC)
    assert prices.was_early(LESS, then)
    assert prices.was_early(Money(3000, "GBP"), then)  # with a code
    assert not prices.was_early(FULL, then)  # the early price came later
    assert not prices.was_early(LESS, then + timedelta(days=1))
    assert not prices.was_early(None, then)
    assert not Prices(FULL).was_early(LESS, then)


def test_another_zone_keeps_the_last_day() -> None:
    draft = replace(a_draft(), price=FULL, early=EARLY)
    assert draft.in_zone("America/New_York").early == EARLY


def test_a_copy_without_prices_has_no_early_price_either() -> None:
    draft = replace(a_draft(), price=FULL, early=EARLY)
    assert copied_draft(draft, frozenset({Copied.PRICES})).early == EARLY
    bare = copied_draft(draft, frozenset())
    assert (bare.price, bare.early) == (None, None)
