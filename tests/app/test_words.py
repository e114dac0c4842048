"""Every page in a language that is nobody's, a third longer: nothing untranslated, nothing cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app import desktop as desktop_start
from cpd_desktop.app.core import opened
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import AppKind
from cpd_desktop.ui.event.items import ItemList
from cpd_desktop.ui.pages.events import EventsPage
from cpd_desktop.ui.pages.settings import SettingsPage
from cpd_desktop.ui.settings.zoom_app_dialog import ZoomAppDialog
from tests.app.conftest import is_ready
from tests.ui.pseudo import PseudoLanguage, clipped, untranslated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.services.zoom.account import Connection
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.main_window import MainWindow

PAGES = ["today", "events", "people", "certificates", "outbox", "billing", "settings", "shortcuts"]
STAGES = range(6)
SECTIONS = [
    *("basics", "sessions", "speakers", "credit"),
    *("registration", "questions", "materials", "history"),
]


@pytest.fixture
def pseudo(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    language = PseudoLanguage()
    # The English plurals would be asked first.
    monkeypatch.setattr(desktop_start, "_translators", list)
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.fixture
def filled(folder: DataFolder) -> DataFolder:
    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.sample.fill()
    return folder


@pytest.fixture
def desktop(pseudo: None, filled: DataFolder, start: Callable[[DataFolder], Desktop]) -> Desktop:
    return start(filled)


@pytest.fixture
def window(desktop: Desktop) -> MainWindow:
    assert desktop.window is not None
    desktop.window.resize(1280, 800)
    return desktop.window


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    """Wait until all is shown and has been laid out."""
    qtbot.waitUntil(lambda: is_ready(desktop))
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def _connection(desktop: Desktop) -> Connection:
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    return desktop.furnishing.core.zoom_account.connection


def faults(widget: QWidget) -> list[str]:
    return [*untranslated(widget), *clipped(widget)]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_speaks_the_language_and_has_room_for_it(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, page: str
) -> None:
    window.go(page)
    settle(qtbot, desktop)
    assert "\n".join(faults(window)) == ""


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_of_an_event_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, stage: int
) -> None:
    window.go("events", 1)
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    page.workspace._open_stage(stage)
    settle(qtbot, desktop)
    assert "\n".join(faults(window)) == ""


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_of_the_plan_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, section: str
) -> None:
    window.go("events", 1)
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    settle(qtbot, desktop)
    page.workspace.plan.show_section(section)
    settle(qtbot, desktop)
    assert "\n".join(faults(window)) == ""


@pytest.mark.parametrize("section", ["accounts", "network"])
def test_what_goes_over_the_network_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, section: str
) -> None:
    window.go("settings")
    page = window.shown_page()
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    settle(qtbot, desktop)
    assert "\n".join(faults(window)) == ""


@pytest.mark.parametrize("kind", AppKind)
def test_the_page_about_apps_at_zoom_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, kind: AppKind
) -> None:
    window.go("settings")
    page = window.shown_page()
    assert isinstance(page, SettingsPage)
    settle(qtbot, desktop)
    dialog = ZoomAppDialog(page, ZoomApp(kind.value), _connection(desktop))
    dialog.open()
    settle(qtbot, desktop)
    assert "\n".join(faults(dialog)) == ""
    dialog.reject()


@pytest.mark.parametrize("section", ["sessions", "credit", "questions", "speakers"])
def test_every_dialog_of_the_plan_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, section: str
) -> None:
    window.go("events", 1)
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    settle(qtbot, desktop)
    shown = page.workspace.plan.sections[section]
    shown.findChildren(ItemList)[0].add.click()
    settle(qtbot, desktop)
    (asked,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    assert "\n".join(faults(asked)) == ""
    asked.reject()
    settle(qtbot, desktop)


def test_an_empty_folder_speaks_the_language(
    pseudo: None, welcomed: DataFolder, start: Callable[[DataFolder], Desktop], qtbot: QtBot
) -> None:
    desktop = start(welcomed)
    window = desktop.window
    assert window is not None
    window.resize(1280, 800)
    for page in PAGES:
        window.go(page)
        settle(qtbot, desktop)
        assert "\n".join(faults(window)) == "", page


@pytest.mark.parametrize("action", ["new", "event-from-zoom", "palette", "first-steps"])
def test_every_dialog_speaks_the_language(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, action: str
) -> None:
    window.go("events", 1)
    qtbot.waitUntil(lambda: is_ready(desktop))
    assert desktop.furnishing is not None
    assert desktop.furnishing.desk is not None
    assert desktop.furnishing.desk.actions.run(action)
    qtbot.waitUntil(lambda: is_ready(desktop))
    (asked,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    assert "\n".join(faults(asked)) == ""
    asked.reject()
    qtbot.waitUntil(lambda: is_ready(desktop))
