"""What a request may say: every key with its type and range, and nothing besides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tests.fakes.zoom.wire import Refusal

if TYPE_CHECKING:
    from tests.fakes.zoom.wire import Json

Complaint = tuple[str, str]
Rule = Callable[[str, object], Iterator[Complaint]]
Shape = Mapping[str, Rule]

INVALID = "Invalid field."
UNKNOWN = "Unknown field."
MISSING = "This field is required."

MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s.,;]+")
ZULU = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


def _when(fits: Callable[[Any], bool], kind: type) -> Rule:
    def rule(name: str, value: object) -> Iterator[Complaint]:
        # In JSON true is no number, whatever Python says.
        wrong_kind = not isinstance(value, kind) or (kind is int and isinstance(value, bool))
        if wrong_kind or not fits(value):
            yield name, INVALID

    return rule


def text(longest: int = 4096, *, shortest: int = 0) -> Rule:
    return _when(lambda value: shortest <= len(value) <= longest, str)


def matching(pattern: str) -> Rule:
    return _when(lambda value: re.fullmatch(pattern, value) is not None, str)


def whole(least: int, most: int) -> Rule:
    return _when(lambda value: least <= value <= most, int)


def choice(*words: str) -> Rule:
    return _when(lambda value: value in words, str)


def number(*numbers: int) -> Rule:
    return _when(lambda value: value in numbers, int)


flag: Rule = _when(lambda _value: True, bool)
mail: Rule = _when(lambda value: MAIL.fullmatch(value) is not None, str)


def _is_moment(value: str, *, patterns: tuple[re.Pattern[str], ...]) -> bool:
    if not any(pattern.fullmatch(value) for pattern in patterns):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_zone(value: str) -> bool:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return bool(value)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


zone: Rule = _when(_is_zone, str)
day: Rule = _when(_is_day, str)
# The specification asks for date-time; the local form without Z is documented and works.
moment: Rule = _when(lambda value: _is_moment(value, patterns=(ZULU, LOCAL)), str)
utc_moment: Rule = _when(lambda value: _is_moment(value, patterns=(ZULU,)), str)


def many(rule: Rule, *, most: int = 1000, least: int = 0) -> Rule:
    def check(name: str, value: object) -> Iterator[Complaint]:
        if not isinstance(value, list) or not least <= len(value) <= most:
            yield name, INVALID
            return
        for place, each in enumerate(value):
            yield from rule(f"{name}[{place}]", each)

    return check


def inside(shape: Shape, needed: tuple[str, ...] = ()) -> Rule:
    def check(name: str, value: object) -> Iterator[Complaint]:
        if not isinstance(value, dict):
            yield name, INVALID
            return
        before = f"{name}." if name else ""
        for missing in needed:
            if missing not in value:
                yield before + missing, MISSING
        for key, each in value.items():
            rule = shape.get(key)
            if rule is None:
                yield before + key, UNKNOWN
            else:
                yield from rule(before + key, each)

    return check


def check(body: object, rule: Rule) -> Json:
    """Give the body back, or refuse it with every complaint."""
    complaints = tuple(rule("", body))
    if complaints or not isinstance(body, dict):
        raise Refusal(400, 300, "Validation Failed.", complaints)
    return body


def digits(least: int, most: int) -> Rule:
    """Say which whole numbers a query key may hold, which is text."""
    return _when(
        lambda value: value.isascii() and value.isdigit() and least <= int(value) <= most, str
    )


yes_or_no: Rule = choice("true", "false")
PAGE_SIZE: Rule = digits(1, 300)
PAGES: Shape = {"page_size": PAGE_SIZE, "next_page_token": text(512)}


def start_moment(written: str, timezone: str) -> datetime:
    """Read a start time: with Z it is UTC, without it is local to the zone."""
    at = datetime.fromisoformat(written)
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(timezone))
    return at.astimezone(UTC)
