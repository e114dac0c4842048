"""Saves one event through the service, next to one bare insert; both wait for the disk."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.store.folder import DataFolder
from tests.benchmarks.watching import tell

TOUCH = "INSERT INTO note (content) VALUES ('Wound care')"


def main() -> int:
    """Tell each figure once per round; the first round is a warm-up."""
    folder, rounds = DataFolder(Path(sys.argv[1])), int(sys.argv[2])
    beside = folder.path / "floor.db"
    with (
        opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core,
        closing(sqlite3.connect(beside, isolation_level=None)) as bare,
    ):
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, content TEXT NOT NULL)")
        starts = core.clock.now() + timedelta(days=400)
        session = SessionDraft("", starts, starts + timedelta(hours=2))
        draft = EventDraft("Wound care", "Europe/London", (session,), 20)
        for number in range(rounds + 1):
            began = time.monotonic()
            bare.execute(TOUCH)
            between = time.monotonic()
            core.events.add(draft)
            ended = time.monotonic()
            if number:
                tell({"saved floor": (between - began) * 1000, "saved": (ended - between) * 1000})
    return 0


if __name__ == "__main__":
    sys.exit(main())
