"""Draws one page of a certificate for the screen, with the very pen that the issued one gets.

Only what changed since the last time is set and drawn anew, so that a page follows the mouse.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates.drawing import Pen
from cpd_desktop.adapters.certificates.layout import set_table, set_text
from cpd_desktop.adapters.certificates.pdf_parts import (
    HEADER,
    ObjectRow,
    numbers,
    raw_stream,
)
from cpd_desktop.adapters.certificates.pictures import encoded
from cpd_desktop.adapters.certificates.subsets import OBJECTS, gather, repertoire, subset
from cpd_desktop.domain.certificates.fields import fill, lacks
from cpd_desktop.domain.certificates.template import (
    Code,
    CreditTable,
    Picture,
    Signature,
    Text,
)
from cpd_desktop.domain.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.certificates.faces import Face
    from cpd_desktop.adapters.certificates.layout import Block
    from cpd_desktop.adapters.certificates.pictures import Encoded
    from cpd_desktop.adapters.certificates.setting import Run, Setter
    from cpd_desktop.adapters.certificates.subsets import Said, Subset
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Element, Template

_CATALOG, _PAGES, _PAGE, _CONTENT, _RESOURCES = range(1, 6)
_REMEMBERED: Final = 600


@dataclass(slots=True)
class Sketcher:
    """Draws pages one after the other, and remembers how the elements on them were drawn."""

    setter: Setter
    qr_modules: Callable[[Snapshot], BitMatrix]
    _fonts: dict[Face, _Font] = field(default_factory=dict, init=False)
    _blocks: dict[object, tuple[Block, ...]] = field(default_factory=dict, init=False)
    _drawn: dict[object, bytes] = field(default_factory=dict, init=False)
    _pictures: dict[bytes, Encoded] = field(default_factory=dict, init=False)
    _code: tuple[Snapshot, BitMatrix] | None = field(default=None, init=False)
    unprintable: Invalid | None = field(default=None, init=False)

    def page(
        self, template: Template, at: int, snapshot: Snapshot, signatures: Mapping[str, bytes]
    ) -> bytes:
        """Return a PDF of one page; ``unprintable`` says then which text of it was left out."""
        page, shown = template.pages[at], dict[bytes, str]()
        pen = Pen(page.height)
        parts = [pen.ground(page.width, page.colour).encode()]
        if asset := template.asset(page.background):
            whole = (0, 0, page.width, page.height)
            parts.append(pen.picture(self._named(asset.data, shown), whole).encode())
        self._set(page.elements, snapshot)
        for element in page.elements:
            if lacks(element, snapshot):
                continue
            if isinstance(element, Picture):
                found = template.asset(element.asset)
                parts.append(self._picture(pen, element, found.data if found else None, shown))
            elif isinstance(element, Signature):
                picture = signatures.get(snapshot.signature)
                parts.append(self._picture(pen, element, picture, shown))
            else:
                parts.append(self._element(pen, element, snapshot))
        return self._file((page.width, page.height), b"\n".join(parts), shown)

    def _set(self, elements: Iterable[Element], snapshot: Snapshot) -> None:
        """Set all texts, and see that the fonts in the file have all of their letters."""
        if len(self._blocks) > _REMEMBERED or len(self._drawn) > _REMEMBERED:
            self._blocks.clear()
            self._drawn.clear()
        self.unprintable = None
        for element in elements:
            key = _key(element, snapshot)
            if key not in self._blocks and not lacks(element, snapshot):
                try:
                    blocks = self._blocks[key] = self._blocks_of(element, snapshot)
                except Invalid as error:
                    self.unprintable = self.unprintable or error
                    continue
                for block in blocks:
                    for run in block.runs():
                        self._take_up(run)

    def _blocks_of(self, element: Element, snapshot: Snapshot) -> tuple[Block, ...]:
        if isinstance(element, Text):
            return (set_text(element, snapshot, self.setter),)
        if isinstance(element, CreditTable) and snapshot.credits:
            table = set_table(element, snapshot, self.setter)
            return tuple(cell for row in table.rows for cell in row)
        return ()

    def _take_up(self, run: Run) -> None:
        font = self._fonts.get(run.face)
        if font is not None and font.subset.has(run.clusters):
            return
        said = repertoire(run.face) if font is None else dict(font.subset.said)
        gather(run.face, run.clusters, said)
        name = font.name if font else f"F{len(self._fonts)}"
        self._fonts[run.face] = _Font(name, run.face, said)
        self._drawn.clear()  # the codes of its glyphs may be others now

    def _element(self, pen: Pen, element: Element, snapshot: Snapshot) -> bytes:
        if isinstance(element, Code):
            return pen.code(element.box, element.colour, self._matrix(snapshot))
        key = (pen.height, _key(element, snapshot))
        drawn = self._drawn.get(key)
        if drawn is None:
            drawn = self._drawn[key] = self._draw(pen, element, snapshot).encode("latin-1")
        return drawn

    def _draw(self, pen: Pen, element: Element, snapshot: Snapshot) -> str:
        if not isinstance(element, Text | CreditTable):
            return pen.shape(element)
        blocks = self._blocks.get(_key(element, snapshot), ())
        parts = [pen.block(block, self._font, read=False) for block in blocks]
        if isinstance(element, CreditTable) and blocks:
            parts.append(pen.rules(set_table(element, snapshot, self.setter), element))
        return "\n".join(parts)

    def _font(self, run: Run) -> tuple[str, Subset]:
        font = self._fonts[run.face]
        return font.name, font.subset

    def _matrix(self, snapshot: Snapshot) -> BitMatrix:
        if self._code is None or self._code[0] != snapshot:
            self._code = snapshot, self.qr_modules(snapshot)
        return self._code[1]

    def _picture(
        self, pen: Pen, element: Element, data: bytes | None, shown: dict[bytes, str]
    ) -> bytes:
        if data is None:
            return b""
        name = self._named(data, shown)
        return pen.picture(name, self._pictures[data].within(element.box)).encode()

    def _named(self, data: bytes, shown: dict[bytes, str]) -> str:
        if data not in self._pictures:
            self._pictures[data] = encoded(data)
        return shown.setdefault(data, f"P{len(shown)}")

    def _file(self, size: tuple[float, float], content: bytes, shown: dict[bytes, str]) -> bytes:
        row = ObjectRow(1, len(HEADER))
        row.add(b"<</Type/Catalog/Pages %d 0 R>>" % _PAGES)
        row.add(b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % _PAGE)
        row.add(
            b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources %d 0 R/Contents %d 0 R>>"
            % (_PAGES, numbers(size).encode(), _RESOURCES, _CONTENT)
        )
        row.add(raw_stream(content, b""))
        first = row.next + 1
        fonts, pictures, bodies = b"", b"", list[bytes]()
        for font in self._fonts.values():
            at = first + len(bodies)
            fonts += b"/%s %d 0 R" % (font.name.encode(), at)
            bodies += font.objects(at)
        for data, name in shown.items():
            at = first + len(bodies)
            pictures += b"/%s %d 0 R" % (name.encode(), at)
            bodies += self._pictures[data].objects(at)
        row.add(b"<</Font<<%s>>/XObject<<%s>>>>" % (fonts, pictures))
        for body in bodies:
            row.add(body)
        start = HEADER + b"".join(row.parts)
        table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (row.next, row.cross_references())
        end = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        return start + table + end % (row.next, _CATALOG, row.end)


class _Font:
    """A font of the file, cut down to what was drawn so far."""

    def __init__(self, name: str, face: Face, said: Said) -> None:
        self.name = name
        self.subset = subset(face, said)
        self._objects: tuple[int, list[bytes]] = (0, [])

    def objects(self, first: int) -> list[bytes]:
        if self._objects[0] != first:
            self._objects = first, self.subset.objects(first, level=0)
        assert len(self._objects[1]) == OBJECTS  # noqa: S101 - others are numbered after them
        return self._objects[1]


def _key(element: Element, snapshot: Snapshot) -> object:
    """Return what an element looks like depends on."""
    if isinstance(element, Text):
        return element, tuple(fill(span.text, snapshot) for span in element.spans)
    if isinstance(element, CreditTable):
        return element, snapshot.credits
    return element
