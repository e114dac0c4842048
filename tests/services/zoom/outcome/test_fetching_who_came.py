"""Who came is fetched whole, as Zoom tells it, until it does not change any more."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.meeting_outcome import Recording, RecordingFile
from cpd_desktop.domain.meetings import Kind, Recorded
from cpd_desktop.domain.registrants import Applicant
from cpd_desktop.domain.zoom_errors import GoneAtZoom
from cpd_desktop.services.zoom.outcome import ALONE, NOBODY_YET, NOT_HELD, NOT_READY, SETTLED
from cpd_desktop.services.zoom.reading import recording_as_kept
from cpd_desktop.store.tables import event, interaction, meeting
from tests.adapters.zoom.calls.waiting import GivenAccess, calling, signing_in
from tests.drafts import STARTS
from tests.fakes.zoom.apps import ADMIN_SCOPES
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.record import Answered

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.attendance.reports import Reports
    from cpd_desktop.services.history import History
    from cpd_desktop.services.zoom.outcome import Outcome
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.services.zoom.outcome.planning import Planner

MARIA, TOM = Person("Maria", waited=2), Person("Tom")
CROWD = [Person(f"P{number}") for number in range(700)]


def names(reports: Reports, report_id: int | None) -> set[str]:
    assert report_id
    return {each.name for each in reports.presences(report_id).presences}


def test_who_came_is_kept_as_it_came_and_as_it_was_read(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    told = outcome.fetch(ours.meeting_id, ours.work)
    (kept,) = reports.current(ours.event_id)
    (one,) = told.read
    assert one.report_id == kept.id
    assert (kept.origin, kept.session_id) == (Origin.ZOOM_ANSWER, ours.sessions[0])
    assert kept.ready
    whole = reports.presences(kept.id)
    assert {each.name for each in whole.presences} == {"Maria", "Tom", "Host Example"}
    assert [each.waiting for each in whole.presences].count(True) == one.waiting == 1
    (line,) = reports.original(kept.id).splitlines()
    page = json.loads(line)
    assert page["instance"] == kept.instances[0]
    assert len(json.loads(page["body"])["participants"]) == kept.rows == 4


def test_every_page_is_kept_to_the_byte(
    planned: Planner, outcome: Outcome, reports: Reports, calls: ZoomCalls, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(*CROWD)
    clock.move(hours=3)
    (one,) = outcome.fetch(ours.meeting_id, ours.work).read
    assert one.report_id
    lines = [json.loads(line) for line in reports.original(one.report_id).splitlines()]
    assert [line["page"] for line in lines] == [1, 2, 3]
    (instance,) = calls.instances(ours.at)
    last = list(calls.participants(instance))[-1]
    assert lines[-1]["body"].encode("utf-8", "surrogateescape") == last.content
    assert reports.read(one.report_id).rows == 701


def test_it_is_settled_only_after_two_equal_reads_without_zeros(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM, report_takes=timedelta(minutes=20))
    clock.move(hours=2, minutes=2)
    fetched = []
    for minutes in (3, 20, 5, 60):
        fetched.append(outcome.fetch(ours.meeting_id, ours.work))
        clock.move(minutes=minutes)
    seen = [(each.read[0].ready, each.read[0].settled, each.settled) for each in fetched]
    assert seen == [
        (False, False, False),
        (False, False, False),
        (True, False, False),
        (True, True, True),
    ]
    (kept,) = reports.current(ours.event_id)
    assert kept.ready
    assert len(reports.on(ours.event_id)) == 2  # the one of zeros, and the one that counts
    assert outcome.due(clock.now()) == []
    assert fetched[-1].says == (SETTLED,)


def test_while_zoom_is_not_ready_it_says_so(
    planned: Planner, outcome: Outcome, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM, report_takes=timedelta(minutes=20))
    clock.move(hours=2, minutes=2)
    assert outcome.fetch(ours.meeting_id, ours.work).says == (NOT_READY,)


def test_a_meeting_started_twice_is_read_both_times_and_each_by_itself(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, minutes=20)
    ours.hold(TOM, at=ours.starts + timedelta(minutes=25), minutes=35)
    clock.move(hours=3)
    told = outcome.fetch(ours.meeting_id, ours.work)
    first, second = (names(reports, each.report_id) for each in told.read)
    assert (first, second) == ({"Maria", "Host Example"}, {"Tom", "Host Example"})
    assert len(reports.current(ours.event_id)) == 2
    assert outcome.fetch(ours.meeting_id, ours.work).settled
    assert len(reports.on(ours.event_id)) == 2


def test_fetched_before_the_end_a_meeting_that_is_started_again_is_not_missed(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, minutes=20)
    clock.move(hours=1, minutes=30)
    for _ in range(2):
        assert not outcome.fetch(ours.meeting_id, ours.work).settled
    ours.hold(TOM, at=ours.starts + timedelta(minutes=40), minutes=20)
    clock.move(hours=2)
    assert outcome.due(clock.now())
    outcome.fetch(ours.meeting_id, ours.work)
    assert len(reports.current(ours.event_id)) == 2


def test_each_date_of_a_recurring_meeting_gets_its_own_report(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned(days=3)
    for day, person in enumerate((MARIA, TOM, Person("Ann"))):
        ours.hold(person, at=ours.starts + timedelta(days=day), minutes=60)
    clock.move(days=3)
    first, *others = ours.sessions
    told = outcome.fetch(ours.meeting_id, ours.work, session_id=first)
    assert [each.sessions for each in told.read] == [(first,)]
    assert {each.session_id for each in outcome.due(clock.now())} == set(ours.sessions)
    outcome.fetch(ours.meeting_id, ours.work)
    found = {each.session_id: names(reports, each.id) for each in reports.current(ours.event_id)}
    assert [found[each] & {"Maria", "Tom", "Ann"} for each in (first, *others)] == [
        {"Maria"},
        {"Tom"},
        {"Ann"},
    ]
    assert {each.session_id for each in outcome.due(clock.now())} == set(others)


def test_a_rehearsal_the_week_before_does_not_count(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(TOM, at=ours.starts - timedelta(days=7), minutes=20)
    ours.hold(MARIA)
    clock.move(hours=3)
    outcome.fetch(ours.meeting_id, ours.work)
    (kept,) = reports.current(ours.event_id)
    assert "Tom" not in names(reports, kept.id)


def test_a_meeting_of_one_is_explained_and_not_asked_about_for_ever(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold()
    clock.move(hours=2, minutes=5)
    outcome.fetch(ours.meeting_id, ours.work)
    early = outcome.fetch(ours.meeting_id, ours.work)
    assert (early.says, early.settled) == ((NOBODY_YET,), False)
    clock.move(hours=1)
    late = outcome.fetch(ours.meeting_id, ours.work)
    assert (late.says, late.settled) == ((ALONE,), True)
    assert "one participant" in str(late.says[0])
    assert reports.on(ours.event_id) == []


def test_a_meeting_that_nobody_held_is_told_and_forgotten_after_a_month(
    planned: Planner, outcome: Outcome, clock: FixedClock
) -> None:
    ours = planned()
    clock.move(hours=3)
    told = outcome.fetch(ours.meeting_id, ours.work)
    assert (told.says, told.settled) == ((NOT_HELD,), False)
    assert [each.says for each in outcome.due(clock.now())] == [NOT_HELD]
    clock.move(days=30)
    assert outcome.due(clock.now()) == []


def test_what_is_settled_is_asked_again_only_by_hand_and_then_changes_nothing(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    for _ in range(2):
        outcome.fetch(ours.meeting_id, ours.work)
    kept = reports.on(ours.event_id)
    asked = len(server.asked)
    told = outcome.fetch(ours.meeting_id, ours.work)
    assert (told.read, told.says) == ((), (SETTLED,))
    assert len(server.asked) == asked + 1
    (one,) = outcome.fetch(ours.meeting_id, ours.work, again=True).read
    assert one.settled
    assert not one.changed
    assert reports.on(ours.event_id) == kept


def test_undone_a_fetch_can_be_done_again(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock, history: History
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    entry = outcome.fetch(ours.meeting_id, ours.work).changes.entry
    outcome.fetch(ours.meeting_id, ours.work)
    assert entry
    history.undo(entry)
    assert reports.on(ours.event_id) == []
    outcome.fetch(ours.meeting_id, ours.work, again=True)
    assert len(reports.current(ours.event_id)) == 1


def test_a_file_that_replaced_the_fetched_report_stays_in_its_place(
    planned: Planner, outcome: Outcome, reports: Reports, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    (one,) = outcome.fetch(ours.meeting_id, ours.work).read
    assert one.report_id
    told = replace(reports.presences(one.report_id), origin=Origin.ZOOM_MEETING, instances=())
    file = reports.keep(ours.event_id, told, b"file", "f.csv", session_id=ours.sessions[0]).value
    assert outcome.fetch(ours.meeting_id, ours.work).settled
    assert reports.current(ours.event_id) == [file]


def test_without_the_right_to_reports_that_is_tried_once_and_not_spoken_of(
    planned: Planner, outcome: Outcome, clock: FixedClock, server: FakeZoom
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    for _ in range(2):
        assert outcome.fetch(ours.meeting_id, ours.work).read[0].rows == 4
    assert sum(each.path.startswith("/v2/report/") for each in server.asked) == 1
    clock.move(hours=1)  # the right may have been given meanwhile
    outcome.fetch(ours.meeting_id, ours.work, again=True)
    assert sum(each.path.startswith("/v2/report/") for each in server.asked) == 2


def test_with_the_right_to_reports_rooms_are_told_too(
    planned: Planner,
    outcome: Outcome,
    reports: Reports,
    clock: FixedClock,
    server: FakeZoom,
    waiting: Waiting,
    tmp_path: Path,
) -> None:
    ours = planned()
    ours.hold(replace(MARIA, breakouts=((10, 20),)), TOM)
    clock.move(hours=3)
    access = GivenAccess(server.api_url, signing_in(server, ADMIN_SCOPES))
    with calling(access, tmp_path / "owner", waiting) as owner:
        (one,) = replace(outcome, zoom=owner).fetch(ours.meeting_id, ours.work).read
    assert one.report_id
    assert any(each.room for each in reports.presences(one.report_id).presences)


def test_a_webinar_tells_who_did_not_come(
    planned: Planner, outcome: Outcome, reports: Reports, calls: ZoomCalls, clock: FixedClock
) -> None:
    ours = planned(Kind.WEBINAR)
    came = calls.register(ours.at, Applicant("ann@clinic.example", "Ann", "Novák"))
    missed = calls.register(ours.at, Applicant("tom@clinic.example", "Tom", "Lee"))
    ours.hold(Person("Ann", registrant=came.registrant))
    clock.move(hours=3)
    (one,) = outcome.fetch(ours.meeting_id, ours.work).read
    assert one.report_id
    whole = reports.presences(one.report_id)
    (absent,) = whole.absent
    assert (absent.name, absent.email, absent.registrant) == (
        "Tom Lee",
        "tom@clinic.example",
        missed.registrant,
    )
    assert whole.rows == len(whole.presences) + 1
    assert b"tom@clinic.example" in reports.original(one.report_id)


def test_answers_questions_and_the_recording_are_kept_once(
    planned: Planner, outcome: Outcome, clock: FixedClock
) -> None:
    ours = planned(recorded=Recorded.CLOUD)
    held = ours.hold(MARIA, TOM)
    held.polls = [Answered("Maria", "", "Ready?", "Yes", ours.starts)]
    held.questions = [Answered("Tom", "", "Why?", "So.", ours.starts)]
    clock.move(hours=3)
    for _ in range(3):
        outcome.fetch(ours.meeting_id, ours.work, again=True)
    with ours.db.reading() as connection:
        rows = connection.execute(select(interaction).order_by(interaction.c.kind)).all()
    assert [(row.kind, row.name, row.question, row.answer) for row in rows] == [
        ("poll", "Maria", "Ready?", "Yes"),
        ("question", "Tom", "Why?", "So."),
    ]
    (row,) = ours.rows()
    assert {file["form"] for file in row.recording["files"]} == {"MP4", "CHAT"}
    assert all(file["play_link"] for file in row.recording["files"])
    assert row.settled


def test_deleted_at_zoom_it_is_still_found_under_the_name_it_had(
    planned: Planner, outcome: Outcome, reports: Reports, calls: ZoomCalls, clock: FixedClock
) -> None:
    ours = planned()
    ours.hold(MARIA, TOM)
    clock.move(hours=3)
    calls.delete(ours.at)
    outcome.fetch(ours.meeting_id, ours.work)
    assert outcome.fetch(ours.meeting_id, ours.work).settled
    (kept,) = reports.current(ours.event_id)
    assert "Maria" in names(reports, kept.id)


def test_a_deleted_meeting_of_which_nothing_is_known_says_so(
    planned: Planner, outcome: Outcome, calls: ZoomCalls, clock: FixedClock
) -> None:
    ours = planned(days=2)
    clock.move(days=2)
    calls.delete(ours.at)
    with pytest.raises(GoneAtZoom):
        outcome.fetch(ours.meeting_id, ours.work)


def test_what_is_not_there_or_not_at_zoom_is_told(planned: Planner, outcome: Outcome) -> None:
    ours = planned()
    with pytest.raises(NotFound, match="no meeting 99"):
        outcome.fetch(99, ours.work)
    with ours.db.writing("test") as tx:
        tx.update(meeting, ours.meeting_id, number=None)
    with pytest.raises(NotFound, match="not at Zoom yet"):
        outcome.fetch(ours.meeting_id, ours.work)


def test_it_is_due_minutes_after_the_end_and_never_before(
    planned: Planner, outcome: Outcome, clock: FixedClock
) -> None:
    ours = planned()
    ends = ours.starts + timedelta(hours=1)
    assert outcome.due(ends - timedelta(seconds=1)) == []
    (due,) = outcome.due(ends)
    assert (due.next_at, due.ended_at) == (ends + timedelta(minutes=2), ends)
    clock.move(hours=2, minutes=2)
    told = outcome.fetch(ours.meeting_id, ours.work)
    (again,) = outcome.due(clock.now())
    assert again.next_at == told.next_at
    assert timedelta(minutes=2) < told.next_at - clock.now() <= timedelta(minutes=3)  # type: ignore[operator] # it is not settled


def test_cancelled_or_deleted_events_are_not_asked_about(
    planned: Planner, outcome: Outcome, clock: FixedClock
) -> None:
    ours = planned()
    clock.move(hours=3)
    with ours.db.writing("test") as tx:
        tx.update(event, ours.event_id, status="cancelled")
    assert outcome.due(clock.now()) == []
    assert outcome.fetch(ours.meeting_id, ours.work).read == ()  # by hand it is asked


def test_of_a_recording_its_links_and_the_day_it_goes_are_kept() -> None:
    day, file = date(2027, 1, 5), RecordingFile("1", "chat", "TXT", 9, play_link="https://z/1")
    kept = recording_as_kept(Recording("u==", "Wounds", STARTS, (file,), day))
    assert (kept["goes_on"], kept["files"][0]["play_link"]) == ("2027-01-05", "https://z/1")
    assert kept["starts"] == STARTS.isoformat()
