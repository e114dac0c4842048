"""The whole window, on a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui import conftest as window_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder

quiet_log = window_rules._quiet_log
no_leaked_threads = window_rules._no_leaked_threads


@pytest.fixture
def welcomed(folder: DataFolder) -> DataFolder:
    """Give a folder whose person has seen the first steps."""
    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import opened
    from cpd_desktop.domain.settings import Start

    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.settings.put(Start(welcomed=True))
    return folder


@pytest.fixture
def start(qtbot: QtBot) -> Iterator[Callable[[DataFolder], Desktop]]:
    """Start the window as a person would, and close it at the end."""
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.app.desktop import Desktop

    started: list[Desktop] = []

    def begin(folder: DataFolder) -> Desktop:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        desktop = Desktop(application, folder)
        started.append(desktop)
        assert desktop.show()
        qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)
        return desktop

    yield begin
    for desktop in started:
        if desktop.window is not None:
            desktop.window.hide()
        desktop.close()
        desktop.theme.choice = "system"


def is_ready(desktop: Desktop) -> bool:
    """Say whether everything is loaded and the housekeeping is done."""
    furnishing = desktop.furnishing
    return furnishing is not None and furnishing.desk is not None and not desktop.jobs.live
