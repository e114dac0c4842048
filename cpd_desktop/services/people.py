"""Everybody the trainer knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.folding import folded
from cpd_desktop.services.person_rows import insert_people, read_person, write_person
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import person, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person as a list shows them."""

    id: int
    name: str
    email: str
    organisation: str
    events: int


@dataclass(frozen=True, slots=True)
class People:
    """What can be done with people, apart from their places on events."""

    db: Database
    clock: Clock

    def add(self, draft: PersonDraft) -> Done[Person]:
        """Keep a new person; raises ``Invalid``."""
        given = draft.tidied()
        given.require_valid()
        with self.db.writing("person.add") as tx:
            (key,) = insert_people(tx, [given], self.clock.now())
        return tx.done(self.get(key))

    def change(self, person_id: int, draft: PersonDraft) -> Done[Person]:
        """Keep an edited person; raises ``Invalid``, ``NotFound``."""
        given = draft.tidied()
        given.require_valid()
        with self.db.writing("person.change", about=("person", person_id)) as tx:
            read_person(tx, person_id)
            write_person(tx, person_id, given)
        return tx.done(self.get(person_id))

    def get(self, person_id: int) -> Person:
        """Return a person; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_person(connection, person_id)

    def ids(
        self, search: str = "", sort: str = "name", *, descending: bool = False
    ) -> Sequence[int]:
        """Return the ids of the people that a search finds, in order."""
        places = (
            select(func.count())
            .where(registration.c.person_id == person.c.id)
            .correlate(person)
            .scalar_subquery()
        )
        keys = {
            "name": person.c.sought,
            "email": person.c.email,
            "organisation": person.c.organisation,
            "events": places,
        }
        statement = select(person.c.id)
        for word in folded(search).split():
            statement = statement.where(func.instr(person.c.sought, word) > 0)
        key = keys[sort]
        statement = statement.order_by(key.desc() if descending else key, person.c.id)
        with self.db.reading() as connection:
            return ids_of(connection, statement)

    def listed(self, ids: Iterable[int]) -> dict[int, PersonSummary]:
        """Return the people of these ids as a list shows them; missing ones are left out."""
        columns = (person.c.id, person.c.name, person.c.email, person.c.organisation)
        statement = (
            select(*columns, func.count(registration.c.id))
            .outerjoin(registration, registration.c.person_id == person.c.id)
            .where(person.c.id.in_(list(ids)))
            .group_by(person.c.id)
        )
        with self.db.reading() as connection:
            rows = connection.execute(statement).all()
        return {row[0]: PersonSummary(*row) for row in rows}
