"""Lays a report out as pages: its title, headings on each page, and a line for each row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import (
    A4,
    Align,
    Box,
    Colour,
    Element,
    Line,
    Page,
    Role,
    Span,
    Template,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = A4[1], A4[0]
_MARGIN: Final = 40.0
_ROW: Final = 17.0
_FIT: Final = int((_HEIGHT - 2 * _MARGIN - 70) // _ROW)
_RULE: Final = Colour(190, 190, 190)
_BRACES: Final = re.compile(r"(\{)")
_WIDE: Final = 3  # the first column takes as much as so many others


def table_pages(
    title: str, headings: Sequence[str], rows: Sequence[Sequence[str]], amounts: int, language: str
) -> Template:
    """Return the pages of a report; so many of its last columns are amounts."""
    lots = [rows[at : at + _FIT] for at in range(0, len(rows), _FIT)] or [[]]
    pages = tuple(
        _page(title, (headings, *lot), amounts, f"{number} / {len(lots)}")
        for number, lot in enumerate(lots, 1)
    )
    return Template(title, pages, language, title)


def _page(title: str, rows: Sequence[Sequence[str]], amounts: int, number: str) -> Page:
    elements: list[Element] = []
    box = Box(_MARGIN, _MARGIN, _WIDTH - 2 * _MARGIN, 24)
    elements.append(_text(title, box, 0, size=15, bold=True, role=Role.HEADING))
    top = _MARGIN + 34
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell:
                box = _box(column, len(row), top)
                align = Align.LEFT if column < len(row) - amounts else Align.RIGHT
                order = len(elements)
                elements.append(_text(cell, box, order, bold=not at, align=align))
        top += _ROW
        rule = Box(_MARGIN, top - 3, _WIDTH - 2 * _MARGIN, 0)
        elements.append(Line(name=f"rule {at}", box=rule, colour=_RULE, thickness=0.5))
    foot = Box(_MARGIN, _HEIGHT - _MARGIN, _WIDTH - 2 * _MARGIN, 14)
    elements.append(_text(number, foot, len(elements), size=8))
    return Page(_WIDTH, _HEIGHT, tuple(elements))


def _box(column: int, count: int, top: float) -> Box:
    unit = (_WIDTH - 2 * _MARGIN) / (count - 1 + _WIDE)
    left = 0.0 if not column else (_WIDE + column - 1) * unit
    return Box(_MARGIN + left, top, (unit if column else _WIDE * unit) - 6, _ROW - 4)


def _text(
    text: str,
    box: Box,
    order: int,
    *,
    size: float = 9,
    bold: bool = False,
    align: Align = Align.LEFT,
    role: Role = Role.TEXT,
) -> Text:
    parts = tuple(Span(part, bold=bold) for part in _BRACES.split(text) if part)
    return Text(
        name=f"text {order}", box=box, role=role, order=order, spans=parts, size=size,
        smallest=5, leading=1.2, align=align,
    )  # fmt: skip
