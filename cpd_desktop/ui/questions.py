"""Asks before something is done, or for a name, without stopping the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from cpd_desktop.ui.widgets import restyle

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.ui.widgets import ButtonRole


class Question(QMessageBox):
    """Asks before something that matters; Enter and Escape leave all as it is."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        text: str,
        says: str,
        *,
        yes: str,
        no: str,
        role: ButtonRole = "plain",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)  # titles and names may look like HTML
        self.setText(text)
        self.setInformativeText(says)
        self.yes = self.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        self.no = self.addButton(no, QMessageBox.ButtonRole.RejectRole)
        if role != "plain":
            restyle(self.yes, role=role)
        for each in (self.yes, self.no):
            each.setAccessibleName(each.text())
        self.setDefaultButton(self.no)
        self.setEscapeButton(self.no)


def ask_for_name(
    parent: QWidget,
    title: str,
    words: str,
    before: str,
    then: Callable[[str], None],
    *,
    yes: str,
    no: str,
) -> QInputDialog:
    """Ask for a name; ``before`` stands there at first."""
    dialog = QInputDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(words)
    dialog.setOkButtonText(yes)
    dialog.setCancelButtonText(no)
    dialog.setTextValue(before)
    dialog.textValueSelected.connect(then)
    dialog.open()
    return dialog
