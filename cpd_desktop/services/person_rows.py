"""People with their addresses, spellings and licences, read from their tables and written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.people import Consent, Licence, Person, PersonDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import licence, person, person_address, person_spelling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Table

    from cpd_desktop.store.database import Transaction

NO_PERSON = Sentence("person", "There is no person {person}.")


def read_person(reader: Connection | Transaction, person_id: int) -> Person:
    """Return a person; raises ``NotFound``."""
    found = read_people(reader, [person_id])
    if not found:
        raise NotFound(NO_PERSON.filled(person=person_id))
    return found[person_id]


def read_people(reader: Connection | Transaction, ids: Sequence[int]) -> dict[int, Person]:
    """Return the people of these ids; missing ones are left out."""
    if not ids:
        return {}

    def parts(table: Table) -> dict[int, list[Row[Any]]]:
        found: dict[int, list[Row[Any]]] = defaultdict(list)
        statement = select(table).where(among(table.c.person_id, ids)).order_by(table.c.id)
        for row in reader.execute(statement).all():
            found[row.person_id].append(row)
        return found

    addresses, spellings, licences = map(parts, (person_address, person_spelling, licence))
    rows = reader.execute(select(person).where(among(person.c.id, ids))).all()
    return {
        row.id: Person(
            id=row.id,
            name=row.name,
            email=row.email,
            organisation=row.organisation,
            job_title=row.job_title,
            phone=row.phone,
            notes=row.notes,
            tags=tuple(row.tags),
            addresses=tuple(each.email for each in addresses[row.id]),
            spellings=tuple(each.name for each in spellings[row.id]),
            licences=tuple(Licence(each.body, each.number) for each in licences[row.id]),
            consent=Consent(row.consent),
            consent_on=row.consent_on,
            do_not_mail=bool(row.do_not_mail),
            erased_at=row.erased_at,
        )
        for row in rows
    }


def insert_people(tx: Transaction, drafts: Sequence[PersonDraft], at: datetime) -> range:
    """Write new people, tidied and valid already, and return their ids."""
    ids = tx.insert_all(person, [_columns(each, added_at=at) for each in drafts])
    for table, rows in _rows_of_parts(zip(ids, drafts, strict=True)).items():
        tx.insert_all(table, rows)
    return ids


def write_person(tx: Transaction, person_id: int, draft: PersonDraft) -> None:
    """Write a person, tidied and valid already; what the draft no longer has is removed."""
    tx.update(person, person_id, **_columns(draft))
    wanted = _rows_of_parts([(person_id, draft)])
    for table in (person_address, person_spelling, licence):
        rows = tx.execute(select(table).where(table.c.person_id == person_id)).mappings().all()
        names = [each.name for each in table.c if each.name != "id"]
        gone = {tuple(row[name] for name in names): row["id"] for row in rows}
        for each in wanted.get(table, ()):
            if gone.pop(tuple(each[name] for name in names), None) is None:
                tx.insert(table, **each)
        for row_id in gone.values():
            tx.delete(table, row_id)


def _rows_of_parts(
    people: Iterable[tuple[int, PersonDraft]],
) -> dict[Table, list[dict[str, Any]]]:
    found: dict[Table, list[dict[str, Any]]] = defaultdict(list)
    for key, draft in people:
        for email in draft.addresses:
            found[person_address].append({"person_id": key, "email": email})
        for name in draft.spellings:
            found[person_spelling].append({"person_id": key, "name": name})
        for body, number in draft.licences:
            found[licence].append({"person_id": key, "body": body, "number": number})
    return found


def _columns(draft: PersonDraft, **more: Any) -> dict[str, Any]:
    return {
        "name": draft.name,
        "email": draft.email,
        "sought": draft.sought(),
        "organisation": draft.organisation,
        "job_title": draft.job_title,
        "phone": draft.phone,
        "notes": draft.notes,
        "tags": list(draft.tags),
        "consent": draft.consent,
        "consent_on": draft.consent_on,
        "do_not_mail": int(draft.do_not_mail),
        **more,
    }
