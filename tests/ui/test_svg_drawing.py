from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.ui.svg_drawing import drawn_svg

RED_SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'
    b'<rect width="10" height="10" fill="#ff0000"/></svg>'
)


def test_a_drawing_keeps_its_proportions_and_is_clear_around_it() -> None:
    image = QImage.fromData(drawn_svg(RED_SQUARE, 200, 100))
    assert (image.width(), image.height()) == (200, 100)
    assert image.pixelColor(100, 50).name() == "#ff0000"
    assert image.pixelColor(5, 50).alpha() == 0


def test_what_qt_cannot_draw_is_refused_in_words() -> None:
    with pytest.raises(Invalid, match="cannot be drawn"):
        drawn_svg(b"<svg", 10, 10)
