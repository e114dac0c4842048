from __future__ import annotations

import time
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.ui.calendar_layout import (
    CalendarItem,
    by_day,
    columns,
    lanes,
    month_weeks,
    moved_by_months,
    week_start,
)

# ruff: noqa: DTZ001 - a calendar shows local times
TUESDAY = date(2026, 10, 13)


def item(number: int, starts: datetime, minutes: int = 120) -> CalendarItem:
    ends = starts + timedelta(minutes=minutes)
    return CalendarItem(number, number * 10, f"Session {number}", starts, ends, "", "", "info")


items = st.lists(
    st.tuples(st.integers(0, 6 * 24 * 4), st.integers(1, 3 * 24 * 60)), min_size=1, max_size=40
).map(
    lambda made: [
        item(number, datetime(2026, 10, 12) + timedelta(minutes=15 * quarter), minutes)
        for number, (quarter, minutes) in enumerate(made)
    ]
)


def test_a_session_until_midnight_does_not_stand_on_the_next_day() -> None:
    assert list(by_day([item(1, datetime(2026, 10, 13, 22))])) == [TUESDAY]
    night = item(1, datetime(2026, 10, 13, 22), 121)
    assert list(by_day([night])) == [TUESDAY, date(2026, 10, 14)]


@given(items)
def test_a_session_of_several_days_keeps_its_line_and_no_two_share_one(
    made: list[CalendarItem],
) -> None:
    week = month_weeks(TUESDAY, 1)[2]
    taken = lanes(week, by_day(made))
    for day in week:
        assert sorted(each.id for each in taken[day].values()) == sorted(
            each.id for each in made if each.first_day <= day <= each.last_day
        )
    for each in made:
        places = {lane for day in week for lane, other in taken[day].items() if other == each}
        assert len(places) <= 1


@given(items)
def test_overlapping_sessions_stand_side_by_side(made: list[CalendarItem]) -> None:
    for day, found in by_day(made).items():
        placed = columns(day, found)
        assert {each.item.id for each in placed} == {each.id for each in found}
        for one in placed:
            assert 0 <= one.top < one.bottom <= 24 * 60
            assert 0 <= one.column < one.columns
            for other in placed:
                if one.item != other.item and one.top < other.bottom and other.top < one.bottom:
                    assert one.column != other.column
                    assert one.columns == other.columns


def test_a_session_alone_has_the_whole_width() -> None:
    morning, evening = item(1, datetime(2026, 10, 13, 9)), item(2, datetime(2026, 10, 13, 18))
    assert [each.columns for each in columns(TUESDAY, [morning, evening])] == [1, 1]


@pytest.mark.parametrize("first", range(1, 8))
def test_a_week_begins_where_the_country_begins_it(first: int) -> None:
    for weeks in (month_weeks(date(2026, month, 9), first) for month in range(1, 13)):
        assert all(week[0].isoweekday() == first for week in weeks)
        days = [day for week in weeks for day in week]
        assert all(weeks[0][6].replace(day=number) in days for number in range(1, 29))
        assert weeks[-1][0].month == weeks[0][6].month, "no week of the next month alone"
    assert week_start(TUESDAY, first) <= TUESDAY < week_start(TUESDAY, first) + timedelta(days=7)


def test_a_month_later_is_the_same_day_or_the_last() -> None:
    assert moved_by_months(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert moved_by_months(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert moved_by_months(date(2026, 12, 15), 1) == date(2027, 1, 15)


def test_two_thousand_sessions_on_one_day_find_their_places_soon() -> None:
    made = [item(number, datetime(2026, 10, 13, 9)) for number in range(2000)]
    begun = time.process_time()
    assert len(lanes(month_weeks(TUESDAY, 1)[2], by_day(made))[TUESDAY]) == 2000
    assert time.process_time() - begun < 0.5
