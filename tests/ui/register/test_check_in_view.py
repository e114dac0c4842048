from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.ui.pages.event_register import DOOR
from cpd_desktop.ui.register.check_in import CheckIn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.register.conftest import Opened


def at_the_door(opened: Opened) -> CheckIn:
    opened.stage.open_view(DOOR)
    opened.settle()
    return opened.stage.door


def type_in(opened: Opened, text: str) -> None:
    field = QApplication.focusWidget()
    assert field is opened.stage.door.search
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    opened.settle()


def test_typing_and_enter_checks_in_and_is_ready_for_the_next(
    open_with: Callable[..., Opened],
) -> None:
    opened = open_with("Ann", "Ben", "Cem")
    door = at_the_door(opened)
    assert door.counter.text() == "0 of 3 here"
    type_in(opened, "ann")
    assert door.says.text() == "✓ Ann is checked in."
    assert door.search.text() == ""
    type_in(opened, "REG-2026-0002")
    assert door.counter.text() == "2 of 3 here"
    assert [each.name for each in door._latest.came.values()] == ["Ben", "Ann"]
    opened.desk.operations.undo()
    opened.settle()
    assert door.counter.text() == "1 of 3 here"


def test_nobody_is_taken_for_another(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann Lee", "Ben Lee")
    door = at_the_door(opened)
    type_in(opened, "lee")
    assert door.says.text() == "2 people fit: choose one with the arrow keys."
    assert door.counter.text() == "0 of 2 here"
    QTest.keyClick(door.search, Qt.Key.Key_Down)
    assert door.results.hasFocus()
    QTest.keyClick(door.results, Qt.Key.Key_Down)
    QTest.keyClick(door.results, Qt.Key.Key_Return)
    opened.settle()
    assert door.says.text() == "✓ Ben Lee is checked in."


def test_whoever_is_here_already_is_told_since_when(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    door = at_the_door(opened)
    door.scan("REG-2026-0001")
    opened.settle()
    door.scan("REG-2026-0001")
    opened.settle()
    assert door.says.text() == "Ann is here already, since 09:00."
    assert door.counter.text() == "1 of 1 here"


def test_whoever_cancelled_is_let_in_with_one_click(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    cancelled = RegistrationStatus.CANCELLED
    opened.desk.services.registrations.change_status([opened.place("Ann").id], cancelled)
    door = at_the_door(opened)
    type_in(opened, "ann")
    assert door.says.text() == "Ann is cancelled, so has no place here."
    assert door.confirm.isVisible()
    door.confirm.click()
    opened.settle()
    assert door.says.text() == "✓ Ann is checked in."
    assert door.confirm.isHidden()


def test_a_mistake_at_the_door_is_taken_back(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    door = at_the_door(opened)
    type_in(opened, "ann")
    assert not door.take_back.isEnabled()
    door.latest.selectRow(0)
    door.take_back.click()
    opened.settle()
    assert door.counter.text() == "0 of 1 here"


def test_each_session_has_its_own_door(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    door = at_the_door(opened)
    type_in(opened, "ann")
    door.sessions.setCurrentIndex(1)
    door.sessions.activated.emit(1)
    opened.settle()
    assert door.counter.text() == "0 of 1 here"
    opened.page.refresh()
    opened.settle()
    assert door.sessions.currentText().startswith("Day 2")


def test_an_unknown_badge_is_said(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    door = at_the_door(opened)
    door.scan("XYZ")
    opened.settle()
    assert door.says.text() == "Nobody on this event fits “XYZ”."


def test_scanner_and_camera_have_their_place(open_with: Callable[..., Opened]) -> None:
    opened = open_with("Ann")
    scanner, camera = QWidget(), QWidget()
    door = CheckIn(opened.desk, opened.page, scanner=scanner, camera=camera)
    assert scanner.parent() is door
    assert camera.parent() is door
