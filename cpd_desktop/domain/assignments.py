"""Assignments: what is to be done, how it is marked, and the way of a person's answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.content import LONG_TEXT, TEXT_LIMIT, SubmissionStatus, problem_of_title
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

ATTEMPTS_LIMIT = 100
POINTS_LIMIT = 10_000
CRITERIA_LIMIT = 50
WORDS_LIMIT = 500
BODY_LIMIT = 100_000

NO_TITLE = Sentence("assignment", "The assignment has no title.")
BAD_ATTEMPTS = Sentence("assignment", "The number of attempts is not between 1 and {limit}.")
BAD_POINTS = Sentence("assignment", "The points are not between 1 and {limit}.")
BAD_PASS_MARK = Sentence("assignment", "The pass mark is not between 0 and {points} points.")
NO_WORDS = Sentence("assignment", "A line of the rubric has no words.")
LONG_WORDS = Sentence("assignment", "A line of the rubric is longer than {limit} characters.")
NO_POINTS = Sentence("assignment", "“{words}” has no points.")
MANY_LINES = Sentence("assignment", "The rubric has more than {limit} lines.")
NOTHING_GIVEN = Sentence("assignment", "There is neither a text nor a file.")
MARKS_MISSING = Sentence("assignment", "The rubric has {lines} lines, and {given} were marked.")
BAD_MARK = Sentence("assignment", "“{words}” is worth 0 to {points} points, not {given}.")

CANNOT = Sentence("assignment", "This work is {status}; it cannot be {wanted}.")
OVERDUE = Sentence("assignment", "The due date of “{title}” has passed.")
OVERDUE_ADVICE = Sentence("assignment", "Accept it late, or move the due date.")
NO_ATTEMPT_LEFT = Sentence("assignment", "No attempt is left of %n attempt(s).")
NO_ATTEMPT_LEFT_ADVICE = Sentence("assignment", "Grant one more, or allow more attempts.")
NOT_PASSED = Sentence("assignment", "{mark} points are below the pass mark of {pass_mark}.")
NOT_PASSED_ADVICE = Sentence("assignment", "Mark it again, or ask for a revision.")

S = SubmissionStatus
STATUS_WORDS: dict[SubmissionStatus, Sentence] = {
    S.DRAFT: Sentence("assignment", "a draft"),
    S.SUBMITTED: Sentence("assignment", "handed in"),
    S.GRADED: Sentence("assignment", "marked"),
    S.NEEDS_REVISION: Sentence("assignment", "waiting for a revision"),
    S.APPROVED: Sentence("assignment", "approved"),
}


class Step(StrEnum):
    """What can be done with a person's answer."""

    HAND_IN = "hand_in"
    MARK = "mark"
    ASK_REVISION = "ask_revision"
    APPROVE = "approve"


# A revision is handed in as the next attempt, a draft of its own. Marking again takes an
# approval or a wish for revision back.
STEPS: dict[Step, tuple[frozenset[SubmissionStatus], SubmissionStatus]] = {
    Step.HAND_IN: (frozenset({S.DRAFT}), S.SUBMITTED),
    Step.MARK: (frozenset({S.SUBMITTED, S.GRADED, S.NEEDS_REVISION, S.APPROVED}), S.GRADED),
    Step.ASK_REVISION: (frozenset({S.SUBMITTED, S.GRADED}), S.NEEDS_REVISION),
    Step.APPROVE: (frozenset({S.GRADED}), S.APPROVED),
}


class Criterion(NamedTuple):
    """One line of a rubric: what is looked at, and how much it is worth."""

    words: str
    points: int


