"""What an editor does to a template: every deed makes a new one and leaves the old as it was."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.outlines import stretched_path
from cpd_desktop.domain.certificates.template import (
    Asset,
    CreditTable,
    Form,
    Picture,
    Role,
    Shape,
    Template,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from cpd_desktop.domain.certificates.template import Box, Element, Page

LONGEST_NAME: Final = 80
PASTED: Final = 12.0  # points away from what was copied


class Depth(StrEnum):
    """Where elements go among those that are drawn."""

    FRONT = "front"
    FORWARD = "forward"
    BACKWARD = "backward"
    BACK = "back"


def with_page(template: Template, at: int, page: Page) -> Template:
    """Return the template with another page here."""
    pages = (*template.pages[:at], page, *template.pages[at + 1 :])
    return replace(template, pages=pages)


def changed(template: Template, at: int, by_name: Mapping[str, Element]) -> Template:
    """Return the template with other elements in the places of those of these names."""
    page = template.pages[at]
    elements = tuple(by_name.get(each.name, each) for each in page.elements)
    return with_page(template, at, replace(page, elements=elements))


def placed(template: Template, at: int, boxes: Mapping[str, Box]) -> Template:
    """Return the template with the elements of these names in other places."""
    elements = template.pages[at].elements
    moved = {e.name: _in_box(e, _rounded(boxes[e.name])) for e in elements if e.name in boxes}
    return changed(template, at, moved)


def added(
    template: Template, at: int, elements: Iterable[Element]
) -> tuple[Template, tuple[str, ...]]:
    """Return the template with more elements, drawn and read last, and their names."""
    page = template.pages[at]
    order = max((each.order for each in page.elements), default=0)
    found, names = list(page.elements), list[str]()
    for each in elements:
        order += each.role is not Role.DECORATION
        name = free_name(each.name, {other.name for other in found})
        names.append(name)
        own = order if each.role is not Role.DECORATION else 0
        found.append(replace(each, name=name, order=own))
    return with_page(template, at, replace(page, elements=tuple(found))), tuple(names)


def without(template: Template, at: int, names: Collection[str]) -> Template:
    """Return the template without the elements of these names, and the pictures they alone had."""
    page = template.pages[at]
    left = tuple(each for each in page.elements if each.name not in names)
    return tidied(with_page(template, at, replace(page, elements=left)))


def restacked(template: Template, at: int, names: Collection[str], depth: Depth) -> Template:
    """Return the template with these elements drawn later or earlier than others."""
    page = template.pages[at]
    chosen = [each for each in page.elements if each.name in names]
    others = [each for each in page.elements if each.name not in names]
    if depth is Depth.FRONT:
        stacked = [*others, *chosen]
    elif depth is Depth.BACK:
        stacked = [*chosen, *others]
    else:
        stacked = list(page.elements)
        step = 1 if depth is Depth.FORWARD else -1
        _shift(stacked, names, step)
    return with_page(template, at, replace(page, elements=tuple(stacked)))


def read_at(template: Template, at: int, name: str, place: int) -> Template:
    """Return the template with an element read as the first (0), second … of its page."""
    page = template.pages[at]
    names = [each.name for each in page.in_reading_order()]
    if name not in names:
        return template
    names.remove(name)
    names.insert(max(0, place), name)
    orders = {each: number for number, each in enumerate(names, 1)}
    numbered = {e.name: replace(e, order=orders.get(e.name, 0)) for e in page.elements}
    return changed(template, at, numbered)


def with_role(template: Template, at: int, name: str, role: Role, alt: str) -> Template:
    """Return the template with another role for an element; a figure gets a text if it has none."""
    page = template.pages[at]
    element = next(each for each in page.elements if each.name == name)
    was = element.role
    words = element.alt.strip() or alt if role is Role.FIGURE else element.alt
    template = changed(template, at, {name: replace(element, role=role, alt=words)})
    if was is Role.DECORATION and role is not Role.DECORATION:
        return read_at(template, at, name, len(page.elements))
    return template


def offered_roles(element: Element) -> tuple[Role, ...]:
    """Return the roles that an element can have."""
    if isinstance(element, Text):
        return (Role.HEADING, Role.SUBHEADING, Role.TEXT, Role.DECORATION)
    if isinstance(element, CreditTable):
        return (Role.TABLE,)
    return (Role.FIGURE, Role.DECORATION)


def renamed(template: Template, at: int, name: str, wanted: str) -> tuple[Template, str]:
    """Return the template with an element called otherwise, and what it is called now."""
    page = template.pages[at]
    element = next(each for each in page.elements if each.name == name)
    others = {each.name for each in page.elements} - {name}
    own = free_name(wanted.strip() or name, others)
    return changed(template, at, {name: replace(element, name=own)}), own


def with_asset(template: Template, asset: Asset) -> tuple[Template, str]:
    """Return the template with a picture in it, and the picture's name there."""
    same = (
        each for each in template.assets if (each.media, each.data) == (asset.media, asset.data)
    )
    if (found := next(same, None)) is not None:
        return template, found.name
    name = free_name(asset.name or "picture", {each.name for each in template.assets})
    return replace(template, assets=(*template.assets, replace(asset, name=name))), name


