"""Lists that are dropped on a window, or pasted into it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

ENDINGS = frozenset({".csv", ".tsv", ".tab", ".txt", ".xlsx"})


class TakesTables(QWidget):
    """A widget on which one table file at a time can be dropped."""

    table_dropped = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be read, before it is let go."""
        if table_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell which file it is."""
        path = table_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.table_dropped.emit(path)


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
