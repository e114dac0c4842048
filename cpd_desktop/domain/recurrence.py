"""How an event repeats: a rule as calendars write it, kept in local time, and its plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time, zone_called

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_DATES = 366
LONGEST_SERIES = timedelta(days=20 * 366)
WIDEST_INTERVAL = 999
FIRST_YEAR, LAST_YEAR = 1900, 9000

DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAYS = (
    Sentence("repeat", "Monday"),
    Sentence("repeat", "Tuesday"),
    Sentence("repeat", "Wednesday"),
    Sentence("repeat", "Thursday"),
    Sentence("repeat", "Friday"),
    Sentence("repeat", "Saturday"),
    Sentence("repeat", "Sunday"),
)
ORDINALS = {
    1: Sentence("repeat", "the first {day}"),
    2: Sentence("repeat", "the second {day}"),
    3: Sentence("repeat", "the third {day}"),
    4: Sentence("repeat", "the fourth {day}"),
    5: Sentence("repeat", "the fifth {day}"),
    -1: Sentence("repeat", "the last {day}"),
    -2: Sentence("repeat", "the last but one {day}"),
}
MONTHS = (
    Sentence("repeat", "{day} January"),
    Sentence("repeat", "{day} February"),
    Sentence("repeat", "{day} March"),
    Sentence("repeat", "{day} April"),
    Sentence("repeat", "{day} May"),
    Sentence("repeat", "{day} June"),
    Sentence("repeat", "{day} July"),
    Sentence("repeat", "{day} August"),
    Sentence("repeat", "{day} September"),
    Sentence("repeat", "{day} October"),
    Sentence("repeat", "{day} November"),
    Sentence("repeat", "{day} December"),
)

UNREADABLE = Sentence("repeat", "“{part}” cannot be read in the rule of the series.")
TWICE = Sentence("repeat", "“{part}” stands twice in the rule of the series.")
NO_FREQUENCY = Sentence(
    "repeat", "The rule of the series does not say daily, weekly, monthly or yearly."
)
ENDLESS = Sentence("repeat", "The series never ends: give it a last day or a number of dates.")
TWO_ENDS = Sentence("repeat", "The series has both a last day and a number of dates; choose one.")
ENDS_FIRST = Sentence("repeat", "The last day of the series is before its first.")
TOO_MANY = Sentence("repeat", "The series has more than {limit} dates.")
TOO_LONG = Sentence("repeat", "The series goes on for more than 20 years.")
TOO_FAR = Sentence("repeat", "A date of the series is not between the years 1900 and 9000.")
NOT_LOCAL = Sentence("repeat", "The dates of a series are local times of its time zone.")

EVERY_DAY = Sentence("repeat", "every day")
EVERY_N_DAYS = Sentence("repeat", "every %n days")
EVERY_WEEK = Sentence("repeat", "every week on {days}")
EVERY_N_WEEKS = Sentence("repeat", "every %n weeks on {days}")
EVERY_MONTH = Sentence("repeat", "every month on {days}")
EVERY_N_MONTHS = Sentence("repeat", "every %n months on {days}")
EVERY_YEAR = Sentence("repeat", "every year on {days}")
EVERY_N_YEARS = Sentence("repeat", "every %n years on {days}")
BY_RULE = Sentence("repeat", "by the rule {rule}")
DAY_OF_MONTH = Sentence("repeat", "day {day}")
LAST_DAY = Sentence("repeat", "the last day")
LISTED = Sentence("repeat", "{first}, {last}")
LISTED_LAST = Sentence("repeat", "{first} and {last}")
SO_MANY_TIMES = Sentence("repeat", "{rule}, %n time(s)")
UNTIL_DAY = Sentence("repeat", "{rule} until {day}")
LEFT_OUT = Sentence("repeat", "{rule}, %n date(s) left out")
EXTRA = Sentence("repeat", "{rule}, and %n date(s) more")

_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBERS = {"INTERVAL": WIDEST_INTERVAL, "COUNT": MOST_DATES}
_LISTS = {"BYMONTHDAY": 31, "BYMONTH": 12, "BYSETPOS": 366}


class Every(StrEnum):
    """The ways to repeat that a person can choose without knowing how rules are written."""

    DAY = "day"
    WEEK = "week"
    TWO_WEEKS = "two weeks"
    MONTH_BY_DATE = "month by date"
    MONTH_BY_WEEKDAY = "month by weekday"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Rule:
    """What an RRULE says, read and found possible; ``until`` is a local time and belongs to it."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    days: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()
    week_start: int = 0

    @property
    def text(self) -> str:
        """Return the rule as it is kept."""
        coded = ",".join(f"{number or ''}{DAY_CODES[day]}" for number, day in self.days)
        parts: dict[str, object] = {
            "FREQ": self.frequency,
            "INTERVAL": self.interval if self.interval > 1 else "",
            "BYMONTH": ",".join(map(str, self.months)),
            "BYMONTHDAY": ",".join(map(str, self.month_days)),
            "BYDAY": coded,
            "BYSETPOS": ",".join(map(str, self.positions)),
            "WKST": DAY_CODES[self.week_start] if self.week_start else "",
            "COUNT": self.count or "",
            "UNTIL": f"{self.until:%Y%m%dT%H%M%S}" if self.until else "",
        }
        return ";".join(f"{name}={value}" for name, value in parts.items() if value)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A series: its first local time, its zone, its RRULE, dates left out and dates added."""

    starts: datetime
    zone: str
    rule: str
    left_out: tuple[datetime, ...] = ()
    extra: tuple[datetime, ...] = ()

    def parsed(self) -> Rule:
        """Return the rule as a value; raise ``Invalid`` if the series is not possible."""
        zone_called(self.zone)
        dates = (self.starts, *self.left_out, *self.extra)
        if any(each.tzinfo is not None for each in dates):
            raise _wrong(NOT_LOCAL)
        if not all(FIRST_YEAR <= each.year <= LAST_YEAR for each in dates):
            raise _wrong(TOO_FAR)
        rule = _parsed(self.rule, self.zone)
        if rule.until is not None:
            if rule.until < self.starts:
                raise _wrong(ENDS_FIRST)
            if rule.until - self.starts > LONGEST_SERIES:
                raise _wrong(TOO_LONG)
        if len(self.extra) >= MOST_DATES or len(self.left_out) > MOST_DATES:
            raise _wrong(TOO_MANY.filled(limit=MOST_DATES))
        return rule

    def described(self) -> Sentence:
        """Return what people say for it; raise ``Invalid`` if the series is not possible."""
        rule = self.parsed()
        says = _pattern(rule, self.starts)
        if rule.count is not None:
            says = SO_MANY_TIMES.filled(rule=says, n=rule.count)
        elif rule.until is not None:
            says = UNTIL_DAY.filled(rule=says, day=f"{rule.until:%Y-%m-%d}")
        if self.left_out:
            says = LEFT_OUT.filled(rule=says, n=len(self.left_out))
        if self.extra:
            says = EXTRA.filled(rule=says, n=len(self.extra))
        return says


def repeated(
    every: Every,
    starts: datetime,
    zone: str,
    *,
    times: int | None = None,
    until: date | None = None,
) -> Recurrence:
    """Return the series of a simple choice; raise ``Invalid`` unless it has one end.

    A fifth weekday means the last one of each month.
    """
    number = (starts.day - 1) // 7 + 1
    weekday = starts.weekday()
    rule = {
        Every.DAY: Rule("DAILY"),
        Every.WEEK: Rule("WEEKLY", days=((0, weekday),)),
        Every.TWO_WEEKS: Rule("WEEKLY", interval=2, days=((0, weekday),)),
        Every.MONTH_BY_DATE: Rule("MONTHLY", month_days=(starts.day,)),
        Every.MONTH_BY_WEEKDAY: Rule(
            "MONTHLY", days=((number if number < len(ORDINALS) - 2 else -1, weekday),)
        ),
        Every.YEAR: Rule("YEARLY", months=(starts.month,), month_days=(starts.day,)),
    }[every]
    last = None if until is None else datetime.combine(until, time(23, 59, 59))
    # A count of 0 stays in the text, so that it is refused there and not taken for none.
    text = replace(rule, until=last).text + ("" if times is None else f";COUNT={times}")
    made = Recurrence(starts, zone, text)
    made.parsed()
    return made


def _wrong(says: Sentence) -> Invalid:
    return Invalid({"recurrence": says})


def _parsed(text: str, zone: str) -> Rule:
    parts: dict[str, str] = {}
    for part in text.strip(" ;\r\n").upper().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name in parts:
            raise _wrong(TWICE.filled(part=name[:40]))
        parts[name] = value
    frequency = parts.pop("FREQ", "")
    if frequency not in ("DAILY", "WEEKLY", "MONTHLY", "YEARLY"):
        raise _wrong(NO_FREQUENCY)
    values: dict[str, Any] = {}
    for name, value in parts.items():
        try:
            field, meant = _part(name, value, zone)
        except (ValueError, OverflowError):
            raise _wrong(UNREADABLE.filled(part=f"{name}={value}"[:40])) from None
        values[field] = meant
    rule = Rule(frequency, **values)
    _require_possible(rule, parts)
    return rule


def _require_possible(rule: Rule, parts: dict[str, str]) -> None:
    if rule.frequency in ("DAILY", "WEEKLY"):
        numbered = any(number for number, _ in rule.days)
        for name, unfit in (
            ("BYDAY", numbered),
            ("BYMONTHDAY", rule.month_days),
            ("BYSETPOS", rule.positions),
        ):
            if unfit:
                raise _wrong(UNREADABLE.filled(part=f"{name}={parts[name]}"[:40]))
    if rule.count is None and rule.until is None:
        raise _wrong(ENDLESS)
    if rule.count is not None and rule.until is not None:
        raise _wrong(TWO_ENDS)


def _part(name: str, value: str, zone: str) -> tuple[str, Any]:
    """Return field and value of one part; raise ``ValueError`` for one that cannot be."""
    if name in _NUMBERS:
        number = int(value)
        if name == "COUNT" and number > MOST_DATES:
            raise _wrong(TOO_MANY.filled(limit=MOST_DATES))
        if not 1 <= number <= _NUMBERS[name]:
            raise ValueError
        return name.lower(), number
    if name == "UNTIL":
        return "until", _until(value, zone)
    if name == "BYDAY":
        return "days", tuple(_weekday(each) for each in value.split(","))
    if name == "WKST":
        return "week_start", DAY_CODES.index(value)
    field = {"BYMONTHDAY": "month_days", "BYMONTH": "months", "BYSETPOS": "positions"}.get(name)
    if field is None:
        raise ValueError
    numbers = tuple(map(int, value.split(",")))
    lowest = 1 if field == "months" else -_LISTS[name]
    if 0 in numbers or not all(lowest <= each <= _LISTS[name] for each in numbers):
        raise ValueError
    return field, numbers


def _until(value: str, zone: str) -> datetime:
    if len(value) == len("20261224"):
        return datetime.combine(date.fromisoformat(value), time(23, 59, 59))
    if value.endswith("Z"):
        at = datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        return wall_time(at, zone).replace(fold=0)
    return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - a local time


def _weekday(text: str) -> tuple[int, int]:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError
    number = int(found[1] or 0)
    if found[1] and number not in ORDINALS:
        raise ValueError
    return number, DAY_CODES.index(found[2])


def _pattern(rule: Rule, starts: datetime) -> Sentence:
    one, many, days = BY_RULE, BY_RULE, None
    if rule.positions:
        pass
    elif rule.frequency == "DAILY" and not (rule.days or rule.months):
        one, many, days = EVERY_DAY, EVERY_N_DAYS, EVERY_DAY
    elif rule.frequency == "WEEKLY" and not rule.months:
        numbers = sorted(day for _, day in rule.days) or [starts.weekday()]
        one, many, days = EVERY_WEEK, EVERY_N_WEEKS, _listed([DAYS[each] for each in numbers])
    elif rule.frequency == "MONTHLY" and not rule.months:
        one, many, days = EVERY_MONTH, EVERY_N_MONTHS, _in_month(rule, starts)
    elif rule.frequency == "YEARLY" and not rule.days:
        one, many, days = EVERY_YEAR, EVERY_N_YEARS, _in_year(rule, starts)
    if days is None:
        return BY_RULE.filled(rule=replace(rule, count=None, until=None).text)
    if rule.interval == 1:
        return one.filled(days=days)
    return many.filled(days=days, n=rule.interval)


def _in_month(rule: Rule, starts: datetime) -> Sentence | None:
    if rule.days:
        if rule.month_days or not all(number for number, _ in rule.days):
            return None
        return _listed([ORDINALS[number].filled(day=DAYS[day]) for number, day in rule.days])
    numbers = rule.month_days or (starts.day,)
    if any(number < -1 for number in numbers):
        return None
    return _listed([LAST_DAY if n == -1 else DAY_OF_MONTH.filled(day=n) for n in numbers])


def _in_year(rule: Rule, starts: datetime) -> Sentence | None:
    months, numbers = rule.months or (starts.month,), rule.month_days or (starts.day,)
    if any(number < 0 for number in numbers) or (rule.month_days and not rule.months):
        return None
    return _listed([MONTHS[month - 1].filled(day=day) for month in months for day in numbers])


def _listed(each: Sequence[Sentence]) -> Sentence:
    said, *more = each
    for number, one in enumerate(more, 1):
        joined = LISTED_LAST if number == len(more) else LISTED
        said = joined.filled(first=said, last=one)
    return said
