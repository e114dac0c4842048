from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget

from cpd_desktop.ui.scanner_field import ScannerField

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

CODE = "CPDBFEGBFFDTEDEBEDEHDTEBEBEBEJSESX"


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_a_scanner_may_end_its_line_with_enter_or_tab_and_goes_on_at_once(
    stage: Callable[..., QWidget], end: Qt.Key
) -> None:
    field, other = ScannerField(), QLineEdit()
    stage(field, other)
    field.setFocus()
    said: list[str] = []
    field.scanned.connect(said.append)

    for text in (CODE, CODE.lower()):
        QTest.keyClicks(field, text)
        QTest.keyClick(field, end)

    assert said == [CODE, CODE.lower()]
    assert field.text() == ""
    assert field.hasFocus()


def test_tab_leaves_an_empty_field(stage: Callable[..., QWidget]) -> None:
    field, other = ScannerField(), QLineEdit()
    stage(field, other)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()


def test_enter_of_a_scanner_does_not_press_the_button_of_a_dialog(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    field, close = ScannerField(), QPushButton("Close")
    close.setDefault(True)
    layout = QVBoxLayout(dialog)
    layout.addWidget(field)
    layout.addWidget(close)
    presses: list[str] = []
    close.clicked.connect(partial(presses.append, "Close"))
    with qtbot.waitExposed(dialog):
        dialog.open()

    QTest.keyClicks(field, CODE)
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert presses == []


def test_a_pasted_code_is_taken_with_enter(stage: Callable[..., QWidget]) -> None:
    field = ScannerField()
    stage(field)
    said: list[str] = []
    field.scanned.connect(said.append)
    QApplication.clipboard().setText(f" {CODE} ")

    field.paste()
    QTest.keyClick(field, Qt.Key.Key_Return)

    assert said == [CODE]


def test_an_empty_line_is_no_scan(stage: Callable[..., QWidget]) -> None:
    field = ScannerField()
    stage(field)
    said: list[str] = []
    field.scanned.connect(said.append)
    QTest.keyClicks(field, "  ")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert said == []
