"""Formatted words while they are edited: parts in one style each, as few as can be."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.certificates.template import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


MOST_LETTERS: Final = 5_000


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the same words in as few parts as their styles allow; never none at all."""
    kept = [each for each in spans if each.text]
    found = [
        replace(style, text="".join(each.text for each in group))
        for style, group in groupby(kept, key=lambda each: replace(each, text=""))
    ]
    return tuple(found) or (Span(""),)


def text_of(spans: Iterable[Span]) -> str:
    """Return the words alone."""
    return "".join(each.text for each in spans)
