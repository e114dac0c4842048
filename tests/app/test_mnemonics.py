"""A letter pressed with Alt leads to one place only, wherever one is."""

from __future__ import annotations

import ast
import re
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QTabBar,
    QWidget,
)

import cpd_desktop.ui
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.ui.pages.events import EventsPage
from cpd_desktop.ui.pages.settings import SettingsPage
from tests.app.conftest import is_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.main_window import MainWindow

_LETTER = re.compile(r"(?<!&)&(?=\w)")
PAGES = ("today", "people", "certificates", "outbox", "billing", "shortcuts")
SECTIONS = (
    *("basics", "sessions", "speakers", "credit"),
    *("registration", "questions", "materials", "history"),
)


@pytest.fixture
def desktop(folder: DataFolder, start: Callable[[DataFolder], Desktop]) -> Desktop:
    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.sample.fill()
    return start(folder)


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    assert desktop.window is not None
    return desktop.window


def texts(shown: QWidget) -> Iterator[str]:
    """Yield what has a letter of its own among what can be seen."""
    for each in shown.findChildren(QWidget):
        if not each.isVisible():
            continue
        if isinstance(each, QAbstractButton) or (
            isinstance(each, QLabel) and each.buddy() is not None
        ):
            yield each.text()
        elif isinstance(each, QTabBar):
            yield from map(each.tabText, range(each.count()))


def doubled(*all_texts: str) -> dict[str, list[str]]:
    """Return the letters that are taken more than once, with what takes them."""
    letters = [(QKeySequence.mnemonic(text).toString(), text) for text in all_texts]
    count = Counter(letter for letter, _text in letters if letter)
    return {
        letter: [text for of, text in letters if of == letter]
        for letter, times in count.items()
        if times > 1
    }


def texts_of(panel: QWidget) -> list[str]:
    return [each.text() for each in panel.findChildren(QPushButton)]


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: is_ready(desktop))
    QApplication.sendPostedEvents()
    QApplication.processEvents()


def in_window(window: MainWindow) -> dict[str, list[str]]:
    return doubled(*(each.title() for each in window.menus.values()), *texts(window))


def test_each_letter_leads_to_one_place_on_every_page(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    found = {}
    for page in PAGES:
        window.go(page)
        settle(qtbot, desktop)
        found[page] = in_window(window)
    assert {page: letters for page, letters in found.items() if letters} == {}


def test_each_letter_leads_to_one_place_on_every_stage(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("events")
    settle(qtbot, desktop)
    found = {"events": in_window(window)}
    window.go("events", 1)
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    for stage in ("register", "meet", "attendance", "certificates", "send", "plan"):
        page.workspace.open_stage(stage)
        settle(qtbot, desktop)
        found[stage] = in_window(window)
    for section in SECTIONS:
        page.workspace.plan.show_section(section)
        settle(qtbot, desktop)
        found[section] = in_window(window)
    assert {place: letters for place, letters in found.items() if letters} == {}


def test_each_letter_leads_to_one_place_in_every_section_of_the_settings(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    window.go("settings")
    page = window.shown_page()
    assert isinstance(page, SettingsPage)
    found = {}
    for row in range(page.sections.count()):
        page.sections.setCurrentRow(row)
        settle(qtbot, desktop)
        found[page.sections.item(row).text()] = in_window(window)
    # Whatever is connected, and whoever signs in now.
    waiting = {*texts_of(page.zoom.waiting)}
    panels = [{*texts_of(panel)} - waiting for panel in (page.zoom, page.mail, page.stripe)]
    found["any account"] = doubled(*waiting, *chain.from_iterable(panels))
    assert {place: letters for place, letters in found.items() if letters} == {}


@pytest.mark.parametrize("action", ["new", "event-from-zoom", "first-steps"])
def test_each_letter_leads_to_one_place_in_a_dialog(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, action: str
) -> None:
    assert desktop.furnishing is not None
    assert desktop.furnishing.desk is not None
    assert desktop.furnishing.desk.actions.run(action)
    settle(qtbot, desktop)
    (asked,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    assert doubled(*texts(asked)) == {}
    asked.reject()
    settle(qtbot, desktop)


def test_each_letter_leads_to_one_place_in_whatever_a_class_puts_up() -> None:
    found = {}
    for path in sorted(Path(cpd_desktop.ui.__file__).parent.rglob("*.py")):
        for part in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(part, ast.ClassDef) and part.name != "Commands":  # they are in menus
                found[part.name] = doubled(*_marked(part))
    assert {name: letters for name, letters in found.items() if letters} == {}


def _marked(part: ast.ClassDef) -> Iterable[str]:
    """Return the texts with a letter; of those that begin alike, one stands for the others."""
    texts = (
        each.value
        for each in ast.walk(part)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    )
    return {text[:5]: text for text in texts if _LETTER.search(text)}.values()


def test_a_letter_that_is_taken_twice_is_found() -> None:
    assert doubled("&Copy", "Save", "&Connect") == {"Alt+C": ["&Copy", "&Connect"]}
