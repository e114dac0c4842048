"""Suggests people who are known already while a name or an address is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QListView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from cpd_desktop.services.people import PersonSummary
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

FEW = 8
LETTERS = 2
PAUSE = 150

_PERSON = Qt.ItemDataRole.UserRole


class KnownPeople(QObject):
    """Offers people below a line; ``chosen`` says who of them it is."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, line: QLineEdit) -> None:
        super().__init__(line)
        self._desk = desk
        self._line = line
        self._asked = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.found = QStandardItemModel(self)
        self._completer = QCompleter(self.found, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(line)
        self._list = QListView()
        self._list.setAccessibleName(self.tr("People known already"))
        self._completer.setPopup(self._list)

        line.textEdited.connect(self._wait)
        self._pause.timeout.connect(self._ask)
        self._completer.activated[QModelIndex].connect(self._choose)

    def _wait(self) -> None:
        self._pause.start()

    def _ask(self) -> None:
        text = self._asked = self._line.text().strip()
        if len(text) < LETTERS:
            self._show([])
            return
        people = self._desk.services.people

        def search(_work: Work) -> tuple[str, list[PersonSummary]]:
            ids = list(people.ids(text)[:FEW])
            listed = people.listed(ids)
            return text, [listed[key] for key in ids if key in listed]

        self._desk.operations.look_up(search, self._found)

    def _found(self, found: tuple[str, list[PersonSummary]]) -> None:
        text, people = found
        if text == self._asked:  # more was typed meanwhile otherwise
            self._show(people)

    def _show(self, people: list[PersonSummary]) -> None:
        self.found.clear()
        for each in people:
            item = QStandardItem(" · ".join(filter(None, (each.name, each.email))))
            item.setData(each, _PERSON)
            self.found.appendRow(item)
        if people and self._line.hasFocus():
            self._completer.complete()
        else:
            self._list.hide()

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_PERSON))
