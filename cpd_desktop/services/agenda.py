"""Sessions by their dates: for the calendar on screen, and for other calendar programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from cpd_desktop.domain.errors import NotAllowed, NotFound, Unavailable
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.invitations import CalendarEntry, Contact, EntryStatus, Method
from cpd_desktop.domain.lifecycle import IN_TRASH
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.sessions import LONGEST_SESSION
from cpd_desktop.domain.settings import Calendar, Provider
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.services.zoom.meeting_rows import GONE_MARK
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.tables import event, journal, meeting, registration, session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.invitations import Calendars
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.store.database import Database

FEED_FILE = "cpd-desktop.ics"
FEED_NAME = "CPD Desktop"
KEPT_IN_FEED = timedelta(days=365)  # so long after a session it is left out

NOT_REGISTERED = Sentence("agenda", "{name} is not registered for any of these events.")
NO_FOLDER = Sentence("agenda", "The calendar file was not written: there is no folder “{folder}”.")
NO_FOLDER_ADVICE = Sentence(
    "agenda", "Choose its folder in Settings, Calendar. Everything else is kept."
)


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A session with what a calendar says of its event; its times are moments."""

    session_id: int
    event_id: int
    title: str
    starts: datetime
    ends: datetime
    zone: str
    status: EventStatus
    where: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """What calendars are told."""

    db: Database
    clock: Clock
    calendars: Calendars
    settings: Settings

    def between(self, first: datetime, last: datetime) -> list[AgendaItem]:
        """Return the sessions that take place between two moments, in order."""
        statement = (
            _sessions()
            .where(session.c.ends_at > first, session.c.ends_at < last + LONGEST_SESSION)
            .where(session.c.starts_at < last)
        )
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        return [
            AgendaItem(
                row.id, row.event_id, _title(row), row.starts_at, row.ends_at,
                row.zone, EventStatus(row.status), _where(row),
            )
            for row in rows
        ]  # fmt: skip

    def entries_of_event(self, event_id: int) -> list[CalendarEntry]:
        """Return the sessions of an event for a calendar.

        Raises ``NotFound``, and ``NotAllowed`` if it lies in the trash.
        """
        with self.db.reading() as connection:
            require_event(connection, event_id)
            found = self._entries(connection, session.c.event_id == event_id)
        if not found:
            raise NotAllowed(IN_TRASH)
        return found

    def entries_of_person(self, person_id: int, event_id: int | None = None) -> list[CalendarEntry]:
        """Return the sessions somebody has a place at, those of cancelled places as cancelled.

        Raises ``NotFound`` for an unknown person, and for one without a place there.
        """
        of = registration
        places = select(of.c.event_id, of.c.status).where(of.c.person_id == person_id)
        if event_id is not None:
            places = places.where(of.c.event_id == event_id)
        with self.db.reading() as connection:
            somebody = read_person(connection, person_id)
            held = [row for row in connection.execute(places).all() if row.status in _TOLD]
            if not held:
                raise NotFound(NOT_REGISTERED.filled(name=somebody.name))
            gone = {row.event_id for row in held if row.status == RegistrationStatus.CANCELLED}
            mine = session.c.event_id.in_([row.event_id for row in held])
            contact = Contact(somebody.name, somebody.email) if somebody.email else None
            return self._entries(connection, mine, gone, contact)

    def write_calendar(
        self, path: Path, *, event_id: int | None = None, person_id: int | None = None
    ) -> int:
        """Write a file of an event, a person or both; return how many sessions are in it.

        Where all of them are cancelled for a person, it takes them out of their calendar. Raises
        ``NotFound``, ``NotAllowed`` and ``Unavailable``.
        """
        if person_id is not None:
            entries = self.entries_of_person(person_id, event_id)
        else:
            assert event_id is not None  # noqa: S101 - one of the two is asked for
            entries = self.entries_of_event(event_id)
        name = entries[0].title if event_id is not None and entries else FEED_NAME
        write_whole(path, (self.calendars.written(entries, _method(entries), name)))
        return len(entries)

    def write_feed(self, path: Path) -> int:
        """Write what calendar programs subscribe to: all that is published, the last year too.

        Returns how many sessions are in it; raises ``Unavailable``.
        """
        since = self.clock.now() - KEPT_IN_FEED
        with self.db.reading() as connection:
            told = event.c.status != EventStatus.DRAFT
            entries = self._entries(connection, told & (session.c.ends_at > since))
        self.calendars.write_feed(path, entries, FEED_NAME)
        return len(entries)

    def keep_feed(self) -> int | None:
        """Write the feed where the settings say, if they do; raises ``Unavailable``."""
        wanted = self.settings.get(Calendar)
        if not wanted.feed:
            return None
        folder = Path(wanted.folder)
        if not wanted.folder or not folder.is_dir():
            raise Unavailable(NO_FOLDER.filled(folder=wanted.folder), NO_FOLDER_ADVICE)
        return self.write_feed(folder / FEED_FILE)

    def _entries(
        self,
        connection: Connection,
        which: ColumnElement[bool],
        gone: set[int] | frozenset[int] = frozenset(),
        attendee: Contact | None = None,
    ) -> list[CalendarEntry]:
        rows = connection.execute(_sessions().where(which)).all()
        modified = _modified(connection, {row.event_id for row in rows})
        provider = self.settings.get(Provider)
        organiser = Contact(provider.provider, provider.contact) if provider.contact else None
        return [
            _entry(
                row,
                modified.get(row.event_id, row.added_at),
                organiser,
                attendee,
                cancelled=row.status == EventStatus.CANCELLED or row.event_id in gone,
            )
            for row in rows
        ]


