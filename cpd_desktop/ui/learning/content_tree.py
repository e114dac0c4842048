"""The modules of an event in order, each with its content and assignments, as a tree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from cpd_desktop.ui.learning.words import due_words, kind_words, opens_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QShowEvent

    from cpd_desktop.domain.assignments import Assignment
    from cpd_desktop.domain.content import Module

MODULE, PIECE, ASSIGNMENT = "module", "piece", "assignment"
USUAL_WHAT = 18  # characters that the column of kinds has room for
_FEW = 8  # so many modules are shown with all that is in them
_KEY = Qt.ItemDataRole.UserRole


class Thing(NamedTuple):
    """What a line of the tree stands for."""

    kind: str
    id: int


class ContentTree(QTreeWidget):
    """Shows modules and what is in them; tells what somebody wants to do with them."""

    chosen = Signal()
    removal_asked = Signal()
    step_asked = Signal(int)  # up or down among its likes
    moved = Signal(Thing, Thing, bool)  # what, to what, and whether below it
    files_dropped = Signal(object, list)  # on what, if on anything

    def __init__(self) -> None:
        super().__init__()
        self._seen: set[int] = set()
        self.setAccessibleName(self.tr("Content"))
        self.setHeaderLabels([self.tr("Title"), self.tr("What"), self.tr("Details")])
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAcceptDrops(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.itemDoubleClicked.connect(self.chosen)

    def show_content(
        self, modules: Sequence[Module], assignments: Sequence[Assignment], zone: str
    ) -> None:
        """Show these; what was selected and folded stays so."""
        with QSignalBlocker(self):  # while it is filled, nothing of it can be asked for
            self._fill(modules, assignments, zone)

    def current_thing(self) -> Thing | None:
        """Return what is selected."""
        return _thing(self.currentItem())

    def select(self, thing: Thing) -> bool:
        """Select a thing and bring it into view; return whether it is there."""
        for item in self._items():
            if _thing(item) == thing:
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes, Alt with an arrow moves; the rest is the tree's."""
        key, alone = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if alone == Qt.KeyboardModifier.AltModifier and key in moves:
            self.step_asked.emit(moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.chosen.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let files in, and the tree's own lines."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would land: files go into the module of the line they are over."""
        if event.mimeData().hasUrls():
            if item := self.itemAt(event.position().toPoint()):
                self.setCurrentItem(item)
            event.acceptProposedAction()
        else:
            super().dragMoveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where; the tree itself is drawn again from what is kept."""
        target = _thing(self.itemAt(event.position().toPoint()))
        urls = event.mimeData().urls()
        if urls:
            paths = [Path(each.toLocalFile()) for each in urls if each.isLocalFile()]
            event.acceptProposedAction()
            self.files_dropped.emit(target, paths)
        elif event.source() is self and (what := self.current_thing()) and target is not None:
            place = QAbstractItemView.DropIndicatorPosition
            below = self.dropIndicatorPosition() == place.BelowItem
            # Qt would take the line away itself if this were a move.
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.accept()
            self.moved.emit(what, target, below)

    def changeEvent(self, event: QEvent) -> None:
        """Give the columns room for another size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Give the columns room for the text they are shown in."""
        super().showEvent(event)
        self._fit()

    def _fill(
        self, modules: Sequence[Module], assignments: Sequence[Assignment], zone: str
    ) -> None:
        before, folded = self.current_thing(), self._folded()
        by_id = {each.id: each for each in modules}
        self.clear()
        for number, module in enumerate(modules, 1):
            title = self.tr("{number}. {title}").format(number=number, title=module.title)
            top = self._line(Thing(MODULE, module.id), title, opens_words(module, by_id, zone))
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            for piece in module.pieces:
                more = piece.file_name or piece.link
                line = self._line(Thing(PIECE, piece.id), piece.title, more, top)
                line.setText(1, kind_words(piece.kind))
            for task in assignments:
                if task.module_id == module.id:
                    self._task_line(task, zone, top)
            top.setText(1, self.tr("%n item(s)", "", top.childCount()))
            few = len(modules) <= _FEW
            top.setExpanded(module.id not in folded if module.id in self._seen else few)
        for task in assignments:
            if task.module_id not in by_id:
                self._task_line(task, zone, None)
        self._seen = set(by_id)
        if before is not None:
            self.select(before)

    def _fit(self) -> None:
        heads, room = self.header(), self.fontMetrics().averageCharWidth()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        heads.setSectionResizeMode(1, QHeaderView.ResizeMode.Interactive)
        heads.setSectionResizeMode(2, QHeaderView.ResizeMode.Interactive)
        heads.resizeSection(1, room * USUAL_WHAT)
        heads.resizeSection(2, min(room * 36, self.viewport().width() // 3))

    def _line(
        self, thing: Thing, title: str, when: str, parent: QTreeWidgetItem | None = None
    ) -> QTreeWidgetItem:
        made = QTreeWidgetItem([title, "", when])
        made.setData(0, _KEY, thing)
        for column, text in ((0, title), (2, when)):
            made.setToolTip(column, text)
        if parent is None:
            self.addTopLevelItem(made)
        else:
            parent.addChild(made)
        return made

    def _task_line(self, task: Assignment, zone: str, parent: QTreeWidgetItem | None) -> None:
        line = self._line(Thing(ASSIGNMENT, task.id), task.title, due_words(task, zone), parent)
        line.setText(1, self.tr("Required work") if task.required else self.tr("Assignment"))

    def _items(self) -> list[QTreeWidgetItem]:
        tops = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return [
            each
            for top in tops
            if top is not None
            for each in (top, *(top.child(row) for row in range(top.childCount())))
        ]

    def _folded(self) -> set[int]:
        return {
            thing.id
            for item in self._items()
            if (thing := _thing(item)) and thing.kind == MODULE and not item.isExpanded()
        }


def _thing(item: QTreeWidgetItem | None) -> Thing | None:
    kept = None if item is None else item.data(0, _KEY)
    return None if kept is None else Thing(*kept)
