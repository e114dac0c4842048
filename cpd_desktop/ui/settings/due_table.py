"""A short table of events that are due for deletion: which, since when, by whose rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.event.retention_words import day_words
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.services.retention import DueEvent

ROWS_SHOWN = 8


class DueTable(QTableWidget):
    """One row per event, the one that ended first chosen at first."""

    selected = Signal()

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._events: list[DueEvent] = []
        self.setAccessibleName(self.tr("Events due for deletion"))
        self.setHorizontalHeaderLabels(
            [self.tr("Event"), self.tr("Ended"), self.tr("Kept until"), self.tr("Rule")]
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemSelectionChanged.connect(self.selected)

    def show_events(self, events: Sequence[DueEvent]) -> None:
        """Show these; the chosen one stays chosen if it is still there."""
        before = self.chosen()
        self._events = list(events)
        self.setRowCount(len(events))
        for row, each in enumerate(events):
            asks = each.retention.asks
            rule = asks.name if asks else self.tr("usual")
            for column, text in enumerate(
                (each.title, day_words(each.ended), day_words(each.retention.until), rule)
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._fit()
        ids = [each.id for each in events]
        if events:
            self.selectRow(ids.index(before.id) if before and before.id in ids else 0)

    def chosen(self) -> DueEvent | None:
        """Return the event of the chosen row."""
        rows = self.selectionModel().selectedRows()
        at = rows[0].row() if rows else -1
        return self._events[at] if 0 <= at < len(self._events) else None

    def changeEvent(self, event: QEvent) -> None:
        """Fit the rows to another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the rows to the clothes of now."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), ROWS_SHOWN)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + GRID)
