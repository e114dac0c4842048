"""Money that may have to go back: cancelled events, places given up, what was too much."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Subquery, and_, case, func, or_, select

from cpd_desktop.domain.billing.entries import EntryKind
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.rows import orders_from, payments_from
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import (
    event,
    ledger_entry,
    order_line,
    payment,
    refund,
    registration,
    sales_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement

    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.billing.rows import BookedPayment, Order, Reader

CANCELLED_EVENT = Sentence("billing", "The event was cancelled.")
CANCELLED_PLACE = Sentence("billing", "The place was given up.")
PAID_TOO_MUCH = Sentence("billing", "More was paid than is owed.")

K = EntryKind
_EVENT_GONE = event.c.status == EventStatus.CANCELLED
_PLACE_GONE = registration.c.status == RegistrationStatus.CANCELLED


class RefundDue(NamedTuple):
    """Money that may have to go back; somebody has to approve it."""

    order: Order
    payment: BookedPayment
    amount: Money
    why: Sentence
    places: tuple[int, ...] = ()


def due_payments() -> Subquery:
    """Return as a table of which payments something may go back, and how much.

    Of each: id, order, person, event, currency, minor, and which reason there is. The newest
    payment of an order goes back first.
    """
    made = _orders().c
    # What is kept beyond the lines that still stand goes back.
    beyond = func.max(0, made.charged - func.max(0, made.owed))
    rest = case((made.too_much, -made.owed), else_=func.min(made.kept, beyond))
    c = payment.c
    back = select(func.coalesce(func.sum(refund.c.minor), 0)).where(refund.c.payment_id == c.id)
    left = c.minor - back.scalar_subquery()
    newer = func.sum(left).over(
        partition_by=c.sales_order_id, order_by=c.id.desc(), rows=(None, -1)
    )
    parts = select(
        c.id, c.person_id, c.method, made.id.label("order"), made.number, made.event_id,
        made.currency, made.event_gone, made.too_much,
        func.min(left, rest - func.coalesce(newer, 0)).label("minor"),
    ).join(made.id.table, made.id == c.sales_order_id)  # fmt: skip
    found = parts.subquery()
    return select(found).where(found.c.minor > 0).subquery()


def refunds_due(reader: Reader, *where: ColumnElement[bool], due: Subquery) -> list[RefundDue]:
    """Return what may go back, of the payments in ``due`` that fit, the first order first."""
    c = due.c
    wanted = select(c.id, c.order, c.minor, c.event_gone, c.too_much).where(*where)
    rows = reader.execute(wanted.order_by(c.order, c.id.desc())).all()
    orders = {
        each.id: each for each in orders_from(reader, select(sales_order).where(
            among(sales_order.c.id, {row.order for row in rows})
        ))
    }  # fmt: skip
    paid = {
        each.id: each for each in payments_from(reader, select(payment).where(
            among(payment.c.id, [row.id for row in rows])
        ))
    }  # fmt: skip
    places = {
        each.registration
        for order in orders.values()
        for each in order.lines
        if each.registration is not None
    }
    gone = select(registration.c.id).where(among(registration.c.id, places), _PLACE_GONE)
    lost = set(reader.execute(gone).scalars())
    return [
        RefundDue(
            orders[row.order], paid[row.id], orders[row.order].money(row.minor), _why(row),
            _places(orders[row.order], places if row.event_gone else lost),
        )
        for row in rows
    ]  # fmt: skip


def _orders() -> Subquery:
    """Return as a table the orders of which a part or all is for nothing any more."""
    made, c = sales_order.c, ledger_entry.c
    credit = select(func.sum(c.minor)).where(c.order_line_id == order_line.c.id, c.kind == K.CREDIT)
    counts = order_line.c.net_minor + order_line.c.tax_minor
    charged = (
        select(func.sum(counts + func.coalesce(credit.scalar_subquery(), 0)))
        .join_from(order_line, registration, isouter=True)
        .where(order_line.c.sales_order_id == made.id, or_(_EVENT_GONE, _PLACE_GONE))
        .correlate(sales_order, event)
    )
    entries = select(func.sum(c.minor)).where(c.sales_order_id == made.id)
    money = entries.where(c.kind.in_((K.PAYMENT, K.TRANSFER, K.REFUND)))
    gone = select(order_line.c.sales_order_id).join(registration).where(_PLACE_GONE)
    found = (
        select(
            made.id, made.number, made.event_id, made.currency, _EVENT_GONE.label("event_gone"),
            func.coalesce(charged.scalar_subquery(), 0).label("charged"),
            func.coalesce(entries.scalar_subquery(), 0).label("owed"),
            func.coalesce(-money.scalar_subquery(), 0).label("kept"),
        )
        .join(event, event.c.id == made.event_id)
        .where(or_(_EVENT_GONE, made.id.in_(gone)))
        .subquery()
    )  # fmt: skip
    too_much = and_(found.c.charged == 0, found.c.owed < 0)
    return select(found, too_much.label("too_much")).subquery()


def _why(row: Any) -> Sentence:
    if row.too_much:
        return PAID_TOO_MUCH
    return CANCELLED_EVENT if row.event_gone else CANCELLED_PLACE


def _places(order: Order, gone: Iterable[int]) -> tuple[int, ...]:
    mine = (each.registration for each in order.lines)
    return tuple(each for each in mine if each is not None and each in gone)
