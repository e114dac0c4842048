"""What services may rely on about Stripe, against one that refuses more than Stripe does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.stripe.asking import API_VERSION
from cpd_desktop.domain.at_stripe import (
    MembershipState,
    PageState,
    Period,
    Purpose,
    RefundReason,
    Rhythm,
)
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe_errors import AlreadyRefunded, AskedDifferently, GoneAtStripe
from cpd_desktop.domain.stripe_orders import (
    CodeDraft,
    CouponDraft,
    Discount,
    LinkDraft,
    MembershipDraft,
    OfferDraft,
    RefundOrder,
)
from cpd_desktop.services.work import Work
from tests.adapters.stripe.buying import (
    ANN,
    DOORS,
    FIFTY,
    MONTHLY,
    a_membership,
    a_payment,
    a_place,
)
from tests.fakes.stripe import checkout, happenings, methods, payments
from tests.fakes.stripe.server import ACCOUNT

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from cpd_desktop.services.billing.ports import Stripe
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

    def test_a_page_can_be_closed_once(self, calls: StripeCalls) -> None:
        page = a_place(calls)
        assert calls.expire(page.id, "x-1").state is PageState.EXPIRED
        with pytest.raises(Conflict, match="nothing to close"):
            calls.expire(page.id, "x-2")

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


class TestMemberships:
    def test_a_membership_runs_to_the_end_of_its_period(
        self, calls: StripeCalls, server: FakeStripe, clock: FixedClock
    ) -> None:
        found = a_membership(calls, server)
        assert (found.state, found.amount) == (MembershipState.ACTIVE, Money(900, "EUR"))
        assert found.period_end.date().isoformat() == "2026-12-21"
        assert found.reference == {"party": "7"}
        clock.move(days=31)
        assert calls.membership(found.id).period_end.date().isoformat() == "2027-01-21"
        assert len(calls.invoices(found.customer)) == 2
        assert {each.subscription for each in calls.invoices(found.customer)} == {found.id}

    def test_a_trial_takes_no_money_and_no_trial_sends_none(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        found = a_membership(calls, server, trial_days=14)
        assert found.state is MembershipState.TRIALING
        assert calls.payments_since(found.made) == []

    def test_ended_with_the_period_and_taken_back(
        self, calls: StripeCalls, server: FakeStripe, clock: FixedClock
    ) -> None:
        found = a_membership(calls, server)
        ending = calls.cancel(found.id, "s-1", at_period_end=True)
        assert (ending.state, ending.ends_with_period) == (MembershipState.ACTIVE, True)
        assert calls.reactivate(found.id, "s-2").ends_with_period is False
        calls.cancel(found.id, "s-3", at_period_end=True)
        clock.move(days=32)
        over = calls.membership(found.id)
        assert (over.state, over.ended) == (MembershipState.CANCELED, found.period_end)
        with pytest.raises(NotAllowed, match="is over"):
            calls.reactivate(found.id, "s-4")

    def test_ending_at_once_may_be_asked_twice(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        found = a_membership(calls, server)
        ended = calls.cancel(found.id, "s-1", at_period_end=False)
        assert ended.state is MembershipState.CANCELED
        assert calls.cancel(found.id, "s-2", at_period_end=False) == ended
        with pytest.raises(GoneAtStripe):
            calls.cancel("sub_nobody", "s-3", at_period_end=False)

    @pytest.mark.parametrize("settle", [True, False])
    def test_a_membership_moves_to_another_price(
        self, calls: StripeCalls, server: FakeStripe, *, settle: bool
    ) -> None:
        found = a_membership(calls, server)
        dearer = calls.offer(OfferDraft("All of it", Money(1900, "EUR"), MONTHLY), "o-2")
        changed = calls.change(found, dearer.price, "s-1", settle=settle)
        assert (changed.price, changed.amount) == (dearer.price, Money(1900, "EUR"))
        assert changed.item == found.item

    def test_a_membership_begins_by_a_card_that_is_there(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        offer = calls.offer(OfferDraft("Evenings", Money(900, "EUR"), MONTHLY), "o-1")
        customer = calls.make_customer(ANN, "c-1")
        draft = MembershipDraft(customer.id, offer.price)
        with pytest.raises(GoneAtStripe):
            calls.begin(draft, "s-1")
        card = calls.attach_card(methods.card(server.book)["id"], customer.id, "k-1")
        begun = calls.begin(replace(draft, method=card.id), "s-2")
        assert (begun.state, begun.method) == (MembershipState.ACTIVE, card.id)
        assert calls.memberships(customer.id) == [begun]
        assert calls.memberships_since(begun.made) == [begun]
        assert calls.memberships_since(begun.made + timedelta(seconds=1)) == []


class TestPayments:
    def test_half_goes_back_and_then_the_rest(self, calls: StripeCalls, server: FakeStripe) -> None:
        paid = a_payment(calls, server)
        half = RefundOrder(paid.id, Money(2500, "EUR"), RefundReason.REQUESTED, {"order": "9"})
        first = calls.refund(half, "r-1")
        assert (first.amount, first.state) == (Money(2500, "EUR"), "succeeded")
        assert first.reference == {"order": "9"}
        assert calls.payment(paid.id).refunded == Money(2500, "EUR")
        rest = calls.refund(RefundOrder(paid.id), "r-2")
        assert rest.amount == Money(2500, "EUR")
        assert calls.refunds_since(paid.made) == [first, rest]
        with pytest.raises(AlreadyRefunded):
            calls.refund(RefundOrder(paid.id), "r-3")

    def test_pressing_refund_twice_gives_back_once(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        paid = a_payment(calls, server)
        order = RefundOrder(paid.id, Money(2500, "EUR"))
        assert calls.refund(order, "r-1") == calls.refund(order, "r-1")
        assert calls.payment(paid.id).refunded == Money(2500, "EUR")

    def test_more_than_was_paid_cannot_go_back(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        paid = a_payment(calls, server)
        with pytest.raises(Invalid, match="greater than"):
            calls.refund(RefundOrder(paid.id, Money(5001, "EUR")), "r-1")

    def test_a_refund_in_another_currency_never_reaches_stripe(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        paid = a_payment(calls, server)
        with pytest.raises(Invalid, match="cannot be refunded of"):
            calls.refund(RefundOrder(paid.id, Money(2500, "JPY")), "r-1")
        assert server.book.all("refund") == []

    def test_a_refund_that_comes_back_is_seen(self, calls: StripeCalls, server: FakeStripe) -> None:
        paid = a_payment(calls, server)
        made = calls.refund(RefundOrder(paid.id), "r-1")
        payments.fail_refund(server.book, made.id)
        assert calls.refund_of(made.id).state == "failed"
        assert calls.payment(paid.id).refunded == Money(0, "EUR")

    def test_what_a_bank_takes_back_is_not_refunded_too(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        paid = a_payment(calls, server)
        made = happenings.dispute(server.book, paid.id)["id"]
        [dispute] = calls.disputes_since(paid.made)
        assert (dispute.payment, dispute.amount) == (paid.id, FIFTY)
        assert calls.payment(paid.id).disputed is True
        with pytest.raises(NotAllowed, match="bank has taken"):
            calls.refund(RefundOrder(paid.id), "r-1")
        happenings.close_dispute(server.book, made, won=True)
        assert calls.dispute(made).state == "won"

    @pytest.mark.parametrize(
        ("amount", "sent"),
        [
            (Money(5000, "JPY"), 5000),
            (Money(5000, "ISK"), 500000),
            (Money(12340, "KWD"), 12340),
            (Money(50, "EUR"), 50),
        ],
    )
    def test_every_currency_is_paid_in_its_own_units(
        self, calls: StripeCalls, server: FakeStripe, amount: Money, sent: int
    ) -> None:
        page = a_place(calls, amount=amount)
        assert server.book.get("checkout.session", page.id)["amount_total"] == sent
        assert page.total == amount


class TestNews:
    def test_what_happened_is_told_in_order(self, calls: StripeCalls, server: FakeStripe) -> None:
        page = a_place(calls)
        checkout.pay(server.book, page.id)
        told = calls.events_since(None)
        kinds = [each.kind for each in told]
        assert kinds.index("charge.succeeded") < kinds.index("checkout.session.completed")
        last = told[-1]
        assert (last.about, last.about_kind, last.live) == (page.id, "checkout.session", False)

    def test_only_the_kinds_that_matter_are_fetched(
        self, calls: StripeCalls, server: FakeStripe
    ) -> None:
        a_payment(calls, server)
        told = calls.events_since(None, {"charge.succeeded", "charge.refunded"})
        assert [each.kind for each in told] == ["charge.succeeded"]

    def test_events_are_told_from_a_moment_on(self, calls: StripeCalls, clock: FixedClock) -> None:
        calls.make_customer(ANN, "c-1")
        clock.move(minutes=5)
        later = clock.now()
        calls.make_customer(ANN, "c-2")
        assert len(calls.events_since(later)) == 1
        assert len(calls.events_since(None)) == 2

    def test_after_thirty_days_only_the_lists_tell(
        self, calls: StripeCalls, server: FakeStripe, clock: FixedClock
    ) -> None:
        paid = a_payment(calls, server)
        pages = calls.pages_since(paid.made)
        clock.move(days=31)
        assert calls.events_since(None) == []
        assert calls.payments_since(paid.made) == [paid]
        assert calls.pages_since(paid.made) == pages
        assert pages[0].purpose is Purpose.PLACE

    def test_long_lists_are_read_to_their_end(self, calls: StripeCalls, server: FakeStripe) -> None:
        for at in range(205):
            server.book.tell("charge.succeeded", {"id": f"ch_{at}", "object": "charge"})
        told = calls.events_since(None)
        assert [each.about for each in told] == [f"ch_{at}" for at in range(205)]
        assert len(server.asked) == 3
