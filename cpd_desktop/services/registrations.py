"""People and their places on events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import PersonDraft, Registration, RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import event, person, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_EVENT = Sentence("event", "There is no event {event}.")
TAKEN = Sentence("person", "{name} has a place on this event already.")
REFERENCE_TAKEN = Sentence("person", "The reference {reference} belongs to somebody else.")


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person as a list shows them."""

    id: int
    name: str
    email: str
    events: int


@dataclass(frozen=True, slots=True)
class Registrations:
    """Who has a place on which event."""

    db: Database
    clock: Clock

    def add(
        self, event_id: int, draft: PersonDraft, reference: str | None = None
    ) -> Done[Registration]:
        """Give a person a place; the same name and address is the same person.

        Raises ``Invalid``, ``NotFound`` for the event, ``Conflict`` if the person has a place.
        """
        given = draft.tidied()
        given.require_valid()
        with self.db.writing("registration.add", about=("event", event_id)) as tx:
            row_id = self._write(tx, _Roster(tx, event_id), given, reference)
        return tx.done(next(each for each in self.on(event_id) if each.id == row_id))

    def add_all(self, event_id: int, drafts: Iterable[PersonDraft]) -> Done[int]:
        """Give many people places in one step, which is undone in one step."""
        count = 0
        with self.db.writing("registration.add", about=("event", event_id)) as tx:
            roster = _Roster(tx, event_id)
            for draft in drafts:
                given = draft.tidied()
                given.require_valid()
                self._write(tx, roster, given, None)
                count += 1
        return tx.done(count)

    def on(self, event_id: int) -> list[Registration]:
        """Return the places on an event, by name; raises ``NotFound``."""
        with self.db.reading() as connection:
            known = select(event.c.id).where(event.c.id == event_id)
            if connection.execute(known).first() is None:
                raise NotFound(NO_EVENT.filled(event=event_id))
            rows = connection.execute(
                select(registration, person.c.name, person.c.email)
                .join(person, person.c.id == registration.c.person_id)
                .where(registration.c.event_id == event_id)
                .order_by(person.c.sought, registration.c.id)
            ).all()
        return [
            Registration(
                row.id, row.event_id, row.person_id, row.reference, row.name, row.email,
                RegistrationStatus(row.status),
            )
            for row in rows
        ]  # fmt: skip

    def people_ids(
        self, search: str = "", sort: str = "name", *, descending: bool = False
    ) -> Sequence[int]:
        """Return the ids of the people that a search finds, in order."""
        places = (
            select(func.count())
            .where(registration.c.person_id == person.c.id)
            .correlate(person)
            .scalar_subquery()
        )
        key = {"name": person.c.sought, "email": person.c.email, "events": places}[sort]
        statement = select(person.c.id)
        for word in folded(search).split():
            statement = statement.where(func.instr(person.c.sought, word) > 0)
        statement = statement.order_by(key.desc() if descending else key, person.c.id)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def people(self, ids: Iterable[int]) -> dict[int, PersonSummary]:
        """Return the people of these ids as a list shows them; missing ones are left out."""
        statement = (
            select(person.c.id, person.c.name, person.c.email, func.count(registration.c.id))
            .outerjoin(registration, registration.c.person_id == person.c.id)
            .where(person.c.id.in_(list(ids)))
            .group_by(person.c.id)
        )
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        return {row[0]: PersonSummary(*row) for row in rows}

    def _write(
        self, tx: Transaction, roster: _Roster, given: PersonDraft, reference: str | None
    ) -> int:
        person_id = self._person(tx, given)
        if person_id in roster.people:
            raise Conflict(TAKEN.filled(name=given.name))
        if reference in roster.references:
            raise Conflict(REFERENCE_TAKEN.filled(reference=reference))
        reference = reference or roster.next_reference()
        roster.people.add(person_id)
        roster.references.add(reference)
        return tx.insert(
            registration,
            event_id=roster.event_id,
            person_id=person_id,
            reference=reference,
            status=RegistrationStatus.CONFIRMED,
            registered_at=self.clock.now(),
        )

    def _person(self, tx: Transaction, given: PersonDraft) -> int:
        same: Any = person.c.email == given.email
        found = tx.execute(select(person.c.id, person.c.name).where(same)).all()
        for row in found:
            if given.email and folded(row.name) == folded(given.name):
                return int(row.id)
        return tx.insert(
            person,
            name=given.name,
            email=given.email,
            sought=folded(given.name, given.email),
            added_at=self.clock.now(),
        )


class _Roster:
    """Who has a place on an event, read once however many are added; raises ``NotFound``."""

    def __init__(self, tx: Transaction, event_id: int) -> None:
        if tx.execute(select(event.c.id).where(event.c.id == event_id)).first() is None:
            raise NotFound(NO_EVENT.filled(event=event_id))
        self.event_id = event_id
        rows = tx.execute(
            select(registration.c.person_id, registration.c.reference).where(
                registration.c.event_id == event_id
            )
        ).all()
        self.people = {row.person_id for row in rows}
        self.references = {row.reference for row in rows}
        self._number = len(rows)

    def next_reference(self) -> str:
        """Return a reference that is short to type and cannot be mistaken for an id."""
        self._number += 1
        while f"{self.event_id}-{self._number}" in self.references:
            self._number += 1
        return f"{self.event_id}-{self._number}"
