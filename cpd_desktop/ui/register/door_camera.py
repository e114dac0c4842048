"""The camera at the door: off until somebody turns it on, and off again when nobody looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.ui.camera import CameraView
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from cpd_desktop.ui.desk import Desk


class DoorCamera(QWidget):
    """A button and, while it is down, the camera's picture."""

    code_seen = Signal(str)

    def __init__(self, desk: Desk, instead: str = "") -> None:
        super().__init__()
        self.switch = button(self.tr("Scan with the camera"))
        self.switch.setCheckable(True)
        self.switch.setAccessibleName(self.switch.text())
        self.view = CameraView(desk.services.read_codes, desk.jobs, instead=instead)
        self.view.hide()

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.switch)
        layout.addWidget(self.view)

        self.switch.toggled.connect(self._turn)
        self.view.code_seen.connect(self.code_seen)

    def hideEvent(self, event: QHideEvent) -> None:
        """Turn the camera off: nobody looks at it any more."""
        self.switch.setChecked(False)
        super().hideEvent(event)

    def _turn(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.view.setVisible(on)
        if on:
            self.view.start()
        else:
            self.view.stop()
