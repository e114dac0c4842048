"""What can be done with orders: made, looked up, taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.billing.orders import Buyer, LineDraft, LineKind, OrderDraft
from cpd_desktop.domain.billing.tax import TaxRule, Treatment
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.settings import Billing
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.booking import Booking
from cpd_desktop.services.billing.ordering import order_of_places, usual_tax
from cpd_desktop.services.billing.rows import order_called, orders_from, orders_of_place
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import ledger_entry, sales_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.billing.bills import Bills
    from cpd_desktop.services.billing.rows import Order
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

NOTHING_LEFT = Sentence("billing", "Nothing of the order {order} is left to take back.")
PAID_IN_PART = Sentence("billing", "{paid} of the order {order} was paid; refund that first.")
DONATION = Sentence("billing", "Donation")


@dataclass(frozen=True, slots=True)
class Orders:
    """Makes orders, and finds them."""

    db: Database
    clock: Clock
    settings: Settings
    bills: Bills

    def place(
        self,
        keys: Sequence[int],
        *,
        buyer: Buyer | None = None,
        treatment: Treatment | None = None,
        donation: Money | None = None,
    ) -> Done[Order]:
        """Order places at their prices, as one bill, with a donation on top if there is one.

        Raises ``NotFound``, ``Invalid``, and ``NotAllowed`` for a place of which nothing is due,
        which is ordered already, or whose holder waits without an offer.
        """
        tax = usual_tax(self.settings.get(Billing), treatment)
        more = (_donation(donation),) if donation else ()
        with self.db.writing("billing.order") as tx:
            now = self.clock.now()
            draft = order_of_places(tx, keys, tax, now, buyer=buyer, more=more)
            key = Booking(tx, now, self.db.who).order(draft)
            made = order_called(tx, key)
        return tx.done(made)

    def donate(self, person: int, amount: Money, event: int | None = None) -> Done[Order]:
        """Write down that somebody gives, or pays what they can.

        Raises ``NotFound`` and ``Invalid``.
        """
        with self.db.writing("billing.order") as tx:
            who = read_person(tx, person)
            draft = OrderDraft(
                person=person,
                buyer=Buyer(who.name, who.email),
                currency=amount.currency,
                lines=(_donation(amount),),
                tax=TaxRule(treatment=Treatment.EXEMPT),
                event=event,
            )
            key = Booking(tx, self.clock.now(), self.db.who).order(draft)
            made = order_called(tx, key)
        return tx.done(made)

    def take_back(self, order: str | int, why: str) -> Done[Order]:
        """Take back what is left of an order of which nothing is paid, by a credit note.

        Raises ``NotFound``, and ``NotAllowed`` if something is paid or nothing is left.
        """
        with self.db.writing("billing.credit") as tx:
            found = order_called(tx, order)
            if found.sums.kept:
                paid = found.money(found.sums.kept)
                raise NotAllowed(PAID_IN_PART.filled(paid=paid, order=found.number))
            left = found.sums.charged - found.sums.credited
            if not left:
                raise NotAllowed(NOTHING_LEFT.filled(order=found.number))
            taken = Booking(tx, self.clock.now(), self.db.who).credit(found, left, why)
            self.bills.credit_note_in(tx, found, taken, why)
            made = order_called(tx, found.id)
        return tx.done(made)

    def get(self, order: str | int) -> Order:
        """Return an order by its number or id; raises ``NotFound``."""
        with self.db.reading() as connection:
            return order_called(connection, order)

    def of_place(self, registration: int) -> list[Order]:
        """Return the orders in which a place is, the newest first."""
        with self.db.reading() as connection:
            return orders_of_place(connection, registration)

    def ids(
        self, *, event: int | None = None, person: int | None = None, owing: bool = False
    ) -> list[int]:
        """Return the orders, the newest first; ``owing`` are those of which something is open."""
        wanted = select(sales_order.c.id)
        if event is not None:
            wanted = wanted.where(sales_order.c.event_id == event)
        if person is not None:
            wanted = wanted.where(sales_order.c.person_id == person)
        if owing:
            c = ledger_entry.c
            open_ones = select(c.sales_order_id).group_by(c.sales_order_id)
            wanted = wanted.where(sales_order.c.id.in_(open_ones.having(func.sum(c.minor) > 0)))
        with self.db.reading() as connection:
            return list(connection.execute(wanted.order_by(sales_order.c.id.desc())).scalars())

    def listed(self, ids: Iterable[int]) -> list[Order]:
        """Return these orders, the newest first."""
        wanted = select(sales_order).where(among(sales_order.c.id, ids))
        with self.db.reading() as connection:
            return orders_from(connection, wanted.order_by(sales_order.c.id.desc()))


def _donation(amount: Money) -> LineDraft:
    return LineDraft(text=str(DONATION), unit_minor=amount.minor, kind=LineKind.DONATION)
