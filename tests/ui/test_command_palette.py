from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.ui.actions import Action, Actions
from cpd_desktop.ui.command_palette import CommandPalette, Found

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Desk:
    def __init__(self) -> None:
        self.made: list[str] = []
        self.can_send = True

    def add(self) -> None:
        self.made.append("add")

    def open(self) -> None:
        self.made.append("open")

    def send(self) -> None:
        self.made.append("send")

    def may_send(self) -> bool:
        return self.can_send

    def meet(self) -> None:
        self.made.append("meet Zoë")

    def people(self, typed: str) -> list[Found]:
        found = Found("Zoë Müller", "Person", "", self.meet)
        return [found] if typed.casefold() in "zoe müller" else []


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def palette(desk: Desk, qtbot: QtBot) -> CommandPalette:
    actions = Actions()
    actions.add(
        Action("event.add", "&New event", "Ctrl+N", "", desk.add, section="Events"),
        Action("event.open", "Open event", "", "", desk.open, section="Events", keywords="show"),
        Action("mail.send", "Send mail", "", "", desk.send, desk.may_send, "Outbox"),
    )
    palette = CommandPalette(actions, finders=[desk.people])
    qtbot.addWidget(palette)
    with qtbot.waitExposed(palette):
        palette.open()
    return palette


def lines(palette: CommandPalette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_everything_that_can_be_done_is_listed(palette: CommandPalette) -> None:
    assert lines(palette) == ["New event", "Open event", "Send mail"]


def test_letters_find_and_enter_does_it(palette: CommandPalette, desk: Desk) -> None:
    QTest.keyClicks(palette.field, "oev")
    assert lines(palette) == ["Open event"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.made == ["open"]
    assert not palette.isVisible()


def test_arrows_walk_the_list_and_go_round(palette: CommandPalette, desk: Desk) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 2
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentRow() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert palette.list.currentRow() == 2
    QTest.keyClick(palette.field, Qt.Key.Key_Enter)
    assert desk.made == ["send"]


def test_the_last_used_comes_first(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "send")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    palette.open()
    assert lines(palette)[0] == "Send mail"
    assert palette.recent == ["mail.send"]
    assert palette.field.text() == ""


def test_people_and_events_are_found_too(palette: CommandPalette, desk: Desk) -> None:
    QTest.keyClicks(palette.field, "zoe")
    assert lines(palette) == ["Zoë Müller"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert desk.made == ["meet Zoë"]
    assert palette.recent == []


def test_a_keyword_finds_what_the_text_does_not_say(palette: CommandPalette) -> None:
    QTest.keyClicks(palette.field, "show")
    assert lines(palette) == ["Open event"]


def test_what_cannot_be_done_now_is_not_offered(palette: CommandPalette, desk: Desk) -> None:
    desk.can_send = False
    palette.open()
    assert "Send mail" not in lines(palette)


def test_letters_nothing_has_say_so_and_enter_does_nothing(
    palette: CommandPalette, desk: Desk
) -> None:
    QTest.keyClicks(palette.field, "qqq")
    assert palette.nothing.isVisible()
    assert palette.field.accessibleDescription() == palette.nothing.text()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.isVisible()
    assert desk.made == []


def test_escape_leaves_everything_as_it_was(palette: CommandPalette, desk: Desk) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert desk.made == []


def test_a_click_does_it_too(palette: CommandPalette, desk: Desk) -> None:
    where = palette.list.visualItemRect(palette.list.item(1)).center()
    QTest.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert desk.made == ["open"]


def test_a_screen_reader_hears_what_enter_would_do(palette: CommandPalette) -> None:
    assert palette.field.accessibleDescription() == "New event, Events   Ctrl+N, 1 of 3"
    assert palette.grab().width() > 0
