"""Draws an SVG as a picture; only Qt has what it takes, so that others are handed this."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

NOT_DRAWN = Sentence("picture", "This SVG drawing cannot be drawn.")


def drawn_svg(drawing: bytes, width: int, height: int) -> bytes:
    """Return the drawing as PNG of this size, in its own proportions, clear around it.

    Raises ``Invalid`` if Qt cannot read it. It must have been looked through before.
    """
    renderer = QSvgRenderer(QByteArray(drawing))
    if not renderer.isValid():
        raise Invalid({"picture": NOT_DRAWN})
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(written.data())
