"""Sets lines of text with HarfBuzz: which glyphs, how far apart, and what each stands for."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.lettering.direction import Stretch, stretches
from cpd_desktop.adapters.lettering.fonts import leaves_no_mark
from cpd_desktop.adapters.lettering.typecase import in_scripts, tidied
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cpd_desktop.adapters.certificates.faces import Face, Faces, Style
    from cpd_desktop.domain.certificates.template import Colour

UNPRINTABLE = Sentence(
    "certificate", "No font on this computer can print {letters}, needed for {text}."
)
TURNED: Final = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_FEATURES: Final = {"kern": True, "liga": True}
_KEPT: Final = 2_000


class Glyph(NamedTuple):
    """A glyph, how far it moves on and how far it is shifted, in thousandths of the size."""

    number: int
    advance: float
    across: float
    up: float


class Cluster(NamedTuple):
    """Glyphs that stand for some letters together, and where these begin in their run."""

    said: str
    glyphs: tuple[Glyph, ...]
    start: int


class Piece(NamedTuple):
    """Some text in one style, ``scale`` times as large as its line."""

    text: str
    style: Style
    colour: Colour
    scale: float = 1


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font, direction, colour and size, and where it begins in its line."""

    face: Face
    text: str
    rightwards: bool
    colour: Colour
    clusters: tuple[Cluster, ...]
    width: float
    start: int
    scale: float = 1


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line as it will be printed, from left to right, at size 1."""

    runs: tuple[Run, ...]
    text: str
    width: float

    @property
    def tall(self) -> float:
        """Return how much higher it is than a line of the usual size."""
        return max([run.scale for run in self.runs], default=1)

    def widths(self) -> list[float]:
        """Return how wide each letter is as typed, with what is drawn together at the first."""
        found = [0.0] * len(self.text)
        for run in self.runs:
            for each in run.clusters:
                width = sum(glyph.advance for glyph in each.glyphs) / 1000 * run.scale
                found[run.start + each.start] += width
        return found


@dataclass(slots=True)
class Setter:
    """Sets lines, and remembers those it set."""

    faces: Faces
    _lines: OrderedDict[tuple[Piece, ...], SetLine] = field(
        default_factory=OrderedDict, init=False, repr=False
    )

    def line(self, pieces: Sequence[Piece]) -> SetLine:
        """Return the pieces as one line; raises ``Invalid`` with the letters no font has."""
        key = tuple(pieces)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _KEPT:
                # Who was looked through before is still there when their certificate is made.
                self._lines.popitem(last=False)
            found = self._lines[key] = self._set(key)
        return found

    def missing(self, text: str, style: Style) -> str:
        """Return the letters of a text that no font has, each once."""
        lost = (part for face, part in self.faces.runs(tidied(text), style) if face is None)
        return "".join(dict.fromkeys("".join(lost)))

    def _set(self, pieces: tuple[Piece, ...]) -> SetLine:
        text = "".join(piece.text for piece in pieces)
        owners = [piece for piece in pieces for _ in piece.text]
        runs: list[Run] = []
        for part in stretches(text) if TURNED.search(text) else (Stretch(text, rightwards=True),):
            places = range(part.start, part.start + len(part.text))
            owned = [list(group) for _, group in groupby(places, key=lambda at: id(owners[at]))]
            for group in owned if part.rightwards else owned[::-1]:
                piece = owners[group[0]]._replace(text=text[group[0] : group[-1] + 1])
                runs += self._runs(piece, group[0], text, rightwards=part.rightwards)
        return SetLine(tuple(runs), text, sum(run.width for run in runs))

    def _runs(self, piece: Piece, start: int, line: str, *, rightwards: bool) -> list[Run]:
        runs: list[Run] = []
        for face, part in self.faces.runs(piece.text, piece.style):
            if face is None:
                letters = " ".join(self.missing(piece.text, piece.style))
                raise Invalid({"text": UNPRINTABLE.filled(letters=letters, text=line)})
            for said in in_scripts(part):
                clusters = shaped(face, said, rightwards=rightwards)
                width = sum([glyph.advance for each in clusters for glyph in each.glyphs]) / 1000
                width, look = width * piece.scale, (piece.colour, clusters)
                runs.append(Run(face, said, rightwards, *look, width, start, piece.scale))
                start += len(said)
        return runs if rightwards else runs[::-1]


def shaped(face: Face, text: str, *, rightwards: bool = True) -> tuple[Cluster, ...]:
    """Return the clusters of a text in one script, from left to right."""
    buffer = face.library.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "ltr" if rightwards else "rtl"
    face.library.shape(face.shaper, buffer, _FEATURES)
    scale = face.scale
    glyphs = [
        Glyph(info.codepoint, x_advance * scale, x_offset * scale, y_offset * scale)
        for info, (x_offset, y_offset, x_advance, _) in zip(
            buffer.glyph_infos, (each.position for each in buffer.glyph_positions), strict=True
        )
    ]
    return tuple(_clusters(glyphs, [info.cluster for info in buffer.glyph_infos], text))


def _clusters(glyphs: list[Glyph], starts: list[int], text: str) -> Iterator[Cluster]:
    ordered = [*sorted(set(starts)), len(text)]
    ends = dict(pairwise(ordered))
    at = 0
    while at < len(starts):
        start, first = starts[at], at
        while at < len(starts) and starts[at] == start:
            at += 1
        said = text[start : ends[start]]
        if not said.isalnum():
            said = "".join(char for char in said if not leaves_no_mark(char))
        own = tuple(glyphs[first:at])
        # What was only there to steer the letters around it needs no room.
        if said or any(glyph.advance for glyph in own):
            yield Cluster(said, own, start)
