"""The audit binder saved from an event, and how long that event is kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from cpd_desktop.adapters.binder.checking import check_binder
from cpd_desktop.services.work import Work
from cpd_desktop.ui.event.binder_output import BinderOutput
from cpd_desktop.ui.event.history import HistorySection
from cpd_desktop.ui.event.hold_dialog import HoldDialog
from tests.drafts import a_draft
from tests.ui.event.planning import Plan, row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


class Output(BinderOutput):
    """Notes which folder it would open."""

    opened: Path | None = None

    def open_folder(self, path: Path) -> None:
        self.opened = path.parent


@pytest.fixture
def output(qtbot: QtBot, desk: TestDesk) -> Iterator[Output]:
    parent = QWidget()
    qtbot.addWidget(parent)
    desk.services.events.add(a_draft("Wounds: care/2"))
    yield Output(desk, parent)
    assert desk.failures == []


def test_a_binder_is_saved_where_somebody_says_and_its_folder_offered(
    qtbot: QtBot, desk: TestDesk, output: Output, tmp_path: Path
) -> None:
    output.ask(1, "Wounds: care/2")
    (dialog,) = (each for each in QApplication.topLevelWidgets() if isinstance(each, QFileDialog))
    assert [path.rsplit("/", 1)[-1] for path in dialog.selectedFiles()] == [
        "Wounds  care 2 - Audit binder.zip"
    ]
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("proof.zip")
    dialog.accept()
    desk.settle(qtbot)
    path = tmp_path / "proof.zip"
    checked = check_binder(path, Work())
    assert checked.problems == ()
    box = output.saved
    assert box is not None
    assert checked.sha256 in box.informativeText()
    assert box.text() == f"Written: {path}"
    (opens,) = (each for each in box.buttons() if each.text() == "Open the folder")
    opens.click()
    assert output.opened == tmp_path
    assert output.saved is None


def test_what_is_missing_in_a_binder_is_said_when_it_is_saved(
    qtbot: QtBot, desk: TestDesk, output: Output, tmp_path: Path
) -> None:
    slides = tmp_path / "Slides.pdf"
    slides.write_bytes(b"%PDF")
    desk.services.materials.add(1, slides)
    for each in desk.services.files.names():
        desk.services.files.place(each).unlink()
    output.save(1, str(tmp_path / "proof.zip"))
    desk.settle(qtbot)
    assert output.saved is not None
    assert "Slides.pdf is not kept here any more" in output.saved.informativeText()
    output.saved.close()


@pytest.fixture
def history(plan: Plan) -> HistorySection:
    plan.stage.show_section("history")
    plan.settle()
    section = plan.stage.sections["history"]
    assert isinstance(section, HistorySection)
    return section


def the_dialog(plan: Plan) -> HoldDialog:
    (found,) = plan.stage.findChildren(HoldDialog)
    return found


def test_an_event_says_how_long_it_is_kept(plan: Plan, history: HistorySection) -> None:
    assert history.keeping.text() == "Keep until 1 Dec 2033 (default 7 years)."
    assert not history.lift_button.isVisible()


def test_an_event_is_kept_longer_for_a_reason_until_that_is_lifted(
    plan: Plan, history: HistorySection
) -> None:
    history.hold_button.click()
    dialog = the_dialog(plan)
    dialog.accept_button.click()
    assert dialog.isVisible(), "without a reason it stays open"
    dialog.why.setText("A complaint")
    dialog.limited.setChecked(True)
    dialog.day.setDate(QDate(2040, 2, 1))
    dialog.accept_button.click()
    plan.settle()
    assert history.keeping.text().endswith("On hold until 1 Feb 2040: A complaint")
    assert row(history.view, 0).startswith("Event kept longer")
    kept = plan.desk.services.keeping.of(plan.event)
    assert kept.hold is not None
    assert kept.hold.until == date(2040, 2, 1)
    history.lift_button.click()
    plan.settle()
    assert history.keeping.text() == "Keep until 1 Dec 2033 (default 7 years)."
    assert row(history.view, 0).startswith("Hold lifted")


def test_without_a_day_it_is_kept_until_lifted_and_undo_takes_that_back(
    plan: Plan, history: HistorySection
) -> None:
    history.hold_button.click()
    dialog = the_dialog(plan)
    assert not dialog.day.isEnabled()
    dialog.why.setText("A complaint")
    dialog.accept_button.click()
    plan.settle()
    assert "On hold until somebody lifts it" in history.keeping.text()
    plan.desk.operations.undo()
    plan.settle()
    assert plan.desk.services.keeping.of(plan.event).hold is None
