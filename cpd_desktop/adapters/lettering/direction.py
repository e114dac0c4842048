"""The order in which text is read from left to right when some of it runs the other way.

The rules of the Unicode bidirectional algorithm for one line without embeddings, which is what
names and titles are.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from itertools import groupby

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")  # noqa: RUF001 - quotation marks
_OPENING, _CLOSING = "([{", ")]}"
_STRONG = {"L", "R", "AL"}
_RIGHT, _NUMBER = 1, 2

_Part = tuple[int, int, str]  # the level, where it starts, and the text


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text, as typed, that runs in one direction, and where in its line it was typed."""

    text: str
    rightwards: bool
    start: int = field(default=0, compare=False)

    def as_seen(self) -> str:
        """Return its letters from left to right, for text that needs no shaping."""
        return self.text if self.rightwards else self.text[::-1].translate(_MIRRORED)


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the stretches of a line from left to right."""
    levels = _levels(text)
    if not any(levels):
        return (Stretch(text, rightwards=True),) if text else ()
    parts: list[_Part] = []
    for level, group in groupby(enumerate(levels), key=lambda pair: pair[1]):
        places = [at for at, _ in group]
        parts.append((level, places[0], text[places[0] : places[-1] + 1]))
    for level in range(max(levels), 0, -1):
        parts = _turned(parts, level)
    return tuple(Stretch(part, not level % 2, start) for level, start, part in parts)


def _turned(parts: list[_Part], level: int) -> list[_Part]:
    """Return the parts with each series of this level or more in reverse."""
    turned: list[_Part] = []
    for turns, group in groupby(parts, key=lambda part: part[0] >= level):
        series = list(group)
        turned += series[::-1] if turns else series
    return turned


def _levels(text: str) -> list[int]:
    first = next((kind for kind in map(unicodedata.bidirectional, text) if kind in _STRONG), "L")
    base = 0 if first == "L" else _RIGHT
    kinds = _kinds(text, "LR"[base])
    _turn_brackets(text, kinds, "LR"[base])
    sides = ["R" if kind in "RN" else kind for kind in kinds]
    for at, kind in enumerate(kinds):
        if kind == " ":
            before = sides[at - 1] if at else "LR"[base]
            after = next((_side(each) for each in kinds[at:] if each != " "), "LR"[base])
            sides[at] = before if before == after else "LR"[base]
    return [_level(kind, side, base) for kind, side in zip(kinds, sides, strict=True)]


def _level(kind: str, side: str, base: int) -> int:
    if kind == "N":
        return _NUMBER
    return _RIGHT if side == "R" else 2 * base


def _side(kind: str) -> str:
    return "R" if kind == "N" else kind


def _kinds(text: str, strong: str) -> list[str]:
    """Return for each character: L or R for letters, N for numbers among R, space for others."""
    kinds: list[str] = []
    for at, char in enumerate(text):
        given = unicodedata.bidirectional(char)
        if given in _STRONG:
            strong = "L" if given == "L" else "R"
            kind = strong
        elif given in {"EN", "AN"}:
            kind = "N" if strong == "R" or given == "AN" else "L"
        elif (given in {"NSM", "BN"} and kinds) or (
            given in {"CS", "ES"} and _between_numbers(text, at)
        ):
            kind = kinds[-1]
        else:
            kind = " "
        kinds.append(kind)
    return kinds


def _turn_brackets(text: str, kinds: list[str], base: str) -> None:
    """Give each pair of brackets the side of what it holds, if that is the side around it."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(text):
        if char in _OPENING:
            waiting.append(at)
        elif char in _CLOSING and waiting and char == text[waiting[-1]].translate(_MIRRORED):
            pairs.append((waiting.pop(), at))
    for start, end in sorted(pairs):
        held = {_side(kind) for kind in kinds[start + 1 : end]} - {" "}
        before = next((_side(kind) for kind in kinds[:start][::-1] if kind != " "), base)
        if held:
            kinds[start] = kinds[end] = base if base in held else before


def _between_numbers(text: str, at: int) -> bool:
    around = (text[at - 1 : at], text[at + 1 : at + 2])
    return all(char and unicodedata.bidirectional(char) in {"EN", "AN"} for char in around)
