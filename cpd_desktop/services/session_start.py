"""The port to what the system starts when the person signs in to the computer."""

from __future__ import annotations

from typing import Protocol


class SessionStart(Protocol):
    """Lets the application be started with the session, or no longer."""

    def is_on(self) -> bool:
        """Say whether the program that runs now is started with the session."""

    def put(self) -> None:
        """Let it be started with the session, by the program that runs now.

        Raises ``Unavailable`` if the system does not take it.
        """

    def remove(self) -> None:
        """Let it not be started any more; raises ``Unavailable``."""
