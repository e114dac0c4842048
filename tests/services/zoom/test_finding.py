"""A session leads to its meeting, whichever way that was planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.meetings import Rhythm
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.finding import MeetingFinder

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.services.zoom.sync import Sync


@pytest.fixture
def finder(meetings: Meetings) -> MeetingFinder:
    return MeetingFinder(meetings.db, meetings.clock)


def test_the_meeting_of_one_session_and_that_of_all_are_found(
    finder: MeetingFinder, meetings: Meetings, event: Event
) -> None:
    session = event.sessions[0].id
    (own,) = meetings.plan(event.id).value
    assert finder.of_session(session).id == own
    meetings.give_up(own, keep_at_zoom=True)
    (shared,) = meetings.plan(event.id, rhythm=Rhythm.NO_FIXED_TIME).value
    assert finder.of_session(session).id == shared
    assert finder.event_of_meeting(shared) == finder.event_of_session(session) == event.id


def test_a_meeting_that_is_being_deleted_is_shown_until_it_is_gone(
    finder: MeetingFinder, meetings: Meetings, sync: Sync, event: Event
) -> None:
    session = event.sessions[0].id
    (key,) = meetings.plan(event.id).value
    sync.run(Work())
    meetings.give_up(key, keep_at_zoom=False)
    assert finder.of_session(session).state == "leaving"
    sync.run(Work())
    with pytest.raises(NotFound, match="has no meeting"):
        finder.of_session(session)


def test_what_is_not_there_is_said(finder: MeetingFinder) -> None:
    with pytest.raises(NotFound, match="no session 99"):
        finder.event_of_session(99)
    with pytest.raises(NotFound):
        finder.event_of_meeting(99)


def test_only_events_with_meetings_outside_of_the_trash_are_looked_at(
    finder: MeetingFinder, meetings: Meetings, events: Events, event: Event
) -> None:
    assert finder.events() == []
    meetings.plan(event.id)
    assert finder.events() == [event.id]
    events.trash([event.id])
    assert finder.events() == []