_TOLD = frozenset(RegistrationStatus) - {RegistrationStatus.WAITLISTED}


def _sessions() -> Any:
    columns = (
        *(event.c.title.label("of"), event.c.zone, event.c.status, event.c.summary, event.c.tags),
        *(event.c.place.label("event_place"), event.c.added_at, _join_link().label("join_link")),
    )
    return (
        select(session, *columns)
        .join(event, event.c.id == session.c.event_id)
        .where(event.c.trashed_at.is_(None))
        .order_by(session.c.starts_at, session.c.id)
    )


def _join_link() -> ScalarSelect[str]:
    """Return where the session's meeting is joined, its own before one for all of the event."""
    of = meeting.c
    own = of.session_id == session.c.id
    for_all = (of.event_id == session.c.event_id) & of.session_id.is_(None)
    there = (of.leaving == 0) & (of.theirs != GONE_MARK) & (of.join_link != "")
    statement = select(of.join_link).where(own | for_all, there)
    return statement.order_by(of.session_id.is_(None)).limit(1).correlate(session).scalar_subquery()


def _modified(connection: Connection, events: set[int]) -> dict[int, Any]:
    """Return when each event was changed last, as the journal has it."""
    deeds = or_(journal.c.deed.startswith("event."), journal.c.deed == "undo")
    statement = (
        select(journal.c.subject, func.max(journal.c.at))
        .where(journal.c.kind == "event", journal.c.subject.in_(list(events)), deeds)
        .group_by(journal.c.subject)
    )
    return {row[0]: datetime.fromisoformat(row[1]) for row in connection.execute(statement)}


def _entry(
    row: Row[Any],
    modified: datetime,
    organiser: Contact | None,
    attendee: Contact | None,
    *,
    cancelled: bool,
) -> CalendarEntry:
    made = CalendarEntry(
        uid=f"{row.uid}@cpd-desktop",
        sequence=row.sequence,
        title=_title(row),
        starts=row.starts_at,
        ends=row.ends_at,
        zone=row.zone,
        modified=modified,
        description=row.description or row.summary,
        location=_where(row),
        url=row.link or row.join_link or "",
        organiser=organiser,
        attendee=attendee,
        categories=tuple(row.tags),
    )
    return made.cancelled(modified) if cancelled else made


def _title(row: Row[Any]) -> str:
    return row.of if row.title in ("", row.of) else f"{row.of} · {row.title}"


def _where(row: Row[Any]) -> str:
    return ", ".join(filter(None, (row.room, row.place or row.event_place)))


def _method(entries: Sequence[CalendarEntry]) -> Method:
    """Return how a file is to be taken: as a cancellation only if it can be nothing else."""
    addressed = all(each.organiser and each.attendee for each in entries)
    cancelled = all(each.status is EntryStatus.CANCELLED for each in entries)
    return Method.CANCEL if entries and addressed and cancelled else Method.PUBLISH
