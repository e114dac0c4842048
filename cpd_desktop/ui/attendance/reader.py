"""Finds out who attended, away from the window's thread: the newest question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.ui.attendance.content import AttendanceContent, attendance_content
from cpd_desktop.ui.attendance.lines import Numbers
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.ui.desk import Desk

KINDS = frozenset(
    {
        *("event", "session", "credit_line", "registration", "person", "person_address"),
        *("person_spelling", "check_in", "sighting", "report", "decision", "alias", "mark"),
        *(
            "interaction",
            "submission",
            "assignment",
            "meeting",
            "instance",
            "seat",
            "speaker",
            "event_speaker",
        ),
    }
)
PAUSE = 60  # milliseconds in which more changes may follow,
LINES_PER_PAUSE = 10  # and one more for so many lines: the longer it takes, the longer it waits


class AttendanceReader(QObject):
    """Holds what was found out last of the event that is open.

    ``found`` carries it anew after each change; what is overtaken by a change is never shown. It
    runs beside the database's own lane, so that nothing that is written waits for it.
    """

    found = Signal(AttendanceContent)
    failed = Signal(Exception)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self.event_id: int | None = None
        self.content: AttendanceContent | None = None
        self._stale = False
        self._reading = False
        self._numbers = Numbers()
        self._pause = QTimer(self, singleShot=True)

        self._pause.timeout.connect(self._read)
        desk.feed.changed.connect(self._hear)

    @property
    def busy(self) -> bool:
        """Say whether what is held may be overtaken."""
        return self._stale or self._reading

    def open(self, event_id: int) -> None:
        """Find out about this event; nothing happens if that is known already."""
        if event_id != self.event_id:
            self.event_id, self.content, self._stale = event_id, None, True
        self.catch_up()

    def close(self) -> None:
        """Find out about no event any more, such as one that is deleted."""
        self.event_id, self.content, self._stale = None, None, False
        self._pause.stop()

    def catch_up(self) -> None:
        """Find out what changed while nobody looked."""
        if self._stale and not self._pause.isActive():
            self._read()

    def _hear(self, changes: Changes) -> None:
        if self.event_id is None or not any(changes.touches(kind) for kind in KINDS):
            return
        self._stale = True
        if self._page.isVisible():
            lines = len(self.content.lines) if self.content else 0
            self._pause.start(PAUSE + lines // LINES_PER_PAUSE)

    def _read(self) -> None:
        event_id, services, numbers = self.event_id, self._desk.services, self._numbers
        if event_id is None or self._reading:
            return  # what is under way begins anew at its end
        self._stale, self._reading = False, True
        job = self._desk.jobs.run(
            lambda _work: attendance_content(services, event_id, numbers), lane=Lane.NETWORK
        )
        job.succeeded.connect(self._take)
        job.failed.connect(self._refuse)
        job.finished.connect(self._ended)

    def _take(self, content: Any) -> None:
        if content.event.id == self.event_id and not self._stale:
            self.content = content
            self._reading = False
            self.found.emit(content)

    def _refuse(self, error: Exception) -> None:
        if not self._stale:
            self.failed.emit(error)

    def _ended(self) -> None:
        self._reading = False
        if self._page.isVisible():
            self.catch_up()
