"""When two entries may be one human: how likely, and for which reasons. It only ever asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ENOUGH = 45  # points from which a pair is offered
MOST = 99
SHORTEST_TYPO = 4  # in a shorter name one letter makes another name

OTHER_NAMES = Sentence("duplicates", "Their names differ.")
SAME_ADDRESS = Sentence("duplicates", "The same address: {email}.")
SAME_LICENCE = Sentence("duplicates", "The same licence number.")
SAME_PHONE = Sentence("duplicates", "The same phone number.")
SAME_ORGANISATION = Sentence("duplicates", "The same organisation.")
NEAR_ADDRESS = Sentence("duplicates", "Nearly the same address.")
NO_ADDRESS = Sentence("duplicates", "One of them has no address.")


class Alike(IntEnum):
    """What two names have in common; the value is what it speaks for one human."""

    SAME = 50
    TITLES = 48
    ORDER = 46
    SHORT_FORM = 35
    IN_PART = 33
    TYPO = 32


_SAYS = {
    Alike.SAME: Sentence("duplicates", "The same name."),
    Alike.TITLES: Sentence("duplicates", "The same name but for titles."),
    Alike.ORDER: Sentence("duplicates", "The same name in another order."),
    Alike.SHORT_FORM: Sentence("duplicates", "One name is a short form of the other."),
    Alike.IN_PART: Sentence("duplicates", "One gives the name in part only."),
    Alike.TYPO: Sentence("duplicates", "The names differ in one letter."),
}

_PARTS = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"\D+")
_APOSTROPHES = str.maketrans("", "", "'\N{RIGHT SINGLE QUOTATION MARK}`.")
_TITLES = """
    dr prof professor mr mrs ms miss mx sir dame rev herr frau doktor dipl med dott dottssa ssa sra
    srta mme mlle dra drs phd dphil md dds dmd dvm msc bsc mba mph rn rgn aprn crna frcp frcs frcn
    mrcp mrcs mrcgp frcgp facp facs mbbs mbchb bds rph pharmd dpt jr sr snr jnr ii iii iv obe mbe
    cbe esq
"""
_MARKS_OF_RANK = frozenset(_TITLES.split())
_SHORT_FORMS = {
    short: name
    for name, shorts in {
        "alexander": "alex sascha sandy alec",
        "alexandra": "alexa sandra",
        "andreas": "andi",
        "andrew": "andy drew",
        "anthony": "tony",
        "barbara": "barb babs",
        "benjamin": "ben benny",
        "catherine": "cathy cath kate kathy katie katherine kathryn kat",
        "charles": "charlie chuck",
        "christine": "chris christina tina",
        "christopher": "kit",
        "daniel": "dan danny",
        "david": "dave",
        "deborah": "deb debbie",
        "edward": "ed eddie ted",
        "elizabeth": "liz beth betty lizzie eliza elisabeth lisa",
        "francis": "frank",
        "gregory": "greg",
        "hans": "johannes johann",
        "james": "jim jimmy jamie",
        "jennifer": "jen jenny",
        "john": "jack johnny jon jonathan",
        "joseph": "joe pepe",
        "kenneth": "ken kenny",
        "margaret": "maggie meg peggy",
        "matthew": "matt",
        "maximilian": "max",
        "michael": "mike mick micky michi",
        "nicholas": "nick nico nicolas",
        "patricia": "pat patty trish",
        "peter": "pete",
        "philip": "phil phillip",
        "rebecca": "becky",
        "richard": "rick dick richie",
        "robert": "bob rob bobby robbie bert",
        "ronald": "ron",
        "samuel": "sam",
        "stephen": "steve steven",
        "susan": "sue susie suzanne",
        "theodore": "theo",
        "thomas": "tom tommy",
        "timothy": "tim",
        "victoria": "vicky vicki",
        "william": "bill will billy willy",
    }.items()
    for short in shorts.split()
}


class Known(NamedTuple):
    """What is compared of one entry."""

    id: int
    names: tuple[Name, ...]
    ordered: frozenset[str]
    addresses: frozenset[str]
    starts: frozenset[str]
    licences: frozenset[str]
    phone: str
    organisation: str


class Name(NamedTuple):
    """A name as it is compared: folded, and in parts without titles and letters behind it."""

    whole: str
    parts: tuple[str, ...]
    ordered: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely two entries are one human, of 99, and why, the strongest reason first."""

    points: int
    reasons: tuple[Sentence, ...]


def known(
    key: int,
    names: Iterable[str],
    addresses: Iterable[str] = (),
    *,
    licences: Iterable[str] = (),
    phone: str = "",
    organisation: str = "",
) -> Known:
    """Return an entry in the form that is compared."""
    digits = _DIGITS.sub("", phone)
    compared = tuple(name for each in names if (name := _name(each)).parts)
    reached = frozenset(filter(None, addresses))
    return Known(
        key,
        compared,
        frozenset(name.ordered for name in compared),
        reached,
        frozenset(email.partition("@")[0] for email in reached),
        frozenset(filter(None, ("".join(_PARTS.findall(folded(each))) for each in licences))),
        digits[-9:] if len(digits) > SHORTEST_TYPO else "",  # with or without the country's code
        folded(organisation),
    )


