"""Events and their sessions: add, change, list, put in the trash and back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.events import Event, EventDraft, EventFormat, EventStatus
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.keeping import TRASH
from cpd_desktop.domain.registrations import HOLDS_A_PLACE
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import (
    event_columns,
    read_event,
    require_event,
    write_event,
    write_parts,
)
from cpd_desktop.services.holds import certificates_of, held, require_not_held
from cpd_desktop.services.zoom.leaving import count_at_zoom
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import certificate, event, registration, session

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, ScalarSelect

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

LEFT_AT_ZOOM = Sentence(
    "event",
    "Left behind at Zoom: %n meeting(s). Once the event is removed, only Zoom can delete them.",
)
CHANGED_MEANWHILE = Sentence("event", "The event was changed elsewhere in the meantime.")


@dataclass(frozen=True, slots=True)
class EventSummary:
    """An event as a list shows it."""

    id: int
    title: str
    zone: str
    status: EventStatus
    capacity: int | None
    format: EventFormat
    starts: datetime
    ends: datetime
    sessions: int
    registered: int
    trashed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Events:
    """What can be done with events."""

    db: Database
    clock: Clock

    def add(self, draft: EventDraft) -> Done[Event]:
        """Keep a new event as a draft; raises ``Invalid`` if it breaks a rule."""
        draft.require_valid()
        with self.db.writing("event.add") as tx:
            event_id = insert_event(tx, draft, self.clock.now())
        return tx.done(self.get(event_id))

    def change(
        self, event_id: int, draft: EventDraft, *, was: EventDraft | None = None
    ) -> Done[Event]:
        """Keep an edited event; what the draft no longer has is removed.

        Raises ``Invalid`` if it breaks a rule, ``NotFound`` if it is gone, and ``Conflict`` if
        something is removed that people were at or answered, or if the event is no longer as it
        ``was`` when the editing began.
        """
        draft.require_valid()
        with self.db.writing("event.change", about=("event", event_id)) as tx:
            if was is not None and read_event(tx, event_id).draft() != was:
                raise Conflict(CHANGED_MEANWHILE)
            write_event(tx, event_id, draft)
        return tx.done(self.get(event_id))

    def trash(self, event_ids: Iterable[int]) -> Changes:
        """Put events in the trash, where they stay for 30 days; those with certificates, for good.

        Raises ``NotFound``, and ``NotAllowed`` if one of them is on hold.
        """
        keys = list(event_ids)
        with self.db.writing("event.trash") as tx:
            require_not_held(tx, keys, self.clock.now().date())
            for event_id in keys:
                require_event(tx, event_id)
                tx.update(event, event_id, trashed_at=self.clock.now())
        return tx.changes

    def restore(self, event_ids: Iterable[int]) -> Changes:
        """Take events out of the trash; raises ``NotFound``."""
        with self.db.writing("event.restore") as tx:
            for event_id in event_ids:
                require_event(tx, event_id)
                tx.update(event, event_id, trashed_at=None)
        return tx.changes

    def empty_trash(self, event_ids: Iterable[int] | None = None) -> Changes:
        """Remove trashed events for good: these, or all that lay there for 30 days.

        One on hold stays, and one for which a certificate was issued or a place was ordered, of
        which ``Conflict`` is raised if it was chosen.
        """
        from cpd_desktop.store.tables import order_line  # not before the window is there

        chosen = select(event.c.id).where(
            event.c.trashed_at.is_not(None), ~held(self.clock.now().date())
        )
        if event_ids is None:
            certified = select(registration.c.event_id).join(certificate)
            billed = select(order_line.c.event_id).where(order_line.c.event_id.is_not(None))
            chosen = chosen.where(
                event.c.trashed_at <= self.clock.now() - TRASH,
                event.c.id.not_in(certified),
                event.c.id.not_in(billed),
            )
        else:
            chosen = chosen.where(event.c.id.in_(list(event_ids)))
        with self.db.writing("event.remove") as tx:
            for event_id in tx.execute(chosen).scalars().all():
                remove_event(tx, event_id)
        return tx.changes

    def certificates(self, event_ids: Iterable[int]) -> dict[int, int]:
        """Return how many certificates keep each of these from being removed; others are left out.

        They count whatever became of them: a revoked one must stay provable too.
        """
        with self.db.reading() as connection:
            return certificates_of(connection, event_ids)

    def left_at_zoom(self, event_ids: Iterable[int]) -> Sentence | None:
        """Return what removing these events for good would leave behind at Zoom, if anything."""
        with self.db.reading() as connection:
            count = count_at_zoom(connection, event_ids)
        return LEFT_AT_ZOOM.filled(n=count) if count else None

    def get(self, event_id: int) -> Event:
        """Return an event with its sessions, trashed or not; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_event(connection, event_id)

    def ids(
        self,
        search: str = "",
        sort: str = "starts",
        *,
        descending: bool = False,
        trashed: bool = False,
    ) -> Sequence[int]:
        """Return the ids of the events that a search finds, in order."""
        starts = (
            select(func.min(session.c.starts_at))
            .where(session.c.event_id == event.c.id)
            .scalar_subquery()
        )
        keys = {
            "title": event.c.sought,
            "starts": starts,
            "status": event.c.status,
            "registered": _registered(),
        }
        key = keys[sort]
        in_trash = event.c.trashed_at.is_not(None) if trashed else event.c.trashed_at.is_(None)
        statement = select(event.c.id).where(in_trash)
        for word in folded(search).split():
            statement = statement.where(func.instr(event.c.sought, word) > 0)
        statement = statement.order_by(key.desc() if descending else key, event.c.id)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def summaries(self, ids: Iterable[int]) -> dict[int, EventSummary]:
        """Return the events of these ids as a list shows them; missing ones are left out."""
        with self.db.reading() as connection:
            return _summaries(connection, list(ids))


def insert_event(tx: Transaction, draft: EventDraft, at: datetime, **more: object) -> int:
    """Write a new event as a part of a use case and return its id."""
    columns = event_columns(draft) | {"status": EventStatus.DRAFT, "added_at": at} | more
    event_id = tx.insert(event, **columns)
    write_parts(tx, event_id, draft)
    return event_id


def remove_event(tx: Transaction, event_id: int) -> None:
    """Remove an event and everything that belongs to it; raises ``NotFound``."""
    require_event(tx, event_id)
    remove_with_parts(tx, event, event_id)


def _summaries(connection: Connection, ids: list[int]) -> dict[int, EventSummary]:
    statement = (
        select(
            event,
            func.min(session.c.starts_at).label("starts"),
            func.max(session.c.ends_at).label("ends"),
            func.count(session.c.id).label("sessions"),
            _registered().label("registered"),
        )
        .join(session, session.c.event_id == event.c.id)
        .where(event.c.id.in_(ids))
        .group_by(event.c.id)
    )
    return {
        row.id: EventSummary(
            row.id, row.title, row.zone, EventStatus(row.status), row.capacity,
            EventFormat(row.format), row.starts, row.ends, row.sessions, row.registered,
            row.trashed_at,
        )
        for row in connection.execute(statement)
    }  # fmt: skip


def _registered() -> ScalarSelect[int]:
    return (
        select(func.count())
        .where(
            registration.c.event_id == event.c.id,
            registration.c.status.in_(HOLDS_A_PLACE),
        )
        .correlate(event)
        .scalar_subquery()
    )
