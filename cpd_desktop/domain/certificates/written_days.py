"""Days and times as a certificate writes them: in its language, in the event's zone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import date

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
    first, last = (snapshot.at_event(each).date() for each in (snapshot.starts, snapshot.ends))
    days = dict.fromkeys(written_day(each, snapshot.language) for each in (first, last))
    return " – ".join(days)  # noqa: RUF001 - a range


def event_times(snapshot: Snapshot) -> str:
    """Return from when to when, and in which zone."""
    first, last = snapshot.at_event(snapshot.starts), snapshot.at_event(snapshot.ends)
    return f"{first:%H:%M}–{last:%H:%M} {snapshot.zone}"  # noqa: RUF001 - a range
