"""Sends mail that is due while the window is open, and says what needs a person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QTimer, Signal

from cpd_desktop.app.watch import Watch
from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from PySide6.QtCore import QObject

    from cpd_desktop.domain.messages.reminders import Due
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.messages.returns import LookReport
    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

MAILBOXES_EVERY = 900_000  # milliseconds


class Found(NamedTuple):
    """What is to be done: messages to send now, when the next may go, and reminders to ask about.

    ``changes`` are those of reminders that were made without asking.
    """

    due: int
    next_at: datetime | None
    reminders: frozenset[str]
    now: datetime
    changes: Changes = Changes()


class MailWatch(Watch):
    """Sends what is due, and what becomes due while the window is open.

    ``uncertain`` tells of how many nobody knows whether they arrived, ``refused`` how many were not
    taken; ``reminders`` how many are due when some became due, or when none is any more. Every
    quarter of an hour it looks into the mailboxes of the accounts that have one, and ``bounced``
    tells for how many messages it was said that they did not arrive.
    """

    kinds = frozenset({"message", "mail_account", "setting"})
    pause = 500

    uncertain = Signal(int)
    refused = Signal(int)
    reminders = Signal(int)
    bounced = Signal(int)

    def __init__(
        self,
        desk: Desk,
        parent: QObject | None = None,
        *,
        pause: int | None = None,
        every: int | None = None,
    ) -> None:
        super().__init__(desk, parent, pause=pause, every=every)
        self._stopped_by: Sentence | None = None
        self._mailboxes: Job | None = None
        self._is_unread = False
        self._reminded: frozenset[str] = frozenset()
        self._next = QTimer(self, singleShot=True)
        self._seldom = QTimer(self, interval=MAILBOXES_EVERY)
        self._next.timeout.connect(self.look)
        self._seldom.timeout.connect(self.look_into_mailboxes)

    def start(self) -> None:
        """Begin, with what was left the last time."""
        super().start()
        self._seldom.start()
        self.look_into_mailboxes()

    def stop(self) -> None:
        """End; the message on its way is finished first."""
        super().stop()
        if self._mailboxes is not None:
            self._mailboxes.cancel()

    def look(self) -> None:
        """Look what is due now, or after what is under way, and send it."""
        if self._job is None:
            self._run(look_around, self._looked, lane=Lane.DATABASE)
        else:
            self._once_more = True

    def look_into_mailboxes(self) -> None:
        """Look whether anything came back for what was sent, unless that is under way."""
        if self._mailboxes is None:
            job = self._jobs.run(self._services.returns.look, lane=Lane.NETWORK)
            self._mailboxes = job
            job.succeeded.connect(self._brought)
            job.failed.connect(self._could_not_read)
            job.finished.connect(self._read)

    def _brought(self, result: Any) -> None:
        report: LookReport = result
        self._is_unread = False
        if report.messages:
            self._feed.publish(Changes(touched={"message": frozenset(report.messages)}), self)
        if count := report.kinds[ReturnKind.BOUNCED]:
            self.bounced.emit(count)

    def _could_not_read(self, error: Exception) -> None:
        # Sending goes on all the same; a mailbox that cannot be read is told of once.
        if not self._is_unread:
            self._is_unread = True
            self.failed.emit(error)

    def _read(self) -> None:
        self._mailboxes = None

    def _looked(self, found: Found) -> None:
        if found.changes:
            self._feed.publish(found.changes, self)
        before, self._reminded = self._reminded, found.reminders
        if before != found.reminders:
            # They become due by the clock alone: whoever shows them reads them again.
            self._feed.publish(Changes(many=frozenset({"message"})), self)
        if found.reminders - before or (before and not found.reminders):
            self.reminders.emit(len(found.reminders))
        if found.next_at is not None:
            wait = (found.next_at - found.now).total_seconds() * 1000
            if 0 < wait < self._often.interval():
                self._next.start(round(wait) + 1)
        if found.due:
            self._run(send, self._came_back, title=self.tr("Sending mail"))

    def _came_back(self, report: SendReport) -> None:
        self._told = None
        if report.changes:
            self._feed.publish(report.changes, self)
        if report.uncertain:
            self.uncertain.emit(report.uncertain)
        if report.failed:
            self.refused.emit(report.failed)
        if report.stopped is None:
            self._stopped_by = None
            self.came_through.emit()
        elif report.stopped != self._stopped_by and not self._is_usual(report.stopped):
            self._stopped_by = report.stopped
            self.held_up.emit(report.stopped)

    @staticmethod
    def _is_usual(why: Sentence) -> bool:
        from cpd_desktop.services.messages.sending import BUSY, PAUSED

        return why in (BUSY, PAUSED)


def look_around(services: Services, work: Work) -> Found:
    """Return what is due, reminders made if that is wished; without a mail account nothing is."""
    from cpd_desktop.domain.messages.reminders import Task

    now = services.clock.now()
    if not services.mail_accounts.listed():
        return Found(0, None, frozenset(), now)
    alone = services.reminding.due_alone()
    changes = remind(services, alone, work)
    going = {each.document for each in alone}
    tasks = (each for each in services.reminding.due() if each.task is Task.REMIND)
    due = 0 if services.outbox.is_paused() else services.sending.due()
    reminders = frozenset(each.document for each in tasks) - going
    return Found(due, services.sending.next_due(), reminders, now, changes)


def send(services: Services, work: Work) -> SendReport:
    """Send what is due."""
    return services.sending.send(work)


def remind(services: Services, due: Iterable[Due], work: Work) -> Changes:
    """Make and queue reminders; a person who has one already gets none."""
    from cpd_desktop.domain.messages.purposes import Purpose
    from cpd_desktop.services.messages.preparing import Wanted

    changes = Changes()
    for each in due:
        writing = Wanted(event=each.event, purpose=Purpose.REMINDER, document=each.document)
        done = services.preparing.prepare(work, writing, hold=timedelta(0))
        changes = changes.merged(done.changes)
    return changes
