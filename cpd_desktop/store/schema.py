"""Opening a data folder: a new one is made, an older one brought up, a newer one left alone."""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Damaged, NewerData, Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.connection import EMPTIED, PATIENCE, connect, schema_version
from cpd_desktop.store.faults import (
    BUSY,
    BUSY_ADVICE,
    READ_ONLY,
    READ_ONLY_ADVICE,
    disk_in_words,
    in_words,
)
from cpd_desktop.store.locks import FolderLock

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from pathlib import Path

    from cpd_desktop.store.folder import DataFolder

CURRENT = 7

NEWER = Sentence(
    "store",
    "This data was written by a newer CPD Desktop (format {found}; this one knows {known}).",
)
MISSING = Sentence("store", "The database is missing from the folder {folder}.")
FOREIGN = Sentence("store", "The database in {folder} was not made by CPD Desktop.")
FOREIGN_ADVICE = Sentence("store", "Choose another folder. Nothing was changed.")


def ready(folder: DataFolder) -> bool:
    """Say whether the database is there in the current format, at the cost of one quick read.

    Raises ``NewerData``, ``Damaged`` or ``Unavailable``.
    """
    with disk_in_words():
        used = folder.was_used()  # asked first: another program may be making the database
        there = folder.database.exists()
        if used and not (there and folder.database.stat().st_size):
            raise Damaged((EMPTIED if there else MISSING).filled(folder=folder.path))
    if not there:
        return False
    # SQLite would leave files beside it that stay read-only when this one is no longer.
    if os.access(folder.database, os.R_OK) and not os.access(folder.database, os.W_OK):
        raise Unavailable(READ_ONLY, READ_ONLY_ADVICE)
    with in_words(), closing(connect(folder.database, read_only=True)) as connection:
        found = schema_version(connection)
        # An empty file is the trace of a first start that was cut off.
        if found == 0 and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise Damaged(FOREIGN.filled(folder=folder.path), FOREIGN_ADVICE)
    if found > CURRENT:
        raise NewerData(NEWER.filled(found=found, known=CURRENT))
    return found == CURRENT


def bring_up(folder: DataFolder, back_up: Callable[[], object]) -> None:
    """Make a new database, or bring an older one to the current format after ``back_up``.

    All steps are one transaction: cut off anywhere, the old format is still there, whole. Others
    wait for whoever does it; raises ``Unavailable`` if they wait too long.
    """
    folder.make()
    if not ready(folder):
        with FolderLock(folder.updating, patience=PATIENCE) as lock:
            if not lock.hold():
                raise Unavailable(BUSY, BUSY_ADVICE)
            if not ready(folder):  # another program may have been quicker
                _make_or_update(folder, back_up)
    folder.tidy_up()


def _make_or_update(folder: DataFolder, back_up: Callable[[], object]) -> None:
    with in_words(), disk_in_words():
        folder.database.touch(mode=0o600)
        with closing(connect(folder.database, read_only=True)) as connection:
            older = schema_version(connection)
        if older:  # format 0 is the trace of a first start that was cut off: there is nothing in it
            back_up()
        migrate(folder.database)


def migrate(path: Path, to: int = CURRENT) -> None:
    """Bring the database to a format, in one transaction."""
    import alembic.command
    from alembic.config import Config
    from sqlalchemy import create_engine
    from sqlalchemy.pool import StaticPool

    raw = connect(path)
    raw.execute("PRAGMA foreign_keys = OFF")  # rebuilding a table would trip over them
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    config = Config()
    config.set_main_option("script_location", "cpd_desktop:store/migrations")
    with closing(raw), engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        try:
            if schema_version(raw) < to:  # another program may have been quicker
                config.attributes["connection"] = connection
                alembic.command.upgrade(config, f"{to:04}")
                _check_references(raw)
                connection.exec_driver_sql(f"PRAGMA user_version = {to}")
            connection.exec_driver_sql("COMMIT")
        except BaseException:
            raw.rollback()
            raise


def _check_references(connection: sqlite3.Connection) -> None:
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise Damaged(Sentence("store", "Rows refer to rows that do not exist: {rows}.").filled(
            rows=broken[:3]
        ))  # fmt: skip
