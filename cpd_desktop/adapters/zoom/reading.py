"""Reads Zoom's answers: nothing in them is certain to be there, or to be what it should be."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

Record = dict[str, Any]


def record(value: object) -> Record:
    """Return an object of JSON, empty for anything else."""
    return value if isinstance(value, dict) else {}


def records(value: object) -> list[Record]:
    """Return the objects of a JSON list, leaving out anything else."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text(value: object) -> str:
    """Return what is written there; null is nothing, and so is a list.

    Half of a pair, as a name that was cut off may end with, can be kept nowhere: it becomes "?".
    """
    if isinstance(value, str):
        return value if value.isascii() else value.encode(errors="replace").decode()
    if value is None or isinstance(value, bool):
        return ""
    return str(value) if isinstance(value, (int, float)) else ""


def number(value: object) -> int:
    """Return a whole number, also from text; 0 for anything else."""
    if isinstance(value, int):
        return value
    try:
        return int(float(value)) if isinstance(value, (float, str)) else 0
    except (ValueError, OverflowError):
        return 0


def moment(value: object) -> datetime | None:
    """Return the moment in UTC, with or without a fraction; without a zone it is UTC, too."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return None
    return (
        found if found.tzinfo is UTC else found.replace(tzinfo=found.tzinfo or UTC).astimezone(UTC)
    )


def day(value: object) -> date | None:
    """Return the date, if it is one."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None
