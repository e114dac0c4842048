"""The dialog that erases somebody on request: it says what that does, and asks twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from cpd_desktop.ui.form import READABLE, FormDialog
from cpd_desktop.ui.widgets import GRID, label, restyle
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.erasure import Report


class EraseDialog(FormDialog):
    """Erases only once the person's name is typed; ``confirmed`` carries the reason."""

    confirmed = Signal(str)

    def __init__(self, parent: QWidget, report: Report) -> None:
        super().__init__(parent)
        self._name = report.person.name
        self.setWindowTitle(self.tr("Erase {name}").format(name=self._name))
        self.accept_button.setText(self.tr("Erase for good"))
        self.accept_button.setDefault(False)
        restyle(self.accept_button, role="danger")
        self._why = QLineEdit()
        self._why.setPlaceholderText(self.tr("Such as: asked by letter of 3 March"))
        self._typed = QLineEdit()

        self._add_part(self.tr("Goes"), report.goes)
        self._add_part(self.tr("Stays"), report.stays)
        self._add_part(self.tr("For you to see to"), report.see_to)
        self.add_field("why", self.tr("&Reason"), self._why)
        self.add_field("typed", self.tr("Type the &name to erase"), self._typed)
        self.rows.addWidget(label(self._name, "muted", data=True), self.rows.rowCount(), 1)
        warning = label(self.tr("This cannot be undone."), "heading")
        self.rows.addWidget(warning, self.rows.rowCount(), 1)
        self._allow()
        self.resize(self.fontMetrics().averageCharWidth() * READABLE, 0)
        self._why.setFocus()

        self._typed.textChanged.connect(self._allow)

    def offer(self) -> None:
        """Confirm, if the name was typed."""
        if self._is_typed():
            self.confirmed.emit(self._why.text().strip())
            self.accept()

    def _add_part(self, title: str, sentences: tuple[Sentence, ...]) -> None:
        layout = QVBoxLayout()
        layout.setSpacing(GRID // 2)
        for each in sentences:
            layout.addWidget(label(in_words(each)))
        self.add_rows(title, title, layout)

    def _allow(self) -> None:
        self.accept_button.setEnabled(self._is_typed())

    def _is_typed(self) -> bool:
        return " ".join(self._typed.text().split()) == " ".join(self._name.split())
