"""That what is decided here is so at Zoom in the end, once, whatever happens on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.services.work import Work

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.sync import Sync
    from tests.fakes.zoom.server import FakeZoom


def test_a_planned_meeting_is_made_once(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom
) -> None:
    (key,) = meetings.plan(event.id).value
    assert [each.state for each in meetings.of(event.id)] == [MeetingState.TO_MAKE]
    report = sync.run(Work())
    assert (report.made, report.waiting, report.stopped) == (1, (), None)
    (card,) = meetings.of(event.id)
    assert (card.id, card.state, card.says) == (key, MeetingState.THERE, None)
    assert card.join_link
    assert sync.run(Work()).made == 0
    assert len(server.site.book.meetings) == 1
