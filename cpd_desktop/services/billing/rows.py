"""Orders, payments and sums read from their tables, and the money between them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.billing.entries import EntryKind, Sums, place_payment
from cpd_desktop.domain.billing.orders import Buyer, LineKind
from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.billing.tax import TaxRule, Treatment
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.trials import is_trial
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import (
    document,
    ledger_entry,
    order_line,
    payment,
    refund,
    sales_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.registrations import Payment
    from cpd_desktop.store.database import Transaction

    Reader = Connection | Transaction

NO_ORDER = Sentence("billing", "There is no order {order}.")
NO_PAYMENT = Sentence("billing", "There is no payment {payment}.")

K = EntryKind
MOST_DIGITS = 18  # of an id: any number of so many fits into 64 bits


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """A line of an order, and how much of it was taken back by credit notes."""

    id: int
    kind: LineKind
    registration: int | None
    text: str
    quantity: int
    unit_minor: int
    discount_minor: int
    hundredths: int
    net_minor: int
    tax_minor: int
    credited: int = 0

    @property
    def gross(self) -> int:
        """Return what it costs with tax."""
        return self.net_minor + self.tax_minor

    @property
    def left(self) -> int:
        """Return what of it still counts."""
        return self.gross - self.credited


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as kept, with what the ledger says of it."""

    id: int
    number: str
    person: int
    event: int | None
    party: int | None
    currency: str
    ordered_at: datetime
    buyer: Buyer
    tax: TaxRule
    lines: tuple[OrderLine, ...]
    sums: Sums
    trial: bool = False  # something of it was done in Stripe's test mode
    papered: bool = False  # with an invoice or another document

    @property
    def total(self) -> Money:
        """Return what was ordered for."""
        return self.money(self.sums.charged)

    @property
    def open(self) -> Money:
        """Return what is still to be paid; below nothing, what may go back."""
        return self.money(self.sums.open)

    def mixes(self, *, live: bool) -> bool:
        """Say whether money of this mode would meet money or papers of the other one."""
        return self.trial if live else not self.trial and bool(self.sums.paid or self.papered)

    def charges(self, registration: int) -> bool:
        """Say whether something of it still counts for a place."""
        return any(each.left for each in self.lines if each.registration == registration)

    def payment_of(self, registration: int) -> Payment:
        """Return what it tells about the money for a place."""
        mine = [each for each in self.lines if each.registration == registration]
        charged = sum(each.gross for each in mine)
        return place_payment(charged, sum(each.credited for each in mine), self.sums)

    def money(self, minor: int) -> Money:
        """Return an amount in the order's currency."""
        return Money(minor, self.currency)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedPayment:
    """A payment as kept, and how much of it went back."""

    id: int
    person: int
    order: int | None
    method: Method
    amount: Money
    received_on: date
    external: str
    note: str
    refunded: int = 0
    live: bool = True

    @property
    def left(self) -> Money:
        """Return what may still go back."""
        return Money(self.amount.minor - self.refunded, self.amount.currency)


def sums_of(reader: Reader, orders: Iterable[int]) -> dict[int, Sums]:
    """Return what the entries of orders come to."""
    by_kind: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    c = ledger_entry.c
    statement = (
        select(c.sales_order_id, c.kind, func.sum(c.minor).label("minor"))
        .where(among(c.sales_order_id, orders))
        .group_by(c.sales_order_id, c.kind)
    )
    for row in reader.execute(statement):
        by_kind[row.sales_order_id][row.kind] = row.minor
    return {
        order: Sums(
            each[K.CHARGE],
            -each[K.CREDIT],
            -each[K.PAYMENT] - each[K.TRANSFER],
            each[K.REFUND],
        )
        for order, each in by_kind.items()
    }


