"""Ctrl+K: type a few letters, find any command, event, person or registration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.matching import fit
from cpd_desktop.ui.widgets import GRID, label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon

    from cpd_desktop.ui.actions import Action, Actions

_DETAIL = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_MOST_SHOWN = 50
_MOST_REMEMBERED = 20
_LINES = 10
_PADDING = 12


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the palette: what it is, a detail beside it, and what Enter does."""

    title: str
    detail: str
    icon: str
    run: Callable[[], object]


class CommandPalette(QDialog):
    """Finds what can be done now; the most recently used comes first."""

    def __init__(
        self,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        finders: list[Callable[[str], list[Found]]] | None = None,
        icon: Callable[[str], QIcon] | None = None,
    ) -> None:
        super().__init__(parent)
        self.finders = finders if finders is not None else []
        self.recent: list[str] = []
        self._actions = actions
        self._icon = icon
        self._shown: list[tuple[str, Found]] = []

        self.setWindowTitle(self.tr("Find a command, event, person or registration"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a few letters"))
        self.field.setAccessibleName(self.windowTitle())
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_LineDelegate(self.list))
        self.nothing: QLabel = label(self.tr("Nothing has these letters."), "muted")

        layout = QVBoxLayout(self)
        layout.setContentsMargins(GRID * 2, GRID * 2, GRID * 2, GRID * 2)
        layout.setSpacing(GRID)
        layout.addWidget(self.field)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        letter = self.fontMetrics()
        self.setMinimumWidth(letter.averageCharWidth() * 90)
        self.list.setMinimumHeight((letter.height() + _PADDING) * _LINES)

        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._run_current)
        self.list.itemClicked.connect(self._run_clicked)
        self.list.currentRowChanged.connect(self._say_current)

    def open(self) -> None:
        """Show the palette, empty, with the last used on top."""
        self.field.clear()
        self._search("")
        self.field.setFocus()
        super().open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys walk the list while the letters stay in the field."""
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _LINES,
            Qt.Key.Key_PageUp: -_LINES,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif self.list.count():
            self._walk(step)

    def _walk(self, step: int) -> None:
        row, count = self.list.currentRow() + step, self.list.count()
        if abs(step) == 1:
            row %= count
        self.list.setCurrentRow(max(0, min(row, count - 1)))

    def _search(self, typed: str) -> None:
        self._shown = [*self._commands(typed), *self._others(typed)][:_MOST_SHOWN]
        self.list.clear()
        for _, found in self._shown:
            item = QListWidgetItem(found.title)
            item.setData(_DETAIL, found.detail)
            item.setData(_SPOKEN, ", ".join(filter(None, (found.title, found.detail))))
            if found.icon and self._icon is not None:
                item.setIcon(self._icon(found.icon))
            self.list.addItem(item)
        self.nothing.setVisible(not self._shown)
        self.list.setVisible(bool(self._shown))
        self.list.setCurrentRow(0 if self._shown else -1)
        self._say_current()

    def _commands(self, typed: str) -> list[tuple[str, Found]]:
        ranked: list[tuple[tuple[int, int, int], Action]] = []
        for action in self._actions:
            fits = _action_fit(typed, action)
            if fits is not None and action.enabled_when():
                ranked.append(((fits[0], self._age(action.id), fits[1]), action))
        ranked.sort(key=lambda each: each[0])
        return [(action.id, self._line(action)) for _, action in ranked]

    def _others(self, typed: str) -> list[tuple[str, Found]]:
        if not typed.strip():
            return []
        return [("", found) for finder in self.finders for found in finder(typed.strip())]

    def _age(self, action_id: str) -> int:
        return self.recent.index(action_id) if action_id in self.recent else _MOST_REMEMBERED

    def _line(self, action: Action) -> Found:
        detail = "   ".join(filter(None, (action.section, action.shown_shortcut)))
        return Found(action.plain_text, detail, action.icon, action.run)

    def _say_current(self) -> None:
        # The focus stays in the field: this is how a screen reader learns what Enter would do.
        row, count = self.list.currentRow(), self.list.count()
        if row < 0:
            self.field.setAccessibleDescription(self.nothing.text())
            return
        spoken = self.list.item(row).data(_SPOKEN)
        words = self.tr("{line}, {number} of {count}")
        text = words.format(line=spoken, number=row + 1, count=count)
        self.field.setAccessibleDescription(text)

    def _run_clicked(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self._run_current()

    def _run_current(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        action_id, found = self._shown[row]
        self.accept()
        if action_id:
            self.recent = [action_id, *(each for each in self.recent if each != action_id)]
            del self.recent[_MOST_REMEMBERED:]
            self._actions.run(action_id)
        else:
            found.run()


class _LineDelegate(QStyledItemDelegate):
    """Draws the detail of a line at its right, quieter than the title."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        detail = index.data(_DETAIL)
        if not detail:
            return
        rect, letters = option.rect, option.fontMetrics
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        title = letters.horizontalAdvance(index.data()) + _PADDING * 4
        room = rect.adjusted(title, 0, -_PADDING, 0)
        text = letters.elidedText(detail, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return size.expandedTo(QSize(0, option.fontMetrics.height() + _PADDING))


def _action_fit(typed: str, action: Action) -> tuple[int, int] | None:
    """Return the better fit of text and keywords; a keyword never beats the text."""
    by_text = fit(typed, action.plain_text)
    by_words = [fit(typed, word) for word in action.keywords.split()]
    known = [(place + 1, length) for place, length in filter(None, by_words)]
    return min(filter(None, (by_text, *known)), default=None)
