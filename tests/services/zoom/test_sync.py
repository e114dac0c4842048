"""That what is decided here is at Zoom in the end, and only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.lifecycle import AtZoom, Move
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Kind, MeetingSettings, Rhythm
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.services.zoom.sync import LOCK, Sync
from cpd_desktop.store.locks import FolderLock
from tests.drafts import STARTS, a_draft, a_session
from tests.fakes.zoom.faults import DROP, DROP_ANSWER, answering
from tests.services.zoom.looking import at_zoom, only

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import MeetingDraft
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


def test_a_planned_meeting_is_made_once(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom
) -> None:
    (key,) = meetings.plan(event.id).value
    assert only(meetings, event).state is MeetingState.TO_MAKE
    (waiting,) = sync.waiting()
    assert (str(waiting.says), waiting.why) == ("Make “Wound care” at Zoom", None)
    report = sync.run(Work())
    assert (report.made, report.waiting, report.stopped) == (1, (), None)
    assert report.changes.touches("meeting", key)
    card = only(meetings, event)
    assert (card.id, card.state, card.says) == (key, MeetingState.THERE, None)
    assert (card.host, card.number) == ("host@example.com", at_zoom(server)[0].id)
    assert card.join_link
    assert card.passcode
    assert sync.run(Work()).made == 0
    assert len(at_zoom(server)) == 1


def test_a_draft_reaches_zoom_only_when_it_is_asked_for(
    sync: Sync, meetings: Meetings, events: Events, server: FakeZoom
) -> None:
    draft = events.add(a_draft()).value
    meetings.plan(draft.id)
    report = sync.run(Work())
    assert report.made == 0
    assert "is a draft" in str(report.waiting[0].why)
    assert sync.run(Work(), event_id=draft.id).made == 1


def test_what_was_made_at_zoom_is_not_made_undone_here_only(
    made: Meeting, meetings: Meetings, event: Event, history: History
) -> None:
    deeds = [each.deed for each in history.entries()]
    assert deeds[0] == "zoom.made"
    assert only(meetings, event).join_link not in str(history.entries())


def test_calendars_hear_of_the_link(made: Meeting, event: Event, events: Events) -> None:
    assert events.get(event.id).sessions[0].sequence == event.sessions[0].sequence + 1


def test_meetings_that_belong_to_no_event_are_offered(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, zoom: ZoomCalls
) -> None:
    wanted = only(meetings, event).wanted
    assert wanted is not None
    other = zoom.create(replace(wanted, topic="Made at Zoom"))
    (line,) = sync.others(Kind.MEETING, Work())
    assert line.topic == "Made at Zoom"
    found = meetings.make_event(sync.read(line.at, Work())).value
    assert (found.title, only(meetings, found).number) == ("Made at Zoom", other.at.number)
    assert sync.others(Kind.MEETING, Work()) == []
    assert sync.run(Work(), event_id=found.id).changed == 0


def test_a_meeting_is_started_by_a_fresh_link(
    sync: Sync, meetings: Meetings, event: Event, db: Database
) -> None:
    (key,) = meetings.plan(event.id).value
    with pytest.raises(NotAllowed, match="not at Zoom yet"):
        sync.start_link(key, Work())
    sync.run(Work())
    assert sync.start_link(key, Work()).reveal().startswith("http")


def test_a_meeting_that_is_removed_while_zoom_makes_it_is_no_trouble(
    sync: Sync, meetings: Meetings, event: Event, zoom: ZoomCalls, db: Database, clock: FixedClock
) -> None:
    (key,) = meetings.plan(event.id).value

    class Meanwhile(type(zoom)):  # type: ignore[misc] # the class of the calls at hand
        def create(self, draft: MeetingDraft) -> object:
            made = super().create(draft)
            meetings.give_up(key, keep_at_zoom=True)
            return made

    Sync(db, clock, Meanwhile(zoom.client, zoom.pause)).run(Work())
    assert meetings.of(event.id) == []


def test_offline_it_waits_longer_each_time_and_goes_later(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom, clock: FixedClock
) -> None:
    meetings.plan(event.id)
    server.faults.next("/v2/users", answering(511, {}), times=2)
    report = sync.run(Work())
    assert report.stopped is not None
    assert only(meetings, event).state is MeetingState.TO_MAKE
    asked = len(server.asked)
    clock.move(seconds=59)
    assert sync.run(Work()).stopped == report.stopped
    assert len(server.asked) == asked
    clock.move(seconds=2)
    assert sync.run(Work()).stopped is not None
    clock.move(seconds=100)
    assert sync.run(Work()).made == 0  # two minutes by now
    assert sync.run(Work(), insist=True).made == 1


@pytest.mark.parametrize(("fault", "count"), [(DROP_ANSWER, 1), (DROP, 1)])
def test_an_answer_that_was_lost_makes_no_second_meeting(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom, clock: FixedClock,
    fault: Any, count: int,
) -> None:  # fmt: skip
    meetings.plan(event.id)
    server.faults.next("/v2/users", fault, method="POST")
    report = sync.run(Work())
    assert report.made == 0
    assert only(meetings, event).state is MeetingState.UNCLEAR
    assert report.waiting[0].next_try == clock.now() + timedelta(minutes=1)
    clock.move(minutes=2)
    assert sync.run(Work()).made == 1
    assert len(at_zoom(server)) == count
    assert only(meetings, event).state is MeetingState.THERE


def test_where_it_could_be_several_a_person_decides(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom, clock: FixedClock,
    zoom: ZoomCalls,
) -> None:  # fmt: skip
    meetings.plan(event.id)
    wanted = only(meetings, event).wanted
    assert wanted is not None
    other = zoom.create(wanted)
    server.faults.next("/v2/users", DROP_ANSWER, method="POST")
    sync.run(Work())
    clock.move(minutes=2)
    report = sync.run(Work())
    assert (report.made, len(at_zoom(server))) == (0, 2)
    assert "more than one meeting" in str(report.waiting[0].why)
    assert report.waiting[0].next_try is None
    card = only(meetings, event)
    assert meetings.adopt(event.id, card.session_id, zoom.read(other.at)).value == card.id
    assert only(meetings, event).number == other.at.number
    assert sync.run(Work()).made == 0


def test_or_the_person_has_it_made_anew(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom, clock: FixedClock
) -> None:
    (key,) = meetings.plan(event.id).value
    server.faults.next("/v2/users", DROP_ANSWER, method="POST")
    sync.run(Work())
    meetings.make_again(key)
    clock.move(minutes=2)
    assert sync.run(Work()).made == 1
    assert len(at_zoom(server)) == 2


def test_when_the_day_is_used_up_the_rest_goes_after_midnight(
    sync: Sync, meetings: Meetings, event: Event, zoom: ZoomCalls, clock: FixedClock
) -> None:
    meetings.plan(event.id)
    midnight = clock.now().replace(hour=0) + timedelta(days=1)
    zoom.client.counts.add(*[zoom._write] * 100)
    report = sync.run(Work())
    assert report.made == 0
    assert report.waiting[0].next_try == midnight
    assert only(meetings, event).state is MeetingState.TO_MAKE
    clock.at = midnight
    assert sync.run(Work()).made == 1


def test_what_zoom_refuses_waits_until_somebody_corrects_it(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom
) -> None:
    wrong = MeetingSettings(alternative_hosts=("stranger@example.com",))
    (key,) = meetings.plan(event.id, settings=wrong).value
    report = sync.run(Work())
    (waiting,) = report.waiting
    assert (report.made, waiting.next_try) == (0, None)
    assert waiting.why is not None
    asked = len(server.asked)
    sync.run(Work())
    assert len(server.asked) == asked
    meetings.change(key, MeetingSettings())
    assert only(meetings, event).says is None
    assert sync.run(Work()).made == 1


def test_a_session_that_is_over_is_not_made(
    sync: Sync, meetings: Meetings, event: Event, clock: FixedClock, server: FakeZoom
) -> None:
    meetings.plan(event.id)
    clock.at = STARTS + timedelta(minutes=1)
    assert sync.run(Work()).made == 0
    assert "in the past" in str(only(meetings, event).says)
    clock.at = STARTS + timedelta(days=1)
    assert sync.waiting() == []


def test_only_one_program_sends_at_a_time(
    sync: Sync, meetings: Meetings, event: Event, db: Database
) -> None:
    meetings.plan(event.id)
    with FolderLock(db.path.with_name(LOCK)) as other:
        assert other.hold()
        report = sync.run(Work())
    assert (report.made, report.stopped is not None) == (0, True)
    assert sync.run(Work()).made == 1


def test_stopping_in_the_middle_loses_nothing(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom
) -> None:
    meetings.plan(event.id)
    work = Work()
    work.cancel()
    with pytest.raises(Cancelled):
        sync.run(work)
    assert sync.run(Work()).made == 1
    assert len(at_zoom(server)) == 1


def test_a_cancelled_event_keeps_its_meetings_or_not(
    made: Meeting, sync: Sync, lifecycle: Lifecycle, event: Event, meetings: Meetings,
    history: History, server: FakeZoom,
) -> None:  # fmt: skip
    assert any("1 meeting at Zoom" in str(each) for each in lifecycle.consequences(event.id))
    kept = lifecycle.move(event.id, Move.CANCEL)
    assert sync.run(Work()).deleted == 0
    assert len(at_zoom(server)) == 1
    assert kept.changes.entry
    history.undo(kept.changes.entry)
    lifecycle.move(event.id, Move.CANCEL, meetings=AtZoom.DELETE)
    assert only(meetings, event).state is MeetingState.LEAVING
    assert sync.run(Work()).deleted == 1
    assert at_zoom(server) == []
    assert meetings.of(event.id) == []


def test_a_meeting_leaves_with_its_session(
    sync: Sync, meetings: Meetings, events: Events, lifecycle: Lifecycle, server: FakeZoom,
    history: History,
) -> None:  # fmt: skip
    day = timedelta(days=1)
    two = a_draft("Course", a_session("One"), a_session("Two", starts=STARTS + day))
    event = events.add(two).value
    lifecycle.move(event.id, Move.PUBLISH)
    assert len(meetings.plan(event.id).value) == 2
    sync.run(Work())
    removed = events.change(event.id, replace(two, sessions=events.get(event.id).sessions[:1]))
    assert removed.changes.entry
    history.undo(removed.changes.entry)
    assert [each.state for each in meetings.of(event.id)] == [MeetingState.THERE] * 2
    events.change(event.id, replace(two, sessions=events.get(event.id).sessions[:1]))
    assert sync.run(Work()).deleted == 1
    assert [each.topic for each in at_zoom(server)] == ["Course"]


def test_an_event_removed_for_good_says_what_stays_at_zoom(
    made: Meeting, events: Events, event: Event, sync: Sync
) -> None:
    events.trash([event.id])
    assert sync.run(Work()).deleted == 0
    assert "Left behind at Zoom: 1 meeting." in str(events.left_at_zoom([event.id]))
    events.empty_trash([event.id])
    assert not made.deleted


def test_a_webinar_without_fixed_times_serves_all_sessions(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom
) -> None:
    meetings.plan(event.id, kind=Kind.WEBINAR, rhythm=Rhythm.NO_FIXED_TIME)
    assert sync.run(Work()).made == 1
    assert only(meetings, event).state is MeetingState.THERE
    assert [each.type for each in at_zoom(server)] == [6]
