"""The rows of a list that cannot be read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.lists import RowError

COLUMN_CHARACTERS = 24


class ErrorsTable(QTableWidget):
    """Lists row, column and what is wrong there; without errors it takes no room."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(self.tr("Rows that cannot be read"))
        self.setHorizontalHeaderLabels(self.headers())
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading)

    def headers(self) -> tuple[str, str, str]:
        """Return what the columns are called."""
        return (self.tr("Row"), self.tr("Column"), self.tr("What is wrong"))

    def show_errors(self, errors: Sequence[RowError]) -> None:
        """Show these errors instead."""
        self.setRowCount(len(errors))
        for row, each in enumerate(errors):
            cells = (QLocale().toString(each.row), each.column, in_words(each.message))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self.resizeColumnToContents(0)
        self.setColumnWidth(1, self.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS)
        self.setVisible(bool(errors))
