"""What a time stamp says: that a signed file was there at a moment, by somebody who is not us."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class Level(StrEnum):
    """How much the signature of a PDF file proves (ETSI EN 319 142-1)."""

    SIGNED = "PAdES B-B"
    TIMED = "PAdES B-T"


@dataclass(frozen=True, slots=True)
class TimeStamp:
    """Who says it, as they call themselves, and for when."""

    authority: str
    at: datetime

    @property
    def shown(self) -> str:
        """Return the moment as people read it."""
        return f"{self.at:%Y-%m-%d %H:%M} UTC"


def level_of(stamp: TimeStamp | None) -> Level:
    """Return how much a signature proves with this stamp, or without one."""
    return Level.TIMED if stamp else Level.SIGNED
