"""Turns sentences and errors of the lower layers into the person's language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.words import Sentence

GROUPED = 1000  # from here on the person's language groups digits

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
    values: dict[str, Any] = {name: _said(value) for name, value in sentence.values.items()}
    count = int(values.get("n", -1))
    template = QCoreApplication.translate(sentence.context, sentence.template, None, count)
    if count >= GROUPED:
        template = template.replace(str(count), QLocale().toString(count), 1)
    return replace(sentence, values=values).in_words(template)


def _said(value: object) -> object:
    if isinstance(value, Sentence):
        return in_words(value)
    if isinstance(value, str | int | float):
        return value
    # Here, since nothing on the first page is an amount.
    from cpd_desktop.domain.money import Money
    from cpd_desktop.ui.money import amount_words

    return amount_words(value) if isinstance(value, Money) else value


def explain(error: BaseException) -> Explanation:
    """Return the words for an error; for one without any, say that it is a defect."""
    if isinstance(error, CpdError):
        return Explanation(in_words(error.title), in_words(error.says), in_words(error.advice))
    title, says, advice = _UNKNOWN
    return Explanation(
        in_words(title), in_words(says.filled(kind=type(error).__name__)), in_words(advice)
    )
