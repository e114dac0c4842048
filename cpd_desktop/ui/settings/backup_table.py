"""A short table of backups: when, why, how large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal

from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.short_table import ShortTable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.store.backup import Backup


class BackupTable(ShortTable):
    """One row per backup, the newest chosen at first."""

    rows_shown = 6

    selected = Signal()

    def __init__(self, zone: str) -> None:
        super().__init__(3, stretched=1)
        self.zone = zone
        self._backups: list[Backup] = []
        self.setAccessibleName(self.tr("Backups"))
        self.setHorizontalHeaderLabels([self.tr("When"), self.tr("Why"), self.tr("Size")])
        self.itemSelectionChanged.connect(self.selected)

    def show_backups(self, backups: Sequence[Backup]) -> None:
        """Show these; the chosen one stays chosen if it is still there."""
        before = self.chosen()
        self._backups = list(backups)
        self._show_texts([self._texts(each) for each in backups])
        paths = [each.path for each in backups]
        if backups:
            self.selectRow(paths.index(before.path) if before and before.path in paths else 0)

    def chosen(self) -> Backup | None:
        """Return the backup of the chosen row."""
        row = self._selected_row()
        return None if row is None else self._backups[row]

    def _texts(self, backup: Backup) -> tuple[str, ...]:
        made, why = backup.manifest.made, self._why(backup.manifest.reason)
        units = QLocale.DataSizeFormat.DataSizeSIFormat
        size = QLocale().formattedDataSize(backup.size, format=units)
        return day_and_time(made, self.zone), why, size

    def _why(self, reason: str) -> str:
        words = {
            "daily": self.tr("Made every day"),
            "before-update": self.tr("Before an update"),
            "before-restore": self.tr("Before a restore"),
            "by-hand": self.tr("Made by hand"),
        }
        return words.get(reason, reason)
