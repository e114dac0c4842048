"""Files that are whole or not there, and changed by one process at a time."""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")


@contextmanager
def only_one(lock: Path, patience: float = 10.0) -> Iterator[None]:
    """Let one process at a time past; raises ``Conflict`` if another stays inside too long.

    The system opens the lock when a process ends, however it ends.
    """
    file = os.open(lock, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        until = time.monotonic() + patience
        # Asked again and again because neither system can wait for a lock with a time limit.
        while not _taken(file):
            if time.monotonic() > until:
                busy = Sentence("files", "Another CPD Desktop is writing the file {name}.")
                raise Conflict(busy.filled(name=lock.stem))
            time.sleep(0.005)
        yield
    finally:
        os.close(file)


def _taken(file: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in the place of the file, or leave the old one; raises ``OSError``.

    Call it while holding the lock: the temporary name is always the same.
    """
    fresh = path.with_name(f"{path.name}.new")
    fresh.unlink(missing_ok=True)
    try:
        file = os.open(
            fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600
        )
        with os.fdopen(file, "wb", buffering=0) as stream:
            rest = memoryview(content)
            while rest:
                rest = rest[stream.write(rest) :]
            os.fsync(stream.fileno())
        patiently(lambda: fresh.replace(path))
    except OSError:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    if sys.platform != "win32":  # where a folder cannot be opened, and the rename is journalled
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def patiently(call: Callable[[], T], patience: float = 1.0 if os.name == "nt" else 0.0) -> T:
    """Return what the call returns; Windows refuses while a scanner or reader has the file."""
    until = time.monotonic() + patience
    while True:
        try:
            return call()
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(0.01)
