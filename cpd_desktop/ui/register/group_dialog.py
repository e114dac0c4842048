"""Groups that pay together: the forms that name one, and that move people into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit

from cpd_desktop.services.parties import PartyDraft
from cpd_desktop.ui.form import FormDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class MoveDialog(FormDialog):
    """Asks which group people go to; ``offered`` carries its name, empty for none."""

    offered = Signal(str)

    def __init__(self, parent: QWidget, parties: Sequence[str], count: int) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Move %n person(s)", "", count))
        self.accept_button.setText(self.tr("Move"))
        self._group = QComboBox()
        self._group.setEditable(True)
        self._group.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._group.addItems(list(parties))
        self._group.setCurrentText("")
        line = self._group.lineEdit()
        assert line is not None  # noqa: S101 - the box is editable
        line.setPlaceholderText(self.tr("None: each pays alone"))
        self.add_field("group", self.tr("&Group that pays together"), self._group)
        self._group.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self._group.setFocus()

    def offer(self) -> None:
        """Hand over the name."""
        self.offered.emit(self._group.currentText())
        self.accept()


class GroupDialog(FormDialog):
    """Edits a group; ``offered`` carries a draft that keeps every rule."""

    offered = Signal(PartyDraft)

    def __init__(self, parent: QWidget, draft: PartyDraft | None = None) -> None:
        super().__init__(parent)
        new = draft is None
        draft = draft or PartyDraft("")
        self.setWindowTitle(self.tr("New group") if new else self.tr("Edit group"))
        self.accept_button.setText(self.tr("Add group") if new else self.tr("Save changes"))
        self._name = QLineEdit(draft.name)
        self._payer = QLineEdit(draft.payer)
        self._payer.setPlaceholderText(self.tr("Who gets the bill"))
        self._email = QLineEdit(draft.email)
        self.add_field("name", self.tr("&Name"), self._name)
        self.add_field("payer", self.tr("&Payer"), self._payer)
        self.add_field("email", self.tr("Payer's &e-mail"), self._email)
        self._name.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self._name.setFocus()

    def offer(self) -> None:
        """Hand over the group if all is well, else show what is wrong."""
        draft = PartyDraft(self._name.text(), self._payer.text(), self._email.text()).tidied()
        if not self.show_problems(draft.problems()):
            self.offered.emit(draft)
            self.accept()
