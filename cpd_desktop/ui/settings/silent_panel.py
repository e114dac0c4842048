"""Who wants no news: addresses that free messages pass by."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListWidget

from cpd_desktop.ui.settings.panel import Panel
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.desk import Desk

CHARACTERS = 48
LINES = 6


class SilentPanel(Panel):
    """Adds an address, or takes chosen ones off the list; both can be undone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.address = QLineEdit()
        self.address.setPlaceholderText("name@example.com")
        self.address.setAccessibleName(self.tr("Send no news to"))
        self.listed = QListWidget()
        self.listed.setAccessibleName(self.tr("Addresses that want no news"))
        self.listed.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        metrics = self.fontMetrics()
        for each in (self.address, self.listed):
            each.setMaximumWidth(metrics.averageCharWidth() * CHARACTERS)
        self.listed.setMaximumHeight(metrics.lineSpacing() * LINES + GRID * 2)
        self.empty = label(self.tr("Nobody said so yet."), "muted")
        self.add = button(self.tr("Add"))
        self.remove = button(self.tr("Send news again"))
        words = self.tr(
            "Free messages pass these addresses by, and whoever is marked “Do not write” among"
            " your people. Certificates, joining details and receipts reach them all the same."
        )
        heading = label(self.tr("No news to"), "heading")
        caption = label(self.address.accessibleName())
        caption.setBuddy(self.address)
        told = label(words, "caption")
        told.setWordWrap(True)
        for widget in (heading, told, self.empty, self.listed, caption, self.address):
            self.rows.addWidget(widget)
        self.add_buttons(self.add, self.remove)
        self.rows.addWidget(self.note)
        self._show([])

        self.address.textEdited.connect(self._allow)
        self.address.returnPressed.connect(self._add)
        self.listed.itemSelectionChanged.connect(self._allow)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)

    def refresh(self) -> None:
        """Look who is on the list."""
        self.run(partial(_silent, self.desk.services), self._show)

    def _show(self, addresses: list[str]) -> None:
        self.listed.clear()
        self.listed.addItems(addresses)
        self.listed.setVisible(bool(addresses))
        self.empty.setVisible(not addresses)
        self._allow()

    def _allow(self) -> None:
        self.add.setEnabled(bool(self.address.text().strip()))
        self.remove.setEnabled(bool(self.listed.selectedItems()))

    def _add(self) -> None:
        if self.add.isEnabled():
            self.run(partial(_silence, self.desk.services, self.address.text()), self._added)

    def _added(self, _changes: Changes) -> None:
        self.note.say(self.tr("Added."), "good")
        self.address.clear()
        self.refresh()

    def _remove(self) -> None:
        chosen = [each.text() for each in self.listed.selectedItems()]
        self.run(partial(_unsilence, self.desk.services, chosen), self._removed)

    def _removed(self, _changes: Changes) -> None:
        self.note.say(self.tr("They get news again."), "good")
        self.refresh()


def _silent(services: Services, _work: Work) -> list[str]:
    return services.outbox.silent()


def _silence(services: Services, written: str, _work: Work) -> Changes:
    return services.outbox.silence(services.outside.stationery.address(written))


def _unsilence(services: Services, addresses: list[str], _work: Work) -> Changes:
    from cpd_desktop.domain.changes import Changes

    changes = Changes()
    for each in addresses:
        changes = changes.merged(services.outbox.unsilence(each))
    return changes
