from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.pages.event_send import SendStage
from tests.desk import TestDesk, desk_on
from tests.ui.send.send_desk import Posting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        yield made


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
