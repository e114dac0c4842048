"""Turns sentences and errors of the lower layers into the person's language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.attendance.reconciliation import Mismatch
from cpd_desktop.domain.check_in import NotExpected
from cpd_desktop.domain.errors import (
    Conflict,
    CpdError,
    Damaged,
    Invalid,
    NeedsSignIn,
    NewerData,
    NotAllowed,
    NotFound,
    Unavailable,
)
from cpd_desktop.domain.papers import Unprintable
from cpd_desktop.domain.registrations import OutOfTurn
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import (
    GoneAtZoom,
    MissingPlan,
    MissingScopes,
    Offline,
    TooOften,
    Unclear,
)

TITLES: dict[type[CpdError], Sentence] = {
    CpdError: Sentence("wording", "This did not work"),
    Invalid: Sentence("wording", "Something needs correcting"),
    NotFound: Sentence("wording", "It is not there any more"),
    Conflict: Sentence("wording", "It was changed in the meantime"),
    NotAllowed: Sentence("wording", "This is not possible now"),
    Unavailable: Sentence("wording", "No answer"),
    Damaged: Sentence("wording", "The data is damaged"),
    NewerData: Sentence("wording", "This data needs a newer version"),
    NeedsSignIn: Sentence("wording", "Sign in to go on"),
    OutOfTurn: Sentence("wording", "Others have waited longer"),
    NotExpected: Sentence("wording", "Somebody without a place"),
    Unprintable: Sentence("wording", "Some letters cannot be printed"),
    MissingScopes: Sentence("wording", "The app at Zoom may not do this"),
    MissingPlan: Sentence("wording", "The plan at Zoom does not include this"),
    GoneAtZoom: Sentence("wording", "Zoom does not have it"),
    TooOften: Sentence("wording", "Zoom asks to wait"),
    Offline: Sentence("wording", "Zoom does not answer"),
    Unclear: Sentence("wording", "Zoom may have done it or not"),
    Mismatch: Sentence("wording", "The rows of a report do not add up"),
}

_UNKNOWN = (
    Sentence("wording", "A defect in CPD Desktop"),
    Sentence("wording", "Something happened that CPD Desktop was not prepared for ({kind})."),
    Sentence(
        "wording", "Your data is safe: a step that fails changes nothing. Save a report under Help."
    ),
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a person reads about an error: a title, what happened, what to do next."""

    title: str
    says: str
    advice: str


def in_words(sentence: Sentence) -> str:
    """Return the sentence in the person's language, with its values filled in."""
    values = {
        name: in_words(value) if isinstance(value, Sentence) else value
        for name, value in sentence.values.items()
    }
    count = int(values.get("n", -1))
    template = QCoreApplication.translate(sentence.context, sentence.template, None, count)
    return replace(sentence, values=values).in_words(template)


def explain(error: BaseException) -> Explanation:
    """Return the words for an error; for one without any, say that it is a defect."""
    if isinstance(error, CpdError):
        title = next(TITLES[kind] for kind in type(error).__mro__ if kind in TITLES)
        return Explanation(in_words(title), in_words(error.says), in_words(error.advice))
    title, says, advice = _UNKNOWN
    return Explanation(
        in_words(title), in_words(says.filled(kind=type(error).__name__)), in_words(advice)
    )
