from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desk import TestDesk, desk_on
from tests.ui.attendance.held_event import Held

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp, zone="Europe/London") as made:
        yield made


@pytest.fixture
def held(desk: TestDesk, clock: FixedClock, tmp_path: Path) -> Iterator[Held]:
    yield Held(desk, clock, tmp_path)
    assert desk.failures == []
