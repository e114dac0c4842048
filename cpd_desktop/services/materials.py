"""The files that go with an event, each with all of its versions."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict, NotFound, Unavailable
from cpd_desktop.domain.people import tidy
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.services.taking_in import take_in
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import material, material_version

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.taking_in import TakenIn
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore


NO_MATERIAL = Sentence("material", "There is no material {material}.")
SAME_FILE = Sentence("material", "{name} is the same file as version {number}.")
NO_COPY = Sentence("material", "A copy of {name} could not be written: {reason}.")


class Version(NamedTuple):
    """One state of a material."""

    number: int
    sha256: str
    file_name: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Material:
    """A file of an event; its versions, the newest first."""

    id: int
    title: str
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Materials:
    """What can be done with materials."""

    db: Database
    files: ContentStore
    clock: Clock

    def on(self, event_id: int) -> list[Material]:
        """Return the materials of an event, in order."""
        statement = select(material).where(material.c.event_id == event_id)
        belonging = (
            select(material_version)
            .join(material)
            .where(material.c.event_id == event_id)
            .order_by(material_version.c.number.desc())
        )
        with self.db.reading() as connection:
            rows = connection.execute(statement.order_by(material.c.position, material.c.id)).all()
            versions = connection.execute(belonging).all()
        return [
            Material(
                row.id,
                row.title,
                tuple(
                    Version(each.number, each.sha256, each.file_name, each.size, each.added_at)
                    for each in versions
                    if each.material_id == row.id
                ),
            )
            for row in rows
        ]

    def add(self, event_id: int, path: Path) -> Done[int]:
        """Keep a file as a new material, named as the file is, and return its id.

        Raises ``NotFound``, ``Invalid`` for a file that is empty or too large, and ``Unavailable``.
        """
        taken = take_in(self.files, path)
        with self.db.writing("material.add", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            count = select(func.count()).where(material.c.event_id == event_id)
            position = tx.execute(count).scalar_one()
            title = tidy(path.stem) or path.name
            key = tx.insert(material, event_id=event_id, position=position, title=title)
            self._add_version(tx, key, taken)
        return tx.done(key)

    def add_version(self, material_id: int, path: Path) -> Changes:
        """Keep a newer file of a material; the older ones stay.

        Raises as ``add``, and ``Conflict`` if it is the newest version already.
        """
        taken = take_in(self.files, path)
        with self.db.writing("material.version", about=("event", self._event(material_id))) as tx:
            self._add_version(tx, material_id, taken)
        return tx.changes

    def remove(self, material_id: int) -> Changes:
        """Remove a material with its versions; their bytes stay for Undo. Raises ``NotFound``."""
        with self.db.writing("material.remove", about=("event", self._event(material_id))) as tx:
            remove_with_parts(tx, material, material_id)
        return tx.changes

    def copy(self, version: Version, folder: Path) -> Path:
        """Write a copy that only can be read, and return where it is.

        Raises ``NotFound`` or ``Damaged`` if it is not kept whole, and ``Unavailable``.
        """
        content = self.files.get(version.sha256)
        place = folder / f"{version.sha256[:12]}-{PurePath(version.file_name).name}"
        try:
            if not place.exists():
                place.write_bytes(content)
                place.chmod(stat.S_IREAD)
        except OSError as error:
            reason = error.strerror or str(error)
            raise Unavailable(NO_COPY.filled(name=version.file_name, reason=reason)) from error
        return place

    def _event(self, material_id: int) -> int:
        statement = select(material.c.event_id).where(material.c.id == material_id)
        with self.db.reading() as connection:
            found = connection.execute(statement).scalar()
        if found is None:
            raise NotFound(NO_MATERIAL.filled(material=material_id))
        return int(found)

    def _add_version(self, tx: Transaction, material_id: int, taken: TakenIn) -> None:
        newest = (
            select(material_version)
            .where(material_version.c.material_id == material_id)
            .order_by(material_version.c.number.desc())
        )
        last = tx.execute(newest).first()
        if last is not None and last.sha256 == taken.sha256:
            raise Conflict(SAME_FILE.filled(name=taken.file_name, number=last.number))
        tx.insert(
            material_version,
            material_id=material_id,
            number=1 if last is None else last.number + 1,
            **taken._asdict(),
            added_at=self.clock.now(),
        )
