"""Opens the real Outbox page on 100,000 messages, next to SQLite alone."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from sqlalchemy import select

from cpd_desktop.app.resources import resources
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from cpd_desktop.store.tables import message
from cpd_desktop.ui.jobs import JobRunner
from cpd_desktop.ui.pages.outbox import OutboxPage
from cpd_desktop.ui.theme import Theme
from tests.benchmarks.real_table import desk_of
from tests.benchmarks.watching import tell
from tests.clock import FixedClock
from tests.mailing import mailing

if TYPE_CHECKING:
    from tests.mailing import Mailing

MESSAGES = 100_000
NEWEST = "SELECT id FROM message ORDER BY id DESC"


def main() -> int:
    """Tell how long it takes to make the page and paint it, once per round after a warm-up."""
    application = QApplication(sys.argv[:1])
    theme = Theme(resources() / "icons")
    jobs = JobRunner()
    with tempfile.TemporaryDirectory(prefix="cpd-outbox-") as made:
        folder = DataFolder(Path(made))
        bring_up(folder, lambda: None)
        with mailing(folder, FixedClock(), "Zoë Ångström") as post:
            _fill(post)
            desk = desk_of(post.core, jobs, theme)
            window = QMainWindow()
            window.resize(1280, 800)
            window.show()
            QTest.qWaitForWindowExposed(window)
            with closing(sqlite3.connect(folder.database)) as bare:
                for number in range(1 + int(sys.argv[1])):
                    began = time.monotonic()
                    bare.execute(NEWEST).fetchall()
                    floor = time.monotonic()
                    page = OutboxPage(desk, window)  # in its place, as the window does
                    window.setCentralWidget(page)
                    page.show()
                    window.repaint()
                    shown = time.monotonic()
                    assert page.table.rows.rowCount() >= MESSAGES
                    while jobs.live:
                        application.processEvents()
                    if number:
                        tell({"shown": (shown - floor) * 1000, "floor": (floor - began) * 1000})
            window.close()
            jobs.shut_down()
    return 0


def _fill(post: Mailing) -> None:
    """Write one message down as often as it takes, each for another document."""
    post.prepare()
    with post.core.db.writing("benchmark") as tx:
        like = tx.execute(select(message)).mappings().first()
        assert like is not None
        row = {**like, "id": None}
        rows = (
            row | {"document": f"d{number}", "message_id": f"<{number}@x>", "due_at": None}
            for number in range(MESSAGES)
        )
        tx.execute(message.insert(), [dict(each) for each in rows])  # type: ignore[arg-type] # many at once


if __name__ == "__main__":
    sys.exit(main())
