"""Money of Stripe's test mode: what was paid with it is a trial, out of every real sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, or_, select

from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.store.tables import ledger_entry, payment, refund

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from cpd_desktop.services.billing.rows import Reader

_OF_TEST = payment.c.live == 0


def of_trial(reader: Reader) -> ColumnElement[Any]:
    """Return a column that tells whether an entry of the ledger is of the test mode.

    All entries of an order are, once it was paid in test mode.
    """
    if reader.execute(select(payment.c.id).where(_OF_TEST).limit(1)).first() is None:
        return literal(0)
    orders = select(payment.c.sales_order_id).where(_OF_TEST, payment.c.sales_order_id.is_not(None))
    payments = select(payment.c.id).where(_OF_TEST)
    c = ledger_entry.c
    return func.coalesce(or_(c.sales_order_id.in_(orders), c.payment_id.in_(payments)), 0)


def payments_left(reader: Reader, *, live: bool) -> int:
    """Return how many payments through Stripe did not go back whole, in test or for real."""
    c = payment.c
    back = select(func.coalesce(func.sum(refund.c.minor), 0)).where(refund.c.payment_id == c.id)
    wanted = select(func.count()).where(
        c.method == Method.STRIPE, c.live == int(live), c.minor > back.scalar_subquery()
    )
    return int(reader.execute(wanted).scalar_one())
