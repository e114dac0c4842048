from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.zones import moment, parsed, wall_time, zone_names


def test_a_time_is_read_in_the_zone_of_the_event() -> None:
    assert parsed("2026-07-01T14:00", "Europe/London") == datetime(2026, 7, 1, 13, tzinfo=UTC)


def test_a_time_with_its_own_offset_is_taken_exactly() -> None:
    assert parsed("2026-10-25T01:30+00:00", "Europe/London").hour == 1


def test_a_time_that_the_clocks_skip_is_refused_with_a_reason() -> None:
    with pytest.raises(Invalid, match=r"2026-03-29 01:30 does not exist in Europe/London"):
        parsed("2026-03-29T01:30", "Europe/London")


def test_of_two_equal_times_in_autumn_the_earlier_is_meant() -> None:
    assert parsed("2026-10-25T01:30", "Europe/London") == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "tomorrow", "14:00", "2026-13-01T10:00"])
def test_nonsense_is_no_time(text: str) -> None:
    with pytest.raises(Invalid):
        parsed(text, "UTC")


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "Europe/London\x00"])
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(Invalid):
        moment(datetime(2026, 1, 1), zone)  # noqa: DTZ001 - a wall-clock time


@given(
    at=st.datetimes(datetime(1990, 1, 1), datetime(2060, 1, 1)),  # noqa: DTZ001
    zone=st.sampled_from(["UTC", "Europe/London", "America/New_York", "Asia/Kathmandu"]),
)
def test_every_wall_time_of_a_moment_means_a_moment_that_shows_it(at: datetime, zone: str) -> None:
    utc = at.replace(tzinfo=UTC, microsecond=0)
    wall = wall_time(utc, zone)
    back = moment(wall.replace(fold=0), zone)
    assert wall_time(back, zone).replace(fold=0) == wall.replace(fold=0)
    assert abs(back - utc) <= timedelta(hours=1)  # the two equal times in autumn


def test_the_places_to_choose_from_are_places() -> None:
    assert "Europe/London" in zone_names()
    assert not any(name.startswith("Etc/") for name in zone_names())
