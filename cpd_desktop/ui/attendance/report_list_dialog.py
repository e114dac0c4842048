"""The reports of an event with their versions: what they are, a copy of each, and away with one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.attendance.report_reading import reports_on
from cpd_desktop.ui.attendance.report_words import (
    BETWEEN,
    meeting_words,
    origin_words,
    state_words,
)
from cpd_desktop.ui.dates import clock_time, day, day_and_time
from cpd_desktop.ui.file_questions import ask_where_to_save
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.short_table import only_read
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.attendance.reports import KeptReport
    from cpd_desktop.ui.attendance.report_reading import ReportsOnEvent
    from cpd_desktop.ui.desk import Desk

WIDTH_CHARACTERS, HEIGHT_LINES = 120, 26
ROOM = 0.9
_WIDEST, _NARROWEST = 30, 6  # characters in a column
_WHAT = 1


class ReportListDialog(QDialog):
    """Lists what was imported or fetched, the latest first, older versions below the newer one.

    Open it with ``open()``; it is deleted when it closes. ``import_asked`` wants one more.
    """

    import_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget, event_id: int) -> None:
        super().__init__(parent)
        self._desk = desk
        self._event_id = event_id
        self._reports: tuple[KeptReport, ...] = ()
        self.setWindowTitle(self.tr("Reports of who came"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = QTableWidget(0, 6)
        self.empty = label(
            self.tr("No report yet. Import one, or fetch it from Zoom after the meeting."), "muted"
        )
        self.note = Note()
        self.undo_button = button(self.tr("&Undo"), "quiet")
        self.copy_button = button(self.tr("&Save a copy…"))
        self.remove_button = button(self.tr("&Remove"))
        self.import_button = button(self.tr("&Import another…"))
        self.close_button = button(self.tr("Close"), "primary")

        self._furnish()
        self._lay_out()

        self.table.itemSelectionChanged.connect(self._selected)
        self.copy_button.clicked.connect(self._ask_where)
        self.remove_button.clicked.connect(self._remove)
        self.undo_button.clicked.connect(self._undo)
        self.import_button.clicked.connect(self._import)
        self.close_button.clicked.connect(self.accept)
        desk.feed.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Read the list again."""
        self._desk.operations.look_up(
            partial(reports_on, self._desk.services, self._event_id), self._show
        )

    @property
    def chosen(self) -> KeptReport | None:
        """Return the report of the row that is chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self._reports[rows[0].row()] if rows else None

    def _furnish(self) -> None:
        table = self.table
        table.setAccessibleName(self.windowTitle())
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        only_read(table)
        heads = table.horizontalHeader()
        heads.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        heads.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * _NARROWEST)
        for each in (self.undo_button, self.copy_button, self.remove_button, self.import_button,
                     self.close_button):  # fmt: skip
            each.setAccessibleName(each.text().replace("&", ""))
        self.close_button.setDefault(True)
        self.undo_button.hide()
        self.empty.hide()

    def _lay_out(self) -> None:
        saying = QHBoxLayout()
        saying.addWidget(self.note, 1)
        saying.addWidget(self.undo_button)
        buttons = QHBoxLayout()
        buttons.setSpacing(GRID)
        for each in (self.copy_button, self.remove_button, self.import_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 2, GRID * 3, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addLayout(saying)
        layout.addLayout(buttons)
        metrics, room = self.fontMetrics(), self.screen().availableGeometry().size() * ROOM
        self.resize(
            min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width()),
            min(metrics.lineSpacing() * HEIGHT_LINES, room.height()),
        )

    def _show(self, told: ReportsOnEvent) -> None:
        before, zone = self.chosen, told.event.zone
        self._reports = told.reports
        sessions = told.event.sessions
        titles = {each.id: each.title for each in sessions} if len(sessions) > 1 else {}
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("File"),
                self.tr("What it is"),
                self.tr("Times ({zone})").format(zone=zone),
                self.tr("Rows"),
                self.tr("Imported"),
                self.tr("Note"),
            ]
        )
        self.table.setRowCount(len(told.reports))
        for row, each in enumerate(told.reports):
            session = titles.get(each.session_id or 0, "")
            times = _times(told.spans.get(each.id, (None, None)), zone)
            cells = self._cells(each, zone, session, times)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._size()
        self.table.setVisible(bool(told.reports))
        self.empty.setVisible(not told.reports)
        keys = [each.id for each in told.reports]
        if keys:
            self.table.selectRow(keys.index(before.id) if before and before.id in keys else 0)
        self._selected()

    def _cells(self, report: KeptReport, zone: str, session: str, times: str) -> tuple[str, ...]:
        name = report.original.file_name or self.tr("Without a name")
        if report.replaced_by is not None:
            name = self.tr("earlier: {name}").format(name=name)
        parts = [origin_words(report.origin)]
        if report.meeting:
            parts.append(meeting_words(report.meeting))
        parts += filter(None, (report.topic, session))
        rows = QLocale().toString(report.rows)
        added = day_and_time(report.added_at, zone)
        return (name, BETWEEN.join(parts), times, rows, added, state_words(report))

    def _size(self) -> None:
        wide = self.fontMetrics().averageCharWidth() * _WIDEST
        self.table.resizeColumnsToContents()
        for column in range(self.table.columnCount()):
            if column != _WHAT:
                self.table.setColumnWidth(column, min(self.table.columnWidth(column), wide))

    def _selected(self) -> None:
        for each in (self.copy_button, self.remove_button):
            each.setEnabled(self.chosen is not None)

    def _hear(self, _changes: Changes, origin: object) -> None:
        if origin is not self:
            self.refresh()

    # What can be done with one

    def _ask_where(self) -> None:
        report = self.chosen
        if report is not None:
            ask_where_to_save(
                self,
                self.tr("Save a copy of the report"),
                report.original.file_name,
                self.tr("All files (*)"),
                partial(self.save_copy, report.id),
            )

    def save_copy(self, report_id: int, path: str) -> None:
        """Write the original as it came."""
        reports = self._desk.services.reports
        job = self._desk.jobs.run(lambda _work: reports.write_original(report_id, Path(path)))
        job.succeeded.connect(self._saved)
        job.failed.connect(self._failed)

    def _saved(self) -> None:
        self.undo_button.hide()
        self.note.say(self.tr("The copy was saved."), "good")

    def _remove(self) -> None:
        report, reports = self.chosen, self._desk.services.reports
        if report is None:
            return
        key = report.id
        self._desk.operations.carry_out(
            lambda _work: reports.remove(key),
            origin=self,
            text=self.tr("Report “{name}” removed").format(name=report.original.file_name),
            then=self._removed,
            otherwise=self._failed,
        )

    def _removed(self, _changes: Changes) -> None:
        text = self.tr("Removed. Decisions about people are kept, and so is the file for Undo.")
        self.note.say(text)
        self.undo_button.show()
        self.refresh()

    def _undo(self) -> None:
        self.undo_button.hide()
        self.note.say("")
        self._desk.operations.undo()

    def _import(self) -> None:
        self.accept()
        self.import_asked.emit()

    def _failed(self, error: Exception) -> None:
        self.undo_button.hide()
        if isinstance(error, CpdError):
            self.note.say_error(error)
            self.refresh()
        else:
            self._desk.operations.failed.emit(error)


def _times(told: tuple[datetime | None, datetime | None], zone: str) -> str:
    first, last = told
    if first is None or last is None:
        return ""
    one_day = day(first, zone) == day(last, zone)
    until = clock_time(last, zone) if one_day else day_and_time(last, zone)
    return f"{day_and_time(first, zone)}–{until}"  # noqa: RUF001 - the dash of a span
