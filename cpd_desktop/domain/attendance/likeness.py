"""What two names have in common, word by word: enough to ask, never enough to decide."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from cpd_desktop.domain.attendance.given_names import same_given_name
from cpd_desktop.domain.attendance.letters import in_latin, sound, without_spaces

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.attendance.shown_names import Tokens

SHORTEST_SLIP = 4  # in a shorter word one letter makes another name
CLOSE = 75  # percent from which two words are taken for one with slips


class Closeness(Protocol):
    """Says how much two texts have in common, in percent, for one and many others at once."""

    def __call__(self, one: str, others: Sequence[str], /) -> Sequence[int]:
        """Return the percentage for each of the others."""


class Bond(IntEnum):
    """What makes two words one; the value is what it is worth of 100."""

    SAME = 100
    SCRIPT = 97
    SHORT_FORM = 92
    SOUND = 90
    SLIP = 88
    CUT = 78
    INITIAL = 72
    ROUGH = 60


class Alike(NamedTuple):
    """How much two names have in common, of 100, and the weakest bond that it rests on."""

    points: int
    bond: Bond
    left_out: bool


@lru_cache(maxsize=65536)
def bond_of(one: str, other: str) -> Bond | None:
    """Return what makes two words one, without measuring; nothing if they are two."""
    if one == other:
        return Bond.SAME
    if without_spaces(one) and without_spaces(other):
        short, long = sorted((one, other), key=len)
        within = len(short) > 1 and (long.startswith(short) or long.endswith(short))
        return Bond.CUT if within else None
    if 1 in {len(one), len(other)}:
        if one.isascii() != other.isascii():
            one, other = in_latin(one), in_latin(other)
        return Bond.INITIAL if one[:1] == other[:1] else None
    if not one.isascii() or not other.isascii():
        one_latin, other_latin = in_latin(one), in_latin(other)
        if one_latin == other_latin:
            return Bond.SCRIPT
        if one_latin != one or other_latin != other:
            return _heard(one_latin, other_latin) or _slip(one, other)
    return _heard(one, other)


def _slip(one: str, other: str) -> Bond | None:
    short, long = sorted((one, other), key=len)
    return Bond.SLIP if len(short) >= SHORTEST_SLIP and one_slip(short, long) else None


def _heard(one: str, other: str) -> Bond | None:
    if same_given_name(one, other):
        return Bond.SHORT_FORM
    short, long = sorted((one, other), key=len)
    if len(short) >= SHORTEST_SLIP:
        if sound(one) == sound(other):
            return Bond.SOUND
        if slip := _slip(short, long):
            return slip
    if len(short) > 2 and long.startswith(short):  # noqa: PLR2004 - two letters begin too many
        return Bond.CUT
    return None


def one_slip(short: str, long: str) -> bool:
    """Say whether one letter was changed, added, left out or swapped with the next."""
    if len(long) - len(short) > 1:
        return False
    for at, letter in enumerate(short):
        if letter != long[at]:
            break
    else:
        return True
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    rest = short[at + 1 :] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return rest or swapped


def _closest(word: str, left: Sequence[str]) -> tuple[str, Bond | None]:
    """Return which of the words has the strongest bond with this one, and that."""
    if word in left:
        return word, Bond.SAME
    bonds = [(bond_of(word, each) or 0, each) for each in left]
    bond, best = max(bonds, default=(0, ""))
    return best, Bond(bond) if bond else None


def may_be_one(one: Tokens, other: Tokens) -> bool:
    """Say whether two names may be one human's: each word left over is on one side only."""
    if one == other:
        return True
    left = list(other)
    open_words = 0
    for word in one:
        best = max(left, key=lambda each: bond_of(word, each) or 0, default="")
        if best and bond_of(word, best):
            left.remove(best)
        else:
            open_words += len(word) > 1
    return not (open_words and any(len(word) > 1 for word in left))


def alike(one: Tokens, other: Tokens, closeness: Closeness) -> Alike | None:
    """Return what a shown name and a registered one have in common, if it is worth asking."""
    left = list(other)
    bonds: list[Bond] = []
    open_words: list[str] = []
    for word in sorted(one, key=lambda each: (-len(each), each)):
        best, bond = _closest(word, left)
        if bond is None:
            open_words.append(word)
        else:
            bonds.append(bond)
            left.remove(best)
    for word in list(open_words):
        if rough := _roughly(word, left, closeness):
            bonds.append(Bond.ROUGH)
            left.remove(rough)
            open_words.remove(word)
    if not bonds:
        return _run_together(one, other, closeness)
    missing = sum(4 if len(word) > 1 else 2 for word in left)
    missing += 6 if any(len(word) > 1 for word in left) else 0
    added = sum(4 if len(word) > 1 else 2 for word in open_words)
    points = 10 * sum(bonds) // (10 * len(bonds) + missing + added)
    found = Alike(points, min(bonds), bool(left or open_words))
    together = _run_together(one, other, closeness)
    return max(found, together) if together else found


def _roughly(word: str, left: Sequence[str], closeness: Closeness) -> str | None:
    """Return the word that this one is with more than one slip."""
    long = [each for each in left if min(len(word), len(each)) >= SHORTEST_SLIP]
    if not long:
        return None
    points = closeness(in_latin(word), [in_latin(each) for each in long])
    best, each = max(zip(points, long, strict=True))
    return each if best >= CLOSE else None


def _run_together(one: Tokens, other: Tokens, closeness: Closeness) -> Alike | None:
    """Return what they have in common if one of them is written without spaces: tombecker."""
    if len(one) > 1 and len(other) > 1:
        return None
    single = "".join(one)
    ways = ("".join(other), "".join(reversed(other)))
    if len(single) < SHORTEST_SLIP or len("".join(other)) < SHORTEST_SLIP or len(one) == len(other):
        return None
    best = max(closeness(single, ways))
    return Alike(Bond.SOUND * best // 100, Bond.CUT, left_out=False) if best >= CLOSE + 10 else None
