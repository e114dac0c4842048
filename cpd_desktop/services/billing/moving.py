"""Money of people who become one person, or who are erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.services.billing.rows import orders_of_place
from cpd_desktop.store.tables import (
    ledger_entry,
    membership,
    money_doubt,
    operation,
    order_line,
    payment,
    registration,
    sales_order,
    stripe_customer,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cpd_desktop.store.database import Transaction

_THEIRS = (
    *(sales_order, payment, ledger_entry, operation, membership, money_doubt),
    stripe_customer,
)


def move_money(tx: Transaction, keep: int, other: int) -> None:
    """Give a person all that was booked for another, who is still known to Stripe as well."""
    for table in _THEIRS:
        mine = select(table.c.id).where(table.c.person_id == other)
        for key in tx.execute(mine).scalars().all():
            tx.update(table, key, person_id=keep)


def move_lines(tx: Transaction, kept: int, gone: int) -> None:
    """Let a place have the orders of another that becomes one with it."""
    mine = select(order_line.c.id).where(order_line.c.registration_id == gone)
    for key in tx.execute(mine).scalars().all():
        tx.update(order_line, key, registration_id=kept)


def follow_orders(tx: Transaction, kept: int) -> None:
    """Let the payment of a place be what its newest order says, if something of it counts."""
    for newest in orders_of_place(tx, kept)[:1]:
        if newest.charges(kept):
            tx.update(registration, kept, payment=newest.payment_of(kept))


def count_booked(reader: Connection | Transaction, person: int) -> int:
    """Return how many entries of the ledger are somebody's."""
    mine = select(func.count()).where(ledger_entry.c.person_id == person)
    return int(reader.execute(mine).scalar_one())


def forget_asked(tx: Transaction, person: int) -> None:
    """Forget what Stripe was asked for somebody in words; that it was asked stays."""
    for key in tx.execute(select(operation.c.id).where(operation.c.person_id == person)).scalars():
        tx.update(operation, key, parameters={}, link="", says={})
