"""Asks who signs certificates: name, title, and a picture of the signature."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from cpd_desktop.domain.settings import Signatory
from cpd_desktop.ui.file_questions import ask_for_file
from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class StageSignatoryDialog(FormDialog):
    """Asks for them; ``offered`` carries the settings and the file of a new picture, if any."""

    offered = Signal(Signatory, str)

    def __init__(self, parent: QWidget, kept: Signatory) -> None:
        super().__init__(parent)
        self._kept = kept
        self._file = ""
        self.setWindowTitle(self.tr("Who signs certificates"))
        self.accept_button.setText(self.tr("Save"))
        self.accept_button.setAccessibleName(self.accept_button.text())
        self.person, self.title = QLineEdit(kept.person), QLineEdit(kept.title)
        self.picture = label(self.tr("A picture is kept") if kept.picture else self.tr("None yet"))
        self.choose = button(self.tr("Choose a picture…"))
        self.choose.setAccessibleName(self.tr("Choose a picture of the signature"))
        self.add_field("person", self.tr("&Name"), self.person)
        self.add_field("title", self.tr("&Title"), self.title)
        row = QHBoxLayout()
        row.addWidget(self.picture, 1)
        row.addWidget(self.choose)
        self.add_rows("picture", self.tr("Signature"), row)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * READABLE)
        self.person.setFocus()

        self.choose.clicked.connect(self._ask_for_picture)

    def take_picture(self, chosen: str) -> None:
        """Take the file of a picture, which is kept with the rest."""
        self._file = chosen
        self.picture.setText(chosen)

    def offer(self) -> None:
        """Hand over what was entered."""
        person, title = self.person.text().strip(), self.title.text().strip()
        self.offered.emit(replace(self._kept, person=person, title=title), self._file)
        self.accept()

    def _ask_for_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        ask_for_file(self, self.tr("Picture of the signature"), kinds, self.take_picture)
