from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QMessageBox,
    QPushButton,
    QTreeWidgetItem,
)

from cpd_desktop.domain.assignments import AssignmentDraft, Criterion
from cpd_desktop.domain.content import ContentKind, ModuleDraft, PieceDraft, Release
from cpd_desktop.ui.learning.assignment_dialog import AssignmentDialog
from cpd_desktop.ui.learning.content_panel import ContentPanel
from cpd_desktop.ui.learning.content_tree import ASSIGNMENT, MODULE, PIECE, Thing
from cpd_desktop.ui.learning.module_dialog import ModuleDialog, PieceDialog
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.learning.fields import RubricTable
    from tests.desk import TestDesk

T = TypeVar("T", bound=QDialog)

TEXT = PieceDraft(ContentKind.TEXT, "Read this", body="Every page.")


@pytest.fixture
def event(desk: TestDesk) -> Event:
    return desk.services.events.add(a_draft()).value


@pytest.fixture
def panel(
    desk: TestDesk, event: Event, qtbot: QtBot, stage: Callable[..., QWidget]
) -> ContentPanel:
    made = ContentPanel(desk)
    stage(made)
    made.show_event(event)
    desk.settle(qtbot)
    return made


@pytest.fixture
def two(desk: TestDesk, event: Event) -> tuple[int, int]:
    """Two modules: one with two texts and an assignment, and one that waits for it."""
    learning = desk.services.learning
    first = learning.add_module(event.id, ModuleDraft("First")).value.id
    waits = ModuleDraft("Second", release=Release.AFTER_MODULE, after_id=first)
    second = learning.add_module(event.id, waits).value.id
    learning.add_piece(first, TEXT)
    learning.add_piece(first, replace(TEXT, title="And this"))
    learning.add_assignment(event.id, AssignmentDraft("Case", module_id=first))
    return first, second


def top(panel: ContentPanel, row: int) -> QTreeWidgetItem:
    """Return a line that is inside of no other."""
    item = panel.tree.topLevelItem(row)
    assert item is not None
    return item


def shown(panel: ContentPanel) -> list[str]:
    """Return the lines of the tree, those inside a module indented."""
    lines = []
    for row in range(panel.tree.topLevelItemCount()):
        item = top(panel, row)
        lines.append(item.text(0))
        lines += [f"  {item.child(each).text(0)}" for each in range(item.childCount())]
    return lines


def write(rubric: RubricTable, row: int, words: str, points: str) -> None:
    """Type into the cells of a line of the rubric."""
    for column, text in enumerate((words, points)):
        item = rubric.item(row, column)
        assert item is not None
        item.setText(text)


def dialog_of(panel: ContentPanel, kind: type[T]) -> T:
    return panel.window().findChildren(kind)[-1]


def settled(panel: ContentPanel, desk: TestDesk, qtbot: QtBot) -> list[str]:
    desk.settle(qtbot)
    return shown(panel)


