"""Possible duplicates among everybody known, found for somebody to decide."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select

from cpd_desktop.domain.duplicates import Known, Likeness, keys_of, known, likeness
from cpd_desktop.services.person_rows import read_person
from cpd_desktop.services.work import Work
from cpd_desktop.store.tables import (
    licence,
    person,
    person_address,
    person_spelling,
    told_apart,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Column, Connection, Select

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.store.database import Database, Transaction

CROWD = 16  # what so many have in common says nothing about two of them
EVERY = 1000  # how many are compared between two reports


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who may be one; the older entry first."""

    one: int
    other: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Found:
    """The likeliest pairs, the likeliest first, and how many there are in all."""

    pairs: tuple[Pair, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Finds pairs that may be one human, and remembers which are not."""

    db: Database

    def possible_duplicates(self, limit: int = 200, work: Work | None = None) -> Found:
        """Return the pairs that may be one human; those told apart are not among them."""
        from rapidfuzz.distance import OSA

        work = work or Work()
        with self.db.reading() as connection:
            groups = _groups(_everybody(connection), work)
            seen = {(one, other) for one, other in _cells(connection, _told_apart())}
        found: dict[tuple[int, int], Likeness] = {}
        for members in work.each(groups):
            for one, other in combinations(members, 2):
                pair = (one.id, other.id)
                if pair not in seen:
                    seen.add(pair)
                    if alike := likeness(one, other, OSA.distance):
                        found[pair] = alike
        likeliest = sorted(found.items(), key=lambda each: (-each[1].points, each[0]))
        pairs = (Pair(one, other, alike) for (one, other), alike in likeliest[:limit])
        return Found(tuple(pairs), len(found))

    def tell_apart(self, one: int, other: int) -> Changes:
        """Remember that two people are not one; raises ``NotFound``."""
        with self.db.writing("person.tell_apart", about=("person", one)) as tx:
            for key in (one, other):
                read_person(tx, key)
            note_apart(tx, one, other)
        return tx.changes


def note_apart(tx: Transaction, one: int, other: int) -> None:
    """Remember inside a transaction that two people are not one."""
    lower, higher = sorted((one, other))
    mine = (told_apart.c.lower_id == lower, told_apart.c.higher_id == higher)
    if lower != higher and not tx.execute(select(told_apart.c.id).where(*mine)).first():
        tx.insert(told_apart, lower_id=lower, higher_id=higher)


def _groups(everybody: Iterable[Known], work: Work) -> list[list[Known]]:
    """Return those who share a key, without the keys that a crowd shares."""
    sharing: dict[str, list[Known]] = defaultdict(list)
    for number, each in enumerate(everybody):
        if number % EVERY == 0:
            work.report(number)
        for key in set(keys_of(each)):
            members = sharing[key]
            if len(members) <= CROWD:
                members.append(each)
    return [members for members in sharing.values() if 1 < len(members) <= CROWD]


def _everybody(connection: Connection) -> Iterator[Known]:
    names, addresses, numbers = (
        _by_person(connection, column)
        for column in (person_spelling.c.name, person_address.c.email, licence.c.number)
    )
    columns = (person.c.id, person.c.name, person.c.email, person.c.phone, person.c.organisation)
    statement = select(*columns).where(person.c.erased_at.is_(None)).order_by(person.c.id)
    rows = list(_cells(connection, statement))
    for key, name, email, phone, organisation in rows:
        yield known(
            key,
            (name, *names.get(key, ())),
            (email, *addresses.get(key, ())),
            licences=numbers.get(key, ()),
            phone=phone,
            organisation=organisation,
        )


def _by_person(connection: Connection, column: Column[Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for key, text in _cells(connection, select(column.table.c.person_id, column)):
        found[key].append(text)
    return found


def _told_apart() -> Select[Any]:
    return select(told_apart.c.lower_id, told_apart.c.higher_id)


def _cells(connection: Connection, statement: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """Return bare tuples: a row object for each of 100,000 doubles the time."""
    return iter(cast("Iterable[tuple[Any, ...]]", connection.execute(statement).cursor))
