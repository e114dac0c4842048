"""Places paid through Stripe: what was paid is known, booked once, and nothing is absorbed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.request import urlopen

import pytest

from cpd_desktop.domain.billing.outward import Doubt, EventFate
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import StripeSilent
from cpd_desktop.domain.stripe.orders import CouponDraft, Discount, Doors, RefundOrder
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.report import of_defect
from cpd_desktop.services.stripe.checkout import PageOptions
from cpd_desktop.services.stripe.reading import KINDS
from cpd_desktop.services.work import Work
from cpd_desktop.store.schema import bring_up
from tests.fakes.stripe.server import KEY, LIVE_KEY, FakeStripe
from tests.mailing import an_account
from tests.paid_by_stripe import at_stripe

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

S = RegistrationStatus


def test_a_place_that_is_paid_is_confirmed_and_the_ledger_has_it(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        page = shop.page("Ada")
        assert (page.amount, page.url[:7]) == (Money(7500, "GBP"), "http://")
        assert shop.here.place("Ada").payment is Payment.DUE
        shop.pay(page)
        told = shop.sync()
        assert told.fates[EventFate.APPLIED] >= 1
        place = shop.here.place("Ada")
        assert (place.status, place.payment) == (S.CONFIRMED, Payment.PAID)
        assert page.order is not None
        [paid] = shop.core.payments.of_order(page.order)
        assert (paid.amount, paid.external[:3]) == (Money(7500, "GBP"), "ch_")
        assert shop.core.ledger.balance(place.person_id, trial=True) == [Money(0, "GBP")]
        assert shop.core.checkout.pages(still_open=True) == []
        assert shop.core.bills.receipt(paid.id).value.number == "TEST-REC-2026-0001"
        again = shop.sync()
        assert (again.heard, again.fates) == (0, {})


def test_a_place_has_one_page_at_a_time(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        first = shop.page("Ada")
        assert shop.page("Ada").page == first.page
        other = shop.page("Ada", options=PageOptions(invoice=True))
        assert other.page != first.page
        assert shop.stripe.book.get("checkout.session", first.page)["status"] == "expired"
        shop.pay(other)
        with pytest.raises(Conflict, match="was paid already"):
            shop.page("Ada", options=PageOptions(invoice=True))
        assert len(shop.stripe.book.all("customer")) == 1


def test_what_costs_nothing_or_waits_without_an_offer_has_no_page(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        with pytest.raises(NotAllowed, match="Nothing is open"):
            shop.page("Ada")
        with pytest.raises(Invalid, match="31 to 1439"):
            shop.page("Ada", options=PageOptions(minutes=5))


def test_a_discount_on_the_page_comes_off_the_order(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        coupon = shop.core.offers.make_coupon(CouponDraft("Early", percent=20.0)).value
        page = shop.page("Ada", options=PageOptions(Discount(coupon=coupon.id)))
        shop.pay(page)
        shop.sync()
        assert page.order is not None
        order = shop.core.orders.get(page.order)
        assert (order.sums.credited, order.sums.paid, order.open.minor) == (1500, 6000, 0)
        assert shop.here.place("Ada").payment is Payment.PAID
        assert shop.core.doubts.listed() == []


def test_another_amount_than_asked_is_booked_and_put_up_for_review(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        page = shop.page("Ada")
        shop.pay(page)
        shop.stripe.book.all("charge")[0]["amount"] = 7000
        shop.sync()
        [doubt] = shop.core.doubts.listed()
        assert (doubt.kind, doubt.person) == (Doubt.OTHER_AMOUNT, page.person)
        assert str(doubt.says) == "70.00 GBP was paid where 75.00 GBP was asked for."
        assert shop.here.place("Ada").payment is Payment.DUE
        shop.core.doubts.settle(doubt.id, "The rest came in cash")
        assert shop.core.doubts.listed() == []


def test_what_was_paid_in_cash_meanwhile_is_paid_twice(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        page = shop.page("Ada")
        assert page.order is not None
        shop.here.pay(shop.core.orders.get(page.order), "75")
        shop.pay(page)
        shop.sync()
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.PAID_TWICE]
        person = shop.here.place("Ada").person_id
        assert shop.core.ledger.balance(person, trial=True) == [Money(-7500, "GBP")]


def test_money_that_says_nothing_is_reviewed_but_not_what_came_before(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        for name, late in (("Ada", False), ("Bob", True)):
            page = shop.page(name)
            shop.pay(page)
            shop.stripe.book.all("charge")[-1].update(metadata={}, customer=None)
            shop.stripe.book.get("checkout.session", page.page)["metadata"] = {}
            shop.sync()
            kinds = [each.kind for each in shop.core.doubts.listed()]
            assert kinds == ([Doubt.NO_PLACE] if late else [])
        assert shop.here.place("Bob").payment is Payment.DUE


def test_test_and_real_money_never_mix(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        with pytest.raises(Conflict, match="another account or another mode"):
            shop.core.stripe_account.connect(Secret(LIVE_KEY))
        page = shop.page("Ada")
        shop.pay(page)
        shop.core.keychains.put("stripe", Secret(LIVE_KEY))
        with pytest.raises(NotAllowed, match="another account or mode"):
            shop.sync()
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.OTHER_ACCOUNT]
        assert shop.here.place("Ada").payment is Payment.DUE
        assert shop.core.stripe_sync.events() == []


def test_a_key_of_another_account_takes_nothing_over(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (
        at_stripe(folder, clock, monkeypatch, "Ada") as shop,
        FakeStripe(clock.now, account="acct_Other") as other,
    ):
        key = other.keys.add("rk_test_" + "z" * 40)
        shop.core.keychains.put("stripe", Secret(key))
        monkeypatch.setenv("CPD_STRIPE_API_URL", other.address)
        for _ in range(2):
            with pytest.raises(NotAllowed, match="acct_Other"):
                shop.page("Ada")
        assert len(shop.core.doubts.listed()) == 1
        assert other.book.all("checkout.session") == []


def test_yen_and_dinar_are_paid_to_the_last_unit(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, price in enumerate((Money(5000, "JPY"), Money(12340, "KWD"))):
        mine = a_folder(folder, "x" * number)
        with at_stripe(mine, clock, monkeypatch, "Ada", price=price) as shop:
            paid = shop.paid("Ada")
            assert (paid.amount, shop.core.doubts.listed()) == (price, [])


@pytest.mark.parametrize("amount", [-7500, 0, 10**12])
def test_an_amount_that_cannot_be_is_reviewed_and_holds_nothing_else_up(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, amount: int
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        for name in ("Ada", "Bob"):
            shop.pay(shop.page(name))
        shop.stripe.book.all("charge")[0]["amount"] = amount
        told = shop.sync()
        assert told.fates[EventFate.FLAGGED] == 1
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.OTHER_AMOUNT]
        assert shop.here.place("Ada").payment is Payment.DUE
        assert shop.here.place("Bob").payment is Payment.PAID


def test_a_gap_in_what_is_told_is_filled_from_the_lists(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        shop.paid("Ada")
        shop.pay(shop.page("Bob"))
        clock.move(days=40)  # further back than Stripe tells
        told = shop.sync()
        assert told.gap
        assert shop.here.place("Bob").payment is Payment.PAID
        assert len(shop.core.payments.listed()) == 2


@pytest.mark.parametrize("hours", [-72, 72])
def test_a_clock_that_is_wrong_loses_nothing(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, hours: int
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        shop.paid("Ada")
        page, true = shop.page("Bob"), clock.at
        shop.pay(page)
        shop.stripe.book.clock = lambda: true
        clock.move(hours=hours)
        shop.core.stripe_sync.sync(Work())
        assert shop.here.place("Bob").payment is Payment.PAID
        assert shop.core.doubts.listed() == []


def test_the_link_goes_into_the_mail_that_asks_for_the_payment(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.core.mail_accounts.add(an_account())
        place = shop.here.places["Ada"]
        for _ in range(2):  # pressed twice: the page is the same, and so is the mail
            letter = shop.core.checkout.letter(place).value
            shop.core.preparing.prepare(Work(), letter, hold=timedelta(0))
        [key] = shop.core.outbox.ids()
        [page] = shop.core.checkout.pages(still_open=True)
        assert page.url.encode() in shop.core.outbox.content(shop.core.outbox.get(key))
        said = next(each for each in shop.stripe.asked if each.path == "/v1/checkout/sessions")
        assert b"127.0.0.1" not in said.body  # nobody else has anything there


def test_what_comes_with_an_error_tells_no_key_card_or_address(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        log = (folder.logs / "network.jsonl").read_text() if folder.logs.exists() else ""
        report = of_defect(
            f"StripeError: {KEY} {LIVE_KEY} whsec_0123456789abcdef0123456789abcdef "
            "card 4242 4242 4242 4242, 4000000000000002, p0@clinic.example",
            log,
        )
        for secret in (KEY, LIVE_KEY, "0123456789abcdef", "4242 4242", "400000000000", "p0@"):
            assert secret not in report


def test_a_forged_way_back_and_a_hostile_address_change_nothing(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        step = shop.core.outside.doorstep
        page = shop.page("Ada", doors=step.doors())
        forged = f"{step.doors().paid}?page={page.page}&paid=true"
        with urlopen(forged) as answer:  # noqa: S310 - on loopback
            assert b"You can go back to the app" in answer.read()
        assert step.wait(5)
        shop.sync()
        assert shop.here.place("Ada").payment is Payment.DUE
        assert shop.core.payments.listed() == []
    for address in ("http://evil.example/", "javascript:alert(1)", "https://a\nb"):
        with (
            at_stripe(a_folder(folder, address), clock, monkeypatch, "Ada") as shop,
            pytest.raises(Invalid, match="not one that begins with https"),
        ):
            shop.page("Ada", doors=Doors(address, address))


@pytest.mark.parametrize("backwards", [False, True])
def test_whatever_is_told_first_the_books_are_the_same(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, *, backwards: bool
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.sync()
        shop.pay(shop.page("Ada"))
        own = shop.core.stripe_account.own()
        charge = str(shop.charges()[0]["id"])
        own.stripe.refund(RefundOrder(charge, Money(2500, "GBP")), "by-hand")
        told = own.stripe.events_since(None, KINDS)
        for each in told[::-1] if backwards else told:
            assert shop.core.stripe_sync.hear(each)
            assert not shop.core.stripe_sync.hear(each)  # told twice
            shop.core.stripe_sync.work_off(Work())
        [paid] = shop.core.payments.listed()
        assert (paid.amount, paid.refunded) == (Money(7500, "GBP"), 2500)
        assert shop.core.doubts.listed() == []
        assert {each.fate for each in shop.core.stripe_sync.events()} == {EventFate.APPLIED}


def test_what_was_heard_before_stripe_fell_silent_is_booked_by_the_next_look(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.pay(shop.page("Ada"))

        def silent(*_words: object) -> None:
            raise StripeSilent(Sentence("test", "Silent"))

        with monkeypatch.context() as cut:
            cut.setattr("cpd_desktop.adapters.stripe.pages.PageCalls.page", silent)
            with pytest.raises(StripeSilent):
                shop.sync()
        assert {each.fate for each in shop.core.stripe_sync.events()} == {EventFate.WAITING}
        told = shop.sync()
        assert (told.heard, shop.here.place("Ada").payment) == (0, Payment.PAID)


def a_folder(beside: DataFolder, name: str) -> DataFolder:
    """Return another folder that is ready."""
    made = type(beside)(beside.path.with_name(f"folder{len(name)}"))
    made.make()
    bring_up(made, lambda: None)
    return made


def test_a_customer_who_was_deleted_at_stripe_is_made_anew(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        page = shop.page("Ada")
        shop.stripe.book.drop("customer", shop.stripe.book.all("customer")[0]["id"])
        other = shop.page("Ada", options=PageOptions(invoice=True))
        assert other.page != page.page
        assert len(shop.stripe.book.all("customer")) == 1
