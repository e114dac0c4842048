"""Chooses which columns of a table are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from cpd_desktop.ui.widgets import PushButton

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.ui.row_table import RowTable


class ColumnsButton(PushButton):
    """Opens a menu with a tick for each column but the first, which is always shown."""

    def __init__(self, table: RowTable) -> None:
        super().__init__()
        self._table = table
        self._shown = QMenu(self)
        self.setProperty("role", "plain")
        self.setText(self.tr("Columns"))
        self.setAccessibleName(self.tr("Columns"))
        self.setMenu(self._shown)

        self._shown.aboutToShow.connect(self._fill)

    def hidden(self) -> list[str]:
        """Return the keys of the columns that are not shown."""
        columns = enumerate(self._table.rows.columns)
        return [column.key for number, column in columns if self._table.isColumnHidden(number)]

    def hide_columns(self, keys: Iterable[str]) -> None:
        """Show all columns but these; keys that no column has are left out."""
        left_out = set(keys)
        for number, column in enumerate(self._table.rows.columns):
            self._table.setColumnHidden(number, number > 0 and column.key in left_out)

    def _fill(self) -> None:
        self._shown.clear()
        for number, column in enumerate(self._table.rows.columns):
            if number:
                made = self._shown.addAction(column.title)
                made.setCheckable(True)
                made.setChecked(not self._table.isColumnHidden(number))
                made.toggled.connect(partial(self._show, number))

    def _show(self, number: int, shown: bool) -> None:  # noqa: FBT001 - a signal's value
        self._table.setColumnHidden(number, not shown)
