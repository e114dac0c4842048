"""What can be decided about meetings, without asking Zoom for anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.calendars import CalendarFiles
from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.copying import ALL, Copied
from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from cpd_desktop.domain.kept_meetings import kept_draft
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    Meeting,
    MeetingDraft,
    MeetingNumber,
    MeetingSettings,
    Occurrence,
    Rhythm,
)
from cpd_desktop.domain.sessions import Break
from cpd_desktop.services.agenda import Agenda
from cpd_desktop.services.copies import Copies
from cpd_desktop.store.tables import instance, meeting, report, seat
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.zoom.meetings import Meetings
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

DAY, WEEK = timedelta(days=1), timedelta(days=7)


@pytest.fixture
def course(events: Events) -> Event:
    """Return an event of three sessions, a week apart."""
    sessions = (a_session(f"Day {n}", starts=STARTS + WEEK * n) for n in range(3))
    return events.add(a_draft("Course", *sessions)).value


def found_at_zoom(**more: Any) -> Meeting:
    draft = MeetingDraft(Kind.MEETING, "From Zoom", "Europe/London", STARTS, 120, "Text")
    fields = {name: more.pop(name) for name in ("topic", "starts", "series", "minutes", "zone")
              if name in more}  # fmt: skip
    settings = MeetingSettings(passcode="chosen", approval=Approval.MANUAL)
    return Meeting(
        MeetingNumber(Kind.MEETING, more.pop("number", 98765432101)),
        "uuid==",
        replace(draft, settings=settings, **fields),
        "https://zoom.example/j/1",
        **more,
    )


def cards(meetings: Meetings, event: Event) -> list[MeetingCard]:
    return meetings.of(event.id)


def test_each_session_gets_a_meeting_and_only_those_without_one(
    meetings: Meetings, course: Event
) -> None:
    second = course.sessions[1].id
    assert len(meetings.plan(course.id, session_id=second).value) == 1
    assert len(meetings.plan(course.id).value) == 2
    assert {each.session_id for each in cards(meetings, course)} == {
        each.id for each in course.sessions
    }
    with pytest.raises(NotAllowed, match="no session left"):
        meetings.plan(course.id)


def test_sessions_that_are_over_get_none(
    meetings: Meetings, course: Event, clock: FixedClock
) -> None:
    clock.at = course.sessions[1].ends
    assert len(meetings.plan(course.id).value) == 1


def test_one_for_all_and_one_for_each_are_not_mixed(meetings: Meetings, course: Event) -> None:
    (key,) = meetings.plan(course.id, rhythm=Rhythm.SERIES).value
    for rhythm in Rhythm:
        with pytest.raises(Conflict, match="for all of its sessions"):
            meetings.plan(course.id, rhythm=rhythm)
    meetings.give_up(key, keep_at_zoom=False)
    meetings.plan(course.id)
    with pytest.raises(Conflict, match="of their own"):
        meetings.plan(course.id, rhythm=Rhythm.NO_FIXED_TIME)


def test_what_zoom_would_not_take_is_refused_at_once(
    meetings: Meetings, course: Event, events: Events
) -> None:
    first, *others = course.sessions
    later = replace(first, starts=first.starts + DAY, ends=first.ends + DAY)
    events.change(course.id, replace(course.draft(), sessions=(later, *others)))
    with pytest.raises(Invalid, match="not evenly spaced"):
        meetings.plan(course.id, rhythm=Rhythm.SERIES)
    both = MeetingSettings(join_before_host=True)
    with pytest.raises(Invalid, match="waiting room"):
        meetings.plan(course.id, settings=both)
    (key,) = meetings.plan(course.id, rhythm=Rhythm.NO_FIXED_TIME).value
    with pytest.raises(Invalid, match="waiting room"):
        meetings.change(key, both)
    with pytest.raises(NotFound):
        meetings.change(key + 1, MeetingSettings())


def test_decisions_can_be_undone(meetings: Meetings, event: Event, history: History) -> None:
    planned = meetings.plan(event.id)
    (key,) = planned.value
    opened = MeetingSettings(waiting_room=False, passcode="abc")
    changed = meetings.change(key, opened)
    assert (cards(meetings, event)[0].settings, cards(meetings, event)[0].passcode) == (
        opened, "abc",
    )  # fmt: skip
    given_up = meetings.give_up(key, keep_at_zoom=False)
    assert cards(meetings, event) == []
    for each in (given_up, changed, planned.changes):
        assert each.entry
        history.undo(each.entry)
    assert cards(meetings, event) == []


def test_a_meeting_of_zooms_becomes_the_sessions_with_its_words_and_settings(
    meetings: Meetings, event: Event
) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    (card,) = cards(meetings, event)
    assert (card.id, card.state, card.number) == (key, MeetingState.THERE, 98765432101)
    assert card.wanted is not None
    assert (card.wanted.topic, card.wanted.agenda) == ("From Zoom", "Text")
    assert (card.settings.approval, card.passcode) == (Approval.MANUAL, "chosen")
    with pytest.raises(Conflict, match="belongs to an event here already"):
        meetings.adopt(event.id, None, found_at_zoom())
    with pytest.raises(Conflict, match="give that up first"):
        meetings.adopt(event.id, None, found_at_zoom(number=5))


def test_held_at_another_time_somebody_has_to_say_which_holds(
    meetings: Meetings, event: Event, events: Events
) -> None:
    session = event.sessions[0]
    pause = Break(STARTS + timedelta(minutes=30), STARTS + timedelta(minutes=45))
    draft = replace(event.draft(), sessions=(replace(session, breaks=(pause,)),))
    events.change(event.id, draft)
    other = found_at_zoom(starts=STARTS + DAY, minutes=60, zone="Europe/Paris")
    key = meetings.adopt(event.id, session.id, other).value
    (card,) = cards(meetings, event)
    assert card.state is MeetingState.CONFLICT
    assert {each.field for each in card.differences} == {"starts", "minutes", "zone"}
    meetings.settle(key, frozenset({"starts", "minutes", "zone"}))
    after = events.get(event.id)
    (moved,) = after.sessions
    assert (moved.starts, moved.ends, after.zone) == (
        STARTS + DAY, STARTS + DAY + timedelta(minutes=60), "Europe/Paris",
    )  # fmt: skip
    assert moved.breaks == (Break(pause.starts + DAY, pause.ends + DAY),)
    assert cards(meetings, event)[0].state is MeetingState.THERE
    assert not meetings.settle(key, frozenset({"starts"}))


def test_only_the_fields_that_are_taken_change(
    meetings: Meetings, event: Event, events: Events
) -> None:
    other = found_at_zoom(starts=STARTS + DAY, minutes=60)
    key = meetings.adopt(event.id, None, other).value
    meetings.settle(key, frozenset({"minutes"}))
    (session,) = events.get(event.id).sessions
    assert (session.starts, session.ends) == (STARTS, STARTS + timedelta(minutes=60))
    assert cards(meetings, event)[0].state is MeetingState.TO_CHANGE


def a_series(*starts: Any) -> Meeting:
    occurrences = tuple(Occurrence(str(n), at, 120) for n, at in enumerate(starts))
    rule = Series(Every.WEEK, 1, (1,), until=STARTS + WEEK * 8)
    return found_at_zoom(starts=starts[0], series=rule, occurrences=occurrences)


def test_dates_of_a_series_belong_to_the_sessions_nearest_to_them(
    meetings: Meetings, course: Event
) -> None:
    meetings.adopt(course.id, None, a_series(*(STARTS + WEEK * n for n in range(3))))
    (card,) = cards(meetings, course)
    assert card.state is MeetingState.THERE
    assert [each.session_id for each in card.dates] == [each.id for each in course.sessions]


def test_taking_other_dates_of_a_series_moves_adds_and_removes_sessions(
    meetings: Meetings, course: Event, events: Events
) -> None:
    dates = [STARTS + DAY, STARTS + DAY + WEEK]
    key = meetings.adopt(course.id, None, a_series(*dates)).value
    assert cards(meetings, course)[0].state is MeetingState.CONFLICT
    meetings.settle(key, frozenset({"series", "starts"}))
    assert [each.starts for each in events.get(course.id).sessions] == dates
    assert [each.title for each in events.get(course.id).sessions] == ["Day 0", "Day 1"]
    assert cards(meetings, course)[0].state is MeetingState.THERE


def test_a_date_that_was_added_at_zoom_becomes_a_session(
    meetings: Meetings, course: Event, events: Events
) -> None:
    dates = [STARTS + WEEK * n for n in range(4)]
    key = meetings.adopt(course.id, None, a_series(*dates)).value
    meetings.settle(key, frozenset({"series"}))
    titles = [(each.title, each.starts) for each in events.get(course.id).sessions]
    assert titles == [*zip(("Day 0", "Day 1", "Day 2", "Course"), dates, strict=True)]
    (card,) = cards(meetings, course)
    assert card.state is MeetingState.THERE
    assert None not in {each.session_id for each in card.dates}


def test_the_zone_of_a_meeting_without_times_can_be_taken(
    meetings: Meetings, course: Event, events: Events
) -> None:
    found = found_at_zoom(starts=None, zone="Europe/Paris")
    key = meetings.adopt(course.id, None, found).value
    meetings.settle(key, frozenset({"zone"}))
    after = events.get(course.id)
    assert after.zone == "Europe/Paris"
    assert [each.starts for each in after.sessions] == [each.starts for each in course.sessions]


def test_another_rhythm_cannot_be_taken_over_field_by_field(
    meetings: Meetings, event: Event, db: Database
) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    series = a_series(STARTS, STARTS + WEEK).draft
    with db.writing("test") as tx:
        tx.update(meeting, key, theirs={"draft": kept_draft(series), "dates": []})
    with pytest.raises(NotAllowed, match="another rhythm"):
        meetings.settle(key, frozenset({"series"}))


def test_what_cannot_be_taken_is_said(meetings: Meetings, course: Event) -> None:
    with pytest.raises(NotAllowed, match="personal room"):
        meetings.adopt(course.id, None, found_at_zoom(personal=True))
    with pytest.raises(NotAllowed, match="choose the session"):
        meetings.adopt(course.id, None, found_at_zoom())
    with pytest.raises(NotAllowed, match="no fixed time"):
        meetings.make_event(found_at_zoom(starts=None))


def test_a_meeting_that_was_planned_only_becomes_the_one_at_zoom(
    meetings: Meetings, event: Event
) -> None:
    (key,) = meetings.plan(event.id).value
    assert meetings.adopt(event.id, event.sessions[0].id, found_at_zoom()).value == key


def test_an_event_is_made_of_a_meeting(meetings: Meetings) -> None:
    once = meetings.make_event(found_at_zoom()).value
    assert (once.title, once.description, once.starts) == ("From Zoom", "Text", STARTS)
    assert [each.state for each in meetings.of(once.id)] == [MeetingState.THERE]
    with pytest.raises(Conflict):
        meetings.make_event(found_at_zoom())


def test_an_event_is_made_of_a_series_with_all_its_dates(meetings: Meetings) -> None:
    dates = [STARTS, STARTS + WEEK, STARTS + WEEK * 3]
    series = replace(a_series(*dates), at=MeetingNumber(Kind.MEETING, 7))
    made = meetings.make_event(replace(series, draft=replace(series.draft, zone="Zoom/Odd")))
    assert [each.starts for each in made.value.sessions] == dates
    assert made.value.zone == "UTC"
    (card,) = meetings.of(made.value.id)
    assert [each.session_id for each in card.dates] == [each.id for each in made.value.sessions]


def test_what_was_held_and_not_fetched_is_said_before_deleting(
    meetings: Meetings, event: Event, db: Database, clock: FixedClock
) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    assert meetings.unfetched(key) is None
    clock.at = STARTS
    assert "not been fetched" in str(meetings.unfetched(key))
    with db.writing("test") as tx:
        held = tx.insert(instance, meeting_id=key, uuid="a", settled=0)
    assert meetings.unfetched(key) is not None
    with db.writing("test") as tx:
        tx.update(instance, held, settled=1)
    assert meetings.unfetched(key) is None


def test_who_came_stays_known_when_the_meeting_is_given_up(
    meetings: Meetings, event: Event, db: Database
) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    with db.writing("test") as tx:
        held = tx.insert(instance, meeting_id=key, uuid="a", settled=1)
    meetings.give_up(key, keep_at_zoom=True)
    assert cards(meetings, event) == []
    with db.reading() as connection:
        assert connection.execute(instance.select()).one().id == held
    assert meetings.plan(event.id).value == [key]
    assert cards(meetings, event)[0].state is MeetingState.TO_MAKE


def test_left_at_zoom_it_can_be_taken_again(meetings: Meetings, event: Event) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    meetings.give_up(key, keep_at_zoom=True)
    assert cards(meetings, event) == []
    meetings.adopt(event.id, None, found_at_zoom())
    assert cards(meetings, event)[0].state is MeetingState.THERE


def test_a_meeting_that_was_forgotten_can_be_taken_again_here_or_elsewhere(
    meetings: Meetings, event: Event, course: Event, db: Database
) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    with db.writing("test") as tx:
        tx.insert(instance, meeting_id=key, uuid="a", settled=1)
    meetings.give_up(key, keep_at_zoom=True)
    assert meetings.adopt(event.id, None, found_at_zoom()).value == key
    meetings.give_up(key, keep_at_zoom=True)
    other = meetings.adopt(course.id, course.sessions[0].id, found_at_zoom()).value
    assert other != key
    assert [each.number for each in cards(meetings, course)] == [98765432101]
    assert cards(meetings, event) == []


def test_a_session_whose_meeting_was_never_made_takes_it_along(
    meetings: Meetings, course: Event, events: Events, history: History
) -> None:
    meetings.plan(course.id)
    removed = events.change(course.id, replace(course.draft(), sessions=course.sessions[:2]))
    assert len(cards(meetings, course)) == 2
    assert removed.changes.entry
    history.undo(removed.changes.entry)
    assert len(cards(meetings, course)) == 3


def test_giving_up_is_taken_back_by_planning_again(meetings: Meetings, event: Event) -> None:
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    meetings.give_up(key, keep_at_zoom=False)
    assert cards(meetings, event)[0].state is MeetingState.LEAVING
    with pytest.raises(Conflict, match="still to be deleted"):
        meetings.plan(event.id, kind=Kind.WEBINAR)
    assert meetings.plan(event.id).value == [key]
    assert cards(meetings, event)[0].number == 98765432101
    with pytest.raises(NotAllowed, match="nothing to make again"):
        meetings.make_again(key)


@pytest.mark.parametrize("what", ["instance", "report"])
def test_a_session_with_a_report_cannot_be_removed(
    meetings: Meetings, course: Event, events: Events, db: Database, what: str, clock: FixedClock
) -> None:
    last = course.sessions[-1]
    found = found_at_zoom(starts=last.starts)
    key = meetings.adopt(course.id, last.id, found).value
    with db.writing("test") as tx:
        if what == "instance":
            tx.insert(instance, meeting_id=key, uuid="a")
        else:
            tx.insert(report, event_id=course.id, session_id=last.id, origin=Origin.ZOOM_ANSWER,
                      sha256="0", file_name="a", added_at=clock.now(), rows=0)  # fmt: skip
    with pytest.raises(Conflict, match="report of who came"):
        events.change(course.id, replace(course.draft(), sessions=course.sessions[:2]))


def test_a_copy_has_the_settings_and_nothing_that_zoom_gave(
    meetings: Meetings, course: Event, db: Database, clock: FixedClock
) -> None:
    copies = Copies(db, clock)
    open_door = MeetingSettings(waiting_room=False)
    meetings.plan(course.id, kind=Kind.WEBINAR, settings=open_door)
    copy = copies.duplicate(course.id, STARTS + WEEK * 10).value
    assert [
        (each.session_id, each.kind, each.settings, each.state) for each in cards(meetings, copy)
    ] == [(session.id, Kind.WEBINAR, open_door, MeetingState.TO_MAKE) for session in copy.sessions]
    meetings.give_up(cards(meetings, copy)[0].id, keep_at_zoom=False)
    assert len(cards(meetings, copies.duplicate(copy.id, STARTS + WEEK * 15).value)) == 2
    bare = copies.duplicate(course.id, STARTS + WEEK * 20, ALL - {Copied.MEETINGS}).value
    assert cards(meetings, bare) == []


def test_a_copy_of_a_meeting_at_zoom_is_another_meeting(
    meetings: Meetings, event: Event, db: Database, clock: FixedClock
) -> None:
    meetings.adopt(event.id, None, found_at_zoom())
    copies = Copies(db, clock)
    (card,) = cards(meetings, copies.duplicate(event.id, STARTS + WEEK).value)
    meetings.give_up(cards(meetings, event)[0].id, keep_at_zoom=False)
    assert cards(meetings, copies.duplicate(event.id, STARTS + WEEK * 2).value) == []
    assert (card.number, card.join_link, card.passcode, card.seen) == (None, "", "", None)


def test_calendar_files_carry_the_join_link_unless_somebody_gave_another(
    meetings: Meetings, course: Event, events: Events, db: Database, clock: FixedClock,
    settings: Settings,
) -> None:  # fmt: skip
    agenda = Agenda(db, clock, CalendarFiles(), settings)
    first, second, _ = course.sessions
    own = replace(first, link="https://mine.example")
    events.change(course.id, replace(course.draft(), sessions=(own, *course.sessions[1:])))
    for number, session in enumerate((first, second)):
        meetings.adopt(
            course.id, session.id, found_at_zoom(starts=session.starts, number=number + 1)
        )
    assert [each.url for each in agenda.entries_of_event(course.id)] == [
        "https://mine.example", "https://zoom.example/j/1", "",
    ]  # fmt: skip
    assert events.get(course.id).sessions[1].link == ""


def test_one_link_for_all_sessions_is_in_each_calendar_entry(
    meetings: Meetings, course: Event, db: Database, clock: FixedClock, settings: Settings
) -> None:
    meetings.adopt(course.id, None, found_at_zoom(starts=None))
    agenda = Agenda(db, clock, CalendarFiles(), settings)
    found = {each.url for each in agenda.entries_of_event(course.id)}
    assert found == {"https://zoom.example/j/1"}


def test_a_registration_that_has_a_seat_is_not_undone_by_half(
    meetings: Meetings, event: Event, db: Database, history: History,
    registrations: Registrations,
) -> None:  # fmt: skip
    added = registrations.add(event.id, somebody("Ann", "ann@clinic.example"))
    key = meetings.adopt(event.id, None, found_at_zoom()).value
    with db.writing("test") as tx:
        tx.execute(
            seat.insert().values(
                meeting_id=key, registration_id=added.value.id, registrant="r", standing="approved"
            )
        )
    assert added.changes.entry
    with pytest.raises(Conflict, match="saved in the meantime"):
        history.undo(added.changes.entry)
    assert registrations.get(added.value.id).name == "Ann"
