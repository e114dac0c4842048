"""An event with people, reports of who came to it, and what can be done with them."""

from __future__ import annotations

import csv
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

from sqlalchemy import event as signals

from cpd_desktop.adapters.closeness import MeasuredCloseness
from cpd_desktop.adapters.sheets.files import SheetFiles
from cpd_desktop.domain.meetings import Kind, Rhythm
from cpd_desktop.services.attendance.attendance import Attendance, Choice
from cpd_desktop.services.attendance.report_import import ReportImport
from cpd_desktop.services.attendance.reports import Reports
from cpd_desktop.services.work import Work
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.tables import meeting
from tests.drafts import STARTS, a_draft, somebody

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.domain.attendance.decisions import Verdict
    from cpd_desktop.domain.attendance.event_attendance import EventAttendance, PersonAttendance
    from cpd_desktop.domain.attendance.reports.questions import Answers
    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.events import EventDraft
    from cpd_desktop.services.attendance.report_import import TakenIn
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock

HEADERS = ("Name (original name)", "Email", "Join time", "Leave time", "Duration (minutes)",
           "Guest", "In waiting room")  # fmt: skip

Stay = tuple[str, str, int, int]


def zoom_csv(*stays: Stay, meeting: str = "", starts: datetime = STARTS) -> str:
    """Return a report in London's time; a stay has name, address, and from and to in minutes."""
    written = StringIO(newline="")
    rows = csv.writer(written)
    if meeting:
        rows.writerows([("Topic", "Meeting ID"), ("Wound care", meeting), ()])
    rows.writerow(HEADERS)
    for name, email, came, left in stays:
        at = (f"{starts + timedelta(minutes=each):%Y-%m-%d %H:%M:%S}" for each in (came, left))
        rows.writerow((name, email, *at, left - came, "Yes", "No"))
    return written.getvalue()


@dataclass(slots=True)
class Scene:
    """An event of two hours that is over."""

    db: Database
    clock: FixedClock
    events: Events
    registrations: Registrations
    files: ContentStore
    path: Path
    event: int = 0
    places: dict[str, int] = field(default_factory=dict)

    def hold(self, draft: EventDraft | None = None) -> None:
        self.event = self.events.add(draft or a_draft()).value.id
        self.clock.at = STARTS + timedelta(days=1)

    def register(self, *people: tuple[str, str]) -> None:
        for name, email in people:
            done = self.registrations.add(self.event, somebody(name, email))
            self.places[email or name] = done.value.id

    @property
    def attendance(self) -> Attendance:
        return Attendance(self.db, self.clock, MeasuredCloseness())

    @property
    def reports(self) -> Reports:
        return Reports(self.db, self.files, self.clock)

    @property
    def report_import(self) -> ReportImport:
        return ReportImport(self.db, self.clock, self.files, SheetFiles(), self.reports)

    def meet(self, number: int, session_id: int | None = None) -> None:
        """Say which meeting at Zoom it is."""
        with self.db.writing("meeting.plan", about=("event", self.event)) as tx:
            tx.insert(
                meeting,
                event_id=self.event,
                session_id=session_id,
                kind=Kind.MEETING.value,
                rhythm=Rhythm.ONCE.value,
                number=number,
            )

    def bring(
        self,
        content: str,
        name: str = "report.csv",
        *,
        answers: Answers | None = None,
        session_id: int | None = None,
    ) -> Done[TakenIn]:
        file = self.path / name
        file.write_text(content, encoding="utf-8")
        return self.report_import.bring_in(
            self.event, file, Work(), answers=answers, session_id=session_id
        )

    def found(self) -> EventAttendance:
        return self.attendance.of(self.event)

    def person(self, key: str) -> PersonAttendance:
        return self.found().by_registration[self.places[key]]

    def participant(self, name: str) -> str:
        """Return the key of the only participant who showed this name."""
        findings = self.found().findings.findings
        (key,) = (each.participant.key for each in findings if name in each.participant.names)
        return key

    def decide(self, name: str, verdict: Verdict, *keys: str, why: str = "") -> Done[list[int]]:
        places = tuple(self.places[key] for key in keys)
        choice = Choice(self.participant(name), verdict, places, why)
        return self.attendance.decide(self.event, [choice])


def scene_on(
    db: Database, clock: FixedClock, events: Events, registrations: Registrations, path: Path
) -> Scene:
    made = Scene(db, clock, events, registrations, ContentStore(path / "data" / "files"), path)
    made.hold()
    return made


@contextmanager
def statements(db: Database) -> Iterator[list[str]]:
    """Give a list of every statement that is run meanwhile."""
    seen: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_more: object) -> None:
        seen.append(statement)

    signals.listen(db._engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        signals.remove(db._engine, "before_cursor_execute", note)
