"""Report files brought into an event: read, asked about where unclear, kept as they came."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.attendance.reports.columns import ReportMap, report_map_kept
from cpd_desktop.domain.attendance.reports.fitting import TAKEN_ZONE, fits
from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    ColumnsUnknown,
    Expected,
    ReadReport,
    ZoneUnknown,
)
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.settings import ZoomAccount
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.attendance.reports import Original
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.reports import read_report
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.tables import column_map, meeting

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection, Select

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.reports.questions import Question
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.attendance.reports import KeptReport, Reports
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

PURPOSE = "attendance"
ZONE = "zone"  # under this fingerprint lies the zone that was answered last

WHICH_SESSION = Sentence(
    "attendance", "The report does not tell when people were there, and there are several sessions."
)
SAY_SESSION = Sentence("attendance", "Say of which session it is. Nothing was imported.")
NO_SESSION = Sentence("attendance", "Event {event} has no session {session}.")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a report file: kept, or the questions that must be answered first.

    ``known`` says that the same was there already, so that nothing changed.
    """

    report: KeptReport | None
    questions: tuple[Question, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    known: bool = False


@dataclass(frozen=True, slots=True)
class ReportImport:
    """Brings report files into an event."""

    db: Database
    clock: Clock
    files: ContentStore
    sheets: Sheets
    reports: Reports

    def read(
        self,
        event_id: int,
        path: Path,
        work: Work,
        *,
        session_id: int | None = None,
        answers: Answers | None = None,
    ) -> ReadReport:
        """Read a file as a report of this event, and keep nothing.

        What was answered about such files before is not asked again. Raises ``NotFound``,
        ``Invalid`` if it is no report, ``Unavailable``, and ``Cancelled``.
        """
        answers = answers or Answers()
        with self.db.reading() as connection:
            event = read_event(connection, event_id)
            expected = self._expected(connection, event, session_id)
        told = read_report(self.sheets, path, work, answers, expected)
        for asked in told.questions:
            if isinstance(asked, ColumnsUnknown) and (known := self._columns(asked)):
                answers = replace(answers, columns=known)
                told = read_report(self.sheets, path, work, answers, expected)
        if not any(isinstance(asked, ZoneUnknown) for asked in told.questions):
            return told
        for zone in self._zones(event):
            trial = read_report(self.sheets, path, work, replace(answers, zone=zone), expected)
            if trial.report is not None and fits(trial.report, expected.sessions):
                return replace(trial, warnings=(TAKEN_ZONE.filled(zone=zone), *trial.warnings))
        return told

    def bring_in(
        self,
        event_id: int,
        path: Path,
        work: Work,
        *,
        session_id: int | None = None,
        answers: Answers | None = None,
    ) -> Done[TakenIn]:
        """Keep a report file, byte for byte and as it was read; a newer one replaces the older.

        With questions open nothing is kept. The same file again changes nothing, unless the
        answers make it say something else. Raises as ``read`` does.
        """
        told = self.read(event_id, path, work, session_id=session_id, answers=answers)
        if told.report is None:
            return Done(TakenIn(None, told.questions, told.warnings), Changes())
        session_id = self._session_of(event_id, told.report, session_id)
        learnt = self._learnt(path, work, answers or Answers())
        original = Original(self.files.keep_file(path).name, path.name)
        with self.db.writing("report.add", about=("event", event_id)) as tx:
            before = tx.noted
            key = self.reports.add(tx, event_id, told.report, original, session_id=session_id)
            known = tx.noted == before
            for mark, said in learnt.items():
                _remember(tx, mark, said)
        return tx.done(TakenIn(self.reports.read(key), (), told.warnings, known))

    def _session_of(self, event_id: int, told: Report, session_id: int | None) -> int | None:
        """Return of which session it is; the only one there is, or all if the times tell.

        Raises ``Invalid`` if neither they nor somebody says so: it would count in each.
        """
        with self.db.reading() as connection:
            sessions = read_event(connection, event_id).sessions
        if len(sessions) == 1:
            return sessions[0].id
        if session_id is None and any(each.joined is None for each in told.presences):
            error = Invalid({"session": WHICH_SESSION})
            error.advice = SAY_SESSION
            raise error
        return session_id

    def _expected(self, reader: Connection, event: Event, session_id: int | None) -> Expected:
        mine = [each for each in event.sessions if session_id in (None, each.id)]
        if not mine:
            raise NotFound(NO_SESSION.filled(event=event.id, session=session_id))
        numbers = select(meeting.c.number).where(
            meeting.c.event_id == event.id, meeting.c.number.is_not(None)
        )
        if session_id is not None:
            numbers = numbers.where(
                meeting.c.session_id.is_(None) | (meeting.c.session_id == session_id)
            )
        found = reader.execute(numbers).scalars().all()
        return Expected(
            tuple((each.starts, each.ends) for each in mine),
            str(found[0]) if len(found) == 1 else "",
            self.clock.now(),
        )

    def _zones(self, event: Event) -> list[str]:
        """Return the zones in which the clock of a report may well be, the likeliest first."""
        answered = self._answered(ZONE).get(ZONE, "")
        zones = (answered, Settings(self.db).get(ZoomAccount).zone, event.zone)
        return list(dict.fromkeys(filter(None, zones)))

    def _learnt(self, path: Path, work: Work, answers: Answers) -> dict[str, dict[str, Any]]:
        """Return what not to ask again, by the mark under which it is looked up.

        Tables without a header cannot be told apart.
        """
        found: dict[str, dict[str, Any]] = {ZONE: {ZONE: answers.zone}} if answers.zone else {}
        if answers.columns is not None:
            unasked = read_report(self.sheets, path, work, replace(answers, columns=None))
            for asked in unasked.questions:
                if isinstance(asked, ColumnsUnknown) and asked.header_row:
                    found[asked.fingerprint] = answers.columns.kept()
        return found

    def _columns(self, asked: ColumnsUnknown) -> ReportMap | None:
        kept = self._answered(asked.fingerprint) if asked.header_row else {}
        return report_map_kept(kept, asked.header_row) if kept else None

    def _answered(self, fingerprint: str) -> dict[str, Any]:
        with self.db.reading() as connection:
            row = connection.execute(_answers_under(fingerprint)).first()
        return row.columns if row else {}


def _answers_under(fingerprint: str) -> Select[Any]:
    mine = (column_map.c.purpose == PURPOSE, column_map.c.fingerprint == fingerprint)
    return select(column_map).where(*mine)


def _remember(tx: Transaction, fingerprint: str, said: dict[str, Any]) -> None:
    row = tx.execute(_answers_under(fingerprint)).first()
    if row is None:
        tx.insert(column_map, purpose=PURPOSE, fingerprint=fingerprint, columns=said)
    elif row.columns != said:
        tx.update(column_map, row.id, columns=said)
