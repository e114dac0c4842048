"""Checking people in at the door of a session, and taking that back."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from cpd_desktop.domain.check_in import EXPECTED, CheckedIn, How, Present, require_expected
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.register import Register
from cpd_desktop.services.registration_rows import place_row
from cpd_desktop.store.tables import check_in, person, registration, session

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_SESSION = Sentence("check_in", "Event {event} has no session {session}.")
NOT_HERE = Sentence("check_in", "{name} is not checked in.")

FEW = 20


@dataclass(frozen=True, slots=True)
class Found:
    """Who a search at the door may mean; ``exact`` if a number or a badge named them."""

    places: list[Registration]
    here: frozenset[int]
    exact: bool = False

    @property
    def first(self) -> Registration | None:
        """Return the one who can only be meant; nobody if there are several."""
        waited = [each for each in self.places if each.id not in self.here]
        certain = self.places if self.exact else waited
        return certain[0] if len(certain) == 1 else None


@dataclass(frozen=True, slots=True)
class CheckIns:
    """Who is at which session; ``read_badge`` turns a badge's code into a number."""

    db: Database
    clock: Clock
    read_badge: Callable[[str], str] | None = None

    def check_in(self, session_id: int, registration_id: int, how: How) -> Done[CheckedIn]:
        """Note that somebody came; whoever is here already stays so, unchanged.

        Raises ``NotFound``, and ``NotExpected`` for somebody without a place.
        """
        with self.db.writing("check_in.add", about=("registration", registration_id)) as tx:
            row = place_row(tx, registration_id)
            _require_session(tx, row.event_id, session_id)
            require_expected(row.name, RegistrationStatus(row.status))
            before = _checked_in(tx, session_id, registration_id)
            at = before.at if before else self.clock.now()
            if before is None:
                tx.insert(check_in, registration_id=row.id, session_id=session_id, at=at, how=how)
        kept = How(before.how) if before else how
        reference = row.reference or row.number
        known = before is not None
        return tx.done(CheckedIn(row.id, session_id, row.name, reference, at, kept, known))

    def undo(self, session_id: int, registration_id: int) -> Changes:
        """Note that somebody was checked in by mistake; raises ``NotFound``."""
        with self.db.writing("check_in.remove", about=("registration", registration_id)) as tx:
            row = place_row(tx, registration_id)
            found = _checked_in(tx, session_id, registration_id)
            if found is None:
                raise NotFound(NOT_HERE.filled(name=row.name))
            tx.delete(check_in, found.id)
        return tx.changes

    def find(self, event_id: int, session_id: int, text: str) -> Found:
        """Return who is meant by a badge's code, a reference, a number or parts of a name.

        Whoever is here already comes last, and of all others a few are enough.
        """
        register = Register(self.db, self.clock)
        exactly = self._named(register, event_id, text.strip())
        if exactly is not None:
            return Found([exactly], self._here(session_id, [exactly.id]), exact=True)
        ids = list(register.ids(event_id, text))
        here = self._here(session_id, ids) if len(ids) <= FEW else frozenset()
        shown = sorted(ids[:FEW], key=lambda key: key in here)
        listed = register.listed(shown)
        here = here or self._here(session_id, shown)
        return Found([listed[key] for key in shown if key in listed], here)

    def latest(self, session_id: int, count: int = FEW) -> list[CheckedIn]:
        """Return who came last, the very last first."""
        statement = (
            _joined()
            .where(check_in.c.session_id == session_id)
            .order_by(check_in.c.id.desc())
            .limit(count)
        )
        with self.db.reading() as connection:
            return [
                CheckedIn(
                    row.registration_id,
                    session_id,
                    row.name,
                    row.reference or row.number,
                    row.at,
                    How(row.how),
                )
                for row in connection.execute(statement).all()
            ]

    def counts(self, event_id: int) -> dict[int, Present]:
        """Return for each session of an event how many of those expected are here."""
        expected = select(func.count()).where(
            registration.c.event_id == event_id, registration.c.status.in_(EXPECTED)
        )
        here = (
            select(session.c.id, func.count(registration.c.id).label("here"))
            .outerjoin(check_in, check_in.c.session_id == session.c.id)
            .outerjoin(
                registration,
                and_(
                    registration.c.id == check_in.c.registration_id,
                    registration.c.status.in_(EXPECTED),
                ),
            )
            .where(session.c.event_id == event_id)
            .group_by(session.c.id)
        )
        with self.db.reading() as connection:
            total = int(connection.execute(expected).scalar_one())
            return {row.id: Present(row.here, total) for row in connection.execute(here).all()}

    def session_now(self, event_id: int) -> int:
        """Return the session people come to now: the one going on or coming, else the last.

        Raises ``NotFound`` if the event has none.
        """
        statement = select(session.c.id, session.c.ends_at).where(session.c.event_id == event_id)
        with self.db.reading() as connection:
            rows = connection.execute(statement.order_by(session.c.starts_at)).all()
        if not rows:
            raise NotFound(NO_SESSION.filled(event=event_id, session=""))
        now: datetime = self.clock.now()
        return int(next((row.id for row in rows if row.ends_at > now), rows[-1].id))

    def _named(self, register: Register, event_id: int, text: str) -> Registration | None:
        """Return who is named by a badge or a number; nobody if it is only words."""
        if not text:
            return None
        names = [text]
        if self.read_badge is not None:
            with suppress(Invalid):  # it is not a badge's code then
                names = [self.read_badge(text), text]
        for name in names:
            with suppress(NotFound):
                found = register.called(event_id, name)
                if (
                    name == found.own_reference or name.upper() == found.number
                ):  # and not an id by chance
                    return found
        return None

    def _here(self, session_id: int, ids: list[int]) -> frozenset[int]:
        statement = select(check_in.c.registration_id).where(
            check_in.c.session_id == session_id, check_in.c.registration_id.in_(ids)
        )
        with self.db.reading() as connection:
            return frozenset(connection.execute(statement).scalars().all())


def _joined() -> Select[Any]:
    return (
        select(check_in, person.c.name, registration.c.number, registration.c.reference)
        .join(registration, registration.c.id == check_in.c.registration_id)
        .join(person, person.c.id == registration.c.person_id)
    )


def _checked_in(
    reader: Connection | Transaction, session_id: int, registration_id: int
) -> Row[Any] | None:
    return reader.execute(
        select(check_in).where(
            check_in.c.session_id == session_id, check_in.c.registration_id == registration_id
        )
    ).first()


def _require_session(tx: Transaction, event_id: int, session_id: int) -> None:
    mine = and_(session.c.id == session_id, session.c.event_id == event_id)
    if tx.execute(select(session.c.id).where(mine)).first() is None:
        raise NotFound(NO_SESSION.filled(event=event_id, session=session_id))
