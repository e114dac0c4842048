"""Shows, sorts, searches and scrolls the real People page, next to SQLite alone."""

from __future__ import annotations

import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.app.resources import resources
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.ui.actions import Actions
from cpd_desktop.ui.change_feed import ChangeFeed
from cpd_desktop.ui.desk import Desk
from cpd_desktop.ui.jobs import JobRunner
from cpd_desktop.ui.operations import Operations
from cpd_desktop.ui.pages.people import PeoplePage
from cpd_desktop.ui.theme import Theme
from cpd_desktop.ui.undo import UndoStack
from tests.benchmarks.watching import tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.row_table import RowTable, SearchField

BY_NAME = "SELECT id FROM person ORDER BY sought, id"
BY_EVENTS = """SELECT id FROM person
ORDER BY (SELECT count(*) FROM registration WHERE person_id = person.id), id"""
EVENTS_COLUMN = 3  # the slowest of the columns: it is counted for each person
BY_LETTER = "SELECT id FROM person WHERE instr(sought, 'z') > 0 ORDER BY sought, id"
LETTER = Qt.Key.Key_Z
PATIENCE = 5.0


class Nowhere:
    """A window without other pages."""

    def go(self, page: str, item: int | None = None, part: str = "") -> None:
        """Stay here."""

    def restart(self) -> None:
        """Stay here."""

    def restore_backup(self, path: Path) -> None:
        """Stay here."""

    def move_in(self, path: Path, passphrase: Secret) -> None:
        """Stay here."""


def main() -> int:
    """Tell each figure once per round, after a warm-up in which everybody is scrolled by."""
    folder, rounds = DataFolder(Path(sys.argv[1])), int(sys.argv[2])
    application = QApplication(sys.argv[:1])
    theme = Theme(resources() / "icons")
    jobs = JobRunner()
    with (
        opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core,
        closing(sqlite3.connect(folder.database)) as bare,
    ):
        desk = desk_of(core, jobs, theme)
        window = QMainWindow()
        window.resize(1280, 800)
        window.show()
        QTest.qWaitForWindowExposed(window)
        _round(window, desk, bare)
        held = {"most rows held": float(_scroll_through(_page(window)._table))}
        for _ in range(rounds):
            tell(held | _round(window, desk, bare))
        window.close()
    jobs.shut_down()
    application.quit()
    return 0


def desk_of(core: Services, jobs: JobRunner, theme: Theme) -> Desk:
    """Return what a page works with, in a window without other pages."""
    feed = ChangeFeed()
    operations = Operations(jobs, feed, UndoStack(), core.history)
    actions = Actions(theme.icon)
    manual = core.folder.path / "manual"
    return Desk(core, jobs, feed, operations, actions, theme, Nowhere(), "UTC", manual)


def _round(window: QMainWindow, desk: Desk, bare: sqlite3.Connection) -> dict[str, float]:
    """Do with a new page what a person does, each step next to its statement."""
    found = {"shown floor": _timed(lambda: bare.execute(BY_NAME).fetchall())}
    found["shown"] = _timed(lambda: _show(window, desk))
    page = _page(window)
    table, search = page._table, page._search

    found["sorted floor"] = _timed(lambda: bare.execute(BY_EVENTS).fetchall())
    header = table.horizontalHeader()
    place = header.viewport().rect().center()
    place.setX(header.sectionViewportPosition(EVENTS_COLUMN) + 20)
    found["sorted"] = _timed(
        lambda: (
            QTest.mouseClick(
                header.viewport(),
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                place,
            ),
            table.viewport().repaint(),
        )
    )
    table.sort_by("name")

    found["filtered floor"] = _timed(lambda: bare.execute(BY_LETTER).fetchall())
    everybody = table.rows.rowCount()
    search.setFocus()
    found["filtered"] = _timed(lambda: _type_and_wait(table, search, everybody))
    return found


def _show(window: QMainWindow, desk: Desk) -> None:
    """Make the page and paint it, as the first click on it does."""
    page = PeoplePage(desk, window)  # in its place, as the window does
    window.setCentralWidget(page)
    page.show()
    window.repaint()


def _type_and_wait(table: RowTable, search: SearchField, everybody: int) -> None:
    """Type a letter; wait until what fits is painted, the pause for further letters included."""
    QTest.keyClick(search, LETTER)
    until = time.monotonic() + PATIENCE
    while table.rows.rowCount() == everybody and time.monotonic() < until:
        QCoreApplication.processEvents()
    assert 0 < table.rows.rowCount() < everybody
    table.viewport().repaint()


def _scroll_through(table: RowTable) -> int:
    """Paint every row once, a page of the table at a time; return the most that were held."""
    table.search("")
    bar, most = table.verticalScrollBar(), 0
    step = table.viewport().height()
    for place in range(0, bar.maximum() + step, step):
        bar.setValue(place)
        table.viewport().repaint()
        most = max(most, table.rows.rows_held)
    return most


def _page(window: QMainWindow) -> PeoplePage:
    page = window.centralWidget()
    assert isinstance(page, PeoplePage)
    return page


def _timed(step: Callable[[], object]) -> float:
    began = time.monotonic()
    step()
    return (time.monotonic() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
