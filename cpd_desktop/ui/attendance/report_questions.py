"""What a report leaves open, asked with examples from it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    DayUnknown,
    OrderUnclear,
    ZoneUnknown,
)
from cpd_desktop.domain.written_dates import DateOrder
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.attendance.report_words import BETWEEN, session_words
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.widgets import GRID
from cpd_desktop.ui.zone_box import ZoneBox

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.reports.questions import Question
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.attendance.report_import import LookedAt
    from cpd_desktop.ui.attendance.report_reading import ReportLook

_FEWEST_CHARACTERS = 24


class ReportQuestions(QWidget):
    """Asks only what is open; ``changed`` when somebody answers, or answers otherwise."""

    changed = Signal()
    sheet_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.session = CalmComboBox(), CalmComboBox()
        self.dates, self.day = CalmComboBox(), CalmComboBox()
        self.zone = ZoneBox()
        self._asked: dict[type[Question], Question] = {}
        self._said: set[QWidget] = set()  # what is known without them is shown, but no answer
        self._needs_session = False
        self._shown_zone = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GRID * 2)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        self._captions: dict[QWidget, QLabel] = {}
        for field in (self.sheet, self.session, self.dates, self.day, self.zone):
            self._add(field)

        for combo in (self.session, self.dates, self.day):
            combo.activated.connect(partial(self._say, combo))
        self.sheet.activated.connect(self._choose_sheet)
        self.zone.activated.connect(self._take_zone)
        self.zone.line.editingFinished.connect(self._take_zone)

    @property
    def session_id(self) -> int | None:
        """Return the session that is chosen, if one is."""
        return None if self.session.isHidden() else self.session.currentData()

    @property
    def complete(self) -> bool:
        """Say whether nothing must be chosen any more."""
        fields = (self.sheet, self.session, self.dates, self.day, self.zone)
        return not any(self._open(field) for field in fields)

    def forget(self) -> None:
        """Ask nothing any more."""
        self._asked.clear()
        self._said.clear()
        for field in self._captions:
            self._ask(field, "")
        self.hide()

    def focus_open(self) -> None:
        """Lead to the first question without an answer."""
        fields = (self.sheet, self.session, self.dates, self.day, self.zone)
        first = next((field for field in fields if self._open(field)), None)
        if first is not None:
            first.setFocus()

    def answered(self, answers: Answers) -> Answers:
        """Return these answers with what somebody chose here."""
        order, day, sheet = (
            field.currentData() if field in self._said else None
            for field in (self.dates, self.day, self.sheet)
        )
        return replace(
            answers,
            zone=self.zone.zone() if self.zone in self._said else "",
            dates=DateOrder(order) if order else None,
            day=date.fromisoformat(day) if day else None,
            sheet=sheet or "",
        )

    def show_look(self, look: ReportLook) -> None:
        """Ask what is open now, beside what was asked before."""
        looked, event = look.looked, look.event
        for each in looked.asked:
            self._asked[type(each)] = each
        self._show_sheets(looked)
        self._show_sessions(looked, event)
        self._show_dates(looked.answers)
        self._show_days(looked.answers, event)
        self._show_zone(looked.answers)
        self.setVisible(any(not field.isHidden() for field in self._captions))

    def _show_sheets(self, looked: LookedAt) -> None:
        self.sheet.clear()
        for name in looked.sheets:
            self.sheet.addItem(name, name)
        self.sheet.setCurrentIndex(self.sheet.findData(looked.sheet))
        self._ask(self.sheet, self.tr("S&heet") if len(looked.sheets) > 1 else "")

    def _show_sessions(self, looked: LookedAt, event: Event) -> None:
        if len(event.sessions) == 1:
            self._ask(self.session, "")
            return
        chosen = self.session_id
        self.session.clear()
        self.session.addItem(self._by_its_times(looked, event), None)
        for each in event.sessions:
            self.session.addItem(session_words(each, event), each.id)
        if chosen is None and not looked.timed and len(looked.sessions) == 1:
            chosen = looked.sessions[0]
        self.session.setCurrentIndex(max(0, self.session.findData(chosen)))
        self._ask(self.session, self.tr("S&ession"))
        self._needs_session = not looked.timed

    def _by_its_times(self, looked: LookedAt, event: Event) -> str:
        if not looked.timed:
            return self.tr("Choose")
        met = [each for each in event.sessions if each.id in looked.sessions]
        if not met:
            return self.tr("By its times: none of the sessions")
        names = [each.title or session_words(each, event) for each in met]
        return self.tr("By its times: {sessions}").format(sessions=BETWEEN.join(names))

    def _show_dates(self, answers: Answers) -> None:
        asked = self._asked.get(OrderUnclear)
        if not isinstance(asked, OrderUnclear):
            self._ask(self.dates, "")
            return
        first = asked.examples[0]
        self.dates.clear()
        self.dates.addItem(self.tr("Choose"), None)
        self.dates.addItem(_long(first.day_first), DateOrder.DAY_FIRST)
        self.dates.addItem(_long(first.month_first), DateOrder.MONTH_FIRST)
        self.dates.setCurrentIndex(max(0, self.dates.findData(answers.dates)))
        self._ask(self.dates, self.tr("&Which day is “{date}”?").format(date=first.text))

    def _show_days(self, answers: Answers, event: Event) -> None:
        asked = self._asked.get(DayUnknown)
        if not isinstance(asked, DayUnknown):
            self._ask(self.day, "")
            return
        self.day.clear()
        self.day.addItem(self.tr("Choose"), None)
        days = {wall_time(each.starts, event.zone).date() for each in event.sessions}
        for each in sorted(days):
            self.day.addItem(_long(each), each.isoformat())
        known = answers.day.isoformat() if answers.day else None
        self.day.setCurrentIndex(max(0, self.day.findData(known)))
        words = self.tr("On which da&y was “{time}”?")
        self._ask(self.day, words.format(time=asked.examples[0]))

    def _show_zone(self, answers: Answers) -> None:
        asked = self._asked.get(ZoneUnknown)
        if not isinstance(asked, ZoneUnknown):
            self._ask(self.zone, "")
            return
        self.zone.show_zone(answers.zone)
        self._shown_zone = answers.zone
        words = self.tr("In which &zone is “{time}”?")
        self._ask(self.zone, words.format(time=asked.examples[0]))

    def _choose_sheet(self) -> None:
        """Forget what another sheet left open."""
        self._asked.clear()
        self._said = {self.sheet}
        self.sheet_chosen.emit()

    def _say(self, field: QWidget, _index: int = 0) -> None:
        self._said.add(field)
        self.changed.emit()

    def _take_zone(self) -> None:
        if self.zone.zone() != self._shown_zone:
            self._shown_zone = self.zone.zone()
            self._say(self.zone)

    def _open(self, field: QWidget) -> bool:
        if field.isHidden():
            return False
        if field is self.zone:
            return not self.zone.zone()
        if field is self.session:
            return self._needs_session and self.session_id is None
        return isinstance(field, CalmComboBox) and field.currentData() is None

    def _add(self, field: QWidget) -> None:
        caption = QLabel()
        caption.setBuddy(field)
        caption.hide()
        field.hide()
        field.setMinimumWidth(self.fontMetrics().averageCharWidth() * _FEWEST_CHARACTERS)
        row = len(self._captions)
        self._captions[field] = caption
        self._grid.addWidget(caption, row, 0)
        self._grid.addWidget(field, row, 1)

    def _ask(self, field: QWidget, text: str) -> None:
        """Show a question, or none."""
        caption = self._captions[field]
        caption.setText(text)
        field.setAccessibleName(text.replace("&", ""))
        for each in (caption, field):
            each.setVisible(bool(text))


def _long(on: date) -> str:
    return QLocale().toString(QDate(on.year, on.month, on.day))
