"""The list of people: an issued certificate can be dragged out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication

from cpd_desktop.ui.row_table import RowTable

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QResizeEvent

    from cpd_desktop.ui.certificates.stage_rows import StageRows

NAME_SHARE = 0.42
LEAST = 120


class StageTable(RowTable):
    """Shows people; ``drag_asked`` says that who is selected is being dragged away."""

    drag_asked = Signal()

    def __init__(self, source: StageRows) -> None:
        super().__init__(source, filled=False)
        self._source = source
        self._from: QPoint | None = None
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where an issued certificate was taken hold of."""
        index = self.indexAt(event.position().toPoint())
        line = self._source.line(self.rows.ids[index.row()]) if index.isValid() else None
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        held = line is not None and line.issued is not None
        if not (held and event.button() == Qt.MouseButton.LeftButton and plain):
            super().mousePressEvent(event)
            return
        self._from = event.position().toPoint()
        if not self.selectionModel().isRowSelected(index.row()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let it be dragged once the pointer is far enough."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        way = event.position().toPoint() - self._from
        if way.manhattanLength() >= QApplication.startDragDistance():
            self._from = None
            self.drag_asked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Select the one that was clicked, if nothing was dragged."""
        if self._from is not None:
            index = self.indexAt(self._from)
            self._from = None
            if index.isValid() and len(self.selected_ids()) > 1:
                self.select_id(self.rows.ids[index.row()])
        super().mouseReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room: how somebody stands gets more of it than the name."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        self.setColumnWidth(0, max(LEAST, round(self.viewport().width() * NAME_SHARE)))

    def _fit_columns_to_titles(self) -> None:
        self._share_room()
