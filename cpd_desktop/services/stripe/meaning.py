"""What objects at Stripe mean here: booked once, whatever is told first, or put up for review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import or_, select

from cpd_desktop.domain.billing.orders import Buyer, LineDraft, LineKind, OrderDraft
from cpd_desktop.domain.billing.outward import Doubt, EventFate, OperationState
from cpd_desktop.domain.billing.payments import Method, PaymentDraft
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.settings import Billing
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking
from cpd_desktop.services.billing.doubts import close_doubt, raise_doubt
from cpd_desktop.services.billing.ordering import usual_tax
from cpd_desktop.services.billing.rows import order_called
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.services.stripe.operations import Made, close_in, operation_of
from cpd_desktop.services.stripe.reading import is_closed
from cpd_desktop.services.stripe.refunds import book_refund
from cpd_desktop.services.stripe.rows import (
    keep_customer,
    memberships_from,
    of_account,
    offers_from,
    person_of,
    put_membership,
)
from cpd_desktop.store.tables import membership, offer, operation, payment

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.stripe.objects import CheckoutPage, Dispute, Membership, Payment, Refund
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.stripe.account import Own
    from cpd_desktop.services.stripe.operations import Operation
    from cpd_desktop.services.stripe.rows import KeptMembership
    from cpd_desktop.store.database import Transaction

OTHER = Sentence("stripe", "{paid} was paid where {asked} was asked for.")
NO_PLACE = Sentence("stripe", "{paid} was paid through Stripe, and nothing says what for.")
OTHER_MODE = Sentence("stripe", "{paid} was paid in another mode than that of this order.")
IN_TEST = Sentence("stripe", "Test mode: {what}")
WANTED_BACK = Sentence("stripe", "A bank wants {amount} back: {reason} ({state}).")
BY_CODE = Sentence("stripe", "Discount on the page of Stripe")
MEMBERSHIP_FEE = Sentence("stripe", "Membership")
WON, LOST = "won", "lost"

F = EventFate


@dataclass(frozen=True, slots=True)
class Meaning:
    """A transaction in which what Stripe has is booked.

    On the ``first`` look at an account, money that has nothing to do with this folder is left
    alone: it came before.
    """

    tx: Transaction
    own: Own
    now: datetime
    who: str
    settings: Settings
    payments: Payments
    first: bool

    def membership(self, told: Membership) -> EventFate:
        """Keep a membership as it is now, if its member is known here."""
        person = person_of(self.tx, self.own, told.customer)
        if person is None:
            asked = operation_of(self.tx, self.own, told.reference.get("operation", ""))
            if asked is None or asked.person is None:
                return F.IGNORED
            person = asked.person
            keep_customer(self.tx, self.own, person, told.customer, self.now)
        put_membership(self.tx, self.own, person, told, self.now)
        return F.APPLIED

    def page(self, told: CheckoutPage) -> EventFate:
        """Keep that nothing can be paid on a page any more; what a code made free is free."""
        asked = operation_of(self.tx, self.own, told.reference.get("operation", ""))
        if asked is None:
            return F.IGNORED
        if is_closed(told):
            self._close_page(asked, told.id)
        if told.paid and not told.total.minor and asked.order is not None:
            order = order_called(self.tx, asked.order)
            mixes = order.mixes(live=self.own.live)
            if not mixes and 0 < order.open.minor <= told.discount.minor:
                self._take_off(asked.order, order.open.minor)
        return F.APPLIED

    def payment(self, told: Payment, page: CheckoutPage | None) -> EventFate:
        """Book a payment once; what is not what was asked for is put up for review as well."""
        if not told.paid:
            return F.IGNORED
        mine = select(payment.c.id).where(payment.c.external == told.id)
        if self.tx.execute(mine).first() is not None:
            return F.APPLIED
        said = told.reference or (page.reference if page else {})
        asked = operation_of(self.tx, self.own, said.get("operation", ""))
        if asked is not None and asked.order is not None:
            return self._paid_order(told, page, asked, asked.order)
        person = person_of(self.tx, self.own, told.customer) if told.customer else None
        if person is not None and (members := self._memberships(person, told.made)):
            return self._paid_membership(told, person, members)
        if self.first:
            return F.IGNORED
        key = None
        if person is not None:
            key = self._booking().payment(person, self._draft(told), None)
        self._doubt(Doubt.NO_PLACE, told.id, NO_PLACE.filled(paid=told.amount), person, None, key)
        return F.FLAGGED

    def refund(self, told: Refund) -> EventFate:
        """Book a refund once, with what was decided when it was asked for."""
        mine = select(payment.c.id).where(payment.c.external == told.payment)
        paid = self.tx.execute(mine).scalar()
        if paid is None:
            return F.IGNORED  # the payment is under review, or came before
        asked = operation_of(self.tx, self.own, told.reference.get("operation", ""))
        flagged = book_refund(self.tx, self.payments, asked, told, paid, self.now)
        if asked is not None and asked.state is not OperationState.DONE:
            close_in(self.tx, asked, Made(told.id))
        return F.FLAGGED if flagged else F.APPLIED

    def dispute(self, told: Dispute) -> EventFate:
        """Have somebody look at money that a bank wants back, until it was won."""
        row = self.tx.execute(
            select(payment.c.id, payment.c.person_id, payment.c.sales_order_id).where(
                payment.c.external == told.payment
            )
        ).first()  # fmt: skip
        if row is None and self.first:
            return F.IGNORED
        says = WANTED_BACK.filled(amount=told.amount, reason=told.reason, state=told.state)
        whose = (row.person_id, row.sales_order_id, row.id) if row else (None, None, None)
        self._doubt(Doubt.DISPUTED, told.id, says, *whose)
        if told.state == WON:
            close_doubt(self.tx, Doubt.DISPUTED, told.id, self.now, told.state)
            return F.APPLIED
        return F.FLAGGED

    def _paid_order(
        self, told: Payment, page: CheckoutPage | None, asked: Operation, key: int
    ) -> EventFate:
        order, booking = order_called(self.tx, key), self._booking()
        expected = Money(asked.parameters["expected"], asked.parameters["currency"])
        off = page.discount.minor if page else 0
        as_asked = told.amount == Money(expected.minor - off, expected.currency)
        mixes = order.mixes(live=self.own.live)
        if as_asked and not mixes and 0 < off <= order.open.minor:
            self._take_off(key, off)
        where = None if mixes or told.amount.currency != order.currency else key
        made = booking.payment(order.person, self._draft(told), where)
        self._close_page(asked, asked.answer or (page.id if page else told.id))
        if told.customer:
            keep_customer(self.tx, self.own, order.person, told.customer, self.now)
        if as_asked and not mixes:
            return F.APPLIED
        says = OTHER.filled(paid=told.amount, asked=expected)
        kind = Doubt.OTHER_AMOUNT
        if mixes:
            says = OTHER_MODE.filled(paid=told.amount)
            kind = Doubt.PAID_TWICE if order.open.minor <= 0 else kind
        self._doubt(kind, told.id, says, order.person, key, made)
        return F.FLAGGED

    def _paid_membership(self, told: Payment, person: int, mine: list[KeptMembership]) -> EventFate:
        """Book a period of a membership as an order that is paid."""
        who = read_person(self.tx, person)
        sold = offers_from(self.tx, offer.c.id.in_([each.offer for each in mine if each.offer]))
        name = next((each.name for each in sold[::-1] if each.price == told.amount), "")
        tax = usual_tax(self.settings.read(self.tx, Billing)[0])
        line = LineDraft(
            text=name or (sold[-1].name if sold else str(MEMBERSHIP_FEE)),
            unit_minor=told.amount.minor,
            kind=LineKind.MEMBERSHIP,
        )
        buyer, currency = Buyer(who.name, who.email), told.amount.currency
        # Stripe took this much in all, so the tax is in it.
        rule = type(tax)(tax.hundredths, True, tax.treatment)
        draft = OrderDraft(person=person, buyer=buyer, currency=currency, lines=(line,), tax=rule)
        booking = self._booking()
        booking.payment(person, self._draft(told), booking.order(draft))
        return F.APPLIED

    def _memberships(self, person: int, at: datetime) -> list[KeptMembership]:
        """Return the memberships that somebody can have paid for at a moment."""
        c = membership.c
        lasted = or_(c.ended_at.is_(None), c.ended_at >= at)
        return memberships_from(
            self.tx, of_account(membership, self.own), c.person_id == person, lasted
        )

    def _take_off(self, order: int, minor: int) -> None:
        found = order_called(self.tx, order)
        taken = self._booking().credit(found, minor, str(BY_CODE), live=self.own.live)
        self.payments.bills.credit_note_in(self.tx, found, taken, str(BY_CODE))

    def _close_page(self, asked: Operation, page: str) -> None:
        if asked.state is not OperationState.DONE:
            close_in(self.tx, asked, Made(page))
        elif asked.link:
            self.tx.update(operation, asked.id, link="")

    def _draft(self, told: Payment) -> PaymentDraft:
        # This computer's clock can be behind Stripe's; no payment is of tomorrow.
        received_on = min(told.made.date(), self.now.date())
        return PaymentDraft(
            amount=told.amount, method=Method.STRIPE, received_on=received_on,
            external=told.id, live=self.own.live,
        )  # fmt: skip

    def _booking(self) -> Booking:
        return Booking(self.tx, self.now, self.who)

    def _doubt(  # noqa: PLR0917 - a doubt has as many sides
        self,
        kind: Doubt,
        about: str,
        says: Sentence,
        person: int | None,
        order: int | None,
        paid: int | None,
    ) -> None:
        if paid is None and not self.own.live:  # no payment here tells it
            says = IN_TEST.filled(what=says)
        raise_doubt(
            self.tx, kind, about, self.now, says,
            person_id=person, sales_order_id=order, payment_id=paid,
        )  # fmt: skip
