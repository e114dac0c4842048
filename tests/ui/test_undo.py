from __future__ import annotations

import pytest

from cpd_desktop.domain.changes import Changes
from cpd_desktop.ui.undo import DEPTH, UndoStack

ONE = {"event": frozenset({1})}


def texts(stack: UndoStack) -> tuple[str | None, str | None]:
    undo, redo = stack.next_undo, stack.next_redo
    return (undo.text if undo else None, redo.text if redo else None)


@pytest.fixture
def stack() -> UndoStack:
    made = UndoStack()
    made.note("first", Changes(1, ONE))
    made.note("second", Changes(2, ONE))
    return made


def test_the_latest_step_is_taken_back_first(stack: UndoStack) -> None:
    assert texts(stack) == ("second", None)


def test_what_was_taken_back_can_be_done_again(stack: UndoStack) -> None:
    step = stack.next_undo
    assert step is not None
    stack.note_undone(step, Changes(3, ONE))
    assert texts(stack) == ("first", "second")
    again = stack.next_redo
    assert again is not None
    assert again.entry == 3
    stack.note_redone(again, Changes(4, ONE))
    assert texts(stack) == ("second", None)
    assert stack.next_undo is not None
    assert stack.next_undo.entry == 4


def test_a_new_step_ends_the_way_forward(stack: UndoStack) -> None:
    step = stack.next_undo
    assert step is not None
    stack.note_undone(step, Changes(3, ONE))
    stack.note("third", Changes(4, ONE))
    assert texts(stack) == ("third", None)


def test_what_changed_nothing_is_no_step(stack: UndoStack) -> None:
    stack.note("nothing", Changes())
    assert texts(stack) == ("second", None)


def test_a_step_that_cannot_be_taken_back_is_not_offered_again(stack: UndoStack) -> None:
    step = stack.next_undo
    assert step is not None
    stack.drop(step)
    assert texts(stack) == ("first", None)


def test_it_does_not_grow_without_end(stack: UndoStack) -> None:
    for number in range(3, DEPTH + 50):
        stack.note(str(number), Changes(number, ONE))
    taken = 0
    while step := stack.next_undo:
        stack.drop(step)
        taken += 1
    assert taken == DEPTH
