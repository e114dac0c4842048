"""What is beside the list: a doubt to settle, a result explained, or what to do with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.attendance.doubt_panel import DoubtPanel
from cpd_desktop.ui.attendance.person_panel import PersonPanel
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.attendance.lines import Line


class SeveralPanel(QWidget):
    """Offers what can be done with several lines at once; the buttons count whom it is for."""

    guests_asked = Signal()
    override_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "heading")
        self.guests = button("")
        self.override = button("")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.title)
        layout.addLayout(FlowRow(self.guests, self.override))
        layout.addStretch(1)

        self.guests.clicked.connect(self.guests_asked)
        self.override.clicked.connect(self.override_asked)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Count what can be done with these."""
        doubts = sum(each.in_doubt for each in lines)
        people = sum(each.about_person for each in lines)
        self.title.setText(self.tr("%n selected", "", len(lines)))
        self.guests.setText(self.tr("Mark %n as guest(s)", "", doubts))
        self.override.setText(self.tr("Override %n result(s)…", "", people))
        for made, count in ((self.guests, doubts), (self.override, people)):
            made.setVisible(bool(count))
            made.setAccessibleName(made.text())


class Inspector(QScrollArea):
    """Shows whatever fits the lines that are selected."""

    def __init__(self) -> None:
        super().__init__()
        self.doubt = DoubtPanel()
        self.person = PersonPanel()
        self.several = SeveralPanel()
        self.line: Line | None = None
        self._nothing = label(
            self.tr("Choose a line to see why it says so, and to decide otherwise."), "muted"
        )
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        sheet = QWidget()
        self.setWidgetResizable(True)
        self.setWidget(sheet)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(GRID * 2, 0, GRID, 0)
        inside.addWidget(self._stack)
        for each in (self._nothing, self.doubt, self.person, self.several):
            self._stack.addWidget(each)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Details"))

    def show_lines(
        self, lines: Sequence[Line], content: AttendanceContent, taken: Collection[int] = ()
    ) -> None:
        """Show the line that is selected, or what can be done with several."""
        self.line = lines[0] if len(lines) == 1 else None
        if self.line is None:
            self.several.show_lines(lines)
            self._open(self.several if lines else self._nothing)
        elif self.line.about_person:
            self.person.show_line(self.line, content)
            self._open(self.person)
        else:
            self.doubt.show_line(self.line, content, taken)
            self._open(self.doubt)

    @property
    def asks(self) -> bool:
        """Say whether it is asked who somebody is."""
        return self._stack.currentWidget() is self.doubt

    def _open(self, panel: QWidget) -> None:
        # Only the one that is shown says how much room it needs.
        for each in (self._nothing, self.doubt, self.person, self.several):
            policy = each.sizePolicy()
            mode = policy.Policy.Preferred if each is panel else policy.Policy.Ignored
            each.setSizePolicy(policy.Policy.Preferred, mode)
        if panel is not self._stack.currentWidget():
            self._stack.setCurrentWidget(panel)
        self.verticalScrollBar().setValue(0)
