"""What a name on a screen says: the name itself, told from titles, devices and organisations.

A generation (Jr, III) stays: father and son are two. What is left out never makes two names one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from cpd_desktop.domain.attendance.letters import bare, visible, without_spaces
from cpd_desktop.domain.attendance.name_words import (
    BEHIND,
    DEVICE_OF,
    HONORIFICS,
    IN_FRONT,
    NAMES_TOO,
    NOBODY,
    NOT_PLAIN,
    ORGANISATION,
    OWNED_DEVICE,
    PLAIN,
    PRONOUNS,
    TITLES,
    TWO_PEOPLE,
)

Tokens = tuple[str, ...]

FEWEST = 2  # given name and family name

_BRACKETS = re.compile(r"[(\[{<]([^()\[\]{}<>]*)[)\]}>]?")
_SEGMENTS = re.compile(
    r"\s+[-\u2010-\u2015~:]+\s*|\s*[-\u2010-\u2015]+\s+|\s*[|/\\\u2022\u00b7\u2219@]+\s*|:\s+"
    r"|\s+(?:from|at)\s+"
)
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02b9-\u02bd`\u00b4\u2032\u05f3\u05f4]")
_BETWEEN = re.compile(
    r"[\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u05be\u060c\u061b"
    r"\u0964\u0965\u2000-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3008-\u3020\u30a0\u30fb"
    r"\U0001f000-\U0001faff]+"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")


@dataclass(frozen=True, slots=True)
class ShownName:
    """A name as it is compared.

    ``keys`` are the full names that it certainly is one way to write. ``beside`` are names it is
    one way to write if the words beside them are the person's organisation. ``mentions`` are full
    names that stand beside it, perhaps somebody else's. ``tokens`` and ``hints`` only propose.
    """

    tokens: Tokens = ()
    keys: frozenset[str] = frozenset()
    beside: tuple[tuple[str, str], ...] = ()
    hints: tuple[Tokens, ...] = ()
    mentions: frozenset[str] = frozenset()
    several: bool = False

    @property
    def readings(self) -> tuple[Tokens, ...]:
        """Return every way to read it, the likeliest first."""
        return (self.tokens, *self.hints) if self.tokens else self.hints


@lru_cache(maxsize=65536)
def read_name(text: str) -> ShownName:
    """Return what the text says of a name; nothing of it is certain if it is of no one."""
    return plainly(text) or taken_apart(text)


def plainly(text: str) -> ShownName | None:
    """Return a name that has nothing in or beside it to be told from it, as most have not."""
    if not PLAIN.fullmatch(text) or NOBODY.match(text):
        return None
    tokens = tuple(text.lower().split())
    return ShownName(tokens, frozenset(_keys(tokens))) if NOT_PLAIN.isdisjoint(tokens) else None


def taken_apart(text: str) -> ShownName:
    """Return what the text says of a name, told from all that may be in and beside it."""
    seen = PRONOUNS.sub(" ", visible(text)).replace("_", " ")
    inside = [found.strip() for found in _BRACKETS.findall(seen)]
    outside = _BRACKETS.sub(" ", seen)
    if NOBODY.match(outside):
        named = next((each for each in inside if not NOBODY.match(each)), "")
        outside, inside = named, []
    kept = _without_device(outside)
    segments = [each for each in _SEGMENTS.split(kept) if each and not NOBODY.match(each)]
    read = [_read(segment) for segment in segments]
    parts = [(segment, each) for segment, each in zip(segments, read, strict=True) if each]
    several = TWO_PEOPLE.search(kept) is not None and _several(segments)
    found = _keys(tuple(token for _, each in parts for token in each))
    if not several and (len(parts) > 1 or not kept.isascii()):
        found |= _certain(parts)
    hints = dict.fromkeys(_hints(parts, inside))
    if kept != outside:
        found.update(_keys(_read(outside)))
    persons = (each for segment, each in parts if not _organisation(segment))
    main = parts[0][1] if len(parts) == 1 else next(persons, parts[0][1] if parts else ())
    hints.pop(main, None)
    mentions = {key for each in hints for key in _keys(each)} - found
    return ShownName(
        main,
        frozenset(found),
        tuple(_beside(parts)),
        tuple(hints),
        frozenset(mentions),
        several,
    )


def is_full(tokens: Tokens) -> bool:
    """Say whether it is a full name and not just a given name or initials."""
    if tokens and all(map(without_spaces, tokens)):
        return len("".join(tokens)) >= FEWEST
    return sum(len(token) >= FEWEST for token in tokens) >= FEWEST


def _certain(parts: list[tuple[str, Tokens]]) -> set[str]:
    """Return the full names that it is one way to write."""
    found: set[str] = set()
    if not parts:
        return found
    first, tokens = parts[0]
    if _organisation(first):
        for _, each in parts[1:]:
            found.update(_keys(each))
    else:
        found.update(_keys(tokens))
    spaced = tuple(token for token in tokens if not without_spaces(token))
    joined = tuple(token for token in tokens if without_spaces(token))
    if is_full(spaced) and is_full(joined):
        found |= _keys(spaced) | _keys(joined)
    return found


def _keys(tokens: Tokens) -> set[str]:
    if not is_full(tokens):
        return set()
    if all(map(without_spaces, tokens)):
        return {"".join(tokens), "".join(reversed(tokens))}
    return {" ".join(sorted(tokens))}


def _beside(parts: list[tuple[str, Tokens]]) -> list[tuple[str, str]]:
    """Return names with the words that may be the organisation beside them."""
    found = [(key, bare(parts[0][0]).strip()) for _, each in parts[1:] for key in _keys(each)]
    for segment, _ in parts[:1]:
        head, comma, tail = segment.partition(",")
        if comma:
            found += [(key, bare(tail)) for key in _keys(_read(head))]
    return sorted(found)


def _hints(parts: list[tuple[str, Tokens]], inside: list[str]) -> list[Tokens]:
    found = [each for _, each in parts]
    for segment, _ in parts:
        halves = TWO_PEOPLE.split(segment)
        found += [_read(half) for half in (halves if len(halves) > 1 else [])]
        head, comma, _ = segment.partition(",")
        found += [_read(head)] if comma else []
    found += [_read(each) for each in inside if not NOBODY.match(each)]
    return [each for each in found if each]


def _several(segments: list[str]) -> bool:
    """Say whether it seems to name two people in front of one screen."""
    return any(
        len(halves := TWO_PEOPLE.split(segment)) > 1 and all(_read(half) for half in halves)
        for segment in segments
    )


def _organisation(segment: str) -> bool:
    words = [bare(word) for word in _BETWEEN.split(segment) if word]
    return bool(_ACRONYM.fullmatch(segment.strip())) or not ORGANISATION.isdisjoint(words)


def _without_device(text: str) -> str:
    kept = OWNED_DEVICE.sub("", DEVICE_OF.sub("", text))
    return kept if kept.strip() else text


def _read(segment: str) -> Tokens:
    """Return the words of a name without titles before it and letters behind it."""
    head, *tails = segment.split(",")
    words = _words(head)
    for tail in tails:
        more = _words(tail)
        if not _enough(words) or not all(_letters(word) for word in more):
            words += more
    kept = _without_titles(words)
    return tuple(_honoured(bare(word)) for word in kept)


def _words(text: str) -> list[str]:
    """Return the words as written, without dots in letters such as Ph.D. and without numbers."""
    found: list[str] = []
    for chunk in _APOSTROPHES.sub("", text).split():
        joined = chunk.strip(",;").replace(".", "")
        title = joined.replace("-", "")
        if joined != chunk and _letters(joined):
            found.append(joined)
        elif title != chunk and bare(title) in TITLES:
            found.append(title)
        else:
            found += _BETWEEN.split(chunk)
    return [word for word in found if word and not word.isdecimal()]


def _letters(word: str) -> bool:
    """Say whether a word behind a comma is letters behind a name: RN, and Do only as DO is not."""
    plain = bare(word)
    return plain in TITLES or (plain in BEHIND and plain not in NAMES_TOO) or _capitals(word)


def _capitals(word: str) -> bool:
    return bare(word) in BEHIND and sum(letter.isupper() for letter in word) >= FEWEST


def _without_titles(words: list[str]) -> list[str]:
    plain = [word for word in words if bare(word) not in TITLES and word not in HONORIFICS]
    kept = plain or words
    while _enough(kept[1:]) and (bare(kept[0]) in IN_FRONT or _behind(kept[0])):
        kept = kept[1:]
    shouted = all(word.isupper() for word in kept[:FEWEST])
    while _enough(kept[:-1]) and _capitals(kept[-1]) and (_behind(kept[-1]) or not shouted):
        kept = kept[:-1]
    return kept


def _enough(words: list[str]) -> bool:
    """Say whether these words can be a full name, so that what is beside them may be left out."""
    return len(words) >= FEWEST or any(map(without_spaces, words))


def _behind(word: str) -> bool:
    """Say whether a word in capitals is letters behind a name wherever it stands."""
    return _capitals(word) and bare(word) not in NAMES_TOO


def _honoured(token: str) -> str:
    """Return a name written without spaces without the form of address behind it."""
    if without_spaces(token):
        for ending in HONORIFICS:
            if token.endswith(ending) and len(token) - len(ending) >= FEWEST:
                return token.removesuffix(ending)
    return token
