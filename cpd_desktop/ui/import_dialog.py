"""Bringing a list of people into an event: look, try it without changing anything, register."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError, Invalid
from cpd_desktop.domain.lists import unclear_dates
from cpd_desktop.domain.registrations import Entered
from cpd_desktop.domain.written_dates import DateOrder, date_in
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.import_columns import ColumnsTable
from cpd_desktop.ui.import_errors import ErrorsTable
from cpd_desktop.ui.import_options import ReadOptions
from cpd_desktop.ui.import_reading import ListForEvent, ListSource, write_errors
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import explain, in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.lists import ColumnMap, Told
    from cpd_desktop.services.work import Progress
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.import_reading import FirstLook
    from cpd_desktop.ui.jobs import Job

WIDTH_CHARACTERS, HEIGHT_LINES = 130, 44
ROOM = 0.9
REHEARSED_AFTER = 300
_STEPS = 1000


class ImportDialog(QDialog):
    """Shows a file or pasted text as it is read, tells what would be done, and does it.

    Open it with ``open()``; it reads by itself, and is deleted when it closes.
    """

    def __init__(self, desk: Desk, parent: QWidget, event_id: int, source: Path | str) -> None:
        super().__init__(parent)
        self._desk = desk
        self._list = ListForEvent(desk.services, event_id, ListSource(source))
        self._look: FirstLook | None = None
        self._told: Told | None = None
        self._job: Job | None = None
        self._registering = False
        self._pause = QTimer(self, singleShot=True, interval=REHEARSED_AFTER)
        self.setWindowTitle(self.tr("Register the people on a list"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.heading = label("", "heading", data=True)
        self.options = ReadOptions()
        self.table = ColumnsTable()
        self.question = QLabel()
        self.dates = QComboBox()
        self.outcome = label("")
        self.progress = QProgressBar()
        self.stop_button = button(self.tr("&Stop"))
        self.errors = ErrorsTable()
        self.save_button = button(self.tr("Save this &list of errors…"))
        self.note = Note()
        self.cancel_button = button(self.tr("Cancel"))
        self.register_button = button("", "primary")

        self._furnish()
        self._lay_out()

        self.options.changed.connect(self._read_otherwise)
        self.table.changed.connect(self._columns_changed)
        self.dates.activated.connect(self._choose_order)
        self._pause.timeout.connect(self._rehearse)
        self.stop_button.clicked.connect(self._stop)
        self.save_button.clicked.connect(self._ask_where)
        self.cancel_button.clicked.connect(self.reject)
        self.register_button.clicked.connect(self._register)
        self._read()

    def reject(self) -> None:
        """Close, unless people are being registered: then stop that first."""
        if self._registering:
            self._stop()
        else:
            super().reject()

    def done(self, code: int) -> None:
        """Close, and let go of what still runs."""
        self._drop_job()
        super().done(code)

    def _furnish(self) -> None:
        self.progress.setTextVisible(False)
        self.progress.setRange(0, _STEPS)
        self.progress.setAccessibleName(self.tr("Progress"))
        self.question.setBuddy(self.dates)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.register_button.setDefault(True)
        for each in (self.stop_button, self.save_button, self.cancel_button):
            each.setAccessibleName(each.text().replace("&", ""))
        path = self._list.source.path
        self.heading.setText(path.name if path else self.tr("Pasted list"))

    def _lay_out(self) -> None:
        self._dates_row = QWidget()
        asking = QHBoxLayout(self._dates_row)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self.question)
        asking.addWidget(self.dates)
        asking.addStretch(1)
        working = QHBoxLayout()
        working.addWidget(self.outcome, 1)
        working.addWidget(self.progress)
        working.addWidget(self.stop_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.register_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        for each in (self.heading, self.options):
            layout.addWidget(each)
        layout.addWidget(self.table, 3)
        layout.addWidget(self._dates_row)
        layout.addLayout(working)
        layout.addWidget(self.note)
        layout.addWidget(self.errors, 2)
        layout.addStretch(0)
        layout.addLayout(buttons)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size() * ROOM
        self.resize(
            min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width()),
            min(metrics.lineSpacing() * HEIGHT_LINES, room.height()),
        )
        self._show_told(None)
        self._dates_row.hide()
        self.table.hide()

    # The list, read

    def _read_otherwise(self) -> None:
        self._list = replace(self._list, source=self.options.applied(self._list.source))
        self._read()

    def _read(self) -> None:
        self._pause.stop()
        self._look = None
        self._show_told(None)
        self._start(self._list.look, self._show_look, self.tr("The list is being read…"))

    def _show_look(self, look: FirstLook) -> None:
        self._end_job()
        self._look = look
        self.options.show_source(look.source, pasted=self._list.source.path is None)
        self.table.show_look(look)
        self.table.show()
        self._show_dates()
        self._rehearse()

    def _columns_changed(self) -> None:
        self._drop_job()
        self._show_told(None)
        self._show_dates()
        self._pause.start()

    def _show_dates(self) -> None:
        """Ask how dates are meant that can be read in two ways, with the first of them."""
        look = self._look
        assert look is not None  # noqa: S101 - columns are shown only then
        rows = [cells for _, cells in look.rows]
        unclear = unclear_dates(rows, self.table.columns(), look.questions)
        self._dates_row.setVisible(bool(unclear))
        if not unclear:
            return
        self.question.setText(self.tr("Which &day is “{date}”?").format(date=unclear[0]))
        self.dates.setAccessibleName(self.question.text().replace("&", ""))
        self.dates.clear()
        self.dates.addItem(self.tr("Choose"), None)
        for order in DateOrder:
            day = date_in(unclear[0], order)
            words = QLocale().toString(QDate(day.year, day.month, day.day)) if day else ""
            self.dates.addItem(words, order)
        self.dates.setCurrentIndex(max(0, self.dates.findData(self.table.dates)))

    def _choose_order(self) -> None:
        order = self.dates.currentData()
        self.table.dates = DateOrder(order) if order else None
        self._columns_changed()

    # What would be done

    def _rehearse(self) -> None:
        columns = self.table.columns()
        try:
            columns.require_names()
        except Invalid as error:
            self._fail(error)
            return
        self._start(
            partial(self._list.rehearse, columns),
            self._rehearsed,
            self.tr("Trying it, without changing anything…"),
        )

    def _rehearsed(self, told: Told) -> None:
        self._end_job()
        self._show_told(told)

    def _show_told(self, told: Told | None) -> None:
        self._told = told
        self.note.say("")
        self.outcome.setText("" if told is None else self._in_words(told))
        errors = told.errors if told else ()
        self.errors.show_errors(errors)
        self.save_button.setVisible(bool(errors))
        count = self._registered(told) if told else 0
        text = self.tr("&Register %n people", "", count) if count else self.tr("&Register")
        self.register_button.setText(text)
        self.register_button.setAccessibleName(text.replace("&", ""))
        self.register_button.setEnabled(count > 0)

    def _registered(self, told: Told) -> int:
        return sum(told.count(each) for each in Entered if each is not Entered.UNCHANGED)

    def _in_words(self, told: Told) -> str:
        counts = (
            (told.count(Entered.ADDED), self.tr("%n new", "", told.count(Entered.ADDED))),
            (
                told.count(Entered.WAITLISTED),
                self.tr("%n on the waiting list", "", told.count(Entered.WAITLISTED)),
            ),
            (told.count(Entered.UPDATED), self.tr("%n updated", "", told.count(Entered.UPDATED))),
            (
                told.count(Entered.UNCHANGED),
                self.tr("%n unchanged", "", told.count(Entered.UNCHANGED)),
            ),
            (told.refused, self.tr("%n cannot be read", "", told.refused)),
        )
        listed = ", ".join(words for count, words in counts if count)
        rows = self.tr("%n row(s)", "", told.read)
        return self.tr("{rows}: {counts}").format(rows=rows, counts=listed) if listed else rows

    # Errors as a file

    def _ask_where(self) -> None:
        name, kind = self.tr("errors") + ".csv", self.tr("Tables (*.csv *.xlsx)")
        ask_where_to_save(self, self.tr("Save the errors"), name, kind, self.save_errors)

    def save_errors(self, path: str) -> None:
        """Write the errors shown as a table."""
        if self._told is None:
            return
        errors = self._told.errors
        messages = tuple(in_words(each.message) for each in errors)
        services, headers = self._desk.services, self.errors.headers()
        job = self._desk.jobs.run(
            lambda _work: write_errors(services, Path(path), headers, errors, messages)
        )
        job.succeeded.connect(self._saved)
        job.failed.connect(self._say_error)

    def _saved(self) -> None:
        self.note.say(self.tr("The errors were saved."), "good")

    # What is done

    def _register(self) -> None:
        count = self._registered(self._told) if self._told else 0
        done = self.tr("%n people registered from a list", "", count)
        self._registering = True
        columns: ColumnMap = self.table.columns()
        self._show_working(self.tr("Registering…"))
        self._job = self._desk.operations.carry_out(
            partial(self._list.register, columns),
            origin=self,
            text=done if count else self.tr("People registered from a list"),
            then=self._registered_all,
            otherwise=self._failed,
        )
        self._job.progressed.connect(self._show_progress)
        self._job.cancelled.connect(self._stopped)

    def _registered_all(self, _told: Told) -> None:
        self._end_job()
        self.accept()

    # Whatever runs

    def _start(self, call: Any, then: Any, words: str) -> None:
        self._drop_job()
        self._show_working(words)
        self._job = self._desk.jobs.run(call)
        self._job.progressed.connect(self._show_progress)
        self._job.succeeded.connect(then)
        self._job.failed.connect(self._failed)
        self._job.cancelled.connect(self._stopped)

    def _show_working(self, words: str) -> None:
        self.note.say("")
        self.outcome.setText(words)
        self.progress.setValue(0)
        for each in (self.progress, self.stop_button):
            each.show()
        self.register_button.setEnabled(False)
        self._let_change(on=not self._registering)

    def _show_progress(self, progress: Progress) -> None:
        if progress.total:
            self.progress.setValue(progress.done * _STEPS // progress.total)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _stopped(self) -> None:
        registering = self._registering
        self._end_job()
        self._show_told(self._told)
        if registering:
            self.note.say(self.tr("Stopped. Nobody was registered."))
        else:
            self.note.say(self.tr("Stopped. Nothing was changed."))
            self.register_button.setEnabled(self._look is not None)  # nobody must try it first

    def _failed(self, error: Exception) -> None:
        self._end_job()
        self._fail(error)

    def _fail(self, error: Exception) -> None:
        self._show_told(None)
        self._say_error(error)

    def _say_error(self, error: Exception) -> None:
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            told = explain(error)
            self.note.say(f"{told.says} {told.advice}", "bad")

    def _drop_job(self) -> None:
        """Let go of a job: it stops, and nobody here hears of it again."""
        job = self._job
        self._end_job()
        if job is not None:
            for signal in (job.progressed, job.succeeded, job.failed, job.cancelled):
                signal.disconnect()
            job.cancel()

    def _end_job(self) -> None:
        self._job = None
        self._registering = False
        for each in (self.progress, self.stop_button):
            each.hide()
        self._let_change(on=True)

    def _let_change(self, *, on: bool) -> None:
        for each in (self.options, self.table, self.dates):
            each.setEnabled(on)


def import_list(desk: Desk, parent: QWidget, event_id: int, source: Path | str) -> ImportDialog:
    """Open the dialog for a file, or for a text that was pasted."""
    dialog = ImportDialog(desk, parent, event_id, source)
    dialog.open()
    return dialog
