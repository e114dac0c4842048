"""Money that goes back through Stripe: asked there once, then booked with its credit note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import Method, PlaceFate, RefundDraft
from cpd_desktop.domain.changes import Done
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking
from cpd_desktop.services.billing.doubts import raise_doubt
from cpd_desktop.services.billing.rows import payment_called
from cpd_desktop.services.stripe.errands import Kind, amount_words
from cpd_desktop.services.stripe.operations import About, Made
from cpd_desktop.store.tables import refund

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.domain.stripe.objects import Dispute, Payment, Refund, RefundReason
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.billing.rows import BookedPayment
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.stripe.account import StripeAccount
    from cpd_desktop.services.stripe.operations import Operation, Operations
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

NOT_BY_STRIPE = Sentence("stripe", "This was not paid through Stripe.")
BOOK_IT = Sentence("stripe", "Give the money back the way it came, then book the refund.")
AT_STRIPE = Sentence("stripe", "Refunded at Stripe")
CAME_BACK = Sentence("stripe", "A refund of {amount} did not arrive: Stripe says “{state}”.")
GIVEN_UP = frozenset({"failed", "canceled"})


@dataclass(frozen=True, slots=True)
class StripeRefunds:
    """Gives money back that came through Stripe."""

    db: Database
    clock: Clock
    account: StripeAccount
    operations: Operations
    payments: Payments

    def refund(
        self,
        key: int,
        draft: RefundDraft,
        reason: RefundReason | None = None,
        places: Collection[int] | None = None,
    ) -> Done[BookedPayment]:
        """Give an amount of a payment back, and decide what becomes of its places.

        Raises ``NotFound``, ``NotAllowed`` for what did not come through Stripe, ``Invalid`` if
        that much is not left, ``AlreadyRefunded``, ``Conflict`` if Stripe gave back more than is
        booked here, and what else Stripe raises.
        """
        own = self.account.own()
        with self.db.trying() as tx:  # what cannot be booked is not asked
            paid = payment_called(tx, key)
            if paid.method is not Method.STRIPE:
                raise NotAllowed(NOT_BY_STRIPE, BOOK_IT)
            Booking(tx, self.clock.now(), self.db.who).refund(paid, draft, places)
        words = {
            "charge": paid.external,
            "before": paid.refunded,
            **amount_words(draft.amount),
            "reason": reason.value if reason else "",
            "why": draft.why.strip(),
            "place": draft.place.value,
            "places": None if places is None else sorted(places),
        }
        done = self.operations.ask(own, Kind.REFUND, words, About(paid.person, paid.order, key))
        return Done(self.payments.get(key), done.changes)

    def approve(self, due: RefundDue) -> Done[BookedPayment]:
        """Give back what was due; its places are given up."""
        draft = RefundDraft(amount=due.amount, why=str(due.why), place=PlaceFate.CANCEL)
        return self.refund(due.payment.id, draft, None, due.places or None)

    def receipt(self, key: int, work: Work | None = None) -> Payment:
        """Return a payment as Stripe has it now, with the address of its receipt."""
        own = self.account.own(work)
        return own.stripe.payment(self.payments.get(key).external)

    def disputes(self, since: datetime, work: Work | None = None) -> list[Dispute]:
        """Return the payments that banks want back."""
        return self.account.own(work).stripe.disputes_since(since)


def keep_refund(payments: Payments, clock: Clock) -> Any:
    """Return what the answer to a refund means: it is booked, with its credit note."""

    def keep(tx: Transaction, each: Operation, made: Refund) -> Made:
        assert each.payment is not None  # noqa: S101 - written down with its payment
        book_refund(tx, payments, each, made, each.payment, clock.now())
        return Made(made.id)

    return keep


def book_refund(  # noqa: PLR0917 - as many sides come together
    tx: Transaction,
    payments: Payments,
    each: Operation | None,
    made: Refund,
    paid: int,
    now: datetime,
) -> bool:
    """Book a refund as Stripe tells it, once; say whether somebody has to look at it.

    ``each`` is the operation by which it was asked for, unless it was made at Stripe. Raises
    ``Invalid`` and all else that keeps it from being booked.
    """
    row = payment_called(tx, paid)
    booked = tx.execute(select(refund.c.id).where(refund.c.external == made.id)).first() is not None
    if made.state in GIVEN_UP:
        says = CAME_BACK.filled(amount=made.amount, state=made.state)
        if booked or each is not None:
            raise_doubt(
                tx, Doubt.OTHER_AMOUNT, f"refund {made.id}", now, says,
                person_id=row.person, sales_order_id=row.order, payment_id=row.id,
            )  # fmt: skip
        return booked or each is not None
    if booked:
        return False
    said = each.parameters if each else {}
    draft = RefundDraft(
        amount=Money(made.amount.minor, made.amount.currency),
        why=said.get("why") or str(AT_STRIPE),
        place=PlaceFate(said.get("place", PlaceFate.KEEP)),
        external=made.id,
    )
    payments.refund_in(tx, row, draft, said.get("places"))
    return False
