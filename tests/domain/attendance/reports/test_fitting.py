"""A report without a zone is read in one only if no other would fit better."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cpd_desktop.domain.attendance.presences import Origin, Presence, Report
from cpd_desktop.domain.attendance.reports.fitting import fits, sessions_met

STARTS = datetime(2026, 10, 14, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
MORNING = ((STARTS, STARTS + 2 * HOUR),)
WHOLE_DAY = ((STARTS, STARTS + 8 * HOUR),)


def told(*stays: tuple[float, float]) -> Report:
    people = tuple(
        Presence(row, f"P{row}", joined=STARTS + came * HOUR, left=STARTS + left * HOUR)
        for row, (came, left) in enumerate(stays, 1)
    )
    return Report(Origin.ZOOM_MEETING, people, len(people))


@pytest.mark.parametrize(
    ("stays", "sessions", "wanted"),
    [
        ([(0, 2), (0, 1), (-0.2, 2.1)], MORNING, True),
        ([(0.6, 1)], MORNING, True),  # it would fit elsewhere, too, but not better
        ([(1, 3), (1, 2)], MORNING, False),
        ([(-5, -3)], MORNING, False),
        ([(1, 9), (1, 9)], WHOLE_DAY, False),  # nine tenths inside, but all of it an hour before
        ([(0, 8), (7, 9.5)], WHOLE_DAY, False),
        ([(0, 0)], MORNING, True),
        ([], MORNING, False),
        ([(0, 1)], (), False),
    ],
)
def test_a_zone_fits_where_people_were_there_during_the_session(
    stays: list[tuple[float, float]],
    sessions: tuple[tuple[datetime, datetime], ...],
    wanted: bool,  # noqa: FBT001 - a case of the table
) -> None:
    assert fits(told(*stays), sessions) is wanted


DAYS = {day: (STARTS + day * 24 * HOUR, STARTS + (day * 24 + 2) * HOUR) for day in range(3)}


@pytest.mark.parametrize(
    ("stays", "wanted"),
    [
        ([(0, 2)], (0,)),
        ([(1, 2), (24, 24.5)], (0, 1)),
        ([(2, 24)], ()),  # to the second between the first and the second
        ([(-1, 0.5), (50, 51)], (0,)),
        ([], ()),
    ],
)
def test_a_report_tells_of_the_sessions_in_which_somebody_was(
    stays: list[tuple[float, float]], wanted: tuple[int, ...]
) -> None:
    assert sessions_met(told(*stays), DAYS) == wanted


def test_who_only_waited_was_in_no_session() -> None:
    whole = told((0, 2))
    waiting = replace(whole, presences=(replace(whole.presences[0], waiting=True),))
    assert sessions_met(waiting, DAYS) == ()


def test_without_times_of_people_those_of_the_meeting_tell() -> None:
    whole = Report(Origin.ZOOM_MEETING, (Presence(1, "P"),), 1, starts=STARTS + 24 * HOUR)
    assert sessions_met(whole, DAYS) == (1,)
    assert sessions_met(replace(whole, ends=STARTS + 49 * HOUR), DAYS) == (1, 2)
