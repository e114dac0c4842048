"""Draws the sign-in sheet: its head on every page, one row for each person, room to sign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.papers import SheetColumn, SignInRow

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.typecase import Block, Typecase
    from cpd_desktop.domain.papers import SignInSheet

MM: Final = 72 / 25.4

_MARGIN: Final = 13 * MM
_ROW: Final = 10.5 * MM
_HEADINGS: Final = 7 * MM
_FOOT: Final = 8 * MM
_PADDING: Final = 1.6 * MM
_INK, _SOFT, _LINE, _TINT = 0.1, 0.38, 0.72, 0.94
# What share of the width a column takes; people sign in a space as wide as a hand moves.
_SHARES: Final = {
    SheetColumn.NUMBER: 26,
    SheetColumn.NAME: 62,
    SheetColumn.ORGANISATION: 48,
    SheetColumn.LICENCE: 29,
    SheetColumn.SIGN_IN: 53,
    SheetColumn.SIGN_OUT: 53,
}


def sheet_size(sheet: SignInSheet) -> tuple[float, float]:
    """Return the size of its pages: lying, because signatures need width."""
    return sheet.page.height * MM, sheet.page.width * MM


def draw_sheet(canvas: Canvas, case: Typecase, sheet: SignInSheet) -> None:
    """Draw all pages."""
    width, height = sheet_size(sheet)
    drawn = _Drawn(canvas, case, sheet, width, height)
    head = drawn.head_height()
    fit = int((height - 2 * _MARGIN - head - _HEADINGS - _FOOT) // _ROW)
    blank = (SignInRow("", ""),) * sheet.blank_rows
    rows = (*sheet.rows, *blank) or (SignInRow("", ""),) * fit
    pages = [rows[at : at + fit] for at in range(0, len(rows), fit)]
    for number, page in enumerate(pages, 1):
        top = drawn.head(height - _MARGIN)
        top = drawn.headings(top)
        drawn.rows(top, page)
        drawn.foot(number, len(pages))
        canvas.showPage()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One sheet on its canvas."""

    canvas: Canvas
    case: Typecase
    sheet: SignInSheet
    width: float
    height: float

    def head_height(self) -> float:
        return sum(block.height for block in self._head()) + 3 * MM

    def head(self, top: float) -> float:
        title = self.case.line(self.sheet.words.title)
        title_size = 11.0
        self.canvas.setFillGray(_SOFT)
        across = self.width - _MARGIN - title.width * title_size
        title.draw(self.canvas, across, top - title_size, title_size)
        for block, grey in zip(self._head(), (_SOFT, _INK, _INK, _SOFT), strict=True):
            self.canvas.setFillGray(grey)
            top = block.draw(self.canvas, _MARGIN, top)
        return top - 3 * MM

    def headings(self, top: float) -> float:
        canvas = self.canvas
        canvas.setFillGray(_TINT)
        canvas.rect(_MARGIN, top - _HEADINGS, self._inside(), _HEADINGS, stroke=0, fill=1)
        canvas.setFillGray(_INK)
        for (_, heading), (left, right) in self._columns():
            block = self.case.block(
                heading, right - left - 2 * _PADDING, 9, 5.5, lines=1, bold=True
            )
            block.draw(canvas, left + _PADDING, top - (_HEADINGS - block.height) / 2)
        return top - _HEADINGS

    def rows(self, top: float, rows: tuple[SignInRow, ...]) -> None:
        canvas, end = self.canvas, top - len(rows) * _ROW
        canvas.setFillGray(_INK)
        for number, row in enumerate(rows):
            for (column, _), (left, right) in self._columns():
                block = self._cell(row, column, right - left - 2 * _PADDING)
                middle = top - number * _ROW - (_ROW - block.height) / 2
                block.draw(canvas, left + _PADDING, middle)
        canvas.setStrokeGray(_LINE)
        canvas.setLineWidth(0.5)
        for number in range(len(rows) + 1):
            canvas.line(_MARGIN, top - number * _ROW, self.width - _MARGIN, top - number * _ROW)
        for _, (left, _right) in self._columns():
            canvas.line(left, top + _HEADINGS, left, end)
        canvas.line(self.width - _MARGIN, top + _HEADINGS, self.width - _MARGIN, end)
        canvas.line(_MARGIN, top + _HEADINGS, self.width - _MARGIN, top + _HEADINGS)

    def foot(self, number: int, pages: int) -> None:
        self.canvas.setFillGray(_SOFT)
        page_of = self.case.line(self.sheet.words.page_of.format(page=number, pages=pages))
        page_of.draw(self.canvas, self.width - _MARGIN - page_of.width * 8.5, _MARGIN, 8.5)
        room = self._inside() - page_of.width * 8.5 - 8 * MM
        text = " · ".join(filter(None, (self.sheet.event, self.sheet.session)))
        block = self.case.block(text, room, 8.5, 7, lines=1)
        block.draw(self.canvas, _MARGIN, _MARGIN + block.size * 0.95)

    def _head(self) -> tuple[Block, Block, Block, Block]:
        sheet, case, inside = self.sheet, self.case, self._inside()
        where = " · ".join(text for text in (sheet.when, sheet.place) if text)
        beside = inside - case.line(sheet.words.title).width * 11 - 8 * MM
        return (
            case.block(sheet.provider, beside, 9.5, 7.5, lines=1),
            case.block(sheet.event, inside, 17, 12, bold=True),
            case.block(sheet.session, inside, 12, 9.5),
            case.block(where, inside, 10, 8),
        )

    def _cell(self, row: SignInRow, column: SheetColumn, width: float) -> Block:
        name = column is SheetColumn.NAME
        text = {
            SheetColumn.NUMBER: row.number,
            SheetColumn.NAME: row.name,
            SheetColumn.ORGANISATION: row.organisation,
            SheetColumn.LICENCE: row.licence,
        }.get(column, "")
        return self.case.block(text, width, 11 if name else 9.5, 7.5 if name else 7, lines=3)

    def _columns(self) -> list[tuple[tuple[SheetColumn, str], tuple[float, float]]]:
        """Return each column's heading with where it begins and ends."""
        headings = self.sheet.words.headings
        unit = self._inside() / sum(_SHARES[column] for column, _ in headings)
        columns, left = [], _MARGIN
        for column, heading in headings:
            right = left + _SHARES[column] * unit
            columns.append(((column, heading), (left, right)))
            left = right
        return columns

    def _inside(self) -> float:
        return self.width - 2 * _MARGIN
