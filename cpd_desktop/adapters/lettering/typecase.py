"""Sets lines of text for one PDF: chooses fonts, shapes what needs it, and makes it fit."""

from __future__ import annotations

import threading
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.lettering.direction import Stretch, stretches
from cpd_desktop.adapters.lettering.fonts import leaves_no_mark
from cpd_desktop.domain.papers import NO_FONT, NO_GLYPH, NO_SHAPING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.lettering.fonts import FontFile, FontShelf, Run
    from cpd_desktop.domain.words import Sentence

LEADING: Final = 1.25
_BASELINE: Final = 0.95
_ELLIPSIS: Final = "…"
# Ranges in which letters change with their neighbours, or marks are placed around them.
_SHAPED: Final = (
    (0x0590, 0x109F), (0x1700, 0x18AF), (0x1900, 0x1CFF), (0xA800, 0xA8FF), (0xA900, 0xABFF),
    (0xFB1D, 0xFDFF), (0xFE70, 0xFEFF), (0x10800, 0x10FFF), (0x11000, 0x11FFF), (0x1E900, 0x1E95F),
)  # fmt: skip
# ReportLab's fonts are registered for the whole process, so one paper is drawn at a time.
_press = threading.Lock()


@dataclass(frozen=True, slots=True)
class Piece:
    """Letters in one font, from left to right; ``said`` is what they stand for, if unlike."""

    font: str
    letters: str
    width: float
    said: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as it will be printed, at size 1."""

    pieces: tuple[Piece, ...]
    text: str
    turned: bool

    @property
    def width(self) -> float:
        """Return how wide it is at size 1."""
        return sum(piece.width for piece in self.pieces)

    def draw(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        """Draw it from this point on its baseline; the PDF says the text in the order typed."""
        if self.turned:
            _begin_saying(canvas, self.text)
        for piece in self.pieces:
            if piece.said and not self.turned:
                _begin_saying(canvas, piece.said)
            canvas.setFont(piece.font, size)
            canvas.drawString(x, y, piece.letters)
            if piece.said and not self.turned:
                canvas.addLiteral("EMC")
            x += piece.width * size
        if self.turned:
            canvas.addLiteral("EMC")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that fit into a given width, one below the other."""

    lines: tuple[Line, ...]
    size: float

    @property
    def height(self) -> float:
        """Return how high it is."""
        return len(self.lines) * self.size * LEADING

    def draw(self, canvas: Canvas, x: float, top: float) -> float:
        """Draw it below this height and return where it ends."""
        for number, line in enumerate(self.lines):
            line.draw(canvas, x, top - (number * LEADING + _BASELINE) * self.size, self.size)
        return top - self.height


@contextmanager
def typecase(shelf: FontShelf) -> Iterator[Typecase]:
    """Open a case for one PDF; another thread that wants one waits."""
    with _press:
        opened = Typecase(shelf)
        try:
            yield opened
        finally:
            opened.close()


