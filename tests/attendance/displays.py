"""Ways in which people write their own name on a screen."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from tests.attendance.locales import ROMANISED, SHORT

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


class Called(NamedTuple):
    """A made-up human's name."""

    given: str
    family: str
    family_first: bool
    joined: bool

    def __str__(self) -> str:
        one, other = (self.family, self.given) if self.family_first else (self.given, self.family)
        return f"{one}{'' if self.joined else ' '}{other}"


_STRAIGHT = str.maketrans(
    {
        "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae",
        "Æ": "Ae", "ð": "d", "þ": "th", "Þ": "Th", "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)  # fmt: skip


def without_accents(text: str) -> str:
    bare = unicodedata.normalize("NFD", text.translate(_STRAIGHT))
    return "".join(each for each in bare if not "\u0300" <= each <= "\u036f")


# All of these are the full name, certainly.
CERTAIN: tuple[Callable[[Called], str], ...] = (
    str,
    lambda it: str(it).upper(),
    lambda it: str(it).lower(),
    lambda it: without_accents(str(it)) if str(it)[0] < "\u0370" else str(it),
    lambda it: unicodedata.normalize("NFD", str(it)),
    lambda it: f"{it.family}, {it.given}" if not it.joined else str(it),
    lambda it: f"{it.family} {it.given}",
    lambda it: f"Dr. {it}",
    lambda it: f"Prof. Dr. {it}",
    lambda it: f"{it}, RN",
    lambda it: f"{it} PhD",
    lambda it: f"{it}, Ph.D., M.D.",
    lambda it: f"{it}, MSc, CPA",
    lambda it: f"{it} (she/her)",
    lambda it: f"{it} he/him",
    lambda it: f"{it} [they/them]",
    lambda it: f"{it} (Night shift)",
    lambda it: f"{it} - Acme",
    lambda it: f"{it} | Northwind Clinic",
    lambda it: f"{it} \N{EN DASH} St Mary's Hospital",
    lambda it: f"{it}'s iPhone" if not it.joined else f"{it} (iPhone)",
    lambda it: f"{it}\N{RIGHT SINGLE QUOTATION MARK}s iPad" if not it.joined else str(it),
    lambda it: f"iPhone de {it}" if not it.joined else str(it),
    lambda it: f"  {it}  ".replace(" ", "\u00a0"),
    lambda it: str(it)[:2] + "\u200b" + str(it)[2:],
    lambda it: f"\U0001f3a7 {it}",
    lambda it: str(it).replace(" ", "_"),
    lambda it: f"NHS - {it}",
    lambda it: f"{it} @ Acme",
)


def slipped(text: str, random: Random) -> str:
    """Return the text with one letter wrong, inside of a word."""
    at = random.randrange(1, len(text) - 1)
    letter = random.choice("aeioulnrst".replace(text[at].lower(), ""))
    way = random.randrange(3)
    if way == 0:
        return text[:at] + letter + text[at + 1 :]
    if way == 1:
        return text[:at] + letter + text[at:]
    return text[:at] + text[at + 1 :]


def near(it: Called, random: Random) -> str:
    """Return the name of somebody else that is nearly this one."""
    words = [
        lambda: f"{slipped(it.given, random)} {it.family}",
        lambda: f"{it.given} {slipped(it.family, random)}",
        lambda: f"{it} Jr.",
        lambda: f"{it.given} X. {it.family}",
        lambda: f"{it.given[0]}. {it.family}",
    ]
    return random.choice(words)() if len(it.given) > 3 and len(it.family) > 3 else f"{it} II"


def shortened(it: Called) -> str | None:
    return f"{SHORT[it.given]} {it.family}" if it.given in SHORT else None


def romanised(it: Called) -> str | None:
    known = it.given in ROMANISED and it.family in ROMANISED
    return f"{ROMANISED[it.given]} {ROMANISED[it.family]}" if known else None


def initialled(it: Called) -> str | None:
    return None if it.joined else f"{it.given[0]}. {it.family}"


def mistyped(it: Called, random: Random) -> str | None:
    long = not it.joined and len(it.family) > 5 and it.family.isalpha()
    return f"{it.given} {slipped(it.family, random)}" if long else None


def run_together(it: Called) -> str | None:
    plain = without_accents(f"{it.given}{it.family}").lower()
    return plain if plain.isascii() and plain.isalpha() else None
