from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from cpd_desktop.domain.errors import Damaged, NewerData, Unavailable
from cpd_desktop.store import schema
from cpd_desktop.store.connection import connect, schema_version
from cpd_desktop.store.faults import FULL
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import CURRENT, bring_up, migrate, ready
from cpd_desktop.store.tables import metadata

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.store.database import Database


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return schema_version(connection)


def test_the_migrations_make_exactly_the_tables(db: Database) -> None:
    with db.reading() as connection:
        search = ("event_search", "person_search")
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, *_: not str(name).startswith(search)},
        )
        assert compare_metadata(context, metadata) == []


def test_the_newest_migration_is_the_current_format() -> None:
    config = Config()
    config.set_main_option("script_location", "cpd_desktop:store/migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == f"{CURRENT:04}"


def test_a_first_start_makes_the_database_for_its_owner_only(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "a" / "b")
    bring_up(folder, lambda: pytest.fail("there is nothing to back up"))
    assert ready(folder)
    assert folder.database.stat().st_mode & 0o077 == 0
    assert folder.path.stat().st_mode & 0o077 == 0


def test_a_first_start_that_was_cut_off_is_simply_done_again(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.database.touch()
    assert not ready(folder)
    bring_up(folder, lambda: pytest.fail("there is nothing to back up"))
    assert ready(folder)


def test_a_database_of_a_newer_version_is_left_alone(folder: DataFolder) -> None:
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute(f"PRAGMA user_version = {CURRENT + 1}")
    before = folder.database.read_bytes()
    with pytest.raises(NewerData, match="Install the latest CPD Desktop"):
        bring_up(folder, lambda: None)
    assert folder.database.read_bytes() == before


def test_somebody_elses_database_is_left_alone(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = folder.database.read_bytes()
    with pytest.raises(Damaged, match="not made by CPD Desktop"):
        bring_up(folder, lambda: None)
    assert folder.database.read_bytes() == before


def test_a_missing_database_is_not_quietly_made_anew(folder: DataFolder) -> None:
    folder.database.unlink()
    (folder.backups).mkdir()
    (folder.backups / "2026.cpdbackup").touch()
    with pytest.raises(Damaged, match="missing") as raised:
        bring_up(folder, lambda: None)
    assert "Restore a backup" in str(raised.value)
    assert not folder.database.exists()


def an_older_database(path: Path) -> None:
    """Make a database of a format before the first released one, with a row in it."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE kept (x)")
        connection.execute("INSERT INTO kept VALUES ('before')")
        connection.execute("PRAGMA user_version = 0")
        connection.commit()


def test_a_migration_that_fails_leaves_the_old_database_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cpd.db"
    an_older_database(path)

    def broken(connection: sqlite3.Connection) -> None:
        assert connection.execute("SELECT count(*) FROM event").fetchone() == (0,)
        raise RuntimeError("cut off")

    monkeypatch.setattr(schema, "_check_references", broken)
    with pytest.raises(RuntimeError, match="cut off"):
        migrate(path)
    with closing(connect(path)) as connection:
        assert connection.execute("SELECT x FROM kept").fetchall() == [("before",)]
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    assert tables == [("kept",)]
    assert version_of(path) == 0


def test_a_migration_done_twice_at_once_is_done_once(tmp_path: Path) -> None:
    path = tmp_path / "cpd.db"
    path.touch()
    migrate(path)
    migrate(path)
    assert version_of(path) == CURRENT


def test_nothing_is_migrated_without_a_backup(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "CURRENT", CURRENT + 1)
    monkeypatch.setattr(schema, "migrate", lambda path: pytest.fail(f"migrated {path}"))

    def no_room() -> None:
        raise Unavailable(FULL)

    with pytest.raises(Unavailable):
        bring_up(folder, no_room)
    assert version_of(folder.database) == CURRENT
