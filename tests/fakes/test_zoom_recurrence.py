"""Recurring meetings at the Zoom to test against fall on days that anybody can count."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.zoom.recurrence import starts

if TYPE_CHECKING:
    from tests.fakes.zoom.wire import Json

ZONE = "Europe/London"
FIRST = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(  # noqa: DTZ001 - a day
    lambda day: day.replace(hour=10, minute=30, second=0, microsecond=0, tzinfo=ZoneInfo(ZONE))
)
TIMES = st.integers(1, 60)
DAYS = st.sets(st.integers(1, 7), min_size=1)


def local_starts(first: datetime, recurrence: Json) -> list[datetime]:
    found = starts(first.astimezone(UTC), ZONE, recurrence)
    return [at.astimezone(ZoneInfo(ZONE)) for at in found]


@given(FIRST, st.integers(1, 50), DAYS, TIMES)
def test_weeks_keep_their_days_and_their_hour(
    first: datetime, step: int, days: set[int], times: int
) -> None:
    said = {
        "type": 2,
        "repeat_interval": step,
        "weekly_days": ",".join(map(str, days)),
        "end_times": times,
    }
    found = local_starts(first, said)
    assert len(found) == times
    assert {at.isoweekday() % 7 + 1 for at in found} <= days
    assert {(at.hour, at.minute) for at in found} == {(10, 30)}
    assert all(earlier < after for earlier, after in pairwise(found))
    assert found[0] >= first


@given(FIRST, st.integers(1, 99), TIMES)
def test_days_are_as_far_apart_as_asked(first: datetime, step: int, times: int) -> None:
    found = local_starts(first, {"type": 1, "repeat_interval": step, "end_times": times})
    assert found[0] == first
    assert {(b.date() - a.date()).days for a, b in pairwise(found)} <= {step}


@given(FIRST, st.integers(1, 10), st.integers(1, 31), st.integers(1, 12))
def test_months_without_the_day_are_left_out(
    first: datetime, step: int, day: int, times: int
) -> None:
    said = {"type": 3, "repeat_interval": step, "monthly_day": day, "end_times": times}
    found = local_starts(first, said)
    assert {at.day for at in found} == {day}
    months = [at.year * 12 + at.month for at in found]
    assert all((b - a) % step == 0 for a, b in pairwise(months))
