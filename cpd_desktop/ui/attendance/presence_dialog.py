"""The form that notes by hand who was in a session: all of it, a part of it, or not."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.attendance.sightings import Seen, meant_by
from cpd_desktop.domain.attendance.stays import MINUTE
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.dates import span
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cpd_desktop.domain.attendance.event_attendance import PersonAttendance
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session

MOST_NAMED = 5
ALL, PART, NOT_THERE, UNSAID = range(4)


class PresenceDialog(FormDialog):
    """Asks about one or several people; ``offered`` carries the session, what was seen, and why.

    Nothing seen means that what was said so far is unsaid.
    """

    offered = Signal(int, object, str)

    def __init__(
        self,
        parent: QWidget,
        event: Event,
        people: Sequence[PersonAttendance],
        session_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._event = event
        self._people = people
        self.setWindowTitle(self.tr("Who was there: %n person(s)", "", len(people)))
        self.rows.addWidget(label(named(people), "heading", data=True), 0, 0, 1, 2)
        self.session = CalmComboBox()
        for each in event.sessions:
            self.session.addItem(each.title, each.id)
        self.session.setCurrentIndex(max(0, self.session.findData(session_id)))
        self.known = label("", "caption")
        self.answers = QButtonGroup(self)
        inside = QVBoxLayout()
        inside.setSpacing(0)
        for number, text in enumerate(
            (
                self.tr("&All of the time"),
                self.tr("For a &part of it:"),
                self.tr("&Not at all"),
                self.tr("&Go by reports and check-ins again"),
            )
        ):
            made = QRadioButton(text)
            self.answers.addButton(made, number)
            inside.addWidget(made)
        self.came = _clock(self.tr("From"))
        self.left = _clock(self.tr("To"))
        self._part = self._times()
        inside.insertWidget(2, self._part)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Such as: signed the list at the door"))

        self.add_field("session", self.tr("&Session"), self.session)
        self.rows.addWidget(self.known, self.rows.rowCount(), 1)
        self.add_rows("part", self.tr("Was there"), inside)
        self.add_field("why", self.tr("&Reason"), self.why)
        self.why.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)

        self.session.currentIndexChanged.connect(self._show_session)
        self.answers.idToggled.connect(self._show_answer)
        self._show_session()
        self.why.setFocus()

    def offer(self) -> None:
        """Hand over what was seen, if it can be and says why."""
        try:
            seen = self._seen()
        except Invalid as error:
            self.show_problems({"part": next(iter(error.problems.values()))})
            return
        if seen is not None and self.show_problems(self._problems_of(seen)):
            return
        self.offered.emit(self._chosen.id, seen, self.why.text().strip())
        self.accept()

    @property
    def _chosen(self) -> Session:
        return self._event.sessions[self.session.currentIndex()]

    def _seen(self) -> Seen | None:
        answer, session = self.answers.checkedId(), self._chosen
        if answer == UNSAID:
            return None
        if answer != PART:
            return Seen(absent=answer == NOT_THERE)
        zone = self._event.zone
        came, left = (meant_by(_shown(each), session, zone) for each in (self.came, self.left))
        return Seen(
            None if came == session.starts else came, None if left == session.ends else left
        )

    def _problems_of(self, seen: Seen) -> dict[str, Sentence]:
        """Return what is wrong; both moments have one place for it."""
        found = seen.problems(self._chosen, self._event.zone, self.why.text())
        return {"why" if name == "why" else "part": says for name, says in found.items()}

    def _times(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(GRID * 4, 0, 0, GRID // 2)
        row.setSpacing(GRID)
        for caption, field in ((self.tr("&From"), self.came), (self.tr("&to"), self.left)):
            words = QLabel(caption)
            words.setBuddy(field)
            row.addWidget(words)
            row.addWidget(field)
        row.addStretch(1)
        return made

    def _show_session(self) -> None:
        """Begin with what is known of this session."""
        session, zone = self._chosen, self._event.zone
        said = [
            each
            for person in self._people
            for each in person.place.sightings
            if each.session == session.id
        ]
        seen = said[0].seen if said else Seen()
        self._show_at(self.came, seen.came or session.starts, zone)
        self._show_at(self.left, seen.left or session.ends, zone)
        answer = NOT_THERE if seen.absent else PART if seen.in_part else ALL
        self.answers.button(answer).setChecked(True)
        self.answers.button(UNSAID).setEnabled(bool(said))
        self.why.setText(said[0].why if len({each.why for each in said}) == 1 else "")
        when = span(session.starts, session.ends, zone)
        self.known.setText(f"{when}. {self._counted(session)}")
        self._show_answer()

    def _show_answer(self) -> None:
        answer = self.answers.checkedId()
        self._part.setEnabled(answer == PART)
        self.why.setEnabled(answer != UNSAID)
        self.accept_button.setText(
            self.tr("Take back for %n", "", len(self._people))
            if answer == UNSAID
            else self.tr("Note for %n", "", len(self._people))
        )

    def _counted(self, session: Session) -> str:
        """Return what counts so far."""
        stays = [
            stay
            for person in self._people
            for stay in person.stays
            if stay.sitting.id == session.id
        ]
        if len(stays) == 1:
            text = self.tr("So far {minutes} of {most} minutes count.")
            return text.format(minutes=stays[0].seconds // MINUTE, most=stays[0].most // MINUTE)
        there = sum(bool(stay.seconds) for stay in stays)
        return self.tr("So far counted as there: %n of them.", "", there)

    def _show_at(self, field: QTimeEdit, at: datetime, zone: str) -> None:
        wall = wall_time(at, zone)
        field.setTime(QTime(wall.hour, wall.minute))


def named(people: Sequence[PersonAttendance]) -> str:
    """Return whom a form is about, at most a few by name."""
    told = ", ".join(each.place.registrant.name for each in people[:MOST_NAMED])
    further = len(people) - MOST_NAMED
    if further <= 0:
        return told
    return in_words(Sentence("PresenceDialog", "{names} and %n more").filled(n=further, names=told))


def _clock(name: str) -> QTimeEdit:
    made = QTimeEdit()
    made.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
    made.setAccessibleName(name)
    # The stylesheet's padding does not reach the line inside.
    made.lineEdit().setTextMargins(GRID, 0, 0, 0)
    made.setMinimumWidth(made.fontMetrics().horizontalAdvance("00:00 PM") + 7 * GRID)
    return made


def _shown(field: QTimeEdit) -> time:
    at = field.time()
    return time(at.hour(), at.minute())
