"""What is odd about a report that could be read: said, and left for a person to judge."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.columns import meeting_number
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.reports.questions import Expected

NOBODY_TOLD = Sentence("attendance", "The report tells of nobody.")
NOT_READY = Sentence(
    "attendance", "The report is not ready: it tells stays of no length. Fetch it again in a while."
)
OTHER_MEETING = Sentence(
    "attendance", "This is the report of meeting {meeting}, and the session has meeting {expected}."
)
OTHER_TIME = Sentence(
    "attendance", "Nobody in this report was there at the time of a session. It begins {time} UTC."
)
SEVERAL_MEETINGS = Sentence("attendance", "The report tells of %n meeting(s): {meetings}.")
SHOWN_TWICE = Sentence(
    "attendance",
    "%n time(s) in the hour that the clocks show twice: the likelier one was taken.",
)
REJECTED = Sentence("attendance", "Set aside, because it cannot be true or read: %n row(s).")
_NEAR = timedelta(minutes=30)
_MEETINGS_NAMED = 5


def warnings_about(
    report: Report, expected: Expected, guesses: int, meetings: Collection[str]
) -> tuple[Sentence, ...]:
    """Return a sentence for each thing that a person should know before using the report."""
    said: list[Sentence] = []
    if not report.presences:
        said.append(NOBODY_TOLD)
    if not report.ready:
        said.append(NOT_READY)
    if expected.meeting and meetings and meeting_number(expected.meeting) not in meetings:
        told = ", ".join([*meetings][:_MEETINGS_NAMED])
        said.append(OTHER_MEETING.filled(meeting=told, expected=expected.meeting))
    elif len(meetings) > 1:
        named = ", ".join([*meetings][:_MEETINGS_NAMED])
        said.append(SEVERAL_MEETINGS.filled(n=len(meetings), meetings=named))
    if (first := _outside(report, expected)) is not None:
        said.append(OTHER_TIME.filled(time=f"{first:%Y-%m-%d %H:%M}"))
    if guesses:
        said.append(SHOWN_TWICE.filled(n=guesses))
    if report.rejected:
        said.append(REJECTED.filled(n=len(report.rejected)))
    return tuple(said)


def _outside(report: Report, expected: Expected) -> datetime | None:
    """Return when the report begins if nothing in it touches a session, else nothing."""
    stays = [
        (each.joined or each.left, each.left or each.joined)
        for each in report.presences
        if each.joined or each.left
    ]
    if not expected.sessions or not stays:
        return None
    for joined, left in stays:
        for starts, ends in expected.sessions:
            if joined and left and joined <= ends + _NEAR and left >= starts - _NEAR:
                return None
    return min(joined for joined, _ in stays if joined)
