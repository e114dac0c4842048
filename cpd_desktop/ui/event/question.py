"""A question above fields: which of two texts should stay."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, label


class Question(QFrame):
    """Asks, above the fields, which of two texts should stay."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self.setProperty("tone", "warn")
        self.text = label("")
        self.first, self.second = button(first), button(second)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID, GRID, GRID, GRID)
        layout.addWidget(self.text)
        layout.addLayout(FlowRow(self.first, self.second))
        for each in (self.first, self.second):
            each.setAccessibleName(each.text())
            each.clicked.connect(self.hide)
        self.hide()

    def ask(self, text: str) -> None:
        """Show the question."""
        self.text.setText(text)
        self.show()
