"""How well a few typed letters fit a text: the rule behind every quick search."""

from __future__ import annotations

import unicodedata

_EXACT, _START, _WORD_STARTS, _INSIDE, _LETTERS = range(5)


def folded(text: str) -> str:
    """Return the text without case and accents, so that ``zoe`` finds ``Zoë``."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def fit(typed: str, text: str) -> tuple[int, int] | None:
    """Return how well the letters fit, smaller is better, or nothing if they do not."""
    wanted, whole = folded(typed).strip(), folded(text)
    if not wanted or wanted == whole:
        return (_EXACT, 0)
    if whole.startswith(wanted):
        return (_START, len(whole))
    if _starts_words(wanted.split(), whole.split()):
        return (_WORD_STARTS, len(whole))
    at = whole.find(wanted)
    if at >= 0:
        return (_INSIDE, at)
    spread = _spread(wanted.replace(" ", ""), whole)
    return None if spread is None else (_LETTERS, spread)


def _starts_words(typed: list[str], words: list[str]) -> bool:
    """Say whether each typed part begins a word, or the letters are initials in order."""
    if all(any(word.startswith(part) for word in words) for part in typed):
        return True
    initials = "".join(word[0] for word in words)
    return len(typed) == 1 and len(typed[0]) > 1 and typed[0] in initials


def _spread(letters: str, whole: str) -> int | None:
    at, first = -1, -1
    for letter in letters:
        at = whole.find(letter, at + 1)
        if at < 0:
            return None
        first = at if first < 0 else first
    return at - first
