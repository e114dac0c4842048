"""Finds those worth comparing without comparing everybody with everybody."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.given_names import groups_of
from cpd_desktop.domain.attendance.letters import in_latin, sound, without_spaces
from cpd_desktop.domain.attendance.likeness import SHORTEST_SLIP
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL, Ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.shown_names import Tokens

CROWD = 40  # what more than so many have in common says nothing by itself
FEW = 12  # and of a name with more words, so few are looked at for one of them
LONGEST_CUT = 14

_NOT_LETTERS = re.compile(r"[\W\d_]+")


class Directory:
    """Everybody's names under whatever another spelling of them has in common."""

    def __init__(self, roster: Roster) -> None:
        self._bearers: dict[str, set[int]] = defaultdict(set)
        self._words: dict[str, list[str]] = defaultdict(list)
        self._spelt: dict[str, set[int]] = defaultdict(set)
        for key, names in roster.names.items():
            for reading in {reading for name in names for reading in name.readings}:
                for word in reading:
                    self._bearers[word].add(key)
                for text in _spellings(reading):
                    self._spelt[text].add(key)
        self.foreign = any(not in_latin(word).isascii() for word in self._bearers)
        for word in self._bearers:
            for each in _keys(word):
                self._words[each].append(word)

    def near(self, tokens: Tokens) -> Ids:
        """Return those whose names may be this one, written another way."""
        shares = [self.bearing(word) for word in tokens]
        found = set(self._spelt.get("".join(tokens), ()))
        for few in shares:
            if len(few) <= (CROWD if len(tokens) == 1 else FEW):
                found |= few
        for one, other in combinations(shares, 2):
            found |= one & other
        return frozenset(found)

    def spelt_by(self, text: str) -> Ids:
        """Return those whose name is run together in a word or before the @ of an address."""
        local = text.partition("@")[0].partition("+")[0]
        return frozenset(self._spelt.get(_NOT_LETTERS.sub("", local), ()))

    def bearing(self, word: str) -> Ids:
        """Return those who have a word in their name in one of its forms, crowd or not."""
        words = {other for key in _keys(word) for other in self._words.get(key, ())}
        return NOBODY_AT_ALL.union(*(self._bearers[other] for other in words))


def _keys(word: str) -> Iterator[str]:
    """Yield what another form of a word has in common with it."""
    latin = in_latin(word)
    if len(latin) < 2:  # noqa: PLR2004 - an initial is everybody's
        return
    yield latin
    for group in groups_of(latin):
        yield f"#{group}"
    if without_spaces(word):
        for long in (2, 3):
            yield f"<{word[:long]}"
            yield f">{word[-long:]}"
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
