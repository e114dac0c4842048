"""Looks through a batch before it is issued: what shrinks, what does not fit, what has no glyph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.certificates.layout import set_table, set_text
from cpd_desktop.domain.certificates.checks import Finding
from cpd_desktop.domain.certificates.fields import FIELDS, lacks, names_in
from cpd_desktop.domain.certificates.template import CreditTable, Text
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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

_REMEMBERED: Final = 2_000


def proof(template: Template, snapshots: Iterable[Snapshot], setter: Setter) -> Iterator[Finding]:
    """Yield what a person should see of these certificates before they are issued."""
    reader = Proofreader(template, setter)
    for snapshot in snapshots:
        yield from reader.read(snapshot)


@dataclass(slots=True)
class Proofreader:
    """Reads one certificate after the other, and each text that they share once."""

    template: Template
    setter: Setter
    _found: dict[tuple[int, tuple[str, ...]], _Fault | None] = field(default_factory=dict)
    _places: list[_Place] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Look up once which fields each text prints."""
        self._places = [
            _Place(number, element, _fields_of(element))
            for number, page in enumerate(self.template.pages, 1)
            for element in page.elements
            if isinstance(element, Text | CreditTable)
        ]

    def read(self, snapshot: Snapshot) -> Iterator[Finding]:
        """Yield what does not fit, shrinks or cannot be printed."""
        names = {name for place in self._places for name in place.fields}
        printed = {name: FIELDS[name].written(snapshot) for name in names}
        for place in self._places:
            if not lacks(place.element, snapshot):
                fault = self._fault(place, snapshot, printed)
                if fault is not None:
                    told = {"element": place.element.name, "person": snapshot.person_name}
                    says = fault.says.filled(**told)
                    yield Finding(says, place.page, place.element.name, fault.forbids)

    def _fault(
        self, place: _Place, snapshot: Snapshot, printed: Mapping[str, str]
    ) -> _Fault | None:
        _, element, fields = place
        if isinstance(element, CreditTable):
            texts = tuple(map(repr, snapshot.credits))
        else:
            texts = tuple([printed[name] for name in fields])
        key = (id(element), texts)
        if key not in self._found:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            self._found[key] = _of_element(element, snapshot, self.setter)
        return self._found[key]


class _Place(NamedTuple):
    page: int
    element: Text | CreditTable
    fields: tuple[str, ...]


class _Fault(NamedTuple):
    says: Sentence
    forbids: bool


def _fields_of(element: Text | CreditTable) -> tuple[str, ...]:
    if isinstance(element, CreditTable):
        return ()
    named = (name for span in element.spans for name in names_in(span.text))
    return tuple(name for name in dict.fromkeys(named) if name in FIELDS)


def _of_element(element: Element, snapshot: Snapshot, setter: Setter) -> _Fault | None:
    try:
        if isinstance(element, CreditTable) and not set_table(element, snapshot, setter).fits:
            return _Fault(NO_ROOM_FOR_CREDITS, forbids=True)
        if not isinstance(element, Text):
            return None
        block = set_text(element, snapshot, setter)
    except Invalid as problem:
        return _Fault(NO_GLYPH.filled(letters=problem.says.values["letters"]), forbids=True)
    size = f"{block.size:.1f}"
    if not block.fits:
        return _Fault(NO_ROOM.filled(size=size), forbids=True)
    if block.shrunk:
        return _Fault(SHRUNK.filled(size=size, usual=f"{element.size:g}"), forbids=False)
    return None
