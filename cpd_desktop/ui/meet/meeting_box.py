"""One meeting on the Meet stage: when it is, where it stands, how to get in, what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Rhythm
from cpd_desktop.ui.dates import clock_time, span
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.meet.held_panel import HeldPanel
from cpd_desktop.ui.meet.words import (
    STATE_TONES,
    countdown,
    invitation,
    kind_words,
    number_words,
    series_words,
    state_words,
    topic_of,
)
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.ui.meet.content import MeetContent

S = MeetingState
IS_THERE = frozenset({S.THERE, S.TO_CHANGE, S.CONFLICT})
NOT_SENT = frozenset({S.TO_MAKE, S.TO_CHANGE, S.LEAVING, S.UNCLEAR})


class LinkRow:
    """A text to be copied, in one row of a grid; it takes room only while there is one."""

    def __init__(self, grid: QGridLayout, caption: str, copy: str, spoken: str) -> None:
        row = grid.rowCount()
        self.caption = label(caption, "muted")
        self.caption.setWordWrap(False)
        self.text = QLineEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("data", True)
        self.text.setAccessibleName(caption)
        self.copy = button(copy, "quiet")
        self.copy.setAccessibleName(spoken)
        for column, widget in enumerate((self.caption, self.text, self.copy)):
            grid.addWidget(widget, row, column)
        self.copy.clicked.connect(self._copy)

    def show_text(self, text: str) -> None:
        """Show a text, or nothing for an empty one."""
        self.text.setText(text)
        self.text.setCursorPosition(0)
        for each in (self.caption, self.text, self.copy):
            each.setVisible(bool(text))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.text())


class MeetingBox(QFrame):
    """Shows a meeting; what is asked for carries its id."""

    start_asked = Signal(int)
    settings_asked = Signal(int)
    settle_asked = Signal(int)
    give_up_asked = Signal(int)
    again_asked = Signal(int)
    page_asked = Signal(int)
    send_asked = Signal()
    pull_asked = Signal()
    fetch_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.card: MeetingCard | None = None
        self._content: MeetContent | None = None
        self.topic = label("", "heading", data=True)
        self.state = chip("")
        self.when = label("", "muted", data=True)
        self.until = label("")
        self.until.setWordWrap(False)
        self.fold = button(self.tr("Details"), "quiet")
        self.fold.setCheckable(True)
        self.says = label("", "caption")
        self.start = button(self.tr("Start"), "primary")
        self.settle = button(self.tr("Choose what holds…"), "primary")
        self.again = button(self.tr("Make it again"), "primary")
        self.send = button(self.tr("Try now"))
        self.invite = button(self.tr("Copy invitation"))
        self.settings = button(self.tr("Settings…"))
        self.more = button(self.tr("More"))
        self.held = HeldPanel()
        self._menu = QMenu(self)

        self._lay_out()

        for asked, signal in (
            (self.start, self.start_asked),
            (self.settle, self.settle_asked),
            (self.again, self.again_asked),
            (self.settings, self.settings_asked),
        ):
            asked.clicked.connect(lambda _checked=False, signal=signal: self._ask(signal))
        self.fold.toggled.connect(self._unfold)
        self.send.clicked.connect(self.send_asked)
        self.invite.clicked.connect(self._copy_invitation)
        self.held.pull_asked.connect(self.pull_asked)
        self.held.fetch_asked.connect(self._ask_to_fetch)
        self.more.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)

    def show_meeting(self, content: MeetContent, card: MeetingCard, now: datetime) -> None:
        """Show how a meeting stands."""
        self.card, self._content = card, content
        topic = topic_of(card, content.event)
        self.topic.setText(topic)
        self.setAccessibleName(self.tr("Meeting “{topic}”").format(topic=topic))
        self.state.setText(state_words(card.state))
        restyle(self.state, tone=STATE_TONES[card.state])
        self.when.setText(self._when(content, card, now))
        over = content.is_over(card, now)
        is_there = card.state in IS_THERE and not over
        # Where people register, the link for everybody is the one to register at.
        self.join.show_text(card.join_link if is_there and not card.registration_link else "")
        self.register.show_text(card.registration_link if is_there else "")
        self.passcode.show_text(card.passcode if is_there else "")
        self._show_trouble(content, card)
        self._show_buttons(card, over=over)
        self.held.show_meeting(content, card, now)
        self.tick(now)

    def fold_up(self, *, folded: bool) -> None:
        """Show only the head of it until somebody wants the details."""
        self.fold.setVisible(folded)
        self.fold.setChecked(not folded)
        self._unfold(not folded)

    def tick(self, now: datetime) -> None:
        """Say how long until it begins."""
        card, content = self.card, self._content
        if card is None or content is None:
            return
        starts, ends = content.span_at(card, now)
        self.until.setText(countdown(starts, ends, now))
        restyle(self.start, role="primary" if content.is_near(card, now) else "plain")

    def _when(self, content: MeetContent, card: MeetingCard, now: datetime) -> str:
        starts, ends = content.span_at(card, now)
        texts = [span(starts, ends, content.event.zone), kind_words(card.kind)]
        if card.rhythm is Rhythm.NO_FIXED_TIME:
            texts.append(self.tr("the same link for all sessions"))
        elif card.wanted is not None and card.wanted.series is not None:
            texts.append(series_words(card.wanted.series))
        if card.number is not None:
            texts.append(number_words(card.number))
        return " · ".join(texts)

    def _show_trouble(self, content: MeetContent, card: MeetingCard) -> None:
        texts = [] if card.says is None else [in_words(card.says)]
        if card.next_try is not None:
            when = clock_time(card.next_try, content.event.zone)
            texts.append(self.tr("It is tried again at {time}.").format(time=when))
        self.says.setText(" ".join(texts))
        self.says.setVisible(bool(texts))
        restyle(self.says, tone="warn" if card.says else "neutral")

    def _show_buttons(self, card: MeetingCard, *, over: bool) -> None:
        is_there = card.state in IS_THERE and not over
        self.start.setVisible(is_there)
        self.invite.setVisible(is_there)
        self.settle.setVisible(card.state is S.CONFLICT)
        self.again.setVisible(card.state in (S.GONE, S.UNCLEAR))
        self.send.setVisible(card.says is not None and card.state in NOT_SENT)
        self.settings.setVisible(card.state not in (S.LEAVING, S.GONE) and not over)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GRID)
        top.addWidget(self.topic, 1)
        top.addWidget(self.state)
        self.details = QWidget(), QWidget()  # above the buttons, and below them
        links = QGridLayout(self.details[0])
        links.setContentsMargins(0, 0, 0, 0)
        below = QVBoxLayout(self.details[1])
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.held)
        links.setHorizontalSpacing(GRID)
        links.setVerticalSpacing(GRID // 2)
        links.setColumnStretch(1, 1)
        copy = self.tr("Copy")
        self.register = LinkRow(
            links, self.tr("Register at"), copy, self.tr("Copy the link to register at")
        )
        self.join = LinkRow(links, self.tr("Join link"), copy, self.tr("Copy the join link"))
        self.passcode = LinkRow(links, self.tr("Passcode"), copy, self.tr("Copy the passcode"))
        buttons: tuple[QPushButton, ...] = (
            *(self.start, self.settle, self.again, self.send),
            *(self.invite, self.settings, self.more, self.fold),
        )
        for each in buttons:
            each.setAccessibleName(each.text().replace("…", ""))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        second = QHBoxLayout()
        second.setSpacing(GRID)
        second.addWidget(self.when, 1)
        second.addWidget(self.until)
        layout.addLayout(second)
        layout.addWidget(self.says)
        layout.addWidget(self.details[0])
        layout.addLayout(FlowRow(*buttons))
        layout.addWidget(self.details[1])

    def _fill_menu(self) -> None:
        self._menu.clear()
        card = self.card
        if card is None:
            return
        if card.number is not None and card.state is not S.GONE:
            self._menu.addAction(self.tr("Open at Zoom"), self._ask_for_page)
            self._menu.addSeparator()
        if card.state is S.GONE:
            self._menu.addAction(self.tr("Forget it here"), self._ask_to_give_up)
        else:
            self._menu.addAction(self.tr("Give up…"), self._ask_to_give_up)

    def _unfold(self, unfolded: bool) -> None:  # noqa: FBT001 - a signal's value
        for each in self.details:
            each.setVisible(unfolded)

    def _ask(self, signal: object) -> None:
        if self.card is not None:
            signal.emit(self.card.id)  # type: ignore[attr-defined] # a bound signal has no type

    def _ask_for_page(self) -> None:
        self._ask(self.page_asked)

    def _ask_to_give_up(self) -> None:
        self._ask(self.give_up_asked)

    def _ask_to_fetch(self) -> None:
        self._ask(self.fetch_asked)

    def _copy_invitation(self) -> None:
        card, content = self.card, self._content
        if card is not None and content is not None:
            starts, ends = content.span_at(card, content.event.starts)
            text = invitation(card, content.event, starts, ends)
            QGuiApplication.clipboard().setText(text)
