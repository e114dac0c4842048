"""The port to files that calendar programs read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cpd_desktop.domain.invitations import CalendarEntry, Method


class Calendars(Protocol):
    """Writes entries in the form of RFC 5545; equal entries give equal bytes.

    Raises ``Invalid`` for an entry that calendar programs would refuse. A mail with the methods
    ``REQUEST`` or ``CANCEL`` takes one entry: most programs read no more of it.
    """

    def written(self, entries: Sequence[CalendarEntry], method: Method, name: str) -> bytes:
        """Return a calendar of this name."""

    def write_feed(self, path: Path, entries: Sequence[CalendarEntry], name: str) -> None:
        """Put a calendar to subscribe to at the path, whole or not at all.

        Raises ``Unavailable`` if the disk does not take it; an older feed stays then.
        """
