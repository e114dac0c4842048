"""Bringing reports of who came into an event: seen at once, asked about, imported, told."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.reports.questions import Answers, ColumnsUnknown
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.lists import RowError
from cpd_desktop.ui.attendance.report_columns import STAY, WHO, ReportColumns
from cpd_desktop.ui.attendance.report_outcome import ReportOutcome
from cpd_desktop.ui.attendance.report_preview import ReportPreview
from cpd_desktop.ui.attendance.report_questions import ReportQuestions
from cpd_desktop.ui.attendance.report_reading import ReportForEvent
from cpd_desktop.ui.attendance.report_words import cautions, rows_words, what_it_is
from cpd_desktop.ui.attendance.report_working import WorkLine
from cpd_desktop.ui.dropped_files import table_file
from cpd_desktop.ui.import_errors import ErrorsTable
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.ui.attendance.report_reading import BroughtIn, ReportLook
    from cpd_desktop.ui.desk import Desk

WIDTH_CHARACTERS, HEIGHT_LINES = 120, 40
ROOM = 0.9
_WITHOUT_TIMES = frozenset({Origin.NAMES, Origin.SIGN_IN_SHEET})


class ReportDialog(QDialog):
    """Shows one file after the other as it is read, asks what is open, and brings it in.

    Open it with ``open()``; it reads by itself, and is deleted when it closes. ``marks_asked``
    says that a file is no report, but a list of who did something.
    """

    marks_asked = Signal(Path)

    def __init__(self, desk: Desk, parent: QWidget, event_id: int, files: Iterable[Path]) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event_id = event_id
        self._files = deque(files)
        self._file = ReportForEvent(desk.services, event_id, self._files.popleft())
        self._look: ReportLook | None = None
        self._importing = False
        self._columns_seen = False  # a guess about them is no answer
        self.setWindowTitle(self.tr("Import a report of who came"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.heading = label("", "heading", data=True)
        self.summary = label("", "muted", data=True)
        self.caution = label("")
        self.questions = ReportQuestions()
        self.columns_text = label(
            self.tr("Say what the columns tell; it is remembered for files with this header.")
        )
        self.columns = ReportColumns((*WHO, *STAY))
        self.columns_button = button(self.tr("The columns are &right"))
        self.preview_text = label(self.tr("The first rows, as they are understood"), "caption")
        self.preview = ReportPreview()
        self.problems_text = label("", "caption")
        self.problems = ErrorsTable()
        self.working = WorkLine()
        self.note = Note()
        self.outcome = ReportOutcome()
        self.marks_button = button(self.tr("It is a list of who &did something…"), "quiet")
        self.cancel_button = button(self.tr("Cancel"))
        self.import_button = button("", "primary")
        self.next_button = button("", "primary")

        self._furnish()
        self._lay_out()

        self.questions.changed.connect(self._read)
        self.questions.sheet_chosen.connect(self._read_sheet)
        self.columns.changed.connect(self._read_columns)
        self.columns_button.clicked.connect(self._read_columns)
        self.marks_button.clicked.connect(self._ask_for_marks)
        self.cancel_button.clicked.connect(self.reject)
        self.import_button.clicked.connect(self._import)
        self.next_button.clicked.connect(self._next)
        self._begin()

    def reject(self) -> None:
        """Close, unless a report is being imported: then stop that first."""
        if self._importing:
            self.working.stop()
        else:
            super().reject()

    def done(self, code: int) -> None:
        """Close, and let go of what still runs."""
        self.working.let_go()
        super().done(code)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be read."""
        if table_file(event.mimeData()) is not None and not self._importing:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read a file that is dropped here instead."""
        path = table_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._file = ReportForEvent(self._desk.services, self._event_id, path)
            self._begin()

    def _furnish(self) -> None:
        self.import_button.setDefault(True)
        self._caution = QFrame()
        self._caution.setProperty("role", "banner")
        self._caution.setProperty("tone", "warn")
        around = QVBoxLayout(self._caution)
        around.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        around.addWidget(self.caution)
        for made in (self.marks_button, self.columns_button):
            self._name(made, made.text())

    def _lay_out(self) -> None:
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, GRID, 0)
        inside.setSpacing(GRID)
        inside.addWidget(self._caution)
        inside.addWidget(self.questions)
        inside.addWidget(self.columns_text)
        inside.addWidget(self.columns, 2)
        inside.addWidget(self.columns_button, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addWidget(self.preview_text)
        inside.addWidget(self.preview, 3)
        inside.addWidget(self.problems_text)
        inside.addWidget(self.problems, 2)
        inside.addWidget(self.outcome)
        inside.addStretch(0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(self._body)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        buttons.addWidget(self.marks_button)
        buttons.addStretch(1)
        for each in (self.cancel_button, self.import_button, self.next_button):
            buttons.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.heading)
        layout.addWidget(self.summary)
        layout.addWidget(area, 1)
        layout.addWidget(self.working)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size() * ROOM
        self.resize(
            min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width()),
            min(metrics.lineSpacing() * HEIGHT_LINES, room.height()),
        )

    # The file, read

    def _begin(self) -> None:
        """Read another file from the start."""
        self.questions.forget()
        self.columns.forget()
        self._columns_seen = False
        self._hide_look()
        hidden: tuple[QWidget, ...] = (
            self.outcome,
            self.columns_text,
            self.columns_button,
            self.next_button,
        )
        for each in hidden:
            each.hide()
        self.import_button.show()
        self._name(self.import_button, self.tr("&Import"))
        self._name(self.cancel_button, self.tr("Cancel"))
        self.heading.setText(self._file.path.name)
        self._read()

    def _read_columns(self) -> None:
        self._columns_seen = True
        self._read()

    def _read_sheet(self) -> None:
        self.columns.forget()
        self._columns_seen = False
        self._read()

    def _read(self) -> None:
        self._look = None
        self.note.say("")
        self.import_button.setEnabled(False)
        columns = self.columns.answer() if self._columns_seen else None
        answers = self.questions.answered(Answers(columns=columns))
        session = self.questions.session_id
        self._file = replace(self._file, session_id=session, answers=answers)
        self._start(self._file.look, self.tr("The file is being read…"), self._show_look)

    def _show_look(self, look: ReportLook) -> None:
        self._look = look
        outline = look.outline
        self.questions.show_look(look)
        for asked in look.looked.asked:
            if isinstance(asked, ColumnsUnknown):
                self.columns.show_question(asked, look.looked.answers.columns)
        self.columns_text.setVisible(not self.columns.isHidden())
        unseen = look.looked.answers.columns is None
        self.columns_button.setVisible(unseen and not self.columns.isHidden())
        self.summary.setText(what_it_is(outline, look.event) if outline else "")
        self._show_cautions(look)
        for each in (self.preview_text, self.preview):
            each.setVisible(outline is not None)
        if outline is not None:
            self.preview.show_outline(outline, look.event.zone)
        self._show_problems(look)
        self.marks_button.setVisible(outline is None or outline.report.origin in _WITHOUT_TIMES)
        self._offer()

    def _hide_look(self) -> None:
        self.summary.setText("")
        for each in (self._caution, self.preview_text, self.preview, self.problems_text,
                     self.problems, self.marks_button):  # fmt: skip
            each.hide()

    @staticmethod
    def _name(made: QPushButton, text: str) -> None:
        made.setText(text)
        made.setAccessibleName(text.replace("&", ""))

    def _show_cautions(self, look: ReportLook) -> None:
        said = cautions(look)
        self.caution.setText("\n".join(said))
        self._caution.setVisible(bool(said))

    def _show_problems(self, look: ReportLook) -> None:
        rejected = look.outline.rejected if look.outline else ()
        self.problems.show_errors(
            [RowError(each.row, each.column, each.reason) for each in rejected]
        )
        self.problems_text.setVisible(bool(rejected))
        self.problems_text.setText(
            self.tr("They are imported as they are, and wait for somebody to leave them out:")
        )

    def _offer(self) -> None:
        """Offer to import as soon as nothing is open."""
        look = self._look
        outline = look.outline if look else None
        text = self.tr("&Import")
        if outline is not None:
            text = self.tr("&Import {rows}").format(rows=rows_words(outline.report.rows))
        self._name(self.import_button, text)
        ready = outline is not None and self.questions.complete
        self.import_button.setEnabled(ready)
        if look is not None and not ready:
            self.note.say(self._what_is_open())
            self.questions.focus_open()

    def _what_is_open(self) -> str:
        if not self.columns.isHidden() and not self.columns.tells_people:
            return self.tr("Say which column tells the names or the addresses.")
        if not self.questions.complete:
            return self.tr("Answer what is open above. Nothing is imported before.")
        return self.tr("The columns do not tell yet who was there, or for how long.")

    # What is done

    def _import(self) -> None:
        self._importing = True
        self._let_change(on=False)
        name = self._file.path.name
        job = self._desk.operations.carry_out(
            self._file.bring_in,
            origin=self,
            text=self.tr("Report “{name}” imported").format(name=name),
            then=self._imported,
            otherwise=self._failed,
        )
        self.working.follow(job, self.tr("Importing…"))
        job.cancelled.connect(self._stopped)

    def _imported(self, told: BroughtIn) -> None:
        self._end()
        if told.taken.report is None:
            self._read()  # it leaves something open after all
            return
        self._hide_look()
        for each in (self.questions, self.columns_text, self.columns, self.columns_button,
                     self.import_button):  # fmt: skip
            each.hide()
        self.outcome.show_outcome(told)
        self._name(self.cancel_button, self.tr("Close"))
        self.cancel_button.setFocus()
        if self._files:
            text = self.tr("&Next file: {name}").format(name=self._files[0].name)
            self._name(self.next_button, text)
            self.next_button.show()
            self.next_button.setFocus()

    def _next(self) -> None:
        self._file = ReportForEvent(self._desk.services, self._event_id, self._files.popleft())
        self._begin()

    def _ask_for_marks(self) -> None:
        self.marks_asked.emit(self._file.path)
        self.reject()

    # Whatever runs

    def _start(self, call: Any, words: str, then: Any) -> None:
        job = self._desk.jobs.run(call)
        self.working.follow(job, words)
        job.succeeded.connect(then)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._stopped)

    def _stopped(self) -> None:
        self._end()
        self.note.say(self.tr("Stopped. Nothing was imported."))
        self.import_button.setEnabled(True)  # nobody must see it read first

    def _failed(self, error: Exception) -> None:
        self._end()
        self._hide_look()
        self.import_button.setEnabled(False)
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            told = explain(error)
            self.note.say(f"{told.says} {told.advice}", "bad")

    def _end(self) -> None:
        self._importing = False
        self._let_change(on=True)

    def _let_change(self, *, on: bool) -> None:
        for each in (self.questions, self.columns, self.import_button, self.marks_button):
            each.setEnabled(on)
