"""What a copy of an event takes along. People, money, attendance and Zoom ids never are."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.credit import USUAL_MINIMUM
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.events import EventDraft


class Copied(StrEnum):
    """A part of an event that a copy may have; its texts and sessions it always has."""

    SPEAKERS = "speakers"
    CREDIT = "credit"
    QUESTIONS = "questions"
    PRICES = "prices"
    CONTENT = "content"
    MATERIALS = "materials"
    MEETINGS = "meetings"


ALL = frozenset(Copied)

WORDS = {
    Copied.SPEAKERS: Sentence("copy", "Speakers"),
    Copied.CREDIT: Sentence("copy", "Credit and minimum"),
    Copied.QUESTIONS: Sentence("copy", "Questions on registering"),
    Copied.PRICES: Sentence("copy", "Price and discount codes"),
    Copied.CONTENT: Sentence("copy", "Modules and assignments"),
    Copied.MATERIALS: Sentence("copy", "Materials, in their latest version"),
    Copied.MEETINGS: Sentence("copy", "Settings of the Zoom meetings"),
}


def copied_draft(draft: EventDraft, parts: frozenset[Copied]) -> EventDraft:
    """Return the draft as something new, with only the parts that are wanted."""
    fresh = replace(
        draft,
        sessions=tuple(replace(each, id=None) for each in draft.sessions),
        fields=tuple(replace(each, id=None) for each in draft.fields),
        credits=tuple(replace(each, id=None) for each in draft.credits),
    )
    if Copied.SPEAKERS not in parts:
        silent = tuple(replace(each, speakers=()) for each in fresh.sessions)
        fresh = replace(fresh, speakers=(), sessions=silent)
    if Copied.CREDIT not in parts:
        fresh = replace(fresh, credits=(), minimum=USUAL_MINIMUM, preset="", rule=None)
    if Copied.QUESTIONS not in parts:
        fresh = replace(fresh, fields=())
    if Copied.PRICES not in parts:
        fresh = replace(fresh, price=None, early=None)
    return fresh
