"""What was answered about a file is not asked again of those that are made like it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.attendance.reports.columns import report_map_kept
from cpd_desktop.domain.attendance.reports.questions import ColumnsUnknown, OrderUnclear
from cpd_desktop.domain.written_dates import DateOrder
from cpd_desktop.services.reports import read_report
from cpd_desktop.store.tables import column_map

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Select

    from cpd_desktop.domain.attendance.reports.questions import Answers, Question, ReadReport
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction

    Learnt = dict[str, dict[str, Any]]

PURPOSE = "attendance"
ZONE = "zone"  # under this mark lies the zone that was answered last
DATES = "dates"


@dataclass(frozen=True, slots=True)
class AnswerMemory:
    """Knows columns and the order of dates by the header they were answered for, and the zone."""

    db: Database
    sheets: Sheets

    def zone(self) -> str:
        """Return the zone that was answered last, if one was."""
        return str(self._kept(ZONE).get(ZONE, ""))

    def completed(self, answers: Answers, told: ReadReport) -> Answers:
        """Return the answers with what is asked for here and was answered before."""
        for asked in told.questions:
            kept = self._kept(_mark_of(asked, told.shape))
            if isinstance(asked, ColumnsUnknown) and kept and answers.columns is None:
                answers = replace(answers, columns=report_map_kept(kept, asked.header_row))
            elif isinstance(asked, OrderUnclear) and kept and answers.dates is None:
                answers = replace(answers, dates=DateOrder(kept[DATES]))
        return answers

    def learnt(self, path: Path, work: Work, answers: Answers, shape: str) -> Learnt:
        """Return what not to ask again, by the mark under which it is looked up.

        Tables without a header cannot be told apart.
        """
        found: Learnt = {ZONE: {ZONE: answers.zone}} if answers.zone else {}
        if answers.dates is not None and shape:
            found[f"{DATES} {shape}"] = {DATES: str(answers.dates)}
        if answers.columns is not None:
            unasked = read_report(self.sheets, path, work, replace(answers, columns=None))
            for asked in unasked.questions:
                if isinstance(asked, ColumnsUnknown) and (mark := _mark_of(asked, "")):
                    found[mark] = answers.columns.kept()
        return found

    def keep(self, tx: Transaction, learnt: Learnt) -> None:
        """Remember it."""
        for mark, said in learnt.items():
            row = tx.execute(_under(mark)).first()
            if row is None:
                tx.insert(column_map, purpose=PURPOSE, fingerprint=mark, columns=said)
            elif row.columns != said:
                tx.update(column_map, row.id, columns=said)

    def _kept(self, mark: str) -> dict[str, Any]:
        with self.db.reading() as connection:
            row = connection.execute(_under(mark)).first() if mark else None
        return row.columns if row else {}


def _mark_of(asked: Question, shape: str) -> str:
    """Return under what the answer is looked up, or nothing if it is not kept by the header."""
    if isinstance(asked, ColumnsUnknown):
        return asked.fingerprint if asked.header_row else ""
    return f"{DATES} {shape}" if isinstance(asked, OrderUnclear) and shape else ""


def _under(mark: str) -> Select[Any]:
    mine = (column_map.c.purpose == PURPOSE, column_map.c.fingerprint == mark)
    return select(column_map).where(*mine)
