"""The drawing commands of a PDF page for each kind of element."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.pdf_parts import number, numbers, text_string
from cpd_desktop.adapters.certificates.setting import TURNED
from cpd_desktop.domain.certificates.outlines import outline, rectangle, seal_parts
from cpd_desktop.domain.certificates.template import Box, Colour, Line, Seal, Shape

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cpd_desktop.adapters.certificates.layout import Block, Table
    from cpd_desktop.adapters.certificates.setting import Cluster, Run
    from cpd_desktop.adapters.certificates.subsets import Subset
    from cpd_desktop.domain.certificates.outlines import Step
    from cpd_desktop.domain.certificates.template import CreditTable, Element

    FontOf = Callable[[Run], tuple[str, Subset]]

_RIGHTWARDS: Final = "\u200e"


@dataclass(frozen=True, slots=True)
class BitMatrix:
    """The dots of a QR code, without white around them: eight in a byte, dark ones set."""

    side: int
    bits: bytes


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes drawing commands for a page of this height, on which places count from above."""

    height: float

    def block(self, block: Block, font_of: FontOf, *, read: bool = True) -> str:
        """Return the commands for a text; what is not read does not say what it stands for."""
        parts: list[str] = []
        for placed in block.lines:
            x, turned = placed.x, False
            for run in placed.line.runs:
                name, subset = font_of(run)
                where = f"1 0 0 1 {number(x)} {number(self.height - placed.y)} Tm"
                colour, size = numbers(run.colour.parts), block.size * run.scale
                parts.append(f"{colour} rg BT {where} /{name} {number(size)} Tf")
                if read:
                    parts += _shown(run, subset, size, after_turned=turned)
                else:
                    parts += _together(run.clusters, subset, size)
                parts.append("ET")
                x, turned = x + run.width * block.size, not run.rightwards
        return "\n".join(parts)

    def shape(self, element: Element) -> str:
        """Return the commands for a line, a shape or a seal."""
        if isinstance(element, Line):
            box = element.box
            ends = f"{self._at(box.x, box.y)} m {self._at(box.right, box.bottom)} l S"
            return f"{_stroke(element.colour, element.thickness)} {ends}"
        if isinstance(element, Shape):
            return self._painted(outline(element), element.fill, element.edge, element.thickness)
        if isinstance(element, Seal):
            edge, circle, tick = seal_parts(element)
            size = min(element.box.width, element.box.height)
            parts = (
                self._painted(edge, element.colour, None, 0),
                self._painted(circle, None, element.inner, size * 0.014),
                "1 J 1 j " + self._painted(tick, None, element.inner, size * 0.07),
            )
            return "q " + "\n".join(parts) + " Q"
        return ""

    def ground(self, width: float, colour: Colour) -> str:
        """Return the commands that colour the whole page."""
        return self._painted(rectangle(Box(0, 0, width, self.height)), colour, None, 0)

    def picture(self, name: str, where: tuple[float, float, float, float]) -> str:
        """Return the commands that show a picture here."""
        x, y, width, height = where
        low = self.height - y - height
        return f"q {number(width)} 0 0 {number(height)} {number(x)} {number(low)} cm /{name} Do Q"

    def rules(self, table: Table, element: CreditTable) -> str:
        """Return the commands for the lines of a table."""
        left, right = element.box.x, element.box.right
        drawn = (f"{self._at(left, y)} m {self._at(right, y)} l" for y in table.rules)
        return f"{_stroke(element.rule, 0.6)} {' '.join(drawn)} S"

    def code(self, box: Box, colour: Colour, matrix: BitMatrix) -> bytes:
        """Return the commands that show a QR code as a mask of single dots."""
        side = min(box.width, box.height)
        x = box.x + (box.width - side) / 2
        low = self.height - box.y - (box.height + side) / 2
        begin = (
            f"q {numbers(colour.parts)} rg {number(side)} 0 0 {number(side)} "
            f"{number(x)} {number(low)} cm\n"
            f"BI/W {matrix.side}/H {matrix.side}/BPC 1/IM true/D[1 0] ID "
        )
        return begin.encode() + matrix.bits + b"\nEI Q"

    def bounds(self, box: Box) -> str:
        """Return the corners of a box as a PDF names them."""
        return numbers((box.x, self.height - box.bottom, box.right, self.height - box.y))

    def _at(self, x: float, y: float) -> str:
        return f"{number(x)} {number(self.height - y)}"

    def _painted(
        self, steps: Sequence[Step], fill: Colour | None, edge: Colour | None, thickness: float
    ) -> str:
        if not steps or (fill is None and edge is None):
            return ""
        drawn = []
        for letter, values in steps:
            points = (self._at(*values[at : at + 2]) for at in range(0, len(values), 2))
            drawn.append(f"{' '.join(points)} {_COMMANDS[letter]}".strip())
        begin = f"{numbers(fill.parts)} rg " if fill else ""
        begin += f"{_stroke(edge, thickness)} " if edge else ""
        end = "B" if fill and edge else "f" if fill else "S"
        return f"{begin}{' '.join(drawn)} {end}"


