"""Takes what a scanner types: a line of text and then Enter or Tab, again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_ENDS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}


class ScannerField(QLineEdit):
    """A line that says what was scanned and is empty for the next; typing and pasting work too."""

    scanned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Badge code"))
        self.setPlaceholderText(self.tr("Scan a badge, or type its code and press Enter"))

    def event(self, event: QEvent) -> bool:
        """Take the line at its end, before Tab moves on or Enter presses a dialog's button."""
        ends = isinstance(event, QKeyEvent) and event.key() in _ENDS
        if ends and event.type() == QEvent.Type.KeyPress and self.text().strip():
            self._take()
            event.accept()
            return True
        return super().event(event)

    def _take(self) -> None:
        text = self.text().strip()
        self.clear()
        self.scanned.emit(text)
