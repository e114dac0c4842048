"""A report replaces another only if both tell of the same time that the same meeting was held."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.report_versions import Subject, same_meeting

NOON = datetime(2026, 12, 1, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
FILE = Subject(Origin.ZOOM_MEETING, "812", topic="Wounds", first=NOON, last=NOON + HOUR)
FETCHED = replace(FILE, origin=Origin.ZOOM_ANSWER, instances=frozenset({"a=="}))
TEAMS = replace(FILE, origin=Origin.TEAMS, meeting="")


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (FILE, "same"),
        (FETCHED, "same"),
        (replace(FILE, topic="Renamed"), "same"),
        (replace(FILE, meeting="999"), "another number"),
        (replace(FILE, first=NOON + 2 * HOUR, last=NOON + 3 * HOUR), "later that day"),
        (replace(FILE, first=NOON + HOUR / 2, last=NOON + 2 * HOUR), "same"),
        (replace(FILE, first=None, last=None), "same"),
        (replace(FILE, first=None, last=None, session=7), "another session"),
        (TEAMS, "another service"),
    ],
)
def test_a_file_tells_anew_of_the_same_number_at_the_same_time(other: Subject, same: str) -> None:
    assert same_meeting(FILE, other) is (same == "same")
    assert same_meeting(other, FILE) is (same == "same")


def test_what_zoom_calls_an_instance_decides_whatever_else_is_told() -> None:
    later = replace(FETCHED, first=NOON + 9 * HOUR, last=NOON + 10 * HOUR, meeting="999")
    assert same_meeting(FETCHED, later)
    assert not same_meeting(FETCHED, replace(FETCHED, instances=frozenset({"b=="})))


def test_without_a_number_the_topic_the_session_and_the_time_must_fit() -> None:
    assert same_meeting(TEAMS, replace(TEAMS, last=NOON + 2 * HOUR))
    assert not same_meeting(TEAMS, replace(TEAMS, topic="Burns"))
    assert not same_meeting(TEAMS, replace(TEAMS, session=2))
    assert not same_meeting(replace(TEAMS, topic=""), replace(TEAMS, topic=""))
