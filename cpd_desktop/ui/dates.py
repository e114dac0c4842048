"""Moments as people read them: in the event's zone, in their own language's form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QTime

from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from datetime import date, datetime


def day(at: datetime, zone: str) -> str:
    """Return the day, such as “Tue 1 Dec 2026”."""
    return day_of(wall_time(at, zone).date())


def day_of(at: date) -> str:
    """Return a date in the same form."""
    return QLocale().toString(QDate(at.year, at.month, at.day), "ddd d MMM yyyy")


def clock_time(at: datetime, zone: str) -> str:
    """Return the time of day in the person's own form."""
    wall = wall_time(at, zone)
    return QLocale().toString(QTime(wall.hour, wall.minute), QLocale.FormatType.ShortFormat)


def span(starts: datetime, ends: datetime, zone: str) -> str:
    """Return day and times with the zone named; the second day too if there is one."""
    first, last = day(starts, zone), day(ends, zone)
    start, end = clock_time(starts, zone), clock_time(ends, zone)
    until = end if first == last else f"{last}, {end}"
    return f"{first} · {start}–{until} {zone}"  # noqa: RUF001 - the dash of a span


def day_and_time(at: datetime, zone: str) -> str:
    """Return day and time without naming the zone, for a column that names it elsewhere."""
    return f"{day(at, zone)}, {clock_time(at, zone)}"
