"""What a new element looks like before anybody changed it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import (
    Align,
    Box,
    Code,
    Colour,
    CreditTable,
    Family,
    Fit,
    Line,
    Picture,
    Rise,
    Seal,
    Shape,
    Signature,
    Span,
    Text,
)

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Element, Page

INK: Final = Colour(28, 36, 48)
ACCENT: Final = Colour(15, 118, 107)
_SHARE: Final = 0.72  # of the page's width, for what carries a line of text
_STEP: Final = 14.0
_SIZES: Final = {"person_name": 34.0, "event_title": 20.0}


def new_text(page: Page, name: str, words: str, field: str = "") -> Text:
    """Return a text in the middle of the page; one for a name is large."""
    size = _SIZES.get(field, 13.0)
    width = page.width * _SHARE if field else min(240.0, page.width * _SHARE)
    large = field in _SIZES
    return Text(
        name=name,
        box=free_place(page, width, size * 1.6),
        spans=(Span(words, bold=large),),
        family=Family.SERIF if large else Family.SANS,
        size=size,
        smallest=min(size, 9.0) if not large else size / 2,
        align=Align.CENTRE,
        rise=Rise.MIDDLE,
        fit=Fit.SHRINK,
        colour=INK,
    )


def new_element(kind: str, page: Page, name: str) -> Element:
    """Return a line, shape, signature, seal, code or table in the middle of the page."""
    sizes = {
        "line": (220.0, 0.0),
        "shape": (180.0, 110.0),
        "signature": (150.0, 50.0),
        "seal": (92.0, 92.0),
        "code": (84.0, 84.0),
        "table": (min(380.0, page.width * _SHARE), 80.0),
    }
    box = free_place(page, *sizes[kind])
    made: dict[str, Element] = {
        "line": Line(name=name, box=box, colour=INK),
        "shape": Shape(name=name, box=box, edge=ACCENT),
        "signature": Signature(name=name, box=box, alt=name, optional=True),
        "seal": Seal(name=name, box=box, colour=ACCENT),
        "code": Code(name=name, box=box, alt=name, colour=INK),
        "table": CreditTable(name=name, box=box, colour=INK),
    }
    return made[kind]


def new_picture(page: Page, name: str, asset: str, ratio: float) -> Picture:
    """Return a picture in its own proportions in the middle of the page."""
    width, height = fitted(ratio, 180.0, 120.0)
    return Picture(name=name, box=free_place(page, width, height), asset=asset, alt=name)


def fitted(ratio: float, width: float, height: float) -> tuple[float, float]:
    """Return the largest size of this width by height that fits."""
    return (width, width / ratio) if width / ratio <= height else (height * ratio, height)


def free_place(page: Page, width: float, height: float) -> Box:
    """Return a place in the middle of the page where no other element begins."""
    box = Box((page.width - width) / 2, (page.height - height) / 2, width, height)
    taken = {(round(each.box.x), round(each.box.y)) for each in page.elements}
    while (round(box.x), round(box.y)) in taken:
        box = replace(box, x=box.x + _STEP, y=box.y + _STEP)
    return box
