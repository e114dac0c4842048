"""Lays out once what all certificates of a template share: fonts, pictures and fixed words.

Numbers 1 to ``fixed`` belong to objects that each certificate writes for itself after the shared
ones; so the shared bytes are the same in all of them, and come first.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.certificates import structure
from cpd_desktop.adapters.certificates.colour_profile import srgb_profile
from cpd_desktop.adapters.certificates.drawing import Pen, reads_unlike_it_looks
from cpd_desktop.adapters.certificates.faces import Style
from cpd_desktop.adapters.certificates.layout import set_text
from cpd_desktop.adapters.certificates.pdf_parts import HEADER, ObjectRow, numbers, stream
from cpd_desktop.adapters.certificates.pictures import Encoded, encoded
from cpd_desktop.adapters.certificates.subsets import gather, repertoire, subset
from cpd_desktop.domain.certificates.fields import names_in
from cpd_desktop.domain.certificates.template import (
    Code,
    CreditTable,
    Picture,
    Role,
    Signature,
    Text,
)

if TYPE_CHECKING:
    from cpd_desktop.adapters.certificates.faces import Face
    from cpd_desktop.adapters.certificates.layout import Block
    from cpd_desktop.adapters.certificates.setting import Run, Setter
    from cpd_desktop.adapters.certificates.subsets import Said, Subset
    from cpd_desktop.domain.certificates.template import Element, Page, Template

    Blocks = dict[str, Block]

CATALOG, INFO, METADATA, RESOURCES, DOCUMENT, PARENTS, ROOT = 1, 2, 3, 4, 5, 6, 7
SIGNED_BY: Final = "Digital signature of the provider"
SIGNATURE: Final = "\0signature"  # no picture of a template can be called that


@dataclass(frozen=True, slots=True)
class Place:
    """An element on its page, what marks it there, and its node in the tree."""

    element: Element
    mark: int
    node: int
    live: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its objects, and its elements in the order in which they are drawn."""

    page: Page
    number: int
    content: int
    places: tuple[Place, ...]

    @property
    def pen(self) -> Pen:
        """Return what draws on it."""
        return Pen(self.page.height)

    @property
    def last(self) -> tuple[Place, ...]:
        """Return what each certificate draws for itself."""
        return tuple(each for each in self.places if each.live or each.late)

    @property
    def next_mark(self) -> int:
        """Return the first mark that no element has."""
        return 1 + max((each.mark for each in self.places), default=-1)


@dataclass(slots=True)
class Plan:
    """The shared bytes, and where things are in them."""

    template: Template
    sheets: tuple[Sheet, ...]
    fixed: int
    signed: bool
    row: ObjectRow
    fonts: dict[Face, tuple[str, int, Subset]] = field(default_factory=dict)
    pictures: dict[str, tuple[int, Encoded]] = field(default_factory=dict)
    widget: int = 0
    form: int = 0
    profile: int = 0
    tree: int = 0
    prefix: bytes = b""
    references: bytes = b""
    hashed: bytes = b""

    @property
    def signature(self) -> int:
        """Return the number of the signature's own object."""
        return self.fixed

    def font(self, run: Run) -> tuple[str, Subset]:
        """Return the shared font of a run, and what the pages call it."""
        name, _, made = self.fonts[run.face]
        return name, made

    def picture_name(self, name: str) -> str:
        """Return what the pages call a picture."""
        return f"I{self.pictures[name][0]}"


def is_live(element: Element) -> bool:
    """Say whether an element looks or reads different from certificate to certificate."""
    always = isinstance(element, Code | CreditTable)
    if always or element.only.strip() or any(names_in(element.alt)):
        return True
    if isinstance(element, Text):
        return element.optional or any(any(names_in(span.text)) for span in element.spans)
    return False


