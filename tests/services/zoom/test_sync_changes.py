"""That changes meet in the end, and nothing of somebody else's is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Rhythm
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.sync import Sync
from tests.drafts import STARTS, a_draft, a_session, somebody
from tests.services.zoom.looking import at_zoom, only, rename, weekly

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import MeetingDraft
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom


def test_an_edit_of_the_event_arrives(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events
) -> None:
    (session,) = event.sessions
    moved = replace(session, starts=STARTS + timedelta(days=1), ends=session.ends + timedelta(1))
    rename(events, event, "Airway", sessions=(moved,), zone="Europe/Paris")
    assert only(meetings, event).state is MeetingState.TO_CHANGE
    report = sync.run(Work())
    assert (report.changed, report.waiting) == (1, ())
    assert (made.topic, made.start, made.timezone) == ("Airway", moved.starts, "Europe/Paris")
    assert only(meetings, event).state is MeetingState.THERE
    assert sync.run(Work()).changed == 0


def test_a_time_in_the_past_is_not_sent(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events, clock: FixedClock
) -> None:
    early = replace(event.sessions[0], starts=clock.now() - timedelta(hours=1))
    rename(
        events, event, "Airway", sessions=(replace(early, ends=clock.now() + timedelta(hours=1)),)
    )
    report = sync.run(Work())
    assert (report.changed, made.start) == (0, STARTS)
    assert "in the past" in str(report.waiting[0].why)
    rename(events, event, "Airway", sessions=event.sessions)
    assert sync.run(Work()).changed == 1
    assert only(meetings, event).state is MeetingState.THERE


def test_a_series_that_became_uneven_says_so_and_stays_as_it_is(
    sync: Sync, meetings: Meetings, events: Events, server: FakeZoom
) -> None:
    event = events.add(a_draft("Course", *(a_session(starts=each) for each in weekly(3)))).value
    meetings.plan(event.id, rhythm=Rhythm.SERIES)
    sync.run(Work(), event_id=event.id)
    first, *others = events.get(event.id).sessions
    day = timedelta(days=1)
    moved = replace(first, starts=first.starts - day, ends=first.ends - day)
    rename(events, event, "Course", sessions=(moved, *others))
    report = sync.run(Work())
    assert report.changed == 0
    assert "not evenly spaced" in str(report.waiting[0].why)
    assert only(meetings, event).wanted is None
    (session, *_) = at_zoom(server)
    assert session.start == first.starts


def test_only_what_was_changed_here_is_sent(
    made: Meeting, sync: Sync, event: Event, events: Events, server: FakeZoom
) -> None:
    rename(events, event, "Airway")
    sync.run(Work())
    (sent,) = [each for each in server.asked if each.method == "PATCH"]
    assert json.loads(sent.body) == {"topic": "Airway"}


def test_an_edit_that_is_taken_back_is_not_sent(
    made: Meeting, sync: Sync, event: Event, events: Events, server: FakeZoom
) -> None:
    rename(events, event, "Airway")
    rename(events, event, event.title)
    assert sync.run(Work()).changed == 0
    assert [each for each in server.asked if each.method == "PATCH"] == []


def test_a_change_made_at_zoom_is_not_overwritten(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events
) -> None:
    made.topic = "Changed there"
    rename(events, event, "Changed here")
    report = sync.run(Work())
    assert (report.changed, report.differing, made.topic) == (0, 1, "Changed there")
    card = only(meetings, event)
    assert card.state is MeetingState.CONFLICT
    (found,) = card.differences
    assert (found.field, found.ours, found.seen, found.theirs) == (
        "topic", "Changed here", "Wound care", "Changed there",
    )  # fmt: skip
    assert [str(each.says) for each in sync.waiting()] == ["Decide about “Changed here”"]
    assert sync.run(Work()).differing == 0


@pytest.mark.parametrize("take", [frozenset({"topic"}), frozenset()])
def test_once_it_is_settled_both_agree(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events,
    take: frozenset[str],
) -> None:  # fmt: skip
    made.topic = "Changed there"
    rename(events, event, "Changed here")
    sync.run(Work())
    meetings.settle(only(meetings, event).id, take)
    sync.run(Work())
    assert made.topic == ("Changed there" if take else "Changed here")
    assert only(meetings, event).state is MeetingState.THERE
    assert events.get(event.id).title == "Changed here"


def test_what_was_changed_at_zoom_is_noticed_and_taken(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events
) -> None:
    assert made.start is not None
    made.start += timedelta(hours=2)
    made.duration = 45
    made.settings["waiting_room"] = False
    assert sync.look(Work()).differing == 1
    card = only(meetings, event)
    assert {each.field for each in card.differences} == {"starts", "minutes", "waiting_room"}
    meetings.settle(card.id, frozenset(each.field for each in card.differences))
    (session,) = events.get(event.id).sessions
    assert (session.starts, session.ends) == (made.start, made.start + timedelta(minutes=45))
    card = only(meetings, event)
    assert (card.state, card.settings.waiting_room) == (MeetingState.THERE, False)
    assert sync.look(Work()).differing == 0


def test_a_difference_that_goes_away_is_no_conflict_any_more(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events
) -> None:
    made.topic = "Airway"
    sync.look(Work())
    assert only(meetings, event).state is MeetingState.CONFLICT
    rename(events, event, "Airway")
    assert only(meetings, event).state is not MeetingState.CONFLICT
    sync.run(Work())
    assert only(meetings, event).state is MeetingState.THERE


def test_what_the_account_at_zoom_forces_is_shown_and_can_be_taken(
    sync: Sync, meetings: Meetings, event: Event, zoom: ZoomCalls, server: FakeZoom,
    db: Database, clock: FixedClock,
) -> None:  # fmt: skip
    meetings.plan(event.id)

    class Locked(type(zoom)):  # type: ignore[misc] # the class of the calls at hand
        def create(self, draft: MeetingDraft) -> object:
            made = super().create(draft)
            at_zoom(server)[0].settings["waiting_room"] = False
            return self.read(made.at)

    report = Sync(db, clock, Locked(zoom.client, zoom.pause)).run(Work())
    assert (report.made, report.differing) == (1, 1)
    card = only(meetings, event)
    assert [each.field for each in card.differences] == ["waiting_room"]
    meetings.settle(card.id, frozenset({"waiting_room"}))
    assert only(meetings, event).state is MeetingState.THERE
    assert sync.look(Work()).differing == 0


def test_looking_sends_nothing_of_ours(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events
) -> None:
    rename(events, event, "Airway")
    assert sync.look(Work()).differing == 0
    assert (made.topic, only(meetings, event).state) == ("Wound care", MeetingState.TO_CHANGE)


def test_a_meeting_deleted_at_zoom_is_made_again_or_forgotten(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, server: FakeZoom,
    registrations: Registrations,
) -> None:  # fmt: skip
    registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    sync.run(Work())
    made.deleted = True
    assert sync.look(Work()).gone == 1
    card = only(meetings, event)
    assert card.state is MeetingState.GONE
    assert sync.run(Work()).made == 0
    meetings.make_again(card.id)
    report = sync.run(Work())
    assert (report.made, report.registered) == (1, 1)
    assert len(at_zoom(server)) == 1
    assert only(meetings, event).number != made.id
    at_zoom(server)[0].deleted = True
    sync.look(Work())
    meetings.give_up(card.id, keep_at_zoom=False)
    assert meetings.of(event.id) == []


@pytest.mark.parametrize("what", ["a title", "a person"])
def test_that_a_meeting_is_gone_is_noticed_when_something_is_sent(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, events: Events,
    registrations: Registrations, what: str,
) -> None:  # fmt: skip
    made.deleted = True
    if what == "a title":
        rename(events, event, "Airway")
    else:
        registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    assert sync.run(Work()).gone == 1
    assert only(meetings, event).state is MeetingState.GONE


def test_a_series_keeps_its_time_on_the_wall_and_a_change_of_all_dates_arrives(
    sync: Sync, meetings: Meetings, events: Events, lifecycle: Lifecycle, server: FakeZoom,
    clock: FixedClock,
) -> None:  # fmt: skip
    dates = weekly(3)
    event = events.add(a_draft("Course", *(a_session(starts=each) for each in dates))).value
    lifecycle.move(event.id, Move.PUBLISH)
    meetings.plan(event.id, rhythm=Rhythm.SERIES)
    sync.run(Work())
    card = only(meetings, event)
    assert card.state is MeetingState.THERE
    assert [each.starts for each in card.dates] == dates
    assert [each.session_id for each in card.dates] == [each.id for each in event.sessions]
    assert card.wanted is not None
    assert card.wanted.series == Series(Every.WEEK, 1, (1,), times=3)
    clock.at = dates[0] + timedelta(days=1)  # Zoom tells of the later dates only
    assert sync.look(Work()).differing == 0
    assert only(meetings, event).state is MeetingState.THERE
    later = tuple(
        replace(each, ends=each.ends + timedelta(minutes=30))
        for each in events.get(event.id).sessions
    )
    clock.at = dates[0] - timedelta(days=1)
    rename(events, event, "Course", sessions=later)
    assert sync.run(Work()).changed == 1
    assert [each.minutes for each in only(meetings, event).dates] == [150] * 3
