"""A button that chooses one of several views and counts what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics

from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton, QPushButton


def view_button() -> QPushButton:
    """Return a button for a view; ``say`` gives it its words."""
    made = button("", "nav")
    made.setCheckable(True)
    return made


def say(made: QAbstractButton, text: str) -> None:
    """Give a view's button its words, and room for them in bold, which a chosen one is."""
    made.setText(text)
    made.setAccessibleName(text)
    bold = made.font()
    bold.setBold(True)
    made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(text) + GRID * 3)