def plan_for(template: Template, setter: Setter, signature: bytes | None, *, signed: bool) -> Plan:
    """Return the plan of a template, with this picture of a signature, if there is one."""
    sheets, fixed = _sheets(template, signed=signed, drawn_signature=signature is not None)
    plan = Plan(template, sheets, fixed, signed, ObjectRow(fixed + 1, len(HEADER)))
    texts = [_static_texts(sheet, setter) for sheet in sheets]
    _add_pictures(plan, signature)
    _add_fonts(plan, texts, setter)
    plan.profile = plan.row.add(stream(srgb_profile(), b"/N 3", level=9))
    _add_pages(plan, texts)
    plan.prefix = HEADER + b"".join(plan.row.parts)
    plan.references = plan.row.cross_references()
    plan.row.parts.clear()
    plan.hashed = hashlib.sha256(plan.prefix).digest()
    return plan


def _sheets(
    template: Template, *, signed: bool, drawn_signature: bool
) -> tuple[tuple[Sheet, ...], int]:
    """Return the pages with what marks each element, and how many objects each file writes."""
    last = ROOT
    sheets = []
    for page in template.pages:
        last += 1
        content, places = last, list[Place]()
        mark = 0
        for element in page.elements:
            if isinstance(element, Signature) and not drawn_signature:
                continue
            live = is_live(element)
            before = (each for each in places if each.live or each.late)
            late = not live and any(each.element.box.overlap(element.box) for each in before)
            read = element.role is not Role.DECORATION
            last += live and read
            node = last if live and read else 0
            places.append(Place(element, mark if read else -1, node, live, late))
            mark += read
        sheets.append(Sheet(page, 0, content, tuple(places)))
    return tuple(sheets), last + signed


def _static_texts(sheet: Sheet, setter: Setter) -> Blocks:
    return {
        place.element.name: set_text(place.element, None, setter)
        for place in sheet.places
        if isinstance(place.element, Text) and not place.live
    }


def _add_pictures(plan: Plan, signature: bytes | None) -> None:
    wanted = {sheet.page.background for sheet in plan.sheets}
    for sheet in plan.sheets:
        wanted |= {each.asset for each in sheet.page.elements if isinstance(each, Picture)}
    found = {each.name: each.data for each in plan.template.assets if each.name in wanted}
    if signature is not None:
        found[SIGNATURE] = signature
    for name, data in found.items():
        picture = encoded(data)
        first = plan.row.next
        for body in picture.objects(first):
            plan.row.add(body)
        plan.pictures[name] = (first, picture)


def _add_fonts(plan: Plan, texts: list[Blocks], setter: Setter) -> None:
    needed: dict[Face, Said] = {}
    for style in _live_styles(plan):
        for face in setter.faces.of(style)[:1]:
            needed[face] = repertoire(face)
    for blocks in texts:
        for block in blocks.values():
            for run in block.runs():
                gather(run.face, run.clusters, needed.setdefault(run.face, {}))
    for at, (face, said) in enumerate(needed.items()):
        made = subset(face, said)
        first = plan.row.next
        for body in made.objects(first):
            plan.row.add(body)
        plan.fonts[face] = (f"F{at}", first, made)


def _live_styles(plan: Plan) -> dict[Style, None]:
    found: dict[Style, None] = {}
    for sheet in plan.sheets:
        for place in sheet.places:
            element = place.element
            if isinstance(element, Text) and place.live:
                for span in element.spans:
                    if any(names_in(span.text)):
                        found[Style(element.family, span.bold, span.italic)] = None
            elif isinstance(element, CreditTable):
                found[Style(element.family)] = found[Style(element.family, bold=True)] = None
    return found


