"""A short table of backups: when, why, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.store.backup import Backup

ROWS_SHOWN = 6


class BackupTable(QTableWidget):
    """One row per backup, the newest chosen at first."""

    selected = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(0, 3)
        self.zone = zone
        self._backups: list[Backup] = []
        self.setAccessibleName(self.tr("Backups"))
        self.setHorizontalHeaderLabels([self.tr("When"), self.tr("Why"), self.tr("Size")])
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
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.itemSelectionChanged.connect(self.selected)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these; the chosen one stays chosen if it is still there."""
        before = self.chosen()
        self._backups = list(backups)
        self.setRowCount(len(backups))
        for row, backup in enumerate(backups):
            manifest = backup.manifest
            size = QLocale().formattedDataSize(
                backup.size, format=QLocale.DataSizeFormat.DataSizeSIFormat
            )
            for column, text in enumerate(
                (day_and_time(manifest.made, self.zone), self._why(manifest.reason), size)
            ):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.setItem(row, column, item)
        self._fit()
        paths = [each.path for each in backups]
        if backups:
            self.selectRow(paths.index(before.path) if before and before.path in paths else 0)

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
        # As high as its rows: an empty half of a table looks like something missing.
        rows = sum(self.rowHeight(row) for row in range(min(self.rowCount(), ROWS_SHOWN)))
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + GRID)

    def chosen(self) -> Backup | None:
        """Return the backup of the chosen row."""
        rows = self.selectionModel().selectedRows()
        return self._backups[rows[0].row()] if rows else None

    def _why(self, reason: str) -> str:
        words = {
            "daily": self.tr("Made every day"),
            "before-update": self.tr("Before an update"),
            "before-restore": self.tr("Before a restore"),
            "by-hand": self.tr("Made by hand"),
        }
        return words.get(reason, reason)
