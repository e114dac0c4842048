"""What was done in Stripe's test mode is a trial, out of every real sum.

Each entry of the ledger knows in which mode it was made. An order is a trial once one of its
entries was made in test mode, be it a payment or what a code took off; then all of them are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, or_, select, union_all

from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.registrations import Payment
from cpd_desktop.store.tables import ledger_entry, order_line, payment, refund, registration

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from cpd_desktop.services.billing.rows import Reader

_tried = ledger_entry.alias("tried")
# A literal: only then the index of these is all that is read.
_IN_TEST = _tried.c.live == literal_column("0")
_ORDERS = select(_tried.c.sales_order_id).where(_IN_TEST, _tried.c.sales_order_id.is_not(None))
_of_order = ledger_entry.alias("of_order")
_ENTRIES = union_all(
    select(_of_order.c.id).where(_of_order.c.sales_order_id.in_(_ORDERS)),
    select(_tried.c.id).where(_IN_TEST, _tried.c.sales_order_id.is_(None)),
)
# The same as ``of_trial`` says of one entry, for sums of many.
IN_TRIALS = ledger_entry.c.id.in_(_ENTRIES)


def is_trial(order: ColumnElement[int]) -> ColumnElement[bool]:
    """Return a column that tells whether an order is a trial."""
    mine = select(_tried.c.id).where(_IN_TEST, _tried.c.sales_order_id == order)
    return mine.correlate_except(_tried).exists()


def of_trial(entry: Any = ledger_entry) -> ColumnElement[bool]:
    """Return a column that tells whether an entry of the ledger is of a trial."""
    return or_(entry.c.live == 0, is_trial(entry.c.sales_order_id))


def sums(
    reader: Reader, *keys: ColumnElement[Any], where: Iterable[ColumnElement[bool]] = ()
) -> dict[tuple[Any, ...], int]:
    """Return what entries come to by these keys, and last whether they are of a trial.

    Trials are few: what is real is all less those, so that no real entry is asked about.
    """
    wanted = select(*keys, func.sum(ledger_entry.c.minor), func.count()).where(*where)
    wanted = wanted.group_by(*keys)
    trials = {row[:-2]: row[-2:] for row in reader.execute(wanted.where(IN_TRIALS)).all()}
    found = {(*key, True): minor for key, (minor, _) in trials.items()}
    for row in reader.execute(wanted).all():
        key, (minor, count) = row[:-2], row[-2:]
        tried, of_them = trials.get(key, (0, 0))
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
        registration.c.payment == Payment.WAIVED, newest.scalar_subquery().in_(_ORDERS)
    )
    return int(reader.execute(wanted.select_from(registration)).scalar_one())
