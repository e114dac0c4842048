"""The first rows of a report as they are understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.attendance.report_words import remark_on
from cpd_desktop.ui.dates import clock_time, day, day_and_time
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.domain.attendance.presences import Presence
    from cpd_desktop.ui.attendance.report_reading import Outlined

_MINUTE = 60
_NAME, _EMAIL, _JOINED, _LEFT, _MINUTES, _REMARK = range(6)


class ReportPreview(QTableWidget):
    """One row of the report each; columns that say nothing are left out."""

    def __init__(self) -> None:
        super().__init__(0, _REMARK + 1)
        self.setAccessibleName(self.tr("First rows, as they are understood"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setStretchLastSection(True)

    def show_outline(self, outline: Outlined, zone: str) -> None:
        """Show another report, its times in this zone."""
        self.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("E-mail"),
                self.tr("Joined ({zone})").format(zone=zone),
                self.tr("Left"),
                self.tr("Minutes"),
                self.tr("Note"),
            ]
        )
        rows = [self._cells(row, zone, came=came) for row, came in outline.first]
        self.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == _MINUTES:
                    trailing = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
                    item.setTextAlignment(trailing)
                self.setItem(at, column, item)
        for column in (_EMAIL, _JOINED, _LEFT, _MINUTES):
            self.setColumnHidden(column, not any(cells[column] for cells in rows))
        self._fit()

    def _cells(self, row: Presence, zone: str, *, came: bool) -> list[str]:
        name = row.name
        if row.renamed_from:
            name = self.tr("{name} (first {original})").format(name=name, original=row.renamed_from)
        left = ""
        if row.left is not None:
            same = row.joined is not None and day(row.joined, zone) == day(row.left, zone)
            left = clock_time(row.left, zone) if same else day_and_time(row.left, zone)
        told = row.seconds > 0 or (row.joined is not None and row.left is not None)
        minutes = QLocale().toString(row.seconds // _MINUTE) if told else ""
        joined = day_and_time(row.joined, zone) if row.joined else ""
        return [name, row.email, joined, left, minutes, remark_on(row, came=came)]

    def _fit(self) -> None:
        height = self.horizontalHeader().sizeHint().height() + GRID
        height += sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setMaximumHeight(height + self.horizontalScrollBar().sizeHint().height())
        self.setMinimumHeight(min(height, 4 * GRID + 4 * self.rowHeight(0)))
