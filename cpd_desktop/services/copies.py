"""Events made from other events: one copy, or a whole series."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.copying import ALL, Copied, copied_draft
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.events import Event, EventDraft
from cpd_desktop.domain.recurrence import Recurrence
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.event_rows import read_event, write_event
from cpd_desktop.services.events import CHANGED_MEANWHILE, insert_event
from cpd_desktop.services.learning_copy import copy_to
from cpd_desktop.services.recurrence import moments, occurrences, split, without
from cpd_desktop.services.shifting import days_between, mover, shifted_draft
from cpd_desktop.services.zoom.copying import copy_meetings
from cpd_desktop.store.tables import discount_code, event, material, material_version, series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.sessions import SessionDraft
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

IN_A_SERIES = Sentence("series", "This event belongs to a series already.")
IN_NONE = Sentence("series", "This event belongs to no series.")

_TIME = "%Y-%m-%dT%H:%M"


class Scope(StrEnum):
    """For which dates of a series a change is, besides the one it was made on."""

    FOLLOWING = "following"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Copies:
    """Makes events from events."""

    db: Database
    clock: Clock

    def duplicate(
        self, event_id: int, starts: datetime, parts: frozenset[Copied] = ALL
    ) -> Done[Event]:
        """Make a draft like an event that starts then; raises ``NotFound``, ``Invalid``."""
        with self.db.writing("event.duplicate") as tx:
            key = self._copy(tx, read_event(tx, event_id), starts, parts)
        return tx.done(self._get(key))

    def repeat(self, event_id: int, recurrence: Recurrence) -> Done[list[int]]:
        """Make an event the first of a series, and a draft for every further date.

        Raises ``NotFound``, ``NotAllowed`` if it is in a series, ``Invalid`` if the series is not
        possible or does not start with the event.
        """
        with self.db.writing("series.add", about=("event", event_id)) as tx:
            first = read_event(tx, event_id)
            if first.series_id is not None:
                raise NotAllowed(IN_A_SERIES)
            whole = replace(recurrence, zone=first.zone, starts=wall_time(first.starts, first.zone))
            dates = list(zip(occurrences(whole), moments(whole), strict=True))
            series_id = tx.insert(series, **_columns(whole))
            tx.update(event, event_id, series_id=series_id, series_at=dates[0][0].strftime(_TIME))
            made = [event_id]
            for local, at in dates[1:]:
                belongs = {"series_id": series_id, "series_at": local.strftime(_TIME)}
                made.append(self._copy(tx, first, at, ALL, **belongs))
        return tx.done(made)

    def in_series(self, event_id: int) -> list[int]:
        """Return the events of the same series, in order; none if it is in no series."""
        with self.db.reading() as connection:
            series_id = read_event(connection, event_id).series_id
            return [] if series_id is None else [row.id for row in _members(connection, series_id)]

    def recurrence_of(self, event_id: int) -> Recurrence | None:
        """Return how the series of an event repeats; nothing if it is in none."""
        with self.db.reading() as connection:
            series_id = read_event(connection, event_id).series_id
            return None if series_id is None else _recurrence(connection, series_id)

    def change(
        self, event_id: int, draft: EventDraft, scope: Scope, *, was: EventDraft | None = None
    ) -> Done[Event]:
        """Keep an edited event, and make the same changes to others of its series.

        What another date has of its own stays: a field changes there only if it was the same.
        "Following" makes a series of its own of this date and those after it. Raises as
        ``Events.change`` does, and ``NotAllowed`` if it is in no series.
        """
        draft.require_valid()
        with self.db.writing("series.change", about=("event", event_id)) as tx:
            before = read_event(tx, event_id)
            if was is not None and before.draft() != was:
                raise Conflict(CHANGED_MEANWHILE)
            for row in self._members_for(tx, before, scope):
                alike = _changed_alike(read_event(tx, row.id), before.draft(), draft)
                alike.require_valid()  # what it has of its own may not go with the change
                write_event(tx, row.id, alike)
        return tx.done(self._get(event_id))

    def leave_out(self, event_id: int) -> Done[int]:
        """Put one date of a series in the trash and leave it out of the series' rule."""
        with self.db.writing("series.leave_out", about=("event", event_id)) as tx:
            found = read_event(tx, event_id)
            if found.series_id is None:
                raise NotAllowed(IN_NONE)
            row = tx.execute(select(event.c.series_at).where(event.c.id == event_id)).one()
            left = without(_recurrence(tx, found.series_id), _local(row.series_at))
            tx.update(series, found.series_id, left_out=_texts(left.left_out))
            tx.update(event, event_id, series_id=None, series_at=None, trashed_at=self.clock.now())
        return tx.done(event_id)

    def _members_for(self, tx: Transaction, found: Event, scope: Scope) -> Sequence[Any]:
        if found.series_id is None:
            raise NotAllowed(IN_NONE)
        members = _members(tx, found.series_id)
        if scope is Scope.ALL:
            return members
        at = next(row.series_at for row in members if row.id == found.id)
        before, after = split(_recurrence(tx, found.series_id), _local(at))
        following = [row for row in members if row.series_at >= at]
        if before is not None:
            tx.update(series, found.series_id, **_columns(before))
            series_id = tx.insert(series, **_columns(after))
            for row in following:
                tx.update(event, row.id, series_id=series_id)
        return following

    def _copy(
        self,
        tx: Transaction,
        original: Event,
        starts: datetime,
        parts: frozenset[Copied],
        **more: object,
    ) -> int:
        draft = shifted_draft(copied_draft(original.draft(), parts), starts)
        draft.require_valid()
        key = insert_event(tx, draft, self.clock.now(), **more)
        moved = mover(original.starts, starts, original.zone)
        if Copied.CONTENT in parts:
            copy_to(tx, original.id, key, moved)
        if Copied.MATERIALS in parts:
            self._copy_materials(tx, original.id, key)
        if Copied.PRICES in parts:
            _copy_codes(tx, original.id, key, moved)
        if Copied.MEETINGS in parts:
            copy_meetings(tx, original, read_event(tx, key))
        return key

    def _copy_materials(self, tx: Transaction, original: int, key: int) -> None:
        rows = tx.execute(select(material).where(material.c.event_id == original)).all()
        for row in rows:
            versions = select(material_version).where(material_version.c.material_id == row.id)
            latest = versions.order_by(material_version.c.number.desc()).limit(1)
            new = tx.insert(material, event_id=key, position=row.position, title=row.title)
            for version in tx.execute(latest).all():
                tx.insert(
                    material_version,
                    material_id=new,
                    number=1,
                    sha256=version.sha256,
                    file_name=version.file_name,
                    size=version.size,
                    added_at=self.clock.now(),
                )

    def _get(self, key: int) -> Event:
        with self.db.reading() as connection:
            return read_event(connection, key)


