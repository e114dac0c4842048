"""Holds the stages of an event, one of which is shown, with enough room to work in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from cpd_desktop.ui.flow import is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_LINES = 16  # of text that a stage needs at least: with less room all of it is scrolled


class StageStack(QStackedWidget):
    """Is as large as the stage that is shown needs, whatever the others would need.

    How high that one would like to be only counts where its parts stand below one another.
    """

    def show_stage(self, stage: int) -> None:
        """Show a stage."""
        self.setCurrentIndex(stage)
        self._fit()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether the width has a say in the height.

        Qt asks everything in a stage for it, again with each change of any text.
        """
        return is_narrow(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the room to the text of now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted, ignored = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored
        high = wanted if is_narrow(self) else ignored
        for number in range(self.count()):
            stage = self.widget(number)
            assert stage is not None  # noqa: S101 - it counted them
            shown = number == self.currentIndex()
            stage.setSizePolicy(wanted if shown else ignored, high if shown else ignored)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES)
