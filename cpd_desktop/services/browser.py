"""The port to the person's own browser."""

from __future__ import annotations

from typing import Protocol


class Browser(Protocol):
    """Opens web pages. It may take a moment: never on the thread of the window."""

    def open(self, address: str) -> bool:
        """Open the page; say whether that seems to have worked.

        Nobody can be sure of it, so the address is always shown for copying too.
        """
