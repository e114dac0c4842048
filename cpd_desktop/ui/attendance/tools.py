"""The menu of the Attendance stage: what else can be done with an event's attendance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cpd_desktop.ui.attendance.by_hand import ByHand
from cpd_desktop.ui.attendance.papers import AttendancePapers
from cpd_desktop.ui.attendance.report_opening import ask_for_marks, show_reports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.attendance.event_attendance import EventAttendance
    from cpd_desktop.ui.desk import Desk


class AttendanceTools(QObject):
    """Fills the menu; ``found`` gives what is shown, ``chosen`` the registrations selected in it.

    ``undo`` takes the latest decision back, ``noted`` is called once something was noted by hand.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        found: Callable[[], EventAttendance | None],
        chosen: Callable[[], Sequence[int]],
        noted: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._widget = parent
        self._found = found
        self._chosen = chosen
        self.by_hand = ByHand(desk, parent, noted)
        self.papers = AttendancePapers(desk, parent, found)
        self.menu = QMenu(parent)
        self.presence = QAction(self.tr("Note who was in a session…"), self)
        self.marks = QAction(self.tr("Note what they did…"), self)
        self.menu.addActions([self.presence, self.marks])
        self.menu.addAction(self.tr("Import a list of who did something…"), self._mark_list)
        self.menu.addSeparator()
        self.menu.addAction(self.tr("Reports of this event…"), self._reports)
        self.menu.addSeparator()
        self.papers.add_to(self.menu)

        self.presence.triggered.connect(self._note_presence)
        self.marks.triggered.connect(self._note_marks)
        self.menu.aboutToShow.connect(self._offer)

    def _offer(self) -> None:
        """Offer to note something of those who are selected only if anybody is."""
        for each in (self.presence, self.marks):
            each.setEnabled(bool(self._chosen()))

    def _note_presence(self) -> None:
        found = self._found()
        if found is not None:
            self.by_hand.note_presence(found, self._chosen())

    def _note_marks(self) -> None:
        found = self._found()
        if found is not None:
            self.by_hand.note_marks(found, self._chosen())

    def _mark_list(self) -> None:
        found = self._found()
        if found is not None:
            ask_for_marks(self._desk, self._widget, found.facts.event.id)

    def _reports(self) -> None:
        found = self._found()
        if found is not None:
            show_reports(self._desk, self._widget, found.facts.event.id)
