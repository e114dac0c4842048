"""Writes certificates as archived, tagged PDF: the shared bytes, then a few kilobytes of its own.

A certificate's bytes follow from its snapshot, template, fonts and attachments alone, never from
the others that are issued with it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates import structure
from cpd_desktop.adapters.certificates.layout import set_table, set_text
from cpd_desktop.adapters.certificates.metadata import PRODUCER, metadata
from cpd_desktop.adapters.certificates.pdf_parts import (
    ObjectRow,
    date,
    name,
    raw_stream,
    stream,
    text_string,
)
from cpd_desktop.adapters.certificates.plan import (
    CATALOG,
    DOCUMENT,
    INFO,
    METADATA,
    PARENTS,
    RESOURCES,
    ROOT,
    draw,
    marked,
    node,
    plan_for,
)
from cpd_desktop.adapters.certificates.subsets import gather, subset
from cpd_desktop.adapters.certificates.written import (
    BLANK_RANGES,
    Attachment,
    Signing,
    Written,
    joined,
)
from cpd_desktop.adapters.lettering.typecase import tidied
from cpd_desktop.domain.certificates.fields import fill, lacks
from cpd_desktop.domain.certificates.template import Code, CreditTable, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpd_desktop.adapters.certificates.drawing import BitMatrix
    from cpd_desktop.adapters.certificates.faces import Face
    from cpd_desktop.adapters.certificates.layout import Block, Table
    from cpd_desktop.adapters.certificates.plan import Place, Plan, Sheet
    from cpd_desktop.adapters.certificates.setting import Run, Setter
    from cpd_desktop.adapters.certificates.subsets import Said, Subset
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Template

_REMEMBERED: Final = 2_000
_SMALL: Final = 8_000  # an attachment no larger is not worth packing
_QUICK: Final = 3  # this little is not worth packing tighter


@dataclass(slots=True)
class CertificateWriter:
    """Writes certificates of one template.

    ``signatures`` holds pictures of signatures by their SHA-256, ``reserve`` the bytes to keep
    free for a digital one, ``qr_modules`` gives the code of a certificate.
    """

    template: Template
    setter: Setter
    signatures: Mapping[str, bytes] = field(default_factory=dict)
    reserve: int = 0
    qr_modules: Callable[[Snapshot], BitMatrix] | None = None
    _plans: dict[str, tuple[Plan, hashlib._Hash]] = field(default_factory=dict, init=False)
    _drawn: dict[tuple[int, tuple[str, ...]], _Text] = field(default_factory=dict, init=False)

    def write(self, snapshot: Snapshot, attachments: Sequence[Attachment] = ()) -> Written:
        """Return the certificate; raises ``Invalid`` if no font has a letter of it."""
        plan, started = self._plan(snapshot.signature)
        return _Certificate(self, plan, snapshot).written(attachments, started)

    def _plan(self, signature: str) -> tuple[Plan, hashlib._Hash]:
        if signature not in self._plans:
            picture = self.signatures.get(signature) if signature else None
            plan = plan_for(self.template, self.setter, picture, signed=bool(self.reserve))
            self._plans[signature] = (plan, hashlib.sha256(plan.prefix))
        return self._plans[signature]

    def text(self, plan: Plan, place: Place, snapshot: Snapshot, sheet: Sheet) -> _Text:
        """Return a text as set, and as drawn if the shared fonts have all of it."""
        assert isinstance(place.element, Text)  # noqa: S101 - who calls knows
        key = (id(place), tuple(fill(span.text, snapshot) for span in place.element.spans))
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) >= _REMEMBERED:
                self._drawn.clear()
            block = set_text(place.element, snapshot, self.setter)
            whole = all(_shared(plan, run) for run in block.runs())
            drawn = (
                sheet.pen.block(block, plan.font, read=place.mark >= 0).encode() if whole else None
            )
            told = node(sheet, place, block, "") if place.node else b""
            found = self._drawn[key] = _Text(block, drawn, told)
        return found


@dataclass(frozen=True, slots=True)
class _Text:
    block: Block
    drawn: bytes | None
    node: bytes


def _shared(plan: Plan, run: Run) -> bool:
    found = plan.fonts.get(run.face)
    return found is not None and found[2].has(run.clusters)


@dataclass(slots=True)
class _Certificate:
    """One certificate while it is written."""

    writer: CertificateWriter
    plan: Plan
    snapshot: Snapshot
    texts: dict[int, _Text] = field(default_factory=dict)
    tables: dict[int, Table] = field(default_factory=dict)
    extra: dict[Face, tuple[str, Subset]] = field(default_factory=dict)
    nodes: dict[int, bytes] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    code: BitMatrix | None = None

    def written(self, attachments: Sequence[Attachment], started: hashlib._Hash) -> Written:
        plan = self.plan
        self._set()
        more = ObjectRow(plan.fixed + len(plan.row.places) + 1, len(plan.prefix))
        fonts = self._add_extra_fonts(more)
        parents = [self._marks(sheet, more) for sheet in plan.sheets]
        files = self._attach(more, attachments)
        bodies: dict[int, bytes] = {
            sheet.content: stream(self._content(sheet), level=_QUICK) for sheet in plan.sheets
        }
        bodies |= self.nodes
        bodies |= {
            CATALOG: self._catalog(files),
            INFO: self._info(),
            METADATA: metadata(self._title(), self._language(), self.snapshot.issued),
            RESOURCES: self._resources(fonts),
            DOCUMENT: self._document(),
            ROOT: b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (DOCUMENT, PARENTS, len(plan.sheets) + plan.signed),
            PARENTS: self._parents(parents),
        }
        signature = self._signature_start() if plan.signed else b""
        reserve = self.writer.reserve if plan.signed else 0
        return joined(plan, bodies, more, Signing(signature, reserve, started), self._identity())

    def _set(self) -> None:
        """Set all texts, and cut the letters that the shared fonts do not have."""
        needed: dict[Face, Said] = {}
        for sheet in self.plan.sheets:
            for place in sheet.last:
                self._set_place(sheet, place)
        blocks = [each.block for each in self.texts.values() if each.drawn is None]
        blocks += [cell for table in self.tables.values() for row in table.rows for cell in row]
        for block in blocks:
            for run in block.runs():
                if not _shared(self.plan, run):
                    gather(run.face, run.clusters, needed.setdefault(run.face, {}))
        for at, (face, said) in enumerate(needed.items()):
            self.extra[face] = (f"X{at}", subset(face, said))

    def _set_place(self, sheet: Sheet, place: Place) -> None:
        element, snapshot = place.element, self.snapshot
        if lacks(element, snapshot):
            self.left_out.add(id(place))
        elif isinstance(element, Text):
            self.texts[id(place)] = self.writer.text(self.plan, place, snapshot, sheet)
        elif isinstance(element, CreditTable) and snapshot.credits:
            self.tables[id(place)] = set_table(element, snapshot, self.writer.setter)
        elif isinstance(element, Code) and self.writer.qr_modules:
            self.code = self.code or self.writer.qr_modules(snapshot)
        elif isinstance(element, Code | CreditTable):
            self.left_out.add(id(place))

    def _font(self, run: Run) -> tuple[str, Subset]:
        return self.plan.font(run) if _shared(self.plan, run) else self.extra[run.face]

    def _add_extra_fonts(self, more: ObjectRow) -> bytes:
        named = b"".join(b"/%s %d 0 R" % (n.encode(), at) for n, at, _ in self.plan.fonts.values())
        for resource, made in self.extra.values():
            first = more.next
            for body in made.objects(first, level=6):
                more.add(body)
            named += b"/%s %d 0 R" % (resource.encode(), first)
        return named

    def _marks(self, sheet: Sheet, more: ObjectRow) -> list[int]:
        """Add the nodes of this page's own elements; return the node of each mark."""
        found = {place.mark: place.node for place in sheet.places if place.mark >= 0}
        for place in sheet.last:
            if not place.node or not place.live:
                continue
            if id(place) in self.left_out:
                found[place.mark] = 0
                # Its number is taken, and an object has to stand there.
                self.nodes[place.node] = b"null"
            elif table := self.tables.get(id(place)):
                marks = self._cell_marks(sheet, place, table)
                rows, cells = structure.table_nodes(more, place.node, sheet.number, marks)
                self.nodes[place.node] = structure.group_node(b"Table", DOCUMENT, rows)
                found[place.mark] = 0
                found |= dict(zip((each for row in marks for each in row), cells, strict=True))
            elif text := self.texts.get(id(place)):
                self.nodes[place.node] = text.node
            else:
                alt = fill(place.element.alt, self.snapshot)
                self.nodes[place.node] = node(sheet, place, None, alt)
        return [found[mark] for mark in sorted(found)]

    def _cell_marks(self, sheet: Sheet, place: Place, table: Table) -> list[list[int]]:
        first = sheet.next_mark
        for other in sheet.last:
            if other is place:
                break
            if before := self.tables.get(id(other)):
                first += sum(map(len, before.rows))
        width = len(table.rows[0])
        return [
            list(range(first + at * width, first + (at + 1) * width))
            for at in range(len(table.rows))
        ]

    def _content(self, sheet: Sheet) -> bytes:
        parts: list[bytes] = []
        for place in sheet.last:
            element, pen = place.element, sheet.pen
            if id(place) in self.left_out:
                continue
            if text := self.texts.get(id(place)):
                drawn = text.drawn
                if drawn is None:
                    drawn = pen.block(text.block, self._font, read=place.mark >= 0).encode()
                parts.append(marked(place, drawn))
            elif table := self.tables.get(id(place)):
                parts.append(self._table(sheet, place, table))
            elif isinstance(element, Code) and self.code:
                parts.append(marked(place, pen.code(element.box, element.colour, self.code)))
            elif isinstance(element, Text):
                block = set_text(element, None, self.writer.setter)
                parts.append(marked(place, draw(self.plan, sheet, element, block)))
            else:
                parts.append(marked(place, draw(self.plan, sheet, element, None)))
        return b"\n".join(parts)

    def _table(self, sheet: Sheet, place: Place, table: Table) -> bytes:
        assert isinstance(place.element, CreditTable)  # noqa: S101 - only those are set as tables
        rules = sheet.pen.rules(table, place.element)
        parts = [b"/Artifact BMC\n%s\nEMC" % rules.encode()]
        marks = self._cell_marks(sheet, place, table)
        for at, (row, numbers) in enumerate(zip(table.rows, marks, strict=True)):
            for cell, mark in zip(row, numbers, strict=True):
                drawn = sheet.pen.block(cell, self._font).encode()
                tag = b"TD" if at else b"TH"
                parts.append(b"/%s<</MCID %d>>BDC\n%s\nEMC" % (tag, mark, drawn))
        return b"\n".join(parts)

    def _document(self) -> bytes:
        children: list[int] = []
        for sheet in self.plan.sheets:
            read = [each for each in sheet.places if each.mark >= 0]
            read.sort(key=lambda each: each.element.order)
            children += [each.node for each in read if id(each) not in self.left_out]
        if self.plan.signed:
            children.append(self.plan.form)
        return structure.group_node(b"Document", ROOT, children)

    def _parents(self, pages: list[list[int]]) -> bytes:
        rows = [
            b"%d[%s]" % (at, b" ".join(b"%d 0 R" % each if each else b"null" for each in nodes))
            for at, nodes in enumerate(pages)
        ]
        if self.plan.signed:
            rows.append(b"%d %d 0 R" % (len(pages), self.plan.form))
        return b"<</Nums[%s]>>" % b" ".join(rows)

    def _resources(self, fonts: bytes) -> bytes:
        pictures = b"".join(b"/I%d %d 0 R" % (n, n) for n, _ in self.plan.pictures.values())
        return b"<</Font<<%s>>/XObject<<%s>>>>" % (fonts, pictures)

    def _title(self) -> str:
        return tidied(fill(self.plan.template.title, self.snapshot))

    def _language(self) -> str:
        letters = (each for each in self.snapshot.language if each.isalnum() or each == "-")
        return "".join(each for each in letters if each.isascii())

    def _info(self) -> bytes:
        made = date(self.snapshot.issued)
        return b"<</Title%s/Producer(%s)/CreationDate%s/ModDate%s>>" % (
            text_string(self._title()), PRODUCER.encode(), made, made,
        )  # fmt: skip

    def _attach(self, more: ObjectRow, attachments: Sequence[Attachment]) -> list[tuple[str, int]]:
        files = []
        for each in sorted(attachments, key=lambda attached: attached.name):
            entries = b"/Type/EmbeddedFile/Subtype%s/Params<</Size %d/ModDate%s>>" % (
                name(each.media), len(each.data), date(self.snapshot.issued),
            )  # fmt: skip
            small = len(each.data) <= _SMALL
            data = more.add((raw_stream if small else stream)(each.data, entries))
            title = text_string(each.name)
            spec = (
                b"<</Type/Filespec/F%s/UF%s/AFRelationship/Data/Desc%s/EF<</F %d 0 R/UF %d 0 R>>>>"
            )
            described = text_string(each.description or each.name)
            files.append((each.name, more.add(spec % (title, title, described, data, data))))
        return files

    def _catalog(self, files: list[tuple[str, int]]) -> bytes:
        plan = self.plan
        parts = [
            b"<</Type/Catalog/Pages %d 0 R/Metadata %d 0 R/Lang(%s)/MarkInfo<</Marked true>>"
            b"/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot %d 0 R"
            b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/Info(sRGB IEC61966-2.1)"
            b"/OutputConditionIdentifier(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]"
            % (plan.tree, METADATA, self._language().encode(), ROOT, plan.profile)
        ]
        if files:
            named = b" ".join(b"%s %d 0 R" % (text_string(name), spec) for name, spec in files)
            parts.append(b"/AF[%s]" % structure.references(spec for _, spec in files))
            parts.append(b"/Names<</EmbeddedFiles<</Names[%s]>>>>" % named)
        if plan.signed:
            parts.append(b"/AcroForm<</Fields[%d 0 R]/SigFlags 3>>" % plan.widget)
        return b"".join((*parts, b">>"))

    def _identity(self) -> bytes:
        found = hashlib.sha256(self.plan.hashed + self.snapshot.as_json()).hexdigest()
        return found[:32].encode()

    def _signature_start(self) -> bytes:
        """Return the signature's object up to its place."""
        return (
            b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name%s/M%s/ByteRange%s"
            b"/Contents"
        ) % (text_string(self.snapshot.provider_name), date(self.snapshot.issued), BLANK_RANGES)
