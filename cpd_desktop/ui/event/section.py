"""What every section of the Plan stage is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cpd_desktop.ui.event.dialog_draft import DialogDraft
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.event.dialog import EntryDialog
    from cpd_desktop.ui.event.entries import Entry


class Section(QWidget):
    """A part of the plan. ``edited`` carries a change of the draft and what it is called."""

    edited = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.kept: Event | None = None
        self.entries: list[Entry] = []
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
        """Add fields, side by side."""
        row = QHBoxLayout()
        row.setSpacing(GRID * 2)
        for each in entries:
            self.entries.append(each)
            row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
