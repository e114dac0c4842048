from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.domain import assignments as rules
from cpd_desktop.domain.assignments import (
    STATUS_WORDS,
    STEPS,
    Assignment,
    AssignmentDraft,
    Criterion,
    Step,
    Submission,
    after_step,
    next_attempt,
    require_in_time,
)
from cpd_desktop.domain.content import LONG_TEXT, LONG_TITLE, SubmissionStatus
from cpd_desktop.domain.errors import Invalid, NotAllowed

if TYPE_CHECKING:
    from cpd_desktop.domain.words import Sentence

DUE = datetime(2026, 12, 1, 22, 0, tzinfo=UTC)
GOOD = AssignmentDraft("Case study", due_at=DUE)
RUBRIC = (Criterion("Assessment", 40), Criterion("Plan", 60))
S = SubmissionStatus


def an_attempt(status: SubmissionStatus, attempt: int = 1) -> Submission:
    return Submission(id=1, assignment_id=1, registration_id=1, attempt=attempt, status=status)


@pytest.mark.parametrize(
    ("draft", "field", "template"),
    [
        (replace(GOOD, title=""), "title", rules.NO_TITLE),
        (replace(GOOD, title="x" * 201), "title", LONG_TITLE),
        (replace(GOOD, instructions="x" * 10_001), "instructions", LONG_TEXT),
        (replace(GOOD, attempts=0), "attempts", rules.BAD_ATTEMPTS),
        (replace(GOOD, attempts=101), "attempts", rules.BAD_ATTEMPTS),
        (replace(GOOD, points=0), "points", rules.BAD_POINTS),
        (replace(GOOD, points=10_001), "points", rules.BAD_POINTS),
        (replace(GOOD, pass_mark=101), "pass_mark", rules.BAD_PASS_MARK),
        (replace(GOOD, pass_mark=-1), "pass_mark", rules.BAD_PASS_MARK),
        (replace(GOOD, rubric=(Criterion("A", 60),)), "pass_mark", rules.BAD_PASS_MARK),
        (replace(GOOD, rubric=(Criterion(" ", 60),)), "rubric", rules.NO_WORDS),
        (replace(GOOD, rubric=(Criterion("x" * 501, 60),)), "rubric", rules.LONG_WORDS),
        (replace(GOOD, rubric=(Criterion("A", 0),)), "rubric", rules.NO_POINTS),
        (replace(GOOD, rubric=(Criterion("A", 10_001),)), "rubric", rules.BAD_POINTS),
        (replace(GOOD, rubric=(Criterion("A", 9),) * 51), "rubric", rules.MANY_LINES),
    ],
)
def test_what_breaks_a_rule_is_named_at_its_field(
    draft: AssignmentDraft, field: str, template: Sentence
) -> None:
    assert {name: says.template for name, says in draft.problems().items()} == {
        field: template.template
    }
    with pytest.raises(Invalid):
        draft.require_valid()


def test_a_rubric_decides_how_many_points_there_are() -> None:
    assert (GOOD.most, GOOD.criteria) == (100, (Criterion("Case study", 100),))
    with_rubric = replace(GOOD, points=7, rubric=RUBRIC)
    assert with_rubric.problems() == {}
    assert (with_rubric.most, with_rubric.criteria) == (100, RUBRIC)
    assert with_rubric.mark_of([30, 45]) == 75


def test_editing_starts_from_what_is_kept() -> None:
    kept = Assignment("Case study", due_at=DUE, rubric=RUBRIC, id=4, event_id=1)
    assert kept.draft() == AssignmentDraft("Case study", due_at=DUE, rubric=RUBRIC)


@pytest.mark.parametrize("marks", [[], [10], [10, 20, 30], [41, 0], [0, -1]])
def test_marks_that_do_not_fit_the_rubric_are_refused(marks: list[int]) -> None:
    with pytest.raises(Invalid) as refused:
        replace(GOOD, rubric=RUBRIC).mark_of(marks)
    assert "marks" in refused.value.problems


@given(st.lists(st.tuples(st.integers(1, 500), st.integers(0, 500)), min_size=1, max_size=20))
def test_a_mark_is_the_sum_of_its_points_and_never_above_what_can_be_had(
    lines: list[tuple[int, int]],
) -> None:
    draft = replace(GOOD, rubric=tuple(Criterion("c", points) for points, _ in lines))
    marks = [min(given_, points) for points, given_ in lines]
    assert draft.mark_of(marks) == sum(marks) <= draft.most
    over = [*marks[:-1], lines[-1][0] + 1]
    with pytest.raises(Invalid):
        draft.mark_of(over)


def test_the_pass_mark_itself_is_enough() -> None:
    GOOD.require_passed(70)
    with pytest.raises(NotAllowed, match="69 points are below the pass mark of 70"):
        GOOD.require_passed(69)


@given(st.lists(st.sampled_from(list(Step))))
def test_work_only_goes_ways_that_exist(steps: list[Step]) -> None:
    status = S.DRAFT
    for step in steps:
        states, then = STEPS[step]
        if status in states:
            status = after_step(status, step)
            assert status is then
        else:
            with pytest.raises(NotAllowed, match="cannot be"):
                after_step(status, step)
    assert S.APPROVED is not status or Step.MARK in steps, "nothing is approved without a mark"


def test_a_refused_step_says_how_the_work_stands() -> None:
    with pytest.raises(NotAllowed) as refused:
        after_step(S.APPROVED, Step.ASK_REVISION)
    assert str(refused.value.says) == (
        "This work is approved; it cannot be sent back for a revision."
    )
    assert set(STATUS_WORDS) == set(S)


def test_a_revision_is_the_next_attempt() -> None:
    assert next_attempt(None) == 1
    assert next_attempt(an_attempt(S.DRAFT, 2)) == 2
    assert next_attempt(an_attempt(S.NEEDS_REVISION, 2)) == 3
    for status in (S.SUBMITTED, S.GRADED, S.APPROVED):
        with pytest.raises(NotAllowed):
            next_attempt(an_attempt(status))


def test_what_is_overdue_or_one_too_many_needs_a_word_of_the_trainer() -> None:
    late = DUE + timedelta(seconds=1)
    require_in_time(GOOD, 3, DUE, late=False, extra=False)
    require_in_time(replace(GOOD, due_at=None), 1, late, late=False, extra=False)
    with pytest.raises(NotAllowed, match="due date of “Case study” has passed"):
        require_in_time(GOOD, 1, late, late=False, extra=True)
    with pytest.raises(NotAllowed, match="No attempt is left of 3"):
        require_in_time(GOOD, 4, DUE, late=True, extra=False)
    require_in_time(GOOD, 4, late, late=True, extra=True)
