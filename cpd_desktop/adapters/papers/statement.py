"""Draws a statement of credits: whose it is, a row for each certificate, and the totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.typecase import Typecase
    from cpd_desktop.domain.papers import CreditStatement, EarnedRow

MM: Final = 72 / 25.4

_MARGIN: Final = 18 * MM
_ROW: Final = 11 * MM
_HEADINGS: Final = 7 * MM
_TOTAL: Final = 6 * MM
_FOOT: Final = 10 * MM
_PADDING: Final = 1.6 * MM
_INK, _SOFT, _LINE, _TINT = 0.1, 0.38, 0.72, 0.94
_SHARES: Final = (24, 78, 36, 36)  # date, event, credit, certificate


def draw_statement(canvas: Canvas, case: Typecase, statement: CreditStatement) -> None:
    """Draw all pages, with the totals on the last one."""
    drawn = _Drawn(canvas, case, statement)
    top, pages = drawn.head(), drawn.pages()
    for number, rows in enumerate(pages, 1):
        below = drawn.rows(top, rows)
        if number == len(pages):
            drawn.totals(below)
        drawn.foot(number, len(pages))
        canvas.showPage()
        if number < len(pages):
            top = drawn.head()


@dataclass(frozen=True, slots=True)
class _Drawn:
    canvas: Canvas
    case: Typecase
    told: CreditStatement

    @property
    def width(self) -> float:
        return self.told.page.width * MM - 2 * _MARGIN

    def head(self) -> float:
        """Draw who says it of whom, and return where the rows begin."""
        told, top = self.told, self.told.page.height * MM - _MARGIN
        lines = (
            (told.provider, 10.0, _SOFT, True),
            (told.address, 8.5, _SOFT, False),
            (told.words.title, 20.0, _INK, True),
            (told.person, 14.0, _INK, True),
            (told.licences, 9.0, _SOFT, False),
            (told.period, 10.0, _INK, False),
        )
        for text, size, grey, bold in lines:
            if text:
                self.canvas.setFillGray(grey)
                block = self.case.block(text, self.width, size, size * 0.7, lines=2, bold=bold)
                top = block.draw(self.canvas, _MARGIN, top) - 1.5 * MM
        return top - 4 * MM

    def pages(self) -> list[tuple[EarnedRow, ...]]:
        """Return the rows of each page; the last one has room for the totals."""
        room = self.told.page.height * MM - 2 * _MARGIN - 52 * MM - _HEADINGS - _FOOT
        room -= (len(self.told.totals) + 1) * _TOTAL
        fit = max(1, int(room // _ROW))
        rows = self.told.rows
        return [rows[at : at + fit] for at in range(0, len(rows), fit)] or [()]

    def rows(self, top: float, rows: tuple[EarnedRow, ...]) -> float:
        canvas = self.canvas
        if not rows:
            canvas.setFillGray(_INK)
            return self.case.block(self.told.nothing, self.width, 11, 9).draw(canvas, _MARGIN, top)
        canvas.setFillGray(_TINT)
        canvas.rect(_MARGIN, top - _HEADINGS, self.width, _HEADINGS, stroke=0, fill=1)
        canvas.setFillGray(_INK)
        self._cells(self.told.headings, top, _HEADINGS, bold=True)
        top -= _HEADINGS
        canvas.setStrokeGray(_LINE)
        canvas.setLineWidth(0.5)
        for row in rows:
            self._cells((row.date, row.event, row.credit, row.number), top, _ROW)
            top -= _ROW
            canvas.line(_MARGIN, top, _MARGIN + self.width, top)
        return top

    def totals(self, top: float) -> None:
        self.canvas.setFillGray(_INK)
        for number, text in enumerate(self.told.totals):
            top -= _TOTAL
            said = f"{self.told.total}  {text}" if number == 0 else text
            block = self.case.block(said, self.width, 11, 8, bold=True)
            block.draw(self.canvas, _MARGIN + _PADDING, top + _TOTAL / 2)

    def foot(self, number: int, pages: int) -> None:
        self.canvas.setFillGray(_SOFT)
        text = self.told.words.page_of.format(page=number, pages=pages)
        made = f"{self.told.words.made:%Y-%m-%d}"
        block = self.case.block(f"{made} · {text}", self.width, 8.5, 7, lines=1)
        block.draw(self.canvas, _MARGIN, _MARGIN)

    def _cells(
        self, texts: tuple[str, ...], top: float, height: float, *, bold: bool = False
    ) -> None:
        left, unit = _MARGIN, self.width / sum(_SHARES)
        for text, share in zip(texts, _SHARES, strict=True):
            inside = share * unit - 2 * _PADDING
            block = self.case.block(text, inside, 9.5, 7, lines=3, bold=bold)
            block.draw(self.canvas, left + _PADDING, top - (height - block.height) / 2)
            left += share * unit
