"""The page in the middle of the editor: the true preview, with what is chosen marked on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from cpd_desktop.domain.certificates.editing_aim import element_at, in_walking_order, is_ground
from cpd_desktop.domain.certificates.editing_places import HANDLES, around
from cpd_desktop.ui.certificates.gestures import Band, Gesture, Move, Resize
from cpd_desktop.ui.certificates.marks import draw_marks, draw_sheet
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )

    from cpd_desktop.domain.certificates.editing_places import Handle
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Box, Element
    from cpd_desktop.ui.certificates.editing import Editing
    from cpd_desktop.ui.theme import Theme

FIELD_MIME: Final = "application/x-cpd-certificate-field"
AROUND: Final = GRID * 4
SLACK: Final = 5.0
NEAR: Final = 8.0
_ROOM: Final = 28.0  # with less between two handles, nothing was left to drag by
STEP, LEAP = 1.0, 10.0
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CURSORS: Final = {
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
}


class PageCanvas(QWidget):
    """Shows a page and lets its elements be chosen, moved and resized.

    ``opened`` wants the words of an element edited, ``dropped`` a field put where it fell.
    """

    opened = Signal()
    dropped = Signal(str, float, float)
    menu_wanted = Signal(QPointF)

    def __init__(self, editing: Editing, theme: Theme) -> None:
        super().__init__()
        self.editing, self._theme = editing, theme
        self.zoom = 1.0
        self.picture: QImage | None = None
        self.snapshot: Snapshot | None = None
        self.gesture: Gesture | None = None
        self._pressed: QPointF | None = None
        self._on_release: tuple[str, ...] | None = None
        self._moving = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setProperty("data", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._measure()
        self._tell()
        editing.changed.connect(self._look_again)
        editing.chosen.connect(self._tell)
        editing.turned.connect(self._turn)
        theme.changed.connect(self.update)

    def show_picture(self, picture: QImage) -> None:
        """Show the page as it was drawn."""
        self.picture = picture
        self.update()

    def set_zoom(self, zoom: float) -> None:
        """Show a point in so many dots of the screen."""
        self.zoom = zoom
        self._measure()
        self.update()

    def sizeHint(self) -> QSize:
        """Want the room of the page and a little around it."""
        page = self.editing.page
        return QSize(
            round(page.width * self.zoom) + 2 * AROUND, round(page.height * self.zoom) + 2 * AROUND
        )

    def on_screen(self, box: Box) -> QRectF:
        """Return where a place on the page lies on the widget."""
        zoom = self.zoom
        return QRectF(
            AROUND + box.x * zoom, AROUND + box.y * zoom, box.width * zoom, box.height * zoom
        )

    def on_page(self, point: QPointF) -> tuple[float, float]:
        """Return which point of the page lies there."""
        return (point.x() - AROUND) / self.zoom, (point.y() - AROUND) / self.zoom

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt hands it over
        """Draw the page as certificates will look, and on it what only the editor shows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sheet(painter, self, self._theme.tokens)
        draw_marks(painter, self, self._theme.tokens)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose, and be ready to move or resize or draw a band."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.give_up()
        x, y = self.on_page(event.position())
        handle = self._handle_at(event.position())
        self._pressed, self._on_release, self._moving = event.position(), None, False
        if handle is not None:
            self.gesture = Resize(self.editing, handle, x, y, zoom=self.zoom)
            return
        adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        found = self._aimed(x, y)
        chosen = self.editing.names
        if found is None or (is_ground(found, self.editing.page) and found.name not in chosen):
            beside = chosen if adds else ()
            self.editing.choose(beside)
            self._on_release = (*beside, found.name) if found else beside
            self.gesture = Band(self.editing, x, y, beside=beside)
            return
        if adds and found.name in chosen:
            self._on_release = tuple(name for name in chosen if name != found.name)
        elif found.name not in chosen:
            self.editing.choose((*chosen, found.name) if adds else (found.name,))
        else:
            self._on_release = (found.name,)  # a click into a group means this one of it
        if self.editing.names:
            self.gesture = Move(self.editing, x, y, self.zoom)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse once it went far enough to mean it."""
        if self._pressed is None:
            self._point(event.position())
            return
        if self.gesture is None:
            return
        far = (event.position() - self._pressed).manhattanLength()
        meant = far >= QApplication.startDragDistance() or isinstance(self.gesture, Resize)
        if not (self._moving or meant):
            return
        self._moving, self._on_release = True, None
        self.gesture.move(*self.on_page(event.position()), event.modifiers())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        if self.gesture is not None:
            self.gesture.end()
        if self._on_release is not None:
            self.editing.choose(self._on_release)
        self.gesture, self._pressed, self._on_release = None, None, None
        self._point(event.position())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the words of what was clicked."""
        self.mousePressEvent(event)
        if self.editing.names:
            self.give_up()
            self.opened.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what was clicked."""
        x, y = self.on_page(QPointF(event.pos()))
        found = self._aimed(x, y)
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if by_mouse and found is not None and found.name not in self.editing.names:
            self.editing.choose((found.name,))
        self.menu_wanted.emit(QPointF(event.globalPos()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, open by Enter, let go by Escape."""
        key = Qt.Key(event.key())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if plain and key in _ARROWS and self.editing.names:
            step = LEAP if shift else STEP
            dx, dy = _ARROWS[key]
            self.editing.nudge(dx * step, dy * step)
        elif plain and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.editing.names:
            self.opened.emit()
        elif key == Qt.Key.Key_Escape and (self.gesture or self.editing.names):
            if self.gesture:
                self.give_up()
            else:
                self.editing.choose(())
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002, FBT001 - Qt's names
        """Go through the elements, and past the last one to the next control."""
        order = in_walking_order(self.editing.page)
        chosen = [each for each in order if each in self.editing.names]
        if next:
            at = order.index(chosen[-1]) + 1 if chosen else 0
        else:
            at = (order.index(chosen[0]) if chosen else len(order)) - 1
        if not 0 <= at < len(order):
            return super().focusNextPrevChild(next)
        self.editing.choose((order[at],))
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take fields from the list beside."""
        if event.mimeData().hasFormat(FIELD_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the field where it fell."""
        said = bytes(event.mimeData().data(FIELD_MIME).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(said, *self.on_page(event.position()))

    def give_up(self) -> None:
        """End what the mouse began, as if it had not."""
        gesture, self.gesture, self._pressed = self.gesture, None, None
        self._on_release = None
        if gesture is not None:
            gesture.give_up()
            self.update()

    def add_keys(self, *actions: QAction) -> None:
        """Let these be called by their keys while the page has the focus."""
        for each in actions:
            each.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.addAction(each)

    def handles(self) -> dict[Handle, QPointF]:
        """Return where the handles of what is chosen lie on the widget."""
        chosen = self.editing.elements
        if not chosen:
            return {}
        rect = self.on_screen(around(each.box for each in chosen))
        return {
            handle: QPointF(
                rect.center().x() + handle.across * rect.width() / 2,
                rect.center().y() + handle.down * rect.height() / 2,
            )
            for handle in HANDLES
            if _has_room(handle, rect.width(), rect.height())
        }

    def _aimed(self, x: float, y: float) -> Element | None:
        return element_at(self.editing.page, x, y, SLACK / self.zoom)

    def _handle_at(self, point: QPointF) -> Handle | None:
        near = {h: (place - point).manhattanLength() for h, place in self.handles().items()}
        handle = min(near, key=near.__getitem__, default=None)
        return handle if handle is not None and near[handle] <= NEAR else None

    def _point(self, point: QPointF) -> None:
        handle = self._handle_at(point)
        if handle is not None:
            turned = handle if handle >= (0, 0) else (-handle.across, -handle.down)
            self.setCursor(_CURSORS[turned])
        elif self._aimed(*self.on_page(point)):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()

    def _measure(self) -> None:
        self.setFixedSize(self.sizeHint())

    def _look_again(self) -> None:
        self._measure()
        self._tell()

    def _turn(self) -> None:
        self.picture = None
        self._look_again()

    def _tell(self) -> None:
        """Say for screen readers which page this is and what is chosen."""
        page, of = self.editing.at + 1, len(self.editing.template.pages)
        self.setAccessibleName(self.tr("Page {page} of {of}").format(page=page, of=of))
        told = [
            self.tr("{name} at {x}, {y}, {width} wide, {height} high").format(
                name=each.name,
                x=round(each.box.x),
                y=round(each.box.y),
                width=round(each.box.width),
                height=round(each.box.height),
            )
            for each in self.editing.elements
        ]
        self.setAccessibleDescription("; ".join(told) or self.tr("Nothing is selected"))
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Escape for the page while there is something to let go of."""
        if event.type() == QEvent.Type.ShortcutOverride and self.editing.names:
            key = getattr(event, "key", int)()
            if key in {*_ARROWS, Qt.Key.Key_Escape}:
                event.accept()
                return True
        return super().event(event)


def _has_room(handle: Handle, width: float, height: float) -> bool:
    """Say whether a handle would not be in the way of another, nor leave nothing to drag by.

    What is low or narrow keeps those in the middle of its sides: of two that would touch, the
    right and the lower one. What is both keeps its last corner.
    """
    narrow, low = width < _ROOM, height < _ROOM
    if handle.across and handle.down:
        if narrow and low:
            return handle == (1, 1) and width > 0 and height > 0
        return not (narrow or low)
    length, tight, other = (width, narrow, height) if handle.across else (height, low, width)
    return length > 0 and (not tight or (max(handle) > 0 and not 0 < other < _ROOM))
