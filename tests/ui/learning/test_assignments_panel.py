from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from cpd_desktop.domain.assignments import AssignmentDraft, Criterion, Step
from cpd_desktop.domain.content import SubmissionStatus
from cpd_desktop.ui.learning.assignments_panel import AssignmentsPanel
from cpd_desktop.ui.learning.marking_dialog import HandInDialog, MarkingDialog
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event
    from tests.clock import FixedClock
    from tests.desk import TestDesk

S = SubmissionStatus
RUBRIC = (Criterion("Assessment", 40), Criterion("Plan", 60))


@pytest.fixture
def event(desk: TestDesk) -> Event:
    return desk.services.events.add(a_draft()).value


@pytest.fixture
def case(desk: TestDesk, event: Event, clock: FixedClock) -> int:
    due = clock.now() + timedelta(days=7)
    draft = AssignmentDraft("Case", due_at=due, attempts=1, rubric=RUBRIC)
    return desk.services.learning.add_assignment(event.id, draft).value.id


@pytest.fixture
def people(desk: TestDesk, event: Event, case: int) -> list[int]:
    registrations = desk.services.registrations
    return [registrations.add(event.id, somebody(name)).value.id for name in ("Anna", "Ben", "Cem")]


@pytest.fixture
def panel(
    people: list[int],
    desk: TestDesk,
    event: Event,
    qtbot: QtBot,
    stage: Callable[..., QWidget],
) -> AssignmentsPanel:
    made = AssignmentsPanel(desk)
    stage(made)
    made.show_event(event)
    desk.settle(qtbot)
    return made


def texts(panel: AssignmentsPanel) -> list[list[str]]:
    return panel.table.rows.texts(range(panel.table.rows.rowCount()))


def hand_in(panel: AssignmentsPanel, text: str) -> HandInDialog:
    panel.hand_in_button.click()
    dialog = panel.window().findChildren(HandInDialog)[-1]
    dialog.body.setPlainText(text)
    dialog.offer()
    return dialog


def marking(panel: AssignmentsPanel) -> MarkingDialog:
    panel.mark_button.click()
    return panel.window().findChildren(MarkingDialog)[-1]


def test_an_event_without_assignments_says_where_to_add_one(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel
) -> None:
    panel.show_event(desk.services.events.add(a_draft("Other")).value)
    desk.settle(qtbot)
    assert not panel.table.isVisible()


def test_work_is_handed_in_marked_and_approved(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel, people: list[int], case: int
) -> None:
    assert texts(panel)[0][:2] == ["Anna", "Nothing handed in"]
    assert not panel.mark_button.isEnabled()
    panel.table.select_id(people[0])
    assert not panel.mark_button.isEnabled(), "there is nothing to mark"
    hand_in(panel, "My case")
    desk.settle(qtbot)
    assert texts(panel)[0][:3] == ["Anna", "To be marked", "1"]
    assert "1 to mark" in panel.summary.text()
    assert panel.choice.currentText() == "Case (1 to mark)"
    assert not panel.hand_in_button.isEnabled(), "it waits for a mark"

    dialog = marking(panel)
    dialog.marks[0].setValue(9)
    dialog.marks[1].setValue(60)
    assert dialog.total.text() == "69 of 100 points. The pass mark 70 is not reached."
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(Step.APPROVE))
    dialog.offer()
    assert dialog.isVisible(), "below the pass mark nothing is approved"
    dialog.marks[0].setValue(10)
    dialog.feedback.setPlainText("Just enough.")
    dialog.offer()
    desk.settle(qtbot)
    assert texts(panel)[0][:4] == ["Anna", "Approved", "1", "70"]
    (kept,) = desk.services.submissions.attempts(case, people[0])
    assert (kept.marks, kept.feedback) == ((10, 60), "Just enough.")
    desk.operations.undo()
    desk.settle(qtbot)
    assert texts(panel)[0][1] == "To be marked"


