from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.pages.event_certificates import CertificatesStage
from tests.desk import TestDesk, desk_on
from tests.ui.certificates.stage_desk import Certifying

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp, zone="Europe/London") as made:
        yield made


@pytest.fixture
def certifying(
    desk: TestDesk, qtbot: QtBot, clock: FixedClock, stage: Callable[..., QWidget]
) -> Iterator[Certifying]:
    """Return a stage without an event yet."""
    alone = CertificatesStage(desk)
    stage(alone, alone.main_button).resize(1100, 800)
    made = Certifying(desk, qtbot, clock, alone)
    yield made
    made.settle()
    assert desk.failures == []
    alone.setParent(None)
    alone.deleteLater()
    QApplication.sendPostedEvents(alone, QEvent.Type.DeferredDelete)
