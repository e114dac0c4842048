"""Lists of who did something, such as the answers to an evaluation, noted of whom they name."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.findings import Source, found_out
from cpd_desktop.domain.attendance.marks import MarkKind
from cpd_desktop.domain.attendance.reconciliation import Fate
from cpd_desktop.domain.attendance.reports.questions import Answers, Expected
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.services.attendance.answer_memory import AnswerMemory
from cpd_desktop.services.reports import read_report

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.attendance.reports.questions import Question
    from cpd_desktop.services.attendance.attendance import Attendance
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work


@dataclass(frozen=True, slots=True)
class MarksTold:
    """How many rows there were, of how many people it was noted, and who is not certain."""

    read: int = 0
    noted: int = 0
    unknown: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkImport:
    """Brings such lists in; people on them are found as participants of a meeting are."""

    sheets: Sheets
    attendance: Attendance

    def rehearse(
        self,
        event_id: int,
        path: Path,
        kind: MarkKind,
        work: Work,
        answers: Answers | None = None,
    ) -> MarksTold:
        """Tell what ``bring_in`` would note, and note nothing; raises as that does."""
        return self._read(event_id, path, kind, work, answers)[0]

    def bring_in(
        self,
        event_id: int,
        path: Path,
        kind: MarkKind,
        work: Work,
        answers: Answers | None = None,
    ) -> Done[MarksTold]:
        """Note of everybody who is certainly on a list that they did it; nobody else changes.

        Of interactions every row is one. With questions open nothing is noted. Raises ``NotFound``,
        ``Invalid`` if it is no list of people, ``Unavailable``, and ``Cancelled``.
        """
        told, numbers = self._read(event_id, path, kind, work, answers)
        if told.questions:
            return Done(told, Changes())
        by_header = replace(answers or Answers(), zone="", dates=None)
        learnt = self._memory.learnt(path, work, by_header, "")
        with self.attendance.db.writing("attendance.note", about=("event", event_id)) as tx:
            self.attendance.note_in(tx, event_id, numbers, kind, path.name)
            self._memory.keep(tx, learnt)
        return tx.done(told)

    @property
    def _memory(self) -> AnswerMemory:
        return AnswerMemory(self.attendance.db, self.sheets)

    def _read(
        self, event_id: int, path: Path, kind: MarkKind, work: Work, answers: Answers | None
    ) -> tuple[MarksTold, dict[int, int | None]]:
        with self.attendance.db.reading() as connection:
            facts = self.attendance.facts(connection, event_id)
        # When somebody answered does not matter, so no zone and no order of dates is asked for.
        answers = replace(answers or Answers(), zone=facts.event.zone)
        told = read_report(self.sheets, path, work, answers, Expected())
        if (known := self._memory.completed(answers, told)) != answers:
            told = read_report(self.sheets, path, work, known, Expected())
        if told.report is None:
            return MarksTold(questions=told.questions), {}
        findings = found_out([Source(told.report)], facts.known, self.attendance.closeness)
        times = Counter(replace(each, row=0) for each in told.report.presences)
        numbers: dict[int, int | None] = {}
        for key, owned in findings.by_registration().items():
            rows = {replace(row.presence, row=0) for each in owned for row in each.participant.rows}
            counted = kind is MarkKind.INTERACTIONS
            numbers[key] = sum(times[each] for each in rows) if counted else 1
        unknown = tuple(
            next(iter((*each.participant.names, *each.participant.addresses)), "")
            for each in findings.findings
            if each.fate in {Fate.GUEST, Fate.REVIEW}
        )
        return MarksTold(told.report.rows, len(numbers), unknown), numbers