@dataclass(slots=True)
class Typecase:
    """The fonts of one PDF. They start fresh, so that equal papers have equal bytes."""

    shelf: FontShelf
    _names: dict[FontFile, str] = field(default_factory=dict, init=False)

    def problem(self, text: str, whose: str) -> Sentence | None:
        """Say why the text cannot be printed, naming whose it is; nothing if it can."""
        from reportlab.pdfbase import ttfonts

        text = _tidied(text)
        if missing := self.shelf.missing(text):
            if not self.shelf.runs(" ")[0].font:
                return NO_FONT
            return NO_GLYPH.filled(letters=" ".join(missing), name=whose)
        if ttfonts.uharfbuzz is None and _needs_shaping(text):
            return NO_SHAPING.filled(name=whose)
        return None

    def line(self, text: str, *, bold: bool = False) -> Line:
        """Return the text as one line."""
        text = _tidied(text)
        parts = stretches(text)
        pieces: list[Piece] = []
        for part in parts:
            runs = self.shelf.runs(part.text, bold=bold)
            ordered = runs if part.rightwards else runs[::-1]
            for run in ordered:
                pieces += self._pieces(run, rightwards=part.rightwards)
        return Line(tuple(pieces), text, turned=any(not part.rightwards for part in parts))

    def block(
        self, text: str, width: float, size: float, floor: float, *, lines: int = 2,
        bold: bool = False,
    ) -> Block:  # fmt: skip
        """Return the text in this width: smaller down to the floor, then in several lines.

        What does not fit even so ends in an ellipsis.
        """
        whole = self.line(text, bold=bold)
        if not whole.text:
            return Block((), size)
        fitting = min(size, width / whole.width if whole.width else size)
        if fitting >= floor:
            return Block((whole,), fitting)
        return Block(tuple(self._wrapped(whole.text, width / floor, lines, bold=bold)), floor)

    def close(self) -> None:
        """Put the fonts away."""
        from reportlab.pdfbase import pdfmetrics

        for name in self._names.values():
            pdfmetrics.getFont(name).unregister()
        self._names.clear()

    def _wrapped(self, text: str, width: float, most: int, *, bold: bool) -> Iterator[Line]:
        for number in range(1, most + 1):
            line = self.line(text, bold=bold)
            if line.width <= width:
                yield line
                return
            last = number == most
            end = _ELLIPSIS if last else ""
            taken = self._fitting(text, width, end, bold=bold)
            if not last and " " in text[: taken + 1].strip():
                taken = text.rindex(" ", 0, taken + 1)
            yield self.line(text[:taken].rstrip() + end, bold=bold)
            text = text[taken:].lstrip()

    def _fitting(self, text: str, width: float, end: str, *, bold: bool) -> int:
        """Return how many characters fit, at least one."""
        low, high = 1, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.line(text[:middle] + end, bold=bold).width <= width:
                low = middle
            else:
                high = middle - 1
        return low

    def _pieces(self, run: Run, *, rightwards: bool) -> Iterator[Piece]:
        parts = _in_scripts(run.text)
        for text in parts if rightwards else parts[::-1]:
            yield self._piece(text, self._name(run.font), rightwards=rightwards)

    def _piece(self, text: str, font: str, *, rightwards: bool) -> Piece:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import ShapedStr, shapeStr

        if _needs_shaping(text):
            shaped = shapeStr(text, font, 1, force=True)
            if isinstance(shaped, ShapedStr):
                advance = sum(glyph.x_advance for glyph in shaped.__shapeData__)
                return Piece(font, shaped, advance / 1000, text)
        letters = "".join(char for char in text if not leaves_no_mark(char))
        letters = Stretch(letters, rightwards).as_seen()
        return Piece(font, letters, pdfmetrics.stringWidth(letters, font, 1), "")

    def _name(self, font: FontFile | None) -> str:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        if font is None:
            raise LookupError("a text was set that was not asked about")
        if font not in self._names:
            name = f"case {len(self._names)}"
            pdfmetrics.registerFont(TTFont(name, str(font.path)))
            self._names[font] = name
        return self._names[font]


def _tidied(text: str) -> str:
    """Return the text on one line, its letters composed."""
    seen = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _needs_shaping(text: str) -> bool:
    return any(
        unicodedata.combining(char) or any(low <= ord(char) <= high for low, high in _SHAPED)
        for char in text
    )


def _in_scripts(text: str) -> list[str]:
    """Cut the text where its script changes, because each is shaped by rules of its own."""
    parts: list[str] = []
    script = ""
    for char in text:
        of_char = unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else script
        if parts and (of_char == script or not script):
            parts[-1] += char
        else:
            parts.append(char)
        script = of_char
    return parts


def _begin_saying(canvas: Canvas, text: str) -> None:
    coded = ("\ufeff" + text).encode("utf-16-be").hex()
    canvas.addLiteral(f"/Span <</ActualText <{coded}>>> BDC")
