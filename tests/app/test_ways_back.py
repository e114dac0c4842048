"""First steps, restoring and trouble in the real application, from start to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.app.desktop import Desktop
from cpd_desktop.domain import settings
from cpd_desktop.ui.pages.settings import SettingsPage
from cpd_desktop.ui.trouble import TroubleWindow
from cpd_desktop.ui.wizard import FirstSteps
from tests.app.conftest import is_ready
from tests.drafts import a_draft

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder

    Start = Callable[[DataFolder], Desktop]


def titles(desktop: Desktop) -> set[str]:
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    events = desktop.furnishing.core.events
    return {each.title for each in events.summaries(events.ids()).values()}


def plan_and_back_up(folder: DataFolder) -> Path:
    """Leave one event, a backup of it, and a second event after the backup."""
    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.events.add(a_draft("Before"))
        path = core.backups.create().path
        core.events.add(a_draft("After"))
    return path


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)


def test_a_backup_is_restored_from_the_settings_and_the_window_opens_again(
    qtbot: QtBot, start: Start, welcomed: DataFolder
) -> None:
    path = plan_and_back_up(welcomed)
    desktop = start(welcomed)
    assert titles(desktop) == {"Before", "After"}
    window = desktop.window
    assert window is not None
    window.go("settings")
    page = window.shown_page()
    assert isinstance(page, SettingsPage)
    page.show_section("backups")
    settle(qtbot, desktop)
    table = page.backups.table
    rows = [each for each in range(table.rowCount()) if _path(page, each) == path]
    table.selectRow(rows[0])
    page.backups.restore_button.click()
    settle(qtbot, desktop)
    question = page.backups.question
    assert question is not None
    next(each for each in question.buttons() if each.text() == "Restore this backup").click()
    qtbot.waitUntil(lambda: desktop.window is not None and desktop.window is not window)
    settle(qtbot, desktop)
    assert titles(desktop) == {"Before"}


def _path(page: SettingsPage, row: int) -> Path:
    page.backups.table.selectRow(row)
    chosen = page.backups.table.chosen()
    assert chosen is not None
    return chosen.path


def test_a_destroyed_database_is_restored_before_the_window_opens(
    qtbot: QtBot, start: Start, welcomed: DataFolder
) -> None:
    plan_and_back_up(welcomed)
    welcomed.database.write_bytes(b"no database" * 1000)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    desktop = Desktop(application, welcomed)
    try:
        assert desktop.show()
        (trouble,) = [
            each
            for each in QApplication.topLevelWidgets()
            if isinstance(each, TroubleWindow) and each.isVisible()
        ]
        qtbot.waitUntil(trouble.restore_button.isEnabled)
        trouble.restore_button.click()
        settle(qtbot, desktop)
        assert titles(desktop) == {"Before"}
        assert not trouble.isVisible()
    finally:
        if desktop.window is not None:
            desktop.window.hide()
        desktop.close()


def test_the_first_start_shows_the_first_steps_and_makes_the_sample(
    qtbot: QtBot, start: Start, folder: DataFolder
) -> None:
    desktop = start(folder)
    (steps,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, FirstSteps) and each.isVisible()
    ]
    for _ in range(9):
        steps.next_button.click()
    settle(qtbot, desktop)
    assert len(titles(desktop)) == 1
    assert not steps.isVisible()
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    kept = desktop.furnishing.core.settings.get(settings.Start)
    assert kept.welcomed
    assert kept.sample_event
