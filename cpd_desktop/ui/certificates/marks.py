"""Draws what only the editor shows on a page: frames, handles, guides and the band."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPen

from cpd_desktop.domain.certificates.editing_places import around
from cpd_desktop.domain.certificates.fields import lacks
from cpd_desktop.domain.certificates.template import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPainter

    from cpd_desktop.ui.certificates.canvas import PageCanvas
    from cpd_desktop.ui.palette import Tokens

_HANDLE: Final = 4.0
_SHADOWS: Final = 6
_NEARLY: Final = 1.5
# The page is paper, also in the dark: what lies on it keeps its own colours.
_ON_PAPER: Final = QColor("#0f766b")
_GUIDE: Final = QColor("#c2187a")


def draw_sheet(painter: QPainter, canvas: PageCanvas, tokens: Tokens) -> None:
    """Draw the page with a soft shadow, as it was drawn last."""
    sheet = canvas.on_screen(canvas.editing.page.box)
    for far in range(_SHADOWS, 0, -1):
        shade = QColor(0, 0, 0, 60 // far // 2 if tokens.dark else 28 // far // 2)
        painter.fillRect(sheet.adjusted(-far, -far + 2, far, far + 2), shade)
    painter.fillRect(sheet, QColor(str(canvas.editing.page.colour)))
    if canvas.picture is not None:
        _draw_picture(painter, canvas.picture, sheet, canvas.devicePixelRatioF())
    painter.setPen(QPen(QColor(tokens.border), 1))
    painter.drawRect(sheet.adjusted(-0.5, -0.5, 0.5, 0.5))


def _draw_picture(painter: QPainter, picture: QImage, sheet: QRectF, ratio: float) -> None:
    """Draw the page dot for dot; only while the zoom changes it is stretched."""
    if abs(picture.width() / ratio - sheet.width()) < _NEARLY:
        dots = QRectF(picture.rect())
        size = QSizeF(picture.width() / ratio, picture.height() / ratio)
        painter.drawImage(QRectF(sheet.topLeft(), size), picture, dots)
    else:
        painter.drawImage(sheet, picture)


def draw_marks(painter: QPainter, canvas: PageCanvas, tokens: Tokens) -> None:
    """Draw the marks of what is chosen, of what would not be seen, and of what is going on."""
    _outline_unseen(painter, canvas)
    chosen = canvas.editing.elements
    pen = QPen(_ON_PAPER, 1.5 if canvas.hasFocus() else 1, Qt.PenStyle.DashLine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for each in chosen:
        painter.drawRect(canvas.on_screen(each.box))
    gesture = canvas.gesture
    if len(chosen) > 1:
        painter.setPen(QPen(_ON_PAPER, 1))
        painter.drawRect(canvas.on_screen(around(each.box for each in chosen)))
    if gesture is None or not gesture.guides:
        _draw_handles(painter, canvas)
    if gesture is None:
        return
    painter.setPen(QPen(_GUIDE, 1))
    sheet = canvas.on_screen(canvas.editing.page.box)
    for guide in gesture.guides:
        painter.drawLine(_line(guide.at, sheet, canvas.zoom, upright=guide.upright))
    if gesture.band is not None:
        painter.setPen(QPen(QColor(tokens.accent), 1))
        soft = QColor(tokens.accent)
        soft.setAlpha(40)
        painter.setBrush(soft)
        painter.drawRect(canvas.on_screen(gesture.band))


def _line(at: float, sheet: QRectF, zoom: float, *, upright: bool) -> QLineF:
    if upright:
        x = sheet.left() + at * zoom
        return QLineF(x, sheet.top(), x, sheet.bottom())
    y = sheet.top() + at * zoom
    return QLineF(sheet.left(), y, sheet.right(), y)


def _draw_handles(painter: QPainter, canvas: PageCanvas) -> None:
    painter.setPen(QPen(_ON_PAPER, 1.5))
    painter.setBrush(QColor("#ffffff"))
    for place in canvas.handles().values():
        reach = QPointF(_HANDLE, _HANDLE)
        painter.drawRoundedRect(QRectF(place - reach, place + reach), 2, 2)


def _outline_unseen(painter: QPainter, canvas: PageCanvas) -> None:
    """Frame the elements that may print nothing, so that they can be found and chosen."""
    pen = QPen(QColor(128, 128, 128, 140), 1, Qt.PenStyle.DotLine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for each in canvas.editing.page.elements:
        empty = isinstance(each, Text) and not any(span.text.strip() for span in each.spans)
        if empty or (canvas.snapshot is not None and lacks(each, canvas.snapshot)):
            painter.drawRect(canvas.on_screen(each.box))