def keys_of(each: Known) -> Iterator[str]:
    """Yield what another entry must have one of, too, to be worth comparing."""
    for email in each.addresses:
        yield f"@{email}"
    for number in each.licences:
        yield f"#{number}"
    yield from each.ordered
    for name in each.names:
        yield from _near_keys(name, each)


def likeness(one: Known, other: Known, edits: Callable[[str, str], int]) -> Likeness | None:
    """Return how much speaks for one human, or nothing if it is too little to ask.

    ``edits`` counts the letters to change, add, drop or swap from one word to another.
    """
    beside = _beside_the_name(one, other)
    if not beside and one.ordered.isdisjoint(other.ordered):
        return None
    weight = sum(points for points, _ in beside)
    alike = _alike(one.names, other.names, edits)
    # Address and licence speak by themselves; all else only together with a name.
    certain = [found for found in beside if found[0] >= ENOUGH]
    reasons = [says for _, says in certain]
    if alike is None:
        points = max((points for points, _ in certain), default=0)
        reasons.append(OTHER_NAMES)
    else:
        points = alike + weight
        reasons += [_SAYS[alike], *(says for points, says in beside if points < ENOUGH)]
    return Likeness(min(points, MOST), tuple(reasons)) if points >= ENOUGH else None


def _name(text: str) -> Name:
    whole = folded(text)
    parts = tuple(_PARTS.findall(whole.translate(_APOSTROPHES)))
    bare = tuple(part for part in parts if part not in _MARKS_OF_RANK)
    counted = bare if len(bare) > 1 else parts
    return Name(whole, counted, " ".join(sorted(counted)))


def _near_keys(name: Name, each: Known) -> Iterator[str]:
    """Yield keys under which a name with a typo, a short form or an initial is found, too."""
    beside = [f"o{each.organisation}" if each.organisation else "", f"p{each.phone}"]
    beside += (f"l{start}" for start in each.starts)
    beside = [f".{more}" for more in beside if len(more) > 1]
    for one, other in combinations(name.parts, 2):
        for whole, start in ((one, other), (other, one)):
            if len(whole) > 1:
                near = f"{_SHORT_FORMS.get(whole, whole)}.{_SHORT_FORMS.get(start, start)[0]}"
                yield near
                for more in beside:
                    yield near + more


def _beside_the_name(one: Known, other: Known) -> list[tuple[int, Sentence]]:
    found: list[tuple[int, Sentence]] = []
    if not one.licences.isdisjoint(other.licences):
        found.append((48, SAME_LICENCE))
    if not one.addresses.isdisjoint(other.addresses):
        found.append((46, SAME_ADDRESS.filled(email=min(one.addresses & other.addresses))))
    elif not one.addresses or not other.addresses:
        found.append((15, NO_ADDRESS))
    elif not one.starts.isdisjoint(other.starts):
        found.append((20, NEAR_ADDRESS))
    if one.phone and one.phone == other.phone:
        found.append((25, SAME_PHONE))
    if one.organisation and one.organisation == other.organisation:
        found.append((13, SAME_ORGANISATION))
    return found


def _alike(
    ones: tuple[Name, ...], others: tuple[Name, ...], edits: Callable[[str, str], int]
) -> Alike | None:
    """Return the best that any two of their names have in common."""
    found = (_compared(one, other, edits) for one in ones for other in others)
    return max(filter(None, found), default=None)


def _compared(one: Name, other: Name, edits: Callable[[str, str], int]) -> Alike | None:
    if one.whole == other.whole:
        return Alike.SAME
    if one.parts == other.parts:
        return Alike.TITLES
    if one.ordered == other.ordered:
        return Alike.ORDER
    few, many = sorted((one.parts, other.parts), key=len)
    left, open_parts = list(many), []
    for part in few:
        if part in left:
            left.remove(part)
        else:
            open_parts.append(part)
    if len(few) - len(open_parts) < 1 or len(few) < 2:  # noqa: PLR2004 - given name and family name
        return None
    return _bridged(open_parts, left, edits)


def _bridged(
    open_parts: list[str], left: list[str], edits: Callable[[str, str], int]
) -> Alike | None:
    """Return what makes the parts that differ fit, if one kind of difference does."""
    kinds: list[Alike] = []
    for part in open_parts:
        pairs = ((each, _part_alike(part, each, edits)) for each in left)
        found = next(((each, kind) for each, kind in pairs if kind), None)
        if found is None:
            return None
        left.remove(found[0])
        kinds.append(found[1])
    if not kinds or set(kinds) == {Alike.IN_PART}:
        return Alike.IN_PART
    if len(kinds) == 1 and not (left and kinds[0] is Alike.TYPO):
        return kinds[0]
    return None


def _part_alike(one: str, other: str, edits: Callable[[str, str], int]) -> Alike | None:
    if _SHORT_FORMS.get(one, one) == _SHORT_FORMS.get(other, other):
        return Alike.SHORT_FORM
    if 1 in (len(one), len(other)):
        return Alike.IN_PART if one[0] == other[0] else None
    if min(len(one), len(other)) >= SHORTEST_TYPO and edits(one, other) == 1:
        return Alike.TYPO
    return None
