"""Money that goes back, and what becomes of the place it was paid for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.billing.payments import Method, PlaceFate, RefundDraft
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from tests.billed import PRICE, billed

if TYPE_CHECKING:
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

S = RegistrationStatus


def test_half_goes_back_and_the_place_stays_paid(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        paid = here.pay(order, "75").payment
        note = here.refund(paid.id, "37.50")
        assert note is not None
        assert (note.number, note.document.about) == ("CRN-2026-0001", "INV-2026-0001")
        assert (note.document.total, note.document.why) == (3750, "Ill")
        place, after = here.place("Ada"), here.again(order)
        assert (place.status, place.payment, after.open.minor) == (S.CONFIRMED, Payment.PAID, 0)
        assert (after.sums.credited, after.sums.refunded) == (3750, 3750)


def test_all_goes_back_and_the_place_is_given_up(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75").payment
        here.refund(paid.id, "75", PlaceFate.CANCEL)
        place = here.place("Ada")
        assert (place.status, place.payment) == (S.CANCELLED, Payment.REFUNDED)
        with pytest.raises(Invalid, match=r"0\.00 GBP is left"):
            here.refund(paid.id, "0.01")


def test_what_was_paid_in_part_is_not_asked_for_any_more_once_the_place_is_given_up(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        paid = here.pay(order, "50").payment
        note = here.refund(paid.id, "50", PlaceFate.CANCEL)
        assert note is not None
        assert note.document.total == 7500
        assert here.again(order).open == Money(0, "GBP")
        assert here.core.ledger.owing() == []


def test_a_fee_for_cancelling_is_kept(folder: DataFolder, clock: FixedClock) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        paid = here.pay(order, "75").payment
        here.refund(paid.id, "60", PlaceFate.CANCEL)
        assert (here.again(order).open.minor, here.again(order).sums.kept) == (0, 1500)


def test_whoever_comes_back_after_a_refund_owes_the_price_again(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75").payment
        here.refund(paid.id, "75", PlaceFate.CANCEL)
        here.core.registrations.confirm([here.places["Ada"]])
        assert here.place("Ada").payment is Payment.DUE
        here.pay(here.order("Ada"), "75")
        assert here.place("Ada").payment is Payment.PAID


def test_what_was_paid_too_much_goes_back_without_a_credit_note(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        order = here.order("Ada")
        paid = here.pay(order, "100").payment
        assert here.refund(paid.id, "25") is None
        assert here.place("Ada").payment is Payment.PAID
        assert here.core.ledger.balance(here.place("Ada").person_id) == [Money(0, "GBP")]


def test_what_stripe_was_paid_goes_back_through_stripe(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75", method=Method.STRIPE, external="pi_1").payment
        with pytest.raises(NotAllowed, match="through Stripe"):
            here.refund(paid.id, "75")
        told = RefundDraft(amount=PRICE, why="Asked for", external="re_1")
        here.core.payments.refund(paid.id, told)
        assert here.place("Ada").payment is Payment.REFUNDED


def test_a_cancelled_event_lists_what_goes_back_and_approving_books_it(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben", "Cid", "Dee") as here:
        here.pay(here.order("Ada"), "100")
        here.pay(here.order("Ben", "Cid"), "150")
        unpaid = here.order("Dee")
        assert here.core.payments.refunds_due() == []
        here.core.lifecycle.move(here.event, Move.PUBLISH)
        here.core.lifecycle.move(here.event, Move.CANCEL)
        due = here.core.payments.refunds_due(here.event)
        assert [(each.order.number, each.amount.minor) for each in due] == [
            ("ORD-2026-0001", 7500),
            ("ORD-2026-0002", 15000),
        ]
        for each in due:
            here.core.payments.approve(each)
        assert here.core.payments.refunds_due(here.event) == []
        assert {here.place(name).payment for name in ("Ada", "Ben", "Cid")} == {Payment.REFUNDED}
        taken = here.core.orders.take_back(unpaid.id, "The event was cancelled").value
        assert taken.open == Money(0, "GBP")
        with pytest.raises(NotAllowed, match="Nothing of the order"):
            here.core.orders.take_back(unpaid.id, "Again")


def test_of_a_group_only_the_place_given_up_goes_back(
    folder: DataFolder, clock: FixedClock
) -> None:
    with billed(folder, clock, "Ada", "Ben") as here:
        order = here.order("Ada", "Ben")
        here.pay(order, "150")
        here.core.registrations.change_status([here.places["Ben"]], S.CANCELLED)
        (due,) = here.core.payments.refunds_due()
        assert (due.amount, due.places) == (PRICE, (here.places["Ben"],))
        here.core.payments.approve(due)
        assert (here.place("Ada").payment, here.place("Ben").payment) == (
            Payment.PAID,
            Payment.REFUNDED,
        )
        assert here.again(order).open == Money(0, "GBP")


@pytest.mark.parametrize("why", ["", "  ", "x" * 501])
def test_money_goes_back_for_a_reason(folder: DataFolder, clock: FixedClock, why: str) -> None:
    with billed(folder, clock, "Ada") as here:
        paid = here.pay(here.order("Ada"), "75").payment
        with pytest.raises(Invalid):
            here.refund(paid.id, "75", why=why)
        assert here.place("Ada").payment is Payment.PAID
