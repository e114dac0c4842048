"""Draws the attendance of an event: what it rests on first, then everybody with their reasons."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.papers.sheet import MM
from cpd_desktop.domain.papers import A4

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.typecase import Block, Typecase
    from cpd_desktop.domain.attendance.attendance_list import AttendanceList, ListedPerson
    from cpd_desktop.services.work import Work

LYING: Final = (A4.height * MM, A4.width * MM)

_MARGIN: Final = 13 * MM
_HEADINGS: Final = 7 * MM
_FOOT: Final = 8 * MM
_PADDING: Final = 1.6 * MM
_CAPTION: Final = 34 * MM
_INK, _SOFT, _LINE, _TINT = 0.1, 0.38, 0.72, 0.94
_TEXT, _SMALL, _HEADING = 8.5, 7.5, 8.5
_MOST_LINES: Final = 40
_SHARES: Final = (66, 52, 20, 42, 91)  # of the width, for each column


class _Text(NamedTuple):
    block: Block
    grey: float


class _Row(NamedTuple):
    """A row as it will be drawn: the texts of each column, and what stands below all of them."""

    cells: tuple[tuple[_Text, ...], ...]
    below: tuple[_Text, ...]

    @property
    def height(self) -> float:
        high = max(sum(text.block.height for text in cell) for cell in self.cells)
        return high + sum(text.block.height for text in self.below) + 2 * _PADDING


@dataclass(slots=True)
class AttendanceSheet:
    """One list on its canvas; what is the same for many people is set once."""

    canvas: Canvas
    case: Typecase
    listed: AttendanceList
    _set: dict[tuple[str, float, float, bool], Block] = field(default_factory=dict)

    def draw(self, work: Work) -> None:
        """Draw all pages; raises ``Cancelled``."""
        people = self.listed.people
        rows = [self._row(each) for each in work.each(people, len(people))]
        pages: list[list[_Row]] = [[]]
        room = LYING[1] - 2 * _MARGIN - _FOOT - _HEADINGS
        left = room - self._head_height()
        for row in rows:
            if left < row.height and (pages[-1] or len(pages) == 1):
                pages.append([])
                left = room
            pages[-1].append(row)
            left -= row.height
        for number, page in enumerate(pages, 1):
            top = LYING[1] - _MARGIN
            if number == 1:
                top = self._head(top)
            if page or number == 1:
                self._rows(self._headings(top), page)
            self._foot(number, len(pages))
            self.canvas.showPage()

    def _row(self, each: ListedPerson) -> _Row:
        widths = [width - 2 * _PADDING for width in self._widths()]
        known = " · ".join(filter(None, (each.reference, each.email)))
        earned = zip(each.credits, self.listed.credits, strict=True)
        credit = ((f"{amount} {kind}", "") for amount, kind in earned if amount not in {"", "0"})
        reasons = ((text, "") for text in each.reasons)
        evidence = ((text, "soft") for text in each.evidence)
        cells = (
            self._cell(widths[0], (each.name, "bold"), (known, "soft")),
            self._cell(widths[1], (each.joined_as, ""), (each.known_by, "soft")),
            self._cell(widths[2], (str(each.together), "bold"), (f"{each.percent} %", "soft")),
            self._cell(widths[3], (each.result, "bold"), *credit),
            self._cell(widths[4], *reasons, *evidence),
        )
        sessions = ""
        if len(each.minutes) > 1:
            told = (f"{number}: {minutes}" for number, minutes in enumerate(each.minutes, 1))
            sessions = f"{self.listed.words.by_session} {' · '.join(told)}"
        return _Row(cells, self._cell(sum(self._widths()) - 2 * _PADDING, (sessions, "soft")))

    def _cell(self, width: float, *texts: tuple[str, str]) -> tuple[_Text, ...]:
        found = []
        for text, kind in texts:
            size = _SMALL if kind == "soft" else _TEXT
            block = self._block(text, width, size, bold=kind == "bold")
            found.append(_Text(block, _SOFT if kind == "soft" else _INK))
        return tuple(found)

    def _block(self, text: str, width: float, size: float, *, bold: bool = False) -> Block:
        key = (text, width, size, bold)
        if key not in self._set:
            made = self.case.block(text, width, size, size, lines=_MOST_LINES, bold=bold)
            self._set[key] = made
        return self._set[key]

    def _widths(self) -> list[float]:
        unit = (LYING[0] - 2 * _MARGIN) / sum(_SHARES)
        return [share * unit for share in _SHARES]

    def _title(self) -> tuple[_Text, _Text]:
        inside = LYING[0] - 2 * _MARGIN
        title = self.case.block(self.listed.words.title, inside, 11, 9)
        return (
            _Text(title, _SOFT),
            _Text(self.case.block(self.listed.event, inside, 17, 12, lines=3, bold=True), _INK),
        )

    def _facts(self) -> list[tuple[Block, Block]]:
        width = LYING[0] - 2 * _MARGIN - _CAPTION
        return [
            (self._block(caption, _CAPTION - 2 * MM, _TEXT), self._block(text, width, _TEXT))
            for caption, text in self.listed.facts
            if text != self.listed.event
        ]

    def _head_height(self) -> float:
        facts = sum(max(one.height, other.height) for one, other in self._facts())
        return sum(text.block.height for text in self._title()) + facts + 6 * MM

    def _head(self, top: float) -> float:
        top = self._texts(self._title(), _MARGIN, top) - 2 * MM
        for caption, text in self._facts():
            self.canvas.setFillGray(_SOFT)
            caption.draw(self.canvas, _MARGIN, top)
            self.canvas.setFillGray(_INK)
            text.draw(self.canvas, _MARGIN + _CAPTION, top)
            top -= max(caption.height, text.height)
        return top - 4 * MM

    def _headings(self, top: float) -> float:
        words, canvas = self.listed.words, self.canvas
        canvas.setFillGray(_TINT)
        inside = LYING[0] - 2 * _MARGIN
        canvas.rect(_MARGIN, top - _HEADINGS, inside, _HEADINGS, stroke=0, fill=1)
        canvas.setFillGray(_INK)
        texts = [
            words.name,
            f"{words.joined_as} · {words.known_by}",
            words.minutes,
            words.result,
            f"{words.reasons} · {words.evidence}",
        ]
        left = _MARGIN
        for text, width in zip(texts, self._widths(), strict=True):
            block = self.case.block(text, width - 2 * _PADDING, _HEADING, 5.5, lines=1, bold=True)
            block.draw(canvas, left + _PADDING, top - (_HEADINGS - block.height) / 2)
            left += width
        return top - _HEADINGS

    def _rows(self, top: float, rows: Iterable[_Row]) -> None:
        canvas, widths = self.canvas, self._widths()
        canvas.setStrokeGray(_LINE)
        canvas.setLineWidth(0.5)
        for row in rows:
            left, lowest = _MARGIN, top
            for cell, width in zip(row.cells, widths, strict=True):
                lowest = min(lowest, self._texts(cell, left + _PADDING, top - _PADDING))
                left += width
            self._texts(row.below, _MARGIN + _PADDING, lowest)
            top -= row.height
            canvas.line(_MARGIN, top, LYING[0] - _MARGIN, top)

    def _texts(self, texts: Iterable[_Text], left: float, top: float) -> float:
        for block, grey in texts:
            self.canvas.setFillGray(grey)
            top = block.draw(self.canvas, left, top)
        return top

    def _foot(self, number: int, pages: int) -> None:
        words, inside = self.listed.words, LYING[0] - 2 * _MARGIN
        self.canvas.setFillGray(_SOFT)
        page_of = self.case.line(words.page_of.format(page=number, pages=pages))
        page_of.draw(self.canvas, LYING[0] - _MARGIN - page_of.width * _TEXT, _MARGIN, _TEXT)
        room = inside - page_of.width * _TEXT - 8 * MM
        text = f"{words.title} · {self.listed.event} · {self.listed.facts[-1][1]}"
        block = self.case.block(text, room, _TEXT, 7, lines=1)
        block.draw(self.canvas, _MARGIN, _MARGIN + block.size * 0.95)
