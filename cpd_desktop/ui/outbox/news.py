"""What stands above the outbox: why nothing goes, what goes when, and what is due."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.messages.reminders import Due, Task
from cpd_desktop.domain.messages.states import State
from cpd_desktop.domain.settings import Mail
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.messages.pacing import Pace
    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.services import Services
    from cpd_desktop.ui.widgets import Tone

HELD_AT_MOST = 60  # seconds: what is due later is not held but waits for its time


@dataclass(frozen=True, slots=True)
class News:
    """How the outbox stands as a whole."""

    paused: bool
    why: Sentence | None
    to_myself: bool
    paces: Sequence[tuple[MailAccount, Pace]]
    held: Sequence[int]
    goes_at: datetime | None
    reminders: Sequence[Due]


def look(services: Services) -> News:
    """Return how the outbox stands."""
    outbox, now = services.outbox, services.clock.now()
    wanted = services.settings.get(Mail)
    waits = outbox.counts().get(State.QUEUED, 0)
    accounts = services.mail_accounts.listed()
    paces = [(each, outbox.pace(each)) for each in accounts] if waits else []
    held, at = outbox.held_back() if waits else ((), None)
    soon = at is not None and (at - now).total_seconds() <= HELD_AT_MOST
    due = services.reminding.due() if accounts else []
    return News(
        wanted.paused,
        outbox.paused_why(),
        wanted.to_myself,
        [(each, pace) for each, pace in paces if pace.later or pace.lasts.total_seconds()],
        held if soon else (),
        at if soon else None,
        [each for each in due if each.task is Task.REMIND],
    )


class Strip(QFrame):
    """One line of news with what can be done about it."""

    def __init__(self, tone: Tone, *buttons: QPushButton) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.text = label("")
        row = QHBoxLayout(self)
        row.setContentsMargins(GRID * 2, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID)
        row.addWidget(self.text, 1)
        for each in buttons:
            each.setAccessibleName(each.text())
            row.addWidget(each)
        restyle(self, tone=tone)
        self.hide()

    def say(self, text: str) -> None:
        """Show a text, or nothing for an empty one."""
        self.text.setText(text)
        self.setVisible(bool(text))


class NewsBar(QWidget):
    """Says why nothing goes, counts down what is held, and offers reminders."""

    undo_asked = Signal(list)
    hold_over = Signal()
    remind_asked = Signal(Due)
    put_off_asked = Signal(Due)

    def __init__(self, now: Callable[[], datetime], zone: str) -> None:
        super().__init__()
        self._now, self._zone = now, zone
        self._held: Sequence[int] = ()
        self._goes_at: datetime | None = None
        self._count = QTimer(self, interval=1000)
        self.undo = button(self.tr("Undo"))
        self.resume = button(self.tr("Resume"))
        self.to_accounts = button(self.tr("Open Accounts"))
        self.to_settings = button(self.tr("Open Mail settings"))
        self.holding = Strip("info", self.undo)
        self.paused = Strip("warn", self.to_accounts, self.resume)
        self.test = Strip("warn", self.to_settings)
        self.paces = label("", "muted", data=True)
        self._reminders = QVBoxLayout()
        self._reminders.setSpacing(GRID)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for each in (self.holding, self.paused, self.test, self.paces):
            layout.addWidget(each)
        layout.addLayout(self._reminders)

        self.undo.clicked.connect(self._ask_to_undo)
        self._count.timeout.connect(self._tick)

    def show_news(self, news: News) -> None:
        """Show how it stands now."""
        self._held, self._goes_at = news.held, news.goes_at
        self._tick()
        self.to_accounts.setVisible(news.why is not None)
        why = in_words(news.why) if news.why else self.tr("Sending is paused.")
        waits = self.tr("Nothing goes until you resume.")
        self.paused.say(f"{why} {waits}" if news.paused else "")
        self.test.say(self.tr("Test mode: everything goes to yourself.") if news.to_myself else "")
        lines = [_pace_words(account, pace) for account, pace in news.paces]
        self.paces.setText("\n".join(lines))
        self.paces.setVisible(bool(lines))
        self._show_reminders(news.reminders)
        shown = (self.holding, self.paused, self.test, self.paces)
        self.setVisible(any(not each.isHidden() for each in shown) or self._reminders.count() > 0)

    def _tick(self) -> None:
        if self._goes_at is None:
            self._count.stop()
            self.holding.say("")
            return
        seconds = round((self._goes_at - self._now()).total_seconds())
        if seconds <= 0:
            self._goes_at = None
            self._count.stop()
            self.holding.say("")
            self.hold_over.emit()
            return
        text = self.tr("Going in {seconds} seconds: %n message(s).", "", len(self._held))
        self.holding.say(text.format(seconds=seconds))
        self._count.start()

    def _ask_to_undo(self) -> None:
        held, self._held, self._goes_at = list(self._held), (), None
        self._tick()
        self.undo_asked.emit(held)

    def _show_reminders(self, due: Collection[Due]) -> None:
        while item := self._reminders.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in due:
            self._reminders.addWidget(self._reminder(each))

    def _reminder(self, due: Due) -> QWidget:
        send, skip = button(self.tr("Send")), button(self.tr("Not now"), "quiet")
        made = Strip("info", send, skip)
        at, says = day_and_time(due.at, self._zone), in_words(due.says)
        text = (
            self.tr("{what}. It was due {moment}, while CPD Desktop was closed.")
            if due.is_late
            else self.tr("{what}. Due since {moment}.")
        )
        made.say(text.format(what=says, moment=at))
        send.setAccessibleName(self.tr("Send: {what}").format(what=says))
        skip.setAccessibleName(self.tr("Not now: {what}").format(what=says))
        send.clicked.connect(lambda: self.remind_asked.emit(due))
        skip.clicked.connect(lambda: self._put_aside(due, made))
        return made

    def _put_aside(self, due: Due, shown: QWidget) -> None:
        shown.hide()
        self.put_off_asked.emit(due)


def _pace_words(account: MailAccount, pace: Pace) -> str:
    return f"{account.name}: {' '.join(map(in_words, pace.sentences()))}"
