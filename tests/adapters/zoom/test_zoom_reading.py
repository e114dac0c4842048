from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.zoom.fields import (
    TYPES,
    body,
    read_line,
    read_meeting,
    read_series,
    recurrence,
)
from cpd_desktop.adapters.zoom.past import read_presence
from cpd_desktop.adapters.zoom.reading import day, moment, number, record, records, text
from cpd_desktop.adapters.zoom.recordings import read_recording
from cpd_desktop.adapters.zoom.registrants import read_registrant
from cpd_desktop.adapters.zoom.uuids import in_address
from cpd_desktop.domain.meeting_changes import differences
from cpd_desktop.domain.meeting_series import Every, Series
from cpd_desktop.domain.meetings import (
    Approval,
    Kind,
    MeetingDraft,
    MeetingSettings,
    Recorded,
    Rhythm,
)
from cpd_desktop.domain.registrants import Standing

STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
DRAFT = MeetingDraft(Kind.MEETING, "Wound care", "Europe/London", STARTS, 90, "All about wounds")

_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=6,
)
_KEYS = (
    "id", "uuid", "topic", "type", "start_time", "duration", "timezone", "agenda", "settings",
    "password", "status", "recurrence", "occurrences", "alternative_hosts", "approval_type",
    "auto_recording", "repeat_interval", "weekly_days", "monthly_week", "monthly_week_day",
    "monthly_day", "end_times", "end_date_time", "name", "join_time", "leave_time",
    "registrant_id", "internal_user", "recording_files", "auto_delete_date",
    "custom_questions", "create_time",
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "path"),
    [
        (98765432101, "98765432101"),
        ("abc==", "abc%3D%3D"),
        ("a/b==", "a%2Fb%3D%3D"),
        ("/abc//d==", "%252Fabc%252F%252Fd%253D%253D"),
        ("ab//d==", "ab%252F%252Fd%253D%253D"),
        ("/abc+", "%252Fabc%252B"),
    ],
)
def test_an_instance_is_found_whatever_its_name(name: str | int, path: str) -> None:
    assert in_address(name) == path


@given(st.text("abcAZ019+/=", min_size=1, max_size=24))
def test_a_name_never_breaks_out_of_its_place_in_the_path(name: str) -> None:
    path = in_address(name)
    assert not set("/+=?#") & set(path)
    assert name in {unquote(path), unquote(unquote(path))}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-10-09T09:00:00Z", datetime(2026, 10, 9, 9, tzinfo=UTC)),
        ("2026-10-09T09:00:00.66Z", datetime(2026, 10, 9, 9, 0, 0, 660_000, tzinfo=UTC)),
        ("2026-10-09T11:00:00+02:00", datetime(2026, 10, 9, 9, tzinfo=UTC)),
        ("2026-10-09T09:00:00", datetime(2026, 10, 9, 9, tzinfo=UTC)),
        ("", None),
        (None, None),
        (5, None),
        ("2026-13-09T09:00:00Z", None),
    ],
)
def test_a_moment_is_read_however_zoom_writes_it(written: object, meant: datetime | None) -> None:
    assert moment(written) == meant


@given(_json)
def test_nothing_in_an_answer_stops_the_reading(value: Any) -> None:
    assert isinstance(text(value), str)
    assert isinstance(number(value), int)
    assert isinstance(record(value), dict)
    assert all(isinstance(each, dict) for each in records(value))
    assert moment(value) is None or moment(value)
    assert day(value) is None or isinstance(day(value), date)


@given(st.dictionaries(st.sampled_from(_KEYS), _json))
def test_an_answer_of_any_shape_is_read(told: dict[str, Any]) -> None:
    assert read_meeting(Kind.MEETING, told).at.kind is Kind.MEETING
    assert read_line(Kind.WEBINAR, told).at.kind is Kind.WEBINAR
    assert read_presence(told, 7, "abc").row == 7
    assert read_registrant(told, Standing.PENDING).standing in Standing
    assert isinstance(read_recording(told).files, tuple)


def test_a_guest_of_a_real_report_is_read_with_all_that_is_missing() -> None:
    told = {
        "id": None, "user_id": "16778240", "name": "Iris", "user_email": None, "duration": 1800,
        "join_time": "2026-10-09T09:00:00Z", "leave_time": "2026-10-09T09:30:00Z",
        "status": "in_meeting", "groupId": "", "attentiveness_score": "", "internal_user": False,
    }  # fmt: skip
    presence = read_presence(told, 1, "abc==")
    assert (presence.name, presence.email, presence.account) == ("Iris", "", "")
    assert presence.connection == "16778240"
    assert presence.seconds == 1800
    assert presence.guest
    assert not presence.waiting
    assert read_presence(told | {"status": "in_waiting_room"}, 2, "abc==").waiting
    assert read_presence({}, 3, "").guest is None
    both = {"id": "registrant", "participant_user_id": "account"}
    assert read_presence(both, 4, "").account == "account"


