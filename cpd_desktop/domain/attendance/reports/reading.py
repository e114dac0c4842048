"""From the rows of a report to what it tells: who was there, from when to when, and who was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.presences import Origin, Rejected, Report
from cpd_desktop.domain.attendance.reports.clock import ReportClock, Untrue
from cpd_desktop.domain.attendance.reports.columns import (
    layout_with,
    meeting_number,
    origin_of,
    tidy_cell,
)
from cpd_desktop.domain.attendance.reports.durations import seconds_in
from cpd_desktop.domain.attendance.reports.guessing import (
    columns_question,
    layout_by_content,
    times_untold,
)
from cpd_desktop.domain.attendance.reports.oddities import warnings_about
from cpd_desktop.domain.attendance.reports.outline import Outline, Part
from cpd_desktop.domain.attendance.reports.questions import OrderUnclear, ReadReport
from cpd_desktop.domain.attendance.reports.rows import RowReader, RowRejected
from cpd_desktop.domain.attendance.reports.words import Column
from cpd_desktop.domain.columns import fingerprint
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.domain.attendance.reports.columns import Layout
    from cpd_desktop.domain.attendance.reports.outline import Line
    from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
    from cpd_desktop.domain.sheets import Row

ONLY_SO_FAR = Sentence(
    "attendance",
    "This list was saved while the meeting ran: it tells who came and went until then.",
)
FETCH_AFTERWARDS = Sentence(
    "attendance", "Download the attendance report after the meeting. Nothing was imported."
)

NOT_THIS_MEETING = Sentence("attendance", "The row is about another meeting.")

_ZOOM = frozenset({Origin.ZOOM_MEETING, Origin.ZOOM_WEBINAR})
_OF_THE_MEETING = frozenset(
    {
        *(Column.MEETING, Column.TOPIC, Column.STARTS, Column.ENDS),
        *(Column.HOST_NAME, Column.HOST_EMAIL),
    }
)


def read_rows(
    first: Sequence[Row], rows: Callable[[], Iterable[Row]], answers: Answers, expected: Expected
) -> ReadReport:
    """Return what a report tells; ``rows`` yields all of them from the start at every call.

    The ``first`` of them show its shape. All are read twice only if those that follow show that
    the dates are to be read the other way round. Raises ``Invalid`` for a list of another kind.
    """
    layout, skipped = _layout_answered(first, answers)
    if layout is None:
        outline = Outline()
        lines = list(outline.people(first))
        _refuse_actions(outline.layouts)
        if not any(each.tells_people for each in outline.layouts):
            layout = layout_by_content(first)
            if layout is None:
                return ReadReport(questions=(columns_question(first),))
        elif (untold := times_untold(lines, first)) is not None:
            return ReadReport(questions=(untold,))
    trial = _Reading(answers, expected, DateOrder.DAY_FIRST, layout, skipped)
    trial.take(first)
    likely = answers.dates or trial.clock.seen.order(expected)
    first_asked = trial.clock.questions() if trial.tells_moments else []
    if first_asked and not isinstance(likely, OrderUnclear):
        return ReadReport(questions=tuple(first_asked), shape=trial.shape)
    order = DateOrder.DAY_FIRST if isinstance(likely, OrderUnclear) else likely
    reading = _Reading(answers, expected, order, layout, skipped)
    reading.take(rows())
    decided = answers.dates or reading.clock.seen.order(expected)
    if not isinstance(decided, OrderUnclear) and decided is not order:
        reading = _Reading(answers, expected, decided, layout, skipped)
        reading.take(rows())
    asked = [*([decided] if isinstance(decided, OrderUnclear) else ()), *reading.clock.questions()]
    if asked and reading.tells_moments:
        return ReadReport(questions=tuple(asked), shape=reading.shape)
    report = reading.report(when_known=not asked)
    odd = warnings_about(report, expected, reading.clock.guesses, reading.meetings)
    return ReadReport(report, (), odd, reading.shape)


def _refuse_actions(layouts: Iterable[Layout]) -> None:
    if any(Column.ACTION in layout.columns for layout in layouts):
        error = Invalid({"file": ONLY_SO_FAR})
        error.advice = FETCH_AFTERWARDS
        raise error


def _layout_answered(first: Sequence[Row], answers: Answers) -> tuple[Layout | None, int]:
    if answers.columns is None:
        return None, 0
    skipped = answers.columns.header_row
    headers = next((cells for row, cells in first if row == skipped), [])
    return layout_with([tidy_cell(cell) for cell in headers], answers.columns.columns), skipped


class _Reading:
    """A report on its way in, under one reading of its dates."""

    def __init__(
        self,
        answers: Answers,
        expected: Expected,
        order: DateOrder,
        layout: Layout | None,
        skipped: int,
    ) -> None:
        self.outline = Outline(layout)
        self.clock = ReportClock(answers, expected, order)
        self.meetings: dict[str, None] = {}
        self._skipped = skipped
        self._has_header = layout is None or skipped > 0
        self._expected = meeting_number(expected.meeting)
        self._foreign: list[Presence] = []  # of another meeting than the one that is expected
        self._reader = RowReader(self.clock)
        self._layout: Layout | None = None
        self._presences: list[Presence] = []
        self._absent: list[Presence] = []
        self._rejected: list[Rejected] = []
        self._summed_up = _SummedUp()
        self._instances: dict[str, None] = {}
        self._has_stays = False
        self._timed = self._empty = 0
        self._span: tuple[datetime | None, datetime | None] = (None, None)

    def take(self, rows: Iterable[Row]) -> None:
        """Read rows; one that cannot be believed is set aside with the reason."""
        below = (row for row in rows if row[0] > self._skipped)
        for line in self.outline.people(below):
            if line.layout is not self._layout:
                self._begin(line)
            if line.part is Part.STAYS:
                self._has_stays = True
            try:
                self._take(line)
            except RowRejected as error:
                self._reject(line, error)
        self._note_span()  # if there was nobody

    @property
    def shape(self) -> str:
        """Return the fingerprint of the header above people, if there is one."""
        headed = (each.headers for each in self.outline.layouts if each.tells_people)
        headers = next(headed, ()) if self._has_header else ()
        return fingerprint(headers) if headers else ""

    @property
    def tells_moments(self) -> bool:
        """Say whether its rows tell when somebody was there, and not only how long or that."""
        return bool(self._columns_of_people() & {Column.JOINED, Column.LEFT})

    def report(self, *, when_known: bool) -> Report:
        """Return what was read; without ``when_known`` it does not say when the meeting was."""
        presences, rejected = self._presences, self._rejected
        if self._expected in self.meetings:
            rejected = [*rejected, *map(_of_other_meeting, self._foreign)]
        else:  # then all of it is another meeting's, and a warning says so
            presences = [*presences, *self._foreign]
        if self._has_stays:
            presences = presences + self._summed_up.without(presences)
        else:
            presences, rejected = self._summed_up.presences, self._summed_up.rejected
        origin = origin_of(self.outline.layouts, numbered=self.outline.numbered)
        told = self.outline.meeting
        return Report(
            origin=origin,
            presences=tuple(presences),
            rows=len(presences) + len(self._absent) + len(rejected),
            meeting=next(iter(self.meetings)) if len(self.meetings) == 1 else "",
            instances=tuple(self._instances),
            topic=told.get(Column.TOPIC, ""),
            host_name=told.get(Column.HOST_NAME, "") or told.get(Column.NAME, ""),
            host_email=told.get(Column.HOST_EMAIL, "") or told.get(Column.EMAIL, ""),
            starts=self._span[0] if when_known else None,
            ends=self._span[1] if when_known else None,
            absent=tuple(self._absent),
            totals_only=Column.DURATION in self._columns_of_people() and not self.tells_moments,
            ready=self._is_ready(origin),
            rejected=tuple(rejected),
        )

    def _begin(self, line: Line) -> None:
        """Note what is known of the meeting before its people are read."""
        self._layout = line.layout
        if line.layout.zone:
            self.clock.tell_zone(line.layout.zone)
        self._note_meeting(line)
        self._note_span()

    def _note_span(self) -> None:
        told = self.outline.meeting
        if number := told.get(Column.MEETING):
            self.meetings.setdefault(meeting_number(number))
        starts, ends = told.get(Column.STARTS, ""), told.get(Column.ENDS, "")
        self.clock.tell_day(starts or told.get(Column.DAY, ""))
        if self._span != (None, None) or not starts:
            return
        length = seconds_in(told.get(Column.DURATION, ""))
        try:
            self._span = self.clock.stay(starts, ends, length)
        except Untrue:
            return
        if self._span[0] is not None and self._span[1] is not None:
            self.clock.window = (self._span[0], self._span[1])

    def _note_meeting(self, line: Line) -> None:
        """Take in what stands of the meeting on the row, or stood above."""
        told = self.outline.meeting
        for column in _OF_THE_MEETING & line.layout.columns.keys():
            if text := line.cell(column):
                told.setdefault(column, text)
        if number := meeting_number(line.cell(Column.MEETING)):
            self.meetings.setdefault(number)

    def _take(self, line: Line) -> None:
        presence, absent, timed = self._reader.read(line)
        if Column.MEETING in line.layout.columns:
            self._note_meeting(line)
            if self._expected not in {"", meeting_number(line.cell(Column.MEETING))}:
                self._foreign.append(presence)
                return
        if presence.instance:
            self._instances.setdefault(presence.instance)
        if absent:
            self._absent.append(presence)
        elif line.part is Part.STAYS:
            self._presences.append(presence)
        else:
            self._summed_up.presences.append(presence)
        if timed and not presence.waiting:
            self._timed += 1
            still_there = presence.joined is not None and presence.left is None
            self._empty += presence.seconds == 0 and not still_there

    def _reject(self, line: Line, error: RowRejected) -> None:
        header = line.layout.header(error.column) if error.column else ""
        row = Rejected(line.row, header, error.says, self._reader.name_of(line))
        into = self._rejected if line.part is Part.STAYS else self._summed_up.rejected
        into.append(row)

    def _columns_of_people(self) -> set[Column]:
        layouts = (layout for layout in self.outline.layouts if layout.tells_people)
        return {column for layout in layouts for column in layout.columns}

    def _is_ready(self, origin: Origin) -> bool:
        """Say whether stays have lengths: Zoom tells none of those it has not worked out yet."""
        return not self._empty if origin in _ZOOM else not self._timed or self._empty < self._timed


class _SummedUp:
    """Rows that sum a person up, where another section tells each of their stays."""

    def __init__(self) -> None:
        self.presences: list[Presence] = []
        self.rejected: list[Rejected] = []

    def without(self, stays: Iterable[Presence]) -> list[Presence]:
        """Return those of whom no stay is told."""
        told = {_who(each) for each in stays}
        return [each for each in self.presences if _who(each) not in told]


def _of_other_meeting(presence: Presence) -> Rejected:
    return Rejected(presence.row, "", NOT_THIS_MEETING, presence.name)


def _who(presence: Presence) -> tuple[str, str]:
    return folded(presence.name), folded(presence.email)
