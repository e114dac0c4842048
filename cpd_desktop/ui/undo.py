"""What can be taken back in this window: one stack for edits and bulk operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cpd_desktop.domain.changes import Changes

DEPTH = 200


class Step(NamedTuple):
    """Something done: what it was, in words, and its journal entry."""

    text: str
    entry: int


class UndoStack(QObject):
    """Remembers steps by their journal entry; the way back and forth is the journal's."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def next_undo(self) -> Step | None:
        """Return what Undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """Return what Redo would do again."""
        return self._undone[-1] if self._undone else None

    def note(self, text: str, changes: Changes) -> None:
        """Remember a new step; what was undone before can no longer be redone."""
        if changes and changes.entry is not None:
            self._done = [*self._done, Step(text, changes.entry)][-DEPTH:]
            self._undone = []
            self.changed.emit()

    def note_undone(self, step: Step, changes: Changes) -> None:
        """Remember that the step was taken back."""
        self._move(step, changes, self._done, self._undone)

    def note_redone(self, step: Step, changes: Changes) -> None:
        """Remember that the step was done again."""
        self._move(step, changes, self._undone, self._done)

    def drop(self, step: Step) -> None:
        """Forget a step that can no longer be taken back, because its things changed since."""
        for steps in (self._done, self._undone):
            if step in steps:
                steps.remove(step)
        self.changed.emit()

    def _move(self, step: Step, changes: Changes, source: list[Step], target: list[Step]) -> None:
        if step in source:
            source.remove(step)
        if changes.entry is not None:
            target.append(Step(step.text, changes.entry))
        self.changed.emit()
