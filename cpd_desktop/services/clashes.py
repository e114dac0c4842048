"""Sessions that want the same room, speaker or Zoom host at once, over all events."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.sessions import LONGEST_SESSION, Booked, Clash, clashes
from cpd_desktop.store.tables import event, event_speaker, session, session_speaker, speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.store.database import Database


@dataclass(frozen=True, slots=True)
class Clashes:
    """Finds clashes; they are shown and never stand in the way."""

    db: Database

    def of(self, event_id: int) -> list[Clash]:
        """Return the clashes of an event's sessions with each other and with other events'."""
        mine = session.alias("mine")
        bounds = select(func.min(session.c.starts_at), func.max(session.c.ends_at))
        with self.db.reading() as connection:
            first, last = connection.execute(bounds.where(session.c.event_id == event_id)).one()
            if first is None:
                return []
            # No session is longer than a day: so the index on the ends finds the few there are.
            others = (
                _sessions()
                .join(mine, (mine.c.starts_at < session.c.ends_at)
                      & (mine.c.ends_at > session.c.starts_at))
                .where(
                    mine.c.event_id == event_id,
                    session.c.event_id != event_id,
                    session.c.ends_at > first,
                    session.c.ends_at < last + LONGEST_SESSION,
                    event.c.trashed_at.is_(None),
                    event.c.status != EventStatus.CANCELLED,
                )
                .distinct()
            )  # fmt: skip
            own = connection.execute(_sessions().where(session.c.event_id == event_id)).all()
            found = connection.execute(others).all()
            speakers = _speakers(connection, [*own, *found])
        return clashes(
            [_booked(row, speakers, row.title) for row in own],
            [_booked(row, speakers, f"{row.title} ({row.event_title})") for row in found],
        )


def _sessions() -> Select[tuple[object, ...]]:
    columns = (
        session.c.id, session.c.event_id, session.c.title, session.c.starts_at, session.c.ends_at,
        session.c.room, session.c.host, event.c.title.label("event_title"),
    )  # fmt: skip
    joined = select(*columns).join(event, event.c.id == session.c.event_id)
    return joined.order_by(session.c.starts_at, session.c.id)


def _booked(
    row: Row[tuple[object, ...]], speakers: dict[int, frozenset[str]], title: str
) -> Booked:
    return Booked(
        row.id, row.event_id, title, row.starts_at, row.ends_at, row.room, row.host,
        speakers.get(row.id, frozenset()),
    )  # fmt: skip


def _speakers(
    connection: Connection, rows: Sequence[Row[tuple[object, ...]]]
) -> dict[int, frozenset[str]]:
    """Return who speaks at each session: those named there, or at the only session there is."""
    named = select(session_speaker.c.session_id, speaker.c.name).join(speaker)
    named = named.where(session_speaker.c.session_id.in_([row.id for row in rows]))
    only = (
        select(session.c.event_id, func.min(session.c.id).label("session_id"))
        .where(session.c.event_id.in_({row.event_id for row in rows}))
        .group_by(session.c.event_id)
        .having(func.count() == 1)
        .subquery()
    )
    there = (
        select(only.c.session_id, speaker.c.name)
        .join(event_speaker, event_speaker.c.event_id == only.c.event_id)
        .join(speaker, speaker.c.id == event_speaker.c.speaker_id)
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in [*connection.execute(named), *connection.execute(there)]:
        found[row.session_id].add(row.name)
    return {key: frozenset(names) for key, names in found.items()}
