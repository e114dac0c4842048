"""Keeps the calendar file in step with what changes, a moment after it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.jobs import JobRunner

KINDS = ("event", "session", "setting")
PAUSE = 2000  # milliseconds in which more changes may come


class CalendarFeed(QObject):
    """Writes the file after changes; ``failed`` tells once why it cannot be written."""

    failed = Signal(Exception)

    def __init__(
        self, services: Services, jobs: JobRunner, parent: QObject | None = None, pause: int = PAUSE
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._told = False
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._pause.timeout.connect(self.write)

    def heard(self, changes: Changes) -> None:
        """Write the file soon, if what changed may stand in it."""
        if any(changes.touches(kind) for kind in KINDS):
            self.soon()

    def soon(self) -> None:
        """Write the file once nothing more is changed for a moment."""
        self._pause.start()

    def write(self) -> None:
        """Write the file now, if the settings want one."""
        services = self._services
        job = self._jobs.run(lambda _work: services.agenda.keep_feed())
        job.succeeded.connect(self._written)
        job.failed.connect(self._could_not)

    def _written(self, _count: object) -> None:
        self._told = False

    def _could_not(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)
