"""Writes an audit binder as a ZIP file, piece by piece, whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.binder.page import page
from cpd_desktop.adapters.binder.table_files import table_file
from cpd_desktop.domain.binder import ALTERED, LOST, MANIFEST, PAGE, Written
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.files import written_whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from typing import IO

    from cpd_desktop.domain.binder import Binder, Table
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.files import ContentStore

NO_ROOM = Sentence("binder", "The audit binder could not be written: {reason}.")
NO_ROOM_ADVICE = Sentence("binder", "Free some space or choose another place. Nothing was lost.")

# The same on every computer: no time of day, no compression that differs by version.
_TIME: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_MODE: Final = (stat.S_IFREG | 0o644) << 16
_PIECE: Final = 1 << 20


class ZipBindery:
    """Binds into a ZIP file."""

    def write(self, path: Path, binder: Binder, files: ContentStore, work: Work) -> Written:
        """Write a binder; raises ``Unavailable`` if the disk does not take it, ``Cancelled``."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with written_whole(path, path.parent) as file:
                return _bound(file, binder, files, work)
        except OSError as error:
            reason = error.strerror or str(error)
            raise Unavailable(NO_ROOM.filled(reason=reason), NO_ROOM_ADVICE) from error


def _bound(file: IO[bytes], binder: Binder, files: ContentStore, work: Work) -> Written:
    tables = list(_tables(binder))
    total = len(binder.originals) + len(tables) + 2
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        volume = _Volume(archive, work, total)
        lost: set[str] = set()
        faults: list[Sentence] = []
        for each in binder.originals:
            place = files.place(each.sha256)
            if not place.is_file():
                lost.add(each.path)
                faults.append(LOST.filled(name=each.name))
                continue
            with place.open("rb") as original:
                size = os.fstat(original.fileno()).st_size
                if volume.add(each.path, _pieces(original), size) != each.sha256:
                    faults.append(ALTERED.filled(name=each.name, file=each.path))
        for table in tables:
            volume.add(table.path, table_file(table))
        volume.add(PAGE, page(binder, lost, faults))
        manifest = volume.add(MANIFEST, [volume.manifest()])
        work.report(total, total)
    return Written(volume.count, file.tell(), manifest, tuple(faults))


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(_PIECE):
        yield piece


def _tables(binder: Binder) -> Iterator[Table]:
    """Yield the tables that have files of their own and anything in them."""
    for section in binder.sections:
        for table in section.tables:
            if table.file and table.rows:
                yield table


@dataclass(slots=True)
class _Volume:
    """A ZIP file that is being filled, with the hash of each file in it."""

    archive: zipfile.ZipFile
    work: Work
    total: int
    hashes: dict[str, str] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Return how many files are inside."""
        return len(self.hashes)

    def add(self, path: str, pieces: Iterable[bytes], size: int = 0) -> str:
        """Add a file and return its hash."""
        info = zipfile.ZipInfo(path, _TIME)
        info.create_system, info.external_attr, info.file_size = _UNIX, _MODE, size
        told = hashlib.sha256()
        with self.archive.open(info, "w") as inside:
            for piece in pieces:
                self.work.report(self.count, self.total, path)
                told.update(piece)
                inside.write(piece)
        self.hashes[path] = told.hexdigest()
        return self.hashes[path]

    def manifest(self) -> bytes:
        """Return the list of all files and hashes as ``sha256sum -c`` reads it."""
        lines = (f"{self.hashes[path]}  {path}\n" for path in sorted(self.hashes))
        return "".join(lines).encode()
