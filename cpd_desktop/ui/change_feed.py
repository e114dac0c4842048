"""The one place where pages hear what changed; none of them calls another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.changes import Changes


class ChangeFeed(QObject):
    """Passes on what use cases changed; a page asks whether it is its own, and who did it."""

    changed = Signal(Changes, object)

    def publish(self, changes: Changes, origin: object = None) -> None:
        """Tell every page; ``origin`` is the page that asked for the change."""
        self.changed.emit(changes, origin)
