"""Draws badges: a name to be read across a room, and a code that checks its wearer in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.papers.qr_code import draw_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.typecase import Typecase
    from cpd_desktop.domain.papers import Badge, BadgeLayout

MM: Final = 72 / 25.4

_PADDING: Final = 5.5 * MM
# On a badge of 90 by 54 mm; on a larger one they grow with it.
_HEIGHT: Final = 54
_CODE: Final = 20 * MM
_NAME, _SMALLEST_NAME = 23, 11
_MARK: Final = 3 * MM
_INK, _SOFT, _LINE = 0.08, 0.38, 0.72


def draw_badges(
    canvas: Canvas, case: Typecase, badges: Sequence[Badge], layout: BadgeLayout
) -> None:
    """Draw all sheets."""
    height = layout.page.height * MM
    for first in range(0, len(badges), layout.on_sheet):
        if layout.cut_marks:
            _draw_cut_marks(canvas, layout)
        for place, badge in enumerate(badges[first : first + layout.on_sheet]):
            across, down = layout.corner(place)
            _draw_badge(canvas, case, badge, (across * MM, height - down * MM), layout)
        canvas.showPage()


def _draw_badge(
    canvas: Canvas, case: Typecase, badge: Badge, corner: tuple[float, float], layout: BadgeLayout
) -> None:
    left, top = corner[0] + _PADDING, corner[1] - _PADDING
    bottom = corner[1] - layout.height * MM + _PADDING
    width = layout.width * MM - 2 * _PADDING
    scale = layout.height / _HEIGHT
    side = _CODE * scale
    canvas.setFillGray(_SOFT)
    top = case.block(badge.event, width, 9, 7).draw(canvas, left, top) - 2.5 * MM
    canvas.setFillGray(_INK)
    name = case.block(badge.name, width, _NAME * scale, _SMALLEST_NAME, lines=3, bold=True)
    name.draw(canvas, left, top)

    beside = width - side - 4 * MM
    role = case.block(badge.role, beside, 10, 7.5, lines=1, bold=True)
    organisation = case.block(badge.organisation, beside, 11, 8)
    canvas.setFillGray(_SOFT)
    role.draw(canvas, left, bottom + role.height)
    canvas.setFillGray(_INK)
    organisation.draw(canvas, left, bottom + role.height + 1.5 * MM + organisation.height)
    draw_code(canvas, badge.code, left + width - side, bottom, side)


def _draw_cut_marks(canvas: Canvas, layout: BadgeLayout) -> None:
    """Draw short lines around the cards, outside of them, to cut along."""
    left, top = layout.left * MM, (layout.page.height - layout.top) * MM
    width, height = layout.width * MM, layout.height * MM
    right, bottom = left + layout.columns * width, top - layout.rows * height
    canvas.setStrokeGray(_LINE)
    canvas.setLineWidth(0.4)
    for column in range(layout.columns + 1):
        x = left + column * width
        canvas.line(x, top + 0.5 * MM, x, top + _MARK)
        canvas.line(x, bottom - 0.5 * MM, x, bottom - _MARK)
    for row in range(layout.rows + 1):
        y = top - row * height
        canvas.line(left - 0.5 * MM, y, left - _MARK, y)
        canvas.line(right + 0.5 * MM, y, right + _MARK, y)
