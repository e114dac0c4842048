"""Reports kept: the bytes as they came and the rows as they were read, each with its versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.attendance.presences import Origin
from cpd_desktop.domain.attendance.report_versions import (
    Subject,
    nameless,
    same_meeting,
    tells_all_of,
)
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.attendance.report_rows import (
    PRESENCES,
    details_of,
    moment_in,
    report_of,
    rows_of,
    span_of,
)
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.store.database import among
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import presence, report

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path
    from typing import Any

    from sqlalchemy import ColumnElement, Connection, Row

    from cpd_desktop.domain.attendance.presences import Report
    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

    Span = tuple[datetime | None, datetime | None]

NO_REPORT = Sentence("attendance", "There is no report {report}.")


class Original(NamedTuple):
    """The bytes of a report as they are kept, and the name they came under."""

    sha256: str
    file_name: str


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as a whole; ``replaced_by`` names the newer report of the same meeting."""

    id: int
    event_id: int
    session_id: int | None
    origin: Origin
    meeting: str
    instances: tuple[str, ...]
    topic: str
    starts: datetime | None
    ends: datetime | None
    original: Original
    added_at: datetime
    rows: int
    totals_only: bool
    ready: bool
    replaced_by: int | None


@dataclass(frozen=True, slots=True)
class Reports:
    """What can be done with the reports of an event."""

    db: Database
    files: ContentStore
    clock: Clock

    def keep(
        self,
        event_id: int,
        told: Report,
        content: bytes,
        file_name: str,
        *,
        session_id: int | None = None,
    ) -> Done[KeptReport]:
        """Keep a report, which replaces an older one of the same meeting.

        The same bytes for the same session change nothing. Moments are kept to the second. Raises
        ``NotFound``, and ``Unavailable`` if there is no room; then nothing of it is kept.
        """
        original = Original(self.files.keep(content), file_name)
        with self.db.writing("report.add", about=("event", event_id)) as tx:
            key = self.add(tx, event_id, told, original, session_id=session_id)
        return tx.done(self.read(key))

    def add(
        self,
        tx: Transaction,
        event_id: int,
        told: Report,
        original: Original,
        *,
        session_id: int | None = None,
    ) -> int:
        """Do as ``keep`` inside a transaction, with bytes that are kept already; return the id.

        The same bytes, if read in another time zone or otherwise now, are a newer report.
        """
        require_event(tx, event_id)
        at = (report.c.event_id == event_id) & (report.c.session_id.is_(session_id))
        again = select(report.c.id).where(at, report.c.sha256 == original.sha256)
        known = tx.execute(again.order_by(report.c.id)).scalars().all()
        for each in known:
            if _as_kept(tx, each) == told:
                return int(each)
        older = {*_older(tx, event_id, told, session_id), *_current_among(tx, known)}
        key = tx.insert(
            report,
            event_id=event_id,
            session_id=session_id,
            origin=told.origin.value,
            meeting=told.meeting,
            sha256=original.sha256,
            file_name=original.file_name,
            added_at=self.clock.now(),
            totals_only=int(told.totals_only),
            ready=int(told.ready),
            rows=told.rows,
            details=details_of(told),
        )
        tx.insert_all(presence, rows_of(told, key))
        for each in sorted(older):
            tx.update(report, each, replaced_by=key)
        return key

    def latest_of(self, tx: Transaction, event_id: int, instance: str) -> int | None:
        """Return the newest report that tells of an instance, also if a file replaced it."""
        statement = select(report.c.id, report.c.details).where(report.c.event_id == event_id)
        rows = tx.execute(statement.order_by(report.c.id.desc()))
        return next((row.id for row in rows if instance in row.details["instances"]), None)

    def current(self, event_id: int) -> list[KeptReport]:
        """Return the reports of an event that no newer one replaces, in the order they came."""
        return self._where((report.c.event_id == event_id) & report.c.replaced_by.is_(None))

    def on(self, event_id: int) -> list[KeptReport]:
        """Return all reports of an event, older versions too, in the order they came."""
        return self._where(report.c.event_id == event_id)

    def replaced_by(self, report_id: int) -> list[KeptReport]:
        """Return the older reports that this one replaced."""
        return self._where(report.c.replaced_by == report_id)

    def spans(self, event_id: int) -> dict[int, Span]:
        """Return of each report when the first came and the last left, as far as it tells."""
        with self.db.reading() as connection:
            mine = select(report.c.id).where(report.c.event_id == event_id)
            return _spans(connection, connection.execute(mine).scalars().all())

    def read(self, report_id: int) -> KeptReport:
        """Return one; raises ``NotFound``."""
        found = self._where(report.c.id == report_id)
        if not found:
            raise _missing(report_id)
        return found[0]

    def presences(self, report_id: int) -> Report:
        """Return the report as it was read; raises ``NotFound``."""
        with self.db.reading() as connection:
            return _as_kept(connection, report_id)

    def original(self, report_id: int) -> bytes:
        """Return the bytes as they came; raises ``NotFound``, and ``Damaged`` if altered."""
        return self.files.get(self.read(report_id).original.sha256)

    def write_original(self, report_id: int, path: Path) -> None:
        """Write a copy of it; raises ``NotFound``, ``Damaged`` and ``Unavailable``."""
        write_whole(path, self.original(report_id))

    def remove(self, report_id: int) -> Changes:
        """Remove a report, so that the one before it counts again; its bytes stay for Undo.

        Raises ``NotFound``.
        """
        event_id = self.read(report_id).event_id
        with self.db.writing("report.remove", about=("event", event_id)) as tx:
            remove_with_parts(tx, report, report_id)
        return tx.changes

    def _where(self, wanted: ColumnElement[bool]) -> list[KeptReport]:
        with self.db.reading() as connection:
            found = connection.execute(select(report).where(wanted).order_by(report.c.id)).all()
        return [_kept(row) for row in found]