def _copy_codes(tx: Transaction, original: int, key: int, moved: Any) -> None:
    rows = tx.execute(select(discount_code).where(discount_code.c.event_id == original)).mappings()
    for row in rows.all():
        columns = {name: value for name, value in row.items() if name != "id"}
        for name in ("opens_at", "closes_at"):
            columns[name] = columns[name] and moved(columns[name])
        tx.insert(discount_code, **columns | {"event_id": key})


def _changed_alike(other: Event, old: EventDraft, new: EventDraft) -> EventDraft:
    """Return another date of the series with the changes that were made to this one."""
    theirs = other.draft()
    changed = {
        name: getattr(new, name)
        for name in EventDraft.__slots__
        if name not in {"sessions", "opens_at", "closes_at", "fields", "credits", "early"}
        and getattr(new, name) != getattr(old, name)
        and getattr(theirs, name) == getattr(old, name)
    }
    days = days_between(old.starts, theirs.starts, theirs.zone)
    if theirs.early == (old.early and old.early.later(days)):
        changed["early"] = new.early and new.early.later(days)
    for name in ("fields", "credits"):
        if _bare(getattr(new, name)) != _bare(getattr(old, name)):
            changed[name] = _with_ids(getattr(new, name), getattr(old, name), getattr(theirs, name))
    zone = changed.get("zone", theirs.zone)
    return replace(theirs, **changed, sessions=_sessions_alike(theirs, old, new, zone))


def _bare(parts: Sequence[Any]) -> list[Any]:
    return [replace(each, id=None) for each in parts]


def _with_ids(new: Sequence[Any], old: Sequence[Any], theirs: Sequence[Any]) -> tuple[Any, ...]:
    """Return the new parts with the ids that the other event has in the same places."""
    place = {each.id: at for at, each in enumerate(old)}

    def theirs_of(each: Any) -> int | None:
        at = place.get(each.id) if each.id is not None else None
        return theirs[at].id if at is not None and at < len(theirs) else None

    return tuple(replace(each, id=theirs_of(each)) for each in new)


def _sessions_alike(
    theirs: EventDraft, old: EventDraft, new: EventDraft, zone: str
) -> tuple[SessionDraft, ...]:
    if old.sessions == new.sessions:
        return theirs.sessions
    day = days_between(old.starts, theirs.starts, zone)
    moved = tuple(
        replace(each, id=None)
        for each in shifted_draft(
            new, moment(wall_time(new.starts, new.zone) + day, new.zone)
        ).sessions
    )
    place = {each.id: at for at, each in enumerate(old.sessions)}
    return tuple(
        replace(each, id=theirs.sessions[place[mine.id]].id)
        if mine.id in place and place[mine.id] < len(theirs.sessions)
        else each
        for each, mine in zip(moved, new.sessions, strict=True)
    )


def _members(reader: Connection | Transaction, series_id: int) -> Sequence[Any]:
    statement = select(event.c.id, event.c.series_at).where(
        event.c.series_id == series_id, event.c.trashed_at.is_(None)
    )
    return reader.execute(statement.order_by(event.c.series_at)).all()


def _recurrence(reader: Connection | Transaction, series_id: int) -> Recurrence:
    row = reader.execute(select(series).where(series.c.id == series_id)).one()
    left_out = tuple(_local(each) for each in row.left_out)
    return Recurrence(_local(row.starts), row.zone, row.rule, left_out)


def _columns(recurrence: Recurrence) -> dict[str, object]:
    return {
        "rule": recurrence.rule,
        "zone": recurrence.zone,
        "starts": recurrence.starts.strftime(_TIME),
        "left_out": _texts(recurrence.left_out),
    }


def _texts(dates: Sequence[datetime]) -> list[str]:
    return [each.strftime(_TIME) for each in dates]


def _local(text: str) -> datetime:
    return datetime.fromisoformat(text)
