"""What the people on a list did is noted through the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton, QWidget

from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.ui.attendance.report_opening import bring_marks
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.attendance.mark_list_dialog import MarkListDialog
    from tests.desk import TestDesk

    Opened = Callable[[str], MarkListDialog]

LIST = "Name,Email\nTom B.,tom@x.example\nJane Doe,\n,nobody@y.example\n"


@pytest.fixture
def event(desk: TestDesk) -> int:
    key = desk.services.events.add(a_draft()).value.id
    people = [somebody("Tom Becker", "tom@x.example"), somebody("Mai Nguyen", "mai@x.example")]
    desk.services.registrations.add_all(key, people)
    return key


@pytest.fixture
def opened(
    desk: TestDesk, event: int, tmp_path: Path, stage: Callable[..., QWidget], qtbot: QtBot
) -> Opened:
    def show(content: str) -> MarkListDialog:
        path = tmp_path / "list.csv"
        path.write_text(content, encoding="utf-8")
        return bring_marks(desk, stage(), event, path)

    return show


def settle(dialog: MarkListDialog, desk: TestDesk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.jobs.live and not dialog.working.busy)


def choose(dialog: MarkListDialog, kind: MarkKind, desk: TestDesk, qtbot: QtBot) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    dialog.kind.activated.emit(0)
    settle(dialog, desk, qtbot)


def passed(desk: TestDesk, event: int) -> list[str]:
    people = desk.services.attendance.of(event).people
    return [each.place.registrant.name for each in people if each.done.quiz]


def test_who_is_certain_is_noted_and_who_is_not_is_named_before(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened(LIST)
    assert not dialog.note_button.isEnabled(), "what they did is asked first"
    choose(dialog, MarkKind.QUIZ, desk, qtbot)
    assert dialog.sum.text() == "3 rows: 1 person(s) certain, 2 not certain"
    names = [dialog.unknown.item(row).text() for row in range(dialog.unknown.count())]
    assert sorted(names) == ["Jane Doe", "nobody@y.example"]
    assert "who did not pass" in dialog.explained.text()
    assert passed(desk, event) == [], "nothing before somebody says so"
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.note_button, Qt.MouseButton.LeftButton)
    assert passed(desk, event) == ["Tom Becker"]
    desk.operations.undo()
    desk.settle(qtbot)
    assert passed(desk, event) == []


def test_unknown_columns_are_asked_about_with_samples(
    opened: Opened, desk: TestDesk, event: int, qtbot: QtBot
) -> None:
    dialog = opened("Kas,Wynik\nTom Becker,9\nMai Nguyen,10\n")
    choose(dialog, MarkKind.QUIZ, desk, qtbot)
    assert dialog.columns.isVisible()
    assert not dialog.note_button.isEnabled()
    QTest.mouseClick(dialog.columns.right_button, Qt.MouseButton.LeftButton)
    settle(dialog, desk, qtbot)
    with qtbot.waitSignal(dialog.finished):
        QTest.mouseClick(dialog.note_button, Qt.MouseButton.LeftButton)
    assert passed(desk, event) == ["Mai Nguyen", "Tom Becker"]


def test_what_is_no_list_is_told_in_words(opened: Opened, desk: TestDesk, qtbot: QtBot) -> None:
    dialog = opened("<html><body>Sign in</body></html>")
    choose(dialog, MarkKind.EVALUATION, desk, qtbot)
    assert "is a web page, not a table" in dialog.note.text()
    assert not dialog.note_button.isEnabled()


def test_another_choice_after_trouble_is_tried_again(
    opened: Opened, desk: TestDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened("<html><body>Sign in</body></html>")
    choose(dialog, MarkKind.QUIZ, desk, qtbot)
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    choose(dialog, MarkKind.INTERACTIONS, desk, qtbot)
    assert dialog.note_button.isEnabled()
    assert not dialog.note.isVisible()


def test_everything_has_a_name_and_can_be_reached_by_keyboard(
    opened: Opened, desk: TestDesk, qtbot: QtBot
) -> None:
    dialog = opened(LIST)
    choose(dialog, MarkKind.QUIZ, desk, qtbot)
    for each in dialog.findChildren(QWidget):
        if isinstance(each, (QComboBox, QPushButton, QListWidget)) and each.isVisible():
            assert each.accessibleName(), each
            assert each.focusPolicy() & Qt.FocusPolicy.TabFocus, each