def _kept(row: Row[Any]) -> KeptReport:
    told = row.details
    return KeptReport(
        row.id,
        row.event_id,
        row.session_id,
        Origin(row.origin),
        row.meeting,
        tuple(told["instances"]),
        told["topic"],
        moment_in(told["starts"]),
        moment_in(told["ends"]),
        Original(row.sha256, row.file_name),
        row.added_at,
        row.rows,
        bool(row.totals_only),
        bool(row.ready),
        row.replaced_by,
    )


def _as_kept(reader: Connection | Transaction, report_id: int) -> Report:
    rows = PRESENCES.where(presence.c.report_id == report_id)
    found = reader.execute(select(report).where(report.c.id == report_id)).first()
    if found is None:
        raise _missing(report_id)
    return report_of(found, reader.execute(rows))


def _current_among(tx: Transaction, reports: Sequence[int]) -> Sequence[int]:
    mine = select(report.c.id).where(among(report.c.id, reports), report.c.replaced_by.is_(None))
    return tx.execute(mine).scalars().all()


def _subject_of(told: Report, session_id: int | None) -> Subject:
    instances = frozenset(told.instances)
    span = span_of(told)
    return Subject(told.origin, told.meeting, instances, told.topic, session_id, *span)


def _older(tx: Transaction, event_id: int, told: Report, session_id: int | None) -> Iterator[int]:
    """Yield the current reports that tell of the same meeting."""
    newer = _subject_of(told, session_id)
    here = select(report).where(report.c.event_id == event_id, report.c.replaced_by.is_(None))
    rows = tx.execute(here).all()
    spans = _spans(tx, [row.id for row in rows])
    for row in rows:
        older = Subject(
            Origin(row.origin),
            row.meeting,
            frozenset(row.details["instances"]),
            row.details["topic"],
            row.session_id,
            *spans.get(row.id, (None, None)),
        )
        same = same_meeting(newer, older)
        if same or (nameless(newer, older) and tells_all_of(told, _as_kept(tx, row.id))):
            yield row.id


def _spans(reader: Connection | Transaction, reports: Sequence[int]) -> dict[int, Span]:
    first, last = func.min(presence.c.joined), func.max(presence.c.left)
    statement = (
        select(presence.c.report_id, first.label("first"), last.label("last"))
        .where(among(presence.c.report_id, reports))
        .group_by(presence.c.report_id)
    )
    return {row.report_id: (row.first, row.last) for row in reader.execute(statement)}


def _missing(report_id: int) -> NotFound:
    return NotFound(NO_REPORT.filled(report=report_id))
