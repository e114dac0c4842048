"""How long events are kept, which of them are due for deletion, and holds that keep them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.retention import Hold, retention_of
from cpd_desktop.domain.settings import Records
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.event_rows import read_event, require_event
from cpd_desktop.services.holds import certificates_of
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import (
    credit_line,
    event,
    material,
    registration,
    report,
    session,
    source_file,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Connection, Row, Table

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.retention import Retention
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

GOES_PLACES = Sentence(
    "retention", "%n registration(s) with answers, check-ins, marks and results."
)
GOES_REPORTS = Sentence("retention", "%n report(s) of who came, with everything decided about it.")
GOES_MATERIALS = Sentence("retention", "%n material(s).")
GOES_LISTS = Sentence("retention", "Of %n imported list(s), that they belong to this event.")
GOES_PLAN = Sentence("retention", "Sessions, credit, rules, modules and assignments.")
STAYS_PEOPLE = Sentence(
    "retention", "People stay; whoever asks for it is erased under People, one by one."
)
STAYS_TRAIL = Sentence("retention", "The audit trail keeps what was done, when and by whom.")
STAYS_FILES = Sentence(
    "retention", "Files that were taken in stay in the data folder, so that it can be undone."
)
STAYS_WHOLE = Sentence(
    "retention", "The whole event, for %n certificate(s): what was issued must stay provable."
)
GOES_CERTIFICATES = Sentence(
    "retention", "%n certificate(s) with all files, for good: this cannot be undone."
)
STAYS_NUMBERS = Sentence(
    "retention",
    "Of %n certificate(s) the number, the status and a fingerprint of the code stay, so that no"
    " number is missing and whoever shows one can be told that its record was erased.",
)


@dataclass(frozen=True, slots=True)
class DueEvent:
    """An event that no rule asks to keep any more: what would go with it, and what stays."""

    id: int
    title: str
    ended: date
    retention: Retention
    certificates: int
    counts: dict[str, int]

    @property
    def goes(self) -> tuple[Sentence, ...]:
        """Return what would be deleted with it."""
        certified = GOES_CERTIFICATES.filled(n=self.certificates)
        return (*([certified] if self.certificates else []), *_goes(self.counts))

    @property
    def stays(self) -> tuple[Sentence, ...]:
        """Return what is there still, whatever is deleted."""
        left = STAYS_NUMBERS.filled(n=self.certificates)
        return (*([left] if self.certificates else []), STAYS_PEOPLE, STAYS_FILES, STAYS_TRAIL)


@dataclass(frozen=True, slots=True)
class Keeping:
    """Says how long events are kept. It deletes nothing: that is done by hand, as any event is."""

    db: Database
    clock: Clock

    @property
    def usual_years(self) -> int:
        """Return how long an event is kept where no rule asks for longer."""
        return Settings(self.db).get(Records).years

    def of(self, event_id: int) -> Retention:
        """Return how long an event is kept; raises ``NotFound``."""
        usual = self.usual_years
        with self.db.reading() as connection:
            return read_retention(connection, read_event(connection, event_id), usual)

    def due(self) -> list[DueEvent]:
        """Return the events that no rule asks to keep, the one that ended first being first."""
        usual = self.usual_years
        now = self.clock.now()
        with self.db.reading() as connection:
            rows = connection.execute(_events()).all()
            types = _credit_types(connection)
            kept = {
                row.id: retention_of(
                    row.ends, row.zone, row.preset, types.get(row.id, ()), usual=usual,
                    hold=_hold(row),
                )
                for row in rows
            }  # fmt: skip
            due = [row for row in rows if kept[row.id].due(wall_time(now, row.zone).date())]
            certificates = certificates_of(connection, [row.id for row in due])
            counts = {
                table.name: _counts(connection, table, [row.id for row in due])
                for table in (registration, report, material, source_file)
            }
        return [
            DueEvent(
                row.id,
                row.title,
                wall_time(row.ends, row.zone).date(),
                kept[row.id],
                certificates.get(row.id, 0),
                {name: found.get(row.id, 0) for name, found in counts.items()},
            )
            for row in due
        ]

    def hold(self, event_id: int, why: str, until: date | None = None) -> Changes:
        """Keep an event until a day, or until the hold is lifted, whatever its rules say.

        Raises ``NotFound``, and ``Invalid`` without a reason.
        """
        hold = Hold(why.strip(), until)
        hold.require_valid()
        return self._write("event.hold", event_id, hold_why=hold.why, hold_until=until)

    def lift(self, event_id: int) -> Changes:
        """Let the rules of an event count again; raises ``NotFound``."""
        return self._write("event.lift", event_id, hold_why="", hold_until=None)

    def _write(self, deed: str, event_id: int, **values: object) -> Changes:
        with self.db.writing(deed, about=("event", event_id)) as tx:
            require_event(tx, event_id)
            tx.update(event, event_id, **values)
        return tx.changes


def read_retention(connection: Connection | Transaction, kept: Event, usual: int) -> Retention:
    """Return how long an event is kept, if the usual is so many years."""
    row = connection.execute(select(event).where(event.c.id == kept.id)).one()
    types = [each.type for each in kept.credits]
    return retention_of(kept.ends, kept.zone, kept.preset, types, usual=usual, hold=_hold(row))


def _hold(row: Row[Any]) -> Hold | None:
    return Hold(row.hold_why, row.hold_until) if row.hold_why else None


def _events() -> Any:
    ends = func.max(session.c.ends_at).label("ends")
    return (
        select(event, ends)
        .join(session, session.c.event_id == event.c.id)
        .where(event.c.trashed_at.is_(None))
        .group_by(event.c.id)
        .order_by(ends, event.c.id)
    )


def _credit_types(connection: Connection) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in connection.execute(select(credit_line.c.event_id, credit_line.c.type)):
        found.setdefault(row.event_id, []).append(row.type)
    return found


def _counts(connection: Connection, table: Table, events: list[int]) -> dict[int, int]:
    counted = select(table.c.event_id, func.count()).where(among(table.c.event_id, events))
    return {row[0]: row[1] for row in connection.execute(counted.group_by(table.c.event_id))}


def _goes(counts: dict[str, int]) -> Iterable[Sentence]:
    for says, table in (
        (GOES_PLACES, registration),
        (GOES_REPORTS, report),
        (GOES_MATERIALS, material),
        (GOES_LISTS, source_file),
    ):
        if count := counts[table.name]:
            yield says.filled(n=count)
    yield GOES_PLAN
