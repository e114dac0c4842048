"""Series as Zoom can hold them: fewer than calendars know, with limits of their own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.recurrence import Recurrence, Rule

MOST_TIMES = 60
SAFE_MONTH_DAY = 28  # what Zoom makes of the 31st in a short month it tells nobody
LONGEST_MONTH = 31
WEEKDAYS = 7
SUNDAY = 6
FIRST_TO_FOURTH_OR_LAST = frozenset({1, 2, 3, 4, -1})

NOT_AT_ZOOM = Sentence(
    "meeting",
    "Zoom cannot hold this series: it knows every so many days, weeks on given days, or months on "
    "one day. Make it a meeting without fixed times instead; the dates stay here.",
)
NO_END = Sentence("meeting", "A series at Zoom ends after a number of dates or on a day.")
MANY_TIMES = Sentence("meeting", "A series at Zoom has at most {limit} dates.")
WIDE = Sentence("meeting", "Zoom repeats at most every {limit} days, weeks or months of this kind.")
NO_DAY = Sentence("meeting", "The series does not say on which day.")


class Every(StrEnum):
    """What the interval counts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


WIDEST = {Every.DAY: 99, Every.WEEK: 50, Every.MONTH: 10}


@dataclass(frozen=True, slots=True)
class Series:
    """A series at Zoom: ends after ``times`` dates or at ``until``, one of the two.

    Days of the week count from Monday, 0. A month has its ``month_day``, or the ``week`` (1 to 4,
    or -1 for the last) of its one day in ``days``.
    """

    every: Every
    interval: int = 1
    days: tuple[int, ...] = ()
    month_day: int | None = None
    week: int | None = None
    times: int | None = None
    until: datetime | None = None

    def problem(self) -> Sentence | None:
        """Return what Zoom would refuse, if anything."""
        if (self.times is None) == (self.until is None):
            return NO_END
        if self.times is not None and not 1 <= self.times <= MOST_TIMES:
            return MANY_TIMES.filled(limit=MOST_TIMES)
        if not 1 <= self.interval <= WIDEST[self.every]:
            return WIDE.filled(limit=WIDEST[self.every])
        return None if self._has_its_day() else NO_DAY

    def _has_its_day(self) -> bool:
        if not all(0 <= day < WEEKDAYS for day in self.days):
            return False
        if self.every is not Every.MONTH:
            return bool(self.days) or self.every is Every.DAY
        if self.week is None:
            return self.month_day is not None and 1 <= self.month_day <= LONGEST_MONTH
        by_weekday = len(self.days) == 1 and self.week in FIRST_TO_FOURTH_OR_LAST
        return by_weekday and self.month_day is None


def series_of(recurrence: Recurrence) -> Series:
    """Return the same dates as Zoom holds them; raise ``Invalid`` where it cannot, or may not."""
    rule = recurrence.parsed()
    dates_apart = recurrence.left_out or recurrence.extra
    if dates_apart or rule.positions or rule.months:
        raise _not_at_zoom()
    until = None if rule.until is None else moment(rule.until, recurrence.zone)
    series = _pattern(rule, recurrence.starts, rule.count, until)
    if problem := series.problem():
        raise Invalid({"series": problem})
    return series


def _pattern(rule: Rule, starts: datetime, times: int | None, until: datetime | None) -> Series:
    days = tuple(sorted({day for _, day in rule.days}))
    if rule.frequency == "DAILY" and not days:
        return Series(Every.DAY, rule.interval, times=times, until=until)
    if rule.frequency == "WEEKLY":
        # Where a week begins decides which Sunday of every other week is meant.
        if rule.interval > 1 and len(days) > 1 and SUNDAY in days:
            raise _not_at_zoom()
        days = days or (starts.weekday(),)
        return Series(Every.WEEK, rule.interval, days, times=times, until=until)
    if rule.frequency != "MONTHLY" or len(rule.days) + len(rule.month_days) > 1:
        raise _not_at_zoom()
    if rule.days:
        ((number, day),) = rule.days
        if number not in FIRST_TO_FOURTH_OR_LAST:
            raise _not_at_zoom()
        return Series(Every.MONTH, rule.interval, (day,), week=number, times=times, until=until)
    (date,) = rule.month_days or (starts.day,)
    if not 1 <= date <= SAFE_MONTH_DAY:
        raise _not_at_zoom()
    return Series(Every.MONTH, rule.interval, month_day=date, times=times, until=until)


def _not_at_zoom() -> Invalid:
    return Invalid({"series": NOT_AT_ZOOM})
