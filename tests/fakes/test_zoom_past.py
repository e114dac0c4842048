"""What the Zoom to test against tells of those who came, and when it tells it."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES
from tests.fakes.zoom.holding import Person
from tests.fakes.zoom.record import Answered, Row
from tests.fakes.zoom_caller import Caller

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.fakes.zoom.wire import Json

START = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
MARIA = Person("Maria Novak")
TOM = Person("Tom")


def twice(uuid: str) -> str:
    return quote(quote(uuid, safe=""), safe="")


def meeting(caller: Caller, **settings: object) -> int:
    made = caller.meeting(start_time="2026-11-21T10:00:00Z", settings=settings)
    number: int = made["id"]
    return number


def people(caller: Caller, which: int | str, **query: object) -> list[Json]:
    place = f"/past_meetings/{which}/participants"
    told: list[Json] = caller.call("GET", place, **query)["participants"]
    return told


def later(clock: FixedClock, caller: Caller, **by: float) -> None:
    clock.move(**by)
    caller.sign_in()


def test_a_report_is_missing_then_half_then_zero_then_true(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    zoom.hold_meeting(number, [MARIA, TOM, Person("Eve")], report_takes=timedelta(minutes=10))
    place = f"/past_meetings/{number}/participants"

    later(clock, caller, minutes=90)
    assert caller.call("GET", f"/meetings/{number}")["status"] == "started"
    assert caller.refused("GET", place) == (404, 3001, "Meeting ID is invalid or not end.")
    later(clock, caller, minutes=30)
    assert [row["duration"] for row in people(caller, number)] == [0, 0]
    later(clock, caller, minutes=5)
    assert [row["duration"] for row in people(caller, number)] == [0] * 4
    later(clock, caller, minutes=5)
    assert [row["duration"] for row in people(caller, number)] == [3600] * 4
    assert caller.call("GET", f"/meetings/{number}")["status"] == "waiting"


def test_every_connection_is_a_row_and_the_waiting_room_another(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    came = Person("Maria Novak", stays=((5, 20), (25, None)), waited=2, breakouts=((30, 40),))
    zoom.hold_meeting(number, [came])
    later(clock, caller, hours=3)
    rows = [row for row in people(caller, number) if row["name"] == "Maria Novak"]

    assert Counter(row["status"] for row in rows) == {"in_meeting": 3, "in_waiting_room": 2}
    assert len({row["user_id"] for row in rows}) == 5
    assert [row["duration"] for row in rows if row["status"] == "in_waiting_room"] == [120, 120]
    assert {row["user_email"] for row in rows} <= {None, ""}
    assert rows[1]["join_time"] == "2026-11-21T10:05:00Z"


def test_only_the_personal_link_tells_who_somebody_is(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller, approval_type=0)
    anna = caller.call(
        "POST",
        f"/meetings/{number}/registrants",
        {"email": "anna@example.com", "first_name": "Anna"},
    )
    zoom.hold_meeting(
        number,
        [
            Person("Anna's iPad", registrant=anna["registrant_id"]),
            Person("Colleague", "c@example.com", internal=True),
            Person("Guest", "g@example.com", signed_in=True),
        ],
    )
    later(clock, caller, hours=3)
    rows = {row["name"]: row for row in people(caller, number)}

    assert rows["Anna's iPad"]["registrant_id"] == anna["registrant_id"]
    assert rows["Anna's iPad"]["id"] == anna["registrant_id"]
    assert rows["Anna's iPad"]["user_email"] == "anna@example.com"
    assert rows["Colleague"]["user_email"] == "c@example.com"
    assert rows["Colleague"]["internal_user"] is True
    assert not rows["Guest"]["user_email"]


def test_signed_in_guests_are_told_where_the_meeting_says_so(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller, email_in_attendee_report=True)
    zoom.hold_meeting(number, [Person("Guest", "g@example.com", signed_in=True)])
    later(clock, caller, hours=3)
    assert "g@example.com" in [row["user_email"] for row in people(caller, number)]


def test_a_meeting_of_one_has_no_participants(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    zoom.hold_meeting(number)
    later(clock, caller, hours=3)
    assert people(caller, number) == []


def test_a_number_means_the_latest_instance_and_a_uuid_just_that_one(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    held = [zoom.hold_meeting(number, [Person(f"P{n}")], minutes=20) for n in range(3)]
    held[1].start += timedelta(minutes=30)
    later(clock, caller, hours=3)

    told = caller.call("GET", f"/past_meetings/{number}/instances")["meetings"]
    assert {each["uuid"] for each in told} == {each.uuid for each in held}
    assert {each.uuid[0] == "/" or "//" in each.uuid for each in held} == {True, False}
    assert "P1" in [row["name"] for row in people(caller, number)]
    for place, each in enumerate(held):
        names = [row["name"] for row in people(caller, twice(each.uuid))]
        assert f"P{place}" in names


def test_a_uuid_with_slashes_encoded_once_is_not_found(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    held = [zoom.hold_meeting(number, [MARIA]) for _ in range(3)]
    later(clock, caller, hours=3)
    for each in held:
        answer = caller.ask("GET", f"/past_meetings/{quote(each.uuid, safe='')}/participants")
        slashed = each.uuid.startswith("/") or "//" in each.uuid
        assert (answer.status_code, answer.json().get("code")) == (
            (404, 3001) if slashed else (200, None)
        )


def test_many_rows_come_in_pages_of_three_hundred(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    end = START + timedelta(hours=1)
    zoom.hold_meeting(number, [Row(f"P{n}", START, end, str(n)) for n in range(1000)], host=False)
    later(clock, caller, hours=3)
    rows, token, pages = [], "", 0
    while True:
        told = caller.call(
            "GET",
            f"/past_meetings/{number}/participants",
            page_size=300,
            **({"next_page_token": token} if token else {}),
        )
        rows += told["participants"]
        pages += 1
        token = told["next_page_token"]
        if not token:
            break
    assert (len(rows), pages, told["total_records"]) == (1000, 4, 1000)


def test_meetings_are_forgotten_after_a_year(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    held = zoom.hold_meeting(number, [MARIA])
    later(clock, caller, days=366)
    place = f"/past_meetings/{twice(held.uuid)}"
    assert caller.refused("GET", f"{place}/participants")[:2] == (400, 12702)
    assert len(caller.call("GET", f"/past_meetings/{number}/instances")["meetings"]) == 1
    later(clock, caller, days=92)
    assert caller.call("GET", f"/past_meetings/{number}/instances")["meetings"] == []


def test_deleting_a_meeting_leaves_only_its_uuid(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    held = zoom.hold_meeting(number, [MARIA])
    later(clock, caller, minutes=90)
    assert caller.refused("DELETE", f"/meetings/{number}")[:2] == (400, 3002)
    later(clock, caller, hours=3)
    caller.call("DELETE", f"/meetings/{number}")
    assert caller.refused("GET", f"/past_meetings/{number}")[:2] == (404, 3001)
    assert caller.call("GET", f"/past_meetings/{twice(held.uuid)}")["participants_count"] == 2


def test_polls_and_questions_are_told_person_by_person(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    held = zoom.hold_meeting(number, [MARIA])
    held.polls = [Answered("Maria Novak", "", f"Q{n}", "Yes", START) for n in range(2)]
    held.questions = [Answered("Maria Novak", "", "Why?", "Because", START)]
    later(clock, caller, hours=3)

    polls = caller.call("GET", f"/past_meetings/{number}/polls")["questions"]
    asked = caller.call("GET", f"/past_meetings/{number}/qa")["questions"]
    assert [d["question"] for d in polls[0]["question_details"]] == ["Q0", "Q1"]
    assert asked[0]["question_details"] == [{"question": "Why?", "answer": "Because"}]
    with Caller(zoom, ADMIN_SCOPES) as admin:
        told = admin.call("GET", f"/report/meetings/{number}/qa")["questions"][0]
        assert admin.call("GET", f"/report/meetings/{number}/polls")["questions"] == polls
    assert told["question_details"][0]["answer_details"][0]["content"] == "Because"


def test_reports_are_for_administrators(zoom: FakeZoom, caller: Caller, clock: FixedClock) -> None:
    number = meeting(caller, approval_type=0)
    zoom.hold_meeting(number, [Person("Maria Novak", breakouts=((10, 20),))])
    later(clock, caller, hours=3)
    place = f"/report/meetings/{number}/participants"
    status, code, message = caller.refused("GET", place)
    assert (status, code) == (400, 4711)
    assert message.endswith("scopes:[report:read:list_meeting_participants:admin].")

    with Caller(zoom, ADMIN_SCOPES) as admin:
        plain = admin.call("GET", place)["participants"]
        told = admin.call("GET", place, include_fields="registrant_id")["participants"]
        window = {"from_": "2026-11-01", "to": "2026-11-30"}
        held = admin.call("GET", "/report/users/me/meetings", **window)["meetings"]
        assert admin.refused("GET", "/report/users/me/meetings", from_="2026-11-01")[0] == 400
        too_long = window | {"from_": "2026-10-01"}
        assert admin.refused("GET", "/report/users/me/meetings", **too_long)[0] == 400
    assert [each["id"] for each in held] == [number]
    assert not any("registrant_id" in row for row in plain)
    assert all("registrant_id" in row for row in told)
    assert sum("bo_mtg_id" in row for row in told) == 1


def test_a_webinar_tells_who_came_and_who_did_not(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    made = caller.webinar(start_time="2026-11-21T10:00:00Z", settings={"approval_type": 0})
    people = [
        caller.call(
            "POST",
            f"/webinars/{made['id']}/registrants",
            {"email": f"{name}@example.com", "first_name": name},
        )["registrant_id"]
        for name in ("Anna", "Tom")
    ]
    zoom.hold_meeting(made["id"], [Person("Anna", registrant=people[0])])
    later(clock, caller, hours=3)

    place = f"/past_webinars/{made['id']}"
    came = caller.call("GET", f"{place}/participants")["participants"]
    missed = caller.call("GET", f"{place}/absentees")["registrants"]
    assert people[0] in [row["registrant_id"] for row in came]
    assert [each["first_name"] for each in missed] == ["Tom"]
    assert len(caller.call("GET", f"{place}/instances")["webinars"]) == 1

    open_to_all = caller.webinar(start_time="2026-11-21T14:00:00Z")
    zoom.hold_meeting(open_to_all["id"], [MARIA], at=START)
    assert caller.refused("GET", f"/past_webinars/{open_to_all['id']}/absentees")[:2] == (400, 3000)


def test_recordings_are_listed_when_they_are_done(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller, auto_recording="cloud")
    held = zoom.hold_meeting(number, [MARIA])
    later(clock, caller, hours=2)
    assert caller.refused("GET", f"/meetings/{number}/recordings")[:2] == (404, 3301)
    later(clock, caller, minutes=3)

    told = caller.call("GET", f"/meetings/{number}/recordings")
    assert [each["file_type"] for each in told["recording_files"]] == ["MP4", "CHAT"]
    assert caller.call("GET", f"/meetings/{twice(held.uuid)}/recordings") == told
    assert len(caller.call("GET", "/users/me/recordings")["meetings"]) == 1
    far = {"from_": "2026-01-01", "to": "2026-11-21"}
    assert caller.refused("GET", "/users/me/recordings", **far)[:2] == (400, 300)


def test_the_app_ends_a_meeting_and_learns_who_was_there(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    running = zoom.start_meeting(number, [MARIA])
    clock.move(minutes=30)
    assert caller.refused("GET", f"/past_meetings/{twice(running.uuid)}")[:2] == (404, 3001)
    caller.call("PUT", f"/meetings/{number}/status", {"action": "end"})
    clock.move(minutes=3)
    assert [row["duration"] for row in people(caller, number)] == [1800, 1800]


def test_a_running_meeting_is_ended_from_outside(
    zoom: FakeZoom, caller: Caller, clock: FixedClock
) -> None:
    number = meeting(caller)
    zoom.start_meeting(number)
    told = caller.call("GET", "/users/me/meetings", type="live")["meetings"]
    assert [each["id"] for each in told] == [number]
    clock.move(minutes=30)
    zoom.end_meeting(number, [MARIA], report_takes=timedelta())
    assert [row["duration"] for row in people(caller, number)] == [1800, 1800]
    assert caller.refused("PUT", f"/meetings/{number}/status", {"action": "end"})[:2] == (400, 3000)


@pytest.mark.parametrize("scope", ["meeting:read:list_past_participants"])
def test_who_came_needs_its_own_scope(zoom: FakeZoom, scope: str) -> None:
    with Caller(zoom, USER_SCOPES - {scope}) as limited:
        place = f"/past_meetings/{meeting(limited)}/participants"
        assert limited.refused("GET", place)[1] == 4711
