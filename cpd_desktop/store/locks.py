"""Who has the data folder open. SQLite's own locks serve: alike on every system, gone on a kill."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Self

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.faults import in_words

if TYPE_CHECKING:
    from pathlib import Path


SPOILT = Sentence("store", "The lock {path} cannot be used.")
SPOILT_ADVICE = Sentence(
    "store",
    "Close CPD Desktop everywhere and delete this file: there is nothing in it. Nothing was lost.",
)


_SPOILT = {
    sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM,
}  # fmt: skip


class FolderLock:
    """A lock that many can share or one can hold alone; released when closed or killed.

    Taking it raises ``Unavailable`` if its file cannot be made, opened or understood.
    """

    def __init__(self, path: Path, *, patience: float = 0.2) -> None:
        self._path = path
        self._patience = patience
        self._connection: sqlite3.Connection | None = None

    def share(self) -> bool:
        """Join the others; say whether that worked, which it does unless one holds it alone."""
        return self._take("BEGIN", "SELECT count(*) FROM sqlite_master")

    def hold(self) -> bool:
        """Take it alone; say whether that worked, which it does if nobody else has it."""
        return self._take("BEGIN EXCLUSIVE")

    def release(self) -> None:
        """Let go."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _take(self, *statements: str) -> bool:
        self.release()
        with in_words():
            return self._taken(statements)

    def _taken(self, statements: tuple[str, ...]) -> bool:
        # Another thread may close it: the lock belongs to the process, not to a thread.
        connection: sqlite3.Connection | None = None
        try:
            connection = sqlite3.connect(
                self._path, timeout=self._patience, isolation_level=None, check_same_thread=False
            )
            for statement in statements:
                connection.execute(statement)
        except sqlite3.DatabaseError as error:
            if connection is not None:
                connection.close()
            code = error.sqlite_errorcode & 0xFF
            if code == sqlite3.SQLITE_BUSY:
                return False
            if code in _SPOILT:
                raise Unavailable(SPOILT.filled(path=self._path), SPOILT_ADVICE) from error
            raise
        self._connection = connection
        return True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.release()
