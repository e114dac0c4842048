"""Makes mails and sends them: asked first, held back for a moment, then sent as a job."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from cpd_desktop.services.messages.preparing import HOLD, Wanted
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.send.dialog import SendDialog
from cpd_desktop.ui.send.send_now import TOUCHED, send_now
from cpd_desktop.ui.send.words import report_words
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.messages.event_mail import EventMail
    from cpd_desktop.services.messages.preparing import Prepared
    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.jobs import Job

TICK = 1000


class SendDeeds(QObject):
    """Asks, makes, waits and sends; ``said`` carries what to show, its tone, and ways by name.

    The ways are ``undo``, ``outbox`` and ``close``. ``changed`` tells that messages came or went.
    """

    said = Signal(str, str, tuple)
    changed = Signal()
    text_asked = Signal(object, object)
    register_asked = Signal()

    def __init__(self, desk: Desk, stage: QWidget) -> None:
        super().__init__(stage)
        self._desk = desk
        self._stage = stage
        self._held: tuple[int, ...] = ()
        self._left = 0
        self._ticking = QTimer(self, interval=TICK)
        self.dialog: SendDialog | None = None
        self.job: Job | None = None

        self._ticking.timeout.connect(self._tick)

    @property
    def is_holding(self) -> bool:
        """Say whether mails were made that can still be taken back."""
        return bool(self._held)

    def ask(self, mail: EventMail, wanted: Wanted) -> None:
        """Show who would get it, and ask."""
        if self.dialog is not None or self.job is not None:
            return
        self._let_go()  # what was held before goes now: only one sending is taken back at a time
        dialog = self.dialog = SendDialog(self._desk, self._stage.window(), mail, wanted)
        dialog.confirmed.connect(self._make)
        dialog.text_asked.connect(partial(self.text_asked.emit, wanted.purpose))
        dialog.register_asked.connect(self.register_asked)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def queue(self, drafts: Sequence[int]) -> None:
        """Let drafts go that were made before."""
        outbox, ids = self._desk.services.outbox, tuple(drafts)
        self._desk.operations.carry_out(
            lambda _work: outbox.queue(ids, hold=HOLD),
            origin=self,
            then=partial(self._hold, ids),
        )

    def discard(self, drafts: Sequence[int]) -> None:
        """Let drafts that were made before never go."""
        outbox, ids = self._desk.services.outbox, tuple(drafts)
        text = self.tr("%n message(s) discarded", "", len(ids))
        self._desk.operations.carry_out(
            lambda _work: outbox.cancel(ids), origin=self, text=text, then=self._note
        )

    def take_back(self) -> None:
        """Keep what is held from going; it can be made anew."""
        outbox, ids = self._desk.services.outbox, self._held
        self._ticking.stop()
        self._held = ()
        if ids:
            self._desk.operations.carry_out(
                lambda _work: outbox.cancel(ids), origin=self, then=self._taken_back
            )

    def send(self) -> None:
        """Send what is due in the outbox now."""
        if self.job is None:
            job = self.job = send_now(self._desk, self, self._sent)
            job.cancelled.connect(self._stopped)
            job.finished.connect(self._finished)
            self.said.emit(self.tr("Sending…"), "info", ("outbox",))

    def _make(self, wanted: Any, count: int) -> None:
        preparing = self._desk.services.preparing
        job = self.job = self._desk.operations.carry_out(
            lambda work: preparing.prepare(work, wanted),
            origin=self,
            title=self.tr("Writing %n message(s)", "", count),
            then=self._made,
            lane=Lane.NETWORK,
        )
        job.cancelled.connect(self._not_all_made)
        job.finished.connect(self._finished)

    def _made(self, done: Prepared) -> None:
        self.job = None
        if done.made:
            self.queue([each.id for each in done.made])
        else:
            first = done.lacking[0].says if done.lacking else None
            words = in_words(first) if first else self.tr("Everybody has it already.")
            self.said.emit(words, "warn", ("close",))
        self._note(None)

    def _not_all_made(self) -> None:
        """Tell everybody that some were made: they are drafts, and nothing of them went."""
        self.job = None
        self._desk.feed.publish(TOUCHED, self)
        self.said.emit(self.tr("Stopped. Nothing was sent."), "info", ("close",))
        self._note(None)

    def _hold(self, ids: tuple[int, ...], _changes: Any) -> None:
        self._held, self._left = ids, round(HOLD.total_seconds())
        self._say_held()
        self._ticking.start()
        self._note(None)

    def _tick(self) -> None:
        self._left -= 1
        if self._left > 0:
            self._say_held()
        else:
            self._let_go()

    def _say_held(self) -> None:
        count = len(self._held)
        text = self.tr("Going out in {seconds} s: %n message(s).", "", count)
        self.said.emit(text.format(seconds=self._left), "info", ("undo",))

    def _let_go(self) -> None:
        self._ticking.stop()
        if self._held:
            self._held = ()
            self.send()

    def _taken_back(self, _changes: Any) -> None:
        self.said.emit(self.tr("Taken back. Nothing was sent."), "good", ("close",))
        self._note(None)

    def _sent(self, report: SendReport) -> None:
        from cpd_desktop.services.messages.sending import BUSY

        self.job = None
        text = report_words(report)
        if report.stopped == BUSY:  # whoever sends takes along what was just let go
            text = self.tr("Mail is on its way already. The outbox shows how far it is.")
        elif report.stopped is not None:
            text = f"{text} {in_words(report.stopped)}"
        bad = report.stopped is not None or report.failed or report.uncertain
        self.said.emit(text, "warn" if bad else "good", ("outbox", "close"))
        self._note(None)

    def _stopped(self) -> None:
        self.job = None
        text = self.tr("Stopped. What went is sent, the rest waits in the outbox.")
        self.said.emit(text, "info", ("outbox", "close"))
        self._note(None)

    def _finished(self) -> None:
        if self.job is not None and self.sender() is self.job:
            self.job = None

    def _note(self, _changes: Any) -> None:
        self.changed.emit()

    def _forget_dialog(self) -> None:
        self.dialog = None
