"""The way from the settings to the texts of mails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.desk import Desk


class TextsPanel(Panel):
    """Opens the editor of texts for all events."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.edit = button(self.tr("Texts of mails…"))
        words = self.tr("Each kind of mail has a text of its own, which you can word anew.")
        self.rows.addWidget(label(words, "muted"))
        self.add_buttons(self.edit)

        self.edit.clicked.connect(self._open)

    def _open(self) -> None:
        from cpd_desktop.ui.texts.editor import TextsDialog

        TextsDialog(self.desk, self.window()).open()
