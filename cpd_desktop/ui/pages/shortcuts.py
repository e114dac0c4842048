"""F1: every command and its keys, from the same list as the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from cpd_desktop.ui.matching import fit
from cpd_desktop.ui.row_table import SearchField
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cpd_desktop.ui.actions import Action, Actions


class ShortcutsPage(QWidget):
    """Lists the commands by section; typing narrows the list."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions

        self.title = label(self.tr("Keyboard shortcuts"), "title")
        self.field = SearchField(self.tr("Search commands and keys"))
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.tree.setAccessibleName(self.tr("Commands and their keys"))
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.nothing = label(self.tr("No command has these letters."), "muted")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 3, GRID * 3, GRID * 3, GRID * 3)
        layout.setSpacing(GRID * 2)
        for each in (self.title, self.field, self.nothing, self.tree):
            layout.addWidget(each)

        self.field.searched.connect(self._fill)
        self._fill("")

    def showEvent(self, event: QShowEvent) -> None:
        """Take up commands that were added since."""
        self._fill(self.field.text())
        super().showEvent(event)

    def _fill(self, typed: str) -> None:
        self.tree.clear()
        for section, actions in self._actions.sections().items():
            fitting = [action for action in actions if _fits(typed, action)]
            if not fitting:
                continue
            parent = QTreeWidgetItem([section])
            font = parent.font(0)
            font.setBold(True)
            parent.setFont(0, font)
            parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.tree.addTopLevelItem(parent)
            for action in fitting:
                parent.addChild(QTreeWidgetItem([action.plain_text, action.shown_shortcut]))
            self.tree.expandItem(parent)
            self.tree.setFirstColumnSpanned(
                self.tree.indexOfTopLevelItem(parent), self.tree.rootIndex(), True
            )
        found = self.tree.topLevelItemCount() > 0
        self.tree.setVisible(found)
        self.nothing.setVisible(not found)


def _fits(typed: str, action: Action) -> bool:
    texts = (action.plain_text, action.shown_shortcut, *action.keywords.split())
    return any(fit(typed, text) is not None for text in texts)
