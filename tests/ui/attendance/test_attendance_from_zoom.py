"""A report fetched from Zoom on the Attendance stage."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.pages.event import EventWorkspace
from cpd_desktop.ui.pages.event_attendance import EMPTY, LIST
from tests.drafts import STARTS, somebody
from tests.fakes.zoom.holding import Person
from tests.ui.meet.meeting_desk import Meet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def desk(zoom: FakeZoom, desk: TestDesk) -> TestDesk:
    return desk


@pytest.fixture
def workspace(desk: TestDesk, qtbot: QtBot) -> Iterator[EventWorkspace]:
    made = EventWorkspace(desk)
    made.show()
    yield made
    made.close()
    desk.settle(qtbot)
    made.deleteLater()
    QApplication.sendPostedEvents(made, QEvent.Type.DeferredDelete)


def test_who_came_is_pulled_from_zoom_where_a_meeting_was_held(
    desk: TestDesk, qtbot: QtBot, zoom: FakeZoom, clock: FixedClock, workspace: EventWorkspace
) -> None:
    meet = Meet(desk, qtbot, zoom, clock)
    meet.connect()
    meet.open()
    desk.services.registrations.add(meet.event_id, somebody("Ann Able", "ann@x.example"))
    card = meet.planned()
    zoom.hold_meeting(card.number or 0, [Person("Ann Able")], at=STARTS)
    clock.at = STARTS + timedelta(hours=3)

    def settle() -> None:
        qtbot.waitUntil(lambda: not desk.jobs.live and not workspace._reader.busy)

    workspace.show_event(meet.event_id)
    workspace.open_stage("attendance")
    settle()
    stage = workspace.attendance
    assert stage.stack.currentIndex() == EMPTY
    assert not stage.first_fetch.isHidden()
    stage.first_fetch.click()
    settle()
    assert stage.stack.currentIndex() == LIST
    assert stage.note.text() != ""
    (report,) = stage.listing.content.reports if stage.listing.content else ()
    assert report.kept.rows == 2
    meet.close()
