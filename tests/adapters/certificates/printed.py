"""What others make of a certificate: its text as it is copied out, and its first page as dots."""

from __future__ import annotations

import io
import subprocess
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.certificates.template import Page, Span, Template, Text

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.certificates.template import Asset, Box

_INVISIBLE = {"LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI"}


def text_of(pdf: bytes) -> str:
    """Return the text without the marks that tell its direction."""
    made = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
    assert made.stderr == b""
    seen = "".join(
        char for char in made.stdout.decode() if unicodedata.bidirectional(char) not in _INVISIBLE
        and char not in "\u200e\u200f"
    )  # fmt: skip
    return unicodedata.normalize("NFC", seen)


@dataclass(frozen=True, slots=True)
class Dots:
    """A page in shades of grey."""

    size: tuple[int, int]
    shades: bytes

    def in_cells(self, side: int) -> Dots:
        """Return the mean of each cell, in which it does not show how edges were smoothed."""
        from PIL import Image

        made = Image.frombytes("L", self.size, self.shades).reduce(side)
        return Dots(made.size, made.tobytes())

    def unlike(self, other: Dots) -> int:
        """Return how far the most different dot is from the other's."""
        assert self.size == other.size
        return max(abs(one - two) for one, two in zip(self.shades, other.shades, strict=True))

    def write(self, path: Path) -> None:
        """Write them as a picture."""
        from PIL import Image

        Image.frombytes("L", self.size, self.shades).save(path, optimize=True)


def dots(pdf: bytes, resolution: int) -> Dots:
    """Return the first page as so many dots to the inch."""
    command = ["pdftoppm", "-r", str(resolution), "-gray", "-singlefile", "-"]
    made = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
    _kind, size, _white, shades = made.split(b"\n", 3)
    width, height = map(int, size.split())
    return Dots((width, height), shades)


def kept(path: Path) -> Dots:
    """Return a picture that was kept."""
    from PIL import Image

    with Image.open(path) as opened:
        return Dots(opened.size, opened.convert("L").tobytes())


def one_page(*elements: Any, assets: tuple[Asset, ...] = ()) -> Template:
    """Return a template of one page."""
    return Template("Own", (Page(600, 400, elements),), assets=assets)


def text(name: str, words: str, box: Box, **how: Any) -> Text:
    """Return words in a box."""
    return Text(name=name, box=box, spans=(Span(words),), **how)


def png(size: tuple[int, int], colour: tuple[int, ...]) -> bytes:
    """Return a picture of one colour."""
    from PIL import Image

    written = io.BytesIO()
    Image.new("RGBA", size, colour).save(written, "PNG")
    return written.getvalue()


def raster(pdf: bytes, *options: str) -> bytes:
    """Return all dots of a file."""
    command = ["pdftoppm", "-r", "50", "-gray", *options, "-"]
    made = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return made.stdout


def unlike(one: bytes, other: bytes) -> float:
    """Return the share of dots that differ clearly."""
    first, second = raster(one), raster(other)
    assert len(first) == len(second)
    return sum(abs(a - b) > 64 for a, b in zip(first, second, strict=True)) / len(first)
