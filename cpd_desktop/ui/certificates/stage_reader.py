"""Finds out how everybody stands, away from the window's thread: the newest question counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.services.work import Progress
from cpd_desktop.ui.attendance.reader import KINDS as ATTENDING
from cpd_desktop.ui.certificates.stage_content import StageContent, stage_content
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

KINDS = ATTENDING | {
    *("certificate", "certificate_template", "template_version", "setting", "issuer"),
    *("licence", "message", "mail_account"),
}
PAUSE = 80  # milliseconds in which more changes may follow,
LINES_PER_PAUSE = 10  # and one more for so many people: the longer it takes, the longer it waits


class StageReader(QObject):
    """Holds what was found out last; ``found`` carries it anew after each change.

    It reads only while the stage is seen, and beside the database's own lane.
    """

    found = Signal(StageContent)
    progressed = Signal(Progress)
    failed = Signal(Exception)

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._event_id: int | None = None
        self._job: Job | None = None
        self._stale = False
        self.template = ""
        self.content: StageContent | None = None
        self._pause = QTimer(self, singleShot=True)

        self._pause.timeout.connect(self._read)
        desk.feed.changed.connect(self._hear)

    @property
    def busy(self) -> bool:
        """Say whether what is held may be overtaken."""
        return self._job is not None or (self._stale and self._stage.isVisible())

    def open(self, event_id: int) -> None:
        """Find out about an event; nothing happens if that is known already."""
        if event_id != self._event_id:
            self._event_id, self.content, self._stale = event_id, None, True
            self.template = ""
            self._stop()
        self.catch_up()

    def choose(self, template: str) -> None:
        """Find out about another template."""
        if template != self.template:
            self.template, self._stale = template, True
            self._stop()
            self.catch_up()

    def read_again(self) -> None:
        """Find out anew, whatever told so."""
        self._stale = True
        self.catch_up()

    def catch_up(self) -> None:
        """Find out what changed while nobody looked."""
        if self._stale and self._stage.isVisible() and not self._pause.isActive():
            self._read()

    def _hear(self, changes: Changes) -> None:
        if self._event_id is None or not any(changes.touches(kind) for kind in KINDS):
            return
        self._stale = True
        if self._stage.isVisible():
            lines = len(self.content.lines) if self.content else 0
            self._pause.start(PAUSE + lines // LINES_PER_PAUSE)

    def _read(self) -> None:
        event_id, template = self._event_id, self.template
        if event_id is None or self._job is not None:
            return  # what is under way begins anew at its end
        self._stale = False
        services = self._desk.services
        job = self._job = self._desk.jobs.run(
            lambda work: stage_content(services, event_id, template, work), lane=Lane.NETWORK
        )
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._take)
        job.failed.connect(self._refuse)
        job.finished.connect(self._ended)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _take(self, content: Any) -> None:
        if content.event.id == self._event_id and not self._stale:
            self.content = content
            self.found.emit(content)

    def _refuse(self, error: Exception) -> None:
        if not self._stale:
            self.failed.emit(error)

    def _ended(self) -> None:
        self._job = None
        self.catch_up()
