"""How somebody who is registered stands, and why: every reason, connection and decision."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.reconciliation import Fate
from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.ui.attendance.words import (
    TONES,
    connection_words,
    number_words,
    result_words,
)
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, chip, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QPushButton

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.lines import Line


class PersonPanel(QWidget):
    """Explains a result; ``override_asked`` wants another, ``change_asked`` says it was not them.

    ``doubt_asked`` leads to the participant who keeps it open.
    """

    override_asked = Signal()
    change_asked = Signal(str)
    doubt_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.name = label("", "heading", data=True)
        self.told = label("", "caption", data=True)
        self.result = chip("")
        self.time = label("", "muted")
        self.reasons = label("", data=True)
        self.credits = label("", data=True)
        self.sessions = label("", "caption", data=True)
        self.override = button(self.tr("Override…"))
        self.doubt = button("", "primary")
        self.evidence = label("", data=True)
        self.connections = label("", "caption", data=True)
        self.changes: list[QPushButton] = []
        self._others = FlowRow()
        self._doubt_key = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for each in (self.name, self.told, self.result, self.time, self.reasons, self.credits):
            layout.addWidget(each)
        layout.addWidget(self.sessions)
        layout.addLayout(FlowRow(self.doubt, self.override))
        self._known = label(self.tr("How we know"), "heading")
        for each in (self._known, self.evidence, self.connections):
            layout.addWidget(each)
        layout.addLayout(self._others)
        layout.addStretch(1)
        self.override.setAccessibleName(self.tr("Override the result"))

        self.override.clicked.connect(self.override_asked)
        self.doubt.clicked.connect(self._ask_about_doubt)

    def show_line(self, line: Line, content: AttendanceContent) -> None:
        """Show a person's result."""
        person = line.person
        if person is None:
            return
        registrant = person.place.registrant
        self.name.setText(registrant.name)
        self.told.setText(" · ".join(filter(None, (person.place.reference, registrant.email))))
        self.result.setText(result_words(line, content.event))
        restyle(self.result, tone=TONES[line.standing])
        self.result.adjustSize()
        self._show_time(person)
        _say(self.reasons, "\n".join(in_words(each) for each in person.reasons))
        _say(self.credits, "\n".join(self._credits(person)))
        several = len(person.stays) > 1
        _say(self.sessions, "\n".join(self._sessions(person)) if several else "")
        _say(self.evidence, "\n".join(in_words(each) for each in person.evidence))
        _say(self.connections, "\n".join(connection_words(line.rows, content.event)))
        self._known.setVisible(bool(person.evidence or line.rows))
        self._show_doubt(person, content)
        self._show_changes(person)

    def _show_time(self, person: PersonAttendance) -> None:
        outcome = person.outcome
        text = self.tr("{minutes} of {most} minutes, {percent} %")
        most = number_words(outcome.most // MINUTE)
        minutes = number_words(outcome.minutes)
        self.time.setText(text.format(minutes=minutes, most=most, percent=outcome.percent))

    def _credits(self, person: PersonAttendance) -> list[str]:
        found: list[str] = []
        for each in person.results:
            if not each.line.type:
                continue
            earned = each.outcome.eligible
            amount = CreditLine(each.line.type, each.outcome.credit) if earned else each.line
            text = self.tr("✓ Earns {credit}") if earned else self.tr("✕ Does not earn {credit}")
            found.append(text.format(credit=str(amount)))
            if len(person.results) > 1 and not earned:
                found += [f"    {in_words(says)}" for says in each.outcome.reasons]
        return found

    def _sessions(self, person: PersonAttendance) -> list[str]:
        text = self.tr("{session}: {minutes} of {most} min")
        return [
            text.format(
                session=each.sitting.title or number_words(number),
                minutes=number_words(each.seconds // MINUTE),
                most=number_words(each.most // MINUTE),
            )
            for number, each in enumerate(person.stays, 1)
        ]

    def _show_doubt(self, person: PersonAttendance, content: AttendanceContent) -> None:
        findings = content.found.findings.findings if content.found else ()
        about = [
            each
            for each in findings
            if each.fate is Fate.REVIEW
            and any(one.registration == person.registration for one in each.suggestions)
        ]
        self.doubt.setVisible(bool(about))
        if about:
            told = about[0].participant
            self._doubt_key = told.key
            shown = next(iter((*told.names, *told.addresses, *told.phones)), told.key)
            text = self.tr("Decide about “{name}”").format(name=shown)
            self.doubt.setText(text.replace("&", "&&"))
            self.doubt.setAccessibleName(text)

    def _show_changes(self, person: PersonAttendance) -> None:
        for each in self.changes:
            each.hide()
            each.deleteLater()
        self.changes = []
        for finding in person.findings:
            told = finding.participant
            shown = next(iter((*told.names, *told.addresses, *told.phones)), told.key)
            text = self.tr("“{name}” is somebody else…").format(name=shown)
            made = button(text.replace("&", "&&"), "quiet")
            made.setAccessibleName(text)
            made.clicked.connect(partial(self._ask_to_change, told.key))
            self._others.addWidget(made)
            self.changes.append(made)

    def _ask_about_doubt(self) -> None:
        self.doubt_asked.emit(self._doubt_key)

    def _ask_to_change(self, key: str, *_clicked: bool) -> None:
        self.change_asked.emit(key)


def _say(shown: QLabel, text: str) -> None:
    shown.setText(text)
    shown.setVisible(bool(text))
