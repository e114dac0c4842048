"""What is looked at before a certificate is issued; each finding names what to mend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.fields import FIELDS, credit_for, names_in
from cpd_desktop.domain.certificates.template import (
    Colour,
    CreditTable,
    Element,
    Form,
    Role,
    Shape,
    Signature,
    Text,
)
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Page, Template

UNKNOWN_FIELD = Sentence(
    "certificate check", "“{element}” has a field {field}, which is not known."
)
NO_VALUE = Sentence("certificate check", "{field} is empty for {person}.")
NO_CREDITS = Sentence("certificate check", "There is no credit to list for {person}.")
NO_SIGNATURE = Sentence("certificate check", "There is no picture of the signature.")
OFF_PAGE = Sentence("certificate check", "“{element}” lies partly off page {page}.")
OVERLAP = Sentence("certificate check", "“{element}” and “{other}” overlap.")
LOW_CONTRAST = Sentence(
    "certificate check", "“{element}” is hard to read: its contrast is {ratio} to 1, not {least}."
)
NO_HEADING = Sentence("certificate check", "“{element}” is a smaller heading with none above it.")

# Fields that differ between people of one event, beside numbers and codes of one length.
PERSONAL: Final = frozenset(
    {"person_name", "person_licence", "credits", "attended_minutes", "accreditor",
     "accreditor_statement", "activity_number"}
)  # fmt: skip
_ENOUGH, _ENOUGH_LARGE = 4.5, 3.0
_LARGE, _LARGE_BOLD = 18, 14
_TOUCH: Final = 4.0  # square points that two boxes may share


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend in the template or the data; some of it forbids issuing."""

    says: Sentence
    page: int
    element: str
    forbids: bool


def template_findings(template: Template) -> list[Finding]:
    """Return what is wrong with the template, whoever gets the certificate."""
    found: list[Finding] = []
    headed = False
    for number, page in enumerate(template.pages, 1):
        for element in page.elements:
            found += _of_element(element, page, number)
        found += _overlaps(page, number)
        for element in page.in_reading_order():
            headed |= element.role is Role.HEADING
            if element.role is Role.SUBHEADING and not headed:
                says = NO_HEADING.filled(element=element.name)
                found.append(Finding(says, number, element.name, forbids=True))
    return found


def printed_fields(template: Template) -> frozenset[str]:
    """Return the known fields without which the template cannot be printed."""
    found: set[str] = set()
    for page in template.pages:
        for element in page.elements:
            if _is_optional(element) or element.only.strip():
                continue
            found |= {name for name in _fields_of(element) if name in FIELDS}
            if isinstance(element, CreditTable):
                found.add("credits")
            elif isinstance(element, Signature):
                found.add("signature")
    return frozenset(found)


def personal_elements(template: Template) -> frozenset[str]:
    """Return which elements differ from person to person."""
    return frozenset(
        element.name
        for page in template.pages
        for element in page.elements
        if isinstance(element, CreditTable)
        or element.only.strip()
        or PERSONAL & {*_fields_of(element)}
    )


def snapshot_findings(template: Template, snapshot: Snapshot) -> list[Finding]:
    """Return which values that the template prints are empty for this person."""
    found: list[Finding] = []
    for number, page in enumerate(template.pages, 1):
        for element in page.elements:
            for says in _lacking(element, snapshot):
                found.append(Finding(says, number, element.name, forbids=True))  # noqa: PERF401 - clearer
    return found


def _lacking(element: Element, snapshot: Snapshot) -> Iterator[Sentence]:
    person = snapshot.person_name or snapshot.number
    if _is_optional(element) or (element.only.strip() and not credit_for(element, snapshot)):
        return
    for name in dict.fromkeys(_fields_of(element)):
        known = FIELDS.get(name)
        if known and not known.written(snapshot).strip():
            yield NO_VALUE.filled(field=str(known.words), person=person)
    if isinstance(element, CreditTable) and not snapshot.credits:
        yield NO_CREDITS.filled(person=person)
    if isinstance(element, Signature) and not snapshot.signature:
        yield NO_SIGNATURE


def _is_optional(element: Element) -> bool:
    return isinstance(element, Text | Signature) and element.optional


def _fields_of(element: Element) -> Iterator[str]:
    if isinstance(element, Text):
        for span in element.spans:
            yield from names_in(span.text)
    yield from names_in(element.alt)


def _of_element(element: Element, page: Page, number: int) -> Iterator[Finding]:
    for name in dict.fromkeys(_fields_of(element)):
        if name not in FIELDS:
            says = UNKNOWN_FIELD.filled(element=element.name, field="{" + name + "}")
            yield Finding(says, number, element.name, forbids=True)
    if element.role is not Role.DECORATION and not page.box.holds(element.box):
        says = OFF_PAGE.filled(element=element.name, page=number)
        yield Finding(says, number, element.name, forbids=True)
    if isinstance(element, Text | CreditTable) and element.role is not Role.DECORATION:
        yield from _contrast(element, page, number)


def _contrast(element: Text | CreditTable, page: Page, number: int) -> Iterator[Finding]:
    ground = _ground(element, page)
    if ground is None:
        return
    least, colours = _ENOUGH, {element.colour}
    if isinstance(element, Text):
        bold = all(span.bold for span in element.spans)
        smallest = element.smallest * min((span.scale for span in element.spans), default=1)
        large = smallest >= (_LARGE_BOLD if bold else _LARGE)
        least = _ENOUGH_LARGE if large else _ENOUGH
        colours = {span.colour or element.colour for span in element.spans}
    worst = min(colour.contrast(ground) for colour in colours)
    if worst < least:
        says = LOW_CONTRAST.filled(element=element.name, ratio=f"{worst:.1f}", least=least)
        yield Finding(says, number, element.name, forbids=False)


def _ground(element: Element, page: Page) -> Colour | None:
    """Return the colour behind an element, or nothing where that is not one or hard to say."""
    ground = None if page.background else page.colour
    for below in page.elements:
        if below is element:
            break
        if isinstance(below, Shape) and below.fill and below.box.overlap(element.box):
            whole = below.form is Form.RECTANGLE and below.box.holds(element.box)
            ground = below.fill if whole else None
    return ground


def _overlaps(page: Page, number: int) -> Iterator[Finding]:
    read = page.in_reading_order()
    for at, one in enumerate(read):
        for other in read[at + 1 :]:
            instead = one.only and other.only and one.only != other.only
            if not instead and one.box.overlap(other.box) > _TOUCH:
                says = OVERLAP.filled(element=one.name, other=other.name)
                yield Finding(says, number, one.name, forbids=False)
