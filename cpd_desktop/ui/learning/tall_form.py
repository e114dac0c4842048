"""A form with so many fields that a small screen has no room for all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QStyle, QWidget

from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QShowEvent

    from cpd_desktop.domain.words import Sentence

_FRAME = 6 * GRID  # what the system puts around a window


class TallForm(FormDialog):
    """A form dialog whose fields scroll where they do not fit; its buttons always can be seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidgetResizable(True)
        layout = self.layout()
        assert isinstance(layout, QBoxLayout)  # noqa: S101 - the form above made it so
        layout.removeItem(self.rows)
        layout.takeAt(0)  # the empty room under the fields: it is inside of what scrolls now
        self._inside.setLayout(self.rows)
        self._area.setWidget(self._inside)
        layout.insertWidget(0, self._area, 1)

    def show_problems(self, problems: Mapping[str, Sentence]) -> bool:
        """Show what is wrong at its field, with the first of them in view."""
        found = super().show_problems(problems)
        self._fit()
        QTimer.singleShot(0, self._bring_into_view)  # once the fields have their new places
        return found

    def showEvent(self, event: QShowEvent) -> None:
        """Take as much room as the fields need and the screen has."""
        super().showEvent(event)
        self._fit()

    def _bring_into_view(self) -> None:
        first = next((each for each in self._problems.values() if each.text()), None)
        if first is not None:
            self._area.ensureWidgetVisible(first, 0, 6 * GRID)

    def _fit(self) -> None:
        self.rows.activate()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        self._area.setMinimumWidth(self._inside.minimumSizeHint().width() + bar)
        other = self.sizeHint().height() - self._area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME
        wanted = self._inside.sizeHint().height() + other
        self.resize(max(self.width(), self.minimumSizeHint().width()), min(wanted, room))
