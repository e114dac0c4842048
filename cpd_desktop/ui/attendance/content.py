"""What the Attendance stage shows of an event, found out in one go away from the window."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.reports.columns import meeting_number
from cpd_desktop.domain.attendance.reports.oddities import warnings_about
from cpd_desktop.domain.attendance.reports.questions import Expected
from cpd_desktop.domain.attendance.stays import sitting_of
from cpd_desktop.ui.attendance.lines import Line, Numbers, lines_of
from cpd_desktop.ui.attendance.strips import Scene, scenes_of
from cpd_desktop.ui.meet.content import meet_content

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.attendance.reports import KeptReport
    from cpd_desktop.services.services import Services


class ReadReport(NamedTuple):
    """A report that counts, which version it is, what became of its rows, and what is odd."""

    kept: KeptReport
    version: int
    became: Reconciliation
    warnings: tuple[Sentence, ...]


class Fetchable(NamedTuple):
    """A meeting that Zoom can be asked about; ``again`` if all of it is settled."""

    card: MeetingCard
    again: bool


@dataclass(frozen=True)
class AttendanceContent:
    """Who attended an event; ``found`` is missing as long as nothing tells anything."""

    event: Event
    found: EventAttendance | None
    lines: tuple[Line, ...]
    reports: tuple[ReadReport, ...]
    meetings: tuple[Fetchable, ...]

    @cached_property
    def scenes(self) -> tuple[Scene, ...]:
        """Return the sessions as they are drawn."""
        return scenes_of(map(sitting_of, self.event.sessions))

    @cached_property
    def by_id(self) -> dict[int, Line]:
        """Return the lines by their numbers."""
        return {each.id: each for each in self.lines}

    @cached_property
    def matched(self) -> int:
        """Return how many people who are registered were there."""
        people = self.found.people if self.found else ()
        return sum(bool(each.method) for each in people)

    @cached_property
    def eligible(self) -> int:
        """Return how many people earned a certificate."""
        people = self.found.people if self.found else ()
        return sum(any(one.outcome.eligible for one in each.results) for each in people)

    @cached_property
    def sure(self) -> tuple[Line, ...]:
        """Return the doubts whose first candidate stands out."""
        return tuple(each for each in self.lines if each.sure)


def attendance_content(services: Services, event_id: int, numbers: Numbers) -> AttendanceContent:
    """Find out who attended an event. Raises ``NotFound``, and ``Mismatch``."""
    event = services.events.get(event_id)
    meetings = _fetchable(services, event)
    kept = services.reports.on(event_id)
    came = any(each.here for each in services.check_ins.counts(event_id).values())
    if not kept and not came:
        return AttendanceContent(event, None, (), (), meetings)
    found = services.attendance.of(event_id)
    expected = _expected(event, meetings, services)
    reports = tuple(_read(found, kept, expected))
    return AttendanceContent(event, found, lines_of(found, numbers), reports, meetings)


def _fetchable(services: Services, event: Event) -> tuple[Fetchable, ...]:
    content, now = meet_content(services, event), services.clock.now()
    return tuple(
        Fetchable(card, content.next_fetch(card) is None)
        for card in content.cards
        if card.at is not None and (content.has_ended(card, now) or content.held.get(card.id))
    )


def _expected(event: Event, meetings: Sequence[Fetchable], services: Services) -> Expected:
    numbers = {str(each.card.at.number) for each in meetings if each.card.at is not None}
    return Expected(
        tuple((each.starts, each.ends) for each in event.sessions),
        numbers.pop() if len(numbers) == 1 else "",
        services.clock.now(),
    )


def _read(
    found: EventAttendance, kept: Sequence[KeptReport], expected: Expected
) -> list[ReadReport]:
    by_id = {each.id: each for each in kept}
    told: list[ReadReport] = []
    for key, source in zip(found.facts.reports, found.facts.sources, strict=True):
        number = source.report.meeting
        meetings = {meeting_number(number)} if number else set()
        became = found.sum_of(key)
        if key in by_id and became is not None:
            warnings = warnings_about(source.report, expected, 0, meetings)
            told.append(ReadReport(by_id[key], _version(kept, key), became, warnings))
    return told


def _version(kept: Sequence[KeptReport], key: int) -> int:
    """Return how many reports of one meeting there were up to this one."""
    older = [each.id for each in kept if each.replaced_by == key]
    return 1 + sum(_version(kept, each) for each in older)
