"""The first rows of a report as they are understood."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.attendance.report_reading import ROWS_SHOWN
from cpd_desktop.ui.attendance.report_words import remark_on
from cpd_desktop.ui.dates import clock_time, day, day_and_time
from cpd_desktop.ui.short_table import only_read
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.ui.attendance.report_reading import Outlined

_MINUTE = 60
_EMAIL, _MINUTES, _REMARK = 1, 4, 5


class ReportPreview(QTableWidget):
    """One row of the report each; columns that say nothing are left out."""

    def __init__(self) -> None:
        super().__init__(0, _REMARK + 1)
        self.setAccessibleName(self.tr("First rows, as they are understood"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        only_read(self)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_outline(self, outline: Outlined, zone: str) -> None:
        """Show another report, its times in this zone."""
        self.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("E-mail"),
                self.tr("Joined"),
                self.tr("Left"),
                self.tr("Minutes"),
                self.tr("Note"),
            ]
        )
        moments = (each for row, _ in outline.first for each in (row.joined, row.left) if each)
        one_day = len({day(each, zone) for each in moments}) == 1
        at = clock_time if one_day else day_and_time
        rows = [self._cells(row, partial(at, zone=zone), came=came) for row, came in outline.first]
        self.setRowCount(len(rows))
        for number, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == _MINUTES:
                    trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    item.setTextAlignment(trailing)
                self.setItem(number, column, item)
        for column in range(_EMAIL, _REMARK):
            self.setColumnHidden(column, not any(cells[column] for cells in rows))
        fit_height(self, ROWS_SHOWN)
        self._fill_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill another width."""
        super().resizeEvent(event)
        self._fill_width()

    def _fill_width(self) -> None:
        """Let the last column fill the room there is; it is never cut where there is none."""
        heads = self.horizontalHeader()
        heads.setStretchLastSection(False)
        heads.setStretchLastSection(heads.length() < self.viewport().width())

    def _cells(
        self, row: Presence, at: Callable[[datetime], str], *, came: bool
    ) -> tuple[str, ...]:
        name = row.name
        if row.renamed_from:
            name = self.tr("{name} (first {original})").format(name=name, original=row.renamed_from)
        joined, left = (at(each) if each else "" for each in (row.joined, row.left))
        told = row.seconds > 0 or (row.joined is not None and row.left is not None)
        minutes = QLocale().toString(row.seconds // _MINUTE) if told else ""
        return (name, row.email, joined, left, minutes, remark_on(row, came=came))


def fit_height(table: QTableWidget, most: int) -> None:
    """Make a table as high as its rows, and no higher than so many."""
    height = table.horizontalHeader().sizeHint().height() + GRID
    height += sum(table.rowHeight(row) for row in range(min(table.rowCount(), most)))
    table.setFixedHeight(height + table.horizontalScrollBar().sizeHint().height())