def _add_pages(plan: Plan, texts: list[Blocks]) -> None:
    row, count = plan.row, len(plan.sheets)
    tree = plan.tree = row.next
    pages = [tree + 1 + at for at in range(count)]
    plan.sheets = tuple(map(_numbered, plan.sheets, pages))
    row.add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (count, structure.references(pages)))
    if plan.signed:
        plan.widget, plan.form = tree + 1 + count, tree + 2 + count
    contents = tree + 1 + count + 2 * plan.signed
    for at, sheet in enumerate(plan.sheets):
        row.add(_page(plan, sheet, at, tree, contents + at))
    if plan.signed:
        row.add(_widget(plan, pages[0], count))
        row.add(structure.form_node(DOCUMENT, pages[0], plan.widget, SIGNED_BY))
    for sheet, blocks in zip(plan.sheets, texts, strict=True):
        row.add(stream(_content(plan, sheet, blocks), level=9))
    plan.sheets = tuple(
        replace(sheet, places=tuple(_with_node(plan, sheet, each, blocks) for each in sheet.places))
        for sheet, blocks in zip(plan.sheets, texts, strict=True)
    )


def _numbered(sheet: Sheet, number: int) -> Sheet:
    return replace(sheet, number=number)


def _content(plan: Plan, sheet: Sheet, blocks: Blocks) -> bytes:
    """Return what is drawn alike on this page of all certificates."""
    page = sheet.page
    ground = sheet.pen.ground(page.width, page.colour)
    if page.background:
        whole = (0, 0, page.width, page.height)
        ground += "\n" + sheet.pen.picture(plan.picture_name(page.background), whole)
    drawn = [b"/Artifact BMC\n%s\nEMC" % ground.encode()]
    for place in sheet.places:
        if not (place.live or place.late):
            block = blocks.get(place.element.name)
            drawn.append(marked(place, draw(plan, sheet, place.element, block)))
    return b"\n".join(drawn)


def _with_node(plan: Plan, sheet: Sheet, place: Place, blocks: Blocks) -> Place:
    if place.live or place.mark < 0:
        return place
    body = node(sheet, place, blocks.get(place.element.name), place.element.alt)
    return replace(place, node=plan.row.add(body))


def _page(plan: Plan, sheet: Sheet, at: int, tree: int, content: int) -> bytes:
    own = b" %d 0 R" % sheet.content if sheet.last else b""
    widget = b"/Annots[%d 0 R]" % plan.widget if plan.signed and not at else b""
    size = numbers((sheet.page.width, sheet.page.height)).encode()
    return (
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s]/Resources %d 0 R/Contents[%d 0 R%s]"
        b"/StructParents %d/Tabs/S%s>>" % (tree, size, RESOURCES, content, own, at, widget)
    )


def _widget(plan: Plan, page: int, key: int) -> bytes:
    return (
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/TU(%s)/Rect[0 0 0 0]/F 132"
        b"/P %d 0 R/V %d 0 R/StructParent %d>>" % (SIGNED_BY.encode(), page, plan.signature, key)
    )


def draw(plan: Plan, sheet: Sheet, element: Element, block: Block | None) -> bytes:
    """Return the commands for an element that is the same in all certificates."""
    if block is not None:
        read = element.role is not Role.DECORATION
        drawn = sheet.pen.block(block, plan.font, read=read)
    elif isinstance(element, Picture | Signature):
        name = element.asset if isinstance(element, Picture) else SIGNATURE
        where = plan.pictures[name][1].within(element.box)
        drawn = sheet.pen.picture(plan.picture_name(name), where)
    else:
        drawn = sheet.pen.shape(element)
    return drawn.encode()


def marked(place: Place, drawn: bytes) -> bytes:
    """Return the commands of an element, marked as what they are in the tree."""
    if place.mark < 0:
        return b"/Artifact BMC\n%s\nEMC" % drawn
    return b"/%s<</MCID %d>>BDC\n%s\nEMC" % (structure.TAGS[place.element.role], place.mark, drawn)


def node(sheet: Sheet, place: Place, block: Block | None, alt: str) -> bytes:
    """Return the node of a text or a figure."""
    element, page = place.element, sheet.number
    if block is not None:
        said = block.text if reads_unlike_it_looks(block) else ""
        return structure.text_node(structure.TAGS[element.role], DOCUMENT, page, place.mark, said)
    bounds = sheet.pen.bounds(element.box)
    return structure.figure_node(DOCUMENT, page, place.mark, alt, bounds)
