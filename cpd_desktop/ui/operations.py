"""A use case is one sentence in a page: carry this out, then show that; all else happens here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.ui.jobs import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.services.history import History
    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.change_feed import ChangeFeed
    from cpd_desktop.ui.jobs import Job, JobRunner
    from cpd_desktop.ui.undo import Step, UndoStack


class Operations(QObject):
    """Runs use cases off the window's thread, tells what they changed, and can take them back.

    ``failed`` and ``told`` go to whoever shows them: the window.
    """

    failed = Signal(Exception)
    told = Signal(str, bool)  # what was done; whether Undo is offered with it

    def __init__(
        self,
        jobs: JobRunner,
        feed: ChangeFeed,
        undo: UndoStack,
        history: History,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._feed = feed
        self._undo = undo
        self._history = history

    def carry_out(
        self,
        call: Callable[[Work], Any],
        *,
        origin: QObject,
        text: str = "",
        title: str = "",
        then: Callable[[Any], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        lane: Lane = Lane.DATABASE,
    ) -> Job:
        """Run a use case that changes something.

        ``text`` says in words what was done ("Event deleted") and makes it undoable; ``then`` gets
        the result; ``otherwise`` gets an error that the page shows itself.
        """
        job = self._jobs.run(call, title=title, lane=lane)
        job.succeeded.connect(partial(self._ended, origin, text, then))
        job.failed.connect(otherwise or self.failed.emit)
        return job

    def look_up(
        self, call: Callable[[Work], Any], then: Callable[[Any], None], *, title: str = ""
    ) -> Job:
        """Run a call that changes nothing, and hand over what it found."""
        job = self._jobs.run(call, title=title)
        job.succeeded.connect(then)
        job.failed.connect(self.failed)
        return job

    def undo(self) -> None:
        """Take back the latest step."""
        if step := self._undo.next_undo:
            self._go_back(step, self._undo.note_undone, self.tr("Undone: {what}"))

    def redo(self) -> None:
        """Do again what was taken back last."""
        if step := self._undo.next_redo:
            self._go_back(step, self._undo.note_redone, self.tr("Done again: {what}"))

    def _ended(
        self, origin: QObject, text: str, then: Callable[[Any], None] | None, result: Any
    ) -> None:
        changes = result.changes if isinstance(result, Done) else result
        if isinstance(changes, Changes) and changes:
            if text:
                self._undo.note(text, changes)
            self._feed.publish(changes, origin)
        if then is not None:
            then(result.value if isinstance(result, Done) else result)
        if text:
            self.told.emit(text, isinstance(changes, Changes) and changes.entry is not None)

    def _go_back(self, step: Step, note: Callable[[Step, Changes], None], words: str) -> None:
        job = self._jobs.run(lambda _work: self._history.undo(step.entry))
        job.succeeded.connect(partial(self._went_back, step, note, words))
        job.failed.connect(partial(self._could_not, step))

    def _went_back(
        self, step: Step, note: Callable[[Step, Changes], None], words: str, changes: Changes
    ) -> None:
        note(step, changes)
        self._feed.publish(changes, self)
        self.told.emit(words.format(what=step.text), False)

    def _could_not(self, step: Step, error: Exception) -> None:
        self._undo.drop(step)
        self.failed.emit(error)
