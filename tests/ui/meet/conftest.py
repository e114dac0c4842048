from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from tests.ui.meet.meeting_desk import Meet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QUrl
    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def desk(zoom: FakeZoom, desk: TestDesk) -> TestDesk:
    return desk


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
