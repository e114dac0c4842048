"""What a report leaves open, what was answered, and what the event knows of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.reports.columns import ReportMap
    from cpd_desktop.domain.attendance.reports.words import Column
    from cpd_desktop.domain.written_dates import DateOrder

WHICH_ORDER = Sentence(
    "attendance",
    "“{text}” can be {day_first} or {month_first}. Say which comes first, the day or the month.",
)
WHICH_ZONE = Sentence(
    "attendance", "The report does not say in which time zone “{text}” is. Say which one."
)
WHICH_DAY = Sentence(
    "attendance", "The report tells times such as “{text}” without a day. Say which day."
)
WHICH_COLUMNS = Sentence(
    "attendance", "It is not clear what the columns tell: {columns}. Say which one tells what."
)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person says about a report, or said about one like it before."""

    zone: str = ""
    dates: DateOrder | None = None
    day: date | None = None
    columns: ReportMap | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What the event knows: its sessions in UTC, the meeting's number, and what time it is."""

    sessions: tuple[tuple[datetime, datetime], ...] = ()
    meeting: str = ""
    now: datetime | None = None


@dataclass(frozen=True, slots=True)
class TwoDays:
    """A date as it is written, and the two days that it can be."""

    text: str
    day_first: date
    month_first: date


@dataclass(frozen=True, slots=True)
class OrderUnclear:
    """Day and month can be read either way; ``Answers.dates`` answers it."""

    examples: tuple[TwoDays, ...]

    def sentence(self) -> Sentence:
        """Return the question."""
        first = self.examples[0]
        return WHICH_ORDER.filled(
            text=first.text,
            day_first=first.day_first.isoformat(),
            month_first=first.month_first.isoformat(),
        )


@dataclass(frozen=True, slots=True)
class ZoneUnknown:
    """Nothing says where the clock stood that wrote these; ``Answers.zone`` answers it."""

    examples: tuple[str, ...]

    def sentence(self) -> Sentence:
        """Return the question."""
        return WHICH_ZONE.filled(text=self.examples[0])


@dataclass(frozen=True, slots=True)
class DayUnknown:
    """Times of day are told without the day; ``Answers.day`` answers it."""

    examples: tuple[str, ...]

    def sentence(self) -> Sentence:
        """Return the question."""
        return WHICH_DAY.filled(text=self.examples[0])


@dataclass(frozen=True, slots=True)
class ColumnsUnknown:
    """The columns do not speak for themselves; ``Answers.columns`` answers it.

    The answer is remembered under the fingerprint.
    """

    headers: tuple[str, ...]
    header_row: int
    rows: tuple[tuple[str, ...], ...]
    fingerprint: str
    guessed: Mapping[Column, int] = field(default_factory=dict)

    def sentence(self) -> Sentence:
        """Return the question."""
        return WHICH_COLUMNS.filled(columns=", ".join(self.headers[:_COLUMNS_NAMED]))


_COLUMNS_NAMED = 12

Question: TypeAlias = OrderUnclear | ZoneUnknown | DayUnknown | ColumnsUnknown


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A report with what is odd about it, or else the questions that must be answered first.

    ``shape`` is the fingerprint of its header, if it has one.
    """

    report: Report | None = None
    questions: tuple[Question, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    shape: str = ""
