"""A list of what an event has several of: two lines and a warning each, and buttons below."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

    from cpd_desktop.ui.theme import Theme

DETAILS, WARNING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
WRAPPED = int(Qt.TextFlag.TextWordWrap)
LEAST_HEIGHT = GRID * 18


class Item(NamedTuple):
    """What a line says of one thing."""

    title: str
    details: str = ""
    warning: str = ""


class ItemView(QListWidget):
    """Shows items; each is read aloud with all of its words."""

    delete_pressed = Signal()

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_ItemDelegate(self, theme))
        self.setMinimumHeight(LEAST_HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Keep the Delete key to the list: for the window it means the whole event."""
        if event.type() is QEvent.Type.ShortcutOverride and _is_delete(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the Delete key."""
        if _is_delete(event):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these, and select what was selected before."""
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for each in items:
            made = QListWidgetItem(each.title)
            made.setData(DETAILS, each.details)
            made.setData(WARNING, each.warning)
            spoken = ". ".join(filter(None, each))
            made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(made)
        self.blockSignals(False)
        self.setCurrentRow(min(row, len(items) - 1))


class ItemList(QWidget):
    """A list with the buttons that work on it; signals carry the row that is meant."""

    add_asked = Signal()
    edit_asked = Signal(int)
    remove_asked = Signal(int)
    move_asked = Signal(int, int)

    def __init__(
        self,
        name: str,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        add: str,
        edit: str,
        nothing: str,
        moves: bool = False,
    ) -> None:
        super().__init__(parent)
        self.view = ItemView(name, theme)
        self.nothing = label(nothing, "muted")
        self.add = button(add)
        self.edit = button(edit)
        self.remove = button(self.tr("Remove"))
        self.up = button(self.tr("Move up"), "quiet")
        self.down = button(self.tr("Move down"), "quiet")
        self._row = [self.add, self.edit, self.remove, *((self.up, self.down) if moves else ())]
        self._flow = FlowRow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.nothing)
        layout.addWidget(self.view, 1)
        layout.addLayout(self._flow)
        layout.addStretch(0)
        for each in tuple(self._row):
            self.add_button(each)
        self._show_what_can_be_done()

        self.view.currentRowChanged.connect(self._show_what_can_be_done)
        self.view.itemActivated.connect(self._ask_to_edit)
        self.add.clicked.connect(self.add_asked)
        self.edit.clicked.connect(self._ask_to_edit)
        self.remove.clicked.connect(self._ask_to_remove)
        self.view.delete_pressed.connect(self.remove.click)  # does nothing while it is greyed
        self.up.clicked.connect(self._ask_to_move_up)
        self.down.clicked.connect(self._ask_to_move_down)

    def add_button(self, made: QPushButton) -> None:
        """Put one more button under the list, named for screen readers by its text."""
        made.setAccessibleName(made.text().replace("&", ""))
        if made not in self._row:
            self._row.append(made)
        self._flow.addWidget(made)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show these, or the words for there being none."""
        self.view.show_items(items)
        self.view.setVisible(bool(items))
        self.nothing.setVisible(not items)
        for each in self._row[1:]:
            each.setVisible(bool(items))
        self._show_what_can_be_done()

    def row(self) -> int:
        """Return the selected row; -1 for none."""
        return self.view.currentRow()

    def _show_what_can_be_done(self) -> None:
        row, count = self.row(), self.view.count()
        for each in (self.edit, self.remove):
            each.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < count - 1)

    def _ask_to_edit(self) -> None:
        if self.row() >= 0:
            self.edit_asked.emit(self.row())

    def _ask_to_remove(self) -> None:
        self.remove_asked.emit(self.row())

    def _ask_to_move_up(self) -> None:
        self._move(-1)

    def _ask_to_move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.row()
        self.move_asked.emit(row, row + by)
        self.view.setCurrentRow(row + by)


class _ItemDelegate(QStyledItemDelegate):
    """Draws the title bold, the details muted, and the warning in full, as many lines it takes."""

    def __init__(self, view: ItemView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Ask for the height of all lines at the width of the view."""
        width = self._width()
        height = sum(
            letters.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, text).height()
            for text, letters in self._texts(option.font, index)
            if text
        )
        return QSize(GRID * 20, height + 2 * GRID)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one item."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, self._view)
        tokens = self._theme.tokens
        colours = (tokens.text, tokens.muted, tokens.warn)
        area = option.rect.adjusted(GRID, GRID, 0, -GRID)
        area.setWidth(self._width())
        painter.save()
        parts = zip(self._texts(option.font, index), colours, self._fonts(option.font), strict=True)
        for (text, letters), colour, font in parts:
            if text:
                painter.setFont(font)
                painter.setPen(QColor(colour))
                drawn = letters.boundingRect(QRect(0, 0, area.width(), 10_000), WRAPPED, text)
                painter.drawText(area, WRAPPED, text)
                area.setTop(area.top() + drawn.height())
        painter.restore()

    def _width(self) -> int:
        # The bar's width is left free always: else the lines break anew when it appears.
        bar = self._view.verticalScrollBar().sizeHint().width()
        return self._view.width() - bar - 2 * self._view.frameWidth() - 2 * GRID

    def _fonts(self, font: QFont) -> tuple[QFont, QFont, QFont]:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        return bold, font, font

    def _texts(
        self, font: QFont, index: QModelIndex | QPersistentModelIndex
    ) -> list[tuple[str, QFontMetrics]]:
        roles = (Qt.ItemDataRole.DisplayRole, DETAILS, WARNING)
        texts = (str(index.data(role) or "") for role in roles)
        return [
            (text, QFontMetrics(each))
            for text, each in zip(texts, self._fonts(font), strict=True)
        ]  # fmt: skip


def _is_delete(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
