"""Noting what the people on a list did: a quiz, an evaluation, answers to polls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.reports.questions import Answers, ColumnsUnknown
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.attendance.report_columns import WHO, ReportColumns
from cpd_desktop.ui.attendance.report_reading import MarksForEvent
from cpd_desktop.ui.attendance.report_words import kind_words, rows_words
from cpd_desktop.ui.attendance.report_working import WorkLine
from cpd_desktop.ui.calm import CalmComboBox
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.services.attendance.mark_import import MarksTold
    from cpd_desktop.ui.desk import Desk

WIDTH_CHARACTERS, HEIGHT_LINES = 90, 30
ROOM = 0.9
_KINDS = (MarkKind.EVALUATION, MarkKind.QUIZ, MarkKind.INTERACTIONS, MarkKind.ASSIGNMENT)


class MarkListDialog(QDialog):
    """Tries a list without noting anything, says who is not certain, and notes the others.

    Open it with ``open()``; it is deleted when it closes.
    """

    def __init__(self, desk: Desk, parent: QWidget, event_id: int, path: Path) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event_id = event_id
        self._path = path
        self._told: MarksTold | None = None
        self._noting = False
        self.setWindowTitle(self.tr("Import a list of who did something"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = label(path.name, "heading", data=True)
        self._caption = QLabel(self.tr("The people on it have &done"))
        self.kind = CalmComboBox()
        self.explained = label("", "muted")
        self.columns = ReportColumns(WHO)
        self.sum = label("")
        self.unknown_text = label(
            self.tr("Of these nothing is noted, as it is not certain who they are:"), "caption"
        )
        self.unknown = QListWidget()
        self.working = WorkLine()
        self.note = Note()
        self.cancel_button = button(self.tr("Cancel"))
        self.note_button = button(self.tr("&Note it"), "primary")

        self._furnish()
        self._lay_out()

        self.kind.activated.connect(self._rehearse)
        self.columns.answered.connect(self._rehearse)
        self.cancel_button.clicked.connect(self.reject)
        self.note_button.clicked.connect(self._note)

    def reject(self) -> None:
        """Close, unless it is being noted: then stop that first."""
        if self._noting:
            self.working.stop()
        else:
            super().reject()

    def done(self, code: int) -> None:
        """Close, and let go of what still runs."""
        self.working.let_go()
        super().done(code)

    def _furnish(self) -> None:
        self.kind.addItem(self.tr("Choose"), None)
        for each in _KINDS:
            self.kind.addItem(kind_words(each), each)
        self.kind.setMinimumContentsLength(max(len(kind_words(each)) for each in _KINDS))
        self._caption.setBuddy(self.kind)
        self.kind.setAccessibleName(self._caption.text().replace("&", ""))
        self.unknown.setAccessibleName(self.unknown_text.text())
        self.unknown.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.cancel_button.setAccessibleName(self.cancel_button.text())
        self.note_button.setDefault(True)
        self._show(None)
        self.note.say(self.tr("Choose what they have done."))

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.setSpacing(GRID * 2)
        asking.addWidget(self._caption)
        asking.addWidget(self.kind)
        asking.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.note_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addLayout(asking)
        for each in (self.explained, self.columns):
            layout.addWidget(each)
        for each in (self.sum, self.unknown_text):
            layout.addWidget(each)
        layout.addWidget(self.unknown, 2)
        layout.addWidget(self.working)
        layout.addWidget(self.note)
        layout.addStretch(0)
        layout.addLayout(buttons)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size() * ROOM
        self.resize(
            min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width()),
            min(metrics.lineSpacing() * HEIGHT_LINES, room.height()),
        )

    @property
    def _list(self) -> MarksForEvent:
        answers = Answers(columns=self.columns.answer())
        kind = MarkKind(self.kind.currentData())
        return MarksForEvent(self._desk.services, self._event_id, self._path, kind, answers)

    # What would be noted

    def _rehearse(self) -> None:
        self._show(None)
        self.note.say("")
        self.working.let_go()
        if self.kind.currentData() is None:
            self.note.say(self.tr("Choose what they have done."))
            return
        self.explained.setText(self._explained(MarkKind(self.kind.currentData())))
        self._try(self._list.rehearse, self._rehearsed)

    def _try(self, call: Any, then: Any) -> None:
        job = self._desk.jobs.run(call)
        self.working.follow(job, self.tr("Trying it, without noting anything…"))
        job.succeeded.connect(then)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)

    def _explained(self, kind: MarkKind) -> str:
        if kind is MarkKind.INTERACTIONS:
            return self.tr("Each row counts as one answer or code of the person it names.")
        if kind is MarkKind.QUIZ:
            return self.tr("Everybody on it counts as passed. Take out first who did not pass.")
        return self.tr("Everybody on it counts.")

    def _rehearsed(self, told: MarksTold) -> None:
        for asked in told.questions:
            if isinstance(asked, ColumnsUnknown):
                self.columns.show_question(asked, self.columns.answer())
                text = self.tr("Look at what the columns tell. Nothing is noted before.")
                self.note.say(text)
            else:
                self.note.say(in_words(asked.sentence()), "bad")
        self._show(None if told.questions else told)

    def _show(self, told: MarksTold | None) -> None:
        self._told = told
        count = told.noted if told else 0
        text = self.tr("&Note it of %n person(s)", "", count) if count else self.tr("&Note it")
        self.note_button.setText(text)
        self.note_button.setAccessibleName(text.replace("&", ""))
        self.note_button.setEnabled(count > 0)
        self.sum.setVisible(told is not None)
        unknown = told.unknown if told else ()
        self.unknown.clear()
        self.unknown.addItems([name or self.tr("Without a name") for name in unknown])
        for each in (self.unknown_text, self.unknown):
            each.setVisible(bool(unknown))
        if told is not None:
            text = self.tr("{rows}: {certain}, {uncertain}").format(
                rows=rows_words(told.read),
                certain=self.tr("%n person(s) certain", "", count),
                uncertain=self.tr("%n not certain", "", len(unknown)),
            )
            self.sum.setText(text)

    # What is done

    def _note(self) -> None:
        assert self._told is not None  # noqa: S101 - else the button is off
        self._noting = True
        self._let_change(on=False)
        count = self.tr("%n person(s)", "", self._told.noted)
        text = self.tr("{what}: noted of {people}")
        kind = kind_words(MarkKind(self.kind.currentData()))
        job = self._desk.operations.carry_out(
            self._list.bring_in,
            origin=self,
            text=text.format(what=kind, people=count),
            then=self._noted,
            otherwise=self._failed,
        )
        self.working.follow(job, self.tr("Noting it…"))
        job.cancelled.connect(self._stopped)

    def _noted(self, _told: MarksTold) -> None:
        self._end()
        self.accept()

    def _stopped(self) -> None:
        self._end()
        self.note.say(self.tr("Stopped. Nothing was noted."))

    def _failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            told = explain(error)
            self.note.say(f"{told.says} {told.advice}", "bad")

    def _end(self) -> None:
        self._noting = False
        self._let_change(on=True)

    def _let_change(self, *, on: bool) -> None:
        for each in (self.kind, self.columns):
            each.setEnabled(on)
        self.note_button.setEnabled(on and self._told is not None and self._told.noted > 0)
