from __future__ import annotations

import time
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.recurrence import Every, Recurrence, repeated
from cpd_desktop.domain.zones import length, wall_time
from cpd_desktop.services.recurrence import (
    moments,
    occurrences,
    shifted,
    shifted_by_days,
    split,
    without,
)

# ruff: noqa: DTZ001 - the dates of a series are local times
ZONES = ["UTC", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]
TUESDAY = datetime(2026, 10, 13, 18)
SIX = Recurrence(TUESDAY, "Europe/London", "FREQ=WEEKLY;COUNT=6")

days = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)).map(
    lambda at: at.replace(hour=18, minute=30, second=0, microsecond=0)
)


def fits(day: date, first: date, every: Every) -> bool:
    """Say whether somebody with a paper calendar would mark this day."""
    last = monthrange(day.year, day.month)[1]
    apart = (day - first).days
    nth, first_nth = (day.day - 1) // 7, (first.day - 1) // 7
    same_weekday = day.weekday() == first.weekday()
    return {
        Every.DAY: True,
        Every.WEEK: apart % 7 == 0,
        Every.TWO_WEEKS: apart % 14 == 0,
        Every.MONTH_BY_DATE: day.day == first.day,
        Every.MONTH_BY_WEEKDAY: same_weekday
        and (nth == first_nth if first_nth < 4 else day.day + 7 > last),
        Every.YEAR: (day.month, day.day) == (first.month, first.day),
    }[every]


@given(first=days, every=st.sampled_from(Every), span=st.integers(0, 360))
def test_a_series_until_a_day_has_the_days_a_paper_calendar_has(
    first: datetime, every: Every, span: int
) -> None:
    last = first.date() + timedelta(days=span)
    stepped = (first + timedelta(days=apart) for apart in range(span + 1))
    found = occurrences(repeated(every, first, "Europe/London", until=last))
    assert found == [day for day in stepped if fits(day.date(), first.date(), every)]


@given(first=days, every=st.sampled_from(Every), times=st.integers(1, 5))
@settings(deadline=None)
def test_a_series_of_so_many_times_has_so_many_days(
    first: datetime, every: Every, times: int
) -> None:
    stepped = (first + timedelta(days=apart) for apart in range(20 * 366))
    expected = [day for day in stepped if fits(day.date(), first.date(), every)][:times]
    assert occurrences(repeated(every, first, "UTC", times=times)) == expected


@given(
    first=days,
    every=st.sampled_from([each for each in Every if each != Every.YEAR]),
    times=st.integers(2, 30),
    data=st.data(),
    counted=st.booleans(),
)
@settings(deadline=None)
def test_both_parts_of_a_split_series_are_the_whole(
    first: datetime,
    every: Every,
    times: int,
    data: st.DataObject,
    counted: bool,  # noqa: FBT001 - drawn
) -> None:
    whole = repeated(every, first, "Europe/London", times=times)
    dates = occurrences(whole)
    if not counted:
        whole = repeated(every, first, "Europe/London", until=dates[-1].date())
    for left_out in data.draw(st.lists(st.sampled_from(dates), max_size=times - 1, unique=True)):
        whole = without(whole, left_out)
    extra = data.draw(st.lists(days, max_size=3, unique=True))
    whole = Recurrence(first, whole.zone, whole.rule, whole.left_out, tuple(sorted(extra)))
    dates = occurrences(whole)
    at = data.draw(st.sampled_from(dates))
    before, after = split(whole, at)
    early = [] if before is None else occurrences(before)
    assert early == [date for date in dates if date < at]
    assert occurrences(after) == [date for date in dates if date >= at]


def test_a_split_at_the_first_date_leaves_nothing_before_it() -> None:
    assert split(SIX, TUESDAY) == (None, SIX)


def test_the_parts_of_a_split_say_what_they_are() -> None:
    before, after = split(SIX, TUESDAY + timedelta(weeks=2))
    assert before is not None
    assert str(before.described()) == "every week on Tuesday, 2 times"
    assert str(after.described()) == "every week on Tuesday, 4 times"


@given(first=days, zone=st.sampled_from(ZONES), every=st.sampled_from(Every))
@settings(deadline=None)
def test_the_clock_on_the_wall_shows_the_same_time_all_year(
    first: datetime, zone: str, every: Every
) -> None:
    found = moments(repeated(every, first, zone, times=4))
    assert {wall_time(at, zone).time() for at in found} == {first.time()}
    assert all(at.tzinfo == UTC for at in found)


def test_a_weekly_class_stays_at_six_when_the_clocks_go_back() -> None:
    found = moments(SIX)
    assert [at.hour for at in found] == [17, 17, 18, 18, 18, 18]


def test_a_date_that_the_clocks_skip_is_named() -> None:
    night = Recurrence(datetime(2026, 3, 22, 1, 30), "Europe/London", "FREQ=WEEKLY;COUNT=3")
    with pytest.raises(Invalid, match=r"2026-03-29 01:30.*Leave that date out"):
        moments(night)
    assert len(moments(without(night, datetime(2026, 3, 29, 1, 30)))) == 2


