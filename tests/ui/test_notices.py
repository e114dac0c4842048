from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPlainTextEdit, QPushButton, QTextEdit

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.notices import Banner, show_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]


class Undo:
    def __init__(self) -> None:
        self.times = 0

    def run(self) -> None:
        self.times += 1


@pytest.fixture
def banner(stage: Stage) -> Banner:
    banner = Banner(milliseconds=30)
    stage(QPushButton("Elsewhere"), banner)
    return banner


def test_the_banner_is_away_until_there_is_news(banner: Banner) -> None:
    assert not banner.isVisible()
    banner.say("The backup is older than a week.", "warn")
    assert banner.isVisible()
    assert banner.accessibleName() == "The backup is older than a week."
    assert not banner.action.isVisible()


def test_undo_is_offered_and_fades(banner: Banner, qtbot: QtBot) -> None:
    undo = Undo()
    banner.say("Event deleted", action="Undo", run=undo.run, fades=True)
    assert banner.action.isVisible()
    qtbot.waitUntil(lambda: not banner.isVisible())
    assert undo.times == 0


def test_undo_is_done_once_by_the_keyboard(banner: Banner) -> None:
    undo = Undo()
    banner.say("Event deleted", action="Undo", run=undo.run, fades=True)
    QTest.keyClick(banner.action, Qt.Key.Key_Space)
    assert undo.times == 1
    assert not banner.isVisible()


def test_notices_that_stay_wait_for_each_other(banner: Banner) -> None:
    banner.say("One", "warn")
    banner.say("Two", "bad")
    assert banner.text.text() == "One"
    QTest.mouseClick(banner.dismiss, Qt.MouseButton.LeftButton)
    assert banner.text.text() == "Two"
    QTest.keyClick(banner.dismiss, Qt.Key.Key_Escape)
    assert not banner.isVisible()


def test_one_that_fades_gives_way(banner: Banner) -> None:
    banner.say("First deleted", fades=True)
    banner.say("Second deleted", fades=True)
    assert banner.text.text() == "Second deleted"
    banner.say("The disk is full.", "bad")
    assert banner.text.text() == "The disk is full."
    banner.say("Third deleted", fades=True)
    banner.say("Fourth deleted", fades=True)
    assert banner.text.text() == "The disk is full."
    banner.show_next()
    assert banner.text.text() == "Fourth deleted"


def test_what_is_no_longer_so_is_taken_away(banner: Banner) -> None:
    banner.say("Two reminders due", "warn", about="reminders")
    banner.say("No way to the server", "warn", about="mail")
    banner.say("One reminder due", "warn", about="reminders")
    assert banner.text.text() == "No way to the server"
    banner.settled("mail")
    assert banner.text.text() == "One reminder due"
    banner.settled("mail")
    assert banner.isVisible()
    banner.settled("reminders")
    assert not banner.isVisible()


def test_it_does_not_fade_under_the_pointer(banner: Banner, qtbot: QtBot) -> None:
    banner.say("Event deleted", fades=True)
    here = QPointF(5, 5)
    QApplication.sendEvent(banner, QEnterEvent(here, here, here))
    qtbot.wait(80)
    assert banner.isVisible()
    QApplication.sendEvent(banner, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not banner.isVisible())


def test_news_moves_nothing_and_keeps_away_from_the_pointer(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = QPlainTextEdit()
    window = stage(page)
    window.resize(900, 400)
    at = page.mapToGlobal(QPoint(5, 5))
    monkeypatch.setattr(QCursor, "pos", lambda: at)
    before = page.geometry()
    banner = Banner(page)
    banner.say("Booked " * 30, fades=True)
    assert page.geometry() == before
    assert before.contains(banner.geometry())
    assert banner.geometry().right() > before.center().x()
    assert banner.text.height() >= banner.text.heightForWidth(banner.text.width())
    at = page.mapToGlobal(banner.geometry().center() - before.topLeft())
    banner.say("Refunded " * 30, fades=True)
    assert not banner.geometry().contains(page.mapFromGlobal(at) + before.topLeft())
    window.resize(500, 300)
    QApplication.processEvents()
    assert page.geometry().contains(banner.geometry())
    banner.show_next()
    assert not banner.isVisible()


def test_an_error_says_what_happened_and_what_to_do(stage: Stage, qtbot: QtBot) -> None:
    page = stage(QPushButton("Save"))
    error = Unavailable(Sentence("test", "The disk is <b>full</b>."))
    error.__cause__ = OSError("/home/jane/secret")
    box = show_error(page, error)
    assert box.text() == "The disk is <b>full</b>."
    assert box.textFormat() == Qt.TextFormat.PlainText
    assert box.informativeText() == "Nothing was lost. Try again in a moment."
    assert box.detailedText() == "cpd_desktop.domain.errors.Unavailable\nbuiltins.OSError"
    assert not [each for each in box.findChildren(QTextEdit) if each.isVisible()]
    QTest.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))
