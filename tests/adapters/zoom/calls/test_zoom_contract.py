"""What services may rely on, each method of the port against a Zoom that refuses what Zoom does."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import requests

from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.meeting_changes import LABELS, differences
from cpd_desktop.domain.meeting_outcome import Instance
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingDraft,
    MeetingNumber,
    MeetingSettings,
    Recorded,
    Rhythm,
)
from cpd_desktop.domain.registrants import Applicant, FormQuestion, Registrant, Standing, Verdict
from cpd_desktop.domain.zoom_errors import GoneAtZoom, MissingPlan, MissingScopes, TooOften
from cpd_desktop.domain.zoom_profile import Plan
from cpd_desktop.services.work import Cancelled, Work
from tests.adapters.zoom.calls.waiting import GivenAccess, calling
from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.record import Answered, Row

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.zoom.ports import Zoom
    from tests.adapters.zoom.calls.waiting import Waiting
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
KINDS = list(Kind)
ANN = Applicant("ann@clinic.example", "Ann", "Novák", "Clinic", "Nurse", "5550100")
GONE = MeetingNumber(Kind.MEETING, 98765432101)


def _draft(kind: Kind = Kind.MEETING, **settings: object) -> MeetingDraft:
    chosen = replace(MeetingSettings(), **settings)  # type: ignore[arg-type] # fields by name
    return MeetingDraft(kind, "Wound care", "Europe/London", STARTS, 90, "Wounds", settings=chosen)


def _held(
    calls: ZoomCalls, server: FakeZoom, clock: FixedClock, *people: Person | Row,
    kind: Kind = Kind.MEETING, times: int = 1,
) -> list[Instance]:  # fmt: skip
    """Hold a meeting so often and let its report be done."""
    draft = replace(_draft(kind, recorded=Recorded.CLOUD), starts=clock.now(), minutes=60)
    made = calls.create(draft)
    for _ in range(times):
        server.hold_meeting(made.at.number, people)
    clock.move(hours=3)
    return calls.instances(made.at)


def test_it_is_the_port_that_services_know(calls: ZoomCalls) -> None:
    port: Zoom = calls
    assert port.during(Work()).profile() == port.profile()


def test_who_is_signed_in_is_told_with_the_plan(calls: ZoomCalls) -> None:
    profile = calls.profile()
    assert (profile.name, profile.email) == ("Host Example", "host@example.com")
    assert (profile.plan, profile.role) == (Plan.LICENSED, "Owner")
    assert (profile.zone, profile.account) == ("Europe/London", "acc-1")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"starts": None},
        {"series": Series(Every.DAY, 2, times=5)},
        {"series": Series(Every.WEEK, 1, (1, 3), times=6)},
        {"series": Series(Every.MONTH, 1, month_day=1, times=3)},
        {"series": Series(Every.MONTH, 1, (1,), week=1, until=datetime(2027, 4, 1, tzinfo=UTC))},
    ],
)
def test_what_is_made_is_found_as_it_was_wanted(
    calls: ZoomCalls, kind: Kind, changes: dict[str, object]
) -> None:
    draft = replace(_draft(kind, recorded=Recorded.CLOUD), **changes)  # type: ignore[arg-type] # fields by name
    made = calls.create(draft)
    found = calls.read(made.at)
    assert differences(draft, draft, found.draft) == []
    assert found.draft.rhythm is draft.rhythm
    assert found.join_link
    assert found.registration_link
    assert bool(found.occurrences) == (draft.rhythm is Rhythm.SERIES)
    assert found.draft.settings.passcode  # chosen by Zoom
    assert not found.running


@pytest.mark.parametrize("approval", Approval)
@pytest.mark.parametrize("kind", KINDS)
def test_settings_are_found_as_they_were_wanted(
    calls: ZoomCalls, server: FakeZoom, kind: Kind, approval: Approval
) -> None:
    server.add_user("tom@example.com")
    draft = _draft(
        kind, approval=approval, waiting_room=False, join_before_host=True, passcode="abc-12",
        alternative_hosts=("tom@example.com",), recorded=Recorded.LOCAL, emails_in_report=False,
    )  # fmt: skip
    found = calls.read(calls.create(draft).at).draft
    assert differences(draft, draft, found) == []
    assert bool(calls.meetings(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_reaches_zoom_and_nothing_else_is_touched(calls: ZoomCalls, kind: Kind) -> None:
    made = calls.create(_draft(kind))
    wanted = replace(
        made.draft, topic="Airway", agenda="", starts=STARTS + timedelta(days=1), minutes=45,
        zone="America/New_York",
        settings=replace(made.draft.settings, approval=Approval.MANUAL, passcode="new-1",
                         waiting_room=False, recorded=Recorded.LOCAL, emails_in_report=False),
    )  # fmt: skip
    for name in LABELS:
        before = calls.read(made.at).draft
        calls.change(made.at, wanted, [name])
        after = calls.read(made.at).draft
        changed = {each.field for each in differences(after, before, before)}
        # Start and zone go together, as one means nothing without the other.
        assert changed <= ({"starts", "zone"} if name in {"starts", "zone", "series"} else {name})
    assert differences(wanted, wanted, calls.read(made.at).draft) == []


def test_a_meeting_becomes_a_series_and_one_date_of_it_is_moved(calls: ZoomCalls) -> None:
    made = calls.create(_draft())
    series = replace(made.draft, series=Series(Every.WEEK, days=(1,), times=3))
    calls.change(made.at, series)
    second = calls.read(made.at).occurrences[1]
    assert second.starts == STARTS + timedelta(days=7)
    moved = replace(series, starts=second.starts + timedelta(hours=2), minutes=30)
    calls.change(made.at, moved, LABELS, occurrence=second.id)
    found = calls.read(made.at)
    assert [(each.starts, each.minutes) for each in found.occurrences] == [
        (STARTS, 90),
        (STARTS + timedelta(days=7, hours=2), 30),
        (STARTS + timedelta(days=14), 90),
    ]
    calls.delete(made.at, occurrence=second.id)
    assert [each.deleted for each in calls.read(made.at).occurrences] == [False, True, False]


def test_changing_nothing_asks_nothing(calls: ZoomCalls, server: FakeZoom) -> None:
    made = calls.create(_draft(Kind.WEBINAR))
    asked = len(server.asked)
    calls.change(made.at, made.draft, [])
    calls.change(made.at, made.draft, ["waiting_room"])
    assert len(server.asked) == asked


def test_what_zoom_would_refuse_is_not_sent(calls: ZoomCalls, server: FakeZoom) -> None:
    with pytest.raises(Invalid, match="no topic"):
        calls.create(replace(_draft(), topic=""))
    assert server.asked == []


def test_a_host_that_zoom_does_not_know_is_named_by_its_field(calls: ZoomCalls) -> None:
    with pytest.raises(Invalid) as told:
        calls.create(_draft(alternative_hosts=("stranger@example.com",)))
    assert list(told.value.problems) == ["settings.alternative_hosts"]


@pytest.mark.parametrize("kind", KINDS)
def test_everything_planned_is_listed(calls: ZoomCalls, kind: Kind) -> None:
    made = [
        calls.create(_draft(kind)),
        calls.create(replace(_draft(kind), starts=None)),
        calls.create(replace(_draft(kind), series=Series(Every.WEEK, days=(1,), times=3))),
    ]
    lines = calls.meetings(kind)
    assert {each.at for each in lines} == {each.at for each in made}
    assert {each.rhythm for each in lines} == set(Rhythm)
    assert {each.topic for each in lines} == {"Wound care"}


def test_a_long_list_of_meetings_is_listed_to_its_end(calls: ZoomCalls, server: FakeZoom) -> None:
    made = calls.create(_draft())
    template = server.site.book.meetings[made.at.number]
    for number in range(1, 650):
        server.site.book.meetings[number] = replace(template, id=number)
    assert len({each.at for each in calls.meetings(Kind.MEETING)}) == 650
    assert len([each for each in server.asked if each.method == "GET"]) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_deleted_is_gone(calls: ZoomCalls, kind: Kind) -> None:
    made = calls.create(_draft(kind))
    calls.delete(made.at, tell=True)
    assert calls.meetings(kind) == []
    for late in (
        lambda: calls.read(made.at),
        lambda: calls.delete(made.at),
        lambda: calls.start_link(made.at),
        lambda: calls.change(made.at, made.draft),
        lambda: calls.register(made.at, ANN),
    ):
        with pytest.raises(GoneAtZoom):
            late()


@pytest.mark.parametrize("kind", KINDS)
def test_a_running_one_is_ended_and_only_then_deleted(
    calls: ZoomCalls, server: FakeZoom, kind: Kind
) -> None:
    made = calls.create(_draft(kind))
    server.start_meeting(made.at.number)
    assert calls.read(made.at).running
    with pytest.raises(NotAllowed, match="end it first"):
        calls.delete(made.at)
    calls.end(made.at)
    assert not calls.read(made.at).running
    calls.delete(made.at)


def test_the_start_link_is_fresh_and_shows_itself_nowhere(calls: ZoomCalls) -> None:
    made = calls.create(_draft())
    link = calls.start_link(made.at)
    assert link.reveal().startswith("http")
    assert link.reveal() not in f"{link!r}{made!r}"
    assert link.reveal().partition("?")[2] not in str(calls.client._log.latest(9))


def test_a_webinar_is_not_taken_for_a_meeting(calls: ZoomCalls) -> None:
    made = calls.create(_draft(Kind.WEBINAR))
    with pytest.raises(Conflict, match="is a webinar"):
        calls.read(MeetingNumber(Kind.MEETING, made.at.number))


def test_an_app_of_the_account_names_the_user_whose_meetings_it_makes(
    server: FakeZoom, tmp_path: Path, waiting: Waiting
) -> None:
    app = server.add_server_app()
    grant = {"grant_type": "account_credentials", "account_id": "acc-1"}
    answer = requests.post(
        f"{server.address}/oauth/token", grant, auth=(app.client_id, app.secret), timeout=5
    )
    access = GivenAccess(server.api_url, lambda: str(answer.json()["access_token"]))
    with calling(access, tmp_path, waiting) as ours:
        calls = replace(ours, user="host@example.com")
        made = calls.create(_draft())
        assert [each.at for each in calls.meetings(Kind.MEETING)] == [made.at]
        assert calls.profile().email == "host@example.com"
        assert calls.recordings(date(2026, 11, 1), date(2026, 11, 30)) == []


def test_a_plan_without_webinars_is_told_as_that(calls: ZoomCalls, server: FakeZoom) -> None:
    assert server.oauth.browsing
    server.oauth.browsing.webinars = False
    with pytest.raises(MissingPlan, match="does not include webinars"):
        calls.meetings(Kind.WEBINAR)


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_gets_a_link_of_their_own_and_keeps_it(calls: ZoomCalls, kind: Kind) -> None:
    at = calls.create(_draft(kind)).at
    seat = calls.register(at, ANN)
    assert seat.registrant
    assert seat.join_link
    assert calls.register(at, ANN) == seat
    (found,) = calls.registrants(at, Standing.APPROVED)
    assert found.registered_at
    assert replace(found, registered_at=None) == Registrant(
        seat.registrant, "ann@clinic.example", "Ann", "Novák", Standing.APPROVED, seat.join_link,
        organisation="Clinic", job_title="Nurse", phone="5550100",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_who_waits_is_let_in_or_not(calls: ZoomCalls, kind: Kind) -> None:
    at = calls.create(_draft(kind, approval=Approval.MANUAL)).at
    people = [replace(ANN, email=f"p{number}@clinic.example") for number in range(33)]
    seats = [calls.register(at, each) for each in people]
    assert {seat.join_link for seat in seats} == {""}
    assert len(calls.registrants(at, Standing.PENDING)) == 33
    whom = [(seat.registrant, each.email) for seat, each in zip(seats, people, strict=True)]
    calls.decide(at, Verdict.APPROVE, whom[:32])
    calls.decide(at, Verdict.DENY, whom[32:])
    approved = calls.registrants(at, Standing.APPROVED)
    assert len(approved) == 32
    assert all(each.join_link for each in approved)
    calls.decide(at, Verdict.CANCEL, whom[:1])
    denied = calls.registrants(at, Standing.DENIED)
    assert {each.email for each in denied} == {"p0@clinic.example", "p32@clinic.example"}


def test_the_thirty_first_registrant_is_not_forgotten(calls: ZoomCalls) -> None:
    at = calls.create(_draft()).at
    emails = {f"p{number}@clinic.example" for number in range(31)}
    for email in emails:
        calls.register(at, replace(ANN, email=email))
    assert {each.email for each in calls.registrants(at, Standing.APPROVED)} == emails


def test_answers_to_questions_of_ones_own_come_along(calls: ZoomCalls, server: FakeZoom) -> None:
    at = calls.create(_draft()).at
    server.site.book.meetings[at.number].asked_for = {
        "questions": [{"field_name": "org", "required": True}],
        "custom_questions": [
            {"title": "Ward?", "type": "single", "required": True, "answers": ["A", "B"]},
            {"title": "Diet?", "type": "short", "required": False},
        ],
    }
    assert calls.form(at) == [
        FormQuestion("org", required=True, own=False),
        FormQuestion("Ward?", required=True, own=True, options=("A", "B")),
        FormQuestion("Diet?", required=False, own=True),
    ]
    calls.register(at, replace(ANN, answers=(("Ward?", "B"),)))
    (found,) = calls.registrants(at, Standing.APPROVED)
    assert ("Ward?", "B") in found.answers


def test_the_fourth_registration_of_a_day_is_refused_here(
    calls: ZoomCalls, server: FakeZoom
) -> None:
    at = calls.create(_draft()).at
    for _ in range(3):
        calls.register(at, ANN)
    asked = len(server.asked)
    with pytest.raises(TooOften, match="3 times a day"):
        calls.register(at, ANN)
    assert len(server.asked) == asked


def test_nobody_registers_where_registration_is_off(calls: ZoomCalls) -> None:
    at = calls.create(_draft(approval=Approval.NONE)).at
    with pytest.raises((NotAllowed, GoneAtZoom, Invalid)) as told:
        calls.register(at, ANN)
    assert "egistration" in str(told.value)


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
    made = calls.create(replace(_draft(), starts=clock.now(), minutes=60))
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
    made = owner.create(replace(_draft(kind), starts=clock.now(), minutes=60))
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
    made = calls.create(replace(_draft(Kind.WEBINAR), starts=clock.now(), minutes=60))
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
    at = clock.now() - timedelta(hours=2)
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
    made = calls.create(replace(_draft(), starts=clock.now()))
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
    assert len(waiting.waited) == 2
