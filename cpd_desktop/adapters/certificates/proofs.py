"""Looks through a batch before it is issued: what shrinks, what does not fit, what has no glyph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.layout import set_table, set_text
from cpd_desktop.domain.certificates.checks import Finding
from cpd_desktop.domain.certificates.fields import lacks
from cpd_desktop.domain.certificates.template import CreditTable, Text
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.adapters.certificates.setting import Setter
    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.domain.certificates.template import Element, Template

SHRUNK = Sentence(
    "certificate check",
    "“{element}” of {person} is printed at {size} points instead of {usual} to fit.",
)
NO_ROOM = Sentence(
    "certificate check", "“{element}” of {person} does not fit, even at {size} points."
)
NO_ROOM_FOR_CREDITS = Sentence(
    "certificate check", "“{element}” has no room for all credit of {person}."
)
NO_GLYPH = Sentence(
    "certificate check",
    "No font on this computer can print {letters}, needed for “{element}” of {person}.",
)


def proof(template: Template, snapshots: Iterable[Snapshot], setter: Setter) -> Iterator[Finding]:
    """Yield what a person should see of these certificates before they are issued."""
    for snapshot in snapshots:
        for number, page in enumerate(template.pages, 1):
            for element in page.elements:
                if lacks(element, snapshot):
                    continue
                found = _of_element(element, snapshot, setter)
                if found is not None:
                    says, forbids = found
                    yield Finding(says, number, element.name, forbids)


def _of_element(
    element: Element, snapshot: Snapshot, setter: Setter
) -> tuple[Sentence, bool] | None:
    told = {"element": element.name, "person": snapshot.person_name}
    try:
        if isinstance(element, CreditTable) and not set_table(element, snapshot, setter).fits:
            return NO_ROOM_FOR_CREDITS.filled(**told), True
        if not isinstance(element, Text):
            return None
        block = set_text(element, snapshot, setter)
    except Invalid as problem:
        return NO_GLYPH.filled(**told, letters=problem.says.values["letters"]), True
    size = f"{block.size:.1f}"
    if not block.fits:
        return NO_ROOM.filled(**told, size=size), True
    if block.shrunk:
        return SHRUNK.filled(**told, size=size, usual=f"{element.size:g}"), False
    return None
