"""Money of Stripe's test mode is told apart everywhere, and is in no sum with real money."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.entries import Sums
from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import PlaceFate, RefundDraft
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.errors import KeyRefused, TrialsLeft
from cpd_desktop.domain.stripe.orders import CouponDraft, Discount
from cpd_desktop.services.stripe.checkout import PageOptions
from cpd_desktop.services.work import Work
from tests.fakes.stripe import checkout, payments
from tests.fakes.stripe.server import KEY, LIVE_KEY
from tests.paid_by_stripe import at_stripe

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

WHOLE = Sums(charged=7500, paid=7500)


def test_no_sum_has_both_test_money_and_real_money(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        ledger, lists = shop.core.ledger, shop.core.billing_lists
        shop.paid("Ada")
        shop.here.pay(shop.here.order("Bob"), "80")
        person = shop.here.place("Ada").person_id
        rows = ledger.revenue(event_id=shop.here.event)
        assert [(each.trial, each.sums) for each in rows] == [(False, WHOLE), (True, WHOLE)]
        assert ledger.balances() == {shop.here.place("Bob").person_id: [Money(-500, "GBP")]}
        assert (ledger.balance(person), ledger.balances(trial=True)) == ([], {})
        assert ledger.balance(person, trial=True) == [Money(0, "GBP")]
        assert ledger.balance_of_event(shop.here.event) == [Money(0, "GBP")]
        lines = lists.entry_lines(lists.entries(), lists.steps()).values()
        after = [(each.entry.trial, each.balance) for each in lines]
        assert after == [(True, 7500), (True, 0), (False, 7500), (False, 0), (False, -500)]
        assert [each.trial for each in ledger.entries(person_id=person)] == [True, True]
        out = tmp_path / "revenue.csv"
        ledger.write(out, rows, Work())
        assert "GBP,,75.00" in out.read_text("utf-8-sig")
        assert "GBP,test,75.00" in out.read_text("utf-8-sig")


def test_an_order_takes_money_of_one_mode(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob", "Cid") as shop:
        part = shop.here.order("Ada")
        shop.here.pay(part, "25")
        with pytest.raises(NotAllowed, match="Real money was paid for the order"):
            shop.page("Ada")
        page = shop.page("Bob")
        assert page.order is not None
        meanwhile = shop.core.orders.get(page.order)
        shop.here.pay(meanwhile, "25")
        shop.pay(page)
        shop.sync()
        [doubt] = shop.core.doubts.listed()
        assert (doubt.kind, doubt.live) == (Doubt.OTHER_AMOUNT, False)
        assert "in another mode" in str(doubt.says)
        assert shop.here.again(meanwhile).open == Money(5000, "GBP")
        assert not shop.here.again(meanwhile).trial
        paid = shop.paid("Cid")
        assert paid.order is not None
        with pytest.raises(Invalid, match="cannot pay the same order"):
            shop.here.pay(shop.core.orders.get(paid.order), "5")
        with pytest.raises(Invalid, match="cannot pay the same order"):
            shop.here.pay(meanwhile, "5", live=False)
        # What is on account in test mode goes back, and pays nothing for real.
        [loose] = [each for each in shop.core.payments.listed() if each.order is None]
        with pytest.raises(Invalid, match="on account"):
            shop.core.payments.allocate(meanwhile.id, Money(5000, "GBP"))
        back = RefundDraft(amount=loose.amount, why="Test", place=PlaceFate.KEEP)
        shop.core.stripe_refunds.refund(loose.id, back)
        assert shop.core.payments.get(loose.id).left.minor == 0


@pytest.mark.parametrize("percent", [20.0, 100.0])
def test_a_discount_of_the_test_mode_takes_nothing_off_what_real_money_paid(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch, percent: float
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        coupon = shop.core.offers.make_coupon(CouponDraft("Try", percent=percent)).value
        page = shop.page("Ada", options=PageOptions(Discount(coupon=coupon.id)))
        assert page.order is not None
        meanwhile = shop.core.orders.get(page.order)
        shop.here.pay(meanwhile, "25")
        shop.pay(page)
        shop.sync()
        assert shop.here.again(meanwhile).open == Money(5000, "GBP")


def test_what_a_code_of_the_test_mode_made_free_costs_again_before_real_money_begins(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        account, ledger = shop.core.stripe_account, shop.core.ledger
        coupon = shop.core.offers.make_coupon(CouponDraft("Try", percent=100.0)).value
        page = shop.page("Ada", options=PageOptions(Discount(coupon=coupon.id)))
        shop.pay(page)
        shop.sync()
        assert page.order is not None
        order = shop.core.orders.get(page.order)
        assert (shop.here.place("Ada").payment, order.trial) == (Payment.WAIVED, True)
        free = Sums(charged=7500, credited=7500)
        assert [(each.trial, each.sums) for each in ledger.revenue()] == [(True, free)]
        invoice = shop.core.bills.invoice(order.id).value
        assert invoice.number == "TEST-INV-2026-0001"
        with pytest.raises(Invalid, match="cannot pay the same order"):
            shop.here.pay(order, "75")
        account.disconnect()
        with pytest.raises(Conflict, match=r"cost nothing because of .* the test mode \(1\)"):
            account.connect(Secret(LIVE_KEY))
        shop.core.registrations.note_payment([shop.here.places["Ada"]], Payment.DUE)
        assert account.connect(Secret(LIVE_KEY)).value.standing.live
        checkout.pay(shop.stripe.site.books[True], shop.page("Ada").page)
        shop.sync()
        assert shop.here.place("Ada").payment is Payment.PAID
        assert ledger.revenue()[0].sums == WHOLE


def test_an_order_with_a_real_invoice_takes_no_test_money(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        page = shop.page("Ada")
        assert page.order is not None
        invoice = shop.core.bills.invoice(page.order).value
        shop.pay(page)
        shop.sync()
        order = shop.core.orders.get(page.order)
        assert (order.trial, order.open) == (False, Money(7500, "GBP"))
        assert shop.here.place("Ada").payment is Payment.DUE
        assert [each.live for each in shop.core.doubts.listed()] == [False]
        with pytest.raises(NotAllowed, match="has a real invoice"):
            shop.page("Ada")
        shop.paid("Bob")
        paid = shop.here.pay(order, "75")
        assert [each.number for each in paid.documents] == [invoice.number, "REC-2026-0001"]
        assert (invoice.number, shop.here.again(order).trial) == ("INV-2026-0001", False)


def test_real_money_begins_when_no_place_is_paid_in_test_mode(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        account = shop.core.stripe_account
        paid = shop.paid("Ada")
        account.disconnect()
        with pytest.raises(Conflict, match=r"test mode are still booked here \(1\)") as refused:
            account.connect(Secret(LIVE_KEY))
        assert "refund them" in str(refused.value.advice)
        assert not account.status().connected
        account.connect(Secret(KEY))
        back = RefundDraft(amount=paid.amount, why="Test", place=PlaceFate.KEEP)
        shop.core.stripe_refunds.refund(paid.id, back)
        account.disconnect()
        assert account.connect(Secret(LIVE_KEY)).value.standing.live
        page = shop.page("Bob")
        checkout.pay(shop.stripe.site.books[True], page.page)
        shop.sync()
        assert shop.here.place("Bob").payment is Payment.PAID
        account.disconnect()
        with pytest.raises(Conflict, match=r"Real card payments are booked here \(1\)"):
            account.connect(Secret(KEY))


def test_test_money_whose_key_is_lost_is_told_and_set_aside_before_real_money_begins(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob", "Cid") as shop:
        account, ledger = shop.core.stripe_account, shop.core.ledger
        paid = shop.paid("Ada")
        shop.core.bills.receipt(paid.id)
        half = shop.paid("Bob")
        back = RefundDraft(amount=Money(3000, "GBP"), why="Test", place=PlaceFate.KEEP)
        shop.core.stripe_refunds.refund(half.id, back)
        del shop.stripe.keys.known[KEY]
        account.disconnect()
        with pytest.raises(TrialsLeft, match=r"\(2\)") as refused:
            account.connect(Secret(LIVE_KEY))
        assert refused.value.count == 2
        assert [(each.name, each.amount.minor) for each in account.left_behind()] == [
            ("Ada", 7500), ("Bob", 4500),
        ]  # fmt: skip
        with pytest.raises(TrialsLeft):
            account.connect(Secret(LIVE_KEY), aside=1)
        assert shop.here.place("Ada").payment is Payment.PAID
        assert account.connect(Secret(LIVE_KEY), aside=2).value.standing.live
        assert account.left_behind() == []
        assert [shop.here.place(name).payment for name in ("Ada", "Bob")] == [Payment.REFUNDED] * 2
        assert {each.trial for each in ledger.entries()} == {True}
        page = shop.page("Cid")
        checkout.pay(shop.stripe.site.books[True], page.page)
        shop.sync()
        assert shop.here.place("Cid").payment is Payment.PAID
        assert [(each.trial, each.sums.kept) for each in ledger.revenue()] == [
            (False, 7500), (True, 0),
        ]  # fmt: skip


def test_no_key_that_stripe_refuses_and_no_test_key_sets_anything_aside(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.paid("Ada")
        account = shop.core.stripe_account
        account.connect(Secret(KEY), aside=1)
        with pytest.raises(Conflict, match="connected already"):
            account.connect(Secret(LIVE_KEY), aside=1)
        account.disconnect()
        with pytest.raises(KeyRefused):
            account.connect(Secret("rk_live_" + "u" * 40), aside=1)
        assert len(account.left_behind()) == 1
        assert shop.here.place("Ada").payment is Payment.PAID


def test_who_is_a_member_in_test_mode_only_pays_for_no_membership_with_real_money(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada") as shop:
        shop.a_member("Ada", trial_days=14)
        shop.core.stripe_account.disconnect()
        shop.core.stripe_account.connect(Secret(LIVE_KEY))
        shop.sync()
        book = shop.stripe.site.books[True]
        checkout.pay(book, shop.page("Ada").page)
        shop.sync()
        [customer], [card] = book.all("customer"), book.all("payment_method")
        payments.take(book, 4000, "gbp", card, customer=customer["id"])
        shop.sync()
        assert [each.kind for each in shop.core.doubts.listed()] == [Doubt.NO_PLACE]
        assert len(shop.core.orders.ids()) == 1  # that of the place


def test_papers_of_a_trial_say_so_and_take_no_real_number(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_stripe(folder, clock, monkeypatch, "Ada", "Bob") as shop:
        paid = shop.paid("Ada")
        receipt = shop.core.bills.receipt(paid.id).value
        assert (receipt.number, receipt.document.trial) == ("TEST-REC-2026-0001", True)
        real = shop.here.pay(shop.here.order("Bob"), "75")
        assert [each.number for each in real.documents] == ["INV-2026-0001", "REC-2026-0001"]
