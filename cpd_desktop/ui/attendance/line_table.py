"""The list itself: its columns share the room, and a strip tells its connections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from cpd_desktop.ui.attendance.line_paint import PADDING, LinePainter
from cpd_desktop.ui.attendance.line_rows import JOINED, MINUTES, NAME, PRESENT, RESULT
from cpd_desktop.ui.attendance.words import as_tooltip, connection_words
from cpd_desktop.ui.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.ui.attendance.line_rows import LineRows
    from cpd_desktop.ui.theme import Theme

STRIP_SHARE = 0.4
LEAST = 96
NARROW = 44  # characters: with fewer no name can be read


class LineTable(RowTable):
    """Shows lines, all columns at once however narrow it is."""

    def __init__(self, source: LineRows, theme: Theme) -> None:
        super().__init__(source, filled=False)
        self._source = source
        self._painter = LinePainter(source, theme)
        self.setItemDelegate(self._painter)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        theme.changed.connect(self.viewport().update)

    def tooltip_at(self, row: int, column: int) -> str:
        """Return what hovering over a cell tells: of a strip all connections, else all of it."""
        line = self._source.line(self.rows.ids[row])
        content = self._source.content
        if line is None or content is None:
            return ""
        if column == PRESENT and line.rows:
            return as_tooltip(connection_words(line.rows, content.event))
        texts = [self.rows.data(self.rows.index(row, column))]
        if column == NAME:
            texts.append(self.rows.data(self.rows.index(row, JOINED)))
        return as_tooltip(list(filter(None, texts)))

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
        self.share()

    def _share_room(self) -> None:
        self.share()

    def _fit_columns_to_titles(self) -> None:
        self.share()

    def share(self) -> None:
        """Give numbers and results what they need, so that they are always seen."""
        letters, header = self.fontMetrics(), self.horizontalHeader()
        result = letters.horizontalAdvance("✓ Overridden…") + 2 * PADDING
        result = max(result, header.sectionSizeHint(RESULT))
        minutes = header.sectionSizeHint(MINUTES)
        room = self.viewport().width() - result - minutes
        narrow = room < letters.averageCharWidth() * NARROW
        self.setColumnHidden(JOINED, narrow)  # then the name tells it as well
        names = 1 if narrow else 2
        title = min(header.sectionSizeHint(PRESENT), room - names * LEAST)
        present = room // 2 if narrow else max(round(room * STRIP_SHARE), title)
        for column in (NAME, JOINED):
            self.setColumnWidth(column, max(LEAST, (room - present) // names))
        self.setColumnWidth(PRESENT, present)
        self.setColumnWidth(MINUTES, minutes)
        self.setColumnWidth(RESULT, result)
