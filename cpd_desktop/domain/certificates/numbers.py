"""How certificates are numbered: a run for each series and year, and a code nobody can guess."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

# Without letters and digits that are taken for one another.
LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
_PATTERN: Final = re.compile(r"([A-Za-z0-9._-]*(?:\{year\}[A-Za-z0-9._-]*)?)\{number(?::0(\d))?\}")
_GROUP: Final = 4


@dataclass(frozen=True, slots=True)
class Pattern:
    """What comes before a number, with a place for the year, and how many digits it has."""

    before: str
    digits: int

    def run(self, year: int) -> str:
        """Return what the numbers of a year begin with; each such run has no gaps."""
        return self.before.replace("{year}", str(year))

    def number(self, year: int, count: int) -> str:
        """Return a number of that year."""
        return f"{self.run(year)}{count:0{self.digits}}"


def read_pattern(text: str) -> Pattern | None:
    """Return the pattern, or nothing if the text is none."""
    found = _PATTERN.fullmatch(text)
    return Pattern(found[1], int(found[2] or 1)) if found else None


def verification_code(below: Callable[[int], int]) -> str:
    """Return a code in two groups; ``below`` takes a number by chance, less than another."""
    drawn, letters = below(len(LETTERS) ** (2 * _GROUP)), ""
    for _ in range(2 * _GROUP):
        drawn, each = divmod(drawn, len(LETTERS))
        letters += LETTERS[each]
    return f"{letters[:_GROUP]}-{letters[_GROUP:]}"
