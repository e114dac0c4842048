from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain.attendance.fetching import (
    Held,
    Window,
    all_done,
    pause_after,
    sessions_of,
)
from cpd_desktop.domain.attendance.presences import Presence

NINE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MORNING = Window(1, NINE, NINE + 3 * HOUR)
AFTERNOON = Window(2, NINE + 4 * HOUR, NINE + 7 * HOUR)
NEXT_DAY = Window(3, NINE + DAY, NINE + DAY + 3 * HOUR)
SESSIONS = (MORNING, AFTERNOON, NEXT_DAY)


def held(uuid: str, starts: float, ends: float | None = None) -> Held:
    return Held(uuid, NINE + starts * HOUR, None if ends is None else NINE + ends * HOUR)


def test_zoom_is_asked_often_at_first_and_ever_less() -> None:
    after = list(accumulate(pause_after(tries) for tries in range(31)))
    minutes = [each.total_seconds() / 60 for each in after]
    assert minutes[:7] == [2, 5, 15, 30, 60, 120, 180]
    assert after[27] == DAY
    assert [later - each for each, later in pairwise(after[27:])] == [DAY] * 3


def test_a_meeting_started_twice_belongs_to_the_session_both_times() -> None:
    found = sessions_of([held("a", 0, 1), held("b", 1.2, 3)], SESSIONS)
    assert found == {"a": (1,), "b": (1,)}


def test_a_meeting_that_came_through_all_day_belongs_to_all_sessions_of_the_day() -> None:
    assert sessions_of([held("a", -0.2, 7)], SESSIONS) == {"a": (1, 2)}


def test_a_rehearsal_beside_the_real_meeting_belongs_to_no_session() -> None:
    found = sessions_of([held("rehearsal", -5, -4), held("real", 0, 3)], (MORNING,))
    assert found == {"rehearsal": (), "real": (1,)}


def test_a_meeting_that_was_held_late_still_belongs_to_its_session() -> None:
    assert sessions_of([held("a", 3.5, 6)], (MORNING,)) == {"a": (1,)}
    assert sessions_of([held("a", 24 * 8, 24 * 8 + 3)], (MORNING,)) == {"a": ()}


def test_each_date_of_a_recurring_meeting_belongs_to_its_own_session() -> None:
    found = sessions_of([held("b", 24, 27), held("a", 0.1, 3)], SESSIONS)
    assert found == {"a": (1,), "b": (3,)}


def test_without_an_end_a_meeting_may_have_gone_on_until_it_was_started_again() -> None:
    found = sessions_of([held("early", -0.5), held("real", -0.1)], (MORNING,))
    assert found == {"early": (), "real": (1,)}
    assert sessions_of([held("early", -0.5)], (MORNING,)) == {"early": (1,)}


def test_without_a_start_nothing_is_said() -> None:
    assert sessions_of([Held("a")], SESSIONS) == {"a": ()}


@given(st.permutations([held("a", 0, 1), held("b", 1.2, 3), held("c", 5), held("d", 24, 25)]))
def test_the_order_in_which_zoom_tells_them_changes_nothing(those: list[Held]) -> None:
    assert sessions_of(those, SESSIONS) == {"a": (1,), "b": (1,), "c": (2,), "d": (3,)}


def stay(minutes: int, seconds: int) -> Presence:
    return Presence(1, "", joined=NINE, left=NINE + timedelta(minutes=minutes), seconds=seconds)


@pytest.mark.parametrize(
    ("stays", "done"),
    [
        ([], True),
        ([stay(5, 300)], True),
        ([stay(5, 300), stay(5, 0)], False),
        ([stay(0, 0)], True),
        ([Presence(1, "")], False),
    ],
)
def test_a_stay_without_its_length_means_that_zoom_is_not_ready(
    stays: list[Presence], done: object
) -> None:
    assert all_done(stays) is done
