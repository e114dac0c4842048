"""Removing a row together with all that cannot be without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.store.tables import metadata

if TYPE_CHECKING:
    from sqlalchemy import Column, Table

    from cpd_desktop.store.database import Transaction


def remove_with_parts(tx: Transaction, table: Table, key: int) -> None:
    """Remove a row and the rows that belong to it; those that only name it forget it.

    Each is noted, so that the way back is whole.
    """
    for other, column in _references_to(table):
        rows = tx.execute(select(other.c.id).where(column == key)).scalars().all()
        for each in rows:
            if column.nullable and not column.info.get("goes_along"):
                tx.update(other, each, **{column.name: None})
            elif tx.execute(select(other.c.id).where(other.c.id == each)).first():
                remove_with_parts(tx, other, each)
    tx.delete(table, key)


def _references_to(table: Table) -> list[tuple[Table, Column[int]]]:
    return [
        (other, reference.parent)
        for other in metadata.tables.values()
        for reference in other.foreign_keys
        if reference.column.table is table and "id" in other.c
    ]
