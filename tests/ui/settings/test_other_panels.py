from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from cpd_desktop import __version__
from cpd_desktop.ui.settings.folder_panel import FolderPanel
from cpd_desktop.ui.settings.help_panel import HelpPanel
from tests.desk import TestDesk, desk_on

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def shown(qtbot: QtBot, desk: TestDesk, panel: QWidget) -> None:
    qtbot.addWidget(panel)
    panel.show()
    desk.settle(qtbot)


def test_the_data_folder_is_shown_and_its_path_copied(qtbot: QtBot, desk: TestDesk) -> None:
    panel = FolderPanel(desk)
    shown(qtbot, desk, panel)
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == str(desk.services.folder.path)
    assert panel.place.text() == str(desk.services.folder.path)
    assert not panel.warning.isVisible()


def test_a_portable_folder_is_said_to_be_beside_the_program(
    qtbot: QtBot, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> None:
    with desk_on(replace(folder, is_portable=True), clock, qapp) as desk:
        panel = FolderPanel(desk)
        shown(qtbot, desk, panel)
        words = [each.text() for each in panel.findChildren(QLabel)]
        assert any("portable" in each for each in words)


def test_a_folder_in_a_sync_service_is_warned_of(
    qtbot: QtBot, desk: TestDesk, folder: DataFolder
) -> None:
    (folder.path / ".stfolder").mkdir()
    panel = FolderPanel(desk)
    shown(qtbot, desk, panel)
    assert panel.warning.isVisible()
    assert "a folder that Syncthing copies" in panel.warning.text()
    assert "backups into Syncthing instead" in panel.warning.text()


def test_a_computer_that_opens_no_folders_says_what_to_do_instead(
    qtbot: QtBot, desk: TestDesk
) -> None:
    asked: list[QUrl] = []

    class Panel(FolderPanel):
        def open_place(self, url: QUrl) -> bool:
            asked.append(url)
            return False

    panel = Panel(desk)
    shown(qtbot, desk, panel)
    panel.open_button.click()
    assert [each.toLocalFile() for each in asked] == [str(desk.services.folder.path)]
    assert panel.note.text() == "Nothing on this computer opens folders. Copy the path instead."


def test_the_report_is_read_before_it_can_be_saved(
    qtbot: QtBot, desk: TestDesk, tmp_path: Path
) -> None:
    panel = HelpPanel(desk)
    shown(qtbot, desk, panel)
    assert not panel.save_button.isVisible()
    panel.check_button.click()
    assert not panel.check_button.isEnabled()
    desk.settle(qtbot)
    assert panel.check_button.isEnabled()
    assert "ok  database: sound" in panel.report.toPlainText()
    assert __version__ in panel.report.toPlainText()
    assert panel.report.isReadOnly()

    panel.ask_where()
    dialog = panel.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("report")
    dialog.accept()
    desk.settle(qtbot)
    assert (tmp_path / "report.txt").read_text() == panel.report.toPlainText()
    assert "report.txt" in panel.note.text()


def test_a_report_that_cannot_be_saved_is_told_in_the_panel(
    qtbot: QtBot, desk: TestDesk, tmp_path: Path
) -> None:
    panel = HelpPanel(desk)
    shown(qtbot, desk, panel)
    panel.save_to(str(tmp_path / "missing" / "report.txt"))
    desk.settle(qtbot)
    assert "could not be saved" in panel.note.text()


def test_the_shortcuts_are_one_click_away(qtbot: QtBot, desk: TestDesk) -> None:
    panel = HelpPanel(desk)
    shown(qtbot, desk, panel)
    panel.shortcuts_button.click()
    assert desk.noted.went == ["shortcuts"]