@dataclass(frozen=True, slots=True)
class AssignmentDraft:
    """An assignment as entered; with a rubric its points are the rubric's."""

    title: str
    instructions: str = ""
    module_id: int | None = None
    due_at: datetime | None = None
    attempts: int = 3
    points: int = 100
    pass_mark: int = 70
    rubric: tuple[Criterion, ...] = ()
    required: bool = False

    @property
    def most(self) -> int:
        """Return how many points can be had."""
        return sum(each.points for each in self.criteria)

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """Return what is marked: the rubric, or the work as a whole."""
        return self.rubric or (Criterion(self.title, self.points),)

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found = problem_of_title(self.title, NO_TITLE)
        if len(self.instructions) > TEXT_LIMIT:
            found["instructions"] = LONG_TEXT.filled(limit=TEXT_LIMIT)
        if not 1 <= self.attempts <= ATTEMPTS_LIMIT:
            found["attempts"] = BAD_ATTEMPTS.filled(limit=ATTEMPTS_LIMIT)
        if problem := self._problem_of_rubric():
            found["rubric"] = problem
        elif not 1 <= self.most <= POINTS_LIMIT:
            name = "rubric" if self.rubric else "points"
            found[name] = BAD_POINTS.filled(limit=POINTS_LIMIT)
        elif not 0 <= self.pass_mark <= self.most:
            found["pass_mark"] = BAD_PASS_MARK.filled(points=self.most)
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)

    def mark_of(self, marks: Sequence[int]) -> int:
        """Return the sum of the points given for each criterion; raises ``Invalid``."""
        if len(marks) != len(self.criteria):
            says = MARKS_MISSING.filled(lines=len(self.criteria), given=len(marks))
            raise Invalid({"marks": says})
        for each, given in zip(self.criteria, marks, strict=True):
            if not 0 <= given <= each.points:
                says = BAD_MARK.filled(words=each.words, points=each.points, given=given)
                raise Invalid({"marks": says})
        return sum(marks)

    def require_passed(self, mark: int) -> None:
        """Raise ``NotAllowed`` if a mark does not reach the pass mark."""
        if mark < self.pass_mark:
            says = NOT_PASSED.filled(mark=mark, pass_mark=self.pass_mark)
            raise NotAllowed(says, NOT_PASSED_ADVICE)

    def is_late(self, at: datetime) -> bool:
        """Say whether something handed in at this moment is late."""
        return self.due_at is not None and at > self.due_at

    def _problem_of_rubric(self) -> Sentence | None:
        if len(self.rubric) > CRITERIA_LIMIT:
            return MANY_LINES.filled(limit=CRITERIA_LIMIT)
        for each in self.rubric:
            if not each.words.strip():
                return NO_WORDS
            if len(each.words) > WORDS_LIMIT:
                return LONG_WORDS.filled(limit=WORDS_LIMIT)
            if each.points < 1:
                return NO_POINTS.filled(words=each.words)
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(AssignmentDraft):
    """An assignment as kept."""

    id: int
    event_id: int

    def draft(self) -> AssignmentDraft:
        """Return what an editor starts from."""
        return AssignmentDraft(**{name: getattr(self, name) for name in AssignmentDraft.__slots__})


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """One attempt of a person at an assignment."""

    id: int
    assignment_id: int
    registration_id: int
    attempt: int
    status: SubmissionStatus
    body: str = ""
    sha256: str | None = None
    file_name: str = ""
    marks: tuple[int, ...] = ()
    mark: int | None = None
    feedback: str = ""
    submitted_at: datetime | None = None
    graded_at: datetime | None = None


# What each step makes of a work, to say that it cannot be done.
_WANTED = {
    Step.HAND_IN: Sentence("assignment", "handed in"),
    Step.MARK: Sentence("assignment", "marked"),
    Step.ASK_REVISION: Sentence("assignment", "sent back for a revision"),
    Step.APPROVE: Sentence("assignment", "approved"),
}


def after_step(status: SubmissionStatus, step: Step) -> SubmissionStatus:
    """Return how a work stands after a step; raises ``NotAllowed`` if it cannot be taken now."""
    states, then = STEPS[step]
    if status not in states:
        raise NotAllowed(CANNOT.filled(status=STATUS_WORDS[status], wanted=_WANTED[step]))
    return then


def next_attempt(last: Submission | None) -> int:
    """Return the number of the attempt that can be worked on now.

    Raises ``NotAllowed`` while the last one waits for a mark or a decision, or is approved.
    """
    if last is None:
        return 1
    if last.status is S.NEEDS_REVISION:
        return last.attempt + 1
    after_step(last.status, Step.HAND_IN)
    return last.attempt


def require_in_time(
    assignment: AssignmentDraft, attempt: int, at: datetime, *, late: bool, extra: bool
) -> None:
    """Raise ``NotAllowed`` if it is overdue or one attempt too many, unless that is allowed."""
    if assignment.is_late(at) and not late:
        raise NotAllowed(OVERDUE.filled(title=assignment.title), OVERDUE_ADVICE)
    if attempt > assignment.attempts and not extra:
        raise NotAllowed(NO_ATTEMPT_LEFT.filled(n=assignment.attempts), NO_ATTEMPT_LEFT_ADVICE)
