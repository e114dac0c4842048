"""A data folder opened the way both faces open it, and everything that must hold in one."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.journal import changes_in
from cpd_desktop.services.backups import IN_USE, IN_USE_ADVICE, MIGRATION, Backups
from cpd_desktop.services.events import Events
from cpd_desktop.services.history import History
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.services.work import Work
from cpd_desktop.store.backup import SUFFIX
from cpd_desktop.store.connection import PATIENCE
from cpd_desktop.store.database import Database
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.schema import bring_up
from cpd_desktop.store.tables import metadata
from tests.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder

# Every table whose rows are noted in the journal: all but these.
KEPT = sorted({*metadata.tables} - {"journal", "journal_part", "draft"})


@dataclass(frozen=True, slots=True)
class House:
    db: Database
    clock: FixedClock
    events: Events
    registrations: Registrations
    history: History
    backups: Backups
    files: ContentStore


@contextmanager
def opened(folder: DataFolder, *, patience: float = PATIENCE) -> Iterator[House]:
    folder.make()
    clock = FixedClock()
    backups = Backups(folder, clock)
    with FolderLock(folder.in_use) as lock:
        if not lock.share():
            raise Conflict(IN_USE, IN_USE_ADVICE)
        bring_up(folder, lambda: backups.create(reason=MIGRATION))
        db = Database(folder.database, now=clock.now, who="anna (test)", patience=patience)
        try:
            yield House(
                db, clock, Events(db, clock), Registrations(db, clock), History(db), backups,
                ContentStore(folder.files),
            )  # fmt: skip
        finally:
            db.close()


def entries_when_whole(folder: DataFolder, *, verified: set[Path] | None = None) -> list[str]:
    """Check everything there is to check and return what each entry did, from the first on.

    ``verified`` holds the backups that were checked before and receives the new ones.
    """
    with opened(folder) as house:
        length = house.history.verify(Work())
        dated = {each.path for each in house.backups.list()}
        assert dated == {path for path in folder.backups.glob(f"*{SUFFIX}") if not hidden(path)}
        for path in dated - (set() if verified is None else verified):
            house.backups.verify(path)
        if verified is not None:
            verified |= dated
        for name in house.files.names():
            house.files.get(name)
    with closing(sqlite3.connect(folder.database)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        without = "SELECT id FROM event WHERE id NOT IN (SELECT event_id FROM session)"
        assert raw.execute(without).fetchall() == []
        assert tables(raw) == tables_by_the_journal(raw)
        deeds = [deed for (deed,) in raw.execute("SELECT deed FROM journal ORDER BY id")]
    assert len(deeds) == length
    return deeds


def hidden(path: Path) -> bool:
    return path.name.startswith(".")


def leftovers(folder: DataFolder) -> set[Path]:
    return {path for path in folder.path.rglob(".*") if path.is_file()}


Rows = dict[str, dict[int, dict[str, Any]]]


def tables(raw: sqlite3.Connection) -> Rows:
    found: Rows = {}
    for name in KEPT:
        cursor = raw.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - our own names
        columns = [column[0] for column in cursor.description]
        rows = [dict(zip(columns, row, strict=True)) for row in cursor]
        found[name] = {row["id"]: row for row in rows}
    return found


def tables_by_the_journal(raw: sqlite3.Connection) -> Rows:
    """Do again what every entry says: a use case that was kept by half would show."""
    made: Rows = {name: {} for name in KEPT}
    for number, details in raw.execute("SELECT id, details FROM journal ORDER BY id"):
        parts = raw.execute(
            "SELECT details FROM journal_part WHERE entry = ? ORDER BY number", (number,)
        ).fetchall()
        for told in [part for (part,) in parts] or [details]:
            for change in changes_in(told):
                row = made[change.kind]
                if change.after is None:
                    del row[change.id]
                else:
                    row[change.id] = row.get(change.id, {}) | change.after
    return made
