"""People's places on events: given, changed, waited for, offered and given up."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.custom_fields import checked_answers
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.registrations import (
    REFERENCE_LIMIT,
    SETTLED,
    Entered,
    Newcomer,
    Payment,
    Registration,
    RegistrationStatus,
    require_step,
)
from cpd_desktop.domain.settings import Planning
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.codes import price_with_code
from cpd_desktop.services.event_rows import fields_of, prices_of, require_event
from cpd_desktop.services.person_rows import read_person, write_person
from cpd_desktop.services.register import Register
from cpd_desktop.services.registration_rows import (
    is_ordered,
    party_called,
    place_row,
    price_fixed_at,
    require_free,
    write_answers,
)
from cpd_desktop.services.roster import (
    Roster,
    end_of_line,
    out_of_line,
    places_of,
    price_columns,
)
from cpd_desktop.services.settings import Settings
from cpd_desktop.store.tables import event, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.store.database import Transaction

TAKEN = Sentence("registration", "{name} has a place on this event already.")
NO_OFFER = Sentence("registration", "{name} has no open offer of a place.")
NOT_WAITING = Sentence("registration", "{name} does not wait for a place.")
NOBODY_WAITS = Sentence("registration", "Nobody waits for a place without an offer already.")
PAID_ALREADY = Sentence(
    "registration", "{name} has paid or got a bill, so the code cannot be changed any more."
)

S = RegistrationStatus


@dataclass(frozen=True, slots=True)
class Registrations(Register):
    """Who has a place on which event, and how that changes."""

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

    def change_status(
        self, ids: Iterable[int], wanted: RegistrationStatus, *, out_of_turn: bool = False
    ) -> Changes:
        """Confirm, cancel or note as not having come; all of them or none.

        Raises ``NotFound``, ``NotAllowed`` where the step is not open, ``Conflict`` where somebody
        who waits would need a place that is not free, and ``OutOfTurn`` where others have waited
        longer, unless it is to be done ``out_of_turn``.
        """
        with self.db.writing(f"registration.{wanted}") as tx:
            rows = [place_row(tx, key) for key in ids]
            for row in sorted(rows, key=lambda row: row.queue or 0):
                self._step(tx, row, wanted, out_of_turn=out_of_turn)
        return tx.changes

    def confirm(self, ids: Iterable[int], *, out_of_turn: bool = False) -> Done[list[Registration]]:
        """Confirm people; who cancelled gets a place again or one in line, at the price of now.

        Raises as ``change_status`` does, ``Conflict`` too if the event is full, and ``Invalid`` if
        the code of somebody who cancelled does not hold any more.
        """
        keys = list(ids)
        with self.db.writing("registration.confirmed") as tx:
            rows = [place_row(tx, key) for key in keys]
            for row in sorted(rows, key=lambda row: row.queue or 0):
                if row.status == S.CANCELLED:
                    self.roster(tx, row.event_id).bring_back(row)
                else:
                    self._step(tx, row, S.CONFIRMED, out_of_turn=out_of_turn)
        return tx.done([self.get(key) for key in keys])

    def offer(self, event_id: int) -> Done[list[int]]:
        """Offer the free places to those who wait, the first in line first, at the price of now.

        An offer that ran out sends its holder to the end of the line. Raises ``NotFound``,
        ``NotAllowed`` if nobody waits, and ``Conflict`` if no place is free.
        """
        now, offered = self.clock.now(), []
        with self.db.writing("registration.offer", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            _lapse(tx, event_id, now)
            hours = tx.execute(select(event.c.offer_hours).where(event.c.id == event_id))
            until = now + timedelta(hours=hours.scalar_one())
            places, line = places_of(tx, event_id, now), _line(tx, event_id)
            if not line:
                raise NotAllowed(NOBODY_WAITS)
            places.require_room(offered=False)
            for row in line[: places.free]:
                priced = out_of_line(tx, row, now)
                tx.update(registration, row.id, offered_until=until, **priced)
                offered.append(row.id)
        return tx.done(offered)

    def accept(self, key: int) -> Changes:
        """Confirm somebody who was offered a place.

        Raises ``NotFound``, and ``Conflict`` if the offer ran out or there are fewer places now.
        """
        with self.db.writing("registration.accept", about=("registration", key)) as tx:
            row = place_row(tx, key)
            if row.offered_until is None or row.offered_until <= self.clock.now():
                raise Conflict(NO_OFFER.filled(name=row.name))
            places_of(tx, row.event_id, self.clock.now()).require_room(offered=True)
            tx.update(registration, key, status=S.CONFIRMED, queue=None, offered_until=None)
        return tx.changes

    def decline(self, key: int) -> Changes:
        """Send somebody to the end of the line, without their offer; raises ``NotAllowed``."""
        with self.db.writing("registration.decline", about=("registration", key)) as tx:
            row = place_row(tx, key)
            if row.status != S.WAITLISTED:
                raise NotAllowed(NOT_WAITING.filled(name=row.name))
            (place,) = end_of_line(tx, row.event_id)
            tx.update(registration, key, offered_until=None, queue=place)
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
        """Keep what is known about the money for places; what was paid is in the ledger then.

        Raises ``NotFound``, and ``NotAllowed`` where the ledger says otherwise.
        """
        with self.db.writing(_deed_of(payment)) as tx:
            self._note(tx, ids, payment)
        return tx.changes

    def _note(self, tx: Transaction, ids: Iterable[int], payment: Payment) -> None:
        from cpd_desktop.services.billing.standing import Noting

        noting = Noting(self.db, tx, self.clock.now())
        for key in ids:
            noting.note(key, payment)

    def move(self, ids: Iterable[int], party_name: str) -> Changes:
        """Let these places be paid together as a group, or each on its own without a name."""
        with self.db.writing("registration.move") as tx:
            for key in ids:
                row = place_row(tx, key)
                tx.update(registration, key, party_id=party_called(tx, row.event_id, party_name))
        return tx.changes

    def change(self, key: int, edited: Newcomer) -> Done[Registration]:
        """Keep what was edited about a place and about the person who has it.

        Raises ``Invalid``, ``NotFound``, ``NotAllowed`` and, as ``change_status``, ``Conflict``.
        """
        with self.db.writing("registration.change", about=("registration", key)) as tx:
            row = place_row(tx, key)
            _write_person(tx, row.person_id, edited)
            checked = checked_answers(fields_of(tx, row.event_id), edited.answers)
            reference = _reference(edited)
            require_free(tx, row, reference)
            tx.update(
                registration,
                key,
                reference=reference,
                note=edited.note.strip(),
                party_id=party_called(tx, row.event_id, edited.party),
                **self._price(tx, row, edited.code),
            )
            write_answers(tx, key, checked)
            if edited.status is not None and edited.status != row.status:
                self._step(tx, row, edited.status, out_of_turn=False)
            if edited.payment is not None and edited.payment != row.payment:
                self._note(tx, [key], edited.payment)
        return tx.done(self.get(key))

    def _price(self, tx: Transaction, row: Row[Any], code: str) -> dict[str, Any]:
        """Return the columns that another code changes."""
        if folded(code) == folded(row.code or ""):
            return {}
        if Payment(row.payment) in SETTLED or is_ordered(tx, row.id):
            raise NotAllowed(PAID_ALREADY.filled(name=row.name))
        price, code_id = prices_of(tx, row.event_id).at(price_fixed_at(row)), None
        if code.strip():
            price, code_id = price_with_code(
                tx,
                code,
                event_id=row.event_id,
                price=price,
                person_id=row.person_id,
                now=self.clock.now(),
            )
        return price_columns(price, code_id)

    def _step(
        self,
        tx: Transaction,
        row: Row[Any],
        wanted: RegistrationStatus,
        *,
        out_of_turn: bool,
    ) -> None:
        require_step(row.name, S(row.status), wanted)
        priced: dict[str, Any] = {}
        if row.status == S.WAITLISTED and wanted is not S.CANCELLED:
            now = self.clock.now()
            offered = row.offered_until is not None and row.offered_until > now
            places = places_of(tx, row.event_id, now)
            places.require_room(offered=offered)
            if not offered and not out_of_turn:
                places.require_turn(row.name, _ahead(tx, row))
            priced = out_of_line(tx, row, now)
        tx.update(registration, row.id, status=wanted, queue=None, offered_until=None, **priced)


def _deed_of(payment: Payment) -> str:
    """Return the deed's name; what is booked is no deed that undo takes back."""
    return "billing.note" if payment is Payment.PAID else "registration.payment"


