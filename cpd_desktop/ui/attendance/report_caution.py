"""What a person should know before relying on a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Sequence


class Caution(QFrame):
    """Says one thing a line; takes room only while there is something to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self.text = label("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID, GRID * 2, GRID)
        layout.addWidget(self.text)
        self.hide()

    def say(self, lines: Sequence[str]) -> None:
        """Say these things instead."""
        self.text.setText("\n".join(lines))
        self.setVisible(bool(lines))
