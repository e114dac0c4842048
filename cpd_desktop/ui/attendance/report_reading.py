"""What the dialogs about reports ask of the services, away from the window's thread."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.decisions import in_force
from cpd_desktop.domain.attendance.reports.questions import Answers
from cpd_desktop.domain.changes import Done
from cpd_desktop.services.attendance.report_rows import span_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cpd_desktop.domain.attendance.marks import MarkKind
    from cpd_desktop.domain.attendance.presences import Presence, Rejected, Report
    from cpd_desktop.domain.attendance.reconciliation import Reconciliation
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.attendance.mark_import import MarksTold
    from cpd_desktop.services.attendance.report_import import LookedAt, TakenIn
    from cpd_desktop.services.attendance.reports import KeptReport
    from cpd_desktop.services.services import Services
    from cpd_desktop.services.work import Work

ROWS_SHOWN = 8
REJECTED_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Outlined:
    """A report without its many rows: what it is, the first of them, and those set aside."""

    report: Report
    starts: datetime | None
    ends: datetime | None
    first: tuple[tuple[Presence, bool], ...]  # and whether they came
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class ReportLook:
    """What a file seems to be, for this event."""

    event: Event
    looked: LookedAt
    outline: Outlined | None


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What became of a report: the sum of its rows, and of what was decided before."""

    taken: TakenIn
    zone: str
    sum: Reconciliation | None = None
    decisions: int = 0
    unapplied: int = 0


@dataclass(frozen=True, slots=True)
class ReportForEvent:
    """A report file on its way into an event, with what was said about it."""

    services: Services
    event_id: int
    path: Path
    session_id: int | None = None
    answers: Answers = field(default_factory=Answers)

    def look(self, work: Work) -> ReportLook:
        """Read it, and keep nothing."""
        looked = self.services.report_import.look(
            self.event_id, self.path, work, session_id=self.session_id, answers=self.answers
        )
        outline = _outlined(looked.told.report) if looked.told.report else None
        if outline is not None:
            looked = replace(looked, told=replace(looked.told, report=None))
        return ReportLook(self.services.events.get(self.event_id), looked, outline)

    def bring_in(self, work: Work) -> Done[BroughtIn]:
        """Keep it, and tell what became of its rows."""
        done = self.services.report_import.bring_in(
            self.event_id, self.path, work, session_id=self.session_id, answers=self.answers
        )
        kept = done.value.report
        if kept is None:
            event = self.services.events.get(self.event_id)
            return Done(BroughtIn(done.value, event.zone), done.changes)
        found = self.services.attendance.of(self.event_id)
        told = BroughtIn(
            done.value,
            found.facts.event.zone,
            found.sum_of(kept.id),
            len(in_force(found.facts.known.decisions)),
            len(found.findings.unapplied),
        )
        return Done(told, done.changes)


@dataclass(frozen=True, slots=True)
class MarksForEvent:
    """A list of who did something, on its way into an event."""

    services: Services
    event_id: int
    path: Path
    kind: MarkKind
    answers: Answers = field(default_factory=Answers)

    def rehearse(self, work: Work) -> MarksTold:
        """Say what would be noted."""
        return self.services.mark_import.rehearse(
            self.event_id, self.path, self.kind, work, self.answers
        )

    def bring_in(self, work: Work) -> Done[MarksTold]:
        """Note it."""
        return self.services.mark_import.bring_in(
            self.event_id, self.path, self.kind, work, self.answers
        )


@dataclass(frozen=True, slots=True)
class ReportsOnEvent:
    """All reports of an event, the latest first, each followed by those it replaced.

    ``spans`` tell when the first came and the last left.
    """

    event: Event
    reports: tuple[KeptReport, ...]
    spans: dict[int, tuple[datetime | None, datetime | None]]


def reports_on(services: Services, event_id: int, _work: Work) -> ReportsOnEvent:
    """Return the reports that an event has."""
    kept = services.reports.on(event_id)
    known = {each.id: each for each in kept}

    def order(one: KeptReport) -> tuple[int, int]:
        latest = one
        while latest.replaced_by in known:
            latest = known[latest.replaced_by]
        return -latest.id, -one.id

    listed = tuple(sorted(kept, key=order))
    return ReportsOnEvent(services.events.get(event_id), listed, services.reports.spans(event_id))


def _outlined(told: Report) -> Outlined:
    rows = [(each, True) for each in told.presences] + [(each, False) for each in told.absent]
    first, last = span_of(told)
    rejected = told.rejected[:REJECTED_SHOWN]
    return Outlined(
        replace(told, presences=(), absent=(), rejected=()),
        told.starts or first,
        told.ends or last,
        tuple(sorted(rows, key=lambda row: row[0].row)[:ROWS_SHOWN]),
        rejected,
    )
