"""Which elements somebody means who points at a page, or goes through it by keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import Box, Form, Role, Shape

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Element, Page

_MOST: Final = 0.8  # of a page: what covers more is its ground


def element_at(page: Page, x: float, y: float, slack: float) -> Element | None:
    """Return the uppermost element at a point; thin ones count a little beside them, too."""
    return next((each for each in reversed(page.elements) if _is_at(each, x, y, slack)), None)


def is_ground(element: Element, page: Page) -> bool:
    """Say whether an element covers most of its page, so that one points at others on it."""
    return element.box.overlap(page.box) > _MOST * page.width * page.height


def within_band(page: Page, band: Box) -> tuple[str, ...]:
    """Return the names of the elements that lie wholly in a place."""
    return tuple(each.name for each in page.elements if band.holds(each.box))


def in_walking_order(page: Page) -> list[str]:
    """Return all names as the keyboard goes through them: what is read first, then the rest."""
    rest = [each.name for each in page.elements if each.role is Role.DECORATION]
    return [each.name for each in page.in_reading_order()] + rest


def _is_at(element: Element, x: float, y: float, slack: float) -> bool:
    box, point = element.box, Box(x, y, 0, 0)
    if not _grown(box, slack).holds(point):
        return False
    hollow = isinstance(element, Shape) and element.fill is None and element.form is not Form.PATH
    inside = min(box.width, box.height) > 2 * slack and _grown(box, -slack).holds(point)
    return not (hollow and inside)


def _grown(box: Box, by: float) -> Box:
    width, height = box.width + 2 * by, box.height + 2 * by
    return replace(box, x=box.x - by, y=box.y - by, width=width, height=height)
