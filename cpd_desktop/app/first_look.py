"""The one quick read that the first paint needs, with nothing but the standard library."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, cast

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from cpd_desktop.store.faults import in_words
from cpd_desktop.store.schema import ready

if TYPE_CHECKING:
    import sqlite3

    from cpd_desktop.domain.today import Today
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.store.locks import FolderLock

RESTORING = Sentence("backup", "A backup is being restored into this folder.")
RESTORING_ADVICE = Sentence("backup", "Wait until it is done and try again.")


class FirstLook:
    """What was seen, and the connection it was seen through, which notices others' changes."""

    def __init__(self, connection: sqlite3.Connection | None) -> None:
        self.connection = connection
        self.now = _now()
        self.today: Today | None = None
        self.theme: Literal["system", "light", "dark"] = "system"
        if connection is not None:
            with in_words():
                self.today = glance.today(connection, self.now)
                self.theme = _theme(glance.section(connection, "appearance"))

    def again(self) -> Today | None:
        """Look once more."""
        self.now = _now()
        if self.connection is not None:
            with in_words():
                self.today = glance.today(self.connection, self.now)
        return self.today

    def version(self) -> int:
        """Return a number that changes when anybody else wrote something."""
        if self.connection is None:
            return 0
        return int(self.connection.execute("PRAGMA data_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the database."""
        if self.connection is not None:
            self.connection.close()
            self.connection = None


def take_a_look(folder: DataFolder, in_use: FolderLock) -> FirstLook:
    """Look at the folder; a new or older database shows nothing until it is brought up to date.

    Raises ``Conflict`` during a restore, ``NewerData``, ``Damaged`` or ``Unavailable``.
    """
    with in_words():
        if not in_use.share():
            raise Conflict(RESTORING, RESTORING_ADVICE)
        if not ready(folder):
            return FirstLook(None)
        return FirstLook(connect(folder.database, read_only=True))


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _theme(kept: tuple[int, str] | None) -> Literal["system", "light", "dark"]:
    if kept is None:
        return "system"
    import json

    # A value that cannot be is the default here; the notice comes with the settings themselves.
    try:
        value = json.loads(kept[1])["theme"]
    except (ValueError, KeyError, TypeError):
        return "system"
    known = ("system", "light", "dark")
    return cast('Literal["system", "light", "dark"]', value) if value in known else "system"
