"""Transactions: a use case is kept with all of its rows and its journal entry, or not at all."""

from __future__ import annotations

import json
import sqlite3
from array import array
from contextlib import closing, contextmanager
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import create_engine, event, func, select
from sqlalchemy.pool import QueuePool

from cpd_desktop.store.connection import PATIENCE, connect
from cpd_desktop.store.faults import in_words
from cpd_desktop.store.tables import SEARCHED, moment_text
from cpd_desktop.store.transaction import Transaction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, Executable

__all__ = ["Database", "Transaction", "among", "ids_of"]


def among(column: ColumnElement[Any], values: Iterable[int | str]) -> ColumnElement[bool]:
    """Return that a column has one of these values: one parameter, however many there are.

    SQLAlchemy's own way writes a statement anew for each number of values, which costs more than
    the search. For a single one the plain comparison is said sooner.
    """
    wanted = list(values)
    if len(wanted) == 1:
        return column == wanted[0]
    listed = func.json_each(json.dumps(wanted)).table_valued("value")
    return column.in_(select(listed.c.value))


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
