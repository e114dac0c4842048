"""Dates and times as strangers write them: ISO, day first, month first, with a month's name."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from cpd_desktop.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable


class DateOrder(StrEnum):
    """How 05/06/2026 is to be read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


# From January to December in English, German, French, Spanish, Portuguese, Italian, Dutch, Polish
# (as in a date, then alone) and Turkish; each name also in the short forms that are in use.
_MONTHS = (
    (
        "january jan janner januar janvier janv enero ene janeiro gennaio gen januari stycznia"
        " styczen sty ocak oca jaenner"
    ),
    (
        "february feb februar fevrier fevr fev febrero fevereiro febbraio februari lutego luty lut"
        " subat sub"
    ),
    "march mar marz mars marzo marco maart mrt marca marzec mart maerz mrz",
    "april apr avril avr abril abr aprile kwietnia kwiecien kwi nisan nis",
    "may mai mayo maio maggio mag mei maja maj mayis",
    "june jun juni juin junio junho giugno giu czerwca czerwiec cze haziran haz",
    "july jul juli juillet juil julio julho luglio lug lipca lipiec lip temmuz tem",
    "august aug aout agosto ago augustus sierpnia sierpien sie agustos agu",
    (
        "september sep sept septembre septiembre setembro settembre set wrzesnia wrzesien wrz eylul"
        " eyl"
    ),
    (
        "october oct oktober okt octobre octubre outubro out ottobre ott pazdziernika pazdziernik"
        " paz ekim eki"
    ),
    "november nov novembre noviembre novembro listopada listopad lis kasim kas",
    (
        "december dec dezember dez decembre diciembre dic dezembro dicembre grudnia grudzien gru"
        " aralik ara"
    ),
)

_CLOCK = re.compile(
    r"(?:^|[\sT,])(?:(?P<before>am|pm)\s*)?(?P<hour>\d{1,2}):(?P<minute>\d{2})"
    r"(?::(?P<second>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[ap]\.?\s?m\.?)?\s*$",
    re.IGNORECASE,
)
_CJK_CLOCK = re.compile(r"(\d{1,2})[時时点點](\d{1,2})分(?:(\d{1,2})秒)?")
_CJK_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_NUMBER = re.compile(r"\d+")
_MARCH_OR_TUESDAY = 3  # "mar." is both in the Romance languages
_LONGEST = 60
_CENTURY_TURNS = 70  # a year of two figures from here on lies in the last century


def moment_in(text: str, order: DateOrder) -> datetime | None:
    """Return the date and time (midnight if none is written), or nothing if it is none.

    It has an offset only if one is written.
    """
    tidy = " ".join(unicodedata.normalize("NFKC", text[: _LONGEST + 1]).split())
    if not tidy or len(tidy) > _LONGEST:
        return None
    try:
        return datetime.fromisoformat(tidy)
    except ValueError:
        return _written_moment(tidy, order)


def date_in(text: str, order: DateOrder) -> date | None:
    """Return the date, without a time that may follow it, or nothing if it is none."""
    moment = moment_in(text, order)
    return moment.date() if moment else None


def clock_in(text: str) -> time | None:
    """Return the time of day, where no date is written beside it, or nothing if it is none."""
    tidy = " ".join(unicodedata.normalize("NFKC", text[: _LONGEST + 1]).split())
    found = _CLOCK.fullmatch(_clock_in_figures(tidy))
    return _clock(found) if found else None


def orders_that_fit(samples: Iterable[str]) -> frozenset[DateOrder]:
    """Return the orders in which every sample is a date: both only where it makes a difference.

    Two mean that a person must be asked; none, that these are not all dates.
    """
    written = [sample for sample in samples if sample.strip()]
    read = {order: [moment_in(sample, order) for sample in written] for order in DateOrder}
    fit = [order for order in DateOrder if None not in read[order]]
    if len(fit) > 1 and read[DateOrder.DAY_FIRST] == read[DateOrder.MONTH_FIRST]:
        fit.pop()
    return frozenset(fit)


def _written_moment(text: str, order: DateOrder) -> datetime | None:
    text = _clock_in_figures(text)
    clock = time()
    if found := _CLOCK.search(text):
        read = _clock(found)
        if read is None:
            return None
        clock, text = read, text[: found.start()]
    day = _written_date(text.strip(" ,"), order)
    return datetime.combine(day, clock) if day else None


def _clock_in_figures(text: str) -> str:
    for half, names in (("am", ("午前", "上午")), ("pm", ("午後", "下午"))):
        for name in names:
            text = text.replace(name, f" {half} ")
    return _CJK_CLOCK.sub(lambda m: f" {m[1]}:{int(m[2]):02}:{int(m[3] or 0):02}", text).strip()


def _clock(found: re.Match[str]) -> time | None:
    hour = int(found["hour"])
    half = (found["before"] or found["half"] or "")[:1].lower()
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - the hours on the face of a clock
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None


def _written_date(text: str, order: DateOrder) -> date | None:
    if found := _CJK_DATE.fullmatch(text):
        return _day(found[1], found[2], found[3])
    if found := _YEAR_FIRST.fullmatch(text):
        return _day(found[1], found[3], found[4])
    if found := _NUMBERS.fullmatch(text):
        first, mark, second, year = found.groups()
        if mark == "." or order is DateOrder.DAY_FIRST:  # nobody writes the month first with dots
            return _day(year, second, first)
        return _day(year, first, second)
    return _date_with_a_name(text)


def _date_with_a_name(text: str) -> date | None:
    words = re.findall(r"[^\W\d_]+", folded(text))
    months = [_month_numbers()[word] for word in words if word in _month_numbers()]
    numbers = _NUMBER.findall(text)
    if len(months) > 1 and months[0] == _MARCH_OR_TUESDAY:
        del months[0]
    if len(months) != 1 or len(numbers) != 2:  # noqa: PLR2004 - a day and a year
        return None
    day, year = numbers
    if len(day) == 4:  # noqa: PLR2004 - the figures of a year
        day, year = year, day
    return _day(year, str(months[0]), day)


def _day(year: str, month: str, day: str) -> date | None:
    if len(year) not in (2, 4) or len(day) > 2:  # noqa: PLR2004 - the figures of year and day
        return None
    full = int(year)
    if len(year) == 2:  # noqa: PLR2004 - the figures of a short year
        full += 1900 if full >= _CENTURY_TURNS else 2000
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


@cache
def _month_numbers() -> dict[str, int]:
    return {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
