"""Everybody the trainer knows."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, true

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.person_history import PastPlace, past_places
from cpd_desktop.services.person_rows import insert_people, read_person, write_person
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import person, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Select

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database

HAS_PLACES = Sentence("person", "{name} has %n place(s) on events and cannot be removed.")
HAS_PLACES_ADVICE = Sentence("person", "Erase the person instead. Nothing was changed.")


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

    def remove(self, ids: Iterable[int]) -> Changes:
        """Remove people who never had a place; raises ``NotFound``, and ``NotAllowed`` else."""
        with self.db.writing("person.remove") as tx:
            for key in ids:
                who = read_person(tx, key)
                mine = select(func.count()).where(registration.c.person_id == key)
                if count := tx.execute(mine).scalar_one():
                    raise NotAllowed(HAS_PLACES.filled(name=who.name, n=count), HAS_PLACES_ADVICE)
                remove_with_parts(tx, person, key)
        return tx.changes

    def get(self, person_id: int) -> Person:
        """Return a person; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_person(connection, person_id)

    def ids(
        self,
        search: str = "",
        sort: str = "name",
        *,
        descending: bool = False,
        tag: str = "",
        do_not_mail: bool = False,
    ) -> Sequence[int]:
        """Return the ids of the people that a search finds, in order.

        With ``tag`` only those who have it, with ``do_not_mail`` only those not to be written to.
        """
        keys = {
            "name": person.c.sought,
            "email": person.c.email,
            "organisation": person.c.organisation,
        }
        statement = select(person.c.id)
        for word in folded(search).split():
            statement = statement.where(func.instr(person.c.sought, word) > 0)
        if do_not_mail:
            statement = statement.where(person.c.do_not_mail == 1)
        if tag:
            statement = statement.where(person.c.id.in_(_tagged(tag)))
        with self.db.reading() as connection:
            if sort == "events":
                # Counted and sorted here: a count for each person there takes twice as long.
                found = ids_of(connection, statement.order_by(person.c.id))
                places = Counter(ids_of(connection, select(registration.c.person_id)))
                return array("q", sorted(found, key=places.__getitem__, reverse=descending))
            key = keys[sort]
            statement = statement.order_by(key.desc() if descending else key, person.c.id)
            return ids_of(connection, statement)

    def tags(self) -> dict[str, int]:
        """Return the tags that are in use, in order, and how many people have each."""
        each = func.json_each(person.c.tags).table_valued("value")
        statement = (
            select(each.c.value, func.count())
            .select_from(person)
            .join(each, true())
            .where(person.c.tags != [])
            .group_by(each.c.value)
        )
        with self.db.reading() as connection:
            found: dict[str, int] = {tag: n for tag, n in connection.execute(statement).all()}  # noqa: C416 - rows
        return {tag: found[tag] for tag in sorted(found, key=folded)}

    def history(self, person_id: int) -> list[PastPlace]:
        """Return a person's places on all events, the latest first; raises ``NotFound``."""
        with self.db.reading() as connection:
            read_person(connection, person_id)
            return past_places(connection, person_id)

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


def _tagged(tag: str) -> Select[Any]:
    each = func.json_each(person.c.tags).table_valued("value")
    statement = select(person.c.id).select_from(person).join(each, true())
    return statement.where(person.c.tags != [], each.c.value == tag)
