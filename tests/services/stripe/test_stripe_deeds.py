"""Nobody is taken for somebody else at Stripe, asked twice, or charged twice for one thing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import RefundDraft
from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import StripeUnclear
from cpd_desktop.domain.stripe.objects import MembershipState
from cpd_desktop.domain.stripe.orders import CouponDraft, Discount, Doors
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.stripe.checkout import ELSEWHERE, PageOptions
from cpd_desktop.services.stripe.errands import Kind
from tests.fakes.stripe import checkout, methods, payments
from tests.fakes.stripe.customers import make
from tests.fakes.stripe.server import LIVE_KEY
from tests.paid_by_stripe import FEE, at_stripe
from tests.stripe_cuts import Cut, cut

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.paid_by_stripe import AtStripe

SAYS = Sentence("test", "Cut")
SHARED = "family@clinic.example"
HALF = RefundDraft(amount=Money(3750, "GBP"), why="Ill")


def share(shop: AtStripe, *names: str) -> None:
    for name in names:
        person = shop.here.place(name).person_id
        shop.core.people.change(person, PersonDraft(name, email=SHARED))


def former(shop: AtStripe) -> tuple[int, int, str]:
    """Return somebody whose membership ended, what it was, and the card that they left."""
    member = shop.a_member("Ada")
    shop.core.memberships.cancel(member.id, at_period_end=False)
    [card] = shop.core.customers.cards(member.person)
    return member.person, member.offer or 0, card.id


def named(shop: AtStripe) -> list[str]:
    return sorted(each["name"] for each in shop.stripe.book.all("customer"))


def test_who_shares_an_address_is_not_taken_for_the_other_nor_renamed_to_them(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        share(shop, "Ada", "Bob")
        bobs = make(shop.stripe.book, name="Bob", email=SHARED)["id"]
        card = methods.card(shop.stripe.book, "4242424242424242", bobs)["id"]
        shop.page("Ada")
        shop.page("Bob")
        shop.sync()
        assert named(shop) == ["Ada", "Bob"]
        assert shop.stripe.book.get("customer", bobs)["name"] == "Bob"
        cards = shop.core.customers.cards
        assert [each.id for each in cards(shop.here.place("Bob").person_id)] == [card]
        assert cards(shop.here.place("Ada").person_id) == []


def test_of_two_who_share_an_address_each_follows_their_own_name(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        share(shop, "Ada", "Bob")
        shop.page("Ada")
        shop.page("Bob")
        person = shop.here.place("Ada").person_id
        shop.core.people.change(person, PersonDraft("Ada Hall", email=SHARED))
        shop.sync()
        assert named(shop) == ["Ada Hall", "Bob"]


@pytest.mark.parametrize("again", ["code", "minutes", "price"])
def test_a_member_has_one_page_for_a_membership_whatever_else_is_wanted_of_it(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, again: str
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer = shop.here.place("Ada").person_id, shop.an_offer()
        first = shop.core.memberships.page(person, offer.id).value
        options = PageOptions()
        if again == "code":
            coupon = shop.core.offers.make_coupon(CouponDraft("Half", percent=50.0)).value
            options = PageOptions(Discount(coupon=coupon.id))
        elif again == "minutes":
            options = PageOptions(minutes=60)
        else:
            shop.core.offers.reprice(offer.id, Money(1100, "GBP"))
        second = shop.core.memberships.page(person, offer.id, None, options).value
        assert second.page != first.page
        assert shop.stripe.book.get("checkout.session", first.page)["status"] == "expired"
        assert [each.page for each in shop.core.checkout.pages(still_open=True)] == [second.page]


def test_pages_for_two_different_memberships_stay_open(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person = shop.here.place("Ada").person_id
        for offer in (shop.an_offer(), shop.an_offer(Money(1500, "GBP"))):
            shop.core.memberships.page(person, offer.id)
        assert len(shop.core.checkout.pages(still_open=True)) == 2


@pytest.mark.parametrize("ahead", [timedelta(minutes=2), timedelta(days=2), -timedelta(days=2)])
def test_a_wrong_clock_keeps_nobody_from_paying_and_opens_no_second_page(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        first = shop.page("Ada")
        there = clock.at
        for book in shop.stripe.site.books.values():
            book.clock = lambda: there
        clock.at += ahead
        shop.page("Ada")
        second = shop.page("Ada", options=PageOptions(invoice=True))
        assert second.page != first.page
        states = [each["status"] for each in shop.stripe.book.all("checkout.session")]
        assert sorted(states) == ["expired", "open"]


def test_a_membership_in_doubt_begins_once_and_is_known_after_the_next_look(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer, card = former(shop)
        with cut(shop, Kind.BEGIN, StripeUnclear(SAYS), after=True):
            shop.core.memberships.begin(person, offer, card)
        again = shop.core.memberships.begin(person, offer, card).value
        assert again.offer == offer
        assert len(shop.stripe.book.all("subscription")) == 2


def test_a_membership_that_cannot_be_kept_is_told_and_not_a_crash(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer, card = former(shop)
        errands = shop.core.stripe_operations.errands
        whole = errands[Kind.BEGIN]

        def keep(*_words: object) -> object:
            raise Conflict(SAYS)

        monkeypatch.setitem(errands, Kind.BEGIN, whole._replace(keep=keep))  # type: ignore[arg-type]
        with pytest.raises(Conflict, match="was begun"):
            shop.core.memberships.begin(person, offer, card)
        assert [each.person for each in shop.core.doubts.listed()] == [person]


def test_a_refund_of_yesterday_in_doubt_is_not_asked_for_anew_without_a_look(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        paid = shop.paid("Ada")
        with cut(shop, Kind.REFUND, Cut(), after=True):
            shop.core.stripe_refunds.refund(paid.id, HALF)
        clock.move(hours=25)
        with pytest.raises(Conflict, match=r"37\.50 GBP"):
            shop.core.stripe_refunds.refund(paid.id, HALF)
        assert len(shop.stripe.book.all("refund")) == 1
        shop.sync()
        assert shop.core.payments.get(paid.id).refunded == 3750
        shop.core.stripe_refunds.refund(paid.id, HALF)
        assert shop.core.payments.get(paid.id).refunded == 7500


def test_a_membership_of_yesterday_in_doubt_does_not_begin_twice(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer, card = former(shop)
        with cut(shop, Kind.BEGIN, Cut(), after=True):
            shop.core.memberships.begin(person, offer, card)
        clock.move(hours=25)
        with pytest.raises(Conflict, match="not known here yet"):
            shop.core.memberships.begin(person, offer, card)
        assert len(shop.stripe.book.all("subscription")) == 2
        shop.sync()
        assert len(shop.core.memberships.listed(person)) == 2


def test_what_a_former_member_pays_for_something_else_is_no_membership_fee(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        former(shop)
        clock.move(hours=48)
        [customer], [card] = (shop.stripe.book.all(each) for each in ("customer", "payment_method"))
        payments.take(shop.stripe.book, 4000, "gbp", card, customer=customer["id"])
        shop.sync()
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.NO_PLACE]
        assert [each.amount for each in shop.core.payments.listed() if each.order] == [FEE]


def live(shop: AtStripe) -> None:
    shop.core.stripe_account.disconnect()
    shop.core.stripe_account.connect(Secret(LIVE_KEY))


def test_with_real_money_a_page_at_the_desk_leads_to_an_address_that_stripe_takes(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        live(shop)
        here = "http://127.0.0.1:49152/paid"
        book = shop.stripe.site.books[True]
        person, offer = shop.here.place("Ada").person_id, shop.an_offer()
        shop.page("Ada", doors=Doors(here, here))
        opened = shop.core.memberships.page(person, offer.id, Doors(here, here)).value
        assert {each["success_url"] for each in book.all("checkout.session")} == {ELSEWHERE}
        checkout.pay(book, opened.page)
        shop.sync()
        assert shop.core.memberships.portal(person, here).value.reveal()


def test_who_was_deleted_at_stripe_can_become_a_member_again(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        person, offer, _ = former(shop)
        [customer] = shop.stripe.book.all("customer")
        shop.stripe.book.drop("customer", customer["id"])
        shop.pay(shop.core.memberships.page(person, offer).value)
        shop.sync()
        assert shop.core.memberships.listed(person)[0].state is MembershipState.ACTIVE


def test_two_people_who_become_one_keep_what_both_paid_and_their_memberships(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        ada, bob = shop.a_member("Ada"), shop.a_member("Bob")
        shop.core.merging.merge(ada.person, bob.person)
        assert len(shop.core.memberships.listed(ada.person)) == 2
        clock.move(days=32)
        shop.sync()
        paid = [each.amount for each in shop.core.payments.listed(person=ada.person)]
        assert paid == [FEE] * 4
        assert shop.core.doubts.listed() == []
        over = shop.core.memberships.cancel(bob.id, at_period_end=False).value
        assert (over.person, over.state) == (ada.person, MembershipState.CANCELED)


def test_a_page_without_a_currency_that_somebody_else_made_keeps_no_news_back(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        made = shop.stripe.book.add("checkout.session", mode="setup", status="complete")
        shop.stripe.book.tell("checkout.session.completed", made)
        shop.paid("Ada")
        assert shop.core.doubts.listed() == []
