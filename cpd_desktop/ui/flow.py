"""A row that goes on in the next line when it does not fit: buttons at twice the text size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QSplitter, QWidget

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_BESIDE = 92  # characters


class FlowRow(QLayout):
    """Lays widgets out as words in a text; hidden ones take no room."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        # Qt asks for the same few widths some thousand times for each page that is shown.
        self._heights: dict[int, int] = {}
        self.setSpacing(GRID)
        self.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take an item over, as Qt asks."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """Return an item, or nothing after the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - the same
        """Give an item back, as Qt asks."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        """Forget the heights, as something in the row is not what it was."""
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Want no more room than the widgets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that a narrower row is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height that this width needs."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), moves=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put every widget into its place."""
        super().setGeometry(rect)
        self._lay(rect, moves=True)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        if not shown:
            return QSize(0, 0)
        gaps = self.spacing() * (len(shown) - 1)
        return QSize(sum(s.width() for s in shown) + gaps, max(s.height() for s in shown))

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Need at least the widest widget."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, moves: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(rect.width(), 1), item.sizeHint().height()))
            if x > rect.x() and x + size.width() > rect.right() + 1:
                _place(line, height)
                x, y, height, line = rect.x(), y + height + self.spacing(), 0, []
            if moves:
                line.append((item, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        _place(line, height)
        return y + height - rect.y()


def _place(line: list[tuple[QLayoutItem, QRect]], height: int) -> None:
    """Put a line's items into their places, level with the middle of the tallest."""
    for item, place in line:
        item.setGeometry(place.translated(0, (height - place.height()) // 2))


def stack_if_narrow(row: QBoxLayout, around: QWidget) -> None:
    """Lay a row's items out below one another where there is little room beside one another."""
    way = QBoxLayout.Direction
    row.setDirection(way.TopToBottom if is_narrow(around) else way.LeftToRight)


class Parts(QSplitter):
    """Shows its parts beside one another, or below one another where there is little room."""

    def __init__(self, *, lines: int) -> None:
        """Give each part at least so many lines of text."""
        super().__init__(Qt.Orientation.Horizontal)
        self._lines = lines
        self.setChildrenCollapsible(False)

    def add(self, *parts: QWidget) -> None:
        """Add parts, once this is in its place: what moves is styled anew with all in it."""
        for part in parts:
            part.setMinimumHeight(self.fontMetrics().lineSpacing() * self._lines)
            self.addWidget(part)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the room is another."""
        super().resizeEvent(event)
        way = Qt.Orientation
        self.setOrientation(way.Vertical if is_narrow(self) else way.Horizontal)


def is_narrow(widget: QWidget) -> bool:
    """Say whether there is little room beside one another for the text of now."""
    return widget.width() < widget.fontMetrics().averageCharWidth() * _BESIDE


class Upright(QWidget):
    """Wants as much height as its rows need when they go on in the next line.

    Where there may be less room, somebody around it has to scroll.
    """

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the width of now."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit it anew when something in it was shown, hidden or said otherwise."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.totalMinimumHeightForWidth(self.width()))


def fit_height(window: QWidget, content: QWidget | None = None) -> None:
    """Make a window high enough for its wrapped texts, as far as the screen has room.

    ``content`` is what scrolls inside it, if anything does.
    """
    for each in window.findChildren(QWidget):
        each.ensurePolished()
    outer, inner = window.layout(), (content or window).layout()
    if outer is None or inner is None:
        return
    around = window.contentsMargins() + outer.contentsMargins()
    spare = 0 if content is None else around.top() + around.bottom()
    width = window.width() if content is None else window.width() - around.left() - around.right()
    inner.activate()
    needed = inner.totalHeightForWidth(width) + spare
    room = window.screen().availableGeometry().height()
    window.resize(window.width(), min(max(window.height(), needed), room))
