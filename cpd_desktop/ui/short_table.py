"""A few rows of text, seen whole: for lists that never grow long."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QShowEvent


def only_read(table: QTableWidget) -> None:
    """Let a table be read, not written, in lines as high as their text."""
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    heads = table.horizontalHeader()
    heads.setHighlightSections(False)
    heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class ShortTable(QTableWidget):
    """Is as high as its rows: an empty half of a table looks like something missing."""

    rows_shown: ClassVar[int]

    def __init__(self, columns: int, stretched: int | None = None) -> None:
        super().__init__(0, columns)
        only_read(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        if stretched is not None:
            heads.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows to the clothes of now."""
        super().showEvent(event)
        self._fit()

    def _show_texts(self, rows: Sequence[Iterable[str]]) -> None:
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._fit()

    def _selected_row(self) -> int | None:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else None

    def _fit(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), self.rows_shown)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + GRID)
