"""Backups: one file each, checked after writing, and put back whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Damaged, NewerData, NotFound, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.connection import connect, schema_version
from cpd_desktop.store.faults import (
    BUSY,
    BUSY_ADVICE,
    DAMAGED,
    DAMAGED_ADVICE,
    disk_in_words,
    explained,
    in_words,
    told,
)
from cpd_desktop.store.files import ContentStore, sync_folder
from cpd_desktop.store.folder import CHECKING, WRITING
from cpd_desktop.store.schema import CURRENT, NEWER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.store.folder import DataFolder

SUFFIX = ".cpdbackup"
DATABASE, MANIFEST = "cpd.db", "manifest.json"

# A wrong byte may also ask for a compression or a password that there never was.
_NO_ZIP = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError)

NOT_THERE = Sentence("backup", "There is no backup {path}.")
NO_BACKUP = Sentence("backup", "{path} is not a backup of CPD Desktop.")
BROKEN = Sentence("backup", "The backup {path} is damaged: {reason}.")
BROKEN_ADVICE = Sentence("backup", "Use another backup. Nothing was changed.")
NOTHING = Sentence("backup", "There is no data of CPD Desktop in the database.")
NO_ROOM = Sentence("backup", "The backup could not be written: {reason}.")
NO_ROOM_ADVICE = Sentence("backup", "Free some space or choose another place. Nothing was lost.")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself."""

    made_at: str
    reason: str
    format: int
    database: str
    journal_entries: int
    journal_hash: str
    files: tuple[str, ...]
    files_inside: bool

    @property
    def made(self) -> datetime:
        """Return when it was made."""
        return datetime.fromisoformat(self.made_at)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup file and what it says of itself."""

    path: Path
    size: int
    manifest: Manifest


def write(folder: DataFolder, to: Path, *, at: datetime, reason: str, whole: bool) -> Backup:
    """Write a backup, check it, and only then give it its name.

    ``whole`` puts every kept file inside; otherwise the backup names them, and they stay in the
    data folder, where nothing is ever removed. Raises ``Unavailable`` if there is no room and
    ``Damaged`` if the database is: what is broken never gets into a backup.
    """
    draft: Path | None = None
    try:
        to.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = _new_file(to.parent, WRITING, SUFFIX)
        # The copy lies in the data folder: cut off, it must not stay behind in a place of others.
        with _copied(folder.database, folder.path) as copy:
            manifest = replace(
                _described(copy), made_at=at.isoformat(), reason=reason, files_inside=whole,
                files=tuple(ContentStore(folder.files).names()),
            )  # fmt: skip
            _pack(draft, copy, manifest, folder if whole else None)
        verify(draft, folder)
        draft.replace(to)
        sync_folder(to.parent)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(NO_ROOM.filled(reason=reason), NO_ROOM_ADVICE) from error
    finally:
        if draft is not None:
            with suppress(OSError):
                draft.unlink()
    return read(to)


def read(path: Path) -> Backup:
    """Return what a backup says of itself; raises ``NotFound`` or ``Damaged``."""
    try:
        with zipfile.ZipFile(path) as archive:
            kept = json.loads(archive.read(MANIFEST))
        manifest = Manifest(**kept | {"files": tuple(kept["files"])})
        _ = manifest.made
    except FileNotFoundError:
        raise NotFound(NOT_THERE.filled(path=path), BROKEN_ADVICE) from None
    except (OSError, ValueError, KeyError, TypeError, *_NO_ZIP) as error:
        raise Damaged(NO_BACKUP.filled(path=path), BROKEN_ADVICE) from error
    return Backup(path, path.stat().st_size, manifest)


def verify(path: Path, folder: DataFolder) -> Backup:
    """Check every byte of a backup; raises ``Damaged`` or ``NewerData``, saying what is wrong."""
    backup = read(path)
    with _unpacked(backup, folder):
        return backup


def restore(path: Path, folder: DataFolder) -> None:
    """Put a backup in place of the database; nobody else may have the folder open.

    The database is checked beside the old one and takes its place in one step. Raises ``Damaged``,
    ``NewerData`` or ``Unavailable`` before anything is changed.
    """
    backup = read(path)
    folder.make()
    with _unpacked(backup, folder) as database:
        if backup.manifest.files_inside:
            with zipfile.ZipFile(path) as archive:
                for name in backup.manifest.files:
                    with archive.open(f"files/{name}") as kept:
                        ContentStore(folder.files).take(name, kept)
        # The old write-ahead log must be gone before the new file has the old one's name, or
        # SQLite would play it into a database that it does not belong to. It is folded in first,
        # so that being cut off here leaves the old database as it was.
        _fold_in(folder.database)
        for extra in ("-wal", "-shm", "-journal"):
            folder.database.with_name(folder.database.name + extra).unlink(missing_ok=True)
        database.replace(folder.database)
        sync_folder(folder.path)


def keep_aside(folder: DataFolder, stem: str) -> None:
    """Keep what lies in the database's place, byte for byte; raises ``Unavailable`` if it cannot.

    The log is kept too, and a folder that has the database's name is moved away.
    """
    with disk_in_words():
        for path in sorted(folder.path.glob(f"{folder.database.name}*")):
            kept = path.with_name(f"{stem}-{path.name}")
            if path.is_dir():
                path.rename(kept)
            else:
                draft = _new_file(folder.path, WRITING, "")
                try:
                    shutil.copy2(path, draft)
                    draft.replace(kept)
                finally:
                    draft.unlink(missing_ok=True)


def _fold_in(database: Path) -> None:
    """Fold the log into the database; raises ``Unavailable`` while somebody else has it."""
    if not database.is_file():
        return
    with suppress(Damaged), in_words(), closing(connect(database)) as old:
        busy, _, _ = old.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise Unavailable(BUSY, BUSY_ADVICE)


@contextmanager
def _copied(database: Path, beside: Path) -> Iterator[Path]:
    """Give a copy that is whole although others may be writing, made by SQLite itself."""
    copy = _new_file(beside, WRITING, ".db")
    try:
        with (
            in_words(),
            closing(connect(database, read_only=True)) as source,
            closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
            if schema_version(target) == 0:
                raise Damaged(NOTHING)
            if _fault(target):
                raise Damaged(DAMAGED, DAMAGED_ADVICE)
        yield copy
    finally:
        copy.unlink(missing_ok=True)


def _described(database: Path) -> Manifest:
    with in_words(), closing(connect(database, read_only=True)) as connection:
        entries, last = connection.execute(
            "SELECT count(*), coalesce((SELECT hash FROM journal ORDER BY id DESC LIMIT 1), '')"
            " FROM journal"
        ).fetchone()
        version = schema_version(connection)
    return Manifest("", "", version, _sha256(database), entries, last, (), files_inside=False)


def _pack(draft: Path, copy: Path, manifest: Manifest, folder: DataFolder | None) -> None:
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=3) as archive:
        archive.write(copy, DATABASE)
        if folder is not None:
            for name in manifest.files:
                packed = zipfile.ZipInfo(f"files/{name}")
                with archive.open(packed, "w", force_zip64=True) as member:
                    for piece in ContentStore(folder.files).pieces(name):
                        member.write(piece)
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=1))
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


@contextmanager
def _unpacked(backup: Backup, folder: DataFolder) -> Iterator[Path]:
    """Give the backup's database, checked, in a file beside the real one."""

    def broken(reason: object) -> Damaged:
        return Damaged(BROKEN.filled(path=backup.path, reason=reason), BROKEN_ADVICE)

    manifest = backup.manifest
    if manifest.format > CURRENT:
        raise NewerData(NEWER.filled(found=manifest.format, known=CURRENT))
    database: Path | None = None
    try:
        database = _new_file(folder.path, CHECKING, ".db")
        with database.open("wb") as file, zipfile.ZipFile(backup.path) as archive:
            with archive.open(DATABASE) as packed:
                shutil.copyfileobj(packed, file)
            file.flush()
            os.fsync(file.fileno())
            _check_files(archive, backup, folder, broken)
        if _sha256(database) != manifest.database:
            raise broken("the database is not the one that was saved")
        # Opened as it will be used: later, two programs could not both make this change of mode.
        with closing(connect(database)) as connection:
            if fault := _fault(connection):
                raise broken(fault)
        yield database
    except (sqlite3.DatabaseError, KeyError, *_NO_ZIP) as error:
        said = explained(error) if isinstance(error, sqlite3.Error) else None
        raise (said if isinstance(said, Unavailable) else broken(error)) from error
    except OSError as error:
        raise told(error) from error
    finally:
        if database is not None:
            with suppress(OSError):
                database.unlink()


def _fault(connection: sqlite3.Connection) -> str | None:
    """Return what is wrong with a database, looking at every page of it."""
    found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if found != "ok":
        return found
    lost = connection.execute("PRAGMA foreign_key_check").fetchone()
    return "rows refer to rows that do not exist" if lost else None


def _new_file(place: Path, prefix: str, suffix: str) -> Path:
    """Make an empty file that nobody else writes and only its owner reads."""
    handle, name = tempfile.mkstemp(dir=place, prefix=prefix, suffix=suffix)
    os.close(handle)
    return Path(name)


def _check_files(
    archive: zipfile.ZipFile,
    backup: Backup,
    folder: DataFolder,
    broken: Callable[[object], Damaged],
) -> None:
    kept = ContentStore(folder.files)
    for name in backup.manifest.files:
        if backup.manifest.files_inside:
            told = hashlib.sha256()
            with archive.open(f"files/{name}") as file:
                while piece := file.read(1 << 20):
                    told.update(piece)
            if told.hexdigest() != name:
                raise broken(f"the file {name} was altered")
        elif not kept.place(name).exists():
            raise broken(f"the file {name} is missing from the data folder")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
