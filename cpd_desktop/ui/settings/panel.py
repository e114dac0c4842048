"""What the panels with buttons of their own share: they look when seen, and say what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.jobs import Lane
from cpd_desktop.ui.settings.note import Note
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QPushButton

    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk


class Panel(QWidget):
    """A part of the settings that does more than keep values."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.note = Note()

        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(GRID * 2)

    def refresh(self) -> None:
        """Look again at what the panel shows."""

    def showEvent(self, event: QShowEvent) -> None:
        """Look each time the panel is seen: what it shows is changed by other programs too."""
        super().showEvent(event)
        self.refresh()

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Add a row of buttons, named for screen readers by their text."""
        for each in buttons:
            each.setAccessibleName(each.text().replace("&", ""))
        self.rows.addLayout(FlowRow(*buttons))

    def run(
        self,
        call: Callable[[Work], Any],
        then: Callable[[Any], None],
        *,
        title: str = "",
        lane: Lane = Lane.DATABASE,
    ) -> None:
        """Run a call off the window's thread; what goes wrong is said in the panel's note."""
        self.desk.operations.carry_out(
            call, origin=self, title=title, then=then, otherwise=self.fail, lane=lane
        )

    def fail(self, error: Exception) -> None:
        """Say what went wrong here; what nobody foresaw goes to the window."""
        if isinstance(error, CpdError):
            self.note.say_error(error)
        else:
            self.note.say("")
            self.desk.operations.failed.emit(error)
