"""Makes text fit its box: smaller down to a floor, then in more lines; says what did not fit."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.faces import Style
from cpd_desktop.adapters.certificates.setting import Piece
from cpd_desktop.adapters.lettering.typecase import tidied
from cpd_desktop.domain.certificates.fields import credit_amount, credit_for, filled
from cpd_desktop.domain.certificates.template import Align, Box, Fit, Rise, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpd_desktop.adapters.certificates.setting import Run, SetLine, Setter
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import CreditTable, Span

_STEP: Final = 0.96
_NARROWER: Final = (0.55, 0.65, 0.75, 0.85)
_SLACK: Final = 1e-6
# Half the height of a capital letter: lines look centred when their capitals are.
_HALF_CAPITAL: Final = 0.357
_ROW: Final = 1.75
_BREAK_ANYWHERE: Final = 0x2E80  # from here on scripts are written without spaces


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line, and where its baseline begins, from the left upper corner of the page."""

    line: SetLine
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Block:
    """A text as it fits into its box, and how well it did."""

    lines: tuple[PlacedLine, ...]
    size: float
    shrunk: bool
    fits: bool

    @property
    def text(self) -> str:
        """Return what it says."""
        return " ".join(each.line.text for each in self.lines if each.line.text)

    def runs(self) -> Iterator[Run]:
        """Yield all its runs."""
        for placed in self.lines:
            yield from placed.line.runs


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it fits into its box: headings first, and the heights of its rules."""

    rows: tuple[tuple[Block, ...], ...]
    rules: tuple[float, ...]
    fits: bool


def set_text(element: Text, snapshot: Snapshot | None, setter: Setter) -> Block:
    """Return the element's text with the snapshot's values, fitted into its box."""
    spans = filled(element.spans, snapshot) if snapshot else element.spans
    paragraphs = list(_paragraphs(spans, element))
    size, lines, fits = _fitted(element, paragraphs, setter)
    steps = [line.tall * size * element.leading for line in lines]
    spare = max(0.0, element.box.height - sum(steps))
    top = element.box.y + {Rise.TOP: 0, Rise.MIDDLE: spare / 2, Rise.BOTTOM: spare}[element.rise]
    placed = []
    for step, line in zip(steps, lines, strict=True):
        x = element.box.x + _indent(element, element.box.width - line.width * size)
        placed.append(PlacedLine(line, x, top + step / 2 + _HALF_CAPITAL * size * line.tall))
        top += step
    return Block(tuple(placed), size, size < element.size - _SLACK, fits)


def set_table(element: CreditTable, snapshot: Snapshot, setter: Setter) -> Table:
    """Return the credit lines as a table, smaller if there are many."""
    lines = credit_for(element, snapshot)
    rows = [(line.type, line.category, credit_amount(line)) for line in lines]
    columns = [0, 1, 2] if any(line.category for line in lines) else [0, 2]
    count = len(rows) + 1
    size = min(element.size, element.box.height / (count * _ROW))
    fits = size >= element.smallest - _SLACK
    size = max(size, element.smallest)
    step = size * _ROW
    shares = {0: 0.45, 1: 0.3, 2: 0.25} if len(columns) == 3 else {0: 0.7, 2: 0.3}  # noqa: PLR2004 - all of them
    blocks: list[tuple[Block, ...]] = []
    for number, row in enumerate([element.headings, *rows]):
        x, cells = element.box.x, []
        for column in columns:
            width = element.box.width * shares[column]
            box = Box(x, element.box.y + number * step, width - size * 0.4, step)
            cells.append(_cell(element, row[column], box, size, setter, heading=not number))
            x += width
        blocks.append(tuple(cells))
    fits = fits and all(cell.fits for row in blocks for cell in row)
    rules = tuple(element.box.y + number * step for number in range(1, count + 1))
    return Table(tuple(blocks), rules, fits)


def _cell(
    element: CreditTable, text: str, box: Box, size: float, setter: Setter, *, heading: bool
) -> Block:
    from cpd_desktop.domain.certificates.template import Span

    right = text is not element.headings[0] and box.right > element.box.right - size
    cell = Text(
        name=element.name,
        box=box,
        spans=(Span(text, bold=heading),),
        family=element.family,
        size=size,
        smallest=min(size, element.smallest) * 0.8,
        leading=1.1,
        align=Align.RIGHT if right else Align.LEFT,
        rise=Rise.MIDDLE,
        fit=Fit.SHRINK,
        colour=element.colour,
    )
    return replace(set_text(cell, None, setter), shrunk=False)


def _indent(element: Text, spare: float) -> float:
    return {Align.LEFT: 0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[element.align]


def _paragraphs(spans: Sequence[Span], element: Text) -> Iterator[list[Piece]]:
    pieces: list[Piece] = []
    for span in spans:
        style = Style(element.family, span.bold, span.italic)
        colour = span.colour or element.colour
        for number, text in enumerate(span.text.split("\n")):
            if number:
                yield _trimmed(pieces)
                pieces = []
            # A space beside another style counts, and tidying takes it away.
            lead = " " if pieces and text[:1].isspace() else ""
            end = " " if text.strip() and text[-1:].isspace() else ""
            if kept := lead + tidied(text) + end:
                pieces.append(Piece(kept, style, colour, span.scale))
    yield _trimmed(pieces)


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    if not pieces:
        return []
    *rest, last = pieces
    return [*rest, last._replace(text=last.text.rstrip())]


def _fitted(
    element: Text, paragraphs: list[list[Piece]], setter: Setter
) -> tuple[float, list[SetLine], bool]:
    width, height = element.box.width, element.box.height
    whole = [_Paragraph(pieces, setter.line(pieces)) for pieces in paragraphs]
    if element.fit is Fit.SHRINK:
        widest = max(each.line.width for each in whole)
        tall = height / (sum(each.line.tall for each in whole) * element.leading)
        size = min(element.size, width / widest if widest else element.size, tall)
        if size >= element.smallest:
            return size, [each.line for each in whole], True
    size = element.size
    while True:
        broken = [line for each in whole for line in each.lines((width + _SLACK) / size)]
        fits = sum(map(_tall, broken)) * size * element.leading <= height + _SLACK
        if fits or size <= element.smallest:
            break
        size = max(element.smallest, size * _STEP)
    share, count = 1.0, len(broken)
    if element.align is Align.CENTRE and count > len(whole):
        share = _evenest(whole, width / size, count)
    lines = (line for each in whole for line in each.lines((width + _SLACK) / size * share))
    return size, [setter.line(line) for line in lines], fits


def _tall(pieces: Sequence[Piece]) -> float:
    return max([piece.scale for piece in pieces], default=1)


def _evenest(whole: list[_Paragraph], width: float, count: int) -> float:
    """Return how much narrower lines can be, as many of them, so that no word stands alone."""
    longest = max(each.longest_word() for each in whole)
    for share in _NARROWER:
        if longest > width * share:
            continue
        lines = [line for each in whole for line in each.lines(width * share)]
        if len(lines) == count:
            return share
    return 1.0


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A text without breaks, and as one line."""

    pieces: list[Piece]
    line: SetLine

    def lines(self, width: float) -> list[list[Piece]]:
        """Return it in lines no wider than this, broken between words where that can be."""
        if self.line.width <= width:
            return [self.pieces]
        letters = [piece._replace(text=char) for piece in self.pieces for char in piece.text]
        reached = list(accumulate(self.line.widths(), initial=0.0))
        found: list[list[Piece]] = []
        start = 0
        while start < len(letters):
            far = bisect_right(reached, reached[start] + width) - 1
            end = self._line_end(start, max(far, start + 1))
            found.append(_trimmed(_joined(letters[start:end])))
            start = end
            while start < len(letters) and letters[start].text == " ":
                start += 1
        return found

    def longest_word(self) -> float:
        """Return how wide its longest word is."""
        longest = reached = 0.0
        for char, width in zip(self.line.text, self.line.widths(), strict=True):
            reached = 0.0 if char == " " else reached + width
            longest = max(longest, reached)
        return longest

    def _line_end(self, start: int, far: int) -> int:
        """Return where a line that may reach this far ends: after a word, or within a long one."""
        text = self.line.text
        if far >= len(text):
            return len(text)
        for end in range(far, start, -1):
            if text[end] == " " or ord(text[end]) >= _BREAK_ANYWHERE:
                return end
        while far < len(text) and unicodedata.category(text[far]).startswith("M"):
            far += 1
        return far


def _joined(letters: Sequence[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter in letters:
        if pieces and pieces[-1][1:] == letter[1:]:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + letter.text)
        else:
            pieces.append(letter)
    return pieces
