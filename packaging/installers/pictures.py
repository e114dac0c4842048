"""Makes the icons of all systems and sizes from the one drawing."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PIL.Image import Image

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
_ON_WINDOWS = (16, 24, 32, 48, 64, 256)


def make_all(drawing: Path, folder: Path) -> None:
    """Draw it in every size, and put those together that Windows and macOS want in one file."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: _drawn(drawing, size) for size in (*SIZES, 1024)}
    for size in SIZES:
        drawn[size].save(folder / f"{size}.png", optimize=True)
    smaller = [drawn[size] for size in _ON_WINDOWS[:-1]]
    drawn[256].save(
        folder / "cpd-desktop.ico",
        sizes=[(size, size) for size in _ON_WINDOWS],
        append_images=smaller,
    )
    mac = [drawn[size] for size in (32, 64, 128, 256, 512)]
    drawn[1024].save(folder / "cpd-desktop.icns", append_images=mac)


def _drawn(drawing: Path, size: int) -> Image:
    from PIL import Image
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    kept = QBuffer()
    kept.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(kept, "PNG")  # type: ignore[call-overload] # it takes the name as text too
    return Image.open(BytesIO(kept.data().data())).convert("RGBA")
