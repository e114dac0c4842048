"""A line under buttons that says what came of pressing one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cpd_desktop.ui.widgets import restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.ui.widgets import Tone


class Note(QLabel):
    """Takes room only while it says something; its text can be selected and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.hide()

    def say(self, text: str, tone: Tone = "neutral") -> None:
        """Show a text, or nothing for an empty one."""
        self.setText(text)
        self.setVisible(bool(text))
        restyle(self, tone=tone)

    def say_error(self, error: CpdError) -> None:
        """Show what happened and what to do."""
        self.say(f"{in_words(error.says)} {in_words(error.advice)}", "bad")
