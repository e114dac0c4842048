"""The questions of one's own that an event asks on registering, and what counts as an answer."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NoReturn

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LABEL_LIMIT = 200
TEXT_LIMIT = 500
PARAGRAPH_LIMIT = 10_000
OPTIONS_LIMIT = 200

NO_LABEL = Sentence("field", "The question has no words.")
LONG_LABEL = Sentence("field", "The question is longer than {limit} characters.")
SAME_LABEL = Sentence("field", "The question “{label}” is there twice.")
NO_OPTIONS = Sentence("field", "“{label}” needs at least two different answers to choose from.")
MANY_OPTIONS = Sentence("field", "“{label}” has more than {limit} answers to choose from.")
BAD_LIMITS = Sentence("field", "The lowest value of “{label}” is above the highest.")

MISSING = Sentence("field", "“{label}” has no answer.")
LONG_ANSWER = Sentence("field", "The answer to “{label}” is longer than {limit} characters.")
NOT_A_NUMBER = Sentence("field", "The answer to “{label}” is not a number: “{text}”.")
NOT_BETWEEN = Sentence("field", "The answer to “{label}” is not between {lowest} and {highest}.")
NOT_A_DATE = Sentence(
    "field", "The answer to “{label}” is not a date such as 2026-10-14: “{text}”."
)
NOT_YES_OR_NO = Sentence("field", "The answer to “{label}” is neither yes nor no: “{text}”.")
NOT_OFFERED = Sentence("field", "“{text}” is not one of the answers to “{label}”.")

YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "sim", "tak", "evet"})
NO = frozenset({"no", "n", "false", "0", "", "nein", "non", "nao", "nie", "hayir", "nee"})


class FieldKind(StrEnum):
    """What kind of answer is asked for."""

    TEXT = "text"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    BUTTONS = "buttons"
    CHOICES = "choices"


WITH_OPTIONS = frozenset({FieldKind.CHOICE, FieldKind.BUTTONS, FieldKind.CHOICES})


@dataclass(frozen=True, slots=True)
class CustomField:
    """One question; a required yes-or-no question wants a yes."""

    kind: FieldKind
    label: str
    required: bool = False
    help: str = ""
    options: tuple[str, ...] = ()
    lowest: int | None = None
    highest: int | None = None
    id: int | None = None

    def problem(self) -> Sentence | None:
        """Return what is wrong with the question itself, if anything."""
        if not self.label.strip():
            return NO_LABEL
        if len(self.label) > LABEL_LIMIT:
            return LONG_LABEL.filled(limit=LABEL_LIMIT)
        if self.kind in WITH_OPTIONS:
            if len({folded(each) for each in self.options} - {""}) < max(2, len(self.options)):
                return NO_OPTIONS.filled(label=self.label)
            if len(self.options) > OPTIONS_LIMIT:
                return MANY_OPTIONS.filled(label=self.label, limit=OPTIONS_LIMIT)
        low, high = self.lowest, self.highest
        if low is not None and high is not None and low > high:
            return BAD_LIMITS.filled(label=self.label)
        return None

    def answer(self, text: str) -> str:
        """Return the answer in the form it is kept in, empty for none; raises ``Invalid``."""
        text = text.strip()
        normal = self._normal(text) if text else ""
        unanswered = not normal or (self.kind is FieldKind.YES_NO and normal == "no")
        if self.required and unanswered:
            self._refuse(MISSING.filled(label=self.label))
        return normal

    def _normal(self, text: str) -> str:
        match self.kind:
            case FieldKind.TEXT | FieldKind.PARAGRAPH:
                limit = TEXT_LIMIT if self.kind is FieldKind.TEXT else PARAGRAPH_LIMIT
                if len(text) > limit:
                    self._refuse(LONG_ANSWER.filled(label=self.label, limit=limit))
                return text
            case FieldKind.NUMBER:
                return self._number(text)
            case FieldKind.DATE:
                try:
                    return date.fromisoformat(text).isoformat()
                except ValueError:
                    self._refuse(NOT_A_DATE.filled(label=self.label, text=text))
            case FieldKind.YES_NO:
                if folded(text) not in YES | NO:
                    self._refuse(NOT_YES_OR_NO.filled(label=self.label, text=text))
                return "yes" if folded(text) in YES else "no"
            case FieldKind.CHOICE | FieldKind.BUTTONS:
                return self._option(text)
            case FieldKind.CHOICES:
                return self._several(text)

    def _number(self, text: str) -> str:
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not math.isfinite(number):
            self._refuse(NOT_A_NUMBER.filled(label=self.label, text=text))
        lowest = -math.inf if self.lowest is None else self.lowest
        highest = math.inf if self.highest is None else self.highest
        if not lowest <= number <= highest:
            between = {"lowest": self.lowest, "highest": self.highest}
            shown = {name: "…" if value is None else value for name, value in between.items()}
            self._refuse(NOT_BETWEEN.filled(label=self.label, **shown))
        return text

    def _option(self, text: str) -> str:
        found = next((each for each in self.options if folded(each) == folded(text)), None)
        if found is None:
            self._refuse(NOT_OFFERED.filled(label=self.label, text=text))
        return found

    def _several(self, text: str) -> str:
        """Read several answers: as they are kept, or as a list somebody typed."""
        try:
            given = json.loads(text) if text.startswith("[") else text.split(";")
        except ValueError:
            given = text.split(";")
        chosen = {self._option(str(each)) for each in given if str(each).strip()}
        ordered = [each for each in self.options if each in chosen]
        return json.dumps(ordered, ensure_ascii=False) if ordered else ""

    def _refuse(self, says: Sentence) -> NoReturn:
        raise Invalid({self.label: says})


def answer_in_words(field: CustomField, kept: str) -> str:
    """Return a kept answer as people read it."""
    if field.kind is FieldKind.CHOICES and kept:
        return "; ".join(json.loads(kept))
    return kept


def problem_of_fields(fields: Sequence[CustomField]) -> Sentence | None:
    """Return the first thing that is wrong with an event's questions, if anything."""
    seen: set[str] = set()
    for field in fields:
        if problem := field.problem():
            return problem
        if folded(field.label) in seen:
            return SAME_LABEL.filled(label=field.label)
        seen.add(folded(field.label))
    return None


def checked_answers(fields: Sequence[CustomField], given: Mapping[int, str]) -> dict[int, str]:
    """Return field id → answer in its kept form, all that are there; raises ``Invalid``."""
    answers: dict[int, str] = {}
    problems: dict[str, Sentence] = {}
    for field in fields:
        assert field.id is not None  # noqa: S101 - only kept questions are answered
        try:
            if answer := field.answer(given.get(field.id, "")):
                answers[field.id] = answer
        except Invalid as error:
            problems |= error.problems
    if problems:
        raise Invalid(problems)
    return answers
