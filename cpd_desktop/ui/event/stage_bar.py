"""The six stages of an event on top of its workspace."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton

from cpd_desktop.ui.widgets import GRID, button


class StageBar(QFrame):
    """The six stages, each with what it holds; every one can be opened at any time."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._group = QButtonGroup(self)
        self._texts = (
            self.tr("Plan"),
            self.tr("Register"),
            self.tr("Meet"),
            self.tr("Attendance"),
            self.tr("Certificates"),
            self.tr("Send"),
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        layout.setSpacing(GRID // 2)
        for number, text in enumerate(self._texts):
            made = button(text, "nav")
            made.setCheckable(True)
            made.setAccessibleName(text)
            self._group.addButton(made, number)
            layout.addWidget(made, 1)
        self._group.idClicked.connect(self.chosen)

    def open(self, stage: int) -> None:
        """Mark a stage as the open one."""
        self._stage(stage).setChecked(True)
        self.setFocusProxy(self._stage(stage))

    def set_state(self, stage: int, state: str) -> None:
        """Show what a stage holds, under its name."""
        text = self._texts[stage]
        made = self._stage(stage)
        made.setText(f"{text}\n{state}" if state else f"{text}\n—")
        bold = made.font()
        bold.setBold(True)
        wide = max(map(QFontMetrics(bold).horizontalAdvance, (text, state)))
        made.setMinimumWidth(wide + GRID * 3)
        spoken = self.tr("{stage}, {state}").format(stage=text, state=state)
        self._stage(stage).setAccessibleName(spoken if state else text)

    def _stage(self, number: int) -> QPushButton:
        found = self._group.button(number)
        assert isinstance(found, QPushButton)  # noqa: S101 - it holds nothing else
        return found
