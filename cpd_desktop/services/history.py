"""The audit trail read, checked, and used to undo."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from sqlalchemy import select

from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.errors import Conflict, Damaged, NotAllowed, NotFound
from cpd_desktop.domain.journal import (
    Entry,
    Part,
    RowChange,
    RowsRemoved,
    first_fault,
    noted_in,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import journal, journal_part, numbering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Table

    from cpd_desktop.domain.journal import ManyRows
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

    # Entered before an undo and left after it, when it may refuse what it sees.
    Guard: TypeAlias = Callable[[Transaction], AbstractContextManager[None]]

NO_ENTRY = Sentence("history", "There is no entry {entry} in the audit trail.")
ERASED = Sentence("history", "This cannot be undone: its details were erased.")
CHANGED_SINCE = Sentence("history", "This cannot be undone: it was changed again since.")
FOR_GOOD = Sentence(
    "history", "This cannot be undone: a certificate that was issued stays in the register."
)
REVOKE_IT = Sentence("history", "Revoke it, or replace it by a corrected one, and say why.")
BROKEN = Sentence("history", "The audit trail was tampered with at entry {entry} ({fault}).")
BROKEN_ADVICE = Sentence("history", "Keep this folder as it is, and compare it with a backup.")

BOOKED = Sentence("history", "This cannot be undone: what was booked stays in the ledger.")
BOOK_BACK = Sentence("history", "Book the opposite: a refund, or a credit note.")

CERTIFIED = frozenset({"certificate.issue", "certificate.revoke", "certificate.replace"})


@dataclass(frozen=True, slots=True)
class History:
    """What was done, by whom and when; and the way back, as far as the guards let it go."""

    db: Database
    guards: tuple[Guard, ...] = ()

    def entries(self, *, about: tuple[str, int] | None = None, limit: int = 100) -> list[Entry]:
        """Return the latest entries, newest first, about one thing or about all."""
        statement = select(journal).order_by(journal.c.id.desc()).limit(limit)
        if about is not None:
            statement = statement.where(journal.c.kind == about[0], journal.c.subject == about[1])
        with self.db.reading() as connection:
            return [Entry(**row) for row in connection.execute(statement).mappings()]

    def undo(self, entry: int) -> Changes:
        """Take back what one entry did; undoing that undo does it again.

        Raises ``Conflict`` if anything it touched was changed since, or if what is true now leaves
        no room for what was, and then changes nothing.
        """
        with self.db.writing("undo", undoes=entry) as tx:
            found = tx.execute(select(journal).where(journal.c.id == entry)).mappings().first()
            if found is None:
                raise NotFound(NO_ENTRY.filled(entry=entry))
            undone = Entry(**found)
            if undone.deed in CERTIFIED:
                raise NotAllowed(FOR_GOOD, REVOKE_IT)
            if undone.deed.startswith("billing."):
                raise NotAllowed(BOOKED, BOOK_BACK)
            if undone.details is None:
                raise NotAllowed(ERASED)
            with ExitStack() as guarded:
                for guard in self.guards:
                    guarded.enter_context(guard(tx))
                _take_back(tx, undone)
        return tx.changes

    def verify(self, work: Work) -> int:
        """Check the whole chain and return its length; raises ``Damaged`` at the first fault."""
        with self.db.reading() as connection:
            total, fault = checked_chain(connection, work)
        if fault:
            raise Damaged(fault, BROKEN_ADVICE)
        return total

    def latest(self) -> int:
        """Return the number of the latest entry; 0 if there is none."""
        with self.db.reading() as connection:
            return int(
                connection.exec_driver_sql("SELECT coalesce(max(id), 0) FROM journal").scalar_one()
            )

    def changes_since(self, entry: int) -> Changes:
        """Return what was changed after an entry, also by another program."""
        from cpd_desktop.store.tables import metadata  # loads every table, as in an undo

        statement = select(journal).where(journal.c.id > entry).order_by(journal.c.id)
        changes = Changes()
        with self.db.reading() as connection:
            for row in connection.execute(statement).mappings():
                made = Entry(**row)
                touched: dict[str, set[int]] = {}
                for change in made.changes():
                    touched.setdefault(change.kind, set()).add(change.id)
                if made.details is None and made.kind and made.subject:
                    touched[made.kind] = {made.subject}
                frozen = {kind: frozenset(ids) for kind, ids in touched.items()}
                many = frozenset(metadata.tables if made.parts() else ())
                changes = changes.merged(Changes(made.id, frozen, many))
        return changes


def checked_chain(connection: Connection, work: Work) -> tuple[int, Sentence | None]:
    """Return how long the audit trail is, and what was tampered with first, if anything."""
    total = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
    entries = work.each(_all(connection), total)
    fault = first_fault(entries, lambda entry: _parts(connection, entry))
    return int(total), BROKEN.filled(entry=fault[0], fault=fault[1]) if fault else None


def _take_back(tx: Transaction, undone: Entry) -> None:
    from cpd_desktop.store.tables import metadata  # loads every table

    for change in _backwards(tx, undone):
        table = metadata.tables.get(change.kind)
        put_back = table is not None and _put_back(tx, table, change)
        # Numbers go back only if no later one was given meanwhile.
        if not put_back and table is not numbering:
            raise Conflict(CHANGED_SINCE)


def _all(connection: Connection) -> Iterator[Entry]:
    statement = select(journal).order_by(journal.c.id).execution_options(yield_per=1000)
    for row in connection.execute(statement).mappings():
        yield Entry(**row)


def _parts(reader: Connection | Transaction, entry: int, *, last: bool = False) -> Iterator[Part]:
    statement = select(journal_part).where(journal_part.c.entry == entry)
    order = journal_part.c.number.desc() if last else journal_part.c.number
    numbers = select(journal_part.c.number).where(journal_part.c.entry == entry).order_by(order)
    for number in reader.execute(numbers).scalars().all():
        row = reader.execute(statement.where(journal_part.c.number == number)).one()
        yield Part(row.details, row.salt)


def _put_back(tx: Transaction, table: Table, change: RowChange | ManyRows) -> bool:
    if isinstance(change, RowChange):
        return tx.put_back(table, change)
    if isinstance(change, RowsRemoved):
        return tx.bring_back(table, change)
    return tx.take_back(table, change)


def _backwards(tx: Transaction, undone: Entry) -> Iterator[RowChange | ManyRows]:
    """Yield what an entry changed, the last first, one part in memory at a time."""
    if not undone.parts():
        yield from reversed(noted_in(undone.details or "[]"))
        return
    for part in _parts(tx, undone.id, last=True):
        if part.details is None:
            raise NotAllowed(ERASED)
        yield from reversed(noted_in(part.details))
