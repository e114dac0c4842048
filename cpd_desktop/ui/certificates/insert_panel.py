"""What can be put on a page: fields with what they say now, and all kinds of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from cpd_desktop.domain.certificates.fields import FIELDS
from cpd_desktop.ui.certificates.canvas import FIELD_MIME
from cpd_desktop.ui.widgets import GRID, button, label
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.ui.theme import Theme

NAME: Final = Qt.ItemDataRole.UserRole
VALUE: Final = Qt.ItemDataRole.UserRole + 1


class InsertPanel(QWidget):
    """Says what is wanted on the page: ``kind_wanted`` or ``field_wanted``."""

    kind_wanted = Signal(str)
    field_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.kinds: dict[str, QPushButton] = {}
        self.fields = _FieldList()
        self.fields.setItemDelegate(_TwoLines(theme, self.fields))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(label(self.tr("Insert"), "caption"))
        grid = self._kind_grid()
        layout.addLayout(grid)
        self.setMinimumWidth(grid.minimumSize().width())
        layout.addWidget(label(self.tr("Fields"), "caption"))
        layout.addWidget(self.fields, 1)
        self.fields.itemActivated.connect(self._activate)
        theme.changed.connect(self._draw_icons)

    def show_values(self, snapshot: Snapshot) -> None:
        """Show what each field says for somebody."""
        if self.fields.count() == 0:
            for name, field in FIELDS.items():
                item = QListWidgetItem(in_words(field.words), self.fields)
                item.setData(NAME, name)
        for at in range(self.fields.count()):
            item = self.fields.item(at)
            value = FIELDS[item.data(NAME)].written(snapshot)
            item.setData(VALUE, value)
            item.setToolTip(value)
            description = self.tr("{value}. Enter inserts it.").format(value=value or "–")  # noqa: RUF001 - nothing
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, description)

    def _kind_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(GRID // 2)
        kinds = {
            "text": self.tr("Text"),
            "picture": self.tr("Picture"),
            "line": self.tr("Line"),
            "shape": self.tr("Shape"),
            "signature": self.tr("Signature"),
            "seal": self.tr("Seal"),
            "code": self.tr("QR code"),
            "table": self.tr("Credits"),
        }
        for at, (kind, words) in enumerate(kinds.items()):
            made = button(words, "nav")
            made.setAccessibleName(self.tr("Insert: {kind}").format(kind=words))
            made.clicked.connect(lambda _checked=False, one=kind: self.kind_wanted.emit(one))
            made.setMinimumWidth(made.minimumWidth() + made.iconSize().width())
            grid.addWidget(made, at // 2, at % 2)
            self.kinds[kind] = made
        self._draw_icons()
        return grid

    def _draw_icons(self) -> None:
        for kind, made in self.kinds.items():
            made.setIcon(self._theme.icon(kind))

    def _activate(self, item: QListWidgetItem) -> None:
        self.field_wanted.emit(item.data(NAME))


class _FieldList(QListWidget):
    """The fields, which can be dragged onto the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("data", True)
        self.setAccessibleName(self.tr("Fields"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def mimeData(self, items: Iterable[QListWidgetItem]) -> QMimeData:  # noqa: N802 - Qt's name
        made = QMimeData()
        for item in items:
            made.setData(FIELD_MIME, str(item.data(NAME)).encode())
        return made


class _TwoLines(QStyledItemDelegate):
    """Draws a field's name, and below it what it says now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        tokens = self._theme.tokens
        chosen = QStyle.StateFlag.State_Selected in option.state
        hovered = QStyle.StateFlag.State_MouseOver in option.state
        painter.save()
        if chosen or hovered:
            painter.fillRect(option.rect, QColor(tokens.accent_soft if chosen else tokens.raised))
        line = option.fontMetrics.height()
        area = option.rect.adjusted(GRID, GRID // 2, -GRID, 0)
        painter.setPen(QColor(tokens.text))
        elided = Qt.TextElideMode.ElideRight
        words = option.fontMetrics.elidedText(str(index.data()), elided, area.width())
        painter.drawText(QRect(area.x(), area.y(), area.width(), line), words)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() * 0.9)
        painter.setFont(font)
        painter.setPen(QColor(tokens.muted))
        value = str(index.data(VALUE) or "–")  # noqa: RUF001 - nothing
        value = painter.fontMetrics().elidedText(value, elided, area.width())
        painter.drawText(QRect(area.x(), area.y() + line, area.width(), line), value)
        painter.restore()

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt hands it over
    ) -> QSize:
        return QSize(0, 2 * option.fontMetrics.height() + GRID)
