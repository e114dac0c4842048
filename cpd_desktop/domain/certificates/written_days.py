"""Days and times as a certificate writes them: in its language, in the event's zone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from datetime import date, datetime

    from cpd_desktop.domain.certificates.snapshot import Snapshot

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
}
_PATTERNS: Final = {
    "en": "{day} {month} {year}",
    "en-US": "{month} {day}, {year}",
    "de": "{day}. {month} {year}",
    "fr": "{day} {month} {year}",
    "es": "{day} de {month} de {year}",
    "it": "{day} {month} {year}",
    "pt": "{day} de {month} de {year}",
    "nl": "{day} {month} {year}",
}


def written_day(day: date, language: str) -> str:
    """Return the day in the language; in one not known here as 2026-10-14, which all can read."""
    primary = language.partition("-")[0].lower()
    pattern = _PATTERNS.get(language) or _PATTERNS.get(primary)
    if pattern is None:
        return f"{day:%Y-%m-%d}"
    month = _MONTHS[primary].split()[day.month - 1]
    return pattern.format(day=day.day, month=month, year=day.year)


def event_days(snapshot: Snapshot) -> str:
    """Return the day of the event, or its first and last."""
    return _days(snapshot.starts, snapshot.ends, snapshot.zone, snapshot.language)


def event_times(snapshot: Snapshot) -> str:
    """Return from when to when, and in which zone."""
    return _times(snapshot.starts, snapshot.ends, snapshot.zone)


# They are the same on all certificates of an event.
@lru_cache(maxsize=64)
def _days(starts: datetime, ends: datetime, zone: str, language: str) -> str:
    first, last = (each.astimezone(ZoneInfo(zone)).date() for each in (starts, ends))
    days = dict.fromkeys(written_day(each, language) for each in (first, last))
    return " – ".join(days)  # noqa: RUF001 - a range


@lru_cache(maxsize=64)
def _times(starts: datetime, ends: datetime, zone: str) -> str:
    first, last = (each.astimezone(ZoneInfo(zone)) for each in (starts, ends))
    return f"{first:%H:%M}–{last:%H:%M} {zone}"  # noqa: RUF001 - a range
