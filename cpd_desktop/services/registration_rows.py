"""Places on events read from their tables, and the parts of a place written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, Registration, RegistrationStatus, Source
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.identities import REFERENCE_TAKEN
from cpd_desktop.store.tables import answer, discount_code, party, person, registration

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.store.database import Transaction

AT_ONCE = 1000  # SQLite takes only so many values in one statement

NO_PLACE = Sentence("registration", "There is no registration {registration}.")


def joined_places() -> Select[Any]:
    """Return the statement that finds places with their people, codes and groups."""
    return (
        select(
            registration,
            person.c.name,
            person.c.email,
            person.c.organisation,
            discount_code.c.code,
            party.c.name.label("party"),
        )
        .join(person, person.c.id == registration.c.person_id)
        .outerjoin(discount_code, discount_code.c.id == registration.c.discount_code_id)
        .outerjoin(party, party.c.id == registration.c.party_id)
    )


def place_row(reader: Connection | Transaction, key: int) -> Row[Any]:
    """Return one place; raises ``NotFound``."""
    row = reader.execute(joined_places().where(registration.c.id == key)).first()
    if row is None:
        raise NotFound(NO_PLACE.filled(registration=key))
    return row


def price_fixed_at(row: Row[Any]) -> datetime:
    """Return the moment whose price a place has."""
    fixed: datetime = row.priced_at or row.registered_at
    return fixed


def places_from(reader: Connection, rows: Sequence[Row[Any]]) -> list[Registration]:
    """Return places from their rows, with what was answered."""
    answers: dict[int, dict[int, str]] = defaultdict(dict)
    for first in range(0, len(rows), AT_ONCE):
        keys = [row.id for row in rows[first : first + AT_ONCE]]
        statement = select(answer).where(answer.c.registration_id.in_(keys))
        for each in reader.execute(statement).all():
            answers[each.registration_id][each.custom_field_id] = each.value
    return [
        Registration(
            id=row.id,
            event_id=row.event_id,
            person_id=row.person_id,
            number=row.number,
            own_reference=row.reference,
            name=row.name,
            email=row.email,
            organisation=row.organisation,
            status=RegistrationStatus(row.status),
            registered_at=row.registered_at,
            price_fixed_at=price_fixed_at(row),
            source=Source(row.source),
            queue=row.queue,
            offered_until=row.offered_until,
            price=Money(row.price_minor, row.currency) if row.currency else None,
            payment=Payment(row.payment),
            code=row.code,
            party=row.party,
            note=row.note,
            answers=answers[row.id],
        )
        for row in rows
    ]


def require_free(tx: Transaction, row: Row[Any], reference: str | None) -> None:
    """Raise ``Conflict`` if the reference is somebody else's."""
    same = select(person.c.name).join(registration, registration.c.person_id == person.c.id)
    other = tx.execute(
        same.where(
            registration.c.event_id == row.event_id,
            registration.c.reference == reference,
            registration.c.id != row.id,
        )
    ).first()
    if reference and other:
        raise Conflict(REFERENCE_TAKEN.filled(reference=reference, name=other.name))


def party_called(tx: Transaction, event_id: int, name: str) -> int | None:
    """Return the group of this name, new if there is none; nothing without a name."""
    name = " ".join(name.split())
    if not name:
        return None
    mine = select(party.c.id).where(party.c.event_id == event_id, party.c.name == name)
    row = tx.execute(mine).first()
    return row.id if row else tx.insert(party, event_id=event_id, name=name)


def is_ordered(reader: Connection | Transaction, key: int) -> bool:
    """Say whether a place is in an order, so that the ledger says what is paid."""
    from cpd_desktop.store.tables import order_line

    mine = select(order_line.c.id).where(order_line.c.registration_id == key)
    return reader.execute(mine.limit(1)).first() is not None


def write_answers(tx: Transaction, key: int, answers: Mapping[int, str]) -> None:
    """Keep these answers and no others."""
    rows = tx.execute(select(answer).where(answer.c.registration_id == key)).all()
    kept = {row.custom_field_id: row.id for row in rows}
    for field_id, value in answers.items():
        if field_id in kept:
            tx.update(answer, kept.pop(field_id), value=value)
        else:
            tx.insert(answer, registration_id=key, custom_field_id=field_id, value=value)
    for row_id in kept.values():
        tx.delete(answer, row_id)
