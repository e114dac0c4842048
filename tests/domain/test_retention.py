"""Until when an event's records are kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.presets import PRESETS
from cpd_desktop.domain.retention import WHY_LIMIT, Hold, retention_of

ENDS = datetime(2026, 10, 14, 16, 0, tzinfo=UTC)


def test_the_usual_years_count_where_a_rule_asks_for_fewer() -> None:
    kept = retention_of(ENDS, "Europe/London", "nasba")
    assert kept.until == date(2033, 10, 14)
    told = "Keep until 14 Oct 2033 (NASBA / AICPA CPE, 5 years; default 7 years)."
    assert str(kept.says()) == told


def test_a_rule_that_asks_for_longer_than_usual_wins() -> None:
    kept = retention_of(ENDS, "UTC", "nasba", usual=2)
    assert kept.until == date(2031, 10, 14)


def test_of_all_kinds_of_credit_the_longest_rule_wins() -> None:
    kept = retention_of(ENDS, "UTC", "nasba", ["ama pra category 1 CREDITS"], usual=1)
    assert kept.asks is PRESETS["ama"]
    assert kept.until == date(2032, 10, 14)


def test_without_a_rule_only_the_usual_is_told() -> None:
    kept = retention_of(ENDS, "UTC", "")
    assert str(kept.says()) == "Keep until 14 Oct 2033 (default 7 years)."


def test_the_day_is_the_one_at_the_place_of_the_event() -> None:
    late = datetime(2026, 10, 14, 23, 30, tzinfo=UTC)
    assert retention_of(late, "Asia/Tokyo", "").until == date(2033, 10, 15)


def test_an_event_on_a_leap_day_is_kept_a_day_longer_rather_than_shorter() -> None:
    kept = retention_of(datetime(2028, 2, 29, 12, tzinfo=UTC), "UTC", "")
    assert kept.until == date(2035, 3, 1)


def test_it_is_due_on_the_day_after_and_not_before() -> None:
    kept = retention_of(ENDS, "UTC", "")
    assert not kept.due(kept.until)
    assert kept.due(kept.until + timedelta(days=1))


@given(st.dates(date(2034, 1, 1), date(2090, 1, 1)), st.dates(date(2034, 1, 1), date(2090, 1, 1)))
def test_a_hold_keeps_it_to_its_last_day_and_no_longer(today: date, until: date) -> None:
    kept = retention_of(ENDS, "UTC", "", hold=Hold("A complaint", until))
    assert kept.due(today) == (today > until)


def test_a_hold_without_a_day_keeps_it_until_lifted() -> None:
    kept = retention_of(ENDS, "UTC", "", hold=Hold("A complaint"))
    assert not kept.due(date(2199, 1, 1))
    assert str(kept.hold_says()) == "On hold until somebody lifts it: A complaint"


def test_a_hold_with_a_day_says_it() -> None:
    kept = retention_of(ENDS, "UTC", "", hold=Hold("A complaint", date(2040, 2, 1)))
    assert str(kept.hold_says()) == "On hold until 1 Feb 2040: A complaint"


@pytest.mark.parametrize("why", ["", "  ", "x" * (WHY_LIMIT + 1)])
def test_nobody_holds_an_event_without_a_reason_that_can_be_read(why: str) -> None:
    with pytest.raises(Invalid):
        Hold(why).require_valid()
