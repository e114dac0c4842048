"""What Zoom has of a meeting and what we have: people registered, times it was held, recordings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.forgetting import forgetting
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Approval
from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.dates import clock_time, day, day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.meet.words import recording_words
from cpd_desktop.ui.widgets import GRID, button, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.work import Progress
    from cpd_desktop.services.zoom.outcome_rows import Due
    from cpd_desktop.services.zoom.overview import HeldOnce
    from cpd_desktop.ui.jobs import Job
    from cpd_desktop.ui.meet.content import MeetContent

SEATS = Sentence("meet", "Registered at Zoom: %n")
TO_PUSH = Sentence("meet", "to be sent: %n")
ROWS = Sentence("meet", "%n row(s) read")
POLLS = Sentence("meet", "%n poll answer(s)")
QUESTIONS = Sentence("meet", "%n question(s) asked")
OF_ROWS = Sentence("meet", "%n row(s) so far")


class HeldPanel(QWidget):
    """Shows both sides; ``pull_asked`` and ``fetch_asked`` want more of Zoom's."""

    pull_asked = Signal()
    fetch_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._job: Job | None = None
        self.seats = label("")
        self.pull = button(self.tr("Pull registrations"))
        self.held = label("", data=True)
        self.next = label("", "caption")
        self.warning = label("", "caption")
        restyle(self.warning, tone="warn")
        self.fetch = button(self.tr("Fetch who came"))
        self.progress = label("", "caption")
        self.progress.hide()
        self.links: list[QPushButton] = []
        self._files = FlowRow()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID // 2)
        layout.addWidget(label(self.tr("What Zoom has, and what is here"), "caption"))
        for text, asking in ((self.seats, self.pull), (self.held, self.fetch)):
            row = QHBoxLayout()
            row.setSpacing(GRID)
            row.addWidget(text, 1)
            row.addWidget(asking)
            layout.addLayout(row)
        for each in (self.next, self.warning, self.progress):
            layout.addWidget(each)
        layout.addLayout(self._files)
        for asking in (self.pull, self.fetch):
            asking.setAccessibleName(asking.text())

        self.pull.clicked.connect(self.pull_asked)
        self.fetch.clicked.connect(self._fetch_or_stop)

    def show_meeting(self, content: MeetContent, card: MeetingCard, now: datetime) -> None:
        """Show what is kept of a meeting."""
        zone = content.event.zone
        held, due = content.held.get(card.id, ()), content.next_fetch(card)
        is_there = card.at is not None and card.state is not MeetingState.GONE
        registers = is_there and card.settings.approval is not Approval.NONE
        self.seats.setVisible(registers)
        self.pull.setVisible(registers and not content.is_over(card, now))
        self.seats.setText(_seats(card))
        ended = card.at is not None and content.has_ended(card, now)
        told = [self._told(each, zone) for each in held]
        self.held.setText("\n".join(told) if told else self.tr("Who came was not fetched yet."))
        self.held.setVisible(bool(held) or ended)
        self._show_due(due, zone, now)
        self.fetch.setVisible(card.at is not None and (ended or bool(held)))
        self.setVisible(registers or bool(held) or due is not None or ended)
        self._show_files(held)

    def follow(self, job: Job) -> None:
        """Show how far the fetching is, and let it be stopped."""
        self._job = job
        self._say_fetch(self.tr("Stop"))
        self.progress.setText(self.tr("Asking Zoom…"))
        self.progress.show()
        job.progressed.connect(self._show_progress)
        job.finished.connect(self._ended)

    def _told(self, held: HeldOnce, zone: str) -> str:
        number = [in_words(ROWS.filled(n=held.rows))]
        if held.polls:
            number.append(in_words(POLLS.filled(n=held.polls)))
        if held.questions:
            number.append(in_words(QUESTIONS.filled(n=held.questions)))
        if held.settled:
            number.append(self.tr("✓ settled"))
        elif held.reads:
            number.append(self.tr("not settled yet"))
        else:
            number = [self.tr("not read yet")]
        when = self.tr("at a time that is not known")
        if held.starts is not None:
            when = day_and_time(held.starts, zone)
            if held.ends is not None:
                when = f"{when}–{clock_time(held.ends, zone)}"  # noqa: RUF001 - the dash of a span
        return self.tr("Held {when}: {what}").format(when=when, what=", ".join(number))

    def _show_due(self, due: Due | None, zone: str, now: datetime) -> None:
        self.next.setVisible(due is not None)
        warning = None if due is None else forgetting(due.ended_at, now)
        self.warning.setVisible(warning is not None)
        if warning is not None:
            self.warning.setText(in_words(warning.says.filled(date=day(warning.at, zone))))
        if due is None:
            return
        texts = [] if due.says is None else [in_words(due.says)]
        if due.next_at is None:
            texts.append(self.tr("It is not tried again by itself."))
        elif due.next_at <= now:
            texts.append(self.tr("Who came is read next."))
        else:
            when = day_and_time(due.next_at, zone)
            texts.append(self.tr("Who came is read next: {when}.").format(when=when))
        self.next.setText(" ".join(texts))

    def _show_files(self, held: Sequence[HeldOnce]) -> None:
        for each in self.links:
            each.hide()
            each.deleteLater()
        self.links = []
        for file in (file for each in held for file in each.files):
            made = button(recording_words(file.kind), "quiet")
            made.setAccessibleName(self.tr("Open at Zoom: {what}").format(what=made.text()))
            made.clicked.connect(partial(_open, file.link))
            self._files.addWidget(made)
            self.links.append(made)

    def _fetch_or_stop(self) -> None:
        if self._job is None:
            self.fetch_asked.emit()
        else:
            self._job.cancel()

    def _show_progress(self, progress: Progress) -> None:
        text = in_words(OF_ROWS.filled(n=progress.done))
        if progress.total is not None:
            total = QLocale().toString(progress.total)
            text = self.tr("{rows} of {total}").format(rows=text, total=total)
        self.progress.setText(text)

    def _ended(self) -> None:
        self._job = None
        self.progress.hide()
        self._say_fetch(self.tr("Fetch who came"))

    def _say_fetch(self, text: str) -> None:
        self.fetch.setText(text)
        self.fetch.setAccessibleName(text)


def _seats(card: MeetingCard) -> str:
    text = in_words(SEATS.filled(n=card.seats))
    return f"{text} · {in_words(TO_PUSH.filled(n=card.to_push))}" if card.to_push else text


def _open(link: str, *_clicked: bool) -> None:
    QDesktopServices.openUrl(QUrl(link))
