"""What somebody decides: shown at once, written away from the window's thread, found out after."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cpd_desktop.domain.attendance.decisions import Verdict
from cpd_desktop.services.attendance.attendance import Choice
from cpd_desktop.ui.attendance.line_rows import settled
from cpd_desktop.ui.attendance.lines import Line, Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.services.work import Work
    from cpd_desktop.ui.attendance.content import AttendanceContent
    from cpd_desktop.ui.desk import Desk

_STANDS = {
    Verdict.GUEST: Standing.GUEST,
    Verdict.MET: Standing.TOLD_MET,
    Verdict.NOT_MET: Standing.TOLD_NOT_MET,
}


class Settling(QObject):
    """Keeps the lines as they look since they were decided, until all is found out anew.

    ``decided`` says of which lines that is so now, before anything is written: what is written
    afterwards cannot keep the window from showing it.
    """

    decided = Signal(set)

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__(origin)
        self._desk = desk
        self._origin = origin
        self._attendance = desk.services.attendance
        self._writing: dict[int, int] = {}
        self.lines: dict[int, Line] = {}

    def take(self, content: AttendanceContent | None) -> None:
        """Go by what was found out, but for what is still being written."""
        self.lines = {
            key: each
            for key, each in self.lines.items()
            if content is not None and key in self._writing
        }

    def decide(
        self,
        event_id: int,
        line: Line,
        choice: Choice,
        names: Sequence[str],
    ) -> None:
        """Say who the participant of a line is; ``names`` are those it is shown by from now on."""
        shown = {Verdict.GUEST: self.tr("{shown} is a guest")}.get(
            choice.verdict, self.tr("{shown} is {names}")
        )
        text = shown.format(shown=line.called, names=", ".join(names))
        standing = _STANDS.get(choice.verdict, Standing.SETTLED)
        decided = settled(line, names, choice.registrations, standing)
        self._write([decided], lambda _work: self._attendance.decide(event_id, [choice]), text)

    def accept(self, event_id: int, sure: Sequence[tuple[Line, str]]) -> None:
        """Say of several participants that they are their first candidates, who are named."""
        choices = [
            Choice(each.key, Verdict.IS, (each.finding.suggestions[0].registration,))
            for each, _ in sure
            if each.finding is not None
        ]
        shown = [
            settled(each, [name], choice.registrations)
            for (each, name), choice in zip(sure, choices, strict=True)
        ]
        self._write(
            shown,
            lambda _work: self._attendance.decide(event_id, choices),
            self.tr("%n participant(s) matched", "", len(choices)),
        )

    def set_guests(self, event_id: int, lines: Sequence[Line]) -> None:
        """Say of several participants that they are guests, and of rows that they are left out."""
        choices = [Choice(each.key, Verdict.GUEST) for each in lines]
        self._write(
            [settled(each, [], standing=Standing.GUEST) for each in lines],
            lambda _work: self._attendance.decide(event_id, choices),
            self.tr("%n set aside as guest(s)", "", len(choices)),
        )

    def override(self, event_id: int, lines: Sequence[Line], verdict: Verdict, why: str) -> None:
        """Hold something against what is computed, of one person or several."""
        keys = [each.person.registration for each in lines if each.person is not None]
        standing = _STANDS.get(verdict, Standing.SETTLED)
        self._write(
            [replace(each, standing=standing) for each in lines],
            lambda _work: self._attendance.override(event_id, keys, verdict, why),
            self.tr("%n result(s) overridden", "", len(keys)),
        )

    def undo(self, event_id: int) -> None:
        """Take back what was decided last, whoever did it and whenever."""
        if self.lines:
            latest, _ = self.lines.popitem()
            self.decided.emit({latest})
        self._desk.operations.carry_out(
            lambda _work: self._attendance.undo(event_id),
            origin=self._origin,
            text=self.tr("The latest decision taken back"),
        )

    def _write(self, shown: Sequence[Line], call: Callable[[Work], object], text: str) -> None:
        keys = [each.id for each in shown]
        for each in shown:
            self.lines.pop(each.id, None)
            self.lines[each.id] = each
            self._writing[each.id] = self._writing.get(each.id, 0) + 1
        self.decided.emit(set(keys))
        job = self._desk.operations.carry_out(
            call, origin=self._origin, text=text, otherwise=partial(self._refused, keys)
        )
        job.finished.connect(partial(self._written, keys))

    def _refused(self, keys: list[int], error: Exception) -> None:
        for key in keys:
            self.lines.pop(key, None)
        self.decided.emit(set(keys))
        self._desk.operations.failed.emit(error)

    def _written(self, keys: list[int]) -> None:
        for key in keys:
            left = self._writing.pop(key) - 1
            if left:
                self._writing[key] = left
