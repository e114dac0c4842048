"""The port to the time of day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime


class Clock(Protocol):
    """Tells the time, in UTC, whole seconds."""

    def now(self) -> datetime:
        """Return this moment."""
