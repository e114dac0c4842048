"""Makes text fit its box: smaller down to a floor, then in more lines; says what did not fit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.faces import Style
from cpd_desktop.adapters.certificates.setting import Piece
from cpd_desktop.adapters.lettering.typecase import tidied
from cpd_desktop.domain.certificates.fields import credit_amount, filled
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
    height = len(lines) * size * element.leading
    spare = max(0.0, element.box.height - height)
    top = element.box.y + {Rise.TOP: 0, Rise.MIDDLE: spare / 2, Rise.BOTTOM: spare}[element.rise]
    placed = []
    for number, line in enumerate(lines):
        middle = top + (number + 0.5) * size * element.leading
        x = element.box.x + _indent(element, element.box.width - line.width * size)
        placed.append(PlacedLine(line, x, middle + _HALF_CAPITAL * size))
    return Block(tuple(placed), size, size < element.size - _SLACK, fits)


def set_table(element: CreditTable, snapshot: Snapshot, setter: Setter) -> Table:
    """Return the credit lines as a table, smaller if there are many."""
    rows = [(line.type, line.category, credit_amount(line)) for line in snapshot.credits]
    columns = [0, 1, 2] if any(line.category for line in snapshot.credits) else [0, 2]
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
                pieces.append(Piece(kept, style, colour))
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
    if element.fit is Fit.SHRINK:
        lines = [setter.line(each) for each in paragraphs]
        widest = max((line.width for line in lines), default=0)
        tall = height / (len(lines) * element.leading)
        size = min(element.size, width / widest if widest else element.size, tall)
        if size >= element.smallest:
            return size, lines, True
    size = element.size
    while True:
        lines = [
            line for each in paragraphs for line in _wrapped(each, (width + _SLACK) / size, setter)
        ]
        fits = len(lines) * size * element.leading <= height + _SLACK
        if fits or size <= element.smallest:
            if element.align is Align.CENTRE and len(lines) > len(paragraphs):
                lines = _balanced(paragraphs, width / size, lines, setter)
            return size, lines, fits
        size = max(element.smallest, size * _STEP)


def _balanced(
    paragraphs: list[list[Piece]], width: float, lines: list[SetLine], setter: Setter
) -> list[SetLine]:
    """Return as many lines of a more even width, so that no single word stands below."""
    for narrower in _NARROWER:
        even = [line for each in paragraphs for line in _wrapped(each, width * narrower, setter)]
        if len(even) == len(lines) and all(each.width <= width for each in even):
            return even
    return lines


def _wrapped(pieces: list[Piece], width: float, setter: Setter) -> Iterator[SetLine]:
    """Yield lines no wider than this, broken between words where that can be."""
    whole = setter.line(pieces)
    if whole.width <= width:
        yield whole
        return
    letters = [piece._replace(text=char) for piece in pieces for char in piece.text]
    start = 0
    while start < len(letters):
        end = _line_end(letters, start, width, setter)
        yield setter.line(_trimmed(_joined(letters[start:end])))
        start = end
        while start < len(letters) and letters[start].text == " ":
            start += 1


def _line_end(letters: list[Piece], start: int, width: float, setter: Setter) -> int:
    """Return where the line that begins here ends: after a word, or within one too long."""
    low, high = start + 1, len(letters)
    while low < high:
        middle = (low + high + 1) // 2
        if setter.line(_joined(letters[start:middle])).width <= width:
            low = middle
        else:
            high = middle - 1
    if low == len(letters):
        return low
    for end in range(low, start, -1):
        if letters[end].text == " " or ord(letters[end].text) >= _BREAK_ANYWHERE:
            return end
    return low


def _joined(letters: Sequence[Piece]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter in letters:
        if pieces and pieces[-1][1:] == letter[1:]:
            pieces[-1] = pieces[-1]._replace(text=pieces[-1].text + letter.text)
        else:
            pieces.append(letter)
    return pieces
