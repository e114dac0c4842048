"""What is odd about a report as a whole, said before anything is concluded from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.spans import Span, second_of, shared, united
from cpd_desktop.domain.attendance.stays import SIGNED
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.stays import Sitting

OTHER_MEETING = Sentence("report", "This is the report of meeting {meeting}, not of {expected}.")
OTHER_TIME = Sentence("report", "Nobody in this report was there during a session of the event.")
NOT_READY = Sentence(
    "report", "Zoom has not finished this report: times of no length. Fetch it again in a while."
)
TOTALS_ONLY = Sentence(
    "report", "This report tells how long people were there, but not when: breaks are not cut out."
)
NOBODY_THERE = Sentence(
    "report", "This report lists nobody. Zoom reports no meeting of one person."
)


def oddities(
    report: Report, sittings: Sequence[Sitting], meetings: Iterable[str] = ()
) -> tuple[Sentence, ...]:
    """Return what a person should know before this report counts; empty if nothing is odd."""
    found: list[Sentence] = []
    expected = sorted({_digits(each) for each in meetings} - {""})
    if expected and report.meeting and _digits(report.meeting) not in expected:
        listed = ", ".join(expected)
        found.append(OTHER_MEETING.filled(meeting=report.meeting, expected=listed))
    counted = [each for each in report.presences if not each.waiting]
    if not counted and report.origin not in SIGNED:
        found.append(NOBODY_THERE)
    timed = [
        Span(second_of(each.joined), second_of(each.left))
        for each in counted
        if each.joined is not None and each.left is not None
    ]
    if not report.ready or (timed and all(each.starts == each.ends for each in timed)):
        found.append(NOT_READY)
    elif timed and not shared(united(timed), united(each.span for each in sittings)):
        found.append(OTHER_TIME)
    if report.totals_only:
        found.append(TOTALS_ONLY)
    return tuple(found)


def _digits(meeting: str) -> str:
    return "".join(filter(str.isdigit, meeting))
