"""Reads reports that were written here, and says what came out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.attendance.reports.reading import read_rows
from tests.report_files import BERLIN, EVENING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.presences import Presence, Report
    from cpd_desktop.domain.attendance.reports.questions import ReadReport
    from tests.report_files import Was

SESSION = Expected(
    sessions=((EVENING, EVENING + timedelta(minutes=90)),), now=EVENING + timedelta(days=30)
)
ZONE = Answers(zone=BERLIN.key)


def read(
    rows: Sequence[Sequence[str]], answers: Answers = ZONE, expected: Expected = SESSION
) -> ReadReport:
    width = max(map(len, rows))
    numbered = [
        (number, [*cells, *[""] * (width - len(cells))])
        for number, cells in enumerate(rows, 1)
        if any(cells)
    ]
    return read_rows(numbered[:100], lambda: numbered, answers, expected)


def report(
    rows: Sequence[Sequence[str]], answers: Answers = ZONE, expected: Expected = SESSION
) -> Report:
    told = read(rows, answers, expected)
    assert not told.questions
    assert told.report is not None
    whole = told.report
    assert whole.rows == len(whole.presences) + len(whole.absent) + len(whole.rejected)
    return whole


def stays(presences: Sequence[Presence]) -> list[tuple[object, ...]]:
    return [(each.name, each.email, each.joined, each.left, each.seconds) for each in presences]


def stays_of(people: Sequence[Was]) -> list[tuple[object, ...]]:
    return [(was.name, was.email, was.joined, was.left, was.seconds) for was in people]
