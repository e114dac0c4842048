from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.pages.event_send import SendStage
from tests.ui.send.send_desk import Posting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def posting(
    desk: TestDesk,
    qtbot: QtBot,
    clock: FixedClock,
    stage: Callable[..., QWidget],
    tmp_path: Path,
) -> Iterator[Posting]:
    """Return the stage without an event yet."""
    alone = SendStage(desk)
    stage(alone).resize(1100, 800)
    made = Posting(desk, qtbot, clock, alone, tmp_path / "sent")
    yield made
    made.close()
    assert desk.failures == []
    alone.setParent(None)
    alone.deleteLater()
    QApplication.sendPostedEvents(alone, QEvent.Type.DeferredDelete)
