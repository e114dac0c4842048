"""Fields that a scrolling wheel does not change, and that say when they were left."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QComboBox, QDateTimeEdit, QPlainTextEdit, QSpinBox

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QWheelEvent

FEWEST_CHARACTERS_SHOWN = 8
WHOLE_PERCENT = 100  # hundredths
_RATE = re.compile(r"(?=.*\d)\d{0,3}([.,]\d{0,2})?")


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


class PercentBox(CalmSpinBox):
    """A rate in hundredths of a per cent, shown and typed as people write it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSuffix("\N{NO-BREAK SPACE}%")
        self.setSingleStep(WHOLE_PERCENT)
        self.setKeyboardTracking(False)

    def textFromValue(self, value: int) -> str:
        """Return the rate without its sign; parts of a per cent only where there are some."""
        places = 2 if value % WHOLE_PERCENT else 0
        return self.locale().toString(value / WHOLE_PERCENT, "f", places)

    def valueFromText(self, text: str) -> int:
        """Return the rate that was typed; what cannot be read changes nothing."""
        number = self._read(text)
        return self.value() if number is None else round(number * WHOLE_PERCENT)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Say whether a rate was typed; else it may become one, and if not, the last one stays."""
        number = self._read(text)
        fits = number is not None and self.minimum() <= number * WHOLE_PERCENT <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        return state, text, position

    def _read(self, text: str) -> float | None:
        typed = text.removesuffix(self.suffix()).removesuffix("%").strip()
        # No rate is so large that a point or comma could group its digits.
        return float(typed.replace(",", ".")) if _RATE.fullmatch(typed) else None


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
