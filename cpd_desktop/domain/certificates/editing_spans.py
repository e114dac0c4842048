"""Formatted words while they are edited: parts in one style each, as few as can be."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.certificates.template import Colour

MOST_LETTERS: Final = 5_000
_OWN: Final = object()


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same words in as few parts as their styles allow; never none at all."""
    kept = [each for each in spans if each.text]
    found = [
        replace(style, text="".join(each.text for each in group))
        for style, group in groupby(kept, key=lambda each: replace(each, text=""))
    ]
    return tuple(found) or (Span(""),)


def restyled(
    spans: Iterable[Span],
    start: int,
    end: int,
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    colour: Colour | object | None = _OWN,
) -> tuple[Span, ...]:
    """Return the words with the letters from start to end in another style.

    What is not named stays as it is; no colour at all means that of the whole text.
    """
    style: dict[str, object] = {}
    if bold is not None:
        style["bold"] = bold
    if italic is not None:
        style["italic"] = italic
    if colour is not _OWN:
        style["colour"] = colour
    found: list[Span] = []
    at = 0
    for each in spans:
        first, last = max(0, start - at), max(0, end - at)
        inside = replace(each, text=each.text[first:last])
        found += (
            replace(each, text=each.text[:first]),
            replace(inside, **style),  # type: ignore[arg-type] # these are its fields
            replace(each, text=each.text[max(first, last) :]),
        )
        at += len(each.text)
    return joined(found)


def text_of(spans: Iterable[Span]) -> str:
    """Return the words alone."""
    return "".join(each.text for each in spans)