def test_a_date_left_out_is_gone_and_the_others_stay() -> None:
    dates = occurrences(SIX)
    assert occurrences(without(SIX, dates[0])) == dates[1:]
    assert occurrences(without(without(SIX, dates[2]), dates[4])) == [
        dates[number] for number in (0, 1, 3, 5)
    ]


def test_a_date_that_was_added_can_be_left_out_again() -> None:
    extra = TUESDAY + timedelta(days=1)
    added = Recurrence(TUESDAY, SIX.zone, SIX.rule, extra=(extra,))
    assert occurrences(added)[1] == extra
    assert without(added, extra) == SIX


def test_the_last_date_cannot_be_left_out() -> None:
    once = Recurrence(TUESDAY, "UTC", "FREQ=DAILY;COUNT=1")
    with pytest.raises(Invalid, match="Every date"):
        without(once, TUESDAY)


def test_a_date_of_another_series_is_refused() -> None:
    for change in (split, without):
        with pytest.raises(Invalid, match=r"2026-10-14 18:00 is not a date"):
            change(SIX, TUESDAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("FREQ=WEEKLY;BYDAY=MO;COUNT=3", "rule leaves that day out"),
        ("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "rule leaves that day out"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3", "rule leaves that day out"),
        ("FREQ=WEEKLY;INTERVAL=52;BYMONTH=2;COUNT=3", "rule leaves that day out"),
        ("FREQ=DAILY;INTERVAL=7;BYDAY=MO;COUNT=3", "rule leaves that day out"),
        ("FREQ=YEARLY;INTERVAL=999;COUNT=2", "more than 20 years"),
        ("FREQ=YEARLY;COUNT=22", "more than 20 years"),
        ("FREQ=DAILY;UNTIL=20281231", "more than 366 dates"),
        ("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366;COUNT=2", "rule leaves that day out"),
    ],
)
def test_an_absurd_rule_is_refused_and_soon(rule: str, why: str) -> None:
    begun = time.process_time()
    with pytest.raises(Invalid, match=why):
        occurrences(Recurrence(TUESDAY, "UTC", rule))
    assert time.process_time() - begun < 5


def test_more_dates_than_asked_for_are_refused() -> None:
    assert len(occurrences(SIX, limit=6)) == 6
    with pytest.raises(Invalid, match="more than 5 dates"):
        occurrences(SIX, limit=5)
    with pytest.raises(Invalid, match="more than 6 dates"):
        occurrences(Recurrence(TUESDAY, "UTC", SIX.rule, extra=(datetime(2027, 1, 1),)), limit=6)


@given(
    hours=st.lists(st.integers(0, 24 * 200), min_size=1, max_size=8),
    by=st.integers(-400, 400),
    zone=st.sampled_from(ZONES),
)
def test_sessions_moved_together_keep_their_time_of_day_and_their_days(
    hours: list[int], by: int, zone: str
) -> None:
    starts = [datetime(2026, 1, 5, 16, tzinfo=UTC) + timedelta(hours=each) for each in hours]
    before = [wall_time(each, zone).replace(fold=0) for each in starts]
    try:
        moved = shifted_by_days(starts, by, zone)
    except Invalid as refused:
        assert "does not exist" in str(refused)  # noqa: PT017 - some hour of spring is skipped
        return
    after = [wall_time(each, zone).replace(fold=0) for each in moved]
    assert [late - early for early, late in zip(before, after, strict=True)] == [
        timedelta(days=by)
    ] * len(starts)


@given(first=days, zone=st.sampled_from(ZONES), minutes=st.integers(15, 600))
@settings(deadline=None)
def test_every_session_of_a_series_is_as_long_as_the_first(
    first: datetime, zone: str, minutes: int
) -> None:
    starts = moments(repeated(Every.MONTH_BY_WEEKDAY, first, zone, times=12))
    ends = [at + timedelta(minutes=minutes) for at in starts]
    copied = shifted(starts, starts[0] + timedelta(days=91), zone)
    ends_copied = [
        at + length(start, end) for at, start, end in zip(copied, starts, ends, strict=True)
    ]
    for start, end in zip(copied, ends_copied, strict=True):
        assert length(start, end) == timedelta(minutes=minutes)
    local = [wall_time(each, zone).replace(fold=0) for each in starts]
    moved = [wall_time(each, zone).replace(fold=0) for each in copied]
    assert [at - moved[0] for at in moved] == [at - local[0] for at in local]


def test_a_copy_that_starts_at_another_hour_moves_all_sessions_by_as_much() -> None:
    starts = [datetime(2026, 10, 13, 17, tzinfo=UTC), datetime(2026, 10, 27, 18, tzinfo=UTC)]
    moved = shifted(starts, datetime(2027, 3, 16, 19, 30, tzinfo=UTC), "Europe/London")
    assert [f"{wall_time(each, 'Europe/London'):%d.%m. %H:%M}" for each in moved] == [
        "16.03. 19:30",
        "30.03. 19:30",
    ]


def test_a_copy_onto_a_skipped_hour_says_which() -> None:
    starts = [datetime(2026, 10, 13, 0, 30, tzinfo=UTC)]
    with pytest.raises(Invalid, match=r"2027-03-28 01:30.*Choose another day"):
        shifted_by_days(starts, 166, "Europe/London")
