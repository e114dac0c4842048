"""What a person decides about messages: asked where it cannot be taken back, then carried out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.messages.states import State, may_cancel, may_queue
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.outbox.many_dialog import MOST_WITHOUT_TYPING, ManyDialog
from cpd_desktop.ui.questions import Question
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.messages.message import Message
    from cpd_desktop.services.messages.sending import SendReport
    from cpd_desktop.ui.desk import Desk


class OutboxDeeds(QObject):
    """Carries out off the window's thread and says so; ``changed`` once something ended."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._outbox = desk.services.outbox
        self.question: Question | None = None
        self.typing: ManyDialog | None = None

    def release(self, chosen: Sequence[Message]) -> None:
        """Let drafts and what was held go."""
        ids = [each.id for each in chosen if may_queue(each.state)]
        self._carry_out(
            partial(self._outbox.queue, ids), self.tr("Going: %n message(s)", "", len(ids))
        )

    def hasten(self, chosen: Sequence[Message]) -> None:
        """Try what waits for its time now."""
        ids = _those(chosen, State.QUEUED)
        text = self.tr("Going now: %n message(s)", "", len(ids))
        self._carry_out(partial(self._outbox.hasten, ids), text)

    def retry(self, chosen: Sequence[Message]) -> None:
        """Let what failed go again."""
        self._again(_those(chosen, State.FAILED))

    def send_lost(self, chosen: Sequence[Message]) -> None:
        """Let messages go again that did not arrive, as a person says."""
        self._again(_those(chosen, State.UNCERTAIN))

    def note_arrived(self, chosen: Sequence[Message]) -> None:
        """Keep that an uncertain message did arrive."""
        for key in _those(chosen, State.UNCERTAIN):
            text = self.tr("Kept as sent")
            self._carry_out(partial(self._outbox.note_arrived, key), text)

    def resend(self, chosen: Sequence[Message]) -> None:
        """Ask whether messages that were sent are to go once more."""
        sent = [each for each in chosen if each.state is State.SENT]
        if not sent:
            return
        text = (
            self.tr("Send the same message to {who} again?").format(who=sent[0].to)
            if len(sent) == 1
            else self.tr("Send the same %n message(s) again?", "", len(sent))
        )
        says = self.tr(
            "It goes exactly as it went before, with the same text, files and Message-ID. Some"
            " mailboxes show a message of the same Message-ID only once."
        )
        ids = [each.id for each in sent]
        if len(ids) > MOST_WITHOUT_TYPING:
            self._again(ids, says)
        else:
            self._ask(text, says, self.tr("Send again"), partial(self._again, ids))

    def cancel(self, ids_or_messages: Sequence[Message]) -> None:
        """Keep messages from going."""
        self.cancel_ids([each.id for each in ids_or_messages if may_cancel(each.state)])

    def cancel_ids(self, ids: Sequence[int]) -> None:
        """Keep these from going."""
        text = self.tr("%n message(s) cancelled", "", len(ids))
        self._carry_out(partial(self._outbox.cancel, ids), text)

    def pause(self) -> None:
        """Let nothing go for now."""
        self._carry_out(self._outbox.pause, self.tr("Sending is paused"))

    def resume(self) -> None:
        """Let messages go again, those that are due at once."""
        self._carry_out(self._outbox.resume, "", self.send)

    def send(self) -> None:
        """Send what is due now; the job tray shows how far it is and offers to stop."""
        self._desk.operations.carry_out(
            self._desk.services.sending.send,
            origin=self,
            title=self.tr("Sending mail"),
            then=self._sent,
            otherwise=self._not_sent,
            lane=Lane.NETWORK,
        )

    def _again(self, ids: Sequence[int], says: str = "") -> None:
        if len(ids) <= MOST_WITHOUT_TYPING:
            self._send_again(ids)
            return
        self.typing = ManyDialog(self._widget.window(), len(ids), says)
        self.typing.agreed.connect(partial(self._send_again, ids))
        self.typing.finished.connect(self._forget_question)
        self.typing.open()

    def _send_again(self, ids: Sequence[int]) -> None:
        text = self.tr("Going again: %n message(s)", "", len(ids))
        self._carry_out(partial(self._outbox.resend, ids), text)

    def _carry_out(
        self, call: Callable[[], object], text: str, then: Callable[[], None] | None = None
    ) -> None:
        # Without a text for Undo: a message that went cannot be taken back.
        self._desk.operations.carry_out(
            lambda _work: call(),
            origin=self,
            then=partial(self._done, text, then),
            otherwise=self._not_done,
        )

    def _done(self, text: str, then: Callable[[], None] | None, _result: object) -> None:
        self.changed.emit()
        if text:
            self._desk.operations.told.emit(text, False)
        if then is not None:
            then()

    def _not_done(self, error: Exception) -> None:
        self.changed.emit()
        self._desk.operations.failed.emit(error)

    def _sent(self, report: SendReport) -> None:
        from cpd_desktop.services.messages.sending import BUSY

        self.changed.emit()
        self._desk.feed.publish(report.changes, self)
        told = self.tr("%n message(s) sent", "", report.sent)
        if not (report.ends or report.stopped or report.left):
            told = self.tr("Nothing waits to be sent now")
        if report.failed:
            told += ", " + self.tr("%n failed", "", report.failed)
        if report.uncertain:
            told += ", " + self.tr("%n uncertain", "", report.uncertain)
        if report.stopped == BUSY:
            told = self.tr("Mail is on its way already")
        words = in_words(report.stopped) if report.stopped not in (None, BUSY) else ""
        self._desk.operations.told.emit(f"{told}. {words}".strip(), False)

    def _not_sent(self, error: Exception) -> None:
        self.changed.emit()
        self._desk.operations.failed.emit(error)

    def _ask(self, text: str, says: str, yes: str, then: Callable[[], None]) -> None:
        window, no = self._widget.window(), self.tr("Do not send")
        box = Question(window, yes, text, says, yes=yes, no=no)
        box.yes.clicked.connect(then)
        box.finished.connect(self._forget_question)
        self.question = box
        box.open()

    def _forget_question(self) -> None:
        self.question = self.typing = None


def _those(chosen: Iterable[Message], state: State) -> list[int]:
    return [each.id for each in chosen if each.state is state]
