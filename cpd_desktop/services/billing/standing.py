"""The payment of a place: told by the ledger once it is ordered, by people until then."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.payments import Method, PaymentDraft, RefundDraft
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.settings import Billing
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking, paid_for
from cpd_desktop.services.billing.ordering import order_of_places, usual_tax
from cpd_desktop.services.billing.rows import order_called, orders_of_place
from cpd_desktop.services.registration_rows import place_row
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import order_line, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.services.billing.rows import Order, Reader
    from cpd_desktop.store.database import Database, Transaction

LEDGER_SAYS = Sentence(
    "billing", "The place of {name} is in order {order}; the ledger says what is paid."
)
BOOK_IT = Sentence("billing", "Book a payment, a refund or a credit note for the order.")
BILLED_SINCE = Sentence("billing", "This cannot be undone: the place was ordered since.")
NOTED = Sentence("billing", "Noted by hand")


def ordered(reader: Reader, keys: Iterable[int]) -> set[int]:
    """Return which of these places are in an order."""
    lines = select(order_line.c.registration_id).where(among(order_line.c.registration_id, keys))
    return set(reader.execute(lines).scalars())


@dataclass(frozen=True, slots=True)
class Noting:
    """Notes what somebody says about the money for places, in the ledger where it belongs."""

    db: Database
    tx: Transaction
    now: datetime

    def note(self, key: int, wanted: Payment) -> None:
        """Keep what is known; that a place with a price is paid is booked as order and payment.

        Raises ``NotFound``, and ``NotAllowed`` for what needs a document, or a place that somebody
        waits for without an offer.
        """
        row = place_row(self.tx, key)
        orders = [each for each in orders_of_place(self.tx, key) if each.charges(key)]
        if orders and row.payment != wanted:
            self._follow(row, orders[0], wanted)
        elif not orders and wanted is Payment.PAID and self._can_be_ordered(row):
            self._order_and_pay(row)
        elif not orders:
            self.tx.update(registration, key, payment=wanted)

    def _can_be_ordered(self, row: Row[Any]) -> bool:
        return bool(row.price_minor) and row.status != RegistrationStatus.CANCELLED

    def _order_and_pay(self, row: Row[Any]) -> None:
        self.tx.update(registration, row.id, payment=Payment.DUE)
        tax = usual_tax(Settings(self.db).get(Billing))
        booking = Booking(self.tx, self.now, self.db.who)
        self._pay(order_called(self.tx, booking.order(
            order_of_places(self.tx, [row.id], tax, self.now)
        )))  # fmt: skip

    def _pay(self, order: Order) -> None:
        draft = PaymentDraft(
            amount=order.open, method=Method.OTHER, received_on=self.now.date(), note=str(NOTED)
        )
        Booking(self.tx, self.now, self.db.who).payment(order.person, draft, order.id)

    def _follow(self, row: Row[Any], order: Order, wanted: Payment) -> None:
        booking = Booking(self.tx, self.now, self.db.who)
        payments = paid_for(order, self.tx)
        if wanted is Payment.PAID and order.sums.open > 0:
            self._pay(order)
        elif wanted is Payment.WAIVED and not order.papered and order.sums.open > 0:
            booking.credit(order, order.sums.open, str(NOTED))
        elif wanted is Payment.REFUNDED and payments and not order.papered:
            for each in payments:
                booking.refund(each, RefundDraft(amount=each.left, why=str(NOTED)))
        else:
            raise NotAllowed(LEDGER_SAYS.filled(name=row.name, order=order.number), BOOK_IT)


@contextmanager
def as_the_ledger_says(tx: Transaction) -> Iterator[None]:
    """Raise ``Conflict`` if what is done inside leaves an ordered place otherwise than billed."""
    before = _told(tx)
    yield
    after = _told(tx)
    for key in after.keys() - before.keys() | {
        key for key, told in before.items() if after.get(key, told) != told
    }:
        newest = orders_of_place(tx, key)[0]
        payment, price = after[key]
        repriced = price != before.get(key, after[key])[1] and price not in _billed(newest, key)
        if newest.charges(key) and (repriced or payment != newest.payment_of(key)):
            raise Conflict(BILLED_SINCE)


def _billed(order: Order, key: int) -> set[int]:
    """Return the prices at which an order has a place."""
    mine = (each for each in order.lines if each.registration == key)
    return {each.unit_minor - each.discount_minor for each in mine}


def _told(tx: Transaction) -> dict[int, tuple[str, int]]:
    c = registration.c
    lines = select(order_line.c.registration_id)
    mine = select(c.id, c.payment, c.price_minor).where(c.id.in_(lines))
    return {row.id: (row.payment, row.price_minor) for row in tx.execute(mine)}