def _explicit(newcomer: Newcomer) -> Newcomer:
    """Return a newcomer who is to have a place even after having cancelled."""
    return newcomer._replace(
        person=newcomer.person.tidied(),
        status=newcomer.status or S.CONFIRMED,
        reference=_reference(newcomer),
    )


def _reference(given: Newcomer) -> str | None:
    return (given.reference or "").strip()[:REFERENCE_LIMIT] or None


def _write_person(tx: Transaction, person_id: int, edited: Newcomer) -> None:
    given = edited.person
    kept = read_person(tx, person_id).draft()
    draft = replace(
        kept, name=given.name, email=given.email, organisation=given.organisation
    ).tidied()
    draft.require_valid()
    if draft != kept:
        write_person(tx, person_id, draft)


def _ahead(tx: Transaction, row: Row[Any]) -> int:
    """Return how many people wait longer than this one and have no offer."""
    statement = select(func.count()).where(
        registration.c.event_id == row.event_id,
        registration.c.status == S.WAITLISTED,
        registration.c.offered_until.is_(None),
        registration.c.queue < row.queue,
    )
    return int(tx.execute(statement).scalar_one())


def _line(tx: Transaction, event_id: int) -> Sequence[Row[Any]]:
    """Return those who wait and have no offer, the first in line first."""
    statement = select(registration).where(
        registration.c.event_id == event_id,
        registration.c.status == S.WAITLISTED,
        registration.c.offered_until.is_(None),
    )
    return tx.execute(statement.order_by(registration.c.queue, registration.c.id)).all()


def _lapse(tx: Transaction, event_id: int, now: datetime) -> None:
    over = select(registration).where(
        registration.c.event_id == event_id, registration.c.offered_until <= now
    )
    rows = tx.execute(over.order_by(registration.c.queue)).all()
    if not rows:
        return
    for row, place in zip(rows, end_of_line(tx, event_id, len(rows)), strict=True):
        tx.update(registration, row.id, offered_until=None, queue=place)
