"""Many files kept at once: the disk is waited for while the next ones are made."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from secrets import token_hex
from typing import TYPE_CHECKING, Self

from cpd_desktop.store.faults import disk_in_words
from cpd_desktop.store.files import sync_folder
from cpd_desktop.store.folder import WRITING

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from types import TracebackType

    from cpd_desktop.store.files import ContentStore

# On Linux one call writes and waits for the disk; elsewhere it takes two.
_WAITS = os.O_DSYNC if sys.platform == "linux" else 0
# Windows changes the ends of lines unless it is told not to.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _WAITS | getattr(os, "O_BINARY", 0)


class ManyFiles:
    """Keeps files as ``ContentStore.keep`` does, all of them at the end of the ``with`` block.

    Then each is on the disk under its name, or ``Unavailable`` is raised. If the block ends with an
    error, none is kept.
    """

    def __init__(self, store: ContentStore, pool: Executor) -> None:
        self._store, self._pool = store, pool
        self._start = os.fspath(store.path / f"{WRITING}{token_hex(8)}-")
        self._drafts: list[Future[tuple[str, str]]] = []

    def __enter__(self) -> Self:
        with disk_in_words():
            self._store.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                with disk_in_words():
                    self._name_all()
        finally:
            for draft in self._drafts:
                if draft.exception() is None:  # that waits for it
                    with suppress(OSError):
                        os.unlink(draft.result()[1])  # noqa: PTH108 - the name is a string here

    def add(self, content: bytes) -> None:
        """Begin to keep the bytes."""
        draft = f"{self._start}{len(self._drafts)}"
        self._drafts.append(self._pool.submit(_written, draft, content))

    def names(self) -> list[str]:
        """Return the names that they will have, in order; raises ``Unavailable``."""
        with disk_in_words():
            return [draft.result()[0] for draft in self._drafts]

    def _name_all(self) -> None:
        """Give all their names; each folder is waited for once, and most of them together."""
        from concurrent.futures import wait

        written = [draft.result() for draft in self._drafts]
        folders = set()
        for name, draft in written:
            place = self._store.place(name)
            folder = place.parent
            if folder not in folders:
                folder.mkdir(mode=0o700, exist_ok=True)
                folders.add(folder)
            os.replace(draft, place)  # noqa: PTH105 - the same
        self._drafts.clear()
        synced = [self._pool.submit(sync_folder, folder) for folder in folders]
        wait(synced)  # once, instead of once for each
        for each in synced:
            each.result()


def _written(draft: str, content: bytes) -> tuple[str, str]:
    """Write a draft, wait until the disk has it, and return the name it will have, and its own.

    As few calls as can be: after each the thread that makes the next ones has to stand back.
    """
    name = hashlib.sha256(content).hexdigest()
    handle = os.open(draft, _NEW, 0o600)
    try:
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(handle, rest) :]
        if not _WAITS:
            os.fsync(handle)
    except BaseException:
        os.unlink(draft)  # noqa: PTH108 - the same
        raise
    finally:
        os.close(handle)
    return name, draft
