"""The form in which people are looked up and chosen: who a participant is, or which several."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from cpd_desktop.domain.folding import folded
from cpd_desktop.ui.form import FormDialog
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

MOST_SHOWN = 200  # more are found by typing
_KEY = Qt.ItemDataRole.UserRole


class Choosable(NamedTuple):
    """Somebody who can be chosen, and the words by which they are told from others."""

    key: str
    text: str
    sought: str


class Asked(NamedTuple):
    """What the form asks: its title, its button, how many at least, and whether to say why."""

    title: str
    accept: str
    least: int = 1
    why: bool = False


class ChooseDialog(FormDialog):
    """Lists whoever fits what is typed; ``offered`` carries the keys chosen, and why."""

    offered = Signal(list, str)

    def __init__(self, parent: QWidget, asked: Asked, people: Sequence[Choosable]) -> None:
        super().__init__(parent)
        self._asked = asked
        self._people = people
        self._chosen: dict[str, str] = {}
        self.setWindowTitle(asked.title)
        self.accept_button.setText(asked.accept)
        self.search = SearchField(self.tr("Search %n people", "", len(people)))
        self.list = QListWidget()
        self.list.setMinimumHeight(self.fontMetrics().height() * 12)
        self.list.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.told = label("", "caption", data=True)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Such as: both sat at one screen"))

        self.add_field("search", self.tr("&Search"), self.search)
        self.add_field("people", self.tr("&People"), self.list, top=True)
        self.rows.addWidget(self.told, self.rows.rowCount(), 1)
        self.told.setVisible(self._several)
        if asked.why:
            self.add_field("why", self.tr("&Reason"), self.why)
        self._fill("")
        self.search.setFocus()

        self.search.searched.connect(self._fill)
        self.search.returnPressed.connect(self.list.setFocus)
        self.list.itemChanged.connect(self._note)
        self.list.currentItemChanged.connect(self._allow)
        self.list.itemActivated.connect(self._activate)
        self.why.textChanged.connect(self._allow)

    @property
    def chosen(self) -> list[str]:
        """Return the keys of whoever is chosen."""
        if self._several:
            return list(self._chosen)
        return [item.data(_KEY) for item in self.list.selectedItems()]

    def offer(self) -> None:
        """Hand over who was chosen, if that is enough."""
        if self.accept_button.isEnabled():
            self.offered.emit(self.chosen, self.why.text().strip())
            self.accept()

    @property
    def _several(self) -> bool:
        return self._asked.least > 1

    def _fill(self, text: str) -> None:
        words = folded(text).split()
        fitting = [each for each in self._people if all(word in each.sought for word in words)]
        self.list.blockSignals(True)
        self.list.clear()
        for each in fitting[:MOST_SHOWN]:
            item = QListWidgetItem(each.text)
            item.setData(_KEY, each.key)
            if self._several:
                on = each.key in self._chosen
                item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if fitting else -1)
        self.list.blockSignals(False)
        self._allow()

    def _note(self, item: QListWidgetItem) -> None:
        key = item.data(_KEY)
        if item.checkState() == Qt.CheckState.Checked:
            self._chosen[key] = item.text()
        else:
            self._chosen.pop(key, None)
        self._allow()

    def _activate(self, item: QListWidgetItem) -> None:
        if not self._several:
            self.offer()
            return
        on = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)

    def _allow(self) -> None:
        told = "; ".join(self._chosen.values())
        self.told.setText(told or self.tr("Tick at least two with the space bar."))
        enough = len(self.chosen) >= self._asked.least
        self.accept_button.setEnabled(
            enough and bool(self.why.text().strip() or not self._asked.why)
        )
