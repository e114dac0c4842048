"""What is shown of an event's meetings beside their cards: where they stand, and what was held."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.zoom.cards import state_of
from cpd_desktop.services.zoom.leaving import count_at_zoom
from cpd_desktop.services.zoom.meeting_rows import meetings_of
from cpd_desktop.services.zoom.outcome_rows import due_sessions
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import instance, interaction, meeting, report

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from sqlalchemy import Connection, Row

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.zoom.outcome_rows import Due
    from cpd_desktop.store.database import Database

TO_DECIDE = frozenset({MeetingState.CONFLICT, MeetingState.GONE})


class RecordedFile(NamedTuple):
    """One file of a recording at Zoom, and where it can be watched."""

    kind: str
    link: str


@dataclass(frozen=True, slots=True)
class HeldOnce:
    """One time that a meeting was held, and what is kept of it.

    ``reads`` counts how often Zoom was asked who came, ``rows`` what it told the last time.
    """

    uuid: str
    starts: datetime | None
    ends: datetime | None
    reads: int
    rows: int
    settled: bool
    polls: int = 0
    questions: int = 0
    files: tuple[RecordedFile, ...] = ()
    recording_goes_on: date | None = None


class Standing(NamedTuple):
    """Where the meetings of an event stand, counted."""

    meetings: int = 0
    to_decide: int = 0
    reports_due: int = 0


@dataclass(frozen=True, slots=True)
class Overview:
    """Reads what is kept of an event's meetings; nothing here asks Zoom."""

    db: Database
    clock: Clock

    def standing(self, event_id: int) -> Standing:
        """Return where the meetings stand; raises ``NotFound`` for the event."""
        now = self.clock.now()
        with self.db.reading() as connection:
            event = read_event(connection, event_id)
            kept = [
                each
                for each in meetings_of(connection, event_id)
                if not (each.leaving and each.gone)
            ]
            states = [state_of(each, event, now) for each in kept]
            over = kept and any(each.ends <= now for each in event.sessions)
            due = self._due(connection, event_id) if over else []
        return Standing(len(kept), sum(each in TO_DECIDE for each in states), len(due))

    def due(self, event_id: int) -> list[Due]:
        """Return the sessions that are over and whose report is not settled."""
        with self.db.reading() as connection:
            return self._due(connection, event_id)

    def held(self, event_id: int) -> Mapping[int, tuple[HeldOnce, ...]]:
        """Return for each meeting every time that it was held, the first first."""
        with self.db.reading() as connection:
            mine = select(meeting.c.id).where(meeting.c.event_id == event_id)
            instances = connection.execute(
                select(instance)
                .where(instance.c.meeting_id.in_(mine))
                .order_by(instance.c.starts_at, instance.c.id)
            ).all()
            signs = _signs(connection, [each.id for each in instances])
            rows = _rows(connection, event_id)
        found: dict[int, tuple[HeldOnce, ...]] = {}
        for each in instances:
            held = _held(each, rows.get(each.uuid, 0), signs)
            found[each.meeting_id] = (*found.get(each.meeting_id, ()), held)
        return found

    def at_zoom(self, event_id: int) -> int:
        """Return how many meetings of an event Zoom has, or may have."""
        with self.db.reading() as connection:
            return count_at_zoom(connection, [event_id])

    def _due(self, connection: Connection, event_id: int) -> list[Due]:
        due = due_sessions(connection, self.clock.now())
        return [each for each in due if each.event_id == event_id]


def _signs(connection: Connection, instances: list[int]) -> Counter[tuple[int, str]]:
    theirs = select(interaction.c.instance_id, interaction.c.kind).where(
        among(interaction.c.instance_id, instances)
    )
    return Counter((row.instance_id, row.kind) for row in connection.execute(theirs))


def _rows(connection: Connection, event_id: int) -> dict[str, int]:
    """Return how many rows the latest report of each instance has."""
    statement = (
        select(report.c.details, report.c.rows)
        .where(report.c.event_id == event_id)
        .order_by(report.c.id)
    )
    found = connection.execute(statement).all()
    return {uuid: row.rows for row in found for uuid in row.details["instances"]}


def _held(row: Row[Any], rows: int, signs: Counter[tuple[int, str]]) -> HeldOnce:
    recording = row.recording
    goes_on = recording.get("goes_on")
    return HeldOnce(
        row.uuid,
        row.starts_at,
        row.ends_at,
        row.reads,
        rows,
        bool(row.settled),
        signs[row.id, "poll"],
        signs[row.id, "question"],
        tuple(
            RecordedFile(each["kind"], each["play_link"] or each["download_link"])
            for each in recording.get("files", ())
            if each["play_link"] or each["download_link"]
        ),
        date.fromisoformat(goes_on) if goes_on else None,
    )
