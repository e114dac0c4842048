"""Removing a row together with all that cannot be without it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.journal import ManyRows
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from sqlalchemy import Column, ColumnElement, Table

    from cpd_desktop.store.database import Transaction

CERTIFIED = Sentence("store", "This cannot be removed: certificate {number} was issued for it.")
BOOKED = Sentence("store", "This cannot be removed: the order {number} was made for it.")
STAYS_SO = Sentence("store", "What was issued must stay provable. Nothing was changed.")


def remove_with_parts(tx: Transaction, table: Table, key: int) -> None:
    """Remove a row and the rows that belong to it; those that only name it forget it.

    Each is noted, so that the way back is whole. Raises ``Conflict`` if a certificate belongs to
    it, or money was booked for it.
    """
    if table.name == "certificate":
        numbers = select(table.c.number).where(table.c.id == key)
        number = tx.execute(numbers).scalar_one()
        raise Conflict(CERTIFIED.filled(number=number), STAYS_SO)
    if key_of_order := _order_on(tx, table, key):
        raise Conflict(BOOKED.filled(number=key_of_order), STAYS_SO)
    for other, column in _references_to(table):
        goes = not column.nullable or column.info.get("goes_along")
        if goes and not _references_to(other):
            _remove_all(tx, other, column == key)
            continue
        rows = tx.execute(select(other.c.id).where(column == key)).scalars().all()
        for each in rows:
            if not goes:
                tx.update(other, each, **{column.name: None})
            elif tx.execute(select(other.c.id).where(other.c.id == each)).first():
                remove_with_parts(tx, other, each)
    tx.delete(table, key)


def _order_on(tx: Transaction, table: Table, key: int) -> str:
    """Return the first order that names a person, an event or a place."""
    from cpd_desktop.store.tables import ledger_entry, order_line, sales_order

    ways = {
        "person": select(ledger_entry.c.sales_order_id).where(ledger_entry.c.person_id == key),
        "event": select(order_line.c.sales_order_id).where(order_line.c.event_id == key),
        "registration": select(order_line.c.sales_order_id).where(
            order_line.c.registration_id == key
        ),
        "party": select(sales_order.c.id).where(sales_order.c.party_id == key),
    }
    if table.name not in ways:
        return ""
    numbers = select(sales_order.c.number).where(sales_order.c.id.in_(ways[table.name]))
    return str(tx.execute(numbers.limit(1)).scalar() or "")


def _remove_all(tx: Transaction, table: Table, wanted: ColumnElement[bool]) -> None:
    """Remove rows that nothing belongs to in one go: thousands, one by one, take seconds."""
    names = tuple(table.c.keys())
    as_stored: list[ColumnElement[Any]] = [literal_column(f'"{name}"') for name in names]
    rows = tx.execute(select(*as_stored).select_from(table).where(wanted)).all()
    tx.take_back(table, ManyRows(table.name, {}, names, [tuple(row) for row in rows]))


def _references_to(table: Table) -> list[tuple[Table, Column[int]]]:
    from cpd_desktop.store.tables import metadata  # loads every table, which few removals need

    return [
        (other, reference.parent)
        for other in metadata.tables.values()
        for reference in other.foreign_keys
        if reference.column.table is table and "id" in other.c
    ]