def test_a_revision_beyond_due_date_and_attempts_needs_both_ticks(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel, people: list[int], clock: FixedClock
) -> None:
    panel.table.select_id(people[1])
    hand_in(panel, "One")
    desk.settle(qtbot)
    dialog = marking(panel)
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(Step.ASK_REVISION))
    dialog.offer()
    desk.settle(qtbot)
    assert texts(panel)[1][1] == "Waits for a revision"
    clock.move(days=8)
    again = hand_in(panel, "Two")
    assert again.isVisible()
    again.late.setChecked(True)
    again.offer()
    assert again.isVisible()
    again.extra.setChecked(True)
    again.offer()
    desk.settle(qtbot)
    assert texts(panel)[1][1:3] == ["To be marked", "2"]


def test_a_draft_is_put_by_and_handed_in_later(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel, people: list[int], case: int
) -> None:
    panel.table.select_id(people[0])
    panel.hand_in_button.click()
    dialog = panel.window().findChildren(HandInDialog)[-1]
    dialog.body.setPlainText("So far")
    dialog.draft_button.click()
    desk.settle(qtbot)
    assert texts(panel)[0][:3] == ["Anna", "Draft", "1"]
    assert not panel.mark_button.isEnabled()
    panel.hand_in_button.click()
    again = panel.window().findChildren(HandInDialog)[-1]
    assert again.body.toPlainText() == "So far"
    again.offer()
    desk.settle(qtbot)
    (only,) = desk.services.submissions.attempts(case, people[0])
    assert (only.status, only.body) == (S.SUBMITTED, "So far")


def test_enter_opens_what_can_be_done_next(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel, people: list[int], case: int
) -> None:
    desk.services.submissions.hand_in(case, people[0], "Mine")
    panel.refresh()
    desk.settle(qtbot)
    panel.table.select_id(people[0])
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    (dialog,) = panel.window().findChildren(MarkingDialog)
    dialog.reject()
    panel.table.select_id(people[1])
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    (asked,) = panel.window().findChildren(HandInDialog)
    asked.reject()


def test_several_marked_people_are_approved_at_once_or_nobody(
    desk: TestDesk, qtbot: QtBot, panel: AssignmentsPanel, people: list[int], case: int
) -> None:
    work = desk.services.submissions
    for person, marks in zip(people, ([40, 60], [40, 30], [0, 0]), strict=True):
        work.mark(work.hand_in(case, person, "Mine").value.id, marks)
    panel.refresh()
    desk.settle(qtbot)
    panel.table.selectAll()
    panel.approve_button.click()
    desk.settle(qtbot)
    assert "below the pass mark" in panel.note.text()
    assert [row[1] for row in texts(panel)] == ["Marked"] * 3
    panel.table.select_id(people[0])
    panel.approve_button.click()
    desk.settle(qtbot)
    assert [row[1] for row in texts(panel)] == ["Approved", "Marked", "Marked"]
    assert panel.note.text() == ""


def test_the_file_that_was_handed_in_can_be_saved(
    desk: TestDesk,
    qtbot: QtBot,
    panel: AssignmentsPanel,
    people: list[int],
    tmp_path: Path,
) -> None:
    (tmp_path / "case.docx").write_bytes(b"words")
    desk.services.submissions.hand_in(
        panel.choice.currentData(), people[0], "", tmp_path / "case.docx"
    )
    panel.refresh()
    desk.settle(qtbot)
    panel.table.select_id(people[0])
    dialog = marking(panel)
    dialog.copy_button.click()
    asked = panel.findChild(QFileDialog)
    asked.setDirectory(str(tmp_path))
    asked.selectFile("copy.docx")
    asked.accept()
    desk.settle(qtbot)
    assert (tmp_path / "copy.docx").read_bytes() == b"words"
    dialog.reject()


def test_people_are_searched_and_sorted(
    panel: AssignmentsPanel, desk: TestDesk, people: list[int], case: int
) -> None:
    work = desk.services.submissions
    work.mark(work.hand_in(case, people[2], "Mine").value.id, [40, 60])
    panel.table.sort_by("mark", descending=True)
    assert texts(panel)[0][0] == "Cem"
    panel.search.setText("ben")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert [row[0] for row in texts(panel)] == ["Ben"]
