"""Who somebody on a list is among the people known: the strict rules, never a guess."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, union

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import Payment, RegistrationStatus, Source
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.person_rows import read_people
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import person, person_address, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Column, Row

    from cpd_desktop.domain.people import Person
    from cpd_desktop.domain.registrations import Newcomer
    from cpd_desktop.store.database import Transaction

_NUMBER = re.compile(r"-\d{4}-\d{4,}$")  # what is none of ours need not be looked for

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


STRANGER = Identity()


class Identities:
    """Recognises people by address and name together, or by their reference on the event.

    Without an address somebody on a list is whoever has none either, by the same name on the same
    event: the first such on the list is the first on the event, the second the second; references
    tell them apart where there are some. Somebody entered by hand without an address is always
    somebody new.
    """

    def __init__(self, tx: Transaction, event_id: int) -> None:
        self._tx = tx
        self._event_id = event_id
        self._taken: set[int] = set()
        self._nameless: dict[str, list[tuple[bool, int]]] | None = None

    def of(self, newcomers: Sequence[Newcomer]) -> list[Identity | Conflict]:
        """Return who they are, in order; an error where a reference is somebody else's."""
        at_address = self._at_address({each.person.email for each in newcomers} - {""})
        by_reference = self._by_reference([each.reference for each in newcomers if each.reference])
        holders = {place.person_id for place in by_reference.values()}
        nameless = {
            each.person.name: key
            for each in newcomers
            if _is_listed_without_address(each) and (key := self._next_without_address(each))
        }
        ids = {key for keys in (*at_address.values(), nameless.values()) for key in keys}
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
            who = pointed_out or holder
            if who is None and (keys := at_address.get(each.person.email)):
                who = next((people[key] for key in keys if _named(each, people[key])), None)
            if who is None and _is_listed_without_address(each):
                who = people.get(nameless.get(each.person.name, 0))
            found.append(Identity(who, places.get(who.id)) if who else STRANGER)
        return found

    def take(self, who: Person) -> None:
        """Note that a row was about them, so that the next one without an address is not."""
        if not who.email:
            self._taken.add(who.id)

    def _next_without_address(self, each: Newcomer) -> int | None:
        """Return who has none either; one with another reference is another person."""
        if self._nameless is None:  # whoever is added from here on is on the list already
            self._nameless = self._without_address()
        known = self._nameless.get(folded(each.person.name), ())
        return next(
            (
                key
                for has_reference, key in known
                if key not in self._taken and not (has_reference and each.reference)
            ),
            None,
        )

    def _by_reference(self, references: list[str]) -> dict[str, Place]:
        """Return who is called so, by a reference of the trainer's own or by the number."""
        numbers = [each for each in references if _NUMBER.search(each)]
        numbered = self._places(registration.c.number, numbers)
        found = {place.number: place for place in numbered if not place.reference}
        own = self._places(registration.c.reference, references)
        return found | {place.reference: place for place in own if place.reference}

    def _at_address(self, emails: set[str]) -> dict[str, list[int]]:
        if not emails:
            return {}
        ordered = sorted(emails)  # as the indexes are
        first = select(person.c.email, person.c.id).where(among(person.c.email, ordered))
        others = select(person_address.c.email, person_address.c.person_id).where(
            among(person_address.c.email, ordered)
        )
        found: dict[str, list[int]] = defaultdict(list)
        for row in self._tx.execute(union(first, others)).all():
            found[row.email].append(row.id)
        return {email: sorted(keys) for email, keys in found.items()}

    def _without_address(self) -> dict[str, list[tuple[bool, int]]]:
        """Return those on the event by name, whoever has no reference first, in their order."""
        has_reference = registration.c.reference.is_not(None)
        statement = (
            select(person.c.id, person.c.name, has_reference.label("has_reference"))
            .join(registration, registration.c.person_id == person.c.id)
            .where(registration.c.event_id == self._event_id, person.c.email == "")
            .order_by(has_reference, registration.c.id)
        )
        found: dict[str, list[tuple[bool, int]]] = defaultdict(list)
        for row in self._tx.execute(statement):
            found[folded(row.name)].append((bool(row.has_reference), row.id))
        return dict(found)

    def _places(self, column: Column[Any], values: Iterable[Any]) -> list[Place]:
        listed = list(values)
        if not listed:
            return []
        c = registration.c
        statement = select(c.id, c.person_id, c.number, c.reference, c.status, c.payment).where(
            c.event_id == self._event_id, among(column, listed)
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
