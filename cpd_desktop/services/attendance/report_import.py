"""Report files brought into an event: read, asked about where unclear, kept as they came."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.attendance.reports.columns import meeting_number
from cpd_desktop.domain.attendance.reports.fitting import TAKEN_ZONE, fits, sessions_met
from cpd_desktop.domain.attendance.reports.questions import (
    Answers,
    Expected,
    OrderUnclear,
    ReadReport,
    ZoneUnknown,
)
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.settings import ZoomAccount
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder
from cpd_desktop.services.attendance.answer_memory import AnswerMemory
from cpd_desktop.services.attendance.reports import Original
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.reports import read_report
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.tables import meeting

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.attendance.reports.questions import Question
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.attendance.reports import KeptReport, Reports
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore

WHICH_SESSION = Sentence(
    "attendance", "The report does not tell when people were there, and there are several sessions."
)
SAY_SESSION = Sentence("attendance", "Say of which session it is. Nothing was imported.")
TAKEN_ORDER = Sentence(
    "attendance", "As it was answered for such a file before, “{text}” was read as {day}."
)
NONE_OF_THESE = Sentence(
    "attendance", "This is the report of meeting {meeting}, and the event has {expected}."
)
NO_SESSION = Sentence("attendance", "Event {event} has no session {session}.")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A report file as far as it is understood, with nothing kept of it.

    ``asked`` is all that the file leaves open, also where ``answers`` knows it: as somebody says
    it now, or said it before, or as it fits. ``sessions`` are those it tells of; without ``timed``
    it has to be said which one it is. ``known`` is the same file as it was imported already.
    """

    told: ReadReport
    answers: Answers
    asked: tuple[Question, ...] = ()
    sessions: tuple[int, ...] = ()
    timed: bool = True
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    known: KeptReport | None = None


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a report file: kept, or the questions that must be answered first.

    ``known`` says that the same was there already, so that nothing changed; ``replaced`` are the
    older reports of the same meeting.
    """

    report: KeptReport | None
    questions: tuple[Question, ...] = ()
    warnings: tuple[Sentence, ...] = ()
    known: bool = False
    replaced: tuple[KeptReport, ...] = ()


class _Meeting(NamedTuple):
    number: str
    session: int | None  # none if it is of all


class _Here(NamedTuple):
    """The event that a report is brought into."""

    event: Event
    meetings: tuple[_Meeting, ...]


@dataclass(frozen=True, slots=True)
class ReportImport:
    """Brings report files into an event."""

    db: Database
    clock: Clock
    files: ContentStore
    sheets: Sheets
    reports: Reports

    def look(
        self,
        event_id: int,
        path: Path,
        work: Work,
        *,
        session_id: int | None = None,
        answers: Answers | None = None,
    ) -> LookedAt:
        """Read a file as a report of this event, and keep nothing.

        What was answered about such files before is not asked again. Raises ``NotFound``,
        ``Invalid`` if it is no report, ``Unavailable``, and ``Cancelled``.
        """
        here = self._here(event_id)
        looked = self._read(here, path, work, session_id, answers or Answers())
        sheet = looked.answers.sheet or None
        with self.sheets.open_sheet(path, sheet=sheet, header_row=0) as opened:
            looked = replace(looked, sheet=opened.source.sheet, sheets=opened.source.sheets)
        if (told := looked.told.report) is None:
            return looked
        return replace(
            looked,
            sessions=_sessions_of(told, here),
            timed=all(each.joined for each in told.presences),
            known=self._known(event_id, path),
        )

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
        answers make it say something else. Raises as ``look`` does.
        """
        here = self._here(event_id)
        told = self._read(here, path, work, session_id, answers or Answers()).told
        if told.report is None:
            return Done(TakenIn(None, told.questions, told.warnings), Changes())
        session_id = _session_of(here.event, told.report, session_id)
        learnt = self._memory.learnt(path, work, answers or Answers(), told.shape)
        original = Original(self.files.keep_file(path).name, path.name)
        with self.db.writing("report.add", about=("event", event_id)) as tx:
            before = tx.noted
            key = self.reports.add(tx, event_id, told.report, original, session_id=session_id)
            known = tx.noted == before
            self._memory.keep(tx, learnt)
        older = () if known else tuple(self.reports.replaced_by(key))
        return tx.done(TakenIn(self.reports.read(key), (), told.warnings, known, older))

    @property
    def _memory(self) -> AnswerMemory:
        return AnswerMemory(self.db, self.sheets)

    def _read(
        self,
        here: _Here,
        path: Path,
        work: Work,
        session_id: int | None,
        answers: Answers,
    ) -> LookedAt:
        expected = self._expected(here, session_id)
        told = read_report(self.sheets, path, work, answers, expected)
        asked = told.questions
        said: list[Sentence] = []
        while (known := self._memory.completed(answers, told)) != answers:
            said += _as_before(told, known)
            answers = known
            told = read_report(self.sheets, path, work, answers, expected)
            asked += tuple(each for each in told.questions if each not in asked)
        if any(isinstance(each, ZoneUnknown) for each in told.questions):
            for zone in self._zones(here.event):
                trial = read_report(self.sheets, path, work, replace(answers, zone=zone), expected)
                if trial.report is not None and fits(trial.report, expected.sessions):
                    said.append(TAKEN_ZONE.filled(zone=zone))
                    answers, told = replace(answers, zone=zone), trial
                    break
        said += _of_none(told, here.meetings)
        told = replace(told, warnings=(*said, *told.warnings))
        return LookedAt(told, answers, asked)

    def _here(self, event_id: int) -> _Here:
        with self.db.reading() as connection:
            event = read_event(connection, event_id)
            numbers = select(meeting.c.number, meeting.c.session_id).where(
                meeting.c.event_id == event_id, meeting.c.number.is_not(None)
            )
            found = connection.execute(numbers).all()
        return _Here(event, tuple(_Meeting(str(number), session) for number, session in found))

    def _expected(self, here: _Here, session_id: int | None) -> Expected:
        mine = [each for each in here.event.sessions if session_id in (None, each.id)]
        if not mine:
            raise NotFound(NO_SESSION.filled(event=here.event.id, session=session_id))
        wanted = {None, session_id}
        found = [
            each.number for each in here.meetings if session_id is None or each.session in wanted
        ]
        return Expected(
            tuple((each.starts, each.ends) for each in mine),
            found[0] if len(found) == 1 else "",
            self.clock.now(),
        )

    def _zones(self, event: Event) -> list[str]:
        """Return the zones in which the clock of a report may well be, the likeliest first."""
        zones = (self._memory.zone(), Settings(self.db).get(ZoomAccount).zone, event.zone)
        return list(dict.fromkeys(filter(None, zones)))

    def _known(self, event_id: int, path: Path) -> KeptReport | None:
        """Return the same bytes as they were kept for this event, if they were."""
        kept = self.reports.on(event_id)
        if not kept:
            return None
        with path.open("rb") as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        return next((each for each in kept if each.original.sha256 == sha256), None)


