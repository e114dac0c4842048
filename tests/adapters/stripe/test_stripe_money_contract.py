"""What services may rely on about memberships, payments and news of Stripe."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.errors import AlreadyRefunded, GoneAtStripe
from cpd_desktop.domain.stripe.objects import (
    MembershipState,
    Purpose,
    RefundReason,
)
from cpd_desktop.domain.stripe.orders import (
    MembershipDraft,
    OfferDraft,
    RefundOrder,
)
from tests.adapters.stripe.buying import (
    ANN,
    FIFTY,
    MONTHLY,
    a_membership,
    a_payment,
    a_place,
)
from tests.fakes.stripe import checkout, happenings, methods, payments

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe


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
        totals = [each.total for each in calls.invoices(found.customer)]
        assert totals == [Money(900, "EUR"), *([Money(1000, "EUR")] if settle else [])]

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
