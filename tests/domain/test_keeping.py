from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.keeping import is_due, spared

NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


def test_ten_days_and_twelve_months_are_kept_of_two_years_of_days() -> None:
    made = {day: NOW - timedelta(days=day) for day in range(730)}
    kept = spared(made)
    assert set(range(10)) <= kept
    assert len(kept) == 10 + 11  # this month's latest is one of the days
    assert {made[key].strftime("%Y-%m") for key in kept if key >= 10} == {
        f"2026-{month:02}" for month in range(1, 11)
    } | {"2025-12"}


def test_of_several_on_one_day_the_last_is_kept() -> None:
    made = {hour: NOW.replace(hour=hour) for hour in range(24)}
    assert spared(made) == {23}


def test_after_a_long_pause_old_days_are_still_kept() -> None:
    made = {day: NOW - timedelta(days=400 + day) for day in range(3)}
    assert spared(made) == {0, 1, 2}


@given(st.sets(st.integers(0, 2000), max_size=60), st.integers(1, 12), st.integers(1, 12))
def test_the_newest_is_never_removed(days: set[int], keep: int, months: int) -> None:
    made = {day: NOW - timedelta(days=day) for day in days}
    kept = spared(made, days=keep, months=months)
    assert len(kept) <= keep + months
    assert not days or min(days) in kept


def test_a_backup_is_due_once_a_day() -> None:
    assert is_due([], NOW)
    assert is_due([NOW - timedelta(days=1)], NOW)
    assert not is_due([NOW - timedelta(hours=3)], NOW)