def _session_of(event: Event, told: Report, session_id: int | None) -> int | None:
    """Return of which session it is; the only one there is, or all if the times tell.

    Raises ``Invalid`` if neither they nor somebody says so: it would count in each.
    """
    if len(event.sessions) == 1:
        return event.sessions[0].id
    if session_id is None and any(each.joined is None for each in told.presences):
        error = Invalid({"session": WHICH_SESSION})
        error.advice = SAY_SESSION
        raise error
    return session_id


def _sessions_of(told: Report, here: _Here) -> tuple[int, ...]:
    """Return the sessions in which somebody was; if the times do not tell, that of the meeting."""
    met = sessions_met(told, {each.id: (each.starts, each.ends) for each in here.event.sessions})
    if met or not told.meeting:
        return met
    named = [each.session for each in here.meetings if meeting_number(each.number) == told.meeting]
    return tuple(each for each in named if each is not None)


def _as_before(told: ReadReport, known: Answers) -> Iterator[Sentence]:
    for asked in told.questions:
        if isinstance(asked, OrderUnclear) and known.dates is not None:
            first = asked.examples[0]
            day = first.day_first if known.dates is DateOrder.DAY_FIRST else first.month_first
            yield TAKEN_ORDER.filled(text=first.text, day=day.isoformat())


def _of_none(told: ReadReport, meetings: Sequence[_Meeting]) -> Iterator[Sentence]:
    """Yield that a report is of none of an event's several meetings."""
    number = told.report.meeting if told.report else ""
    known = [each.number for each in meetings]
    if number and len(known) > 1 and number not in map(meeting_number, known):
        yield NONE_OF_THESE.filled(meeting=number, expected=", ".join(known))
