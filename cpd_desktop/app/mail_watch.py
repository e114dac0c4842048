"""Sends mail that is due while the window is open, and says what needs a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import Job, JobRunner

KINDS = ("message", "mail_account", "setting")
PAUSE = 500  # milliseconds in which more changes may come
EVERY = 120_000


class Found(NamedTuple):
    """What is to be done: messages to send now, when the next may go, and reminders due."""

    due: int
    next_at: datetime | None
    reminders: frozenset[str]
    now: datetime


class MailWatch(QObject):
    """Looks after changes and every few minutes, and sends what is due; one go at a time.

    ``held_up`` tells once why nothing goes, until something does; ``uncertain`` of how many nobody
    knows whether they arrived; ``reminders`` how many became due that were not told of before.
    """

    held_up = Signal(Sentence)
    uncertain = Signal(int)
    reminders = Signal(int)
    failed = Signal(Exception)

    def __init__(
        self,
        services: Services,
        jobs: JobRunner,
        feed: ChangeFeed,
        parent: QObject | None = None,
        *,
        pause: int = PAUSE,
        every: int = EVERY,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._feed = feed
        self._job: Job | None = None
        self._once_more = False
        self._told: Sentence | None = None
        self._has_failed = False
        self._reminded: frozenset[str] = frozenset()
        self._every = every
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._next = QTimer(self, singleShot=True)
        self._often = QTimer(self, interval=every)
        for each in (self._pause, self._next, self._often):
            each.timeout.connect(self.look)
        feed.changed.connect(self._heard)

    def start(self) -> None:
        """Begin, with what was left the last time."""
        self._often.start()
        self._pause.start()

    def stop(self) -> None:
        """End; the message on its way is finished first."""
        self._feed.changed.disconnect(self._heard)
        for each in (self._pause, self._next, self._often):
            each.stop()
        self._once_more = False
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Look what is due now, or after what is under way, and send it."""
        if self._job is not None:
            self._once_more = True
            return
        self._follow(self._jobs.run(partial(look_around, self._services)), self._looked)

    def _looked(self, result: Any) -> None:
        found: Found = result
        new = found.reminders - self._reminded
        self._reminded = found.reminders
        if new:
            self.reminders.emit(len(new))
        if found.next_at is not None:
            wait = (found.next_at - found.now).total_seconds() * 1000
            if 0 < wait < self._every:
                self._next.start(round(wait) + 1)
        if found.due:
            self._send()

    def _send(self) -> None:
        send, title = self._services.sending.send, self.tr("Sending mail")
        self._follow(self._jobs.run(send, title=title, lane=Lane.NETWORK), self._came_back)

    def _follow(self, job: Job, then: Callable[[Any], None]) -> None:
        self._job = job
        job.succeeded.connect(then)
        job.failed.connect(self._could_not)
        job.finished.connect(partial(self._rest, job))

    def _came_back(self, result: Any) -> None:
        report: SendReport = result
        self._has_failed = False
        if report.changes:
            self._feed.publish(report.changes, self)
        if report.uncertain:
            self.uncertain.emit(report.uncertain)
        if report.stopped is None:
            self._told = None
        elif report.stopped != self._told and not self._is_usual(report.stopped):
            self._told = report.stopped
            self.held_up.emit(report.stopped)

    @staticmethod
    def _is_usual(why: Sentence) -> bool:
        from cpd_desktop.services.messages.sending import BUSY, PAUSED

        return why in (BUSY, PAUSED)

    def _heard(self, changes: Changes, origin: object) -> None:
        if origin is not self and any(changes.touches(kind) for kind in KINDS):
            self._pause.start()

    def _could_not(self, error: Exception) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def _rest(self, job: Job) -> None:
        if self._job is not job:
            return  # what it led to is under way
        self._job = None
        if self._once_more:
            self._once_more = False
            self._pause.start()


def look_around(services: Services, _work: Work) -> Found:
    """Return what is due; without a mail account nothing is."""
    from cpd_desktop.domain.messages.reminders import Task

    now = services.clock.now()
    if not services.mail_accounts.listed():
        return Found(0, None, frozenset(), now)
    due = 0 if services.outbox.is_paused() else services.sending.due()
    tasks = (each for each in services.reminding.due() if each.task is Task.REMIND)
    reminders = frozenset(each.document for each in tasks)
    return Found(due, services.sending.next_due(), reminders, now)
