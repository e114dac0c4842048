"""Runs of numbers without gaps, given in the same transaction as what they number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.store.tables import numbering

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cpd_desktop.store.database import Transaction


def take_numbers(tx: Transaction, run: str, count: int = 1) -> range:
    """Return the next numbers of a run; what is rolled back was never given."""
    row = tx.execute(select(numbering).where(numbering.c.run == run)).first()
    last = row.last if row else 0
    if row is None:
        tx.insert(numbering, run=run, last=last + count)
    else:
        tx.update(numbering, row.id, last=last + count)
    return range(last + 1, last + count + 1)


def next_number(reader: Connection | Transaction, run: str) -> int:
    """Return the number of a run that will be taken next."""
    last = reader.execute(select(numbering.c.last).where(numbering.c.run == run)).scalar()
    return int(last or 0) + 1
