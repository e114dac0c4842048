"""A certificate as a picture in the middle of its place; an issued one can be dragged out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

MARGIN = GRID * 2
PAUSE = 120  # milliseconds without another size, before it is drawn anew


class StageSheet(QWidget):
    """Shows a picture as large as there is room; ``resized`` asks for one that fits."""

    resized = Signal()
    drag_asked = Signal()
    step_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._text = ""
        self._from: QPoint | None = None
        self.drags = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self._pause.timeout.connect(self.resized)

    @property
    def picture(self) -> QPixmap:
        """Return what is shown."""
        return self._picture

    def show_picture(self, picture: QPixmap, spoken: str) -> None:
        """Show a page; ``spoken`` says what it is."""
        self._picture, self._text = picture, ""
        self.setAccessibleName(spoken)
        self.update()

    def show_text(self, text: str) -> None:
        """Say why there is no page."""
        self._picture, self._text = QPixmap(), text
        self.setAccessibleName(text)
        self.update()

    def room(self) -> QSize:
        """Return how large a page can be."""
        return self.size() - QSize(2 * MARGIN, 2 * MARGIN)

    def sizeHint(self) -> QSize:
        """Ask for room in which a page can be made out."""
        return QSize(GRID * 50, GRID * 36)

    def minimumSizeHint(self) -> QSize:
        """Need no more than a small page."""
        return QSize(GRID * 20, GRID * 12)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on a darker ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        role = QPalette.ColorRole
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(role.Midlight))
        painter.drawRoundedRect(self.rect(), GRID, GRID)
        if self._picture.isNull():
            painter.setPen(self.palette().color(role.PlaceholderText))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(GRID, GRID, -GRID, -GRID), flags, self._text)
        else:
            self._draw_page(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().color(role.Accent))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), GRID, GRID)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a page that fits."""
        super().resizeEvent(event)
        self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next person or the one before by the arrows."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        by = steps.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self.step_asked.emit(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the page was taken hold of."""
        self._from = event.position().toPoint() if self.drags else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let it be dragged once the pointer is far enough."""
        if self._from is not None:
            way = event.position().toPoint() - self._from
            if way.manhattanLength() >= QApplication.startDragDistance():
                self._from = None
                self.drag_asked.emit()

    def _draw_page(self, painter: QPainter) -> None:
        size = self._picture.deviceIndependentSize()
        room = self.room().toSizeF()
        if size.width() > room.width() or size.height() > room.height():
            size = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        middle = QRectF(self.rect()).center()
        corner = middle - QPointF(size.width() / 2, size.height() / 2)
        page = QRectF(corner, size)
        painter.setBrush(QColor(0, 0, 0, 40))
        painter.drawRoundedRect(page.translated(0, 2).adjusted(-1, -1, 1, 1), 2, 2)
        painter.drawPixmap(page, self._picture, QRectF(self._picture.rect()))
