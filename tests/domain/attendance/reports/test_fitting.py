"""A report without a zone is read in one only if no other would fit better."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from cpd_desktop.domain.attendance.presences import Origin, Presence, Report
from cpd_desktop.domain.attendance.reports.fitting import fits

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
