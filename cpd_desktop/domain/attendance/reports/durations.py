"""How long somebody stayed, as reports write it: 62, 1:02:03, “1h 2m 3s”, “1 Std. 2 Min.”."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from cpd_desktop.domain.attendance.reports.words import HOURS, MINUTES, SECONDS
from cpd_desktop.domain.folding import folded

MINUTE = 60
HOUR = 60 * MINUTE
LONGEST = 366 * 24 * HOUR

_NUMBER = re.compile(r"\d{1,9}(?:[.,]\d{1,9})?")
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d):([0-5]\d)")
_PART = re.compile(r"(\d{1,9}(?:[.,]\d{1,9})?)\s*([^\W\d_]+)\.?[\s,]*")
_ISO = re.compile(r"PT(?=\d)", re.IGNORECASE)
_LONGEST_TEXT = 60
_UNITS = {
    folded(word): length
    for length, words in ((HOUR, HOURS), (MINUTE, MINUTES), (1, SECONDS))
    for word in words.split()
}


@lru_cache(maxsize=4096)
def seconds_in(text: str, unit: int = MINUTE) -> int | None:
    """Return the seconds, or nothing if the text is no length of time or two different ones.

    A bare number counts the ``unit``. “1:05” may be an hour or a minute, so it is neither.
    """
    tidy = unicodedata.normalize("NFKC", text[: _LONGEST_TEXT + 1]).strip()
    if len(tidy) > _LONGEST_TEXT:
        return None
    if _NUMBER.fullmatch(tidy):
        return _limited(_number(tidy) * unit)
    if found := _CLOCK.fullmatch(tidy):
        hours, minutes, seconds = map(int, found.groups())
        return _limited(hours * HOUR + minutes * MINUTE + seconds)
    return _told_in_parts(_ISO.sub("", tidy))


def unit_of(header: str) -> int:
    """Return what a bare number under the header counts, in seconds."""
    words = re.findall(r"[^\W\d_]+", folded(header))
    return 1 if any(len(word) > 1 and _UNITS.get(word) == 1 for word in words) else MINUTE


def _told_in_parts(text: str) -> int | None:
    total, at, smaller_than = 0.0, 0, 2 * HOUR
    while at < len(text):
        part = _PART.match(text, at)
        unit = _UNITS.get(folded(part[2])) if part else None
        if part is None or unit is None or unit >= smaller_than:
            return None
        total += _number(part[1]) * unit
        at, smaller_than = part.end(), unit
    return _limited(total) if at else None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _limited(seconds: float) -> int | None:
    return round(seconds) if seconds <= LONGEST else None
