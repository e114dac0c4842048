"""What services may rely on about Stripe, against one that refuses more than Stripe does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.stripe.asking import API_VERSION
from cpd_desktop.adapters.stripe.pages import LANGUAGES
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.errors import AskedDifferently, GoneAtStripe
from cpd_desktop.domain.stripe.objects import (
    MembershipState,
    PageState,
    Period,
    Rhythm,
)
from cpd_desktop.domain.stripe.orders import (
    CodeDraft,
    CouponDraft,
    Discount,
    LinkDraft,
    OfferDraft,
)
from cpd_desktop.services.work import Work
from tests.adapters.stripe.buying import (
    ANN,
    DOORS,
    FIFTY,
    MONTHLY,
    a_membership,
    a_place,
)
from tests.fakes.stripe import checkout, methods, payments, portal
from tests.fakes.stripe.server import ACCOUNT

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from cpd_desktop.services.stripe.ports import Stripe
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe


class TestAccount:
    def test_it_is_the_port_that_services_know(self, calls: StripeCalls) -> None:
        port: Stripe = calls
        assert port.during(Work()).account() == port.account()
        assert port.live is False

    def test_the_account_is_told_by_name(self, calls: StripeCalls) -> None:
        found = calls.account()
        assert (found.id, found.name, found.currency) == (ACCOUNT, "Weber Training", "EUR")

    def test_the_version_asked_for_is_the_one_the_library_was_made_for(self) -> None:
        import stripe

        assert stripe.api_version == API_VERSION


class TestCustomers:
    def test_a_person_is_found_again_by_address(self, calls: StripeCalls) -> None:
        made = calls.make_customer(ANN, "c-1")
        assert calls.customers(ANN.email) == [made]
        assert calls.customers("somebody@else.example") == []
        assert made.reference == {"person": "7"}

    def test_pressing_twice_makes_one_customer(self, calls: StripeCalls) -> None:
        assert calls.make_customer(ANN, "c-1") == calls.make_customer(ANN, "c-1")
        assert len(calls.customers(ANN.email)) == 1

    def test_the_same_operation_with_other_words_is_a_conflict(self, calls: StripeCalls) -> None:
        calls.make_customer(ANN, "c-1")
        with pytest.raises(AskedDifferently, match="other values"):
            calls.make_customer(replace(ANN, name="Anna"), "c-1")

    def test_a_new_address_reaches_stripe(self, calls: StripeCalls) -> None:
        made = calls.make_customer(ANN, "c-1")
        calls.change_customer(made.id, replace(ANN, email="ann@home.example"), "c-2")
        assert calls.customer(made.id).email == "ann@home.example"

    def test_a_wrong_address_is_named(self, calls: StripeCalls) -> None:
        with pytest.raises(Invalid) as refused:
            calls.make_customer(replace(ANN, email="nobody"), "c-1")
        assert set(refused.value.problems) == {"email"}

    def test_cards_are_given_preferred_and_taken_away(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        customer = calls.make_customer(ANN, "c-1")
        card = methods.card(server.book)["id"]
        attached = calls.attach_card(card, customer.id, "k-1")
        assert (attached.brand, attached.last4, attached.year) == ("visa", "4242", 2031)
        calls.prefer_card(customer.id, card, "k-2")
        assert calls.customer(customer.id).default_method == card
        calls.detach_card(card, "k-3")
        assert calls.cards(customer.id) == []
        assert calls.customer(customer.id).default_method == ""


class TestOffers:
    @pytest.mark.parametrize("rhythm", [None, MONTHLY, Rhythm(Period.YEAR), Rhythm(Period.WEEK, 2)])
    def test_what_is_offered_can_be_bought(
        self, calls: StripeCalls, server: FakeStripe, rhythm: Rhythm | None
    ) -> None:
        offer = calls.offer(OfferDraft("Wound care", FIFTY, rhythm, {"event": "3"}), "o-1")
        price = server.book.get("price", offer.price)
        assert (price["unit_amount"], price["currency"]) == (5000, "eur")
        assert (price["recurring"] or {}).get("interval_count") == (rhythm and rhythm.every)

    def test_a_new_price_takes_the_place_of_the_old(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        offer = calls.offer(OfferDraft("Wound care", FIFTY), "o-1")
        new = calls.reprice(offer, Money(6000, "EUR"), None, "o-2")
        assert server.book.get("product", offer.product)["default_price"] == new.price
        assert server.book.get("price", offer.price)["active"] is False
        assert calls.reprice(offer, Money(6000, "EUR"), None, "o-2") == new
        assert len(server.book.all("price")) == 2

    def test_what_is_withdrawn_is_offered_no_more(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        offer = calls.offer(OfferDraft("Wound care", FIFTY), "o-1")
        calls.withdraw(offer.product, "o-2")
        assert server.book.get("product", offer.product)["active"] is False

    @pytest.mark.parametrize(
        ("draft", "total"),
        [
            (CouponDraft("Early bird", percent=25.5), 3725),
            (CouponDraft("Ten off", amount=Money(1000, "EUR")), 4000),
            (CouponDraft("All of it", percent=100), 0),
        ],
    )
    def test_a_coupon_comes_off_the_price(
        self, calls: StripeCalls, draft: CouponDraft, total: int
    ) -> None:
        coupon = calls.make_coupon(draft, "c-1")
        assert (coupon.percent, coupon.amount) == (draft.percent, draft.amount)
        page = a_place(calls, discount=Discount(coupon=coupon.id))
        assert page.total == Money(total, "EUR")
        assert page.discount == Money(5000 - total, "EUR")

    def test_a_code_counts_until_it_is_ended(self, calls: StripeCalls) -> None:
        coupon = calls.make_coupon(CouponDraft("Early bird", percent=10, uses=5), "c-1")
        code = calls.make_code(CodeDraft(coupon.id, "EARLY26", uses=2), "c-2")
        assert a_place(calls, discount=Discount(code=code.id)).total == Money(4500, "EUR")
        calls.end_code(code.id, "c-3")
        assert [each.active for each in calls.codes()] == [False]
        with pytest.raises(Invalid):
            a_place(calls, discount=Discount(code=code.id), quantity=2)
        calls.withdraw_coupon(coupon.id, "c-4")
        assert calls.coupons() == []


class TestPages:
    def test_nothing_counts_as_paid_before_stripe_says_so(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        page = a_place(calls)
        assert (page.state, page.paid, page.total) == (PageState.OPEN, False, FIFTY)
        assert page.url.startswith(server.address)
        checkout.pay(server.book, page.id)
        paid = calls.page(page.id)
        assert (paid.state, paid.paid, paid.url) == (PageState.COMPLETE, True, "")
        assert paid.reference == {"registration": "12"}
        [payment] = calls.payments_of(paid.intent)
        assert (payment.amount, payment.paid) == (FIFTY, True)
        assert payment.reference == {"registration": "12"}

    def test_a_declined_card_leaves_the_page_open(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        page = a_place(calls)
        checkout.pay(server.book, page.id, payments.DECLINED)
        assert calls.page(page.id).paid is False
        [failed] = calls.payments_since(page.made)
        assert (failed.paid, failed.failure) == (False, "Your card was declined.")
        checkout.pay(server.book, page.id)
        assert calls.page(page.id).paid is True

    def test_a_free_place_is_paid_without_a_payment(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        coupon = calls.make_coupon(CouponDraft("All of it", percent=100), "c-1")
        page = a_place(calls, discount=Discount(coupon=coupon.id))
        checkout.pay(server.book, page.id)
        assert calls.page(page.id).paid is True
        assert calls.page(page.id).intent == ""

    def test_tax_and_an_invoice_come_with_the_page(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        customer = calls.make_customer(ANN, "c-1")
        page = a_place(calls, customer=customer.id, tax=True, invoice=True, language="cs")
        assert (page.total, page.tax) == (Money(6000, "EUR"), Money(1000, "EUR"))
        checkout.pay(server.book, page.id)
        invoice = calls.invoice(calls.page(page.id).invoice)
        assert (invoice.total, invoice.paid, invoice.tax) == (page.total, page.total, page.tax)
        assert invoice.state == "paid"
        assert invoice.pdf.startswith(server.address)
        assert calls.invoices(customer.id) == [invoice]
        assert calls.invoices(since=page.made + timedelta(seconds=1)) == []

    def test_a_word_that_nobody_knows_yet_is_not_taken_for_paid(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        page = a_place(calls)
        server.book.get("checkout.session", page.id)["status"] = "dreaming"
        assert calls.page(page.id).paid is False
        member = a_membership(calls, server)
        server.book.get("subscription", member.id)["status"] = "dreaming"
        assert calls.membership(member.id).state is MembershipState.INCOMPLETE

    def test_a_page_speaks_the_language_of_the_payer_where_stripe_does(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        for language, spoken in (("de", "de"), ("ga", "auto"), ("", None)):
            page = a_place(calls, language=language, name=f"In {language}", key=language)
            assert server.book.get("checkout.session", page.id)["locale"] == spoken

    def test_every_language_is_one_that_stripe_knows(self, calls: StripeCalls) -> None:
        for language in LANGUAGES:
            assert a_place(calls, language=language, key=language).state is PageState.OPEN

    def test_a_page_is_closed_however_often_that_is_asked_unless_it_was_paid(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        page, other = a_place(calls), a_place(calls, key="other")
        for key in ("x-1", "x-2"):
            assert calls.expire(page.id, key).state is PageState.EXPIRED
        checkout.pay(server.book, other.id)
        with pytest.raises(Conflict, match="nothing to close"):
            calls.expire(other.id, "x-3")

    def test_where_members_sign_in_is_told_while_it_is_switched_on(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        assert not calls.sign_in_page()
        url = portal.let_sign_in(server.book)
        assert calls.sign_in_page() == url

    def test_a_page_expires_when_it_was_to(self, calls: StripeCalls, clock: FixedClock) -> None:
        page = a_place(calls, expires=clock.now() + timedelta(minutes=31))
        clock.move(minutes=32)
        assert calls.page(page.id).state is PageState.EXPIRED

    def test_a_page_that_lives_too_long_is_refused(
        self, calls: StripeCalls, clock: FixedClock
    ) -> None:
        with pytest.raises(Invalid) as refused:
            a_place(calls, expires=clock.now() + timedelta(days=2))
        assert set(refused.value.problems) == {"expires_at"}

    @pytest.mark.parametrize(
        "address", ["http://shop.example/paid", "javascript:alert(1)", "https://a:b@shop.example/"]
    )
    def test_a_hostile_address_never_reaches_stripe(
        self, calls: StripeCalls, server: FakeStripe, address: str
    ) -> None:
        with pytest.raises(Invalid):
            a_place(calls, doors=replace(DOORS, paid=address))
        with pytest.raises(Invalid):
            calls.portal("cus_1", address, "p-1")
        assert server.asked == []

    def test_an_amount_without_words_is_refused_here(self, calls: StripeCalls) -> None:
        with pytest.raises(Invalid, match="nothing to pay"):
            a_place(calls, name="")

    def test_a_link_can_be_paid_by_anybody_until_it_is_ended(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        offer = calls.offer(OfferDraft("Wound care", FIFTY), "o-1")
        link = calls.make_link(
            LinkDraft(offer.price, thanks="https://weber.example/thanks", typed_codes=True), "l-1"
        )
        assert link.url.startswith(server.address)
        assert calls.links() == [link]
        calls.end_link(link.id, "l-2")
        assert calls.links() == []

    def test_the_portal_is_a_secret_page_of_the_customer(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        customer = calls.make_customer(ANN, "c-1")
        address = calls.portal(customer.id, DOORS.left, "p-1")
        assert address.reveal().startswith(f"{server.address}/portal/")
        with pytest.raises(GoneAtStripe):
            calls.portal("cus_nobody", DOORS.left, "p-2")
