"""What is known of the message that is selected, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.returns import ReturnKind
from cpd_desktop.domain.messages.states import State, may_cancel, may_queue
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.outbox.mail_view import FileList, MailView
from cpd_desktop.ui.outbox.words import TONES, outcome_words, return_words, standing
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.messages.message import Attempt
    from cpd_desktop.services.messages.outbox import Line
    from cpd_desktop.services.messages.returns import KeptReturn

READABLE = 34  # characters of a line


class OutboxInspector(QScrollArea):
    """Shows one message, or counts several; its buttons are those that fit their states."""

    def __init__(self, zone: str) -> None:
        super().__init__()
        self._zone = zone
        self.line: Line | None = None
        self.subject = label("", "heading", data=True)
        self.to = label("", data=True)
        self.mark = chip("")
        self.reason = label("", data=True)
        self.back = label("", "muted", data=True)
        self.explained = label(
            self.tr("It goes again only if you say so: somebody might get it twice."),
            "muted",
        )
        self.count = label("", "heading")
        self.release = button(self.tr("Send"), "primary")
        self.hasten = button(self.tr("Try now"))
        self.retry = button(self.tr("Send again"), "primary")
        self.arrived = button(self.tr("It arrived"), "primary")
        self.lost = button(self.tr("It did not: send again"))
        self.resend = button(self.tr("Resend exactly…"))
        self.cancel = button(self.tr("Cancel message"), "danger")
        self.to_event = button(self.tr("Open event"), "quiet")
        self.person = button(self.tr("All to this person"), "quiet")
        self.mail = MailView()
        self.files = FileList(self.mail)
        self._facts = QGridLayout()
        self._tries = QVBoxLayout()
        self._nothing = label(
            self.tr("Choose a message to see exactly what it says and what became of it."), "muted"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say what would be shown here."""
        self.line = None
        self._open(nothing=True)

    def show_several(self, states: Sequence[State]) -> None:
        """Count what is selected, and offer what can be done with any of it."""
        self.line = None
        self.count.setText(self.tr("%n selected", "", len(states)))
        self._open(several=True)
        self._show_buttons(states)
        self.arrived.hide()

    def show_one(
        self, line: Line, attempts: Sequence[Attempt], returns: Sequence[KeptReturn] = ()
    ) -> None:
        """Show a message with every time it was handed over, and what came back for it."""
        another = self.line is None or self.line.message.id != line.message.id
        self.line = line
        message = line.message
        self.subject.setText(message.subject)
        named = f"{message.to_name} <{message.to}>" if message.to_name else message.to
        self.to.setText(self.tr("To {who}").format(who=named))
        self.mark.setText(standing(message.state))
        restyle(self.mark, tone=TONES[message.state])
        self.mark.adjustSize()
        self.reason.setText(in_words(message.says) if message.says else "")
        self._show_facts(line)
        self._show_attempts(attempts)
        self.files.show_message(message)
        self._open(one=True)
        self._show_buttons([message.state])
        self.back.setText("\n".join(map(self._return_words, returns)))
        bad = any(each.kind is ReturnKind.BOUNCED for each in returns)
        restyle(self.back, tone="bad" if bad else "info")
        self.back.setVisible(bool(returns))
        self.reason.setVisible(bool(self.reason.text()))
        self.explained.setVisible(message.state is State.UNCERTAIN)
        self.to_event.setVisible(message.event is not None)
        self.person.setVisible(message.person is not None)
        if another:
            self.verticalScrollBar().setValue(0)

    def _return_words(self, each: KeptReturn) -> str:
        words = self.tr("↩ {what} ({moment})").format(
            what=return_words(each.kind), moment=day_and_time(each.at, self._zone)
        )
        told = " ".join(filter(None, (each.status, each.words)))
        return f"{words}: {told}" if told else words

    def _show_buttons(self, states: Sequence[State]) -> None:
        has = set(states)
        self.release.setVisible(any(may_queue(each) for each in has))
        self.hasten.setVisible(State.QUEUED in has)
        self.retry.setVisible(State.FAILED in has)
        self.arrived.setVisible(has == {State.UNCERTAIN})
        self.lost.setVisible(State.UNCERTAIN in has)
        self.resend.setVisible(State.SENT in has)
        self.cancel.setVisible(any(may_cancel(each) for each in has))

    def _lay_out(self) -> None:
        buttons = (self.release, self.retry, self.arrived, self.lost, self.hasten, self.resend)
        links = (self.to_event, self.person)
        for each in (*buttons, self.cancel, *links):
            each.setAccessibleName(each.text())
        self._facts.setHorizontalSpacing(GRID * 2)
        self._facts.setVerticalSpacing(GRID // 2)
        self._facts.setColumnStretch(1, 1)
        self._tries.setSpacing(GRID)
        sheet = QWidget()
        self.setWidgetResizable(True)
        self.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(GRID * 2, 0, GRID, 0)
        inside.setSpacing(GRID)
        self._tried = label(self.tr("Attempts"), "muted")
        self._head = (self.subject, self.to, self.mark)
        self._one = (self.mail, self.files, self._tried)
        for shown in (
            self._nothing,
            self.count,
            *self._head,
            self.reason,
            self.back,
            self.explained,
        ):
            inside.addWidget(shown)
        inside.addLayout(FlowRow(*buttons, self.cancel))
        for part in (self.mail, self.files):
            inside.addWidget(part)
        inside.addLayout(self._facts)
        inside.addWidget(self._tried)
        inside.addLayout(self._tries)
        inside.addLayout(FlowRow(*links))
        inside.addStretch(1)
        self._buttons = (*buttons, self.cancel, *links)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)

    def _show_facts(self, line: Line) -> None:
        message = line.message
        _clear(self._facts)
        due = day_and_time(message.due, self._zone) if message.due else ""
        facts = (
            (self.tr("For"), in_words(message.purpose.label)),
            (self.tr("Event"), line.event),
            (self.tr("Goes"), due),
            (self.tr("Made"), day_and_time(message.made_at, self._zone)),
        )
        for row, (name, text) in enumerate(each for each in facts if each[1]):
            shown = label(text, data=True)
            shown.setAccessibleName(f"{name}: {text}")
            top = Qt.AlignmentFlag.AlignTop
            self._facts.addWidget(label(name, "muted"), row, 0, top)
            self._facts.addWidget(shown, row, 1, top)

    def _show_attempts(self, attempts: Sequence[Attempt]) -> None:
        _clear(self._tries)
        self._has_tries = bool(attempts)
        for each in attempts:
            at = day_and_time(each.at, self._zone)
            words = self.tr("{number}. {moment}: {outcome}").format(
                number=each.number, moment=at, outcome=outcome_words(each.outcome)
            )
            says = f"\n{in_words(each.says)}" if each.says else ""
            self._tries.addWidget(label(words + says, data=True))

    def _open(self, *, nothing: bool = False, several: bool = False, one: bool = False) -> None:
        self._nothing.setVisible(nothing)
        self.count.setVisible(several)
        for each in (*self._head, *self._one):
            each.setVisible(one)
        for other in (self.reason, self.back, self.explained, *self._buttons):
            other.hide()
        if one:
            self._tried.setVisible(self._has_tries)
        else:
            _clear(self._facts)
            _clear(self._tries)
            self.files.hide()


def _clear(layout: QGridLayout | QVBoxLayout) -> None:
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
