"""What SQLite and the disk complain about, in words."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Conflict, CpdError, Damaged, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_Kind = type[Damaged] | type[Unavailable] | type[Conflict]

DAMAGED = Sentence("store", "The database is damaged.")
BUSY = Sentence("store", "Another program is using the database and does not let go.")
READ_ONLY = Sentence("store", "The database may only be read, not written.")
READ_ONLY_ADVICE = Sentence(
    "store", "Check the permissions of the data folder. Nothing was changed, nothing was lost."
)
FULL = Sentence("store", "The disk is full.")
FULL_ADVICE = Sentence("store", "Free some space and try again. What was saved before is safe.")
CANNOT_OPEN = Sentence("store", "The database cannot be opened.")
DISK = Sentence("store", "The disk could not be read or written.")
DISK_ADVICE = Sentence("store", "Check the disk and make a backup. What was saved before is safe.")
IN_BETWEEN = Sentence("store", "This does not fit with what was saved in the meantime.")

IN_BETWEEN_ADVICE = Sentence("store", "Nothing was changed. Look at it again, then decide.")
DAMAGED_ADVICE = Sentence("store", "Restore a backup: everything up to it is safe.")
BUSY_ADVICE = Sentence("store", "Wait until it is done and try again. Nothing was lost.")

_MEANINGS: dict[int, tuple[_Kind, Sentence, Sentence]] = {
    sqlite3.SQLITE_CORRUPT: (Damaged, DAMAGED, DAMAGED_ADVICE),
    sqlite3.SQLITE_NOTADB: (Damaged, DAMAGED, DAMAGED_ADVICE),
    sqlite3.SQLITE_BUSY: (Unavailable, BUSY, BUSY_ADVICE),
    sqlite3.SQLITE_LOCKED: (Unavailable, BUSY, BUSY_ADVICE),
    sqlite3.SQLITE_READONLY: (Unavailable, READ_ONLY, READ_ONLY_ADVICE),
    sqlite3.SQLITE_PERM: (Unavailable, READ_ONLY, READ_ONLY_ADVICE),
    sqlite3.SQLITE_FULL: (Unavailable, FULL, FULL_ADVICE),
    sqlite3.SQLITE_CANTOPEN: (Unavailable, CANNOT_OPEN, READ_ONLY_ADVICE),
    # What programs share about the log lies in a file too; SQLite calls no room for it this.
    sqlite3.SQLITE_IOERR_SHMSIZE: (Unavailable, FULL, FULL_ADVICE),
    sqlite3.SQLITE_IOERR: (Unavailable, DISK, DISK_ADVICE),
    sqlite3.SQLITE_CONSTRAINT: (Conflict, IN_BETWEEN, IN_BETWEEN_ADVICE),
}


_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def explained(error: sqlite3.Error) -> CpdError | None:
    """Return the error a person should read; nothing if it is a mistake of ours."""
    code = getattr(error, "sqlite_errorcode", 0)
    if not code and str(error).startswith("Could not decode"):  # this one Python's module raises
        code = sqlite3.SQLITE_CORRUPT
    meaning = _MEANINGS.get(code) or _MEANINGS.get(code & 0xFF)  # the rest of it are details
    if meaning is None:
        return None
    kind, says, advice = meaning
    return kind(says, advice)


def told(error: OSError) -> Unavailable:
    """Return what a person should read when a file could not be read or written."""
    if error.errno in _NO_ROOM:
        return Unavailable(FULL, FULL_ADVICE)
    if error.errno in _NO_RIGHT:
        return Unavailable(READ_ONLY, READ_ONLY_ADVICE)
    return Unavailable(DISK, DISK_ADVICE)


@contextmanager
def disk_in_words() -> Iterator[None]:
    """Turn what the system says about our own files into errors with words."""
    try:
        yield
    except OSError as error:
        raise told(error) from error


@contextmanager
def in_words() -> Iterator[None]:
    """Turn what SQLite complains about, also through SQLAlchemy, into errors with words."""
    try:
        yield
    except CpdError:
        raise
    except Exception as error:
        cause = getattr(error, "orig", error)
        if isinstance(cause, sqlite3.Error) and (said := explained(cause)):
            raise said from error
        raise