def orders_from(reader: Reader, statement: Select[Any]) -> list[Order]:
    """Return the orders that a statement finds, with their lines."""
    made = sales_order.c.id
    papers = select(document.c.id).where(document.c.sales_order_id == made)
    told = (is_trial(made).label("trial"), papers.exists().label("papered"))
    rows = reader.execute(statement.add_columns(*told)).all()
    keys = [row.id for row in rows]
    lines = defaultdict(list)
    taken = _credited(reader, keys)
    mine = select(order_line).where(among(order_line.c.sales_order_id, keys))
    for row in reader.execute(mine.order_by(order_line.c.sales_order_id, order_line.c.position)):
        lines[row.sales_order_id].append(_line(row, taken.get(row.id, 0)))
    sums = sums_of(reader, keys)
    return [
        Order(
            id=row.id,
            number=row.number,
            person=row.person_id,
            event=row.event_id,
            party=row.party_id,
            currency=row.currency,
            ordered_at=row.ordered_at,
            buyer=_buyer(row.buyer),
            tax=TaxRule(
                max((each.hundredths for each in lines[row.id]), default=0),
                bool(row.inclusive),
                Treatment(row.treatment),
            ),
            lines=tuple(lines[row.id]),
            sums=sums.get(row.id, Sums()),
            trial=row.trial,
            papered=row.papered,
        )
        for row in rows
    ]


def order_called(reader: Reader, name: str | int) -> Order:
    """Return an order by its number or id; raises ``NotFound``."""
    text = str(name).strip()
    wanted = sales_order.c.number == text.upper()
    if text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS:
        wanted = sales_order.c.id == int(text)
    found = orders_from(reader, select(sales_order).where(wanted))
    if not found:
        raise NotFound(NO_ORDER.filled(order=text))
    return found[0]


def orders_of_place(reader: Reader, registration: int) -> list[Order]:
    """Return the orders in which a place is, the newest first."""
    lines = select(order_line.c.sales_order_id).where(order_line.c.registration_id == registration)
    mine = select(sales_order).where(sales_order.c.id.in_(lines))
    return orders_from(reader, mine.order_by(sales_order.c.id.desc()))


def payments_from(reader: Reader, statement: Select[Any]) -> list[BookedPayment]:
    """Return the payments that a statement finds."""
    rows = reader.execute(statement).all()
    back = (
        select(refund.c.payment_id, func.sum(refund.c.minor).label("minor"))
        .where(among(refund.c.payment_id, [row.id for row in rows]))
        .group_by(refund.c.payment_id)
    )
    refunded = {row.payment_id: row.minor for row in reader.execute(back)}
    return [
        BookedPayment(
            id=row.id,
            person=row.person_id,
            order=row.sales_order_id,
            method=Method(row.method),
            amount=Money(row.minor, row.currency),
            received_on=row.received_on,
            external=row.external or "",
            note=row.note,
            refunded=refunded.get(row.id, 0),
            live=bool(row.live),
        )
        for row in rows
    ]


def payment_called(reader: Reader, key: int) -> BookedPayment:
    """Return a payment; raises ``NotFound``."""
    found = payments_from(reader, select(payment).where(payment.c.id == key))
    if not found:
        raise NotFound(NO_PAYMENT.filled(payment=key))
    return found[0]


def on_account(reader: Reader, person: int, currency: str, *, live: bool = True) -> int:
    """Return what somebody paid beyond all of their orders, for real or in test mode."""
    c = ledger_entry.c
    mine = select(func.sum(c.minor)).where(
        c.person_id == person, c.currency == currency, c.sales_order_id.is_(None),
        c.live == int(live),
    )  # fmt: skip
    return -int(reader.execute(mine).scalar() or 0)


def _buyer(kept: Mapping[str, str]) -> Buyer:
    """Return who was kept as paying; what was not kept is empty, so that no row breaks a list."""
    return Buyer(**{each.name: kept.get(each.name, "") for each in fields(Buyer)})


def _credited(reader: Reader, orders: list[int]) -> dict[int, int]:
    c = ledger_entry.c
    statement = (
        select(c.order_line_id, func.sum(c.minor).label("minor"))
        .where(among(c.sales_order_id, orders), c.kind == K.CREDIT)
        .group_by(c.order_line_id)
    )
    return {row.order_line_id: -row.minor for row in reader.execute(statement)}


def _line(row: Row[Any], credited: int) -> OrderLine:
    return OrderLine(
        id=row.id,
        kind=LineKind(row.kind),
        registration=row.registration_id,
        text=row.text,
        quantity=row.quantity,
        unit_minor=row.unit_minor,
        discount_minor=row.discount_minor,
        hundredths=row.hundredths,
        net_minor=row.net_minor,
        tax_minor=row.tax_minor,
        credited=credited,
    )
