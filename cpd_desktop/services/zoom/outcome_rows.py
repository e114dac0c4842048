"""What is stored of meetings that are over: sessions, instances, and when to ask again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select
from sqlalchemy.dialects.sqlite import insert

from cpd_desktop.domain.attendance.fetching import (
    NEVER_HELD,
    ZOOM_KEEPS,
    Held,
    Window,
    pause_after,
    sessions_of,
)
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.meetings import Kind, MeetingNumber
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import errand, event, instance, interaction, meeting, session

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from cpd_desktop.services.zoom.reading import Besides
    from cpd_desktop.store.database import Transaction

TAKES_PLACE = event.c.trashed_at.is_(None) & (event.c.status != EventStatus.CANCELLED.value)

NO_MEETING = Sentence("zoom", "There is no meeting {meeting} here.")
NOT_AT_ZOOM = Sentence("zoom", "This meeting is not at Zoom yet.")


@dataclass(frozen=True, slots=True)
class Due:
    """A session that is over and whose report is not settled; ``next_at`` is when to ask.

    Without ``next_at`` it waits for a person; ``says`` is what stood in the way last.
    """

    meeting_id: int
    session_id: int
    event_id: int
    title: str
    ended_at: datetime
    next_at: datetime | None
    tries: int = 0
    says: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A meeting at Zoom as far as its outcome goes."""

    id: int
    event_id: int
    title: str
    at: MeetingNumber
    uuid: str
    windows: tuple[Window, ...]
    instances: dict[str, Row[Any]] = field(default_factory=dict)

    def held(self) -> list[Held]:
        """Return every time that it was held, as stored."""
        return [Held(each.uuid, each.starts_at, each.ends_at) for each in self.instances.values()]

    def unsettled(self) -> dict[int, bool]:
        """Return the sessions that are not settled, and whether they were held at all."""
        rows: dict[int, list[bool]] = {each.session: [] for each in self.windows}
        for uuid, sessions in sessions_of(self.held(), self.windows).items():
            for each in sessions:
                rows[each].append(bool(self.instances[uuid].settled))
        return {each: bool(flags) for each, flags in rows.items() if not (flags and all(flags))}


def errand_of(meeting_id: int, session_id: int) -> str:
    """Return what the errand is called that asks who came."""
    return f"outcome {meeting_id}/{session_id}"


def read_meeting(reader: Connection | Transaction, meeting_id: int) -> Known:
    """Return one; raises ``NotFound``, also while it is not at Zoom."""
    found = known_meetings(reader, meeting.c.id == meeting_id)
    if not found:
        one = select(meeting.c.id).where(meeting.c.id == meeting_id)
        there = reader.execute(one).first() is not None
        raise NotFound(NOT_AT_ZOOM if there else NO_MEETING.filled(meeting=meeting_id))
    return found[0]


def known_meetings(reader: Connection | Transaction, wanted: ColumnElement[bool]) -> list[Known]:
    """Return meetings at Zoom with their sessions and instances."""
    belongs = or_(meeting.c.session_id.is_(None), meeting.c.session_id == session.c.id)
    statement = (
        select(
            *(meeting.c[name] for name in ("id", "event_id", "kind", "number", "uuid")),
            event.c.title,
            session.c.id.label("session"),
            session.c.starts_at,
            session.c.ends_at,
        )
        .join(event, event.c.id == meeting.c.event_id)
        .join(session, and_(session.c.event_id == event.c.id, belongs))
        .where(
            wanted,
            meeting.c.number.is_not(None),
        )
        .order_by(meeting.c.id, session.c.starts_at, session.c.id)
    )
    rows: dict[int, list[Row[Any]]] = {}
    found: list[Row[Any]] = list(reader.execute(statement))
    for line in found:
        rows.setdefault(line.id, []).append(line)
    held: dict[int, dict[str, Row[Any]]] = {}
    theirs = select(instance).where(among(instance.c.meeting_id, rows))
    for row in reader.execute(theirs.order_by(instance.c.starts_at, instance.c.id)):
        held.setdefault(row.meeting_id, {})[row.uuid] = row
    return [_known(those, held.get(key, {})) for key, those in rows.items()]


