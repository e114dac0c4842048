from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from cpd_desktop.domain.errors import CpdError, Damaged, NewerData, Unavailable
from cpd_desktop.services.backups import Backups
from cpd_desktop.services.events import Events
from cpd_desktop.store.database import Database
from cpd_desktop.store.folder import NO_FOLDER
from cpd_desktop.store.locks import FolderLock
from cpd_desktop.store.schema import NEWER, ready
from cpd_desktop.ui.jobs import JobRunner
from cpd_desktop.ui.trouble import TroubleWindow
from tests.desk import dressed
from tests.drafts import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.backup import Backup
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

    Open = Callable[[CpdError], TroubleWindow]


@pytest.fixture
def backups(folder: DataFolder, clock: FixedClock) -> Backups:
    return Backups(folder, clock)


@pytest.fixture
def dated(backups: Backups, folder: DataFolder, clock: FixedClock) -> list[Backup]:
    """Two backups: one event in the older one, two in the newer one."""
    database, made = Database(folder.database, now=clock.now, who="anna (test)"), []
    for title in ("First", "Second"):
        Events(database, clock).add(a_draft(title))
        made.append(backups.create())
        clock.move(days=1)
    database.close()
    return made


class Stage:
    """The window on screen, and what it said."""

    def __init__(self, qtbot: QtBot, backups: Backups, theme: Any) -> None:
        self._qtbot = qtbot
        self._backups = backups
        self._theme = theme
        self.jobs = JobRunner()
        self.said: list[str] = []

    def open(self, error: CpdError) -> TroubleWindow:
        window = TroubleWindow(error, self._backups, self.jobs, self._theme)
        self._qtbot.addWidget(window)
        window.restored.connect(lambda: self.said.append("restored"))
        window.retry.connect(lambda: self.said.append("retry"))
        window.folder_chosen.connect(self.said.append)
        with self._qtbot.waitExposed(window):
            window.show()
            window.activateWindow()
        self.settle()
        return window

    def settle(self) -> None:
        self._qtbot.waitUntil(lambda: not self.jobs.live)


@pytest.fixture
def stage(qtbot: QtBot, backups: Backups, qapp: QApplication) -> Iterator[Stage]:
    with dressed(qapp) as theme:
        made = Stage(qtbot, backups, theme)
        yield made
        made.jobs.shut_down()


def corrupted(folder: DataFolder) -> CpdError:
    """Destroy the database and return what opening it says."""
    content = bytearray(folder.database.read_bytes())
    content[0:100] = b"x" * 100
    folder.database.write_bytes(content)
    with pytest.raises(Damaged) as found:
        ready(folder)
    return found.value


def titles(folder: DataFolder) -> list[str]:
    with closing(sqlite3.connect(folder.database)) as connection:
        return [row[0] for row in connection.execute("SELECT title FROM event ORDER BY id")]


