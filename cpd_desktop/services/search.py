"""Finds any event, person, place or certificate by a few typed letters, wherever they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Text, column, func, literal_column, select, table

from cpd_desktop.domain.folding import folded
from cpd_desktop.services.certificates.rows import certificates_from, joined_certificates
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import certificate, event, numbering, person, registration, session

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from cpd_desktop.store.database import Database

Kind = Literal["event", "person", "registration", "certificate"]

USUAL = 8
# Nobody types more to find something; what is pasted beyond it is left out.
_LONGEST, _MOST_WORDS = 200, 8
# The end of a text for SQLite, and what no text in it can hold.
_NEVER = re.compile("[\x00\ud800-\udfff]")
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: ``event_id`` says on which event, if it is on one.

    ``detail`` is a person's e-mail or organisation, or what a place or a certificate is called by
    and its event.
    """

    kind: Kind
    id: int
    title: str
    detail: str = ""
    event_id: int | None = None
    starts: datetime | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """The search over everything; it answers at once, with so many of each kind."""

    db: Database

    def find(self, typed: str, limit: int = USUAL) -> list[Hit]:
        """Return events, people, places and certificates.

        Each typed word begins a word of what is found; numbers and codes begin with all of it.
        """
        typed = " ".join(_NEVER.sub(" ", typed[:_LONGEST]).split())
        if not typed or limit < 1:
            return []
        with self.db.reading() as connection:
            return [
                *_events(connection, typed, limit),
                *_people(connection, typed, limit),
                *_places(connection, typed, limit),
                *_certificates(connection, typed, limit),
            ]


def matching(typed: str) -> str:
    """Return the words as SQLite's search reads them: in quotes, each as the start of one.

    Nothing that was typed is an operator there; words of signs alone are left out.
    """
    words = folded(typed).replace('"', " ").split()
    found = [word for word in words if any(map(str.isalnum, word))]
    return " ".join(f'"{word}"*' for word in found[:_MOST_WORDS])


def _found_in(name: str, typed: str) -> ColumnElement[bool]:
    """Return the rule that a row of the search table of this name has these words."""
    return literal_column(f"{name}_search", Text).op("MATCH")(matching(typed))


def _events(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    if not matching(typed):
        return
    found = table("event_search", column("rowid"))
    starts = (
        select(func.min(session.c.starts_at))
        .where(session.c.event_id == event.c.id)
        .scalar_subquery()
    )
    statement = (
        select(event.c.id, event.c.title, event.c.zone, starts.label("starts"))
        .join(found, found.c.rowid == event.c.id)
        .where(_found_in("event", typed), event.c.trashed_at.is_(None))
        .order_by(found.c.rowid.desc())
        .limit(limit)
    )
    for row in connection.execute(statement):
        yield Hit("event", row.id, row.title, event_id=row.id, starts=row.starts, zone=row.zone)


def _people(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    """Yield people, those whose name begins with all of it first."""
    known = person.c.erased_at.is_(None)
    begins = (
        select(person.c.id)
        .where(_begins(person.c.sought, folded(typed)), known)
        .order_by(person.c.sought, person.c.id)
        .limit(limit)
    )
    ids = list(ids_of(connection, begins)) if folded(typed) else []
    if len(ids) < limit and matching(typed):
        # Not ranked: to weigh 100,000 hits for one letter would take longer than to find them.
        found = table("person_search", column("rowid"))
        statement = select(found.c.rowid).where(_found_in("person", typed)).limit(2 * limit)
        ids += [each for each in ids_of(connection, statement) if each not in ids]
    columns = (person.c.id, person.c.name, person.c.email, person.c.organisation)
    rows = connection.execute(select(*columns).where(person.c.id.in_(ids), known)).all()
    by_id = {row.id: row for row in rows}
    for row in [by_id[each] for each in ids if each in by_id][:limit]:
        yield Hit("person", row.id, row.name, row.email or row.organisation)


def _places(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    """Yield places whose number, or the trainer's own one, begins so in capitals or not."""
    runs = connection.execute(select(numbering.c.run)).scalars().all()
    found: dict[int, Hit] = {}
    for name, texts in (("number", _numbers(typed, runs)), ("reference", _spelt(typed))):
        of = registration.c[name]
        for text in texts:
            statement = (
                select(registration.c.id, registration.c.event_id, of, person.c.name, event.c.title)
                .join(person, person.c.id == registration.c.person_id)
                .join(event, event.c.id == registration.c.event_id)
                .where(_begins(of, text), event.c.trashed_at.is_(None))
                .order_by(of)
                .limit(limit)
            )
            for key, event_id, called, who, title in connection.execute(statement):
                detail = f"{called} · {title}"
                found.setdefault(key, Hit("registration", key, who, detail, event_id))
    yield from list(found.values())[:limit]


def _certificates(connection: Connection, typed: str, limit: int) -> Iterator[Hit]:
    """Yield certificates whose number or code begins so in capitals or not, as they were issued."""
    found: dict[int, Hit] = {}
    for of in (certificate.c.number, certificate.c.code):
        for text in _spelt(typed):
            statement = joined_certificates().where(_begins(of, text)).order_by(of).limit(limit)
            for each in certificates_from(connection, statement):
                detail = f"{each.number} · {each.title}"
                hit = Hit("certificate", each.id, each.name, detail, each.event)
                found.setdefault(each.id, hit)
    yield from list(found.values())[:limit]


def _begins(of: ColumnElement[str], text: str) -> ColumnElement[bool]:
    """Return the rule that a column begins with a text, in the form that uses its index."""
    return (of >= text) & (of < text + _LAST)


def _spelt(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((typed, typed.upper(), typed.lower())))


def _numbers(typed: str, runs: Sequence[str]) -> tuple[str, ...]:
    """Return what was typed as numbers begin: their letters are kept as they were chosen."""
    small = typed.casefold()
    whole = [run + typed[len(run) :] for run in runs if small.startswith(run.casefold())]
    begun = [run for run in runs if run.casefold().startswith(small)]
    return tuple(dict.fromkeys((*whole, *begun, *_spelt(typed))))
