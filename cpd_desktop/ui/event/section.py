"""What every section of the Plan stage is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from cpd_desktop.ui.event.dialog_draft import DialogDraft
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.event.dialog import EntryDialog
    from cpd_desktop.ui.event.entries import Entry


class Section(QWidget):
    """A part of the plan. ``edited`` carries a change of the draft and what it is called."""

    edited = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.kept: Event | None = None
        self.entries: list[Entry] = []
        self._rows: list[tuple[QBoxLayout, tuple[Entry, ...]]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, GRID, 0)
        self.column.setSpacing(GRID * 2)

    def open_dialog(self, dialog: EntryDialog, name: str) -> None:
        """Open a dialog; what is typed in it survives a crash under its name."""
        assert self.kept is not None  # noqa: S101 - there is something to edit
        DialogDraft(self.desk, dialog, f"event:{self.kept.id}/{name}")
        dialog.open()

    def show_event(self, event: Event) -> None:
        """Show what is kept; fields show it by themselves."""
        self.kept = event

    def add_entries(self, *entries: Entry) -> None:
        """Add fields, side by side where there is room."""
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(GRID * 2)
        self._rows.append((row, entries))
        for each in entries:
            self.entries.append(each)
            row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        row.addStretch(0)
        self.column.addLayout(row)

    def fit(self, width: int) -> None:
        """Put fields of a row below one another if they need more than this width."""
        for row, entries in self._rows:
            needed = sum(each.minimumSizeHint().width() + GRID * 2 for each in entries)
            below = needed > width
            direction = QBoxLayout.Direction
            row.setDirection(direction.TopToBottom if below else direction.LeftToRight)


class ScrolledSection(QScrollArea):
    """Gives a section the width there is; only what is too high is scrolled."""

    def __init__(
        self, made: Callable[[Desk, QWidget], Section], desk: Desk, parent: QWidget | None = None
    ) -> None:
        """Have the section made in its place: what moves is styled anew with all in it."""
        super().__init__(parent)
        self.section = made(desk, self.viewport())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self.section)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the section find the form that fits."""
        self.section.fit(self.viewport().width())
        super().resizeEvent(event)
