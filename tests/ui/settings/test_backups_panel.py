from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox

from cpd_desktop.services.backups import DAILY, RESTORE, Backups
from cpd_desktop.ui.settings.backups_panel import BackupsPanel

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store import backup
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def dated(folder: DataFolder, clock: FixedClock) -> list[backup.Backup]:
    service, made = Backups(folder, clock), []
    for reason in (DAILY, RESTORE):
        made.append(service.create(reason=reason))
        clock.move(days=1)
    return made


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> Iterator[BackupsPanel]:
    panel = BackupsPanel(desk)
    with qtbot.waitExposed(panel):
        panel.show()
        panel.activateWindow()
    desk.settle(qtbot)
    yield panel
    if panel.question is not None:
        panel.question.close()
    panel.close()
    desk.settle(qtbot)


def cell(panel: BackupsPanel, row: int, column: int) -> str:
    item = panel.table.item(row, column)
    assert item is not None
    return item.text()


def rows(panel: BackupsPanel) -> list[list[str]]:
    return [
        [cell(panel, row, column) for column in range(2)] for row in range(panel.table.rowCount())
    ]


def button_called(box: QMessageBox | None, text: str) -> Any:
    assert box is not None
    return next(each for each in box.buttons() if each.text() == text)


def test_without_backups_it_says_when_there_will_be_one(panel: BackupsPanel) -> None:
    assert panel.none.isVisible()
    assert not panel.table.isVisible()
    assert not panel.restore_button.isEnabled()
    assert not panel.check_button.isEnabled()


@pytest.mark.usefixtures("dated")
def test_backups_are_listed_newest_first_in_local_time_with_their_reason(
    panel: BackupsPanel,
) -> None:
    assert rows(panel) == [
        ["Sun 22 Nov 2026, 10:00", "Before a restore"],
        ["Sat 21 Nov 2026, 10:00", "Made every day"],
    ]
    assert cell(panel, 0, 2).endswith("kB")


def test_a_backup_goes_where_the_person_says_and_is_whole(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, tmp_path: Path
) -> None:
    panel.ask_where()
    dialog = panel.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("mine")
    dialog.accept()
    desk.settle(qtbot)
    assert desk.services.backups.verify(tmp_path / "mine.cpdbackup").manifest.files_inside
    assert "mine.cpdbackup" in panel.note.text()
    assert panel.note.property("tone") == "good"


def test_a_place_that_takes_no_backup_is_told_in_the_panel(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    panel.back_up_to(str(tmp_path / "file" / "b.cpdbackup"))
    desk.settle(qtbot)
    assert "could not be written" in panel.note.text()
    assert panel.note.property("tone") == "bad"
    assert desk.failures == []


@pytest.mark.usefixtures("dated")
def test_a_whole_backup_is_said_to_be_whole(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel
) -> None:
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    QTest.mouseClick(panel.check_button, Qt.MouseButton.LeftButton)
    desk.settle(qtbot)
    assert panel.note.text() == ("The backup of Sat 21 Nov 2026, 10:00 is whole: every byte fits.")


def test_a_damaged_backup_is_found_and_never_offered_for_restoring(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, dated: list[backup.Backup]
) -> None:
    panel.refresh()
    desk.settle(qtbot)
    path = dated[1].path
    content = bytearray(path.read_bytes())
    content[60:90] = bytes(30)
    path.write_bytes(content)
    panel.restore_button.click()
    desk.settle(qtbot)
    assert "is damaged" in panel.note.text()
    assert panel.question is None


@pytest.mark.usefixtures("dated")
def test_restoring_asks_first_and_says_what_will_happen(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, dated: list[backup.Backup]
) -> None:
    panel.restore_button.click()
    desk.settle(qtbot)
    asked = panel.question
    assert asked is not None
    assert "Sun 22 Nov 2026, 10:00" in asked.text()
    assert "kept as a backup" in asked.informativeText()
    assert desk.noted.restored == []
    QTest.keyClick(asked, Qt.Key.Key_Return)
    assert not asked.isVisible()
    assert desk.noted.restored == [], "Enter alone is no consent"

    panel.restore_button.click()
    desk.settle(qtbot)
    button_called(panel.question, "Restore this backup").click()
    assert desk.noted.restored == [dated[1].path]


def test_a_backup_from_elsewhere_can_be_restored(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, tmp_path: Path
) -> None:
    made = desk.services.backups.create(tmp_path / "elsewhere.cpdbackup")
    panel.ask_which()
    dialog = panel.findChild(QFileDialog)
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("elsewhere.cpdbackup")
    dialog.accept()
    desk.settle(qtbot)
    assert panel.question is not None
    button_called(panel.question, "Restore this backup").click()
    assert desk.noted.restored == [made.path]


def test_a_file_that_is_no_backup_is_refused(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, tmp_path: Path
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    panel.look_before_restore(str(tmp_path / "letter.txt"))
    desk.settle(qtbot)
    assert "is not a backup" in panel.note.text()
    assert panel.question is None


@pytest.mark.usefixtures("dated")
def test_the_chosen_backup_stays_chosen_when_the_list_is_read_again(
    qtbot: QtBot, desk: TestDesk, panel: BackupsPanel, dated: list[backup.Backup]
) -> None:
    panel.table.selectRow(1)
    desk.services.backups.create(reason=DAILY)
    panel.refresh()
    desk.settle(qtbot)
    chosen = panel.table.chosen()
    assert chosen is not None
    assert chosen.path == dated[0].path
