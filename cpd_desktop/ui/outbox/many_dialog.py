"""Asks for the number of messages before so many go again, so that nobody does it by a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QLineEdit

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.widgets import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MOST_WITHOUT_TYPING = 200
NOT_THAT_MANY = Sentence("messages", "Type {count}, the number of messages.")


class ManyDialog(FormDialog):
    """Says what would happen; ``agreed`` once the right number was typed."""

    agreed = Signal()

    def __init__(self, parent: QWidget, count: int, says: str) -> None:
        super().__init__(parent)
        self._count = count
        self.setWindowTitle(self.tr("Send again"))
        self.accept_button.setText(self.tr("Send again"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.typed = QLineEdit()
        self.typed.setPlaceholderText(QLocale().toString(count))

        asked = self.tr("Send the same %n message(s) again?", "", count)
        for text in filter(None, (asked, says)):
            self.rows.addWidget(label(text), self.rows.rowCount(), 0, 1, 2)
        self.add_field("count", self.tr("&Number of messages"), self.typed)
        self.typed.setFocus()

    def offer(self) -> None:
        """Agree, if so many were meant."""
        typed = "".join(each for each in self.typed.text() if each.isdigit())
        wrong = NOT_THAT_MANY.filled(count=self._count)
        if not self.show_problems({} if typed == str(self._count) else {"count": wrong}):
            self.agreed.emit()
            self.accept()
