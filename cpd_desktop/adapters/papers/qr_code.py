"""Draws QR codes as sharp shapes, not as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas


def draw_code(canvas: Canvas, text: str, x: float, y: float, side: float) -> None:
    """Draw the code in a square whose lower left corner is here; it needs white around it."""
    from zxingcpp import BarcodeFormat, create_barcode

    code = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    # nanobind's Image has the buffer protocol, which its stubs do not say.
    dots = memoryview(code.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    rows, columns = dots.shape or (0, 0)
    dot = side / columns
    path = canvas.beginPath()
    for row in range(rows):
        start = None
        for column in range(columns + 1):
            dark = column < columns and not dots[row, column]
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                width = (column - start) * dot
                path.rect(x + start * dot, y + side - (row + 1) * dot, width, dot)
                start = None
    canvas.setFillGray(0)
    canvas.drawPath(path, stroke=0, fill=1)
