"""Where sessions stand in a month and in a week: plain arithmetic, without a window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cpd_desktop.ui.widgets import Tone

DAY = timedelta(days=1)
WEEK = 7
_MINUTES = 24 * 60
_SHORTEST = 30
_LONGEST_TEXT = 200


@dataclass(frozen=True, slots=True)
class CalendarItem:
    """A session as a calendar shows it; its times are those of the clock on the wall."""

    id: int
    event_id: int
    title: str
    starts: datetime
    ends: datetime
    status: str
    detail: str
    tone: Tone

    @property
    def first_day(self) -> date:
        """Return the day it starts on."""
        return self.starts.date()

    @property
    def last_day(self) -> date:
        """Return the last day it touches; one that ends at midnight does not touch the next."""
        return max(self.first_day, (self.ends - timedelta(microseconds=1)).date())

    @property
    def short_title(self) -> str:
        """Return the title in one line that is quickly drawn."""
        return " ".join(self.title[:_LONGEST_TEXT].split())

    def days(self) -> Iterator[date]:
        """Yield each day it touches."""
        for number in range((self.last_day - self.first_day).days + 1):
            yield self.first_day + DAY * number


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a session in a day: minutes from midnight, and one of so many columns."""

    item: CalendarItem
    top: int
    bottom: int
    column: int
    columns: int


def by_day(items: Iterable[CalendarItem]) -> dict[date, list[CalendarItem]]:
    """Return day → the sessions that touch it, in the order they start."""
    found: dict[date, list[CalendarItem]] = {}
    for item in sorted(items, key=lambda each: (each.starts, each.ends, each.title, each.id)):
        for day in item.days():
            found.setdefault(day, []).append(item)
    return found


def week_start(day: date, first: int) -> date:
    """Return the day on which the week begins; ``first`` is 1 for Monday to 7 for Sunday."""
    return day - DAY * ((day.isoweekday() - first) % WEEK)


def month_weeks(day: date, first: int) -> list[list[date]]:
    """Return the whole weeks that the day's month touches."""
    start = week_start(day.replace(day=1), first)
    weeks = []
    while start <= day or start.month == day.month:
        weeks.append([start + DAY * number for number in range(WEEK)])
        start += DAY * WEEK
    return weeks


def moved_by_months(day: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    count = day.year * 12 + day.month - 1 + months
    first = date(count // 12, count % 12 + 1, 1)
    following = (first + DAY * 31).replace(day=1)
    return min(first + DAY * (day.day - 1), following - DAY)


def lanes(
    week: Sequence[date], found: dict[date, list[CalendarItem]]
) -> dict[date, dict[int, CalendarItem]]:
    """Return day → line → session, so that one of several days keeps its line all week."""
    taken: dict[date, dict[int, CalendarItem]] = {day: {} for day in week}
    free = dict.fromkeys(week, 0)
    items = {item.id: item for day in week for item in found.get(day, ())}
    longest_first = sorted(
        items.values(), key=lambda each: (-(each.last_day - each.first_day).days, each.starts)
    )
    for item in longest_first:
        days = [day for day in item.days() if day in taken]
        lane = max(free[day] for day in days)
        while any(lane in taken[day] for day in days):
            lane += 1
        for day in days:
            taken[day][lane] = item
            while free[day] in taken[day]:
                free[day] += 1
    return taken


def columns(day: date, items: Iterable[CalendarItem]) -> list[Placed]:
    """Return the sessions of a day; those that overlap stand side by side."""
    midnight = datetime.combine(day, datetime.min.time())
    spans = []
    for item in items:
        top = max(0, _minutes(item.starts - midnight))
        bottom = min(_MINUTES, max(_minutes(item.ends - midnight), top + _SHORTEST))
        spans.append((min(top, _MINUTES - _SHORTEST), bottom, item))
    spans.sort(key=lambda each: (each[0], -each[1], each[2].id))
    placed: list[Placed] = []
    group: list[tuple[int, int, int, CalendarItem]] = []
    ends: list[int] = []
    for top, bottom, item in spans:
        if group and top >= max(ends):
            placed += _group(group, len(ends))
            group, ends = [], []
        column = next((n for n, end in enumerate(ends) if end <= top), len(ends))
        ends[column : column + 1] = [bottom]
        group.append((top, bottom, column, item))
    return placed + _group(group, len(ends))


def _group(group: list[tuple[int, int, int, CalendarItem]], count: int) -> list[Placed]:
    return [Placed(item, top, bottom, column, count) for top, bottom, column, item in group]


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
