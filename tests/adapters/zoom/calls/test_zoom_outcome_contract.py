"""What services may rely on once a meeting is over, against a Zoom that is as late as Zoom."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.meeting_outcome import Instance
from cpd_desktop.domain.meetings import Kind, MeetingNumber, Recorded
from cpd_desktop.domain.registrants import Applicant, Standing
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingScopes
from cpd_desktop.services.work import Cancelled, Work
from tests.adapters.zoom.calls.waiting import a_meeting
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.record import Answered, Row

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

KINDS = list(Kind)
ANN = Applicant("ann@clinic.example", "Ann", "Novák")
BACKOFF = 0.75  # the first, by the chance of the tests
GONE = MeetingNumber(Kind.MEETING, 98765432101)


def _held(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, *people: Person | Row,
    kind: Kind = Kind.MEETING, times: int = 1,
) -> list[Instance]:  # fmt: skip
    """Hold a meeting so often and let its report be done."""
    draft = replace(a_meeting(kind, recorded=Recorded.CLOUD), starts=clock.now(), minutes=60)
    made = calls.create(draft)
    for _ in range(times):
        server.hold_meeting(made.at.number, people)
    clock.move(hours=3)
    return calls.instances(made.at)


@pytest.mark.parametrize("kind", KINDS)
def test_every_time_it_was_held_is_found_and_read_by_itself(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, kind: Kind
) -> None:
    held = _held(calls, server, clock, Person("Maria"), Person("Tom"), kind=kind, times=3)
    assert len({each.uuid for each in held}) == 3
    assert any("/" in each.uuid for each in held)
    for each in held:
        (page,) = calls.participants(each)
        assert {presence.name for presence in page.presences} >= {"Maria", "Tom"}
        assert {presence.instance for presence in page.presences} == {each.uuid}


@pytest.mark.parametrize("kind", KINDS)
def test_presences_say_all_that_zoom_knows(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, kind: Kind
) -> None:
    starts = clock.now()
    came = Person("Maria", stays=((5, 20), (25, None)), waited=2)
    (held,) = _held(calls, server, clock, came, kind=kind)
    (page,) = calls.participants(held)
    hers = [each for each in page.presences if each.name == "Maria"]
    assert [each.waiting for each in hers].count(True) == 2
    (first, second) = [each for each in hers if not each.waiting]
    assert (first.joined, first.left) == (
        starts + timedelta(minutes=5), starts + timedelta(minutes=20),
    )  # fmt: skip
    assert first.seconds == 900
    assert first.connection != second.connection
    assert (first.email, first.account, first.registrant) == ("", "", "")
    assert first.guest
    (host,) = [each for each in page.presences if not each.guest]
    assert host.account
    assert [each.row for each in page.presences] == list(range(1, page.rows + 1))
    assert page.total == page.rows == len(json.loads(page.content)["participants"])


def test_pages_are_the_bytes_that_came_and_hold_every_row(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    people = [Person(f"P{number}") for number in range(700)]
    (held,) = _held(calls, server, clock, *people)
    pages = list(calls.participants(held))
    assert [(each.number, each.rows) for each in pages] == [(1, 300), (2, 300), (3, 101)]
    rows = [row for page in pages for row in json.loads(page.content)["participants"]]
    presences = [each for page in pages for each in page.presences]
    assert [each.connection for each in presences] == [row["user_id"] for row in rows]
    assert [each.row for each in presences] == list(range(1, 702))
    assert {page.total for page in pages} == {701}


def test_a_listing_that_took_too_long_begins_anew(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    (held,) = _held(calls, server, clock, *(Person(f"P{number}") for number in range(700)))
    turns = iter(range(9))

    def dawdle(_seconds: float) -> None:
        clock.move(minutes=16 if next(turns) == 2 else 0)

    pages = list(replace(calls, pause=dawdle).participants(held))
    assert [page.number for page in pages] == [1, 2, 1, 2, 3]
    assert pages[-1].presences[-1].row == 701


def test_stopped_between_two_pages_it_stops(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    (held,) = _held(calls, server, clock, *(Person(f"P{number}") for number in range(2000)))
    work = Work()
    pages = calls.during(work).participants(held)
    next(pages)
    work.cancel()
    asked = len(server.asked)
    with pytest.raises(Cancelled):
        next(pages)
    assert len(server.asked) == asked


def test_a_report_that_is_not_ready_shows_it(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    made = calls.create(replace(a_meeting(), starts=clock.now(), minutes=60))
    server.hold_meeting(
        made.at.number, [Person("Maria"), Person("Tom")], report_takes=timedelta(hours=2)
    )
    assert calls.instances(made.at) == []
    clock.move(hours=2, minutes=30)
    (held,) = calls.instances(made.at)
    (page,) = calls.participants(held)
    assert {each.seconds for each in page.presences} == {0}


def test_a_report_of_long_ago_is_told_to_be_gone(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    (held,) = _held(calls, server, clock, Person("Maria"), Person("Tom"))
    clock.move(days=366)
    with pytest.raises(GoneAtZoom, match="more than a year ago"):
        list(calls.participants(held))


@pytest.mark.parametrize("kind", KINDS)
def test_the_richer_report_tells_rooms_to_those_who_may_read_it(
    owner: ZoomCalls, server: FakeZoom, clock: FixedClock, kind: Kind
) -> None:
    seat = None
    made = owner.create(replace(a_meeting(kind), starts=clock.now(), minutes=60))
    seat = owner.register(made.at, ANN)
    server.hold_meeting(
        made.at.number, [Person("Ann", registrant=seat.registrant, breakouts=((10, 20),))]
    )
    clock.move(hours=3)
    (held,) = owner.instances(made.at)
    (page,) = owner.report(held)
    hers = [each for each in page.presences if each.registrant == seat.registrant]
    assert sorted(bool(each.room) for each in hers) == [False, True]
    assert {each.guest for each in hers} == {None}


def test_a_trainer_without_the_right_is_told_which_one_is_missing(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    (held,) = _held(calls, server, clock, Person("Maria"), Person("Tom"))
    with pytest.raises(MissingScopes) as told:
        list(calls.report(held))
    assert told.value.scopes == ("report:read:list_meeting_participants:admin",)


def test_who_did_not_come_to_a_webinar_is_told(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    made = calls.create(replace(a_meeting(Kind.WEBINAR), starts=clock.now(), minutes=60))
    seat = calls.register(made.at, ANN)
    missing = calls.register(made.at, replace(ANN, email="tom@clinic.example"))
    server.hold_meeting(made.at.number, [Person("Ann", registrant=seat.registrant)])
    clock.move(hours=3)
    (held,) = calls.instances(made.at)
    (absent,) = calls.absentees(held)
    assert (absent.id, absent.email) == (missing.registrant, "tom@clinic.example")


@pytest.mark.parametrize("kind", KINDS)
def test_answers_and_questions_are_told_person_by_person(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, kind: Kind
) -> None:
    (held,) = _held(calls, server, clock, Person("Ann"), kind=kind)
    at = (clock.now() - timedelta(hours=2)).replace(microsecond=0)
    (instance,) = [
        each for meeting in server.site.book.meetings.values() for each in meeting.instances
    ]
    instance.polls = [Answered("Ann", "", f"Q{number}", "Yes", at) for number in range(2)]
    instance.questions = [Answered("Tom", "tom@clinic.example", "Why?", "So.", at)]
    answers = calls.polls(held)
    assert [(each.name, each.question, each.answer) for each in answers] == [
        ("Ann", "Q0", "Yes"), ("Ann", "Q1", "Yes"),
    ]  # fmt: skip
    assert {each.answered_at for each in answers} == {at}
    assert answers[0].poll
    (asked,) = calls.asked(held)
    assert (asked.email, asked.question, asked.answer) == ("tom@clinic.example", "Why?", "So.")


def test_what_was_recorded_is_listed_with_its_links(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    held = _held(calls, server, clock, Person("Ann"), times=3)
    for each in held:
        recording = calls.recording(each)
        assert recording
        assert recording.uuid == each.uuid
        assert {file.form for file in recording.files} == {"MP4", "CHAT"}
        assert all(file.play_link and file.size and file.starts for file in recording.files)
    found = calls.recordings(date(2026, 11, 1), date(2026, 11, 30))
    assert {each.uuid for each in found} == {each.uuid for each in held}
    assert calls.recordings(date(2026, 10, 1), date(2026, 10, 31)) == []


def test_where_nothing_was_recorded_there_is_no_recording(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock
) -> None:
    made = calls.create(replace(a_meeting(), starts=clock.now()))
    server.hold_meeting(made.at.number, [Person("Ann")])
    clock.move(hours=3)
    (held,) = calls.instances(made.at)
    assert calls.recording(held) is None


def test_what_is_not_there_is_told_as_that(calls: ZoomCalls) -> None:
    for late in (
        lambda: calls.read(GONE),
        lambda: calls.end(GONE),
        lambda: calls.registrants(GONE, Standing.APPROVED),
        lambda: calls.form(GONE),
        lambda: calls.instances(GONE),
        lambda: list(calls.participants(Instance(Kind.MEETING, "/nobody//knows=="))),
        lambda: calls.polls(Instance(Kind.WEBINAR, "nobody==")),
        lambda: calls.absentees(Instance(Kind.WEBINAR, "nobody==")),
    ):
        with pytest.raises(GoneAtZoom):
            late()


def test_a_fault_in_the_middle_of_a_listing_loses_no_row(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, waiting: Waiting
) -> None:
    (held,) = _held(calls, server, clock, *(Person(f"P{number}") for number in range(700)))
    pages = calls.participants(held)
    rows = next(pages).rows
    for fault in (faults.DROP, faults.TRUNCATED):
        server.faults.next("/v2/past_meetings", fault)
        rows += next(pages).rows
    assert rows == 701
    assert waiting.waited.count(BACKOFF) == 2
