"""People's places on events: given, changed, waited for, offered and given up."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.custom_fields import checked_answers
from cpd_desktop.domain.errors import Conflict, NotAllowed, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import (
    REFERENCE_LIMIT,
    Entered,
    Newcomer,
    Payment,
    Places,
    Registration,
    RegistrationStatus,
    Source,
    require_step,
)
from cpd_desktop.domain.settings import Planning
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import fields_of, require_event
from cpd_desktop.services.identities import REFERENCE_TAKEN
from cpd_desktop.services.roster import Roster, end_of_line, places_of
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.database import ids_of
from cpd_desktop.store.tables import answer, discount_code, event, party, person, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

TAKEN = Sentence("registration", "{name} has a place on this event already.")
NO_PLACE = Sentence("registration", "There is no registration {registration}.")
NO_REFERENCE = Sentence("registration", "Nobody on event {event} has the reference {reference}.")
NO_OFFER = Sentence("registration", "{name} has no open offer of a place.")
NOT_WAITING = Sentence("registration", "{name} does not wait for a place.")

S = RegistrationStatus


@dataclass(frozen=True, slots=True)
class Registrations:
    """Who has a place on which event."""

    db: Database
    clock: Clock

    def add(self, event_id: int, newcomer: Newcomer) -> Done[Registration]:
        """Give a person a place, or a place in line; somebody who cancelled comes back.

        Raises ``Invalid``, ``NotFound`` for the event, ``Conflict`` if the event is full, the
        reference is somebody else's or the person has a place.
        """
        with self.db.writing("registration.add", about=("event", event_id)) as tx:
            roster = self.roster(tx, event_id)
            (outcome,) = roster.enter([_explicit(newcomer)])
            if outcome.error is not None:
                raise outcome.error
            if outcome.entered not in (Entered.ADDED, Entered.WAITLISTED):
                raise Conflict(TAKEN.filled(name=newcomer.person.name))
        return tx.done(self.get(outcome.registration_id))

    def add_all(self, event_id: int, newcomers: Iterable[Newcomer]) -> Done[int]:
        """Give many people places in one step, which is undone in one step; all or nobody."""
        count = 0
        with self.db.writing("registration.add", about=("event", event_id)) as tx:
            for outcome in self.roster(tx, event_id).enter(newcomers):
                if outcome.error is not None:
                    raise outcome.error
                count += 1
        return tx.done(count)

    def roster(self, tx: Transaction, event_id: int) -> Roster:
        """Return the event's roster inside a use case's transaction; raises ``NotFound``."""
        prefix = Settings(self.db).get(Planning).prefix
        return Roster(tx, event_id, self.clock.now(), prefix)

    def change_status(self, ids: Iterable[int], wanted: RegistrationStatus) -> Changes:
        """Confirm, cancel or note as not having come; all of them or none.

        Raises ``NotFound``, ``NotAllowed`` where the step is not open, and ``Conflict`` where
        somebody who waits would need a place that is not free.
        """
        with self.db.writing(f"registration.{wanted}") as tx:
            for key in ids:
                row = _row(tx, key)
                require_step(row.name, S(row.status), wanted)
                if row.status == S.WAITLISTED and wanted is not S.CANCELLED:
                    self._require_room(tx, row)
                tx.update(registration, key, status=wanted, queue=None, offered_until=None)
        return tx.changes

    def offer(self, event_id: int) -> Done[list[int]]:
        """Offer the free places to those who wait, the first in line first.

        An offer that ran out sends its holder to the end of the line.
        """
        now, offered = self.clock.now(), []
        with self.db.writing("registration.offer", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            _lapse(tx, event_id, now)
            hours = tx.execute(select(event.c.offer_hours).where(event.c.id == event_id))
            until = now + timedelta(hours=hours.scalar_one())
            free = places_of(tx, event_id, now).free
            for row in _line(tx, event_id)[:free]:
                tx.update(registration, row.id, offered_until=until)
                offered.append(row.id)
        return tx.done(offered)

    def accept(self, key: int) -> Changes:
        """Confirm somebody who was offered a place; raises ``Conflict`` if the offer ran out."""
        with self.db.writing("registration.accept", about=("registration", key)) as tx:
            row = _row(tx, key)
            if row.offered_until is None or row.offered_until <= self.clock.now():
                raise Conflict(NO_OFFER.filled(name=row.name))
            tx.update(registration, key, status=S.CONFIRMED, queue=None, offered_until=None)
        return tx.changes

    def decline(self, key: int) -> Changes:
        """Take back an offer; the person goes to the end of the line."""
        with self.db.writing("registration.decline", about=("registration", key)) as tx:
            row = _row(tx, key)
            if row.status != S.WAITLISTED:
                raise NotAllowed(NOT_WAITING.filled(name=row.name))
            tx.update(registration, key, offered_until=None, queue=end_of_line(tx, row.event_id))
        return tx.changes

    def lapse_offers(self) -> Changes:
        """Send everybody whose offer ran out to the end of their line."""
        now = self.clock.now()
        over = registration.c.offered_until <= now
        with self.db.writing("registration.lapse") as tx:
            events = select(registration.c.event_id).where(over).distinct()
            for event_id in tx.execute(events).scalars().all():
                _lapse(tx, event_id, now)
        return tx.changes

    def note_payment(self, ids: Iterable[int], payment: Payment) -> Changes:
        """Keep what is known about the money for places; raises ``NotFound``."""
        with self.db.writing("registration.payment") as tx:
            for key in ids:
                _row(tx, key)
                tx.update(registration, key, payment=payment)
        return tx.changes

    def change(
        self,
        key: int,
        *,
        reference: str | None,
        note: str,
        party_name: str,
        answers: Mapping[int, str],
    ) -> Done[Registration]:
        """Keep what was edited about a place; raises ``Invalid``, ``NotFound``, ``Conflict``."""
        with self.db.writing("registration.change", about=("registration", key)) as tx:
            row = _row(tx, key)
            checked = checked_answers(fields_of(tx, row.event_id), answers)
            _require_free(tx, row, reference)
            tx.update(
                registration,
                key,
                reference=reference or None,
                note=note.strip(),
                party_id=_party_called(tx, row.event_id, party_name),
            )
            _write_answers(tx, key, checked)
        return tx.done(self.get(key))

    def get(self, key: int) -> Registration:
        """Return a place; raises ``NotFound``."""
        with self.db.reading() as connection:
            return _registrations(connection, [_row(connection, key)])[0]

    def on(self, event_id: int) -> list[Registration]:
        """Return the places on an event, by name; raises ``NotFound``."""
        with self.db.reading() as connection:
            require_event(connection, event_id)
            statement = _joined().where(registration.c.event_id == event_id)
            rows = connection.execute(statement.order_by(person.c.sought, registration.c.id)).all()
            return _registrations(connection, rows)

    def called(self, event_id: int, reference: str) -> Registration:
        """Return the place that a reference, a number or an id names; raises ``NotFound``."""
        mine = _joined().where(registration.c.event_id == event_id)
        key = int(reference) if reference.isascii() and reference.isdigit() else -1
        with self.db.reading() as connection:
            require_event(connection, event_id)
            for column, value in (
                (registration.c.reference, reference),
                (registration.c.number, reference.upper()),
                (registration.c.id, key),
            ):
                if row := connection.execute(mine.where(column == value)).first():
                    return _registrations(connection, [row])[0]
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
        }
        statement = (
            select(registration.c.id)
            .join(person, person.c.id == registration.c.person_id)
            .where(registration.c.event_id == event_id)
        )
        called = func.lower(
            registration.c.number + " " + func.coalesce(registration.c.reference, "")
        )
        if statuses:
            statement = statement.where(registration.c.status.in_(statuses))
        for word in folded(search).split():
            found = func.instr(person.c.sought, word) + func.instr(called, word)
            statement = statement.where(found > 0)
        key = keys[sort]
        order = key.desc() if descending else key
        with self.db.reading() as connection:
            return ids_of(connection, statement.order_by(order, registration.c.id))

    def listed(self, ids: Sequence[int]) -> dict[int, Registration]:
        """Return the places of these ids; missing ones are left out."""
        with self.db.reading() as connection:
            rows = connection.execute(_joined().where(registration.c.id.in_(ids))).all()
            return {each.id: each for each in _registrations(connection, rows)}

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

    def _require_room(self, tx: Transaction, row: Row[Any]) -> None:
        now = self.clock.now()
        offered = row.offered_until is not None and row.offered_until > now
        places_of(tx, row.event_id, now).require_room(offered=offered)


def _explicit(newcomer: Newcomer) -> Newcomer:
    """Return a newcomer who is to have a place even after having cancelled."""
    return replace(
        newcomer,
        person=newcomer.person.tidied(),
        status=newcomer.status or S.CONFIRMED,
        reference=(newcomer.reference or "").strip()[:REFERENCE_LIMIT] or None,
    )


def _joined() -> Select[Any]:
    return (
        select(
            registration,
            person.c.name,
            person.c.email,
            discount_code.c.code,
            party.c.name.label("party"),
        )
        .join(person, person.c.id == registration.c.person_id)
        .outerjoin(discount_code, discount_code.c.id == registration.c.discount_code_id)
        .outerjoin(party, party.c.id == registration.c.party_id)
    )


def _row(reader: Connection | Transaction, key: int) -> Row[Any]:
    row = reader.execute(_joined().where(registration.c.id == key)).first()
    if row is None:
        raise NotFound(NO_PLACE.filled(registration=key))
    return row


def _registrations(reader: Connection, rows: Sequence[Row[Any]]) -> list[Registration]:
    answers: dict[int, dict[int, str]] = defaultdict(dict)
    keys = [row.id for row in rows]
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
            status=S(row.status),
            registered_at=row.registered_at,
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


def _line(tx: Transaction, event_id: int) -> Sequence[Row[Any]]:
    """Return those who wait and have no offer, the first in line first."""
    statement = select(registration).where(
        registration.c.event_id == event_id,
        registration.c.status == S.WAITLISTED,
        registration.c.offered_until.is_(None),
    )
    return tx.execute(statement.order_by(registration.c.queue, registration.c.id)).all()


def _lapse(tx: Transaction, event_id: int, now: Any) -> None:
    over = select(registration).where(
        registration.c.event_id == event_id, registration.c.offered_until <= now
    )
    last = end_of_line(tx, event_id)
    for place, row in enumerate(tx.execute(over.order_by(registration.c.queue)).all(), last):
        tx.update(registration, row.id, offered_until=None, queue=place)


def _require_free(tx: Transaction, row: Row[Any], reference: str | None) -> None:
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


def _party_called(tx: Transaction, event_id: int, name: str) -> int | None:
    name = " ".join(name.split())
    if not name:
        return None
    mine = select(party.c.id).where(party.c.event_id == event_id, party.c.name == name)
    row = tx.execute(mine).first()
    return row.id if row else tx.insert(party, event_id=event_id, name=name)


def _write_answers(tx: Transaction, key: int, answers: Mapping[int, str]) -> None:
    rows = tx.execute(select(answer).where(answer.c.registration_id == key)).all()
    kept = {row.custom_field_id: row.id for row in rows}
    for field_id, value in answers.items():
        if field_id in kept:
            tx.update(answer, kept.pop(field_id), value=value)
        else:
            tx.insert(answer, registration_id=key, custom_field_id=field_id, value=value)
    for row_id in kept.values():
        tx.delete(answer, row_id)
