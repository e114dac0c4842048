"""The list of events as the page filters, sorts and counts it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import exists, func, select

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import HOLDS_A_PLACE
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import event, registration, session

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Select

    from cpd_desktop.store.database import Database

MOST_TAGS = 200


@dataclass(frozen=True, slots=True)
class EventCounts:
    """How many events there are in each state, in the trash, and of each tag."""

    by_status: Mapping[EventStatus, int]
    trashed: int
    tags: tuple[str, ...]

    @property
    def all(self) -> int:
        """Return how many there are outside the trash."""
        return sum(self.by_status.values())


@dataclass(frozen=True, slots=True)
class EventLists:
    """What a list of events is made from."""

    db: Database

    def ids(
        self, chosen: EventFilter, sort: str = "starts", *, descending: bool = False
    ) -> Sequence[int]:
        """Return the ids of the events that fit, in order."""
        keys: dict[str, Any] = {
            "title": event.c.sought,
            "starts": _of_sessions(func.min(session.c.starts_at)),
            "sessions": _of_sessions(func.count()),
            "zone": event.c.zone,
            "format": event.c.format,
            "registered": select(func.count())
            .where(registration.c.event_id == event.c.id, registration.c.status.in_(HOLDS_A_PLACE))
            .scalar_subquery(),
            "status": event.c.status,
        }
        key = keys[sort]
        statement = _fitting(select(event.c.id), chosen)
        statement = statement.order_by(key.desc() if descending else key, event.c.id)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def counts(self, chosen: EventFilter = EventFilter()) -> EventCounts:  # noqa: B008 - frozen
        """Return how many fit in each state, whatever state is chosen, and all tags in use."""
        among = replace(chosen, status=None, trashed=False)
        by_status = select(event.c.status, func.count()).group_by(event.c.status)
        trash = replace(among, trashed=True)
        tag = func.json_each(event.c.tags).table_valued("value")
        tags = (
            select(tag.c.value)
            .select_from(event)
            .join(tag, event.c.tags != "[]")
            .where(event.c.trashed_at.is_(None))
            .group_by(tag.c.value)
            .order_by(tag.c.value)
            .limit(MOST_TAGS)
        )
        with self.db.reading() as connection:
            found = connection.execute(_fitting(by_status, among)).all()
            return EventCounts(
                {EventStatus(status): number for status, number in found},
                connection.execute(_fitting(select(func.count(event.c.id)), trash)).scalar_one(),
                tuple(connection.execute(tags).scalars()),
            )


def _fitting(statement: Select[Any], chosen: EventFilter) -> Select[Any]:
    in_trash = event.c.trashed_at.is_not(None)
    statement = statement.where(in_trash if chosen.trashed else event.c.trashed_at.is_(None))
    for word in folded(chosen.search).split():
        statement = statement.where(func.instr(event.c.sought, word) > 0)
    if chosen.status is not None:
        statement = statement.where(event.c.status == chosen.status)
    if chosen.format is not None:
        statement = statement.where(event.c.format == chosen.format)
    if chosen.tag:
        tag = func.json_each(event.c.tags).table_valued("value")
        statement = statement.where(exists().select_from(tag).where(tag.c.value == chosen.tag))
    return statement


def _of_sessions(what: Any) -> Any:
    return select(what).where(session.c.event_id == event.c.id).correlate(event).scalar_subquery()
