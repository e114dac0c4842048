from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.meeting_series import Every, Series, series_of
from cpd_desktop.domain.recurrence import Recurrence, Rule
from cpd_desktop.services.recurrence import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator

STARTS = datetime(2026, 12, 1, 14, 0)  # noqa: DTZ001 - a local time; a Tuesday


def _series(rule: str) -> Series:
    return series_of(Recurrence(STARTS, "Europe/London", rule))


@pytest.mark.parametrize(
    ("rule", "series"),
    [
        ("FREQ=DAILY;COUNT=5", Series(Every.DAY, times=5)),
        ("FREQ=WEEKLY;COUNT=5", Series(Every.WEEK, days=(1,), times=5)),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5",
            Series(Every.WEEK, 2, days=(1, 3), times=5),
        ),
        ("FREQ=MONTHLY;COUNT=5", Series(Every.MONTH, month_day=1, times=5)),
        ("FREQ=MONTHLY;BYDAY=-1TU;COUNT=5", Series(Every.MONTH, days=(1,), week=-1, times=5)),
        (
            "FREQ=DAILY;UNTIL=20261224",
            Series(Every.DAY, until=datetime(2026, 12, 24, 23, 59, 59, tzinfo=UTC)),
        ),
    ],
)
def test_a_series_that_zoom_knows_is_told_in_its_own_words(rule: str, series: Series) -> None:
    assert _series(rule) == series
    assert series.problem() is None


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;COUNT=3",
        "FREQ=DAILY;BYDAY=MO,TU;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3",
        "FREQ=MONTHLY;BYMONTHDAY=1,15;COUNT=3",
        "FREQ=MONTHLY;BYDAY=5TU;COUNT=3",
        "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=3",
        "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=3",
        "FREQ=WEEKLY;BYMONTH=1;COUNT=3",
    ],
)
def test_a_series_that_zoom_would_hold_otherwise_is_refused_in_words(rule: str) -> None:
    with pytest.raises(Invalid, match="Zoom cannot hold this series"):
        _series(rule)


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("FREQ=DAILY;COUNT=61", "at most 60 dates"),
        ("FREQ=DAILY;INTERVAL=100;COUNT=3", "every 99"),
        ("FREQ=WEEKLY;INTERVAL=51;COUNT=3", "every 50"),
        ("FREQ=MONTHLY;INTERVAL=11;COUNT=3", "every 10"),
    ],
)
def test_a_limit_of_zoom_is_named(rule: str, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        _series(rule)


def test_dates_left_out_cannot_be_told_to_zoom() -> None:
    with pytest.raises(Invalid):
        series_of(Recurrence(STARTS, "UTC", "FREQ=DAILY;COUNT=3", left_out=(STARTS,)))


@pytest.mark.parametrize(
    "series",
    [
        Series(Every.DAY),
        Series(Every.DAY, times=3, until=datetime(2026, 12, 24, tzinfo=UTC)),
        Series(Every.WEEK, times=3),
        Series(Every.WEEK, days=(7,), times=3),
        Series(Every.MONTH, times=3),
        Series(Every.MONTH, month_day=32, times=3),
        Series(Every.MONTH, week=5, days=(1,), times=3),
        Series(Every.MONTH, week=1, days=(1, 2), times=3),
        Series(Every.MONTH, week=1, days=(1,), month_day=1, times=3),
    ],
)
def test_a_series_without_its_end_or_day_is_refused(series: Series) -> None:
    assert series.problem()


def _held(series: Series, starts: datetime) -> Iterator[datetime]:
    """Go through every day as Zoom's own description of its fields has it."""
    monday = starts.date() - timedelta(days=starts.weekday())
    for number in range(20_000):
        at = starts + timedelta(days=number)
        months = (at.year - starts.year) * 12 + at.month - starts.month
        weeks = (at.date() - monday).days // 7
        last = (at + timedelta(days=7)).month != at.month
        if series.every is Every.DAY:
            falls = number % series.interval == 0
        elif series.every is Every.WEEK:
            falls = at.weekday() in series.days and weeks % series.interval == 0
        elif series.week is None:
            falls = at.day == series.month_day and months % series.interval == 0
        else:
            falls = at.weekday() in series.days and months % series.interval == 0
            falls = falls and (last if series.week == -1 else (at.day + 6) // 7 == series.week)
        if falls:
            yield at


_rules = st.one_of(
    st.builds(Rule, st.just("DAILY"), st.integers(1, 9), st.integers(1, 20)),
    st.builds(
        Rule,
        st.just("WEEKLY"),
        st.integers(1, 4),
        st.integers(1, 20),
        days=st.lists(st.tuples(st.just(0), st.integers(0, 6)), max_size=4, unique=True).map(tuple),
    ),
    st.builds(
        Rule,
        st.just("MONTHLY"),
        st.integers(1, 3),
        st.integers(1, 10),
        days=st.one_of(
            st.just(()),
            st.tuples(st.tuples(st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(0, 6))),
        ),
    ),
)


@given(_rules, st.integers(0, 400))
def test_zoom_holds_the_same_dates_as_the_calendar_or_none(rule: Rule, later: int) -> None:
    starts = STARTS + timedelta(days=later)
    recurrence = Recurrence(starts, "UTC", rule.text)
    try:
        series = series_of(recurrence)
        dates = occurrences(recurrence)
    except Invalid:
        return
    assert series.times is not None
    held = _held(series, starts)
    assert [next(held) for _ in range(series.times)] == dates
