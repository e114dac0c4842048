"""Meetings and webinars at the Zoom to test against: strict requests, true answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.zoom.apps import USER_SCOPES
from tests.fakes.zoom.limits import Label, Plan
from tests.fakes.zoom_caller import Caller

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

WEEKLY = {"type": 2, "weekly_days": "3,5", "end_times": 4}


def test_a_user_is_told_with_plan_and_zone(caller: Caller, zoom: FakeZoom) -> None:
    me = caller.call("GET", "/users/me")
    assert (me["email"], me["type"], me["timezone"]) == ("host@example.com", 2, "Europe/London")
    assert caller.call("GET", f"/users/{me['id']}") == me
    assert caller.call("GET", "/users/me/settings")["feature"]["webinar"] is True
    zoom.add_user("other@example.com")
    assert caller.refused("GET", "/users/other@example.com")[:2] == (404, 1001)


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_missing_scope_is_named(zoom: FakeZoom, status: int) -> None:
    zoom.oauth.missing_scope_status = status
    with Caller(zoom, USER_SCOPES - {"user:read:user"}) as caller:
        assert caller.refused("GET", "/users/me") == (
            status,
            4711,
            "Invalid access token, does not contain scopes:[user:read:user, user:read:user:admin].",
        )


def test_a_meeting_is_read_back_as_it_was_made(caller: Caller) -> None:
    made = caller.meeting(
        start_time="2026-11-24T10:00:00",
        timezone="Europe/Paris",
        duration=90,
        settings={"approval_type": 0, "waiting_room": True, "join_before_host": True},
    )
    read = caller.call("GET", f"/meetings/{made['id']}")

    assert made["start_time"] == "2026-11-24T09:00:00Z"
    assert read | {"start_url": made["start_url"]} == made
    assert read["start_url"] != made["start_url"]
    assert read["settings"]["join_before_host"] is False
    assert read["registration_url"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"bogus": 1}, "bogus"),
        ({"settings": {"bogus": 1}}, "settings.bogus"),
        ({"duration": 0}, "duration"),
        ({"duration": 1441}, "duration"),
        ({"duration": "60"}, "duration"),
        ({"duration": True}, "duration"),
        ({"topic": "x" * 201}, "topic"),
        ({"topic": None}, "topic"),
        ({"agenda": "x" * 2001}, "agenda"),
        ({"password": "x" * 11}, "password"),
        ({"type": 5}, "type"),
        ({"start_time": "2026-11-24 10:00"}, "start_time"),
        ({"start_time": "2026-13-24T10:00:00Z"}, "start_time"),
        ({"start_time": "2026-11-24T10:00:00+01:00"}, "start_time"),
        ({"timezone": "Europe/Nowhere"}, "timezone"),
        ({"settings": {"approval_type": 3}}, "settings.approval_type"),
        ({"settings": {"waiting_room": 1}}, "settings.waiting_room"),
        ({"settings": {"registration_type": 2}}, "settings.registration_type"),
        ({"settings": {"alternative_hosts": "a@b.example"}}, "settings.alternative_hosts"),
        ({"recurrence": WEEKLY}, "recurrence"),
        ({"type": 3, "recurrence": WEEKLY}, "recurrence"),
        ({"type": 8}, "recurrence"),
        ({"type": 8, "recurrence": {"type": 2, "weekly_days": "8"}}, "recurrence.weekly_days"),
        ({"type": 8, "recurrence": {"type": 1, "weekly_days": "1"}}, "recurrence.weekly_days"),
        ({"type": 8, "recurrence": {}}, "recurrence.type"),
        (
            {"type": 8, "recurrence": {"type": 1, "end_date_time": "2026-11-21T09:00:00Z"}},
            "recurrence.end_date_time",
        ),
        (
            {"type": 8, "recurrence": {"type": 3, "repeat_interval": 11}},
            "recurrence.repeat_interval",
        ),
        (
            {"type": 8, "recurrence": WEEKLY | {"end_date_time": "2027-01-01T00:00:00Z"}},
            "recurrence.end_date_time",
        ),
    ],
)
def test_a_request_is_refused_with_the_field_that_is_wrong(
    caller: Caller, said: dict[str, object], field: str
) -> None:
    answer = caller.ask("POST", "/users/me/meetings", {"topic": "Wound care"} | said)
    assert (answer.status_code, answer.json()["code"]) == (400, 300)
    assert [error["field"] for error in answer.json()["errors"]] == [field]


@pytest.mark.parametrize("key", ["show_join_info", "enforce_login"])
def test_changing_a_meeting_has_settings_of_its_own(caller: Caller, key: str) -> None:
    place = f"/meetings/{caller.meeting()['id']}"
    assert caller.refused("PATCH", place, {"settings": {key: True}})[:2] == (400, 300)
    caller.call("PATCH", place, {"settings": {"custom_keys": [{"key": "k", "value": "v"}]}})


def test_unknown_query_keys_and_broken_bodies_are_refused(caller: Caller, zoom: FakeZoom) -> None:
    made = caller.meeting()
    assert caller.refused("GET", f"/meetings/{made['id']}", bogus=1)[:2] == (400, 300)
    answer = caller.session.post(
        f"{zoom.api_url}/users/me/meetings",
        data="{",
        headers={"Content-Type": "application/json"},
        timeout=5,
    )
    assert answer.json()["code"] == 300


def test_a_weekly_meeting_keeps_its_hour_over_the_change_of_clocks(caller: Caller) -> None:
    made = caller.meeting(
        type=8,
        timezone="Europe/London",
        start_time="2027-03-24T10:00:00",
        recurrence={"type": 2, "weekly_days": "4", "end_times": 2},
    )
    assert [each["start_time"] for each in made["occurrences"]] == [
        "2027-03-24T10:00:00Z",
        "2027-03-31T09:00:00Z",
    ]


@pytest.mark.parametrize(
    ("recurrence", "days"),
    [
        ({"type": 1, "repeat_interval": 2, "end_times": 3}, ["11-24", "11-26", "11-28"]),
        (WEEKLY, ["11-24", "11-26", "12-01", "12-03"]),
        ({"type": 3, "monthly_day": 31, "end_times": 2}, ["12-31", "01-31"]),
        (
            {"type": 3, "monthly_week": -1, "monthly_week_day": 6, "end_times": 2},
            ["11-27", "12-25"],
        ),
        ({"type": 1, "end_date_time": "2026-11-25T23:00:00Z"}, ["11-24", "11-25"]),
    ],
)
def test_occurrences_fall_on_the_days_that_were_asked_for(
    caller: Caller, recurrence: dict[str, object], days: list[str]
) -> None:
    made = caller.meeting(type=8, recurrence=recurrence)
    assert [each["start_time"][5:10] for each in made["occurrences"]] == days


def test_one_occurrence_is_moved_and_another_deleted(caller: Caller, clock: FixedClock) -> None:
    made = caller.meeting(type=8, recurrence=WEEKLY)
    place = f"/meetings/{made['id']}"
    first, second, *_ = (each["occurrence_id"] for each in made["occurrences"])

    caller.call(
        "PATCH", place, {"start_time": "2026-11-24T12:00:00Z", "duration": 30}, occurrence_id=first
    )
    caller.call("DELETE", place, occurrence_id=second)

    moved = caller.call("GET", place, occurrence_id=first)
    assert (moved["start_time"], moved["duration"]) == ("2026-11-24T12:00:00Z", 30)
    assert caller.refused("GET", place, occurrence_id=second)[:2] == (400, 300)
    assert caller.refused("PATCH", place, {"topic": "x"}, occurrence_id=first)[:2] == (400, 300)
    clock.move(days=6)
    caller.sign_in()
    assert len(caller.call("GET", place)["occurrences"]) == 2
    assert len(caller.call("GET", place, show_previous_occurrences="true")["occurrences"]) == 4


def test_a_start_in_the_past_is_silently_left_out(caller: Caller) -> None:
    made = caller.meeting(start_time="2026-01-01T10:00:00Z")
    assert made["start_time"] == "2026-11-21T09:00:00Z"
    caller.call("PATCH", f"/meetings/{made['id']}", {"start_time": "2026-01-01T10:00:00Z"})
    assert caller.call("GET", f"/meetings/{made['id']}")["start_time"] == "2026-11-21T09:00:00Z"


def test_a_deleted_meeting_is_gone(caller: Caller) -> None:
    made = caller.meeting()
    caller.call("DELETE", f"/meetings/{made['id']}")
    assert caller.refused("GET", f"/meetings/{made['id']}") == (
        404,
        3001,
        f"Meeting does not exist: {made['id']}.",
    )
    caller.call("PUT", f"/meetings/{made['id']}/status", {"action": "recover"})
    assert caller.call("GET", f"/meetings/{made['id']}")["topic"] == "Wound care"


def test_a_meeting_of_somebody_else_does_not_exist(caller: Caller, zoom: FakeZoom) -> None:
    made = caller.meeting()
    with Caller(zoom, user=zoom.add_user("other@example.com")) as other:
        assert other.refused("GET", f"/meetings/{made['id']}")[:2] == (404, 3001)


def test_lists_tell_what_comes_and_nothing_of_settings(caller: Caller, clock: FixedClock) -> None:
    soon = caller.meeting(start_time="2026-11-21T20:00:00Z")
    series = caller.meeting(type=8, recurrence=WEEKLY)
    anytime = caller.meeting(type=3)

    listed = caller.call("GET", "/users/me/meetings")["meetings"]
    coming = caller.call("GET", "/users/me/meetings", type="upcoming")["meetings"]
    today = caller.call("GET", "/users/me/upcoming_meetings")["meetings"]

    assert {each["id"] for each in listed} == {soon["id"], series["id"], anytime["id"]}
    assert not any("settings" in each or "registration_url" in each for each in listed)
    assert [each["id"] for each in coming].count(series["id"]) == 4
    assert [each["id"] for each in today] == [soon["id"]]
    clock.move(days=31)
    caller.sign_in()
    left = caller.call("GET", "/users/me/meetings")["meetings"]
    assert soon["id"] not in [each["id"] for each in left]


def test_pages_have_to_be_turned(caller: Caller, clock: FixedClock, zoom: FakeZoom) -> None:
    for number in range(5):
        caller.meeting(topic=f"Evening {number}")
    place = "/users/me/meetings"
    first = caller.call("GET", place, page_size=2)
    second = caller.call("GET", place, page_size=2, next_page_token=first["next_page_token"])
    third = caller.call("GET", place, page_size=2, next_page_token=second["next_page_token"])

    pages = (first, second, third)
    assert [[each["topic"][-1] for each in page["meetings"]] for page in pages] == [
        ["0", "1"],
        ["2", "3"],
        ["4"],
    ]
    assert (first["page_count"], first["total_records"]) == (3, 5)
    assert third["next_page_token"] == ""
    old = caller.call("GET", place, page_size=2, page_number=2)
    assert old["meetings"] == first["meetings"]
    stale = (400, 300, "The next page token is invalid or expired.")
    token = first["next_page_token"]
    assert caller.refused("GET", place, page_size=3, next_page_token=token) == stale
    assert caller.refused("GET", place, page_size=301)[:2] == (400, 300)
    clock.move(minutes=15)
    assert caller.refused("GET", place, page_size=2, next_page_token=token) == stale


def test_the_hundred_and_first_change_of_a_day_is_refused(
    caller: Caller, clock: FixedClock
) -> None:
    made = caller.meeting()
    for number in range(99):
        caller.call("PATCH", f"/meetings/{made['id']}", {"topic": f"Topic {number}"})
    answer = caller.ask("PATCH", f"/meetings/{made['id']}", {"topic": "Too many"})

    assert answer.status_code == 429
    assert "resume these requests at GMT 00:00:00" in answer.json()["message"]
    assert "Retry-After" not in answer.headers
    assert "X-RateLimit-Type" not in answer.headers
    assert answer.headers["x-ratelimit-remaining"] == "5893"
    clock.move(hours=15)
    caller.sign_in()
    caller.meeting()


def test_a_rate_is_refused_with_the_second_of_its_end(caller: Caller, zoom: FakeZoom) -> None:
    zoom.limits.rates = True
    zoom.limits.ticks = lambda: 7.5
    for _ in range(20):
        caller.call("GET", "/users/me/meetings")
    answer = caller.ask("GET", "/users/me/meetings")

    assert answer.status_code == 429
    assert answer.headers["X-RateLimit-Category"] == "Medium"
    assert answer.headers["X-RateLimit-Type"] == "QPS"
    assert answer.headers["X-RateLimit-Limit"] == "20"
    assert int(answer.headers["X-RateLimit-Reset"]) > zoom.clock().timestamp()
    zoom.limits.ticks = lambda: 8.5
    caller.call("GET", "/users/me/meetings")


def test_a_daily_limit_says_until_when_as_a_date(caller: Caller, zoom: FakeZoom) -> None:
    zoom.limits.plan = Plan(zoom.limits.plan.rates, {Label.MEDIUM: 1})
    caller.call("GET", "/users/me/meetings")
    answer = caller.ask("GET", "/users/me/meetings")
    assert answer.status_code == 429
    assert answer.headers["X-RateLimit-Type"] == "Daily-limit"
    assert answer.headers["Retry-After"] == "2026-11-22T00:00:00Z"


def test_a_series_becomes_a_single_meeting(caller: Caller) -> None:
    made = caller.meeting(type=8, recurrence=WEEKLY)
    caller.call("PATCH", f"/meetings/{made['id']}", {"type": 2})
    single = caller.call("GET", f"/meetings/{made['id']}")
    assert "recurrence" not in single
    assert "occurrences" not in single


def test_webinars_need_their_plan(caller: Caller, zoom: FakeZoom) -> None:
    with Caller(zoom, user=zoom.add_user("plain@example.com")) as plain:
        status, code, message = plain.refused("GET", "/users/me/webinars")
    assert (status, code) == (400, 200)
    assert message.startswith("Webinar plan is missing.")

    made = caller.webinar(settings={"approval_type": 0, "panelists_video": True})
    caller.call("PATCH", f"/webinars/{made['id']}", {"agenda": "Two hours"})
    assert caller.call("GET", f"/webinars/{made['id']}")["agenda"] == "Two hours"
    assert caller.call("GET", "/users/me/webinars")["webinars"][0]["type"] == 5
    assert caller.refused("GET", f"/meetings/{made['id']}")[:2] == (400, 3000)
    assert caller.refused("GET", f"/webinars/{caller.meeting()['id']}")[:2] == (400, 300)
    caller.call("DELETE", f"/webinars/{made['id']}")


def test_a_server_app_knows_no_me(zoom: FakeZoom) -> None:
    app = zoom.add_server_app()
    with Caller(zoom) as caller:
        form = {"grant_type": "account_credentials", "account_id": app.account_id}
        answer = caller.session.post(
            f"{zoom.address}/oauth/token",
            form,
            auth=(app.client_id, app.secret),
            timeout=5,
        )
        caller.session.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
        assert caller.refused("GET", "/users/me")[:2] == (404, 1001)
        assert caller.call("GET", "/users/host@example.com")["first_name"] == "Host"


def test_the_invitation_holds_the_way_in(caller: Caller) -> None:
    made = caller.meeting()
    told = caller.call("GET", f"/meetings/{made['id']}/invitation")["invitation"]
    assert made["join_url"] in told
