"""Lists that are dropped on a window, or pasted into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtWidgets import QWidget

ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx"})
_ON_THE_WAY = (QEvent.Type.DragEnter, QEvent.Type.DragMove)


class DroppedFiles(QObject):
    """Takes one table file at a time, dropped anywhere on a widget, and says which one it is.

    It stays with the widget; while ``enabled`` is false, files are refused.
    """

    dropped = Signal(Path)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.enabled = True
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what can be read, before it is let go, and leave the rest to others."""
        if not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = table_file(event.mimeData()) if self.enabled else None
        if path is None:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() not in _ON_THE_WAY:
            self.dropped.emit(path)
        return True


def table_file(data: QMimeData) -> Path | None:
    """Return the one file on this computer that may be a table, if that is what this is."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in ENDINGS else None


def copied_list() -> Path | str:
    """Return the file or the text that was copied last; an empty text if there is neither."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:  # as the bindings do not say
        return ""
    return table_file(data) or data.text()
