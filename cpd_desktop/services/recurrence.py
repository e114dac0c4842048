"""The dates of a series, and what changing one of them, or all from one on, makes of it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.recurrence import (
    LONGEST_SERIES,
    MOST_DATES,
    TOO_LONG,
    TOO_MANY,
    Recurrence,
    Rule,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment, wall_time

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_DOES_NOT_FIT = Sentence(
    "repeat", "The series starts on {day}, but its rule leaves that day out."
)
NOTHING_LEFT = Sentence("repeat", "Every date of the series is left out.")
NOT_IN_SERIES = Sentence("repeat", "{time} is not a date of the series.")
SKIPPED = Sentence(
    "repeat",
    "The series falls on {time}, which does not exist in {zone}: the clocks go forward there. "
    "Leave that date out, or choose another time of day.",
)
NOT_ANY_TIME = Sentence(
    "repeat",
    "A session would start on {time}, which does not exist in {zone}: the clocks go forward there. "
    "Choose another day, or another time of day.",
)

_ONCE = Rule("DAILY", count=1).text


def occurrences(recurrence: Recurrence, limit: int = MOST_DATES) -> list[datetime]:
    """Return the local times of the series, in order.

    Raises ``Invalid`` for a series that is not possible, has none or more than ``limit`` of them.
    """
    return _kept(recurrence, _by_rule(recurrence, limit), limit)


def moments(recurrence: Recurrence, limit: int = MOST_DATES) -> list[datetime]:
    """Return the moments in UTC at which the clock on the wall shows the times of the series.

    Raises ``Invalid`` as ``occurrences`` does, and for a time that the clocks skip.
    """
    return [_moment(at, recurrence.zone) for at in occurrences(recurrence, limit)]


def split(recurrence: Recurrence, at: datetime) -> tuple[Recurrence | None, Recurrence]:
    """Return the series before one of its dates, if any, and the one from that date on.

    Raises ``Invalid`` if ``at`` is not a date of the series.
    """
    by_rule = _by_rule(recurrence, MOST_DATES)
    dates = _kept(recurrence, by_rule, MOST_DATES)
    _require(at, dates)
    rule, earlier = recurrence.parsed(), bisect_left(by_rule, at)
    before, after = by_rule[:earlier], by_rule[earlier:]
    ends, goes_on = rule, rule
    if rule.count is not None:
        ends = replace(rule, count=earlier or None)
        goes_on = replace(rule, count=len(after) or None)
    elif before:
        ends = replace(rule, until=before[-1])
    early = tuple(each for each in recurrence.extra if each < at)
    late = tuple(each for each in recurrence.extra if each >= at)
    return (
        _part(recurrence, ends, before, early) if at > dates[0] else None,
        _part(recurrence, goes_on, after, late),
    )


def without(recurrence: Recurrence, at: datetime) -> Recurrence:
    """Return the series without one of its dates; raise ``Invalid`` if it is none, or the last."""
    _require(at, occurrences(recurrence))
    extra = tuple(each for each in recurrence.extra if each != at)
    left_out = recurrence.left_out
    if at in _by_rule(recurrence, MOST_DATES):
        left_out = tuple(sorted({*left_out, at}))
    made = replace(recurrence, left_out=left_out, extra=extra)
    occurrences(made)
    return made


def shifted(starts: Sequence[datetime], new_start: datetime, zone: str) -> list[datetime]:
    """Return the moments moved so that the first is ``new_start``, a moment too.

    Each keeps the days between it and the first, and its own time of day in the zone; if the first
    gets another time of day, all are moved by the same hours and minutes. A session's end is its
    new start and its true length (``zones.length``), not a time moved by itself.

    Raises ``Invalid`` for a time that the clocks skip.
    """
    walls = [wall_time(each, zone).replace(fold=0) for each in starts]
    by = wall_time(new_start, zone).replace(fold=0) - min(walls)
    return [
        new_start if wall == min(walls) else _moment(wall + by, zone, NOT_ANY_TIME)
        for wall in walls
    ]


def shifted_by_days(starts: Sequence[datetime], days: int, zone: str) -> list[datetime]:
    """Return the moments so many days later, each at its time of day in the zone.

    Raises ``Invalid`` for a time that the clocks skip.
    """
    first = wall_time(min(starts), zone) + timedelta(days=days)
    return shifted(starts, _moment(first, zone, NOT_ANY_TIME), zone)


def _moment(local: datetime, zone: str, says: Sentence = SKIPPED) -> datetime:
    try:
        return moment(local, zone)
    except Invalid:
        time = f"{local:%Y-%m-%d %H:%M}"
        raise Invalid({"starts": says.filled(time=time, zone=zone)}) from None


def _by_rule(recurrence: Recurrence, limit: int) -> list[datetime]:
    """Return what the rule alone makes, before dates are left out or added."""
    import dateutil.rrule

    rule = recurrence.parsed()
    horizon = recurrence.starts + LONGEST_SERIES
    found = dateutil.rrule.rrule(
        getattr(dateutil.rrule, rule.frequency),
        dtstart=recurrence.starts,
        interval=rule.interval,
        wkst=rule.week_start,
        until=rule.until or horizon,
        bysetpos=rule.positions or None,
        bymonth=rule.months or None,
        bymonthday=rule.month_days or None,
        byweekday=[dateutil.rrule.weekday(day, number or None) for number, day in rule.days]
        or None,
    )
    dates = list(islice(found, rule.count or limit + 1))
    if not dates or dates[0] != recurrence.starts:
        day = f"{recurrence.starts:%Y-%m-%d}"
        raise Invalid({"recurrence": FIRST_DOES_NOT_FIT.filled(day=day)})
    if rule.count is not None and len(dates) < rule.count:
        raise Invalid({"recurrence": TOO_LONG})
    if len(dates) > limit:
        raise Invalid({"recurrence": TOO_MANY.filled(limit=limit)})
    return dates


def _kept(recurrence: Recurrence, by_rule: list[datetime], limit: int) -> list[datetime]:
    dates = sorted(({*by_rule} - {*recurrence.left_out}) | {*recurrence.extra})
    if not dates:
        raise Invalid({"recurrence": NOTHING_LEFT})
    if len(dates) > limit:
        raise Invalid({"recurrence": TOO_MANY.filled(limit=limit)})
    return dates


def _require(at: datetime, dates: list[datetime]) -> None:
    if at not in dates:
        raise Invalid({"recurrence": NOT_IN_SERIES.filled(time=f"{at:%Y-%m-%d %H:%M}")})


def _part(
    whole: Recurrence, rule: Rule, by_rule: list[datetime], extra: tuple[datetime, ...]
) -> Recurrence:
    if not by_rule:  # only dates that were added: the first of them stands for the rule
        return replace(whole, starts=min(extra), rule=_ONCE, left_out=(), extra=extra)
    left_out = tuple(each for each in whole.left_out if each in by_rule)
    return replace(whole, starts=by_rule[0], rule=rule.text, left_out=left_out, extra=extra)
