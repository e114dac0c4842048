"""Payments booked by hand, from a bank's list or by Stripe's word; and money that goes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.billing.payments import Method, PlaceFate, RefundDraft
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking
from cpd_desktop.services.billing.due import due_payments, refunds_due
from cpd_desktop.services.billing.rows import (
    order_called,
    payment_called,
    payments_from,
)
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.store.tables import payment

if TYPE_CHECKING:
    from collections.abc import Collection

    from cpd_desktop.domain.billing.payments import PaymentDraft
    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.billing.bills import Bill, Bills
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.rows import BookedPayment, Order
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

THROUGH_STRIPE = Sentence(
    "billing", "This was paid through Stripe, so it goes back through Stripe."
)


class Paid(NamedTuple):
    """A payment with what it made: the order it paid, its invoice, its receipt."""

    payment: BookedPayment
    order: Order | None
    documents: tuple[Bill, ...] = ()


@dataclass(frozen=True, slots=True)
class Payments:
    """Books payments and refunds, each with its documents or not at all."""

    db: Database
    clock: Clock
    bills: Bills

    def pay(self, order: str | int, draft: PaymentDraft) -> Done[Paid]:
        """Book a payment for an order, with its receipt and, if there is none, the invoice.

        What is more than owed stays on account; what is paid in full confirms its places. Raises
        ``NotFound``, ``Invalid``, ``Conflict`` if it was booked before, and ``NotAllowed`` without
        a provider's name.
        """
        with self.db.writing("billing.pay") as tx:
            key = self.pay_in(tx, order_called(tx, order), draft)
        return tx.done(self._paid(key))

    def pay_in(self, tx: Transaction, order: Order, draft: PaymentDraft) -> int:
        """Book a payment for an order inside a transaction; see ``pay``."""
        key = self._booking(tx).payment(order.person, draft, order.id)
        now = order_called(tx, order.id)
        self.bills.invoice_in(tx, now)
        self.bills.receipt_in(tx, now, payment_called(tx, key))
        return key

    def pay_on_account(self, person: int, draft: PaymentDraft) -> Done[Paid]:
        """Book a payment that names no order; raises as ``pay`` does."""
        with self.db.writing("billing.pay", about=("person", person)) as tx:
            read_person(tx, person)
            key = self._booking(tx).payment(person, draft, None)
        return tx.done(self._paid(key))

    def allocate(self, order: str | int, amount: Money) -> Done[Order]:
        """Pay an order from what is on account; raises ``NotFound`` and ``Invalid``."""
        with self.db.writing("billing.allocate") as tx:
            found = order_called(tx, order)
            self._booking(tx).allocate(found, amount.minor)
            made = order_called(tx, found.id)
        return tx.done(made)

    def refund(
        self, key: int, draft: RefundDraft, places: Collection[int] | None = None
    ) -> Done[Bill | None]:
        """Book that money went back, with its credit note, and what becomes of the places.

        Given up in full, a place is also not charged any more. Raises ``NotFound``, ``Invalid``,
        ``Conflict`` if it was booked before, and ``NotAllowed`` for what Stripe has to do.
        """
        with self.db.writing("billing.refund", about=("payment", key)) as tx:
            paid = payment_called(tx, key)
            if paid.method is Method.STRIPE and not draft.external:
                raise NotAllowed(THROUGH_STRIPE)
            note = self.refund_in(tx, paid, draft, places)
        return tx.done(None if note is None else self.bills.get(note))

    def refund_in(
        self,
        tx: Transaction,
        paid: BookedPayment,
        draft: RefundDraft,
        places: Collection[int] | None = None,
    ) -> int | None:
        """Book a refund inside a transaction and return its credit note; see ``refund``."""
        booking = self._booking(tx)
        _, taken = booking.refund(paid, draft, places)
        if paid.order is None:
            return None
        order = order_called(tx, paid.order)
        if draft.place is PlaceFate.CANCEL:
            mine = [each.registration for each in order.lines if each.registration is not None]
            given_up = mine if places is None else [key for key in mine if key in places]
            booking.give_up(given_up)
            if not order.sums.kept and order.sums.open > 0:
                rest = booking.credit(order, order.sums.open, draft.why, places)
                taken = {line: taken.get(line, 0) + rest.get(line, 0) for line in {**taken, **rest}}
        return self.bills.credit_note_in(tx, order, taken, draft.why)

    def refunds_due(self, event_id: int | None = None) -> list[RefundDue]:
        """Return what may have to go back: cancelled events, places given up, paid too much."""
        due = due_payments()
        mine = () if event_id is None else (due.c.event_id == event_id,)
        with self.db.reading() as connection:
            return refunds_due(connection, *mine, due=due)

    def approve(self, due: RefundDue) -> Done[Bill | None]:
        """Book a refund that was due: its places are given up; raises as ``refund`` does."""
        draft = RefundDraft(amount=due.amount, why=str(due.why), place=PlaceFate.CANCEL)
        return self.refund(due.payment.id, draft, due.places or None)

    def of_order(self, order: int) -> list[BookedPayment]:
        """Return the payments that named an order, the first one first."""
        mine = select(payment).where(payment.c.sales_order_id == order)
        with self.db.reading() as connection:
            return payments_from(connection, mine.order_by(payment.c.id))

    def listed(self, *, person: int | None = None) -> list[BookedPayment]:
        """Return all payments, or those of a person, the newest first."""
        wanted = select(payment).order_by(payment.c.id.desc())
        if person is not None:
            wanted = wanted.where(payment.c.person_id == person)
        with self.db.reading() as connection:
            return payments_from(connection, wanted)

    def get(self, key: int) -> BookedPayment:
        """Return a payment; raises ``NotFound``."""
        with self.db.reading() as connection:
            return payment_called(connection, key)

    def _booking(self, tx: Transaction) -> Booking:
        return Booking(tx, self.clock.now(), self.db.who)

    def _paid(self, key: int) -> Paid:
        with self.db.reading() as connection:
            paid = payment_called(connection, key)
            order = order_called(connection, paid.order) if paid.order is not None else None
        bills = self.bills.of_order(order.id) if order else []
        mine = (each for each in bills if each.payment in (None, key))
        return Paid(paid, order, tuple(mine))
