"""What earlier decisions taught: which names and addresses are which person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.attendance.letters import bare
from cpd_desktop.domain.attendance.name_words import DEVICE_WORD
from cpd_desktop.domain.attendance.setting_aside import is_dial_in
from cpd_desktop.domain.attendance.shown_names import read_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cpd_desktop.domain.attendance.participants import Participant


class Alias(NamedTuple):
    """A name or an address that a person was once decided to be behind."""

    kind: str
    text: str
    person: int


@dataclass(frozen=True, slots=True)
class Memory:
    """Everything that was learnt; what was learnt of two people at once is forgotten."""

    known: Mapping[tuple[str, str], int]

    def persons(self, each: Participant) -> frozenset[int]:
        """Return whom a participant was decided to be before."""
        texts = [("address", address) for address in each.addresses]
        texts += [("name", bare(name)) for name in each.names]
        return frozenset(self.known[text] for text in texts if text in self.known)

    def owners(self, each: Participant) -> frozenset[int]:
        """Return whose device it was before; that proposes, and settles nothing."""
        texts = [("device", bare(name)) for name in each.names]
        return frozenset(self.known[text] for text in texts if text in self.known)


def memory_of(aliases: Iterable[Alias] = ()) -> Memory:
    """Return what was learnt, without what contradicts itself."""
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    for kind, text, person in aliases:
        found[kind, text].add(person)
    return Memory({key: min(persons) for key, persons in found.items() if len(persons) == 1})


def learnt(each: Participant, person: int) -> frozenset[Alias]:
    """Return what to remember of the decision that a participant is a person.

    What anybody's machine or telephone may be called is remembered as a device only.
    """
    aliases = {Alias("address", address, person) for address in each.addresses}
    if any(is_dial_in(row.presence) for row in each.rows):
        return frozenset(aliases)
    for name in each.names:
        shown = read_name(name)
        device = not shown.tokens or DEVICE_WORD.search(name)
        if not shown.several and bare(name):
            aliases.add(Alias("device" if device else "name", bare(name), person))
    return frozenset(aliases)
