"""The dialog that gives a person a place on an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.ui.form import FormDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PersonDialog(FormDialog):
    """Asks for name and address; ``offered`` carries a draft that keeps every rule."""

    offered = Signal(PersonDraft)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a person"))
        self.accept_button.setText(self.tr("Add person"))
        self._name = QLineEdit()
        self._email = QLineEdit()
        self.add_field("name", self.tr("&Name"), self._name)
        self.add_field("email", self.tr("&E-mail"), self._email)
        self._name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 40)
        self._name.setFocus()

    def offer(self) -> None:
        """Hand over the person if all is well, else show what is wrong."""
        draft = PersonDraft(self._name.text(), self._email.text()).tidied()
        if not self.show_problems(draft.problems()):
            self.offered.emit(draft)
            self.accept()
