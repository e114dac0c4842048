"""Transactions: a use case is kept with all of its rows and its journal entry, or not at all."""

from __future__ import annotations

import secrets
from array import array
from contextlib import contextmanager
from dataclasses import asdict
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import create_engine, event, insert, select, update
from sqlalchemy.pool import QueuePool

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.journal import START, Entry, RowChange, hashed, written
from cpd_desktop.store.connection import PATIENCE, connect
from cpd_desktop.store.faults import in_words
from cpd_desktop.store.tables import journal, moment_text

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Connection, Executable, Result, Table


T = TypeVar("T")


class Transaction:
    """One use case's writes, each noted for the journal, so that it can be undone."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: list[RowChange] = []
        self.changes = Changes()

    def execute(self, statement: Executable) -> Result[Any]:
        """Read inside the transaction."""
        return self._connection.execute(statement)

    def insert(self, table: Table, **values: Any) -> int:
        """Add a row and return its id."""
        statement = insert(table).values(**values).returning(table.c.id)
        key = int(self.execute(statement).scalar_one())
        self._note(table, key, None, self._image(table, key))
        return key

    def update(self, table: Table, key: int, **values: Any) -> None:
        """Change columns of one row; what stays the same leaves no trace."""
        before = self._image(table, key)
        self.execute(update(table).where(table.c.id == key).values(**values))
        after = self._image(table, key)
        if before is None or after is None:
            msg = f"no {table.name} {key}"
            raise LookupError(msg)
        changed = [name for name in before if before[name] != after[name]]
        if changed:
            old = {name: before[name] for name in changed}
            self._note(table, key, old, {name: after[name] for name in changed})

    def delete(self, table: Table, key: int) -> None:
        """Remove one row."""
        before = self._image(table, key)
        self.execute(table.delete().where(table.c.id == key))
        self._note(table, key, before, None)

    def put_back(self, table: Table, change: RowChange) -> bool:
        """Undo one change of a row; say whether the row still was as that change left it."""
        now = self._image(table, change.id)
        if change.after is None:
            if now is not None:
                return False
            assert change.before is not None  # noqa: S101 - one of the two is always there
            self._raw_insert(table, change.before)
            self._note(table, change.id, None, change.before)
            return True
        if now is None or not change.after.items() <= now.items():
            return False
        if change.before is None:
            if now != change.after:
                return False
            self.delete(table, change.id)
        else:
            sets = ", ".join(f'"{name}" = ?' for name in change.before)
            statement = f'UPDATE "{table.name}" SET {sets} WHERE id = ?'  # noqa: S608 - our names
            self._connection.exec_driver_sql(statement, (*change.before.values(), change.id))
            self._note(table, change.id, change.after, change.before)
        return True

    def done(self, value: T) -> Done[T]:
        """Return the use case's result with what it changed; call it after the transaction."""
        return Done(value, self.changes)

    def enter(
        self, at: str, who: str, deed: str, about: tuple[str, int] | None, undoes: int | None
    ) -> None:
        """Write the journal entry and settle ``changes``; nothing changed leaves no entry."""
        if not self._rows:
            return
        details, salt = written(self._rows), secrets.token_hex(16)
        latest = select(journal.c.id, journal.c.hash).order_by(journal.c.id.desc()).limit(1)
        last = self.execute(latest).first()
        number, previous = (last.id + 1, last.hash) if last else (1, START)
        first = self._rows[0]
        made = Entry(
            id=number,
            at=at,
            who=who,
            deed=deed,
            kind=first.kind if about is None else about[0],
            subject=first.id if about is None else about[1],
            undoes=undoes,
            details_hash=hashed(details, salt),
            previous=previous,
            hash="",
            details=details,
            salt=salt,
        )
        values = asdict(made) | {"hash": made.expected_hash()}
        self.execute(insert(journal).values(values))
        touched: dict[str, set[int]] = {}
        for row in self._rows:
            touched.setdefault(row.kind, set()).add(row.id)
        self.changes = Changes(number, {kind: frozenset(ids) for kind, ids in touched.items()})

    def _image(self, table: Table, key: int) -> dict[str, Any] | None:
        statement = f'SELECT * FROM "{table.name}" WHERE id = ?'  # noqa: S608 - our own names
        found = self._connection.exec_driver_sql(statement, (key,)).mappings().first()
        return None if found is None else dict(found)

    def _raw_insert(self, table: Table, values: dict[str, Any]) -> None:
        names = ", ".join(f'"{name}"' for name in values)
        places = ", ".join("?" for _ in values)
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({places})'  # noqa: S608
        self._connection.exec_driver_sql(statement, tuple(values.values()))

    def _note(self, table: Table, key: int, before: Any, after: Any) -> None:
        self._rows.append(RowChange(table.name, key, before, after))


def ids_of(connection: Connection, statement: Executable) -> array[int]:
    """Return the one column of a statement that finds ids.

    They come straight from SQLite's cursor: a row object for each of 100,000 doubles the time.
    """
    cursor = cast("Iterable[tuple[int]]", connection.execute(statement).cursor)
    return array("q", chain.from_iterable(cursor))


class Database:
    """The one way to the tables. ``reading`` and ``writing`` may be used from any thread."""

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], who: str, patience: float = PATIENCE
    ) -> None:
        self.path = path
        self._patience = patience
        self._now = now
        self._who = who
        self._engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=5
        )
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state."""
        with in_words(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(
        self, deed: str, *, about: tuple[str, int] | None = None, undoes: int | None = None
    ) -> Iterator[Transaction]:
        """Give a transaction that is kept, with its journal entry, only if all ends well."""
        with (
            in_words(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            transaction = Transaction(connection)
            yield transaction
            transaction.enter(moment_text(self._now()), self._who, deed, about, undoes)

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        return connect(self.path, patience=self._patience)


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: upgrading a reader later could only fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
