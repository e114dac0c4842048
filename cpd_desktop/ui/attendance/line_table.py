"""The list itself: its columns share the room, and a strip tells its connections."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QToolTip

from cpd_desktop.ui.attendance.line_paint import PADDING, LinePainter
from cpd_desktop.ui.attendance.line_rows import JOINED, MINUTES, NAME, PRESENT, RESULT
from cpd_desktop.ui.attendance.words import as_tooltip, connection_words
from cpd_desktop.ui.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.ui.attendance.line_rows import LineRows
    from cpd_desktop.ui.theme import Theme

_SHARES = {NAME: 0.31, JOINED: 0.29, PRESENT: 0.40}
_NARROW_SHARES = {NAME: 0.5, PRESENT: 0.5}
LEAST = 64
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
        self._share()

    def _share_room(self) -> None:
        self._share()

    def _fit_columns_to_titles(self) -> None:
        self._share()

    def _share(self) -> None:
        """Give numbers and results what they need, so that they are always seen."""
        letters, padding = self.fontMetrics(), 2 * PADDING
        result = letters.horizontalAdvance("✓ Overridden…") + padding
        bold = QFont(self.font())
        bold.setBold(True)
        title = self.rows.columns[MINUTES].title
        minutes = QFontMetrics(bold).horizontalAdvance(title) + padding + 2
        room = self.viewport().width() - result - minutes
        narrow = room < letters.averageCharWidth() * NARROW
        self.setColumnHidden(JOINED, narrow)  # then the name tells it as well
        shares = _NARROW_SHARES if narrow else _SHARES
        for column, share in shares.items():
            self.setColumnWidth(column, max(LEAST, round(room * share)))
        self.setColumnWidth(MINUTES, minutes)
        self.setColumnWidth(RESULT, result)