def test_an_event_without_content_says_so_and_offers_the_first_module(
    panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    assert not panel.tree.isVisible()
    first = next(
        each for each in panel.findChildren(QPushButton) if each.text().startswith("Add the first")
    )
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    dialog = dialog_of(panel, ModuleDialog)
    dialog.offer()
    assert dialog.isVisible(), "a module without a title is not taken"
    dialog.title.setText("First")
    dialog.offer()
    assert settled(panel, desk, qtbot) == ["1. First"]
    assert panel.tree.isVisible()
    assert panel.tree.current_thing() == Thing(MODULE, 1), "what was added is selected"


@pytest.mark.usefixtures("two")
def test_modules_are_shown_with_all_that_is_in_them(
    panel: ContentPanel, event: Event, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.show_event(event)
    assert settled(panel, desk, qtbot) == [
        "1. First", "  Read this", "  And this", "  Case", "2. Second",
    ]  # fmt: skip
    assert top(panel, 1).text(2) == "Opens after “First”"


def test_alt_and_an_arrow_move_what_is_selected(
    two: tuple[int, int], panel: ContentPanel, event: Event, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.tree.select(Thing(MODULE, two[1]))
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert settled(panel, desk, qtbot)[0] == "1. Second"
    assert panel.tree.current_thing() == Thing(MODULE, two[1]), "it stays selected"
    QTest.keyClick(panel.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert settled(panel, desk, qtbot)[0] == "1. Second", "there is nothing above the first"
    assert (panel.up_button.isEnabled(), panel.down_button.isEnabled()) == (False, True)
    panel.tree.select(Thing(PIECE, 1))
    panel.down_button.click()
    assert settled(panel, desk, qtbot)[2:4] == ["  And this", "  Read this"]
    desk.operations.undo()
    assert settled(panel, desk, qtbot)[2:4] == ["  Read this", "  And this"]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("dropped", "lines"),
    [
        ((Thing(MODULE, 1), Thing(MODULE, 2), True),
         ["1. Second", "2. First", "  Read this", "  And this", "  Case"]),
        ((Thing(MODULE, 2), Thing(PIECE, 1), False),
         ["1. Second", "2. First", "  Read this", "  And this", "  Case"]),
        ((Thing(PIECE, 1), Thing(PIECE, 2), True),
         ["1. First", "  And this", "  Read this", "  Case", "2. Second"]),
        ((Thing(PIECE, 1), Thing(MODULE, 2), False),
         ["1. First", "  And this", "  Case", "2. Second", "  Read this"]),
        ((Thing(ASSIGNMENT, 1), Thing(MODULE, 2), False),
         ["1. First", "  Read this", "  And this", "2. Second", "  Case"]),
        ((Thing(PIECE, 1), Thing(PIECE, 1), True),
         ["1. First", "  Read this", "  And this", "  Case", "2. Second"]),
    ],
)  # fmt: skip
def test_what_is_dragged_lands_where_it_was_dropped(
    panel: ContentPanel,
    desk: TestDesk,
    qtbot: QtBot,
    dropped: tuple[Thing, Thing, bool],
    lines: list[str],
) -> None:
    panel.tree.moved.emit(*dropped)
    assert settled(panel, desk, qtbot) == lines


def test_files_dropped_on_a_module_become_its_documents(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(name.encode())
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("a.pdf", "b.pdf")])
    second = top(panel, 1)
    where = QPointF(panel.tree.visualItemRect(second).center())
    left = Qt.MouseButton.LeftButton
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    panel.tree.dropEvent(QDropEvent(where, copy, carried, left, none))
    assert settled(panel, desk, qtbot)[-3:] == ["2. Second", "  a", "  b"]


def test_a_document_is_chosen_from_the_disk(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"%PDF")
    panel.tree.select(Thing(MODULE, two[1]))
    panel.add_piece_button.click()
    dialog = dialog_of(panel, PieceDialog)
    dialog.offer()
    assert dialog.isVisible(), "without a file it is not taken"
    dialog.file.choose_button.click()
    asked = dialog.findChild(QFileDialog)
    asked.setDirectory(str(tmp_path))
    asked.selectFile("sheet.pdf")
    asked.accept()
    dialog.offer()
    assert settled(panel, desk, qtbot)[-1] == "  sheet", "its name is its title"
    kept = desk.services.learning.modules(1)[1].pieces[0]
    assert kept.file_name == "sheet.pdf"


def test_a_dialog_never_offers_to_wait_in_a_circle(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.tree.select(Thing(MODULE, two[0]))
    panel.edit_button.click()
    dialog = dialog_of(panel, ModuleDialog)
    assert dialog.release.findData(Release.AFTER_MODULE) == -1
    dialog.release.setCurrentIndex(dialog.release.findData(Release.AFTER_DAYS))
    dialog.days.setValue(14)
    dialog.offer()
    desk.settle(qtbot)
    assert top(panel, 0).text(2).startswith("Opens 14 day")


def test_removing_a_module_that_others_wait_for_asks_first(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.tree.select(Thing(MODULE, two[0]))
    panel.tree.setFocus()
    QTest.keyClick(panel.tree, Qt.Key.Key_Delete)
    desk.settle(qtbot)
    question = panel.question
    assert question is not None
    assert question.text() == "“First” is waited for by 1 module."
    QTest.keyClick(question, Qt.Key.Key_Return)
    assert len(settled(panel, desk, qtbot)) == 5, "Enter alone is no consent"
    panel.remove_button.click()
    desk.settle(qtbot)
    box = panel.window().findChildren(QMessageBox)[-1]
    next(each for each in box.buttons() if each.text() == "Remove module").click()
    assert settled(panel, desk, qtbot) == ["1. Second", "Case"]


def test_an_assignment_with_work_is_kept_and_the_panel_says_why(
    two: tuple[int, int], event: Event, panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    anna = desk.services.registrations.add(event.id, somebody("Anna")).value.id
    desk.services.submissions.hand_in(1, anna, "Mine")
    panel.tree.select(Thing(ASSIGNMENT, 1))
    panel.remove_button.click()
    assert "  Case" in settled(panel, desk, qtbot)
    assert "cannot be removed: it has 1 submission" in panel.note.text()
    assert desk.failures == []


def test_an_assignment_is_made_with_a_rubric_whose_points_add_up(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.tree.select(Thing(MODULE, two[1]))
    panel.add_task_button.click()
    dialog = dialog_of(panel, AssignmentDialog)
    dialog.title.setText("Reflection")
    write(dialog.rubric, 0, "Depth", "30")
    write(dialog.rubric, 1, "Language", "")
    dialog.offer()
    assert dialog.isVisible(), "a line without points is not taken"
    write(dialog.rubric, 1, "Language", "20")
    assert (dialog.points.value(), dialog.points.isEnabled()) == (50, False)
    dialog.offer()
    assert dialog.isVisible(), "nobody could reach the pass mark"
    assert dialog.focusWidget() is dialog.pass_mark
    dialog.pass_mark.setValue(25)
    dialog.due.chosen.setChecked(True)
    dialog.offer()
    assert settled(panel, desk, qtbot)[-1] == "  Reflection"
    made = desk.services.learning.assignments(1)[-1]
    assert made.rubric == (Criterion("Depth", 30), Criterion("Language", 20))
    assert (made.module_id, made.pass_mark) == (two[1], 25)
    assert made.due_at is not None
    assert made.due_at > STARTS, "the end of the event is offered first"


def test_delete_removes_a_line_of_the_rubric(
    two: tuple[int, int], panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    panel.add_task_button.click()
    dialog = dialog_of(panel, AssignmentDialog)
    for row, points in enumerate(("30", "20")):
        write(dialog.rubric, row, "A", points)
    dialog.rubric.setCurrentCell(0, 0)
    QTest.keyClick(dialog.rubric, Qt.Key.Key_Delete)
    assert dialog.rubric.rubric() == (Criterion("A", 20),)
    assert dialog.points.value() == 20
    dialog.reject()


@pytest.mark.usefixtures("two")
def test_what_another_program_changes_is_seen(
    panel: ContentPanel, desk: TestDesk, qtbot: QtBot
) -> None:
    changes = desk.services.learning.remove_piece(1)
    desk.feed.publish(changes, desk)
    assert "  Read this" not in settled(panel, desk, qtbot)
    assert "  And this" in shown(panel)