def test_a_destroyed_database_is_replaced_by_its_newest_backup(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    window = stage.open(corrupted(folder))
    assert window.happened.text() == "The database is damaged."
    assert "2 backup(s)" in window.kept.text() or "2 backups" in window.kept.text()
    chosen = window.table.chosen()
    assert chosen is not None
    assert chosen.path == dated[1].path
    assert QApplication.focusWidget() is window.restore_button
    QTest.keyClick(window.restore_button, Qt.Key.Key_Return)
    stage.settle()
    assert stage.said == ["restored"]
    assert ready(folder)
    assert titles(folder) == ["First", "Second"]
    assert list(folder.path.glob("damaged-*-cpd.db")), "the damaged one is kept"


def test_an_older_backup_can_be_chosen_by_keyboard(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    window = stage.open(corrupted(folder))
    window.table.setFocus()
    QTest.keyClick(window.table, Qt.Key.Key_Down)
    QTest.keyClick(window.table, Qt.Key.Key_Return)
    stage.settle()
    assert stage.said == ["restored"]
    assert titles(folder) == ["First"]


def test_a_database_that_is_missing_is_brought_back(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    folder.database.unlink()
    with pytest.raises(Damaged) as found:
        ready(folder)
    window = stage.open(found.value)
    assert "missing" in window.happened.text()
    window.restore_button.click()
    stage.settle()
    assert titles(folder) == ["First", "Second"]


def test_a_damaged_backup_is_refused_and_another_one_still_works(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    error = corrupted(folder)
    content = bytearray(dated[1].path.read_bytes())
    content[200:260] = bytes(60)
    dated[1].path.write_bytes(content)
    window = stage.open(error)
    window.restore_button.click()
    stage.settle()
    assert stage.said == []
    assert "damaged" in window.note.text()
    assert window.note.property("tone") == "bad"
    window.table.selectRow(1)
    window.restore_button.click()
    stage.settle()
    assert stage.said == ["restored"]
    assert titles(folder) == ["First"]


def test_the_buttons_rest_while_a_backup_is_put_back(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    window = stage.open(corrupted(folder))
    window.restore_button.click()
    buttons = (
        window.restore_button,
        window.file_button,
        window.retry_button,
        window.folder_button,
    )
    assert not any(each.isEnabled() for each in buttons)
    stage.settle()
    assert all(each.isEnabled() for each in buttons)


def test_nothing_is_restored_while_another_program_has_the_data_open(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    error = corrupted(folder)
    window = stage.open(error)
    with FolderLock(folder.in_use) as lock:
        assert lock.share()
        window.restore_button.click()
        stage.settle()
    assert stage.said == []
    assert "open in another CPD Desktop window" in window.note.text()


def test_a_backup_that_lies_elsewhere_is_checked_and_then_offered(
    stage: Stage, folder: DataFolder, backups: Backups, tmp_path: Path
) -> None:
    elsewhere = backups.create(tmp_path / "stick.cpdbackup").path
    window = stage.open(corrupted(folder))
    assert "no backup in the data folder" in window.kept.text()
    assert not window.restore_button.isEnabled()
    window.ask_which()
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(elsewhere.name)
    dialog.accept()
    stage.settle()
    assert "whole" in window.note.text()
    window.restore_button.click()
    stage.settle()
    assert stage.said == ["restored"]
    assert ready(folder)


def test_a_file_that_is_no_backup_is_not_offered(
    stage: Stage, folder: DataFolder, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    window = stage.open(corrupted(folder))
    window.offer_file(str(tmp_path / "letter.txt"))
    stage.settle()
    assert "is not a backup" in window.note.text()
    assert not window.restore_button.isEnabled()


def test_newer_data_is_left_alone(stage: Stage) -> None:
    window = stage.open(NewerData(NEWER.filled(found=2, known=1)))
    assert "newer CPD Desktop" in window.happened.text()
    assert not window.restore_button.isVisible()
    assert not window.table.isVisible()
    QTest.keyClick(window.retry_button, Qt.Key.Key_Space)
    assert stage.said == ["retry"]


def test_another_folder_can_be_chosen(stage: Stage, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    window = stage.open(Unavailable(NO_FOLDER.filled(folder="/nowhere")))
    window.ask_folder()
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("other")
    dialog.accept()
    assert stage.said == [str(other)]


def test_quitting_closes_the_window(stage: Stage) -> None:
    window = stage.open(Unavailable(NO_FOLDER.filled(folder="/nowhere")))
    window.quit_button.click()
    assert not window.isVisible()
    assert stage.said == []


def test_every_button_is_reached_and_named(
    stage: Stage, folder: DataFolder, dated: list[Backup]
) -> None:
    window = stage.open(corrupted(folder))
    names = []
    for _ in range(6):
        focused: Any = QApplication.focusWidget()
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Restore this backup",
        "Choose a backup file…",
        "Try again",
        "Choose another folder…",
        "Quit",
        "Backups",
    ]
    assert window.isVisible()
