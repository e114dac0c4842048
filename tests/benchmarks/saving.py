"""Saves and copies events through the services, next to a bare insert; all wait for the disk."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.store.folder import DataFolder
from tests.benchmarks.watching import tell

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services

SESSIONS, MODULES = 20, 50
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
        large = _large_event(core, draft)
        for number in range(rounds + 1):
            began = time.monotonic()
            bare.execute(TOUCH)
            between = time.monotonic()
            core.events.add(draft)
            saved = time.monotonic()
            copied = core.copies.duplicate(large, starts + timedelta(days=number + 1)).value
            ended = time.monotonic()
            if (len(copied.sessions), len(core.learning.modules(copied.id))) != (SESSIONS, MODULES):
                msg = "the copy is not whole"
                raise RuntimeError(msg)
            if number:
                tell(
                    {
                        "saved floor": (between - began) * 1000,
                        "saved": (saved - between) * 1000,
                        "duplicated": (ended - saved) * 1000,
                    }
                )
    return 0


def _large_event(core: Services, draft: EventDraft) -> int:
    (session,) = draft.sessions
    day = timedelta(days=1)
    sessions = tuple(
        replace(session, starts=session.starts + n * day, ends=session.ends + n * day)
        for n in range(SESSIONS)
    )
    key = core.events.add(replace(draft, sessions=sessions)).value.id
    for number in range(MODULES):
        module = core.learning.add_module(key, ModuleDraft(f"Module {number + 1}")).value
        core.learning.add_piece(module.id, PieceDraft(ContentKind.TEXT, "Read this", body="Text"))
    return key


if __name__ == "__main__":
    sys.exit(main())
