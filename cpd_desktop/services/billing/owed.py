"""What is open: orders that are not paid, and places of which something is due without an order.

Of an event that takes place no more nothing is open; its entries stay in the ledger.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Subquery, func, literal, or_, select, union_all

from cpd_desktop.domain.billing.reports import OwedRow
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment
from cpd_desktop.services.billing.trials import is_trial
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import (
    event,
    ledger_entry,
    order_line,
    person,
    registration,
    sales_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement, Connection, Row, Select


def owed_rows(
    connection: Connection, *, event_id: int | None = None, person_id: int | None = None
) -> list[OwedRow]:
    """Return all that is open, or that of an event or a person: orders first, then places."""
    found: list[OwedRow] = []
    for wanted, table in ((_of_orders(), sales_order), (_of_places(), registration)):
        asked = ((table.c.event_id, event_id), (table.c.person_id, person_id))
        mine = [column == value for column, value in asked if value is not None]
        found += map(_row, _told(connection, wanted.where(*mine)))
    return found


def owed_by_id(connection: Connection, ids: Iterable[int]) -> dict[int, OwedRow]:
    """Return what is open by its id: an order, or below nothing a place."""
    mine = [*ids]
    orders = _of_orders().where(among(sales_order.c.id, [each for each in mine if each > 0]))
    places = _of_places().where(among(registration.c.id, [-each for each in mine if each < 0]))
    rows = (*_told(connection, orders), *_told(connection, places))
    return {row.id: _row(row) for row in rows}


def open_things() -> Subquery:
    """Return as a table what is open: id, number, day, person, event, amount, currency."""
    c = ledger_entry.c
    total = func.sum(c.minor)
    # All at once in the order of an index: asked for each order by itself it takes twice as long.
    owed = select(c.sales_order_id.label("id"), total.label("minor")).group_by(c.sales_order_id)
    owed_by = owed.where(c.sales_order_id.is_not(None)).having(total > 0).subquery()
    orders = _orders(owed_by.c.minor).join_from(
        owed_by, sales_order, owed_by.c.id == sales_order.c.id
    )
    return union_all(orders, _of_places()).subquery()


def _of_orders() -> Select[Any]:
    c = ledger_entry.c
    owed = select(func.sum(c.minor)).where(c.sales_order_id == sales_order.c.id).scalar_subquery()
    return _orders(owed).where(owed > 0)


def _orders(owed: ColumnElement[int]) -> Select[Any]:
    made = sales_order.c
    # Asked for each order that is open: to list all events that are gone would read every event.
    gone = select(event.c.id).where(event.c.id == made.event_id, _takes_place_no_more())
    return select(
        made.id.label("id"), made.number.label("number"), made.ordered_at.label("at"),
        made.person_id.label("person_id"), made.event_id.label("event_id"),
        owed.label("minor"), made.currency.label("currency"),
    ).where(~gone.exists())  # fmt: skip


def _takes_place_no_more() -> ColumnElement[bool]:
    return or_(event.c.trashed_at.is_not(None), event.c.status == EventStatus.CANCELLED)


def _of_places() -> Select[Any]:
    c = registration.c
    ordered = select(order_line.c.id).where(order_line.c.registration_id == c.id)
    gone = select(event.c.id).where(_takes_place_no_more())
    return select(
        (-c.id).label("id"), literal("").label("number"), c.registered_at.label("at"),
        c.person_id.label("person_id"), c.event_id.label("event_id"),
        c.price_minor.label("minor"), c.currency.label("currency"),
    ).where(
        c.payment == Payment.DUE,
        c.status.in_(HOLDS_A_PLACE),
        c.price_minor > 0,
        ~ordered.exists(),
        c.event_id.not_in(gone),
    )  # fmt: skip


def _told(connection: Connection, wanted: Select[Any]) -> Iterable[Row[Any]]:
    found = wanted.subquery()
    c = found.c
    named = (
        select(found, is_trial(c.id).label("trial"), person.c.name, person.c.email, event.c.title)
        .join(person, person.c.id == c.person_id)
        .outerjoin(event, event.c.id == c.event_id)
    )
    return connection.execute(named.order_by(func.abs(c.id))).all()


def _row(row: Row[Any]) -> OwedRow:
    return OwedRow(
        row.number, f"{row.at:%Y-%m-%d}", row.person_id, row.name, row.email, row.event_id,
        row.title or "", None if row.id > 0 else -row.id, Money(row.minor, row.currency),
        bool(row.trial),
    )  # fmt: skip
