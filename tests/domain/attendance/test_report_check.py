from __future__ import annotations

from typing import Any

from cpd_desktop.domain.attendance.presences import Origin, Report
from cpd_desktop.domain.attendance.report_check import oddities
from cpd_desktop.domain.attendance.spans import Span, second_of
from cpd_desktop.domain.attendance.stays import Sitting
from tests.attendance.drawing import STARTS, row

SITTING = Sitting(1, "Day", Span(second_of(STARTS), second_of(STARTS) + 3600))


def odd(*rows: Any, meetings: tuple[str, ...] = (), **more: Any) -> list[str]:
    origin = more.pop("origin", Origin.ZOOM_MEETING)
    report = Report(origin, rows, len(rows), **more)
    return [str(each).partition(".")[0] for each in oddities(report, [SITTING], meetings)]


def test_an_ordinary_report_has_nothing_odd() -> None:
    assert odd(row("Ada"), meeting="812 3456 7890", meetings=("81234567890",)) == []
    assert odd(origin=Origin.NAMES) == []


def test_the_report_of_another_meeting_or_another_day_is_noticed() -> None:
    assert odd(row("Ada"), meeting="812 3456 7890", meetings=("999",)) == [
        "This is the report of meeting 812 3456 7890, not of 999"
    ]
    assert odd(row("Ada", at=(500, 560))) == [
        "Nobody in this report was there during a session of the event"
    ]


def test_a_report_that_is_not_ready_or_empty_is_noticed() -> None:
    not_ready = "Zoom has not finished this report: times of no length"
    assert odd(row("Ada", at=(5, 5))) == [not_ready]
    assert odd(row("Ada"), ready=False) == [not_ready]
    assert odd(row("Ada", waiting=True)) == ["This report lists nobody"]


def test_totals_without_times_are_noticed() -> None:
    assert odd(row("Ada", joined=None, left=None), totals_only=True) == [
        "This report tells how long people were there, but not when: breaks are not cut out"
    ]
