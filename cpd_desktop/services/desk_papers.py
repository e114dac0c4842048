"""The papers of an event's registration desk: sign-in sheet and badges of its roster."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.badge_codes import code_for
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.papers import BADGES_TITLE, SHEET_TITLE, Badge, PaperWords, SignInRow
from cpd_desktop.domain.papers import SignInSheet as Sheet
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.settings import Provider
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.person_rows import read_people
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.tables import person, registration

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from cpd_desktop.domain.papers import BadgeLayout
    from cpd_desktop.domain.people import Person
    from cpd_desktop.domain.sessions import Session
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.papers import Papers
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

NO_SESSION = Sentence("papers", "This event has no session {session}.")

BLANK_ROWS = 5  # for those who come without having registered
EXPECTED = (RegistrationStatus.CONFIRMED, RegistrationStatus.PENDING)


@dataclass(frozen=True, slots=True)
class DeskPapers:
    """Prints what the registration desk needs."""

    db: Database
    clock: Clock
    settings: Settings
    papers: Papers

    def sign_in_sheet(self, event_id: int, session_id: int | None = None) -> bytes:
        """Return the sheet of a session, the first if none is named, as PDF.

        Raises ``NotFound``, and ``Unprintable`` naming whose name no font here can print.
        """
        with self.db.reading() as connection:
            event = read_event(connection, event_id)
            expected = _expected(connection, event_id)
        here = [s for s in event.sessions if session_id in (None, s.id)]
        if not here:
            raise NotFound(NO_SESSION.filled(session=session_id))
        sheet = Sheet(
            event.title,
            here[0].title if here[0].title != event.title else "",
            _when(here[0], event.zone),
            ", ".join(filter(None, (here[0].room, here[0].place or event.place))),
            self.settings.get(Provider).provider,
            tuple(_row(number, who) for number, who in expected),
            PaperWords(str(SHEET_TITLE), self.clock.now()),
            blank_rows=BLANK_ROWS,
        )
        return self.papers.sign_in_sheet(sheet)

    def badges(self, event_id: int, layout: BadgeLayout) -> bytes:
        """Return everybody's badge as PDF; raises as ``sign_in_sheet`` does."""
        with self.db.reading() as connection:
            event = read_event(connection, event_id)
            expected = _expected(connection, event_id)
        badges = [
            Badge(who.name, who.organisation, who.job_title, event.title, code_for(number))
            for number, who in expected
        ]
        return self.papers.badges(badges, layout, PaperWords(str(BADGES_TITLE), self.clock.now()))

    def write_sign_in_sheet(self, event_id: int, session_id: int, path: Path, work: Work) -> None:
        """Write the sheet of a session into a file, whole or not at all; raises as it does."""
        _ = work
        write_whole(path, self.sign_in_sheet(event_id, session_id))

    def write_badges(self, event_id: int, layout: BadgeLayout, path: Path, work: Work) -> None:
        """Write everybody's badge into a file, whole or not at all; raises as they do."""
        _ = work
        write_whole(path, self.badges(event_id, layout))


def _expected(connection: Connection, event_id: int) -> list[tuple[str, Person]]:
    statement = (
        select(registration.c.number, registration.c.person_id)
        .join(person, person.c.id == registration.c.person_id)
        .where(registration.c.event_id == event_id, registration.c.status.in_(EXPECTED))
        .order_by(person.c.sought, registration.c.id)
    )
    rows = connection.execute(statement).all()
    people = read_people(connection, [row.person_id for row in rows])
    return [(row.number, people[row.person_id]) for row in rows]


def _row(number: str, who: Person) -> SignInRow:
    licences = ", ".join(licence.number for licence in who.licences)
    return SignInRow(number, who.name, who.organisation, licences)


def _when(session: Session, zone: str) -> str:
    starts, ends = (at.astimezone(zone_called(zone)) for at in (session.starts, session.ends))
    return f"{starts:%Y-%m-%d}, {starts:%H:%M}–{ends:%H:%M} ({zone})"  # noqa: RUF001 - a range
