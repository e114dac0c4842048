"""Bringing reports of who came into an event: seen at once, asked about, imported, told."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.attendance.report_outcome import ReportOutcome
from cpd_desktop.ui.attendance.report_reading import ReportForEvent
from cpd_desktop.ui.attendance.report_view import ReportView
from cpd_desktop.ui.attendance.report_words import rows_words, what_it_is
from cpd_desktop.ui.attendance.report_working import WorkLine
from cpd_desktop.ui.dropped_files import table_file
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QDragEnterEvent, QDropEvent
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.ui.attendance.report_reading import BroughtIn, ReportLook
    from cpd_desktop.ui.desk import Desk

WIDTH_CHARACTERS = 120
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
        self._importing = False
        self.setWindowTitle(self.tr("Import a report of who came"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.heading = label("", "heading", data=True)
        self.summary = label("", "muted", data=True)
        self.view = ReportView()
        self.working = WorkLine()
        self.note = Note()
        self.outcome = ReportOutcome()
        self.marks_button = button(self.tr("It is a list of who &did something…"), "quiet")
        self.cancel_button = button(self.tr("Cancel"))
        self.import_button = button("", "primary")
        self.next_button = button("", "primary")

        self._lay_out()

        self.view.changed.connect(self._read)
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

    def _lay_out(self) -> None:
        self.import_button.setDefault(True)
        self._name(self.marks_button, self.marks_button.text())
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.view)
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
        layout.addWidget(self.note)
        layout.addWidget(self.working)
        layout.addWidget(self.outcome)
        layout.addWidget(self._area, 1)
        layout.addLayout(buttons)

    def _fit(self) -> None:
        """Take as much room as there is to show, and the screen has."""
        room = self.screen().availableGeometry().size() * ROOM
        wide = min(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS, room.width())
        wide = max(wide, self.width())
        layout, inside = self.layout(), self.view.layout()
        assert layout is not None  # noqa: S101 - both were laid out
        assert inside is not None  # noqa: S101 - both were laid out
        self.resize(wide, self.height())
        layout.activate()
        high = layout.totalHeightForWidth(wide)
        if not self._area.isHidden():
            high = (
                self.height() - self._area.height() + inside.totalHeightForWidth(self._area.width())
            )
        self.resize(wide, min(high, room.height()))

    # The file, read

    def _begin(self) -> None:
        """Read another file from the start."""
        self.view.begin()
        self.outcome.hide()
        self._area.show()
        self.next_button.hide()
        self.import_button.show()
        self._name(self.import_button, self.tr("&Import"))
        self._name(self.cancel_button, self.tr("Cancel"))
        self.heading.setText(self._file.path.name)
        self._read()

    def _read(self) -> None:
        self.note.say("")
        self.import_button.setEnabled(False)
        self._take_answers()
        self._start(self._file.look, self.tr("The file is being read…"), self._show_look)

    def _take_answers(self) -> None:
        session, answers = self.view.questions.session_id, self.view.answers
        self._file = replace(self._file, session_id=session, answers=answers)

    def _show_look(self, look: ReportLook) -> None:
        outline = look.outline
        self.view.show_look(look)
        self._summarise(what_it_is(outline, look.event) if outline else "")
        self.marks_button.setVisible(outline is None or outline.report.origin in _WITHOUT_TIMES)
        text = self.tr("&Import")
        if outline is not None:
            text = self.tr("&Import {rows}").format(rows=rows_words(outline.report.rows))
        self._name(self.import_button, text)
        still_open = self.view.what_is_open()
        self.note.say(still_open)
        self.import_button.setEnabled(outline is not None and not still_open)
        if still_open:
            self.view.focus_open()
        elif self.focusWidget() in (None, self.cancel_button, self.marks_button):
            self.import_button.setFocus()
        self._fit()

    def _hide_look(self) -> None:
        self._summarise("")
        self.view.hide_rows()
        self.marks_button.hide()

    def _summarise(self, text: str) -> None:
        self.summary.setText(text)
        self.summary.setVisible(bool(text))

    @staticmethod
    def _name(made: QPushButton, text: str) -> None:
        made.setText(text)
        made.setAccessibleName(text.replace("&", ""))

    # What is done

    def _import(self) -> None:
        self._take_answers()  # a session may be proposed since
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
        self._area.hide()
        self.import_button.hide()
        self.outcome.show_outcome(told)
        self._name(self.cancel_button, self.tr("Close"))
        self.cancel_button.setFocus()
        if self._files:
            text = self.tr("&Next file: {name}").format(name=self._files[0].name)
            self._name(self.next_button, text)
            self.next_button.show()
            self.next_button.setFocus()
        self._fit()

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
        self._fit()

    def _end(self) -> None:
        self._importing = False
        self._let_change(on=True)

    def _let_change(self, *, on: bool) -> None:
        for each in (self.view, self.import_button, self.marks_button):
            each.setEnabled(on)
