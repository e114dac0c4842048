"""What is asked before an event is cancelled, postponed, copied or repeated."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.copying import WORDS, Copied
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.lifecycle import AtZoom
from cpd_desktop.domain.recurrence import MOST_DATES, Every, Recurrence, repeated
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.wall_clock import python_time, time_edit
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.words import Sentence

WEEK = timedelta(days=7)


class _Consequences(QVBoxLayout):
    """What follows, one line each."""

    def __init__(self, follows: Sequence[Sentence]) -> None:
        super().__init__()
        self.setSpacing(GRID // 2)
        for each in follows:
            line = label(f"•  {in_words(each)}", data=True)
            line.setWordWrap(True)
            self.addWidget(line)


class CancelDialog(FormDialog):
    """Shows what cancelling brings, and asks why and what becomes of meetings at Zoom.

    ``offered`` carries the reason, and that choice.
    """

    offered = Signal(str, object)

    def __init__(
        self, parent: QWidget, event: Event, follows: Sequence[Sentence], at_zoom: int = 0
    ) -> None:
        """Ask about so many meetings that Zoom has."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cancel “{title}”").format(title=event.title))
        self.accept_button.setText(self.tr("Cancel the event"))
        self._why = QLineEdit()
        self._why.setPlaceholderText(self.tr("Kept with the event; nobody is written to yet"))
        self.add_rows("follows", self.tr("What follows"), _Consequences(follows))
        self.delete = QRadioButton(self.tr("&Delete them; their links stop working"))
        self.keep = QRadioButton(self.tr("&Keep them there"))
        if at_zoom:
            self._ask_about_meetings(at_zoom)
        self.add_field("why", self.tr("&Reason"), self._why)
        self._why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 50)
        self._why.setFocus()

    def offer(self) -> None:
        """Hand over the reason, and what becomes of the meetings."""
        chosen = AtZoom.DELETE if self.delete.isChecked() else AtZoom.KEEP
        self.offered.emit(self._why.text(), chosen)
        self.accept()

    def _ask_about_meetings(self, at_zoom: int) -> None:
        choices = QVBoxLayout()
        choices.setSpacing(GRID // 2)
        for each in (self.delete, self.keep):
            each.setAccessibleName(each.text().replace("&", ""))
            choices.addWidget(each)
        self.delete.setChecked(True)
        self.add_rows("meetings", self.tr("%n meeting(s) at Zoom", "", at_zoom), choices)


class _Start(FormDialog):
    """Asks when the first session is to start, on the clock of the event's zone."""

    def __init__(self, parent: QWidget, event: Event) -> None:
        super().__init__(parent)
        self._zone = event.zone
        first = wall_time(event.starts, event.zone)
        self._starts = time_edit(first + WEEK, self.tr("First session starts"))
        self.add_field("starts", self.tr("First session &starts"), self._starts)
        zone = label(event.zone, "muted", data=True)
        self.rows.addWidget(zone, self.rows.rowCount(), 1)

    def _moment(self) -> datetime | None:
        """Return the moment, or show why there is none."""
        try:
            return moment(python_time(self._starts.dateTime()), self._zone)
        except Invalid as error:
            self.show_problems(error.problems)
            return None


class PostponeDialog(_Start):
    """Shows what postponing brings, and asks until when; ``offered``: moment and reason."""

    offered = Signal(datetime, str)

    def __init__(self, parent: QWidget, event: Event, follows: Sequence[Sentence]) -> None:
        super().__init__(parent, event)
        self.setWindowTitle(self.tr("Postpone “{title}”").format(title=event.title))
        self.accept_button.setText(self.tr("Postpone the event"))
        self._why = QLineEdit()
        self.add_field("why", self.tr("&Reason"), self._why)
        self.add_rows("follows", self.tr("What follows"), _Consequences(follows))

    def offer(self) -> None:
        """Hand over when it starts instead, and why."""
        if starts := self._moment():
            self.offered.emit(starts, self._why.text())
            self.accept()


class CopyDialog(_Start):
    """Asks when the copy starts and what it takes along; ``offered``: moment and parts."""

    offered = Signal(datetime, object)

    def __init__(self, parent: QWidget, event: Event) -> None:
        super().__init__(parent, event)
        self.setWindowTitle(self.tr("Duplicate “{title}”").format(title=event.title))
        self.accept_button.setText(self.tr("Make the copy"))
        self._parts = {part: QCheckBox(in_words(words)) for part, words in WORDS.items()}
        listed = QVBoxLayout()
        listed.setSpacing(GRID // 2)
        always = QLabel(self.tr("Texts and sessions always, people and money never."))
        always.setWordWrap(True)
        listed.addWidget(always)
        for box in self._parts.values():
            box.setChecked(True)
            box.setAccessibleName(box.text())
            listed.addWidget(box)
        self.add_rows("parts", self.tr("Takes along"), listed)

    def offer(self) -> None:
        """Hand over when the copy starts and what it takes along."""
        if starts := self._moment():
            parts = frozenset[Copied](part for part, box in self._parts.items() if box.isChecked())
            self.offered.emit(starts, parts)
            self.accept()


class RepeatDialog(FormDialog):
    """Asks how an event repeats; ``offered`` carries a series that is possible."""

    offered = Signal(Recurrence)

    def __init__(self, parent: QWidget, event: Event) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Repeat “{title}”").format(title=event.title))
        self.accept_button.setText(self.tr("Plan the series"))
        self._starts, self._zone = wall_time(event.starts, event.zone), event.zone
        self._every = QComboBox()
        for every, text in self._choices().items():
            self._every.addItem(text, every)
        self._every.setCurrentIndex(1)
        self._ends = QComboBox()
        self._ends.addItems([self.tr("after so many dates"), self.tr("on a day")])
        self._ends.setAccessibleName(self.tr("The series ends"))
        self._times = QSpinBox()
        self._times.setRange(2, MOST_DATES)
        self._times.setValue(6)
        self._times.setAccessibleName(self.tr("Number of dates"))
        last = self._starts + 5 * WEEK
        self._until = QDateEdit(QDate(last.year, last.month, last.day))
        self._until.setCalendarPopup(True)
        self._until.setAccessibleName(self.tr("Last day"))
        self._says = label("", "muted", data=True)
        self._says.setWordWrap(True)

        self.add_field("recurrence", self.tr("&Repeats"), self._every)
        ends = QHBoxLayout()
        ends.setSpacing(GRID)
        for each in (self._ends, self._times, self._until):
            ends.addWidget(each)
        ends.addStretch(1)
        self.add_rows("ends", self.tr("Ends"), ends)
        self.rows.addWidget(self._says, self.rows.rowCount(), 1)

        self._every.currentIndexChanged.connect(self._say)
        self._ends.currentIndexChanged.connect(self._say)
        self._times.valueChanged.connect(self._say)
        self._until.dateChanged.connect(self._say)
        self._say()

    def offer(self) -> None:
        """Hand over the series if it is possible, else show why it is not."""
        try:
            series = self._series()
        except Invalid as error:
            self.show_problems({"recurrence": error.says})
            return
        self.offered.emit(series)
        self.accept()

    def _choices(self) -> dict[Every, str]:
        return {
            Every.DAY: self.tr("every day"),
            Every.WEEK: self.tr("every week"),
            Every.TWO_WEEKS: self.tr("every two weeks"),
            Every.MONTH_BY_DATE: self.tr("every month on the same date"),
            Every.MONTH_BY_WEEKDAY: self.tr("every month on the same weekday"),
            Every.YEAR: self.tr("every year"),
        }

    def _series(self) -> Recurrence:
        every = Every(self._every.currentData())
        if self._ends.currentIndex() == 0:
            return repeated(every, self._starts, self._zone, times=self._times.value())
        day = self._until.date()
        until = date(day.year(), day.month(), day.day())
        return repeated(every, self._starts, self._zone, until=until)

    def _say(self) -> None:
        """Show in words what was chosen."""
        self._times.setVisible(self._ends.currentIndex() == 0)
        self._until.setVisible(self._ends.currentIndex() == 1)
        self.show_problems({})
        try:
            self._says.setText(in_words(self._series().described()))
        except Invalid as error:
            self._says.setText(in_words(error.says))
