"""A membership is shown with what it costs and how often, whoever made it and in what rhythm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.objects import MembershipState, Period, Rhythm
from cpd_desktop.services.stripe.offers import OfferWanted
from tests.fakes.stripe import methods, products, subscriptions
from tests.paid_by_stripe import FEE, MONTHLY, at_stripe

if TYPE_CHECKING:
    from cpd_desktop.services.stripe.rows import KeptMembership
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe

SOME = Money(500, "GBP")


def made_at_stripe(shop: AtStripe, interval: str, count: int, quantity: int = 1) -> Any:
    """Let the trainer begin a membership of Ada at Stripe itself."""
    shop.page("Ada")
    shop.sync()
    book = shop.stripe.book
    [customer] = book.all("customer")
    card = methods.card(book, customer=customer["id"])
    product = products.make_product(book, {"name": "Made by hand", "metadata": {}})
    rhythm = {"interval": interval, "interval_count": count}
    said = {"unit_amount": 500, "currency": "gbp", "recurring": rhythm}
    price = products.make_price(book, product["id"], said)
    made = subscriptions.begin(book, customer["id"], price, card["id"], quantity=quantity)
    shop.sync()
    return made


def of_ada(shop: AtStripe) -> KeptMembership:
    [member] = shop.core.memberships.listed(shop.here.place("Ada").person_id)
    return member


@pytest.mark.parametrize("period", Period)
def test_a_membership_made_at_stripe_is_shown_in_its_own_rhythm_and_followed(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, period: Period
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        made = made_at_stripe(shop, period.value, 2, quantity=3)
        member = of_ada(shop)
        assert (member.price, member.rhythm) == (Money(1500, "GBP"), Rhythm(period, 2))
        [paid] = shop.core.payments.listed(person=member.person)
        assert paid.amount == Money(1500, "GBP")
        clock.move(days=2 if period is Period.DAY else 0)
        if period is Period.DAY:
            shop.sync()
            assert len(shop.core.payments.listed(person=member.person)) == 2
        over = shop.core.memberships.cancel(member.id, at_period_end=False).value
        assert (over.state, over.subscription) == (MembershipState.CANCELED, made["id"])


def test_a_rhythm_that_nobody_knows_yet_hides_no_membership(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        made = made_at_stripe(shop, "week", 1)
        price = made["items"]["data"][0]["price"]
        price["recurring"]["interval"] = "moon"
        price["unit_amount"] = None
        shop.stripe.book.change("customer.subscription.updated", made, status="past_due")
        shop.sync()
        member = of_ada(shop)
        assert (member.state, member.price, member.rhythm) == (MembershipState.PAST_DUE, None, None)


def test_who_keeps_an_old_price_keeps_the_offer_s_name_and_sees_what_they_pay(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        member = shop.a_member("Ada")
        shop.core.offers.reprice(member.offer or 0, Money(1100, "GBP"))
        told = shop.core.memberships.cancel(member.id).value
        assert (told.offer, told.price, told.rhythm) == (member.offer, FEE, MONTHLY)


def test_a_week_is_offered_and_a_day_is_not(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        weekly = OfferWanted(name="Weekly", price=SOME, rhythm=Rhythm(Period.WEEK))
        assert shop.core.offers.add(weekly).value.rhythm == Rhythm(Period.WEEK)
        with pytest.raises(Invalid, match="each week, month or year"):
            shop.core.offers.add(OfferWanted(name="Daily", price=SOME, rhythm=Rhythm(Period.DAY)))
