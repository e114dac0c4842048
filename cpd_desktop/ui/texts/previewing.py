"""Finds out what a mail says to somebody, away from the window; only the latest answer counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.ui.texts.words import field_words
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from cpd_desktop.services.messages.preparing import Wanted
    from cpd_desktop.ui.desk import Desk


def is_there(thing: QObject) -> bool:
    """Say whether something still exists: an answer may come after its window is closed."""
    return bool(isValid(thing))  # type: ignore[no-untyped-call] # it has no types


class Previewing(QObject):
    """Asks for previews; ``found`` carries what the mail says, ``refused`` why it cannot be."""

    found = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._latest = 0

    def ask(self, wanted: Wanted, registration: int) -> None:
        """Ask what a mail says to one person."""
        self._latest += 1
        preparing = self._desk.services.preparing
        job = self._desk.jobs.run(lambda _work: preparing.preview(wanted, registration))
        job.succeeded.connect(partial(self._answer, self._latest))
        job.failed.connect(partial(self._refuse, self._latest))

    def forget(self) -> None:
        """Let answers that are on their way count no more."""
        self._latest += 1

    def _answer(self, number: int, said: Any) -> None:
        if is_there(self) and number == self._latest:
            self.found.emit(said)

    def _refuse(self, number: int, error: Exception) -> None:
        if not is_there(self) or number != self._latest:
            return  # closed, or asked anew meanwhile
        if isinstance(error, CpdError):
            self.refused.emit(in_words(error.says))
        else:
            self._desk.operations.failed.emit(error)


def missing_words(names: tuple[str, ...]) -> str:
    """Return the fields that have nothing to show, as people call them."""
    return ", ".join(f"“{field_words(each)}”" for each in names)
