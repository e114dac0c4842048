from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk import TestDesk, desk_on
from tests.drafts import a_draft, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


from tests.ui.event.planning import Plan


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def plan(desk: TestDesk, qtbot: QtBot) -> Iterator[Plan]:
    made = Plan(desk, qtbot, a_draft("Wound care", a_session("One"), a_session("Two")))
    yield made
    made.close()
    assert desk.failures == []
