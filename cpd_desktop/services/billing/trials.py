"""What was done in Stripe's test mode is a trial, out of every real sum.

Each entry of the ledger knows in which mode it was made. An order is a trial once one of its
entries was made in test mode, be it a payment or what a code took off; then all of them are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, union_all

from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.store.tables import ledger_entry, order_line, payment, refund, registration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from cpd_desktop.services.billing.rows import Reader

_tried = ledger_entry.alias("tried")
_OF_ORDERS = select(_tried.c.sales_order_id).where(
    _tried.c.live == 0, _tried.c.sales_order_id.is_not(None)
)


def is_trial(order: ColumnElement[int]) -> ColumnElement[bool]:
    """Return a column that tells whether an order is a trial."""
    return select(_tried.c.id).where(_tried.c.live == 0, _tried.c.sales_order_id == order).exists()


def of_trial(entry: Any = ledger_entry) -> ColumnElement[bool]:
    """Return a column that tells whether an entry of the ledger is of a trial."""
    c = ledger_entry.alias("entry_of_trial").c
    loose = select(_tried.c.id).where(_tried.c.live == 0, _tried.c.sales_order_id.is_(None))
    return entry.c.id.in_(union_all(select(c.id).where(c.sales_order_id.in_(_OF_ORDERS)), loose))


def sums(
    reader: Reader, *keys: ColumnElement[Any], where: Iterable[ColumnElement[bool]] = ()
) -> dict[tuple[Any, ...], int]:
    """Return what entries come to by these keys, and last whether they are of a trial.

    Trials are few: what is real is found as all less those.
    """
    total = func.sum(ledger_entry.c.minor)
    wanted = select(*keys, total, func.count()).where(*where).group_by(*keys)
    trials = {tuple(row[:-2]): row[-2:] for row in reader.execute(wanted.where(of_trial()))}
    found: dict[tuple[Any, ...], int] = {}
    for *key, minor, count in reader.execute(wanted):
        tried, of_them = trials.get(tuple(key), (0, 0))
        if of_them:
            found[*key, True] = tried
        if count > of_them:
            found[*key, False] = minor - tried
    return found


def payments_left(reader: Reader, *, live: bool) -> int:
    """Return how many payments through Stripe did not go back whole, in test or for real."""
    c = payment.c
    back = select(func.coalesce(func.sum(refund.c.minor), 0)).where(refund.c.payment_id == c.id)
    wanted = select(func.count()).where(
        c.method == Method.STRIPE, c.live == int(live), c.minor > back.scalar_subquery()
    )
    return int(reader.execute(wanted).scalar_one())


def places_left(reader: Reader) -> int:
    """Return how many places cost nothing because of a trial, such as by a code."""
    c = order_line.c
    newest = select(func.max(c.sales_order_id)).where(c.registration_id == registration.c.id)
    wanted = select(func.count()).where(
        registration.c.payment == Payment.WAIVED, newest.scalar_subquery().in_(_OF_ORDERS)
    )
    return int(reader.execute(wanted.select_from(registration)).scalar_one())
