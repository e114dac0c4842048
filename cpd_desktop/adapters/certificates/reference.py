"""Draws certificates with ReportLab: what the editor shows, and what the writer is held against."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.layout import set_table, set_text
from cpd_desktop.adapters.lettering import typecase
from cpd_desktop.adapters.lettering.fonts import Run
from cpd_desktop.domain.certificates.fields import fill, lacks
from cpd_desktop.domain.certificates.outlines import outline, seal_parts
from cpd_desktop.domain.certificates.template import (
    Code,
    CreditTable,
    Line,
    Picture,
    Seal,
    Shape,
    Signature,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.certificates.layout import Block, Table
    from cpd_desktop.adapters.certificates.setting import Setter
    from cpd_desktop.domain.certificates.outlines import Step
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Box, Colour, Element, Page, Template


@dataclass(frozen=True, slots=True)
class ReferenceWriter:
    """Draws certificates of one template, for looking at: not tagged, not archived, not signed."""

    template: Template
    setter: Setter
    signatures: Mapping[str, bytes] = field(default_factory=dict)
    qr_modules: Callable[[Snapshot], BitMatrix] | None = None

    def write(self, snapshot: Snapshot) -> bytes:
        """Return the certificate; raises ``Invalid`` if no font has a letter of it."""
        from reportlab.pdfgen.canvas import Canvas

        drawn = io.BytesIO()
        with typecase.typecase(self.setter.faces.shelf) as case:
            canvas = Canvas(drawn, pageCompression=1, invariant=1)
            canvas.setTitle(fill(self.template.title, snapshot))
            for page in self.template.pages:
                canvas.setPageSize((page.width, page.height))
                _Drawn(self, canvas, case, page, snapshot).all()
                canvas.showPage()
            canvas.save()
        return drawn.getvalue()


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One page on its canvas."""

    writer: ReferenceWriter
    canvas: Canvas
    case: typecase.Typecase
    page: Page
    snapshot: Snapshot

    def all(self) -> None:
        page = self.page
        self.canvas.setFillColorRGB(*page.colour.parts)
        self.canvas.rect(0, 0, page.width, page.height, stroke=0, fill=1)
        asset = self.writer.template.asset(page.background)
        if asset:
            self._image(asset.data, page.box, whole=True)
        for element in page.elements:
            if not lacks(element, self.snapshot):
                self._element(element)

    def _element(self, element: Element) -> None:
        setter = self.writer.setter
        if isinstance(element, Text):
            self._block(set_text(element, self.snapshot, setter))
        elif isinstance(element, CreditTable):
            if self.snapshot.credits:
                self._table(element, set_table(element, self.snapshot, setter))
        elif isinstance(element, Picture):
            asset = self.writer.template.asset(element.asset)
            self._image(asset.data if asset else None, element.box)
        elif isinstance(element, Signature):
            self._image(self.writer.signatures.get(self.snapshot.signature), element.box)
        elif isinstance(element, Code):
            self._code(element)
        else:
            self._shape(element)

    def _block(self, block: Block) -> None:
        for placed in block.lines:
            x = placed.x
            for run in placed.line.runs:
                self.canvas.setFillColorRGB(*run.colour.parts)
                pieces = self.case.pieces(Run(run.text, run.face.file), rightwards=run.rightwards)
                line = typecase.Line(tuple(pieces), run.text)
                size = block.size * run.scale
                line.draw(self.canvas, x, self.page.height - placed.y, size)
                x += line.width * size

    def _table(self, element: CreditTable, table: Table) -> None:
        for row in table.rows:
            for cell in row:
                self._block(cell)
        self._edge(element.rule, 0.6)
        for y in table.rules:
            height = self.page.height - y
            self.canvas.line(element.box.x, height, element.box.right, height)

    def _shape(self, element: Element) -> None:
        if isinstance(element, Line):
            box, height = element.box, self.page.height
            self._edge(element.colour, element.thickness)
            self.canvas.line(box.x, height - box.y, box.right, height - box.bottom)
        elif isinstance(element, Shape):
            self._path(outline(element), element.fill, element.edge, element.thickness)
        elif isinstance(element, Seal):
            edge, circle, tick = seal_parts(element)
            size = min(element.box.width, element.box.height)
            self.canvas.saveState()
            self._path(edge, element.colour, None, 0)
            self._path(circle, None, element.inner, size * 0.014)
            self.canvas.setLineCap(1)
            self.canvas.setLineJoin(1)
            self._path(tick, None, element.inner, size * 0.07)
            self.canvas.restoreState()

    def _path(
        self, steps: Sequence[Step], fill: Colour | None, edge: Colour | None, thickness: float
    ) -> None:
        if not steps or (fill is None and edge is None):
            return
        path, height = self.canvas.beginPath(), self.page.height
        drawers: dict[str, Callable[..., None]] = {
            "M": path.moveTo,
            "L": path.lineTo,
            "C": path.curveTo,
            "Z": path.close,
        }
        for letter, values in steps:
            drawers[letter](*(height - each if at % 2 else each for at, each in enumerate(values)))
        if fill:
            self.canvas.setFillColorRGB(*fill.parts)
        if edge:
            self._edge(edge, thickness)
        self.canvas.drawPath(path, stroke=int(edge is not None), fill=int(fill is not None))

    def _edge(self, colour: Colour, thickness: float) -> None:
        self.canvas.setStrokeColorRGB(*colour.parts)
        self.canvas.setLineWidth(thickness)

    def _image(self, data: bytes | None, box: Box, *, whole: bool = False) -> None:
        from reportlab.lib.utils import ImageReader

        if data is None:
            return
        image = ImageReader(io.BytesIO(data))
        x, low = box.x, self.page.height - box.bottom
        self.canvas.drawImage(
            image, x, low, box.width, box.height, mask="auto",
            preserveAspectRatio=not whole, anchor="c",
        )  # fmt: skip

    def _code(self, element: Code) -> None:
        if self.writer.qr_modules is None:
            return
        matrix, box = self.writer.qr_modules(self.snapshot), element.box
        side = min(box.width, box.height)
        dot = side / matrix.side
        x = box.x + (box.width - side) / 2
        top = self.page.height - box.y - (box.height - side) / 2
        bytes_in_row = (matrix.side + 7) // 8
        path = self.canvas.beginPath()
        for row in range(matrix.side):
            line = matrix.bits[row * bytes_in_row : (row + 1) * bytes_in_row]
            for column in range(matrix.side):
                if line[column // 8] >> (7 - column % 8) & 1:
                    path.rect(x + column * dot, top - (row + 1) * dot, dot, dot)
        self.canvas.setFillColorRGB(*element.colour.parts)
        self.canvas.drawPath(path, stroke=0, fill=1)
