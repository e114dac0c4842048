"""What a new version tells of itself, and whether it is news to this one."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

LARGEST = 64_000
MOST_CHANGES, LONGEST_CHANGE = 100, 500

_VERSION = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
_PAGE = re.compile(r"https://[^\s#@]{1,500}|http://(127\.0\.0\.1|localhost)(:\d{1,5})?/[^\s#@]*")


@dataclass(frozen=True, slots=True)
class ReleaseNote:
    """One version; ``serial`` counts the notes, so that an old one is not taken for news."""

    version: str
    serial: int
    published: date
    page: str  # where it is downloaded, by the person
    changes: tuple[str, ...]

    def is_news(self, version: str) -> bool:
        """Say whether it is about a later version than this one."""
        return numbers(self.version) > numbers(version)


def numbers(version: str) -> tuple[int, ...]:
    """Return a version as numbers that can be compared; raises ``ValueError``."""
    if not _VERSION.fullmatch(version):
        msg = f"no version: {version[:40]}"
        raise ValueError(msg)
    found = [int(each) for each in version.split(".")]
    while found and not found[-1]:
        found.pop()  # 1.2 and 1.2.0 are the same
    return tuple(found)


def read_note(content: bytes) -> ReleaseNote:
    """Return what a note says; raises ``ValueError`` if it is none."""
    if len(content) > LARGEST:
        msg = "a note that is too long"
        raise ValueError(msg)
    try:
        told: dict[str, Any] = json.loads(content)
        note = ReleaseNote(
            told["version"],
            told["serial"],
            date.fromisoformat(told["published"]),
            told["page"],
            tuple(told["changes"]),
        )
        numbers(note.version)
        well = (
            type(note.serial) is int
            and note.serial > 0
            and _PAGE.fullmatch(note.page) is not None
            and type(told["changes"]) is list
            and 0 < len(note.changes) <= MOST_CHANGES
            and all(0 < len(each.strip()) <= LONGEST_CHANGE for each in note.changes)
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        msg = "no release note"
        raise ValueError(msg) from error
    if not well:
        msg = "a release note that cannot be"
        raise ValueError(msg)
    return note