def tidied(template: Template) -> Template:
    """Return the template without pictures that nothing shows."""
    used = {page.background for page in template.pages}
    for page in template.pages:
        used |= {each.asset for each in page.elements if isinstance(each, Picture)}
    return replace(template, assets=tuple(each for each in template.assets if each.name in used))


def excerpt(template: Template, at: int, names: Collection[str]) -> Template:
    """Return these elements of a page by themselves, with the pictures that they show."""
    page = template.pages[at]
    chosen = tuple(each for each in page.elements if each.name in names)
    return tidied(replace(template, pages=(replace(page, elements=chosen, background=""),)))


def pasted(
    template: Template, at: int, copied: Template, shift: float = PASTED
) -> tuple[Template, tuple[str, ...]]:
    """Return the template with the elements of an excerpt added, and their names."""
    pictures: dict[str, str] = {}
    for asset in copied.assets:
        template, pictures[asset.name] = with_asset(template, asset)
    elements: list[Element] = []
    for each in sorted(copied.pages[0].elements, key=lambda each: each.order):
        box = replace(each.box, x=each.box.x + shift, y=each.box.y + shift)
        own = replace(each, box=box)
        elements.append(
            replace(own, asset=pictures[own.asset]) if isinstance(own, Picture) else own
        )
    stacked = {each.name: place for place, each in enumerate(copied.pages[0].elements)}
    template, names = added(template, at, elements)
    page = template.pages[at]
    new = dict(zip((each.name for each in elements), names, strict=True))
    drawn = {new[name]: place for name, place in stacked.items()}
    old = [each for each in page.elements if each.name not in drawn]
    late = sorted((e for e in page.elements if e.name in drawn), key=lambda e: drawn[e.name])
    return with_page(template, at, replace(page, elements=(*old, *late))), names


def free_name(wanted: str, taken: Collection[str]) -> str:
    """Return a name that is not taken yet: as wanted, or with a number."""
    name, number = wanted[:LONGEST_NAME], 1
    while name in taken:
        number += 1
        end = f" {number}"
        name = wanted[: LONGEST_NAME - len(end)] + end
    return name


def _shift(stacked: list[Element], names: Collection[str], step: int) -> None:
    """Move those of these names one place past one of the others, together."""
    places = range(len(stacked) - 1, -1, -1) if step > 0 else range(len(stacked))
    for at in places:
        other = at + step
        if stacked[at].name in names and 0 <= other < len(stacked):
            if stacked[other].name in names:
                continue
            stacked[at], stacked[other] = stacked[other], stacked[at]


def _in_box(element: Element, box: Box) -> Element:
    """Return an element in another box; what is drawn in points becomes as large as that."""
    before = element.box
    grown = (before.width, before.height) != (box.width, box.height)
    if grown and isinstance(element, Shape) and element.form is Form.PATH:
        across = box.width / before.width if before.width else 1.0
        down = box.height / before.height if before.height else 1.0
        return replace(element, box=box, path=stretched_path(element.path, across, down))
    return replace(element, box=box)


def _rounded(box: Box) -> Box:
    values: Sequence[float] = (box.x, box.y, box.width, box.height)
    x, y, width, height = (round(each, 2) for each in values)
    return replace(box, x=x, y=y, width=width, height=height)
