"""First and last names, which Zoom wants apart and nobody else."""

from __future__ import annotations

import re

from cpd_desktop.domain.registrants import NAME_LIMIT

# Words that belong to the last name though they stand before it.
PARTICLES = frozenset(
    {
        "af", "al", "ap", "av", "bin", "bint", "da", "das", "de", "del", "della", "den", "der",
        "di", "do", "dos", "du", "el", "la", "las", "le", "los", "san", "santa", "ten", "ter",
        "van", "vom", "von", "zu", "zum", "zur", "ibn",
    }
)  # fmt: skip
# What stands behind a name after a comma and is no first name.
_LETTERS_AFTER = re.compile(r"(?:[A-Z][A-Z.\-]+|Ph\.?D\.?|Ed\.?D\.?|Psy\.?D\.?|[JS]r\.?|I{2,3})")


def first_and_last(name: str) -> tuple[str, str]:
    """Return the two parts of a name: "Becker, Tom" and "Tom Becker" alike; one word is the first.

    Particles such as "van der" stay with the last name.
    """
    before, *after = (part.split() for part in name.split(","))
    given = next((words for words in after if words and not _are_letters(words)), None)
    if given and before:
        return _cut(given), _cut(before)
    words = before or name.replace(",", " ").split()
    if len(words) <= 1:
        return _cut(words), ""
    last = len(words) - 1
    while last > 1 and words[last - 1].casefold() in PARTICLES:
        last -= 1
    return _cut(words[:last]), _cut(words[last:])


def _are_letters(words: list[str]) -> bool:
    return all(_LETTERS_AFTER.fullmatch(word) for word in words)


def _cut(words: list[str]) -> str:
    return " ".join(words)[:NAME_LIMIT].rstrip()
