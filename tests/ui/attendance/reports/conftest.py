"""An event that is over, and reports opened in the dialog that brings them in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.ui.attendance.report_opening import bring_reports
from tests.desk import TestDesk, desk_on
from tests.drafts import somebody
from tests.report_files import EVENING
from tests.ui.attendance.reports.report_desk import held, settle

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.attendance.report_dialog import ReportDialog
    from tests.clock import FixedClock

    Opened = Callable[..., ReportDialog]


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    clock.at = EVENING + timedelta(days=30)
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def event(desk: TestDesk) -> int:
    key = desk.services.events.add(held()).value.id
    people = [("Agnes Thorsen", "agnes@thorsen.example"), ("Wang Fang", "wang@fang.example")]
    desk.services.registrations.add_all(key, [somebody(*each) for each in people])
    return key


@pytest.fixture
def opened(
    desk: TestDesk, event: int, tmp_path: Path, stage: Callable[..., QWidget], qtbot: QtBot
) -> Opened:
    def show(*contents: str | bytes | Path, into: int = event, wait: bool = True) -> ReportDialog:
        files = []
        for number, content in enumerate(contents, 1):
            path = tmp_path / f"report {number}.csv"
            if isinstance(content, str):
                path.write_text(content, encoding="utf-8")
            elif isinstance(content, bytes):
                path.write_bytes(content)
            else:
                path = content
            files.append(path)
        dialog = bring_reports(desk, stage(), into, files)
        if wait:
            settle(dialog, desk, qtbot)
        return dialog

    return show
