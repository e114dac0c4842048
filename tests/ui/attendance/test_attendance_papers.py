"""Saving and printing attendance from the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from cpd_desktop.ui.attendance.papers import AttendancePapers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk
    from tests.ui.attendance.held_event import Held


@pytest.fixture
def told(desk: TestDesk) -> list[str]:
    said: list[str] = []
    desk.operations.told.connect(lambda text, _undo: said.append(text))
    return said


@pytest.mark.parametrize(
    ("number", "kind", "begins"), [(0, "xlsx", b"PK"), (1, "csv", b"\xef"), (2, "pdf", b"%PDF")]
)
def test_each_entry_asks_where_and_writes_its_file(
    desk: TestDesk, held: Held, qtbot: QtBot, told: list[str], tmp_path: Path,
    number: int, kind: str, begins: bytes,
) -> None:  # fmt: skip
    page = QWidget()
    qtbot.addWidget(page)
    papers = AttendancePapers(desk, page, held.found)
    menu = QMenu(page)
    papers.add_to(menu)
    menu.actions()[number].trigger()
    asked = page.findChild(QFileDialog)
    assert asked is not None
    assert asked.defaultSuffix() == kind
    assert Path(asked.selectedFiles()[0]).name == f"Wound care - Attendance.{kind}"
    file = tmp_path / f"out.{kind}"
    asked.fileSelected.emit(str(file))
    desk.settle(qtbot)
    asked.close()
    assert file.read_bytes().startswith(begins)
    assert told == [f"Written: {file}"]


@pytest.mark.parametrize(
    ("opens", "says"), [(True, "opens as a PDF"), (False, "No program here opens PDF files")]
)
def test_printing_shows_the_pdf_or_says_that_nothing_can(
    desk: TestDesk, held: Held, qtbot: QtBot, told: list[str], monkeypatch: pytest.MonkeyPatch,
    opens: bool, says: str,  # noqa: FBT001 - what the system answers
) -> None:  # fmt: skip
    shown: list[bytes] = []

    def open_url(url: object) -> bool:
        shown.append(Path(url.toLocalFile()).read_bytes())  # type: ignore[attr-defined] # a QUrl
        return opens

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    page = QWidget()
    qtbot.addWidget(page)
    AttendancePapers(desk, page, held.found).print_out()
    desk.settle(qtbot)
    assert shown[0].startswith(b"%PDF")
    assert says in told[0]


def test_without_an_event_there_is_nothing_to_save(desk: TestDesk, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    papers = AttendancePapers(desk, page, lambda: None)
    papers.save_pdf()
    papers.print_out()
    assert page.findChild(QFileDialog) is None
    assert not desk.jobs.live
