"""The reports of an event are listed with their versions, copied, removed and put back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from cpd_desktop.services.work import Work
from cpd_desktop.ui.attendance.report_dialog import ReportDialog
from cpd_desktop.ui.attendance.report_opening import show_reports
from tests.attended import zoom_csv
from tests.desk import TestDesk, desk_on
from tests.drafts import STARTS, a_draft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.attendance.report_list_dialog import ReportListDialog
    from tests.clock import FixedClock

TOM = ("Tom Becker", "tom@x.example", 0, 120)
MAI = ("Mai Nguyen", "", 5, 60)


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    clock.at = STARTS + timedelta(days=1)
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def event(desk: TestDesk) -> int:
    return desk.services.events.add(a_draft()).value.id


@pytest.fixture
def opened(
    desk: TestDesk, event: int, tmp_path: Path, stage: Callable[..., QWidget], qtbot: QtBot
) -> Callable[..., ReportListDialog]:
    def show(*contents: str) -> ReportListDialog:
        for number, content in enumerate(contents, 1):
            path = tmp_path / f"report {number}.csv"
            path.write_text(content, encoding="utf-8")
            desk.services.report_import.bring_in(event, path, Work())
        dialog = show_reports(desk, stage(), event)
        desk.settle(qtbot)
        return dialog

    return show


def row(dialog: ReportListDialog, number: int) -> list[str]:
    cells = (dialog.table.item(number, column) for column in range(dialog.table.columnCount()))
    return [cell.text() if cell else "" for cell in cells]


VERSIONS = (zoom_csv(TOM, meeting="81234567890"), zoom_csv(TOM, MAI, meeting="81234567890"))


def test_the_latest_stands_first_and_what_it_replaced_below(
    opened: Callable[..., ReportListDialog],
) -> None:
    dialog = opened(*VERSIONS, zoom_csv(MAI, meeting="99999999999"))
    assert row(dialog, 0)[0] == "report 3.csv"
    assert row(dialog, 1) == [
        "report 2.csv", "Zoom participants report · meeting 812 3456 7890 · Wound care",
        "Tue 1 Dec 2026, 14:00–16:00", "2", "Wed 2 Dec 2026, 14:00", "",  # noqa: RUF001 - the dash of a span
    ]  # fmt: skip
    assert row(dialog, 2)[0] == "earlier: report 1.csv"
    assert row(dialog, 2)[-1] == "Older version"


def test_without_reports_it_says_what_to_do(opened: Callable[..., ReportListDialog]) -> None:
    dialog = opened()
    assert dialog.empty.isVisible()
    assert not dialog.remove_button.isEnabled()
    assert not dialog.copy_button.isEnabled()


def test_a_removed_report_lets_the_one_before_count_again_and_can_be_put_back(
    opened: Callable[..., ReportListDialog], desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened(*VERSIONS)
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    desk.settle(qtbot)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert row(dialog, 0)[0] == "report 1.csv"
    assert [each.rows for each in desk.services.reports.current(event)] == [1]
    QTest.mouseClick(dialog.undo_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    desk.settle(qtbot)
    assert [each.rows for each in desk.services.reports.current(event)] == [2]
    assert not dialog.undo_button.isVisible()


def test_the_original_can_be_saved_as_it_came(
    opened: Callable[..., ReportListDialog], desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(VERSIONS[0])
    QTest.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    asked = dialog.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.fileSelected.emit(str(tmp_path / "copy.csv"))
    asked.reject()
    desk.settle(qtbot)
    assert (tmp_path / "copy.csv").read_bytes() == VERSIONS[0].encode()
    assert dialog.note.text() == "The copy was saved."


def test_importing_others_asks_for_files_and_reads_them_one_by_one(
    opened: Callable[..., ReportListDialog], desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(*VERSIONS)
    parent = dialog.parentWidget()
    assert parent is not None
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    asked = parent.findChild(QFileDialog)
    assert isinstance(asked, QFileDialog)
    asked.filesSelected.emit([str(tmp_path / f"report {number}.csv") for number in (1, 2)])
    asked.reject()
    reading = parent.findChild(ReportDialog)
    assert isinstance(reading, ReportDialog)
    desk.settle(qtbot)
    assert reading.heading.text() == "report 1.csv"
    reading.import_button.click()
    desk.settle(qtbot)
    assert reading.next_button.text() == "&Next file: report 2.csv"
    reading.reject()


def test_every_button_has_a_name_and_can_be_reached_by_keyboard(
    opened: Callable[..., ReportListDialog],
) -> None:
    dialog = opened(*VERSIONS)
    for each in dialog.findChildren(QPushButton):
        if each.isVisible():
            assert each.accessibleName(), each
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
