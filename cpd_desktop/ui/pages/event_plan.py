"""The Plan stage: what the event consists of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.ui.dates import span
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.sessions import Session


class PlanStage(QScrollArea):
    """Shows the sessions with their true lengths, and the places there are."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Plan"))

    def show_event(self, event: Event) -> None:
        """Show an event."""
        content = QWidget()
        rows = QGridLayout()
        rows.setHorizontalSpacing(GRID * 3)
        rows.setVerticalSpacing(GRID)
        rows.setColumnStretch(1, 1)
        for number, session in enumerate(event.sessions):
            rows.addWidget(label(session.title, data=True), number, 0)
            when = span(session.starts, session.ends, event.zone)
            rows.addWidget(label(when, data=True), number, 1)
            length = label(self._length(session), "muted")
            rows.addWidget(length, number, 2, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(content)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("Sessions"), "heading"))
        layout.addLayout(rows)
        layout.addSpacing(GRID)
        layout.addWidget(label(self.tr("Places"), "heading"))
        layout.addWidget(label(self._places(event)))
        layout.addStretch(1)
        self.setWidget(content)

    def _length(self, session: Session) -> str:
        minutes = int((session.ends - session.starts).total_seconds()) // 60
        return self.tr("%n minute(s)", "", minutes)

    def _places(self, event: Event) -> str:
        if event.capacity is None:
            return self.tr("No limit")
        return QLocale().toString(event.capacity)
