"""Finds those worth comparing without comparing everybody with everybody."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.given_names import groups_of
from cpd_desktop.domain.attendance.letters import in_latin, sound
from cpd_desktop.domain.attendance.likeness import SHORTEST_SLIP
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL, Ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.shown_names import Tokens

CROWD = 40  # what more than so many have in common says nothing by itself
LONGEST_CUT = 14

_NOT_LETTERS = re.compile(r"[\W\d_]+")


class Directory:
    """Everybody's names under whatever another spelling of them has in common."""

    def __init__(self, roster: Roster) -> None:
        found: dict[str, set[int]] = defaultdict(set)
        spelt: dict[str, set[int]] = defaultdict(set)
        self.foreign = False
        for key, names in roster.names.items():
            readings = {reading for name in names for reading in name.readings}
            for word in {word for reading in readings for word in reading}:
                self.foreign = self.foreign or not in_latin(word).isascii()
                for each in _keys(word):
                    found[each].add(key)
            for reading in readings:
                for text in _spellings(reading):
                    spelt[text].add(key)
        self._words = {key: frozenset(ids) for key, ids in found.items()}
        self._spelt = {key: frozenset(ids) for key, ids in spelt.items()}

    def near(self, tokens: Tokens) -> Ids:
        """Return those whose names may be this one, written another way."""
        shares = [self._sharing(word) for word in tokens]
        found = set(self._spelt.get("".join(tokens), NOBODY_AT_ALL))
        for few in shares:
            if len(few) <= CROWD:
                found |= few
        for one, other in combinations(shares, 2):
            found |= one & other
        return frozenset(found)

    def spelt_by(self, address: str) -> Ids:
        """Return those whose name the part of an address before the @ spells."""
        local = address.partition("@")[0].partition("+")[0]
        return self._spelt.get(_NOT_LETTERS.sub("", local), NOBODY_AT_ALL)

    def bearing(self, word: str) -> Ids:
        """Return those who have a word in their name in one of its forms, crowd or not."""
        return self._sharing(word)

    def _sharing(self, word: str) -> Ids:
        return NOBODY_AT_ALL.union(*filter(None, map(self._words.get, _keys(word))))


def _keys(word: str) -> Iterator[str]:
    """Yield what another form of a word has in common with it."""
    latin = in_latin(word)
    if len(latin) < 2:  # noqa: PLR2004 - an initial is everybody's
        return
    yield latin
    for group in groups_of(latin):
        yield f"#{group}"
    if SHORTEST_SLIP <= len(latin) <= LONGEST_CUT:
        yield f"~{sound(latin)}"
        for spelt in {latin, word}:
            yield f"-{spelt}"
            yield from (f"-{spelt[:at]}{spelt[at + 1 :]}" for at in range(len(spelt)))


def _spellings(tokens: Tokens) -> Iterable[str]:
    """Yield how a name is run together in addresses: tombecker, tbecker, beckert, tomb."""
    words = [in_latin(word) for word in tokens]
    if len(words) > 1:
        first, last = words[0], words[-1]
        yield "".join(words)
        for one, other in ((first, last), (last, first)):
            yield one + other
            yield one[:1] + other
            yield one + other[:1]
