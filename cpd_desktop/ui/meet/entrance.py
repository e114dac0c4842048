"""How people get in to a meeting: the fields, and what each choice means."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit

from cpd_desktop.domain.meetings import Approval, Kind, MeetingSettings, Recorded
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.meet.words import approval_words, recorded_words
from cpd_desktop.ui.widgets import GRID, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.ui.form import FormDialog

WAITING_ROOM, AT_ONCE, AFTER_HOST = range(3)


class Entrance(QObject):
    """Puts the fields into a form, and reads them again as settings.

    Problems are shown under the names of the fields of ``MeetingSettings``.
    """

    def __init__(self, form: FormDialog, settings: MeetingSettings) -> None:
        super().__init__(form)
        self._form = form
        self._kept = settings
        self.approval = CalmComboBox()
        for each in Approval:
            self.approval.addItem(approval_words(each), each)
        self.approval_says = _explanation()
        self.emails = QCheckBox(self.tr("Report the e-mail addresses of people who sign in"))
        self.door = CalmComboBox()
        self.door.addItems(
            [
                self.tr("A waiting room"),
                self.tr("Straight in, also before me"),
                self.tr("Straight in, once I am there"),
            ]
        )
        self.door_says = _explanation()
        self.passcode = QLineEdit(settings.passcode)
        self.passcode.setPlaceholderText(self.tr("Zoom chooses one"))
        self.hosts = QLineEdit(", ".join(settings.alternative_hosts))
        self.hosts.setPlaceholderText(self.tr("E-mail addresses with a Zoom licence"))
        self.recorded = CalmComboBox()
        for where in Recorded:
            self.recorded.addItem(recorded_words(where), where)

        self._lay_out()

        self.approval.setCurrentIndex(list(Approval).index(settings.approval))
        self.emails.setChecked(settings.emails_in_report)
        self.door.setCurrentIndex(_door(settings))
        self.recorded.setCurrentIndex(list(Recorded).index(settings.recorded))
        self.approval.currentIndexChanged.connect(self._explain)
        self.door.currentIndexChanged.connect(self._explain)
        self._explain()

    def show_kind(self, kind: Kind) -> None:
        """Show the fields that a meeting or a webinar has: a webinar has no waiting room."""
        captions = (each for each in self._form.findChildren(QLabel) if each.buddy() is self.door)
        for each in (self.door, self.door_says, *captions):
            each.setVisible(kind is Kind.MEETING)

    def settings(self) -> MeetingSettings:
        """Return what was entered, not yet checked."""
        hosts = (each.strip() for each in self.hosts.text().replace(";", ",").split(","))
        return replace(
            self._kept,
            approval=Approval(self.approval.currentData()),
            emails_in_report=self.emails.isChecked(),
            waiting_room=self.door.currentIndex() == WAITING_ROOM,
            join_before_host=self.door.currentIndex() == AT_ONCE,
            passcode=self.passcode.text().strip(),
            alternative_hosts=tuple(each for each in hosts if each),
            recorded=Recorded(self.recorded.currentData()),
        )

    def _lay_out(self) -> None:
        form = self._form
        form.add_field("approval", self.tr("&Registration at Zoom"), self.approval)
        self._add_below(self.approval_says)
        form.add_field("join_before_host", self.tr("People come &in through"), self.door)
        self._add_below(self.door_says)
        form.add_field("passcode", self.tr("&Passcode"), self.passcode)
        form.add_field("alternative_hosts", self.tr("Alternative &hosts"), self.hosts)
        form.add_field("recorded", self.tr("Re&cording"), self.recorded)
        form.add_field("emails_in_report", "", self.emails)
        self.emails.setAccessibleName(self.emails.text())

    def _add_below(self, says: QLabel) -> None:
        self._form.rows.addWidget(says, self._form.rows.rowCount(), 1)

    def _explain(self, *_: Any) -> None:
        """Say what the choices mean, and what is lost."""
        lost = self.settings().lost
        usual = self.tr(
            "Recommended: each person gets a join link of their own, by which the report names them"
            " without doubt."
        )
        self.approval_says.setText(in_words(lost) if lost else usual)
        restyle(self.approval_says, tone="warn" if lost else "neutral")
        self.door_says.setText(
            (
                self.tr("You let people in, one by one or all at once. Nobody talks before you."),
                self.tr("The meeting runs as soon as somebody opens it, with or without you."),
                self.tr("Who comes early waits until you start the meeting, then all come in."),
            )[self.door.currentIndex()]
        )


def _door(settings: MeetingSettings) -> int:
    if settings.waiting_room:
        return WAITING_ROOM
    return AT_ONCE if settings.join_before_host else AFTER_HOST


def _explanation() -> QLabel:
    made = label("", "caption")
    made.setContentsMargins(0, 0, 0, GRID)
    return made
