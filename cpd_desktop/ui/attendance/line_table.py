"""The list itself: its columns share the room, and a strip tells its connections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from cpd_desktop.ui.attendance.line_paint import LinePainter
from cpd_desktop.ui.attendance.line_rows import JOINED, MINUTES, NAME, PRESENT, RESULT
from cpd_desktop.ui.attendance.words import as_tooltip, connection_words
from cpd_desktop.ui.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.ui.attendance.line_rows import LineRows
    from cpd_desktop.ui.theme import Theme

_SHARES = {NAME: 0.30, JOINED: 0.27, PRESENT: 0.43}
_LEAST_STRIP = 96


class LineTable(RowTable):
    """Shows lines; ``resized`` says that its columns have new places."""

    resized = Signal()

    def __init__(self, source: LineRows, theme: Theme) -> None:
        super().__init__(source, filled=False)
        self._source = source
        self._painter = LinePainter(source, theme)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        theme.changed.connect(self.viewport().update)

    def tooltip_at(self, row: int, column: int) -> str:
        """Return what hovering over a cell tells: of a strip all connections, else all of it."""
        line = self._source.line(self.rows.ids[row])
        content = self._source.content
        if line is None or content is None:
            return ""
        if column == PRESENT and line.rows:
            return as_tooltip(connection_words(line.rows, content.event))
        return as_tooltip([self.rows.data(self.rows.index(row, column))])

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell about the cell under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self.tooltip_at(index.row(), index.column()) if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: what is drawn gets most of what the words leave."""
        super().resizeEvent(event)
        self._share()

    def _share_room(self) -> None:
        self._share()

    def _share(self) -> None:
        header = self.horizontalHeader()
        letters = self.fontMetrics()
        result = letters.horizontalAdvance("✕ Overridden 100 %")
        minutes = max(header.sectionSizeHint(MINUTES), letters.horizontalAdvance("1,440  "))
        room = self.viewport().width() - result - minutes
        least = {NAME: 14, JOINED: 12}
        for column, share in _SHARES.items():
            few = letters.averageCharWidth() * least.get(column, 0) or _LEAST_STRIP
            self.setColumnWidth(column, max(few, round(room * share)))
        self.setColumnWidth(MINUTES, minutes)
        self.setColumnWidth(RESULT, result)
