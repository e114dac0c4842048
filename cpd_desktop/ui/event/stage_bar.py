"""The six stages of an event on top of its workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QPushButton, QSizePolicy

from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_GAP = GRID // 2


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
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._grid.setSpacing(_GAP)
        for number, text in enumerate(self._texts):
            made = button(text, "nav")
            made.setCheckable(True)
            made.setAccessibleName(text)
            self._group.addButton(made, number)
            self._grid.addWidget(made, 0, number)
        # It takes the room that there is, and more lines where that is too narrow for one.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._group.idClicked.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Go on in the next line where the stages do not fit beside one another."""
        super().resizeEvent(event)
        self._arrange()

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
        self._arrange()

    def _arrange(self) -> None:
        stages = self._group.buttons()
        columns = next((each for each in (6, 3, 2) if self._fits(each)), 1)
        for number, each in enumerate(stages):
            self._grid.addWidget(each, *divmod(number, columns))
            self._grid.setColumnStretch(number, 1 if number < columns else 0)

    def _fits(self, columns: int) -> bool:
        widths = [each.minimumWidth() for each in self._group.buttons()]
        widest = [max(widths[column::columns]) for column in range(columns)]
        return sum(widest) + _GAP * (columns + 1) <= self.width()

    def _stage(self, number: int) -> QPushButton:
        found = self._group.button(number)
        assert isinstance(found, QPushButton)  # noqa: S101 - it holds nothing else
        return found
