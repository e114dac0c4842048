from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.recurrence import Every, Recurrence, repeated

TUESDAY = datetime(2026, 10, 13, 18)  # noqa: DTZ001 - a local time
ZONE = "Europe/London"


def series(rule: str) -> Recurrence:
    return Recurrence(TUESDAY, ZONE, rule)


@pytest.mark.parametrize(
    ("every", "said"),
    [
        (Every.DAY, "every day, 6 times"),
        (Every.WEEK, "every week on Tuesday, 6 times"),
        (Every.TWO_WEEKS, "every 2 weeks on Tuesday, 6 times"),
        (Every.MONTH_BY_DATE, "every month on day 13, 6 times"),
        (Every.MONTH_BY_WEEKDAY, "every month on the second Tuesday, 6 times"),
        (Every.YEAR, "every year on 13 October, 6 times"),
    ],
)
def test_a_simple_choice_is_said_in_plain_words(every: Every, said: str) -> None:
    assert str(repeated(every, TUESDAY, ZONE, times=6).described()) == said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY;COUNT=1", "every week on Tuesday, 1 time"),
        ("RRULE:freq=daily;interval=3;count=2;", "every 3 days, 2 times"),
        (
            "FREQ=WEEKLY;BYDAY=FR,TU,MO;COUNT=9",
            "every week on Monday, Tuesday and Friday, 9 times",
        ),
        ("FREQ=WEEKLY;UNTIL=20261224", "every week on Tuesday until 2026-12-24"),
        ("FREQ=MONTHLY;BYDAY=-1TU;COUNT=3", "every month on the last Tuesday, 3 times"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=13,-1;COUNT=3",
            "every month on day 13 and the last day, 3 times",
        ),
        ("FREQ=YEARLY;INTERVAL=2;COUNT=3", "every 2 years on 13 October, 3 times"),
        (
            "FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=-1;COUNT=3",
            "by the rule FREQ=MONTHLY;BYDAY=TU,WE;BYSETPOS=-1, 3 times",
        ),
        ("FREQ=DAILY;BYDAY=TU;COUNT=3", "by the rule FREQ=DAILY;BYDAY=TU, 3 times"),
        ("FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=3", "by the rule FREQ=MONTHLY;BYMONTHDAY=-2, 3 times"),
        ("FREQ=MONTHLY;BYDAY=TU;COUNT=3", "by the rule FREQ=MONTHLY;BYDAY=TU, 3 times"),
        ("FREQ=YEARLY;BYMONTHDAY=13;COUNT=3", "by the rule FREQ=YEARLY;BYMONTHDAY=13, 3 times"),
    ],
)
def test_a_rule_is_said_in_plain_words_or_shown(rule: str, said: str) -> None:
    assert str(series(rule).described()) == said


def test_what_was_left_out_and_added_is_said() -> None:
    other = datetime(2026, 10, 20, 18)  # noqa: DTZ001
    made = Recurrence(TUESDAY, ZONE, "FREQ=WEEKLY;COUNT=3", left_out=(other,), extra=(other,) * 2)
    assert str(made.described()) == (
        "every week on Tuesday, 3 times, 1 date left out, and 2 dates more"
    )


def test_a_fifth_weekday_means_the_last_of_each_month() -> None:
    fifth = datetime(2026, 9, 29, 18)  # noqa: DTZ001
    made = repeated(Every.MONTH_BY_WEEKDAY, fifth, ZONE, times=2)
    assert str(made.described()) == "every month on the last Tuesday, 2 times"


