"""What the world tells of its own accord, and what became of it."""

from __future__ import annotations

from enum import StrEnum


class Fate(StrEnum):
    """What became of something that was told."""

    WAITING = "waiting"
    DONE = "done"
    IGNORED = "ignored"
    FAILED = "failed"
