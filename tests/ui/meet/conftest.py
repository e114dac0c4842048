from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from tests.desk import TestDesk, desk_on
from tests.ui.meet.meeting_desk import Meet
from tests.zoom_here import zoom_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def zoom(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    with zoom_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def desk(
    zoom: FakeZoom, folder: DataFolder, clock: FixedClock, qapp: QApplication
) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def meet(desk: TestDesk, qtbot: QtBot, zoom: FakeZoom, clock: FixedClock) -> Iterator[Meet]:
    """Return the stage, with Zoom connected and no event yet."""
    made = Meet(desk, qtbot, zoom, clock)
    made.connect()
    yield made
    made.close()
    assert desk.failures == []


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the addresses that the browser was sent to."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found
