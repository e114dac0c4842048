from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from cpd_desktop.ui.actions import Action, Actions

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]


class Desk:
    """Does things and remembers which."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.open = True

    def add(self) -> None:
        self.made.append("add")

    def close(self) -> None:
        self.made.append("close")
        self.open = False

    def is_open(self) -> bool:
        return self.open


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def actions(desk: Desk, qtbot: QtBot) -> Actions:
    actions = Actions()
    actions.add(
        Action("event.add", "&New event", "Ctrl+N", "add", desk.add, section="Events"),
        Action("desk.close", "Close", "Ctrl+W", "", desk.close, desk.is_open, "Desk", "leave"),
        Action("event.copy", "Drag && drop", "", "copy", desk.add, section="Events"),
    )
    return actions


def test_a_shortcut_does_the_same_as_its_button(actions: Actions, desk: Desk, stage: Stage) -> None:
    button = QToolButton()
    button.setDefaultAction(actions.qaction("event.add"))
    page = stage(button)
    page.addAction(actions.qaction("event.add"))
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.made == ["add", "add"]


def test_what_cannot_be_done_now_is_off_everywhere(actions: Actions, desk: Desk) -> None:
    shared = actions.qaction("desk.close")
    assert shared is actions.qaction("desk.close")
    assert shared.isEnabled()
    shared.trigger()
    assert not shared.isEnabled()
    assert actions.run("desk.close") is False
    assert desk.made == ["close"]
    desk.open = True
    actions.refresh()
    assert shared.isEnabled()


def test_an_action_that_went_stale_is_not_run_by_its_shortcut(actions: Actions, desk: Desk) -> None:
    shared = actions.qaction("desk.close")
    desk.open = False
    shared.trigger()
    assert desk.made == []
    assert not shared.isEnabled()


@pytest.mark.parametrize(
    ("action_id", "shortcut"),
    [("event.add", "Ctrl+Q"), ("event.other", "ctrl+n"), ("event.other", "Ctrl+Nonsense")],
)
def test_two_actions_never_share_an_id_or_keys(
    actions: Actions, desk: Desk, action_id: str, shortcut: str
) -> None:
    with pytest.raises(ValueError, match="event"):
        actions.add(Action(action_id, "Another", shortcut, "", desk.add))
    assert len(list(actions)) == 3


def test_sections_keep_their_order(actions: Actions) -> None:
    found = {
        section: [each.id for each in entries] for section, entries in actions.sections().items()
    }
    assert found == {"Events": ["event.add", "event.copy"], "Desk": ["desk.close"]}
    assert "event.add" in actions
    with pytest.raises(KeyError):
        actions.by_id("event.unknown")


def test_a_menu_is_made_of_the_same_actions(actions: Actions, desk: Desk, qtbot: QtBot) -> None:
    menu = actions.menu("&Events", ["event.add", None, "desk.close"])
    qtbot.addWidget(menu)
    assert [entry.text() for entry in menu.actions()] == ["&New event", "", "Close"]
    desk.open = False
    menu.aboutToShow.emit()
    assert not menu.actions()[2].isEnabled()


def test_text_is_shown_without_the_marks_of_its_mnemonic(actions: Actions) -> None:
    assert actions.by_id("event.add").plain_text == "New event"
    assert actions.by_id("event.copy").plain_text == "Drag & drop"


def test_icons_are_drawn_for_the_first_menu_and_again_when_the_colours_change(
    desk: Desk, qtbot: QtBot
) -> None:
    asked: list[str] = []

    def icon(name: str) -> QIcon:
        asked.append(name)
        return QIcon(QPixmap(16, 16))

    actions = Actions(icon)
    actions.add(Action("event.add", "New", "", "add", desk.add))
    menu = actions.menu("&Events", ["event.add"])
    qtbot.addWidget(menu)
    assert asked == []
    for _ in range(2):
        menu.aboutToShow.emit()
    assert asked == ["add"]
    assert not menu.actions()[0].icon().isNull()
    actions.redraw()
    assert asked == ["add", "add"]