def test_people_register_for_what_is_made_because_the_switch_is_where_zoom_looks_for_it() -> None:
    told = body(DRAFT)
    assert told["settings"]["approval_type"] == 0
    assert told["settings"]["email_in_attendee_report"] is True
    assert told["start_time"] == "2026-12-01T14:00:00Z"
    assert told["type"] == 2
    assert "password" not in told
    assert "registration_type" not in told["settings"]


def test_a_series_is_told_in_local_time_so_that_it_keeps_its_hour() -> None:
    summer = datetime(2026, 7, 1, 13, 0, tzinfo=UTC)
    told = body(replace(DRAFT, starts=summer, series=Series(Every.WEEK, days=(2, 6), times=4)))
    assert told["start_time"] == "2026-07-01T14:00:00"
    assert told["timezone"] == "Europe/London"
    assert told["recurrence"] == {
        "type": 2, "repeat_interval": 1, "weekly_days": "1,4", "end_times": 4,
    }  # fmt: skip
    assert told["settings"]["registration_type"] == 1


def test_only_what_was_changed_is_told() -> None:
    assert body(DRAFT, ["topic"]) == {"topic": "Wound care"}
    assert body(DRAFT, ["waiting_room"]) == {"settings": {"waiting_room": True}}
    assert body(replace(DRAFT, kind=Kind.WEBINAR), ["waiting_room"]) == {}


def test_a_meeting_without_fixed_time_is_told_neither_start_nor_length() -> None:
    assert not {"start_time", "duration"} & set(body(replace(DRAFT, starts=None)))


_days = st.lists(st.integers(0, 6), min_size=1, unique=True).map(lambda days: tuple(sorted(days)))
_ends = st.one_of(
    st.integers(1, 60).map(lambda times: {"times": times}),
    st.just({"until": datetime(2027, 3, 1, 12, tzinfo=UTC)}),
)
_series = st.one_of(
    st.builds(lambda every, end: Series(Every.DAY, every, **end), st.integers(1, 99), _ends),
    st.builds(
        lambda every, days, end: Series(Every.WEEK, every, days, **end),
        st.integers(1, 50), _days, _ends,
    ),
    st.builds(
        lambda every, on, end: Series(Every.MONTH, every, month_day=on, **end),
        st.integers(1, 10), st.integers(1, 31), _ends,
    ),
    st.builds(
        lambda every, on, week, end: Series(Every.MONTH, every, (on,), week=week, **end),
        st.integers(1, 10), st.integers(0, 6), st.sampled_from([1, 2, 3, 4, -1]), _ends,
    ),
)  # fmt: skip


@given(_series)
def test_a_series_comes_back_as_it_was_told(series: Series) -> None:
    assert series.problem() is None
    assert read_series(recurrence(series)) == series


@given(
    st.sampled_from(Kind),
    st.none() | _series,
    st.sampled_from([STARTS, None]),
    st.builds(
        MeetingSettings,
        st.sampled_from(Approval),
        st.booleans(),
        st.booleans(),
        passcode=st.sampled_from(["", "873511"]),
        alternative_hosts=st.sampled_from([(), ("a@b.example", "c@d.example")]),
        recorded=st.sampled_from(Recorded),
    ),
)
def test_what_was_told_is_read_back_without_any_difference(
    kind: Kind,
    series: Series | None,
    at: datetime | None,
    settings: MeetingSettings,
) -> None:
    starts = STARTS if series else at
    draft = replace(DRAFT, kind=kind, starts=starts, series=series, settings=settings)
    told = body(draft)
    if series:  # Zoom tells the start in UTC, however it was given
        told["start_time"] = "2026-12-01T14:00:00Z"
    found = read_meeting(kind, told).draft
    assert differences(draft, draft, found) == []
    assert found.rhythm is draft.rhythm


def test_each_kind_and_rhythm_has_its_own_number_at_zoom() -> None:
    assert len(set(TYPES.values())) == len(TYPES) == len(Kind) * len(Rhythm)


def test_the_start_link_is_not_among_what_is_kept_of_a_meeting() -> None:
    told = body(DRAFT) | {"id": 1, "start_url": "https://zoom.example/s/1?zak=s3cr3t"}
    assert "s3cr3t" not in repr(read_meeting(Kind.MEETING, told))


def test_the_hosts_own_room_is_told_apart() -> None:
    assert read_meeting(Kind.MEETING, {"type": 4}).personal
    assert not read_meeting(Kind.MEETING, {"type": 2}).personal


def test_a_name_that_was_cut_in_the_middle_of_a_letter_can_still_be_kept() -> None:
    told = json.loads('{"name": "Zo\\u00eb \\ud83d\\ude00 \\ud83d"}')
    assert text(told["name"]) == "Zoë 😀 ?"
