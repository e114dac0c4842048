"""Finds the font for each letter of a certificate: the style asked for, else one that has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cpd_desktop.adapters.lettering.fonts import FontFile, leaves_no_mark
from cpd_desktop.domain.certificates.template import Family

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.adapters.lettering.fonts import FontShelf

# Regular, bold, italic, bold italic; asked in this order.
_CUTS: Final = {
    Family.SERIF: (
        ("NotoSerif-Regular", "NotoSerif-Bold", "NotoSerif-Italic", "NotoSerif-BoldItalic"),
        ("DejaVuSerif", "DejaVuSerif-Bold", "DejaVuSerif-Italic", "DejaVuSerif-BoldItalic"),
        (
            "LiberationSerif-Regular",
            "LiberationSerif-Bold",
            "LiberationSerif-Italic",
            "LiberationSerif-BoldItalic",
        ),
        ("georgia", "georgiab", "georgiai", "georgiaz"),
        ("Georgia", "Georgia Bold", "Georgia Italic", "Georgia Bold Italic"),
    ),
    Family.SANS: (
        ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic", "NotoSans-BoldItalic"),
        ("DejaVuSans", "DejaVuSans-Bold", "DejaVuSans-Oblique", "DejaVuSans-BoldOblique"),
        (
            "LiberationSans-Regular",
            "LiberationSans-Bold",
            "LiberationSans-Italic",
            "LiberationSans-BoldItalic",
        ),
        ("arial", "arialbd", "ariali", "arialbi"),
        ("Arial", "Arial Bold", "Arial Italic", "Arial Bold Italic"),
    ),
}


class Style(NamedTuple):
    """How some text is to look."""

    family: Family
    bold: bool = False
    italic: bool = False


@dataclass(eq=False, slots=True)
class Face:
    """One opened font; at size 1 its measures are in thousandths."""

    file: FontFile
    library: Any  # HarfBuzz, at hand without an import for every word
    shaper: Any
    outlines: Any
    letters: frozenset[str]
    scale: float
    advances: dict[int, float] = field(default_factory=dict)
    ready: Any = None  # prepared for being cut down, once that is needed

    def has(self, text: str) -> bool:
        """Say whether it has all letters of the text."""
        letters = self.letters
        return letters.issuperset(text) or all(
            char in letters or leaves_no_mark(char) for char in text
        )

    def glyph(self, char: str) -> int | None:
        """Return the number of the glyph that shows a letter by itself."""
        found: int | None = self.shaper.get_nominal_glyph(ord(char))
        return found

    def advance(self, glyph: int) -> float:
        """Return how wide a glyph is by itself."""
        found = self.advances.get(glyph)
        if found is None:
            found = self.advances[glyph] = self.shaper.get_glyph_h_advance(glyph) * self.scale
        return found


@dataclass(slots=True)
class Faces:
    """The fonts of all styles; what none of a style's own has is looked for on the shelf."""

    shelf: FontShelf
    _paths: dict[str, Path] | None = field(default=None, init=False, repr=False)
    _opened: dict[Path, Face] = field(default_factory=dict, init=False, repr=False)
    _styles: dict[Style, tuple[Face, ...]] = field(default_factory=dict, init=False, repr=False)

    def of(self, style: Style) -> tuple[Face, ...]:
        """Return the fonts made for a style, the best first."""
        if style not in self._styles:
            cut = style.bold + 2 * style.italic
            names = [cuts[cut] for cuts in _CUTS[style.family]]
            paths = self._found()
            files = [FontFile(paths[name], style.bold) for name in names if name in paths]
            self._styles[style] = tuple(self._open(each) for each in files)
        return self._styles[style]

    def runs(self, text: str, style: Style) -> Iterator[tuple[Face | None, str]]:
        """Yield the text cut so that each part has a font, or none where no font has it."""
        for face in self.of(style):
            if face.has(text):
                yield face, text
                return
        for run in self.shelf.runs(text, bold=style.bold):
            yield self._open(run.font) if run.font else None, run.text

    def _open(self, file: FontFile) -> Face:
        import uharfbuzz  # type: ignore[import-untyped] # it has no types

        if file.path not in self._opened:
            outlines = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(file.path)))
            letters = frozenset(map(chr, outlines.unicodes))
            scale = 1000 / outlines.upem
            shaper = uharfbuzz.Font(outlines)
            self._opened[file.path] = Face(file, uharfbuzz, shaper, outlines, letters, scale)
        return self._opened[file.path]

    def _found(self) -> dict[str, Path]:
        if self._paths is None:
            wanted = {name for cuts in _CUTS.values() for cut in cuts for name in cut}
            found: dict[str, Path] = {}
            for folder in (self.shelf.bundled, *self.shelf.system):
                for path in sorted(folder.rglob("*")):
                    if path.stem in wanted and path.suffix.lower() in {".ttf", ".ttc"}:
                        found.setdefault(path.stem, path)
            self._paths = found
        return self._paths
