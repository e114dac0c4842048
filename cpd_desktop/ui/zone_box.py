"""A field for a time zone that finds a place by any part of its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit

from cpd_desktop.domain.zones import zone_names
from cpd_desktop.ui.calm import CalmComboBox


class ZoneBox(CalmComboBox):
    """Offers every zone there is, and takes what is typed."""

    def __init__(self, zone: str = "") -> None:
        super().__init__()
        self.line = QLineEdit()
        self.setEditable(True)
        self.setLineEdit(self.line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems(list(zone_names()))
        completer = QCompleter(zone_names(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.show_zone(zone)

    def show_zone(self, zone: str) -> None:
        """Show a zone, or anything else that was typed, from its beginning."""
        self.setCurrentIndex(self.findText(zone))
        self.setEditText(zone)
        self.line.setCursorPosition(0)

    def zone(self) -> str:
        """Return the zone as it is called, however it was typed."""
        typed = self.currentText().strip()
        wanted = typed.replace(" ", "_").casefold()
        return next((name for name in zone_names() if name.casefold() == wanted), typed)
