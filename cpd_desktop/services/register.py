"""Who has a place on an event, read: one by one, as a list, and counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import (
    HOLDS_A_PLACE,
    Payment,
    Places,
    Registration,
    RegistrationStatus,
    Standing,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.codes import price_with_code
from cpd_desktop.services.event_rows import prices_of, require_event
from cpd_desktop.services.registration_rows import (
    AT_ONCE,
    joined_places,
    place_row,
    places_from,
)
from cpd_desktop.services.roster import places_of
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import party, person, registration

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement

    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database

NO_REFERENCE = Sentence("registration", "Nobody on event {event} has the reference {reference}.")

S = RegistrationStatus


def place_text() -> ColumnElement[str]:
    """Return what a place itself is found by: its number, the trainer's reference, its note."""
    reference = func.coalesce(registration.c.reference, "")
    return func.lower(registration.c.number + " " + reference + " " + registration.c.note)


@dataclass(frozen=True, slots=True)
class Register:
    """What is known about the places on events."""

    db: Database
    clock: Clock

    def get(self, key: int) -> Registration:
        """Return a place; raises ``NotFound``."""
        with self.db.reading() as connection:
            return places_from(connection, [place_row(connection, key)])[0]

    def on(self, event_id: int) -> list[Registration]:
        """Return the places on an event, by name; raises ``NotFound``."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            statement = joined_places().where(registration.c.event_id == event_id)
            rows = connection.execute(statement.order_by(person.c.sought, registration.c.id)).all()
            return places_from(connection, rows)

    def called(self, event_id: int, reference: str) -> Registration:
        """Return the place that a reference, a number or an id names; raises ``NotFound``."""
        mine = joined_places().where(registration.c.event_id == event_id)
        key = int(reference) if reference.isascii() and reference.isdigit() else -1
        with self.db.reading() as connection:
            require_event(connection, event_id)
            for column, value in (
                (registration.c.reference, reference),
                (registration.c.number, reference.upper()),
                (registration.c.id, key),
            ):
                if row := connection.execute(mine.where(column == value)).first():
                    return places_from(connection, [row])[0]
        raise NotFound(NO_REFERENCE.filled(event=event_id, reference=reference))

    def ids(
        self,
        event_id: int,
        search: str = "",
        sort: str = "name",
        *,
        descending: bool = False,
        statuses: Sequence[RegistrationStatus] = (),
    ) -> Sequence[int]:
        """Return the ids of an event's places that a search finds, in order."""
        keys: dict[str, Any] = {
            "name": person.c.sought,
            "email": person.c.email,
            "reference": func.coalesce(registration.c.reference, registration.c.number),
            "organisation": person.c.organisation,
            "status": registration.c.status,
            "payment": registration.c.payment,
            "registered": registration.c.registered_at,
            "queue": registration.c.queue,
            "party": func.coalesce(party.c.name, ""),
        }
        statement = (
            select(registration.c.id)
            .join(person, person.c.id == registration.c.person_id)
            .outerjoin(party, party.c.id == registration.c.party_id)
            .where(registration.c.event_id == event_id)
        )
        if statuses:
            statement = statement.where(registration.c.status.in_(statuses))
        for word in folded(search).split():
            found = func.instr(person.c.sought, word) + func.instr(place_text(), word)
            statement = statement.where(found > 0)
        key = keys[sort]
        order = key.desc() if descending else key
        with self.db.reading() as connection:
            return ids_of(connection, statement.order_by(order, registration.c.id))

    def listed(self, ids: Sequence[int]) -> dict[int, Registration]:
        """Return the places of these ids; missing ones are left out."""
        with self.db.reading() as connection:
            rows = connection.execute(joined_places().where(registration.c.id.in_(ids))).all()
            return {each.id: each for each in places_from(connection, rows)}

    def places(self, event_id: int) -> Places:
        """Return how an event's places stand; raises ``NotFound``."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            return places_of(connection, event_id, self.clock.now())

    def counts(self, event_id: int) -> dict[RegistrationStatus, int]:
        """Return how many people stand how on an event."""
        statement = (
            select(registration.c.status, func.count())
            .where(registration.c.event_id == event_id)
            .group_by(registration.c.status)
        )
        with self.db.reading() as connection:
            return {S(status): count for status, count in connection.execute(statement).all()}

    def standing(self, event_id: int, ids: Sequence[int]) -> dict[int, Standing]:
        """Return how these people stand, which says what can be done with them."""
        columns = (registration.c.id, registration.c.status, registration.c.payment)
        statement = select(*columns).where(registration.c.event_id == event_id)
        if len(ids) <= AT_ONCE:
            statement = statement.where(registration.c.id.in_(ids))
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        wanted = frozenset(ids)
        return {
            row.id: Standing(S(row.status), Payment(row.payment))
            for row in rows
            if row.id in wanted
        }

    def waiting(self, event_id: int) -> list[Registration]:
        """Return those who wait for a place, the first in line first."""
        waits = (registration.c.event_id == event_id, registration.c.status == S.WAITLISTED)
        statement = joined_places().where(*waits).order_by(registration.c.queue)
        with self.db.reading() as connection:
            return places_from(connection, connection.execute(statement).all())

    def totals(self, event_id: int) -> dict[Payment, list[Money]]:
        """Return how much money is due from those with a place, and how much came in."""
        owes = registration.c.status.in_(HOLDS_A_PLACE)
        statement = (
            select(
                registration.c.payment,
                registration.c.currency,
                func.sum(registration.c.price_minor).label("minor"),
            )
            .where(
                registration.c.event_id == event_id,
                registration.c.price_minor > 0,
                owes | (registration.c.payment != Payment.DUE),
            )
            .group_by(registration.c.payment, registration.c.currency)
            .order_by(registration.c.currency)
        )
        found: dict[Payment, list[Money]] = {}
        with self.db.reading() as connection:
            for row in connection.execute(statement).all():
                found.setdefault(Payment(row.payment), []).append(Money(row.minor, row.currency))
        return found

    def quote(
        self,
        event_id: int,
        code: str,
        person_id: int | None = None,
        *,
        at: datetime | None = None,
    ) -> Money | None:
        """Return what a place costs with a code, or without: one got ``at`` a moment, or now.

        Raises ``Invalid``, ``NotFound``.
        """
        with self.db.reading() as connection:
            require_event(connection, event_id)
            price = prices_of(connection, event_id).at(at or self.clock.now())
            if not code.strip():
                return price
            return price_with_code(
                connection,
                code,
                event_id=event_id,
                price=price,
                person_id=person_id,
                now=self.clock.now(),
            )[0]
