"""Which column of a stranger's table is which, told by its header."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from cpd_desktop.domain.column_words import BARE_NAMES, PHRASES, Field
from cpd_desktop.domain.folding import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|「[^「」]*」|<[^<>]*>")
_COPY_NUMBER = re.compile(r"\s*\(\d+\)\s*$")
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_WRITTEN_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
LONGEST_HEADER = 200  # a longer cell is a text, and no header

# How surely a header names a field: every word of it, all but a bracketed note, a part of it.
_WHOLE, _WITHOUT_NOTE, _PART = 3, 2, 1


def guessed(headers: Sequence[str]) -> dict[Field, int]:
    """Return field → number of its column, from 0; nothing where two columns fit equally well."""
    claims: dict[Field, list[tuple[int, int]]] = {}
    for column, header in enumerate(headers):
        for field, surety in _readings(header).items():
            claims.setdefault(field, []).append((surety, column))
    chosen: dict[Field, int] = {}
    for field, claimed in claims.items():
        best = max(surety for surety, _ in claimed)
        columns = [column for surety, column in claimed if surety == best]
        if len(columns) == 1:
            chosen[field] = columns[0]
    _halve_name(headers, chosen)
    owners = Counter(chosen.values())
    return {field: column for field, column in chosen.items() if owners[column] == 1}


def named(cells: Sequence[str]) -> int:
    """Return how many different fields these cells name beyond doubt, were they headers."""
    fields = {field for cell in cells for field in _sure_readings(cell)}
    return min(len(fields), len(cells))


def fingerprint(headers: Sequence[str]) -> str:
    """Return what the choice of columns is remembered under; case and spaces do not matter."""
    return hashlib.sha256("\x1f".join(map(folded, headers)).encode()).hexdigest()


def told_apart(headers: Sequence[str]) -> tuple[str, ...]:
    """Return the headers trimmed, a second “E-mail” as “E-mail (2)”, an empty one as its letter."""
    seen: set[str] = set()
    told: list[str] = []
    for column, header in enumerate(headers):
        bare = " ".join(header.split()) or letter(column)
        name, number = bare, 1
        while folded(name) in seen:
            number += 1
            name = f"{bare} ({number})"
        seen.add(folded(name))
        told.append(name)
    return tuple(told)


def letter(column: int) -> str:
    """Return the letters over a column, numbered from 0, in a spreadsheet program."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


_NAMES = (Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME)


def full_name(cells: Sequence[str], chosen: Mapping[Field, int]) -> str:
    """Return the person's name of a row, joined from first and last name if it stands in two."""
    return joined_name(*[
        cells[column] if (column := chosen.get(field)) is not None and column < len(cells) else ""
        for field in _NAMES
    ])  # fmt: skip


def joined_name(whole: str, first: str, last: str) -> str:
    """Return the name as a whole without stray spaces; where there is none, from its halves."""
    if not last.isascii() and _WRITTEN_WITHOUT_SPACES.search(last):
        first, last = last, first  # the family name stands first there
    return " ".join(whole.split()) or " ".join(f"{first} {last}".split())


def _halve_name(headers: Sequence[str], chosen: dict[Field, int]) -> None:
    """Take “Nom” beside “Prénom” as the last name, “Nome” beside “Cognome” as the first."""
    column = chosen.get(Field.FULL_NAME)
    halves = {Field.FIRST_NAME, Field.LAST_NAME} - chosen.keys()
    if column is not None and len(halves) == 1 and _squeezed(headers[column]) in BARE_NAMES:
        del chosen[Field.FULL_NAME]
        chosen[halves.pop()] = column


@lru_cache(maxsize=4096)
def _readings(header: str) -> dict[Field, int]:
    if not header or len(header) > LONGEST_HEADER:
        return {}
    return _sure_readings(header) or dict.fromkeys(_longest_part(_tidy(header)), _PART)


def _sure_readings(header: str) -> dict[Field, int]:
    if not header or len(header) > LONGEST_HEADER:
        return {}
    text = _tidy(header)
    if fields := _exact().get(_squeezed(text)):
        return dict.fromkeys(fields, _WHOLE)
    return dict.fromkeys(_exact().get(_squeezed(_BRACKETED.sub(" ", text)), ()), _WITHOUT_NOTE)


def _tidy(header: str) -> str:
    return _COPY_NUMBER.sub("", unicodedata.normalize("NFKC", header))


def _longest_part(text: str) -> set[Field]:
    spoken = f" {_words(_BRACKETED.sub(' ', text))} "
    found: dict[int, set[Field]] = {}
    for phrase, fields in _contained():
        inside = phrase if _WRITTEN_WITHOUT_SPACES.search(phrase) else f" {phrase} "
        if inside in spoken:
            found.setdefault(len(phrase), set()).update(fields)
    longest = found[max(found)] if found else set()
    return longest if len(longest) == 1 else set()


def _words(text: str) -> str:
    return _BETWEEN_WORDS.sub(" ", folded(text)).strip()


def _squeezed(text: str) -> str:
    return _words(text).replace(" ", "")


@cache
def _exact() -> dict[str, set[Field]]:
    known: dict[str, set[Field]] = {}
    for field, phrases in _phrases():
        for phrase in phrases:
            known.setdefault(_squeezed(phrase), set()).add(field)
    return known


@cache
def _contained() -> tuple[tuple[str, frozenset[Field]], ...]:
    known: dict[str, set[Field]] = {}
    for field, phrases in _phrases():
        for phrase in phrases:
            if not phrase.startswith("="):
                known.setdefault(_words(phrase), set()).add(field)
    return tuple((phrase, frozenset(fields)) for phrase, fields in known.items())


@cache
def _phrases() -> tuple[tuple[Field, tuple[str, ...]], ...]:
    return tuple(
        (field, tuple(phrase.strip() for phrase in re.split(r"[|\n]", text) if phrase.strip()))
        for field, text in PHRASES.items()
    )
