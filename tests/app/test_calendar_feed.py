"""The calendar file follows what changes in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.app.calendar_feed import CalendarFeed
from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.settings import Calendar
from cpd_desktop.store.tables import event
from tests.desk import desk_on
from tests.drafts import a_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk

EVENT = Changes(1, {"event": frozenset({1})})


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        event_id = made.services.events.add(a_draft()).value.id
        with made.services.db.writing("test") as tx:
            tx.update(event, event_id, status=EventStatus.PUBLISHED)
        yield made


@pytest.fixture
def feed(desk: TestDesk) -> CalendarFeed:
    return CalendarFeed(desk, pause=0)


def test_the_file_is_written_after_a_change_of_an_event(
    desk: TestDesk, feed: CalendarFeed, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "cpd-desktop.ics"
    desk.services.settings.put(Calendar(feed=True, folder=str(tmp_path)))
    desk.feed.publish(Changes(1, {"person": frozenset({1})}))
    desk.feed.publish(EVENT)
    qtbot.waitUntil(file.exists)
    desk.settle(qtbot)
    assert "Wound care" in file.read_text()


def test_what_stands_in_the_way_is_told_once_until_it_is_gone(
    desk: TestDesk, feed: CalendarFeed, qtbot: QtBot, tmp_path: Path
) -> None:
    told: list[Exception] = []
    feed.failed.connect(told.append)
    folder = tmp_path / "later"
    desk.services.settings.put(Calendar(feed=True, folder=str(folder)))
    for _ in range(3):
        feed.look()
    desk.settle(qtbot)
    assert [str(each).split(":")[0] for each in told] == ["The calendar file was not written"]
    folder.mkdir()
    feed.look()
    desk.settle(qtbot)
    (folder / "cpd-desktop.ics").unlink()
    folder.rmdir()
    feed.look()
    desk.settle(qtbot)
    assert len(told) == 2