def _known(rows: list[Row[Any]], instances: dict[str, Row[Any]]) -> Known:
    first = rows[0]
    return Known(
        first.id,
        first.event_id,
        first.title,
        MeetingNumber(Kind(first.kind), first.number),
        first.uuid,
        tuple(Window(row.session, row.starts_at, row.ends_at) for row in rows),
        instances,
    )


def due_sessions(reader: Connection | Transaction, now: datetime) -> list[Due]:
    """Return what is over and not settled, what is to be asked first in front."""
    errands = {
        row.about: row
        for row in reader.execute(select(errand).where(errand.c.about.like("outcome %")))
    }
    remembered = TAKES_PLACE & (session.c.ends_at > now - ZOOM_KEEPS)
    found = [
        _due(each, window, errands.get(errand_of(each.id, window.session)))
        for each in known_meetings(reader, remembered)
        for unsettled in [each.unsettled()]
        for window in each.windows
        if window.session in unsettled
        and window.ends <= now
        and (unsettled[window.session] or window.ends > now - NEVER_HELD)
    ]
    return sorted(found, key=lambda each: (each.next_at is None, each.next_at or now))


def _due(known: Known, window: Window, asked: Row[Any] | None) -> Due:
    about = (known.id, window.session, known.event_id, known.title, window.ends)
    if asked is None:
        return Due(*about, window.ends + pause_after(0))
    return Due(*about, asked.next_at, asked.tries, Sentence.of_kept(asked.says))


def tries_so_far(reader: Connection | Transaction, meeting_id: int) -> dict[str, int]:
    """Return how often Zoom was asked who came to a meeting, by the name of the errand."""
    mine = errand.c.about.like(f"outcome {meeting_id}/%")
    rows = reader.execute(select(errand.c.about, errand.c.tries).where(mine))
    return {row.about: row.tries for row in rows}


def note_errand(
    tx: Transaction, about: str, now: datetime, *, tries: int, until: datetime | None,
    says: Sentence,
) -> None:  # fmt: skip
    """Note when something is tried again; that is no deed, and there is nothing to undo."""
    values = {
        "tries": tries,
        "next_at": until,
        "says": says.kept(),
        "at": now,
    }
    noted = insert(errand).values(about=about, **values)
    tx.execute(noted.on_conflict_do_update(index_elements=["about"], set_=values))


def forget_errands(tx: Transaction, about: Iterable[str]) -> None:
    """Forget errands that are done."""
    tx.execute(errand.delete().where(among(errand.c.about, about)))


def put_instance(tx: Transaction, meeting_id: int, uuid: str, **values: Any) -> int:
    """Note what is known of one time that a meeting was held, and return its id."""
    noted = insert(instance).values(meeting_id=meeting_id, uuid=uuid, **values)
    statement = noted.on_conflict_do_update(
        index_elements=["uuid"], set_={"uuid": uuid, **values}
    ).returning(instance.c.id)
    return int(tx.execute(statement).scalar_one())


def put_interactions(tx: Transaction, instance_id: int, told: Besides) -> None:
    """Keep the answers and questions that are not kept yet; what Zoom forgets stays."""
    theirs = select(interaction).where(interaction.c.instance_id == instance_id)
    kept = {
        (row.kind, row.name, row.email, row.question, row.answer, row.at)
        for row in tx.execute(theirs)
    }
    rows = [
        ("poll", each.name, each.email, each.question, each.answer, each.answered_at)
        for each in told.polls
    ]
    rows += [
        ("question", each.name, each.email, each.question, each.answer, None) for each in told.asked
    ]
    names = ("kind", "name", "email", "question", "answer", "at")
    fresh = [row for row in dict.fromkeys(map(_to_the_second, rows)) if row not in kept]
    tx.insert_all(
        interaction,
        [{"instance_id": instance_id} | dict(zip(names, row, strict=True)) for row in fresh],
    )


_Row = tuple[str, str, str, str, str, "datetime | None"]


def _to_the_second(row: _Row) -> _Row:
    at = row[-1]
    return (*row[:5], at.replace(microsecond=0) if at else None)
