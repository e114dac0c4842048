"""Memberships, their members' page, refunds and disputes, as Stripe tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import PlaceFate, RefundDraft
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.stripe.objects import MembershipState
from cpd_desktop.domain.stripe.orders import CodeDraft, CouponDraft, Doors, RefundOrder
from cpd_desktop.services.billing.lists import Wanted
from tests.fakes.stripe.happenings import close_dispute, dispute
from tests.fakes.stripe.payments import fail_refund
from tests.paid_by_stripe import FEE, at_stripe

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def back(minor: int, place: PlaceFate = PlaceFate.KEEP) -> RefundDraft:
    return RefundDraft(amount=Money(minor, "GBP"), why="Ill", place=place)


def test_half_goes_back_through_stripe_and_the_rest_gives_the_place_up(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        half = shop.core.stripe_refunds.refund(paid.id, back(3750)).value
        assert (half.refunded, shop.here.place("Ada").payment) == (3750, Payment.PAID)
        with pytest.raises(Invalid, match=r"37\.50 GBP is left"):
            shop.core.stripe_refunds.refund(paid.id, back(3751))
        shop.core.stripe_refunds.refund(paid.id, back(3750, PlaceFate.CANCEL))
        shop.sync()
        place = shop.here.place("Ada")
        assert (place.status, place.payment) == (RegistrationStatus.CANCELLED, Payment.REFUNDED)
        assert len(shop.stripe.book.all("refund")) == 2
        assert shop.core.payments.get(paid.id).left.minor == 0
        assert shop.core.doubts.listed() == []


def test_a_refund_made_at_stripe_itself_is_booked_once(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        own = shop.core.stripe_account.own()
        own.stripe.refund(RefundOrder(paid.external, Money(1000, "GBP")), "by-hand")
        shop.sync()
        shop.sync()
        assert shop.core.payments.get(paid.id).refunded == 1000


def test_a_refund_that_comes_back_is_put_up_for_review(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        shop.core.stripe_refunds.refund(paid.id, back(7500))
        fail_refund(shop.stripe.book, shop.stripe.book.all("refund")[0]["id"])
        shop.sync()
        [doubt] = shop.core.doubts.listed()
        assert "did not arrive" in str(doubt.says)


def test_what_was_paid_in_cash_does_not_go_back_through_stripe(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.here.pay(shop.here.order("Ada"), "75").payment
        with pytest.raises(NotAllowed, match="not paid through Stripe"):
            shop.core.stripe_refunds.refund(paid.id, back(7500))


def test_a_dispute_is_shown_until_it_is_won(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        made = dispute(shop.stripe.book, paid.external)
        shop.sync()
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.DISPUTED]
        [seen] = shop.core.stripe_refunds.disputes(clock.at)
        assert seen.payment == paid.external
        close_dispute(shop.stripe.book, made["id"], won=True)
        shop.sync()
        assert shop.core.doubts.listed() == []


def test_a_membership_begins_ends_with_its_period_and_goes_on(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        member = shop.a_member("Ada")
        assert (member.state, member.ends_then) == (MembershipState.ACTIVE, False)
        [paid] = shop.core.payments.listed(person=member.person)
        assert (paid.amount, shop.core.orders.get(paid.order or 0).open.minor) == (FEE, 0)
        assert shop.core.memberships.cancel(member.id).value.ends_then
        assert not shop.core.memberships.reactivate(member.id).value.ends_then
        dearer = shop.an_offer(Money(1500, "GBP"))
        assert shop.core.memberships.change(member.id, dearer.id).value.offer == dearer.id
        over = shop.core.memberships.cancel(member.id, at_period_end=False).value
        assert over.state is MembershipState.CANCELED
        with pytest.raises(NotAllowed, match="is over"):
            shop.core.memberships.reactivate(member.id)


def test_a_trial_takes_no_money_and_none_is_asked_for_without_one(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        assert shop.a_member("Ada", trial_days=14).state is MembershipState.TRIALING
        assert shop.core.payments.listed() == []
        shop.a_member("Bob")
        said = [each for each in shop.stripe.asked if each.path == "/v1/checkout/sessions"]
        assert [b"trial_period_days" in each.body for each in said] == [True, False]


def test_pressed_twice_there_is_one_page_and_one_membership(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer = shop.here.place("Ada").person_id, shop.an_offer()
        first = shop.core.memberships.page(person, offer.id).value
        assert shop.core.memberships.page(person, offer.id).value.page == first.page
        shop.pay(first)
        with pytest.raises(Conflict, match="not known here yet"):
            shop.core.memberships.page(person, offer.id)
        shop.sync()
        assert len(shop.core.memberships.listed(person)) == 1


def test_a_page_of_the_desk_is_not_sent_to_a_member_elsewhere(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer = shop.here.place("Ada").person_id, shop.an_offer()
        door = "http://127.0.0.1:49152/paid"
        at_desk = shop.core.memberships.page(person, offer.id, Doors(door, door)).value
        sent = shop.core.memberships.page(person, offer.id).value
        assert sent.page != at_desk.page
        assert [each.page for each in shop.core.checkout.pages(still_open=True)] == [sent.page]


def test_a_member_s_own_page_is_opened_and_kept_nowhere(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        member = shop.a_member("Ada")
        url = shop.core.memberships.portal(member.person).value.reveal()
        assert url.startswith("http://127.0.0.1")
        assert [each.link for each in shop.core.stripe_operations.listed()] == [""] * len(
            shop.core.stripe_operations.listed()
        )
        with pytest.raises(NotAllowed, match="never paid through Stripe"):
            shop.core.memberships.portal(shop.here.place("Bob").person_id)


def test_cards_links_coupons_and_codes(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        member = shop.a_member("Ada")
        [card] = shop.core.customers.cards(member.person)
        shop.core.customers.prefer(member.person, card.id)
        again = shop.core.memberships.begin(member.person, member.offer or 0, card.id).value
        assert again.id != member.id
        assert len(shop.core.memberships.invoices(member.person)) == 2
        offers = shop.core.offers
        link = offers.link(member.offer or 0).value
        assert [each.id for each in offers.links()] == [link.id]
        offers.end_link(link.id)
        assert offers.links() == []
        coupon = offers.make_coupon(CouponDraft("Half", percent=50.0)).value
        code = offers.make_code(CodeDraft(coupon.id, "HALF")).value
        assert [each.code for each in offers.codes()] == ["HALF"]
        offers.end_code(code.id)
        offers.withdraw_coupon(coupon.id)
        assert offers.coupons() == []
        shop.core.customers.detach(member.person, card.id)
        assert shop.core.customers.cards(member.person) == []
        dearer = offers.reprice(member.offer or 0, Money(1100, "GBP")).value
        assert dearer.price == Money(1100, "GBP")
        offers.withdraw(dearer.id)
        assert offers.listed() == []


def test_memberships_are_listed_by_member_and_offer(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        ada, bob = (shop.a_member(name) for name in ("Ada", "Bob"))
        lists = shop.core.billing_lists
        assert list(lists.members()) == [ada.id, bob.id]
        assert list(lists.members("bob evenings")) == [bob.id]
        assert list(lists.members(wanted=Wanted(person=ada.person))) == [ada.id]
        for sort in ("name", "offer", "price", "state", "until", "began"):
            assert list(lists.members(sort=sort, descending=True)) == [bob.id, ada.id]
        line = lists.member_lines([bob.id, 99])[bob.id]
        assert (line.name, line.offer and line.offer.name) == ("Bob", "Members' evenings")
