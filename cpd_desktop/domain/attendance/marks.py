"""What somebody did besides being there, as it is noted by hand or found out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.outcomes import Done
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

MOST = 10_000

BAD_COUNT = Sentence("attendance", "The number of interactions is not between 0 and {most}.")
YES_OR_NO = Sentence("attendance", "This is either done or not.")


class MarkKind(StrEnum):
    """What is noted."""

    INTERACTIONS = "interactions"
    EVALUATION = "evaluation"
    QUIZ = "quiz"
    ASSIGNMENT = "assignment"


@dataclass(frozen=True, slots=True)
class Mark:
    """What was noted of one registration; all kinds but interactions are done (1) or not (0)."""

    kind: MarkKind
    number: int
    who: str
    at: datetime
    why: str = ""


def require_countable(kind: MarkKind, number: int) -> None:
    """Raise ``Invalid`` if so many of a kind cannot be noted."""
    if kind is MarkKind.INTERACTIONS:
        if not 0 <= number <= MOST:
            raise Invalid({"number": BAD_COUNT.filled(most=MOST)})
    elif number not in (0, 1):
        raise Invalid({"number": YES_OR_NO})


def done_with(found: Done, marks: Mapping[MarkKind, Mark]) -> Done:
    """Return what was found out, where nobody noted something else by hand."""

    def number(kind: MarkKind, otherwise: int) -> int:
        return marks[kind].number if kind in marks else otherwise

    return Done(
        number(MarkKind.INTERACTIONS, found.interactions),
        bool(number(MarkKind.EVALUATION, found.evaluation)),
        bool(number(MarkKind.QUIZ, found.quiz)),
        bool(number(MarkKind.ASSIGNMENT, found.assignment)),
        found.fee,
    )
