"""Originals and attachments, byte for byte, each under the name of its own hash."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Damaged, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.folder import WRITING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import IO

NOT_KEPT = Sentence("store", "The file {name} is not kept here.")
ALTERED = Sentence("store", "The kept file {name} was altered.")
ALTERED_ADVICE = Sentence("store", "Restore it from a backup.")
NO_ROOM = Sentence("store", "The file could not be kept: {reason}.")
CHANGED = Sentence("store", "The file was changed while it was read.")
NO_ROOM_ADVICE = Sentence(
    "store", "Free some space or check the permissions, then try again. Nothing was lost."
)

_HASH = re.compile(r"[0-9a-f]{64}")


def sync_folder(path: Path) -> None:
    """Make a rename in the folder survive a power cut, where the system offers that."""
    if os.name == "nt":
        return  # Windows has no way to ask for it, and its file system keeps renames in a log
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def written_whole(path: Path, drafts: Path) -> Iterator[IO[bytes]]:
    """Give a file to write in ``drafts``, which takes its place once it is on the disk whole."""
    handle, temporary = tempfile.mkstemp(dir=drafts, prefix=WRITING)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)  # noqa: PTH105 - the name is a string here
    except BaseException:
        os.unlink(temporary)  # noqa: PTH108
        raise
    sync_folder(path.parent)


def write_whole(path: Path, content: bytes, *, drafts: Path | None = None) -> None:
    """Write a file so that it is there whole or not at all; see ``write_pieces``."""
    write_pieces(path, (content,), drafts=drafts)


def write_pieces(path: Path, pieces: Iterable[bytes], *, drafts: Path | None = None) -> None:
    """Write a file so that it is there whole or not at all, whatever happens meanwhile.

    Until then it lies in ``drafts``, else beside its place. Raises ``Unavailable`` if the disk has
    no room or does not take it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with written_whole(path, drafts or path.parent) as file:
            file.writelines(pieces)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NO_ROOM.filled(reason=reason), NO_ROOM_ADVICE) from error


@dataclass(frozen=True, slots=True)
class ContentStore:
    """A folder of files named by their SHA-256; nothing in it is ever changed."""

    path: Path

    def keep(self, content: bytes) -> str:
        """Keep the bytes and return their name; keeping the same again changes nothing."""
        name = hashlib.sha256(content).hexdigest()
        place = self.place(name)
        if not (place.exists() and place.stat().st_size == len(content)):
            write_whole(place, content, drafts=self.path)
        return name

    def keep_file(self, path: Path) -> Path:
        """Keep a copy of a file, however large, and return where it lies.

        Raises ``Unavailable`` if it cannot be read whole or the disk has no room.
        """
        try:
            with path.open("rb") as file:
                name = hashlib.file_digest(file, "sha256").hexdigest()
                place = self.place(name)
                if not (place.exists() and place.stat().st_size == path.stat().st_size):
                    file.seek(0)
                    write_pieces(place, _unchanged(file, name), drafts=self.path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise Unavailable(NO_ROOM.filled(reason=reason), NO_ROOM_ADVICE) from error
        return place

    def take(self, name: str, file: IO[bytes]) -> None:
        """Keep what a file holds, which must be what its name says; raises ``Unavailable``."""
        if not self.place(name).exists():
            write_pieces(self.place(name), _unchanged(file, name), drafts=self.path)

    def get(self, name: str) -> bytes:
        """Return the bytes; raises ``NotFound`` and, if they no longer fit, ``Damaged``."""
        try:
            content = self.place(name).read_bytes()
        except FileNotFoundError:
            raise NotFound(NOT_KEPT.filled(name=name)) from None
        if hashlib.sha256(content).hexdigest() != name:
            raise Damaged(ALTERED.filled(name=name), ALTERED_ADVICE)
        return content

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes, however many; raises ``NotFound`` and, in the end, ``Damaged``."""
        told = hashlib.sha256()
        try:
            with self.place(name).open("rb") as file:
                while piece := file.read(1 << 20):
                    told.update(piece)
                    yield piece
        except FileNotFoundError:
            raise NotFound(NOT_KEPT.filled(name=name)) from None
        if told.hexdigest() != name:
            raise Damaged(ALTERED.filled(name=name), ALTERED_ADVICE)

    def place(self, name: str) -> Path:
        """Return where a file of this name lies."""
        if not _HASH.fullmatch(name):
            raise NotFound(NOT_KEPT.filled(name=name))
        return self.path / name[:2] / name

    def names(self) -> Iterator[str]:
        """Return the names of all kept files, in order."""
        for path in sorted(self.path.glob("??/*")):
            if _HASH.fullmatch(path.name):
                yield path.name


def _unchanged(file: IO[bytes], name: str) -> Iterator[bytes]:
    """Yield a file in pieces; raise ``Unavailable`` in the end if it is no longer what it was."""
    told = hashlib.sha256()
    while piece := file.read(1 << 20):
        told.update(piece)
        yield piece
    if told.hexdigest() != name:
        raise Unavailable(CHANGED)
