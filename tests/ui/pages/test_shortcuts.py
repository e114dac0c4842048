from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.ui.actions import Action, Actions
from cpd_desktop.ui.pages.shortcuts import ShortcutsPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    Stage = Callable[..., QWidget]


def nothing() -> None:
    """Stand in for a command that no test runs."""


@pytest.fixture
def actions(qtbot: QtBot) -> Actions:
    actions = Actions()
    actions.add(
        Action("event.add", "&New event", "Ctrl+N", "", nothing, section="Events"),
        Action("event.open", "Open event", "", "", nothing, section="Events"),
        Action("help", "Shortcuts", "F1", "", nothing, section="Help", keywords="keyboard"),
    )
    return actions


def drawn(page: ShortcutsPage) -> str:
    lines: list[str] = []
    for top in range(page.tree.topLevelItemCount()):
        section = page.tree.topLevelItem(top)
        assert section is not None
        lines.append(section.text(0))
        children = [section.child(at) for at in range(section.childCount())]
        lines += [f"  {child.text(0)} {child.text(1)}".rstrip() for child in children]
    return "\n".join(lines)


def test_every_command_is_listed_with_its_keys(actions: Actions, stage: Stage) -> None:
    page = ShortcutsPage(actions)
    stage(page)
    assert drawn(page) == "Events\n  New event Ctrl+N\n  Open event\nHelp\n  Shortcuts F1"


def test_typing_narrows_the_list_by_name_keys_or_keyword(
    actions: Actions, stage: Stage, qtbot: QtBot
) -> None:
    page = ShortcutsPage(actions)
    stage(page)
    for typed, found in (
        ("ctrl+n", "Events\n  New event Ctrl+N"),
        ("keyb", "Help\n  Shortcuts F1"),
        ("open", "Events\n  Open event"),
        ("qqq", ""),
    ):
        with qtbot.waitSignal(page.field.searched):
            page.field.setText(typed)
        assert drawn(page) == found
    assert page.nothing.isVisible()
    assert not page.tree.isVisible()


def test_commands_added_later_appear_when_the_page_is_shown(actions: Actions, stage: Stage) -> None:
    page = ShortcutsPage(actions)
    actions.add(Action("quit", "Quit", "Ctrl+Q", "", nothing, section="Help"))
    stage(page)
    assert "Quit Ctrl+Q" in drawn(page)
