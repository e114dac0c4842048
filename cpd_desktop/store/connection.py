"""How every connection to the database is opened; needs no library beyond the standard one."""

from __future__ import annotations

import sqlite3
import struct
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Damaged
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 5.0  # seconds to wait for another program's write

NO_FILE = Sentence("store", "There is a folder in the place of the database {path}.")
EMPTIED = Sentence("store", "The database in the folder {folder} is empty.")
LOG_BROKEN = Sentence("store", "The latest changes, in the file {path}, are damaged.")
KEEP_ADVICE = Sentence(
    "store", "Restore a backup: everything up to it is safe. The damaged files are kept beside it."
)

_HEAD = 32  # bytes at the start of a write-ahead log
_MAGIC, _VERSION = 0x377F0682, 3007000


def connect(
    path: Path, *, read_only: bool = False, patience: float = PATIENCE
) -> sqlite3.Connection:
    """Open the database with the settings that keep it safe; the file must be there.

    WAL lets the window read while a command writes; FULL makes a commit survive a power cut.
    Raises ``Damaged`` where SQLite would quietly go on without the latest changes.
    """
    with suppress(OSError):  # gone meanwhile, or not for us to read: SQLite will see for itself
        _require_all_of_it(path)
    # What a killed program left half-written can only be taken back by a connection that writes.
    half_written = path.with_name(f"{path.name}-journal").exists()
    mode = "ro" if read_only and not half_written else "rw"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


def schema_version(connection: sqlite3.Connection) -> int:
    """Return which format the database has; 0 is an empty file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def log_of(path: Path) -> Path:
    """Return the write-ahead log, where changes lie until they are folded into the database."""
    return path.with_name(f"{path.name}-wal")


def _require_all_of_it(path: Path) -> None:
    # SQLite deletes a log beside an empty file, and takes one with a broken head for empty.
    if path.is_dir():
        raise Damaged(NO_FILE.filled(path=path))
    log = log_of(path)
    if not log.exists() or log.stat().st_size <= _HEAD:
        return
    if path.exists() and path.stat().st_size == 0:
        raise Damaged(EMPTIED.filled(folder=path.parent), KEEP_ADVICE)
    # Twice: another program may be writing a new head at this moment.
    if not (_head_is_whole(log) or _head_is_whole(log)):
        raise Damaged(LOG_BROKEN.filled(path=log), KEEP_ADVICE)


def _head_is_whole(log: Path) -> bool:
    """Say whether SQLite would read this log, by its own rule: magic, version, checksum."""
    with log.open("rb") as file:
        head = file.read(_HEAD)
    if len(head) < _HEAD:
        return True  # it was emptied meanwhile, which only happens once it is folded in
    magic, version = struct.unpack(">2I", head[:8])
    if magic | 1 != _MAGIC | 1 or version != _VERSION:
        return False
    words = struct.unpack(">6I" if magic & 1 else "<6I", head[:24])
    first = second = 0
    for even, odd in tuple(pairwise(words))[::2]:
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return (first, second) == struct.unpack(">2I", head[24:])
