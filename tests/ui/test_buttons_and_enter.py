from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import ToolButton, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

ENTERS = [Qt.Key.Key_Return, Qt.Key.Key_Enter]


class Asking(FormDialog):
    """A dialog that counts what was pressed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.accept_button.setText("Issue 33 certificates")
        self.line, self.browse = QLineEdit(), button("Choose…")
        self.offers = self.looks = 0
        self.add_field("path", "File", self.line)
        self.rows.addWidget(self.browse)
        self.browse.clicked.connect(self._look)

    def offer(self) -> None:
        self.offers += 1

    def _look(self) -> None:
        self.looks += 1


@pytest.fixture
def asking(qtbot: QtBot, stage: Callable[..., QWidget]) -> Asking:
    dialog = Asking(stage())
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


@pytest.mark.parametrize("key", ENTERS)
def test_enter_on_cancel_cancels(asking: Asking, key: Qt.Key) -> None:
    cancel = next(each for each in asking._buttons.buttons() if each is not asking.accept_button)
    cancel.setFocus()
    QTest.keyClick(cancel, key)
    assert asking.offers == 0
    assert asking.isHidden()


@pytest.mark.parametrize("key", ENTERS)
def test_enter_in_a_field_accepts_and_presses_no_other_button(asking: Asking, key: Qt.Key) -> None:
    asking.line.setFocus()
    QTest.keyClick(asking.line, key)
    assert (asking.offers, asking.looks) == (1, 0)
    asking.browse.setFocus()
    QTest.keyClick(asking.browse, key)
    assert (asking.offers, asking.looks) == (1, 1)


def test_enter_held_down_presses_a_button_once(stage: Callable[..., QWidget]) -> None:
    pressed: list[int] = []
    start = button("Start")
    stage(start)
    start.clicked.connect(partial(pressed.append, 1))
    start.setFocus()
    QTest.keyClick(start, Qt.Key.Key_Return)
    for _ in range(5):
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True
        )
        QApplication.sendEvent(start, held)
    assert pressed == [1]


def test_enter_presses_a_small_button_too(stage: Callable[..., QWidget]) -> None:
    small, pressed = ToolButton(), list[int]()
    small.pressed.connect(partial(pressed.append, 1))  # the signal that opens its menu
    stage(small)
    small.setFocus()
    QTest.keyClick(small, Qt.Key.Key_Return)
    assert pressed == [1]
