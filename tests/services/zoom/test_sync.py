"""That what is decided here is so at Zoom in the end, and nothing of somebody else's is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.lifecycle import AtZoom, Move
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Approval, Kind, MeetingSettings, Rhythm
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.zones import moment
from cpd_desktop.services.work import Cancelled, Work
from cpd_desktop.services.zoom.sync import LOCK, Sync
from cpd_desktop.store.locks import FolderLock
from tests.drafts import STARTS, a_draft, a_session, somebody
from tests.fakes.zoom.faults import DROP, DROP_ANSWER, answering

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.meetings import MeetingDraft
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.lifecycle import Lifecycle
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting
    from tests.fakes.zoom.server import FakeZoom

USERS, MEETINGS = "/v2/users", "/v2/meetings"


def only(meetings: Meetings, event: Event) -> MeetingCard:
    (card,) = meetings.of(event.id)
    return card


def at_zoom(server: FakeZoom) -> list[Meeting]:
    return [each for each in server.site.book.meetings.values() if not each.deleted]


def rename(events: Events, event: Event, title: str, **more: Any) -> None:
    events.change(event.id, replace(events.get(event.id).draft(), title=title, **more))


@pytest.fixture
def made(sync: Sync, meetings: Meetings, event: Event, server: FakeZoom) -> Meeting:
    """Return the meeting of the event, as it is at Zoom."""
    meetings.plan(event.id)
    sync.run(Work())
    (found,) = at_zoom(server)
    return found


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


def test_when_lists_of_people_may_not_be_read_that_is_said(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, server: FakeZoom
) -> None:
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    sync.run(Work())
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    lacking = "Invalid access token, does not contain scopes:[meeting:read:list_registrants]."
    server.faults.next(MEETINGS, answering(400, {"code": 4711, "message": lacking}), method="GET")
    (waiting,) = sync.run(Work()).waiting
    assert "meeting:read:list_registrants" in str(waiting.why)
    assert sync.run(Work()).cancelled == 0
    assert sync.run(Work(), insist=True).cancelled == 1


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


def test_offline_it_waits_longer_each_time_and_goes_later(
    sync: Sync, meetings: Meetings, event: Event, server: FakeZoom, clock: FixedClock
) -> None:
    meetings.plan(event.id)
    server.faults.next(USERS, answering(511, {}), times=2)
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
    server.faults.next(USERS, fault, method="POST")
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
    server.faults.next(USERS, DROP_ANSWER, method="POST")
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
    server.faults.next(USERS, DROP_ANSWER, method="POST")
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


def weekly(count: int) -> list[datetime]:
    first = datetime(2027, 3, 16, 14)  # noqa: DTZ001 - a time on the wall, before summer time
    return [moment(first + timedelta(weeks=each), "Europe/London") for each in range(count)]


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


def test_people_get_seats_and_lose_them(
    made: Meeting, sync: Sync, meetings: Meetings, event: Event, registrations: Registrations
) -> None:
    ann = registrations.add(event.id, somebody("Novak, Ann", "ann@clinic.example")).value
    registrations.add(event.id, somebody("Bob"))
    assert only(meetings, event).to_push == 1
    report = sync.run(Work())
    assert report.registered == 1
    (there,) = made.registrants.values()
    assert (there.name, there.status) == ("Ann Novak", "approved")
    assert [str(each.why) for each in report.waiting] == [
        "Bob has no e-mail address, which Zoom needs."
    ]
    assert (only(meetings, event).seats, only(meetings, event).to_push) == (1, 0)
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    assert sync.run(Work()).cancelled == 1
    assert there.status == "denied"
    registrations.confirm([ann.id])
    assert sync.run(Work()).approved == 1
    assert (there.status, len(made.registrants)) == ("approved", 1)


def test_nobody_is_registered_where_registration_is_off(
    sync: Sync, meetings: Meetings, event: Event, registrations: Registrations
) -> None:
    registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    meetings.plan(event.id, settings=MeetingSettings(approval=Approval.NONE))
    report = sync.run(Work())
    assert (report.made, report.registered, report.waiting) == (1, 0, ())


def test_who_was_registered_too_often_today_waits_alone(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, clock: FixedClock,
    server: FakeZoom,
) -> None:  # fmt: skip
    for email in ("ann@clinic.example", "bob@clinic.example"):
        registrations.add(event.id, somebody("Ann", email))
    for _ in range(3):
        server.limits.count_registration("ann@clinic.example")
    report = sync.run(Work())
    assert report.registered == 1
    (waiting,) = report.waiting
    assert waiting.next_try is not None
    clock.at = waiting.next_try + timedelta(minutes=1)
    assert sync.run(Work()).registered == 1


def test_of_many_only_whom_zoom_refuses_waits(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, server: FakeZoom
) -> None:
    for name in ("Ann", "Bob"):
        registrations.add(event.id, somebody(name, f"{name.lower()}@clinic.example"))
    sync.run(Work())
    ann, bob = made.registrants.values()
    for _ in range(10):
        server.limits.count_status_change(ann.id)
    registrations.change_status(registrations.ids(event.id), RegistrationStatus.CANCELLED)
    report = sync.run(Work())
    assert (report.cancelled, ann.status, bob.status) == (1, "approved", "denied")
    (waiting,) = report.waiting
    assert (str(waiting.says), waiting.why is not None) == ("Cancel Ann at Zoom", True)


def test_whom_zoom_does_not_list_any_more_is_registered_anew_if_they_come(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations
) -> None:
    ann = registrations.add(event.id, somebody("Ann", "ann@clinic.example")).value
    sync.run(Work())
    made.registrants.clear()
    registrations.change_status([ann.id], RegistrationStatus.CANCELLED)
    assert sync.run(Work()).waiting == ()
    registrations.confirm([ann.id])
    sync.run(Work())
    assert sync.run(Work()).registered == 1
    assert [each.name for each in made.registrants.values()] == ["Ann"]


def test_many_people_are_registered_as_fast_as_the_plan_allows(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, clock: FixedClock
) -> None:
    everybody = [somebody(f"Ann {n}", f"ann{n}@clinic.example") for n in range(31)]
    registrations.add_all(event.id, everybody)
    before = clock.now()
    assert sync.run(Work()).registered == 31
    assert clock.now() - before < timedelta(seconds=8)  # twice that, without the plan
    assert len(made.registrants) == 31


def test_two_people_with_one_address_are_not_given_one_seat(
    made: Meeting, sync: Sync, event: Event, registrations: Registrations, people: People
) -> None:
    registrations.add(event.id, somebody("Ann", "both@clinic.example"))
    bob = registrations.add(event.id, somebody("Bob", "both@clinic.example")).value
    report = sync.run(Work())
    assert report.registered == 1
    (waiting,) = report.waiting
    assert "that of Bob is taken by Ann" in str(waiting.why)
    assert waiting.next_try is None
    draft = replace(people.get(bob.person_id).draft(), email="bob@clinic.example", addresses=())
    people.change(bob.person_id, draft)
    assert sync.run(Work()).registered == 1