@pytest.mark.parametrize(
    ("rule", "why"),
    [
        ("", "does not say daily"),
        ("FREQ=HOURLY;COUNT=2", "does not say daily"),
        ("FREQ=DAILY", "never ends"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20261224", "both a last day and a number"),
        ("FREQ=DAILY;COUNT=2;COUNT=3", "“COUNT” stands twice"),
        ("FREQ=DAILY;COUNT=0", "“COUNT=0” cannot be read"),
        ("FREQ=DAILY;COUNT=367", "more than 366 dates"),
        ("FREQ=DAILY;COUNT=99999999999999999999", "more than 366 dates"),
        ("FREQ=DAILY;INTERVAL=1000;COUNT=2", "“INTERVAL=1000” cannot be read"),
        ("FREQ=DAILY;UNTIL=20260101", "before its first"),
        ("FREQ=DAILY;UNTIL=20991231", "more than 20 years"),
        ("FREQ=DAILY;UNTIL=20261332", "“UNTIL=20261332” cannot be read"),
        ("FREQ=DAILY;UNTIL=00010101T000000Z", "cannot be read"),
        ("FREQ=DAILY;BYHOUR=1;COUNT=2", "“BYHOUR=1” cannot be read"),
        ("FREQ=WEEKLY;BYDAY=2TU;COUNT=2", "“BYDAY=2TU” cannot be read"),
        ("FREQ=WEEKLY;BYMONTHDAY=2;COUNT=2", "“BYMONTHDAY=2” cannot be read"),
        ("FREQ=DAILY;BYSETPOS=2;COUNT=2", "“BYSETPOS=2” cannot be read"),
        ("FREQ=MONTHLY;BYDAY=9TU;COUNT=2", "“BYDAY=9TU” cannot be read"),
        ("FREQ=MONTHLY;BYDAY=XX;COUNT=2", "“BYDAY=XX” cannot be read"),
        ("FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2", "cannot be read"),
        ("FREQ=YEARLY;BYMONTH=-1;COUNT=2", "cannot be read"),
        ("FREQ=YEARLY;BYMONTH=13;COUNT=2", "cannot be read"),
        ("FREQ=DAILY;WKST=X;COUNT=2", "cannot be read"),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_a_reason(rule: str, why: str) -> None:
    with pytest.raises(Invalid, match=why):
        series(rule).parsed()


@pytest.mark.parametrize("end", [{}, {"times": 3, "until": date(2027, 1, 1)}, {"times": 0}])
def test_a_simple_choice_has_one_end(end: dict[str, int | date]) -> None:
    with pytest.raises(Invalid):
        repeated(Every.WEEK, TUESDAY, ZONE, **end)  # type: ignore[arg-type] # as chosen


def test_the_last_day_itself_still_belongs_to_the_series() -> None:
    made = repeated(Every.WEEK, TUESDAY, ZONE, until=date(2026, 10, 20))
    assert made.parsed().until == datetime(2026, 10, 20, 23, 59, 59)  # noqa: DTZ001


def test_an_end_in_utc_is_read_in_the_zone_of_the_series() -> None:
    rule = series("FREQ=WEEKLY;UNTIL=20270701T170000Z").parsed()
    assert rule.until == datetime(2027, 7, 1, 18)  # noqa: DTZ001


def test_dates_of_impossible_years_and_zones_are_refused() -> None:
    for starts in (datetime(1, 1, 1), datetime(9999, 1, 1)):  # noqa: DTZ001
        with pytest.raises(Invalid, match="between the years"):
            Recurrence(starts, ZONE, "FREQ=DAILY;COUNT=2").parsed()
    with pytest.raises(Invalid, match="no time zone"):
        Recurrence(TUESDAY, "Mars/Olympus", "FREQ=DAILY;COUNT=2").parsed()
    with pytest.raises(Invalid, match="local times"):
        Recurrence(TUESDAY.astimezone(), ZONE, "FREQ=DAILY;COUNT=2").parsed()


def test_so_many_dates_by_hand_are_refused() -> None:
    with pytest.raises(Invalid, match="more than 366"):
        Recurrence(TUESDAY, ZONE, "FREQ=DAILY;COUNT=2", extra=(TUESDAY,) * 366).parsed()


@given(st.text(max_size=60) | st.from_regex(r"FREQ=DAILY;[A-Z]{2,10}=[-0-9A-Z,]{0,12}"))
def test_no_text_at_all_makes_a_rule_fail_otherwise_than_with_a_reason(text: str) -> None:
    try:
        rule = series(text).parsed()
    except Invalid as refused:
        assert "recurrence" in refused.problems  # noqa: PT017 - either is right
    else:
        assert series(rule.text).parsed() == rule
