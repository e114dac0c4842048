"""Many files kept at once: the disk is waited for while the next ones are made."""

from __future__ import annotations

import hashlib
import os
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING, Self

from cpd_desktop.store.faults import disk_in_words
from cpd_desktop.store.files import sync_folder
from cpd_desktop.store.folder import WRITING

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from pathlib import Path
    from types import TracebackType

    from cpd_desktop.store.files import ContentStore


class ManyFiles:
    """Keeps files as ``ContentStore.keep`` does, all of them at the end of the ``with`` block.

    Then each is on the disk under its name, or ``Unavailable`` is raised. If the block ends with an
    error, none is kept.
    """

    def __init__(self, store: ContentStore, pool: Executor) -> None:
        self._store, self._pool = store, pool
        self._drafts: dict[str, Future[str]] = {}

    def __enter__(self) -> Self:
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
            for draft in self._drafts.values():
                if draft.exception() is None:  # that waits for it
                    with suppress(OSError):
                        os.unlink(draft.result())  # noqa: PTH108 - the name is a string here

    def add(self, content: bytes) -> str:
        """Begin to keep the bytes, and return the name that they will have."""
        name = hashlib.sha256(content).hexdigest()
        if name not in self._drafts:
            self._drafts[name] = self._pool.submit(_draft, self._store.path, content)
        return name

    def _name_all(self) -> None:
        """Give all their names; each folder is waited for once, and most of them together."""
        drafts = {name: draft.result() for name, draft in self._drafts.items()}
        folders = set()
        for name, draft in drafts.items():
            place = self._store.place(name)
            place.parent.mkdir(mode=0o700, exist_ok=True)
            os.replace(draft, place)  # noqa: PTH105 - the same
            del self._drafts[name]
            folders.add(place.parent)
        for _ in self._pool.map(sync_folder, folders):
            pass


def _draft(folder: Path, content: bytes) -> str:
    """Write a file that has no name yet, and wait until the disk has it."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=folder, prefix=WRITING)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        os.unlink(draft)  # noqa: PTH108 - the same
        raise
    return draft
