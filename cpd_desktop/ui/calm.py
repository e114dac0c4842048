"""Fields that a scrolling wheel does not change, and that say when they were left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QPlainTextEdit, QSpinBox

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QWheelEvent

FEWEST_CHARACTERS_SHOWN = 8


class TextBox(QPlainTextEdit):
    """Says when the person left it; Tab leads on, as in every other field."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the text may be complete now."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class CalmSpinBox(QSpinBox):
    """Leaves the wheel to the page while it has no focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A stylesheet does not reach the line inside a spin box.
        self.lineEdit().setTextMargins(GRID, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmComboBox(QComboBox):
    """Leaves the wheel to the page while it has no focus."""

    def __init__(self) -> None:
        super().__init__()
        # Else it is never narrower than its longest choice.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_CHARACTERS_SHOWN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class CalmDateTimeEdit(QDateTimeEdit):
    """Leaves the wheel to the page while it has no focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page unless the person is in this field."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
