"""The port to the log of everything that went over the network, which a person can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cpd_desktop.domain.network import NetworkCall


class NetworkLog(Protocol):
    """Keeps the latest calls. Never in the way: what cannot be written is left out."""

    def note(self, call: NetworkCall) -> None:
        """Add a call; its address is kept without secrets."""

    def latest(self, count: int) -> list[NetworkCall]:
        """Return so many of the latest calls of all programs, the newest first."""
