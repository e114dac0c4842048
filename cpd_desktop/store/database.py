"""Transactions: a use case is kept with all of its rows and its journal entry, or not at all."""

from __future__ import annotations

import json
import secrets
import sqlite3
from array import array
from contextlib import closing, contextmanager
from dataclasses import asdict
from enum import Enum
from functools import cached_property
from itertools import chain
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from sqlalchemy import DefaultClause, create_engine, event, func, insert, select, update
from sqlalchemy.pool import QueuePool

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.journal import (
    START,
    Entry,
    ManyRows,
    RowChange,
    RowsAdded,
    RowsRemoved,
    hashed,
    written,
    written_parts,
)
from cpd_desktop.store.connection import PATIENCE, connect
from cpd_desktop.store.faults import in_words
from cpd_desktop.store.tables import SEARCHED, journal, journal_part, moment_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import Column, ColumnElement, Connection, Executable, Result, Table


T = TypeVar("T")

PART = 1000  # so many noted rows are written down at once
AT_ONCE = 200  # so many rows are added by one statement; alone each costs twice as much
_LISTED = "(SELECT value FROM json_each(?))"  # one parameter, however many there are
MANY = 5000  # changed ids of a kind, above which they are not told one by one


class Transaction:
    """One use case's writes, each noted for the journal, so that it can be undone."""

    def __init__(self, connection: Connection, *, detailed: bool = True) -> None:
        self._connection = connection
        self._detailed = detailed
        self._noted: list[RowChange | ManyRows] = []
        self._waiting = 0
        self._parts: list[str] = []
        self._touched: dict[str, set[int]] = {}
        self._many: set[str] = set()
        self.noted = 0  # how many rows were changed so far
        self._first: tuple[str, int] | None = None
        self.changes = Changes()

    def execute(
        self, statement: Executable, values: Mapping[str, Any] | None = None
    ) -> Result[Any]:
        """Read inside the transaction, or write what the journal is not to note."""
        return self._connection.execute(statement, values)

    def insert(self, table: Table, **values: Any) -> int:
        """Add a row and return its id."""
        statement = insert(table).values(**values).returning(table.c.id)
        key = int(self.execute(statement).scalar_one())
        self._note(table, key, None, self._image(table, key))
        return key

    def insert_all(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> range:
        """Add many rows at once, with the same columns in each, and return their ids."""
        if not rows:
            return range(0)
        dialect = self._connection.dialect
        same: dict[str, Any] = {}
        columns: dict[str, list[Any]] = {}
        for name in rows[0]:
            values = list(map(itemgetter(name), rows))
            keep = table.c[name].type.dialect_impl(dialect).bind_processor(dialect)
            if values.count(values[0]) == len(values):
                value = values[0] if keep is None else keep(values[0])
                if not _is_default(table.c[name], value):
                    same[name] = value
            else:
                columns[name] = values if keep is None else [keep(value) for value in values]
        first = self._next_key(table)
        ids = range(first, first + len(rows))
        added = list(zip(ids, *columns.values(), strict=True))
        self._insert_raw(table, ("id", *columns), added, same)
        self._note_added(table, ("id", *columns), added)
        return ids

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
            self._insert_raw(table, tuple(change.before), [tuple(change.before.values())])
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

    def take_back(self, table: Table, added: ManyRows) -> bool:
        """Remove rows that were added; say whether every one still was as it was added."""
        for rows in _lots(added.rows):
            keys = json.dumps([row[0] for row in rows])
            statement = f'SELECT * FROM "{table.name}" WHERE id IN {_LISTED} ORDER BY id'  # noqa: S608
            found = self._connection.exec_driver_sql(statement, (keys,))
            names = tuple(found.keys())
            lot = ManyRows(added.kind, added.same, added.columns, rows)
            expected = sorted(lot.images(), key=_id)
            if {*names} != {*added.columns, *added.same} or [
                tuple(image[name] for name in names) for image in expected
            ] != [tuple(row) for row in found]:
                return False
            statement = f'DELETE FROM "{table.name}" WHERE id IN {_LISTED}'  # noqa: S608
            self._connection.exec_driver_sql(statement, (keys,))
            self._noted.append(RowsRemoved(added.kind, added.same, added.columns, rows))
            if table.name in SEARCHED:
                self._forget(table, [(each["id"], each["sought"]) for each in expected])
            self._count(table.name, [row[0] for row in rows])
        return True

    def bring_back(self, table: Table, removed: ManyRows) -> bool:
        """Add rows again that were removed; say whether there is none in their places."""
        for rows in _lots(removed.rows):
            keys = json.dumps([row[0] for row in rows])
            statement = f'SELECT id FROM "{table.name}" WHERE id IN {_LISTED} LIMIT 1'  # noqa: S608
            if self._connection.exec_driver_sql(statement, (keys,)).first():
                return False
            self._insert_raw(table, removed.columns, rows, removed.same)
            self._note_added(table, removed.columns, rows)
        return True

    def done(self, value: T) -> Done[T]:
        """Return the use case's result with what it changed; call it after the transaction."""
        return Done(value, self.changes)

    def enter(
        self, at: str, who: str, deed: str, about: tuple[str, int] | None, undoes: int | None
    ) -> None:
        """Write the journal entry and settle ``changes``; nothing changed leaves no entry."""
        if self._first is None:
            return
        number, previous = self._place
        if self._parts:
            self._write_part()
            details = written_parts(self._parts)
        else:
            details = written(self._noted)
        salt = secrets.token_hex(16)
        kind, subject = self._first if about is None else about
        made = Entry(
            id=number,
            at=at,
            who=who,
            deed=deed,
            kind=kind,
            subject=subject,
            undoes=undoes,
            details_hash=hashed(details, salt),
            previous=previous,
            hash="",
            details=details if self._detailed else None,
            salt=salt if self._detailed else None,
        )
        values = asdict(made) | {"hash": made.expected_hash()}
        self.execute(insert(journal).values(values))
        touched = {kind: frozenset(ids) for kind, ids in self._touched.items()}
        self.changes = Changes(number, touched, frozenset(self._many))

    @cached_property
    def _place(self) -> tuple[int, str]:
        """Return the number of the entry that is being made, and the hash before it."""
        latest = select(journal.c.id, journal.c.hash).order_by(journal.c.id.desc()).limit(1)
        last = self.execute(latest).first()
        return (last.id + 1, last.hash) if last else (1, START)

    def _write_part(self) -> None:
        if not self._noted:
            return
        details, salt = written(self._noted), secrets.token_hex(16)
        number, _ = self._place
        kept = {"details": details, "salt": salt} if self._detailed else {}
        statement = insert(journal_part).values(entry=number, number=len(self._parts), **kept)
        self.execute(statement)
        self._parts.append(hashed(details, salt))
        self._noted.clear()
        self._waiting = 0

    def _next_key(self, table: Table) -> int:
        statement = "SELECT seq FROM sqlite_sequence WHERE name = ?"
        found = self._connection.exec_driver_sql(statement, (table.name,)).first()
        return 1 if found is None else int(found[0]) + 1

    def _image(self, table: Table, key: int) -> dict[str, Any] | None:
        statement = f'SELECT * FROM "{table.name}" WHERE id = ?'  # noqa: S608 - our own names
        found = self._connection.exec_driver_sql(statement, (key,)).mappings().first()
        return None if found is None else dict(found)

    def _insert_raw(
        self,
        table: Table,
        columns: Sequence[str],
        rows: list[tuple[Any, ...]],
        same: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        names = ", ".join(f'"{name}"' for name in (*columns, *same))
        row, more = f"({', '.join('?' * len(columns))})", ", ?" * len(same)
        # SQLite's module looks long for a way to write a subclass of text.
        told = [value.value if isinstance(value, Enum) else value for value in same.values()]
        whole = len(rows) - len(rows) % AT_ONCE
        for size, part in ((AT_ONCE, rows[:whole]), (len(rows) - whole, rows[whole:])):
            if not part:
                continue
            listed = ", ".join([row] * size)
            statement = (
                f'INSERT INTO "{table.name}" ({names}) SELECT *{more} FROM (VALUES {listed})'  # noqa: S608
            )
            lots = [(*told, *chain.from_iterable(lot)) for lot in _lots(part, size)]
            self._connection.exec_driver_sql(statement, lots)

    def _note(self, table: Table, key: int, before: Any, after: Any) -> None:
        self._noted.append(RowChange(table.name, key, before, after))
        if table.name in SEARCHED:
            self._forget(table, [(key, before["sought"])] if before and "sought" in before else [])
            self._find(table, [(key, after["sought"])] if after and "sought" in after else [])
        self._count(table.name, (key,))

    def _note_added(
        self, table: Table, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
    ) -> None:
        first, ids = self._image(table, rows[0][0]), [row[0] for row in rows]
        assert first is not None  # noqa: S101 - it was added just now
        same = {name: value for name, value in first.items() if name not in columns}
        self._noted.append(RowsAdded(table.name, same, columns, rows))
        if table.name in SEARCHED:
            sought = columns.index("sought") if "sought" in columns else None
            texts = [(row[0], same["sought"] if sought is None else row[sought]) for row in rows]
            self._find(table, texts)
        self._count(table.name, ids)

    def _find(self, table: Table, sought: list[tuple[int, str]]) -> None:
        if sought:
            name = f"{table.name}_search"
            statement = f"INSERT INTO {name} (rowid, sought) VALUES (?, ?)"  # noqa: S608
            self._connection.exec_driver_sql(statement, sought)

    def _forget(self, table: Table, sought: list[tuple[int, str]]) -> None:
        if sought:
            name = f"{table.name}_search"
            statement = f"INSERT INTO {name} ({name}, rowid, sought) VALUES ('delete', ?, ?)"  # noqa: S608
            self._connection.exec_driver_sql(statement, sought)

    def _count(self, kind: str, ids: Sequence[int]) -> None:
        self._first = self._first or (kind, ids[0])
        if kind not in self._many:
            touched = self._touched.setdefault(kind, set())
            touched.update(ids)
            if len(touched) > MANY:
                del self._touched[kind]
                self._many.add(kind)
        self.noted += len(ids)
        self._waiting += len(ids)
        if self._waiting >= PART:
            self._write_part()


def among(column: Column[Any], values: Iterable[int | str]) -> ColumnElement[bool]:
    """Return that a column has one of these values: one parameter, however many there are.

    SQLAlchemy's own way writes a statement anew for each number of values, which costs more than
    the search.
    """
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return column.in_(select(listed.c.value))


def _lots(rows: list[tuple[Any, ...]], size: int = PART) -> Iterator[list[tuple[Any, ...]]]:
    for start in range(0, len(rows), size):
        yield rows[start : start + size]


def _id(image: Mapping[str, Any]) -> int:
    return int(image["id"])


def ids_of(connection: Connection, statement: Executable) -> array[int]:
    """Return the one column of a statement that finds ids.

    They come straight from SQLite's cursor: a row object for each of 100,000 doubles the time.
    """
    cursor = cast("Iterable[tuple[int]]", connection.execute(statement).cursor)
    return array("q", chain.from_iterable(cursor))


def _is_default(column: Column[Any], value: object) -> bool:
    """Say whether the column is that way anyhow, so that nothing needs to be written."""
    if value is None:
        return column.server_default is None
    default = column.server_default
    return isinstance(default, DefaultClause) and str(default.arg) == str(value)


class Database:
    """The one way to the tables. ``reading`` and ``writing`` may be used from any thread."""

    def __init__(
        self, path: Path, *, now: Callable[[], datetime], who: str, patience: float = PATIENCE
    ) -> None:
        self.path = path
        self._patience = patience
        self._now = now
        self._who = who
        # The last one used is taken again: what another one wrote empties the memory of each.
        self._engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=QueuePool, pool_size=5, pool_use_lifo=True
        )
        event.listen(self._engine, "begin", _begin)

    @property
    def who(self) -> str:
        """Return in whose name everything is written."""
        return self._who

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state."""
        with in_words(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(
        self,
        deed: str,
        *,
        about: tuple[str, int] | None = None,
        undoes: int | None = None,
        detailed: bool = True,
    ) -> Iterator[Transaction]:
        """Give a transaction that is kept, with its journal entry, only if all ends well.

        Without details the entry says that it was done, not what was there before.
        """
        with (
            in_words(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            transaction = Transaction(connection, detailed=detailed)
            yield transaction
            transaction.enter(moment_text(self._now()), self._who, deed, about, undoes)

    @contextmanager
    def trying(self) -> Iterator[Transaction]:
        """Give a transaction that is taken back in the end, to see what a use case would do."""
        with (
            in_words(),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin() as begun,
        ):
            yield Transaction(connection)
            begun.rollback()

    def scrub(self) -> bool:
        """Write the file anew, so that nothing of what was removed is left between the rows.

        Removed words stay in the search tables until these are optimised, removed rows in the
        pages until VACUUM, and both in the log until it is folded in. Says whether it could be
        done now; another program's work or a full disk can be in the way.
        """
        with closing(connect(self.path, patience=self._patience)) as connection:
            try:
                for of in SEARCHED:
                    statement = f"INSERT INTO {of}_search ({of}_search) VALUES ('optimize')"  # noqa: S608 - our names
                    connection.execute(statement)
                connection.execute("VACUUM")
                in_use = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
            except sqlite3.OperationalError:
                return False
        return not in_use

    def close(self) -> None:
        """Close every connection that is not in use."""
        self._engine.dispose()

    def _connect(self) -> sqlite3.Connection:
        connection = connect(self.path, patience=self._patience)
        # A list of thousands changes the same pages again and again. What a statement changed is
        # kept in memory too until it is done, instead of in a file of its own each time.
        connection.execute("PRAGMA cache_size = -5120")
        connection.execute("PRAGMA temp_store = MEMORY")
        return connection


def _begin(connection: Connection) -> None:
    # A writer takes its place at once: upgrading a reader later could only fail.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
