"""What services may rely on about Stripe, asked of two doubles that know nothing of each other.

localstripe speaks an older version, knows plans in place of prices and has no pages, no restricted
keys, no idempotency and no ends of periods. What it does have, it is asked for here as ours is.
"""

from __future__ import annotations

import importlib.util
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.errors import Declined, GoneAtStripe
from cpd_desktop.domain.stripe.orders import RefundOrder
from tests.adapters.stripe.buying import ANN, FIFTY
from tests.adapters.stripe.conftest import Desk
from tests.adapters.stripe.doubles import KEY, MEMBERSHIP, Localstripe, Ours, localstripe
from tests.fakes.stripe.payments import DECLINED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.adapters.stripe.doubles import Double

pytestmark = pytest.mark.slow

WITHOUT = importlib.util.find_spec("localstripe") is None
NOT_HERE = pytest.mark.skipif(WITHOUT, reason="localstripe is not installed; packaging/test does")


@pytest.fixture(scope="module")
def theirs() -> Iterator[str]:
    with localstripe() as address:
        yield address


@pytest.fixture(params=["ours", pytest.param("localstripe", marks=NOT_HERE)])
def double(request: pytest.FixtureRequest, desk: Desk) -> Double:
    if request.param == "ours":
        return Ours(desk.calls(), request.getfixturevalue("server"))
    address: str = request.getfixturevalue("theirs")
    calls = Desk(address, desk.log, desk.clock, desk.sessions).calls(KEY, patience=20)
    return Localstripe(calls, address)


class TestCustomers:
    def test_one_is_made_found_and_changed(self, double: Double) -> None:
        calls = double.calls
        made = calls.make_customer(ANN, "c-1")
        assert (made.name, made.email, made.reference) == ("Ann Novák", ANN.email, {"person": "7"})
        assert calls.customer(made.id) == made
        assert made in calls.customers(ANN.email)
        assert calls.customers("somebody@else.example") == []
        changed = calls.change_customer(
            made.id, replace(ANN, name="Ann", email="ann@home.example"), "c-2"
        )
        assert (changed.name, changed.email) == ("Ann", "ann@home.example")
        assert calls.customer(made.id) == changed

    def test_nobody_is_told_apart_from_trouble(self, double: Double) -> None:
        with pytest.raises(GoneAtStripe):
            double.calls.customer("cus_nobody")
        with pytest.raises(GoneAtStripe):
            double.calls.attach_card(double.card(), "cus_nobody", "k-1")

    def test_a_card_is_given_preferred_and_taken_away(self, double: Double) -> None:
        calls = double.calls
        customer = calls.make_customer(ANN, "c-1").id
        card = calls.attach_card(double.card(), customer, "k-1")
        assert (card.kind, card.brand, card.last4) == ("card", "visa", "4242")
        assert (card.month, card.year) == (8, 2031)
        calls.prefer_card(customer, card.id, "k-2")
        assert calls.customer(customer).default_method == card.id
        calls.detach_card(card.id, "k-3")
        calls.attach_card(card.id, calls.make_customer(ANN, "c-2").id, "k-4")

    def test_a_card_that_its_bank_declines_is_not_taken(self, double: Double) -> None:
        customer = double.calls.make_customer(ANN, "c-1").id
        with pytest.raises(Declined, match="Your card was declined"):
            double.calls.attach_card(double.card(DECLINED), customer, "k-1")

    def test_a_list_of_several_pages_is_read_to_its_end(self, double: Double) -> None:
        crowd = replace(ANN, email="crowd@clinic.example")
        made = {double.calls.make_customer(crowd, f"c-{at}").id for at in range(101)}
        found = double.calls.customers(crowd.email)
        assert (len(found), {each.id for each in found}) == (101, made)


class TestOffers:
    def test_what_is_withdrawn_is_offered_no_more(self, double: Double) -> None:
        product = double.product()
        assert double.is_offered(product)
        double.calls.withdraw(product, "p-1")
        assert not double.is_offered(product)

    def test_a_coupon_is_listed_until_it_is_withdrawn(self, double: Double) -> None:
        made = double.coupon(25.5)
        [found] = double.calls.coupons()
        assert (found.id, found.percent, found.amount, found.valid) == (made, 25.5, None, True)
        double.calls.withdraw_coupon(made, "c-2")
        assert double.calls.coupons() == []
        with pytest.raises(GoneAtStripe):
            double.calls.withdraw_coupon(made, "c-3")


class TestPayments:
    @pytest.mark.parametrize(
        "amount", [FIFTY, Money(5000, "JPY"), Money(5000, "ISK"), Money(12340, "KWD")]
    )
    def test_a_payment_is_read_and_all_of_it_given_back(
        self, double: Double, amount: Money
    ) -> None:
        calls = double.calls
        customer = calls.make_customer(ANN, "c-1").id
        card = calls.attach_card(double.card(), customer, "k-1").id
        charge = double.charge(customer, card, amount)
        paid = calls.payment(charge)
        assert (paid.amount, paid.paid, paid.customer) == (amount, True, customer)
        assert (paid.refunded, paid.disputed) == (Money(0, amount.currency), False)
        back = calls.refund(RefundOrder(charge), "r-1")
        assert (back.amount, back.payment, back.state) == (amount, charge, "succeeded")
        assert calls.payment(charge).refunded == amount

    def test_half_of_it_goes_back(self, double: Double) -> None:
        calls = double.calls
        customer = calls.make_customer(ANN, "c-1").id
        card = calls.attach_card(double.card(), customer, "k-1").id
        charge = double.charge(customer, card, FIFTY)
        order = RefundOrder(charge, Money(2500, "EUR"), reference={"order": "9"})
        half = calls.refund(order, "r-1")
        assert (half.amount, half.reference) == (Money(2500, "EUR"), {"order": "9"})
        assert calls.refund_of(half.id) == half
        assert calls.payment(charge).refunded == Money(2500, "EUR")
        with pytest.raises(Invalid, match="cannot be refunded of"):
            calls.refund(RefundOrder(charge, Money(2500, "JPY")), "r-2")
        assert calls.payment(charge).refunded == Money(2500, "EUR")

    def test_an_invoice_is_read(self, double: Double) -> None:
        calls = double.calls
        customer = calls.make_customer(ANN, "c-1").id
        card = calls.attach_card(double.card(), customer, "k-1").id
        calls.prefer_card(customer, card, "k-2")
        double.begin_membership(customer)
        [found] = calls.invoices(customer)
        assert (found.customer, found.total, found.paid) == (customer, MEMBERSHIP, MEMBERSHIP)
        assert (calls.invoice(found.id), found.state) == (found, "paid")


class TestNews:
    def test_what_happened_is_told_and_to_whom(self, double: Double) -> None:
        calls = double.calls
        made = calls.make_customer(ANN, "c-1").id
        [told] = [each for each in calls.events_since(None) if each.about == made]
        assert (told.kind, told.about_kind, told.live) == ("customer.created", "customer", False)
        assert told in calls.events_since(told.made)
        assert told not in calls.events_since(told.made + timedelta(seconds=1))