_COMMANDS: Final = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _stroke(colour: Colour, thickness: float) -> str:
    return f"{numbers(colour.parts)} RG {number(thickness)} w"


def _shown(run: Run, subset: Subset, size: float, *, after_turned: bool) -> list[str]:
    """Return the commands that show the glyphs of a run, saying what each stands for."""
    parts: list[str] = []
    waiting: list[Cluster] = []
    clusters = run.clusters
    if after_turned and run.rightwards and clusters and not clusters[0].said[:1].isalnum():
        # Readers take spaces and brackets after right-to-left text for a part of it otherwise.
        clusters = (clusters[0]._replace(said=_RIGHTWARDS + clusters[0].said), *clusters[1:])
    for cluster in clusters:
        if _plain(cluster, subset):
            waiting.append(cluster)
            continue
        parts += _together(waiting, subset, size)
        waiting = []
        coded = text_string(cluster.said).decode()
        parts.append(f"/Span<</ActualText {coded}>>BDC")
        parts += _together([cluster], subset, size)
        parts.append("EMC")
    return parts + _together(waiting, subset, size)


def _plain(cluster: Cluster, subset: Subset) -> bool:
    """Say whether readers find out by themselves what a cluster stands for."""
    return len(cluster.glyphs) == 1 and subset.said.get(cluster.glyphs[0].number) == cluster.said


def _together(clusters: Sequence[Cluster], subset: Subset, size: float) -> list[str]:
    """Return the fewest commands that show these clusters."""
    parts: list[str] = []
    row: list[str] = []
    codes, advance = subset.codes, subset.face.advance
    open_text = ""
    rise = 0.0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            if glyph.up != rise:
                parts += _flushed(row, open_text)
                row, open_text, rise = [], "", glyph.up
                parts.append(f"{number(rise * size / 1000)} Ts")
            if glyph.across:
                row += _closed(open_text, -glyph.across)
                open_text = ""
            open_text += f"{codes[glyph.number]:04X}"
            back = advance(glyph.number) + glyph.across - glyph.advance
            if abs(back) >= 0.0005:  # noqa: PLR2004 - what is written
                row += _closed(open_text, back)
                open_text = ""
    parts += _flushed(row, open_text)
    if rise:
        parts.append("0 Ts")
    return parts


def _closed(text: str, back: float) -> list[str]:
    return [f"<{text}>", number(back)] if text else [number(back)]


def _flushed(row: list[str], text: str) -> list[str]:
    if text:
        row = [*row, f"<{text}>"]
    return [f"[{''.join(row) if len(row) == 1 else ' '.join(row)}] TJ"] if row else []


def reads_unlike_it_looks(block: Block) -> bool:
    """Say whether a reader needs to be told what a text says: in which order, and as one."""
    return len(block.lines) > 1 or any(
        len(each.glyphs) > 1 or not run.rightwards or TURNED.search(run.text)
        for run in block.runs()
        for each in run.clusters
    )
