"""Who somebody on a list is among the people known: the strict rules, never a guess."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select, union

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import Payment, RegistrationStatus, Source
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.person_rows import read_people
from cpd_desktop.store.tables import person, person_address, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Row

    from cpd_desktop.domain.people import Person
    from cpd_desktop.domain.registrations import Newcomer
    from cpd_desktop.store.database import Transaction

REFERENCE_TAKEN = Sentence("registration", "The reference {reference} belongs to {name} here.")


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the event that somebody has already."""

    id: int
    person_id: int
    number: str
    reference: str | None
    status: RegistrationStatus
    payment: Payment


@dataclass(frozen=True, slots=True)
class Identity:
    """The person somebody is, and their place on the event; none for a stranger."""

    person: Person | None = None
    place: Place | None = None


class Identities:
    """Recognises people by address and name together, or by their reference on the event.

    Without an address somebody on a list is whoever has none either, by the same name on the same
    event: the first such on the list is the first on the event, the second the second. Somebody
    entered by hand without an address is always somebody new.
    """

    def __init__(self, tx: Transaction, event_id: int) -> None:
        self._tx = tx
        self._event_id = event_id
        self._told: dict[str, int] = defaultdict(int)

    def of(self, newcomers: Sequence[Newcomer]) -> list[Identity | Conflict]:
        """Return who they are, in order; an error where a reference is somebody else's."""
        at_address = self._at_address({each.person.email for each in newcomers} - {""})
        by_reference = {
            place.reference: place
            for place in self._places(
                registration.c.reference, filter(None, (each.reference for each in newcomers))
            )
        }
        holders = {place.person_id for place in by_reference.values()}
        nameless = self._nameless(
            {each.person.name for each in newcomers if _is_listed_without_address(each)}
        )
        ids = {key for keys in (*at_address.values(), *nameless.values()) for key in keys}
        told = {each.person_id for each in newcomers if each.person_id is not None}
        people = read_people(self._tx, sorted(ids | holders | told))
        places = {
            place.person_id: place
            for place in self._places(registration.c.person_id, sorted(people))
        }
        found: list[Identity | Conflict] = []
        for each in newcomers:
            named = by_reference.get(each.reference or "")
            holder = people[named.person_id] if named else None
            pointed_out = people.get(each.person_id or 0)
            if holder and not (_same_somehow(each, holder) and pointed_out in (None, holder)):
                refused = REFERENCE_TAKEN.filled(reference=each.reference, name=holder.name)
                found.append(Conflict(refused))
                continue
            keys = at_address.get(each.person.email, ())
            who = pointed_out or holder
            who = who or next((people[key] for key in keys if _named(each, people[key])), None)
            if who is None and _is_listed_without_address(each):
                who = self._next_nameless(each, nameless, people)
            found.append(Identity(who, places.get(who.id) if who else None))
        return found

    def _next_nameless(
        self, each: Newcomer, nameless: dict[str, list[int]], people: dict[int, Person]
    ) -> Person | None:
        name = folded(each.person.name)
        told = self._told[name]
        self._told[name] += 1
        known = nameless.get(name, [])
        return people[known[told]] if told < len(known) else None

    def _at_address(self, emails: set[str]) -> dict[str, list[int]]:
        if not emails:
            return {}
        first = select(person.c.email, person.c.id).where(person.c.email.in_(emails))
        others = select(person_address.c.email, person_address.c.person_id).where(
            person_address.c.email.in_(emails)
        )
        found: dict[str, list[int]] = defaultdict(list)
        for row in self._tx.execute(union(first, others)).all():
            found[row.email].append(row.id)
        return {email: sorted(keys) for email, keys in found.items()}

    def _nameless(self, names: set[str]) -> dict[str, list[int]]:
        if not names:
            return {}
        wanted = {folded(name) for name in names}
        mine = and_(registration.c.event_id == self._event_id, person.c.email == "")
        statement = (
            select(person.c.id, person.c.name)
            .join(registration, registration.c.person_id == person.c.id)
            .where(mine)
            .order_by(registration.c.id)
        )
        found: dict[str, list[int]] = defaultdict(list)
        for row in self._tx.execute(statement).all():
            if folded(row.name) in wanted:
                found[folded(row.name)].append(row.id)
        return found

    def _places(self, column: Column[Any], values: Iterable[Any]) -> list[Place]:
        listed = list(values)
        if not listed:
            return []
        statement = select(registration).where(
            registration.c.event_id == self._event_id, column.in_(listed)
        )
        return [place_from(row) for row in self._tx.execute(statement).all()]


def place_from(row: Row[Any]) -> Place:
    """Return a place from its row."""
    status, payment = RegistrationStatus(row.status), Payment(row.payment)
    return Place(row.id, row.person_id, row.number, row.reference, status, payment)


def _is_listed_without_address(each: Newcomer) -> bool:
    return not each.person.email and each.source is Source.FILE


def _named(each: Newcomer, who: Person) -> bool:
    return folded(each.person.name) in {folded(name) for name in (who.name, *who.spellings)}


def _same_somehow(each: Newcomer, who: Person) -> bool:
    return _named(each, who) or each.person.email in {who.email, *who.addresses} - {""}
