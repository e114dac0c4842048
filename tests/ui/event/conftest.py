from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.drafts import a_draft, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


from tests.ui.event.planning import Plan


@pytest.fixture
def plan(desk: TestDesk, qtbot: QtBot) -> Iterator[Plan]:
    made = Plan(desk, qtbot, a_draft("Wound care", a_session("One"), a_session("Two")))
    yield made
    made.close()
    assert desk.failures == []
