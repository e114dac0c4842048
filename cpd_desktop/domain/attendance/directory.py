"""Finds those worth comparing without comparing everybody with everybody."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from cpd_desktop.domain.attendance.given_names import groups_of
from cpd_desktop.domain.attendance.letters import in_latin, sound, without_spaces
from cpd_desktop.domain.attendance.likeness import SHORTEST_SLIP
from cpd_desktop.domain.attendance.roster import NOBODY_AT_ALL, Ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cpd_desktop.domain.attendance.roster import Roster
    from cpd_desktop.domain.attendance.shown_names import Tokens

CROWD = 40  # what more than so many have in common says nothing by itself
FEW = 12  # and of a name with more words, so few are looked at for one of them
LONGEST_CUT = 14

T = TypeVar("T", str, int)

_NOT_LETTERS = re.compile(r"[\W\d_]+")


class Directory:
    """Everybody's names under whatever another spelling of them has in common."""

    def __init__(self, roster: Roster) -> None:
        self._bearers: dict[str, set[int]] = defaultdict(set)
        self._words: dict[str, str | list[str]] = {}
        self._spelt: dict[str, int | list[int]] = {}
        for key, names in roster.names.items():
            for reading in {reading for name in names for reading in name.readings}:
                for word in reading:
                    self._bearers[word].add(key)
                _note(self._spelt, _spellings(reading), key)
        self.foreign = any(not in_latin(word).isascii() for word in self._bearers)
        for word in self._bearers:
            _note(self._words, _keys(word), word)

    def near(self, tokens: Tokens) -> Ids:
        """Return those whose names may be this one, written another way."""
        shares = [self.bearing(word) for word in tokens]
        found = set(_noted(self._spelt, "".join(tokens)))
        for few in shares:
            if len(few) <= (CROWD if len(tokens) == 1 else FEW):
                found |= few
        for one, other in combinations(shares, 2):
            found |= one & other
        return frozenset(found)

    def spelt_by(self, text: str) -> Ids:
        """Return those whose name is run together in a word or before the @ of an address."""
        local = text.partition("@")[0].partition("+")[0]
        return frozenset(_noted(self._spelt, _NOT_LETTERS.sub("", local)))

    def bearing(self, word: str) -> Ids:
        """Return those who have a word in their name in one of its forms, crowd or not."""
        words = {other for key in _keys(word) for other in _noted(self._words, key)}
        return NOBODY_AT_ALL.union(*(self._bearers[other] for other in words))


def _note(found: dict[str, T | list[T]], keys: Iterable[str], value: T) -> None:
    """Note a value under each key; most have one, for which a list would be too much."""
    for key in keys:
        now = found.setdefault(key, value)
        if isinstance(now, list):
            now.append(value)
        elif now != value:
            found[key] = [now, value]


def _noted(found: Mapping[str, T | list[T]], key: str) -> Sequence[T]:
    now = found.get(key)
    if now is None:
        return ()
    return now if isinstance(now, list) else (now,)


def _keys(word: str) -> list[str]:
    """Return what another form of a word has in common with it."""
    latin = in_latin(word)
    if len(latin) < 2:  # noqa: PLR2004 - an initial is everybody's
        return []
    found = [latin, *(f"#{group}" for group in groups_of(latin))]
    if without_spaces(word):
        for long in (2, 3):
            found += (f"<{word[:long]}", f">{word[-long:]}")
    if SHORTEST_SLIP <= len(latin) <= LONGEST_CUT:
        found.append(f"~{sound(latin)}")
        for spelt in (word,) if word == latin else (latin, word):
            cuts = [f"-{spelt[:at]}{spelt[at + 1 :]}" for at in range(len(spelt))]
            found += (f"-{spelt}", *cuts)
    return found


def _spellings(tokens: Tokens) -> set[str]:
    """Return how a name is run together in addresses: tombecker, tbecker, beckert, tomb."""
    words = [in_latin(word) for word in tokens]
    if len(words) < 2:  # noqa: PLR2004 - nothing to run together
        return set()
    first, last = words[0], words[-1]
    return {
        "".join(words), first + last, last + first,
        first[:1] + last, last[:1] + first, first + last[:1], last + first[:1],
    }  # fmt: skip
