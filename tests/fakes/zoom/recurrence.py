"""On which days a recurring meeting takes place."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.wire import Json

DAILY, WEEKLY, MONTHLY = 1, 2, 3
LONGEST_STEP = {DAILY: 99, WEEKLY: 50, MONTHLY: 10}
MOST = 60


def check_recurrence(recurrence: Json) -> None:
    """Refuse what contradicts itself, in the words of a validation."""
    kind = recurrence["type"]
    wrong = []
    if "end_times" in recurrence and "end_date_time" in recurrence:
        wrong.append(("recurrence.end_date_time", "Cannot be used with end_times."))
    if recurrence.get("repeat_interval", 1) > LONGEST_STEP[kind]:
        wrong.append(("recurrence.repeat_interval", "Invalid field."))
    wrong += [
        (f"recurrence.{key}", "Does not fit the recurrence type.")
        for key, fitting in (
            ("weekly_days", WEEKLY),
            ("monthly_day", MONTHLY),
            ("monthly_week", MONTHLY),
            ("monthly_week_day", MONTHLY),
        )
        if key in recurrence and kind != fitting
    ]
    if ("monthly_week" in recurrence) != ("monthly_week_day" in recurrence):
        wrong.append(("recurrence.monthly_week", "Needs monthly_week_day, and it this."))
    if wrong:
        raise Refusal(400, 300, "Validation Failed.", tuple(wrong))


def starts(first: datetime, timezone: str, recurrence: Json) -> list[datetime]:
    """Return the start of every occurrence, in UTC; the hour on the wall stays the same."""
    local = first.astimezone(ZoneInfo(timezone))
    until = recurrence.get("end_date_time")
    last = datetime.fromisoformat(until) if until else None
    most = MOST if last else recurrence.get("end_times", 1)
    found: list[datetime] = []
    for day in _days(local.date(), recurrence):
        at = datetime.combine(day, local.timetz()).astimezone(UTC)
        if at < first:
            continue
        if len(found) == most or (last is not None and at > last):
            return found
        found.append(at)
    return found


def _days(first: date, recurrence: Json) -> Iterator[date]:
    step = recurrence.get("repeat_interval", 1)
    if recurrence["type"] == DAILY:
        for number in count():
            yield first + timedelta(days=number * step)
    elif recurrence["type"] == WEEKLY:
        yield from _weekly(first, step, recurrence.get("weekly_days", "1"))
    else:
        for number in count():
            months = first.year * 12 + first.month - 1 + number * step
            found = _in_month(months // 12, months % 12 + 1, recurrence)
            if found is not None:
                yield found


def _weekly(first: date, step: int, days: str) -> Iterator[date]:
    # Zoom counts from Sunday, which is 1.
    sunday = first - timedelta(days=first.isoweekday() % 7)
    wanted = sorted({int(day) - 1 for day in days.split(",")})
    for number in count():
        for day in wanted:
            yield sunday + timedelta(weeks=number * step, days=day)


def _in_month(year: int, month: int, recurrence: Json) -> date | None:
    length = calendar.monthrange(year, month)[1]
    if "monthly_week" not in recurrence:
        day = recurrence.get("monthly_day", 1)
        return date(year, month, day) if day <= length else None
    fitting = [
        date(year, month, day)
        for day in range(1, length + 1)
        if date(year, month, day).isoweekday() % 7 + 1 == recurrence["monthly_week_day"]
    ]
    week = recurrence["monthly_week"]
    return fitting[-1] if week == -1 else fitting[week - 1]
