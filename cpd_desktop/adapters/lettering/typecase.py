"""Sets lines of text for one PDF: chooses fonts, shapes what needs it, and makes it fit."""

from __future__ import annotations

import threading
import unicodedata
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.lettering.direction import Stretch, stretches
from cpd_desktop.adapters.lettering.fonts import leaves_no_mark
from cpd_desktop.domain.papers import NO_FONT, NO_GLYPH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr, TTFont
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

    @property
    def width(self) -> float:
        """Return how wide it is at size 1."""
        return sum(piece.width for piece in self.pieces)

    def draw(self, canvas: Canvas, x: float, y: float, size: float) -> None:
        """Draw it from this point on its baseline."""
        for piece in self.pieces:
            if piece.said:
                coded = ("\ufeff" + piece.said).encode("utf-16-be").hex()
                canvas.addLiteral(f"/Span <</ActualText <{coded}>>> BDC")
            canvas.setFont(piece.font, size)
            canvas.drawString(x, y, piece.letters)
            if piece.said:
                canvas.addLiteral("EMC")
            x += piece.width * size


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
    _fonts: dict[FontFile, TTFont] = field(default_factory=dict, init=False)

    def problem(self, text: str, whose: str) -> Sentence | None:
        """Say why the text cannot be printed, naming whose it is; nothing if it can."""
        text = tidied(text)
        if missing := self.shelf.missing(text):
            if not self.shelf.runs(" ")[0].font:
                return NO_FONT
            return NO_GLYPH.filled(letters=" ".join(missing), name=whose)
        return None

    def line(self, text: str, *, bold: bool = False) -> Line:
        """Return the text as one line."""
        text = tidied(text)
        pieces: list[Piece] = []
        for part in stretches(text):
            runs = self.shelf.runs(part.text, bold=bold)
            ordered = runs if part.rightwards else runs[::-1]
            for run in ordered:
                pieces += self.pieces(run, rightwards=part.rightwards)
        return Line(tuple(pieces), text)

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
        for font in self._fonts.values():
            font.unregister()
        self._fonts.clear()

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

    def pieces(self, run: Run, *, rightwards: bool) -> Iterator[Piece]:
        """Yield what a run of one font and one direction is printed as."""
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import ShapedStr

        font, parts = self._name(run.font), in_scripts(run.text)
        for text in parts if rightwards else parts[::-1]:
            shaped = _shaped(font, text) if _needs_shaping(text) else text
            if isinstance(shaped, ShapedStr):
                yield from _glyphs(font, text, shaped)
            else:
                letters = "".join(char for char in text if not leaves_no_mark(char))
                letters = Stretch(letters, rightwards).as_seen()
                yield Piece(font, letters, pdfmetrics.stringWidth(letters, font, 1), "")

    def _name(self, font: FontFile | None) -> str:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        if font is None:
            raise LookupError("a text was set that was not asked about")
        if font not in self._fonts:
            opened = TTFont(f"case {len(self._fonts)}", str(font.path))
            # Two fonts may call themselves the same, and a PDF tells its fonts apart by name.
            opened.face.name += b"-%d" % len(self._fonts)
            pdfmetrics.registerFont(opened)
            self._fonts[font] = opened
        return self._fonts[font].fontName


def tidied(text: str) -> str:
    """Return the text on one line, its letters composed."""
    seen = "".join(" " if unicodedata.category(char) == "Cc" else char for char in text)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _needs_shaping(text: str) -> bool:
    return any(
        unicodedata.combining(char) or any(low <= ord(char) <= high for low, high in _SHAPED)
        for char in text
    )


def in_scripts(text: str) -> list[str]:
    """Cut the text where its script changes, because each is shaped by rules of its own."""
    parts: list[str] = []
    script = ""
    for char in text:
        of_char = _script(char) or script
        if parts and (of_char == script or not script):
            parts[-1] += char
        else:
            parts.append(char)
        script = of_char
    return parts


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""


def _shaped(font: str, text: str) -> str:
    from reportlab.lib.abag import ABag
    from reportlab.pdfbase.ttfonts import shapeFragWord

    # Without "dlig", which writes out the vowels of some names.
    word = [0, (ABag(fontName=font, fontSize=1), text)]
    shaped: str = shapeFragWord(word, {"kern": True, "liga": True}, force=True)[1][1]
    return shaped


def _glyphs(font: str, text: str, shaped: ShapedStr) -> Iterator[Piece]:
    """Yield what was shaped together; readers of a PDF expect the order in which it is seen."""
    glyphs: list[ShapeData] = shaped.__shapeData__  # type: ignore[attr-defined] # not in the stubs
    starts = [glyph.cluster for glyph in glyphs]
    ends = dict(pairwise([*sorted(set(starts)), len(text)]))
    at = 0
    for start, group in groupby(starts):
        size = len(list(group))
        letters, said = shaped[at : at + size], text[start : ends[start]]
        advance = sum(glyph.x_advance for glyph in glyphs[at : at + size])
        # Readers turn the letters said for one glyph around, but not those of a ligature's own.
        ligature = len(said) > 1 and unicodedata.normalize("NFKC", letters) == said
        as_is = letters == said or ligature
        yield Piece(font, letters, advance / 1000, "" if as_is else said)
        at += size
