"""Finds TrueType fonts and knows which letters they have."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.system import HERE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Asked in this order, regular and bold. The first is what most text is set in; those of one
# script come before those that have a little of everything.
_PREFERRED: Final = (
    ("NotoSans-Regular", "NotoSans-Bold"),
    *(
        (f"NotoSans{script}-Regular", f"NotoSans{script}-Bold")
        for script in ("Arabic", "Hebrew", "Devanagari", "Bengali", "Tamil", "Thai")
    ),
    ("DejaVuSans", "DejaVuSans-Bold"),
    ("LiberationSans-Regular", "LiberationSans-Bold"),
    ("arial", "arialbd"),
    ("Arial", "Arial Bold"),
    ("segoeui", "segoeuib"),
    ("tahoma", "tahomabd"),
    ("Nirmala", "NirmalaB"),
    ("leelawui", "leelauib"),
    ("Arial Unicode", "Arial Unicode"),
    ("msyh", "msyhbd"),
    ("YuGothM", "YuGothB"),
    ("malgun", "malgunbd"),
    ("DroidSansFallbackFull", "DroidSansFallbackFull"),
    ("NanumSquareR", "NanumSquareR"),
    ("wqy-zenhei", "wqy-zenhei"),
)
_PLACES: Final = {name: at for at, pair in enumerate(_PREFERRED) for name in pair}
_BOLD: Final = {bold for regular, bold in _PREFERRED if regular != bold}
_OTHER_CUTS: Final = re.compile(
    r"bold|black|heavy|italic|oblique|light|thin|medium|condensed|mono|math|signwriting",
    re.IGNORECASE,
)
_NOT_NEEDED: Final = {
    "\u034f",
    *map(chr, range(0xFE00, 0xFE10)),
    *map(chr, range(0xE0000, 0xE01F0)),
}


def system_folders() -> tuple[Path, ...]:
    """Return the folders in which this system keeps fonts."""
    return HERE.font_folders(Path.home(), os.environ)


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font on disk."""

    path: Path
    bold: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Some of a text, and the font that has all of its letters, if there is one."""

    text: str
    font: FontFile | None


@dataclass(slots=True)
class FontShelf:
    """All fonts that can be printed with, those that came with the application first."""

    bundled: Path
    system: tuple[Path, ...]
    _files: tuple[FontFile, ...] | None = field(default=None, init=False, repr=False)
    _listed: dict[Path, frozenset[int]] = field(default_factory=dict, init=False, repr=False)
    _letters: dict[Path, frozenset[int]] = field(default_factory=dict, init=False, repr=False)

    def runs(self, text: str, *, bold: bool = False) -> tuple[Run, ...]:
        """Cut the text so that each run has a font; the whole text in one font if any has it."""
        if font := self._font_for(text, bold=bold):
            return (Run(text, font),)
        runs: list[Run] = []
        for cluster in _clusters(text):
            last = runs[-1] if runs else None
            if last and last.font and self._has(last.font, cluster):
                font = last.font
            else:
                font = self._font_for(cluster, bold=bold)
            if last and last.font == font:
                runs[-1] = Run(last.text + cluster, font)
            else:
                runs.append(Run(cluster, font))
        return tuple(runs)

    def missing(self, text: str) -> str:
        """Return the letters that no font here has, each once."""
        lost = "".join(run.text for run in self.runs(text) if run.font is None)
        return "".join(dict.fromkeys(lost))

    def _font_for(self, text: str, *, bold: bool) -> FontFile | None:
        if self._files is None:
            self._files = _in_order((self.bundled, *self.system))
        # A bold font of another script is worse than a regular one of this: keep both in reach.
        wanted = (font for font in self._files if bold and font.bold)
        plain = (font for font in self._files if not font.bold)
        for fonts in (wanted, plain):
            for font in fonts:
                if self._has(font, text):
                    return font
        return None

    def _has(self, font: FontFile, text: str) -> bool:
        listed = self._listed.get(font.path)
        if listed is None:
            listed = self._listed[font.path] = _listed_in(font.path)
        if not _covers(listed, text):
            return False
        letters = self._letters.get(font.path)
        if letters is None:
            letters = self._letters[font.path] = _letters_of(font.path)
        return _covers(letters, text)


@cache
def leaves_no_mark(char: str) -> bool:
    """Say whether the character leaves no mark on paper, so that no font needs to have it."""
    return char in _NOT_NEEDED or unicodedata.category(char) == "Cf"


def _clusters(text: str) -> Iterator[str]:
    """Yield each letter with the marks that belong to it."""
    cluster = ""
    for char in text:
        if cluster and not (unicodedata.category(char).startswith("M") or leaves_no_mark(char)):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _in_order(folders: Iterable[Path]) -> tuple[FontFile, ...]:
    found: dict[str, tuple[tuple[bool, int, str], FontFile]] = {}
    for rank, folder in enumerate(folders):
        for path in sorted(folder.rglob("*")):
            name = path.stem
            if path.suffix.lower() not in {".ttf", ".ttc"} or name in found:
                continue
            if name not in _PLACES and _OTHER_CUTS.search(name):
                continue
            place = _PLACES.get(name, len(_PLACES))
            found[name] = ((rank > 0, place, name), FontFile(path, name in _BOLD))
    return tuple(font for _, font in sorted(found.values(), key=lambda each: each[0]))


def _covers(letters: frozenset[int], text: str) -> bool:
    return bool(letters) and all(ord(char) in letters or leaves_no_mark(char) for char in text)


def _listed_in(path: Path) -> frozenset[int]:
    """Return the letters a font says it has: a quick look that spares opening most fonts."""
    import uharfbuzz  # type: ignore[import-untyped] # it has no types

    try:
        return frozenset(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))).unicodes)
    except (OSError, uharfbuzz.HarfBuzzError):
        return frozenset()


def _letters_of(path: Path) -> frozenset[int]:
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        return frozenset(TTFontFile(str(path)).charToGlyph)
    except (TTFError, OSError, ValueError, LookupError):
        # Not readable, or its outlines are not TrueType: as good as not there.
        return frozenset()
