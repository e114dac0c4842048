"""Who has a place on one event: the one way in, for one person or for thousands."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, func, select

from cpd_desktop.domain.custom_fields import checked_answers
from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import PersonDraft
from cpd_desktop.domain.registrations import (
    HOLDS_A_PLACE,
    SETTLED,
    STEPS,
    Entered,
    Newcomer,
    Payment,
    Places,
    RegistrationStatus,
    Source,
)
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.codes import left_with_code, price_with_code
from cpd_desktop.services.event_rows import fields_of, prices_of, require_event
from cpd_desktop.services.identities import Identities, place_from
from cpd_desktop.services.numbering import take_numbers
from cpd_desktop.services.person_rows import insert_people, write_person
from cpd_desktop.services.registration_rows import is_ordered, place_row
from cpd_desktop.store.tables import answer, event, party, registration

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.people import Person
    from cpd_desktop.services.identities import Identity, Place
    from cpd_desktop.store.database import Transaction

CHUNK = 2000

S = RegistrationStatus


class Outcome(NamedTuple):
    """What became of one newcomer: the place they have now, or why they have none."""

    entered: Entered | None = None
    registration_id: int = 0
    error: CpdError | None = None
    about: str = ""  # which of their particulars the error is about, if it does not say so itself


@dataclass(slots=True)
class _New:
    """A place that is about to be written, for somebody new or known."""

    columns: dict[str, Any]
    given: PersonDraft
    who: Person | None
    answers: Mapping[int, str]

    @property
    def entered(self) -> Entered:
        waits = self.columns["status"] is S.WAITLISTED
        return Entered.WAITLISTED if waits else Entered.ADDED


def places_of(reader: Connection | Transaction, event_id: int, now: datetime) -> Places:
    """Return how an event's places stand; an offer that ran out holds none."""
    columns = (event.c.capacity, event.c.waitlist, event.c.waitlist_limit)
    row = reader.execute(select(*columns).where(event.c.id == event_id)).one()
    waits = registration.c.status == S.WAITLISTED
    counted = reader.execute(
        select(
            func.count().filter(registration.c.status.in_(HOLDS_A_PLACE)).label("held"),
            func.count().filter(and_(waits, registration.c.offered_until > now)).label("offered"),
            func.count().filter(waits).label("waiting"),
            func.min(registration.c.offered_until)
            .filter(registration.c.offered_until > now)
            .label("offered_until"),
        ).where(registration.c.event_id == event_id)
    ).one()
    return Places(
        row.capacity,
        counted.held,
        counted.offered,
        counted.waiting,
        bool(row.waitlist),
        row.waitlist_limit,
        counted.offered_until,
    )


def end_of_line(tx: Transaction, event_id: int, count: int = 1) -> range:
    """Return places behind everybody who waits or ever waited.

    No place in line is given twice, so that whoever left it by mistake finds theirs free.
    """
    return take_numbers(tx, f"waiting line of event {event_id}", count)


class Roster:
    """The places of one event, for as long as a transaction lasts; raises ``NotFound``."""

    def __init__(self, tx: Transaction, event_id: int, now: datetime, prefix: str) -> None:
        require_event(tx, event_id)
        self._tx = tx
        self._event_id = event_id
        self._now = now
        row = tx.execute(select(event).where(event.c.id == event_id)).one()
        self._run = f"{prefix}-{wall_time(now, row.zone).year}"
        self._prices = prices_of(tx, event_id)
        self._fields = fields_of(tx, event_id)
        self._places = places_of(tx, event_id, now)
        self._identities = Identities(tx, event_id)
        self._parties: dict[str, int] = {}
        self._codes_in_hand: Counter[int] = Counter()  # used by those who are not written yet

    def enter(self, newcomers: Iterable[Newcomer]) -> Iterator[Outcome]:
        """Register people, or bring those up to date who are registered already, in order.

        Whoever breaks a rule gets an error of their own and changes nothing.
        """
        for chunk in _chunks(newcomers):
            yield from self._enter(chunk)

    def _enter(self, chunk: Sequence[Newcomer]) -> list[Outcome]:
        outcomes = [Outcome()] * len(chunk)
        new: dict[int, _New] = {}
        known: set[int] = set()
        again: list[int] = []
        for at, (each, identity) in enumerate(zip(chunk, self._identities.of(chunk), strict=True)):
            if isinstance(identity, CpdError):
                outcomes[at] = Outcome(error=identity, about="reference")
                continue
            who = identity.person
            if who is not None and who.id in known:
                again.append(at)  # under another address: what the first row changed is read anew
                continue
            try:
                if identity.place is None:
                    new[at] = self._welcome(each, who)
                else:
                    outcomes[at] = self._bring_up_to_date(each, identity)
            except CpdError as error:
                outcomes[at] = Outcome(error=error)
                continue
            if who is not None:
                known.add(who.id)
                self._identities.take(who)
        for (at, welcomed), key in zip(new.items(), self._insert([*new.values()]), strict=True):
            outcomes[at] = Outcome(welcomed.entered, key)
        for at in again:
            (outcomes[at],) = self._enter([chunk[at]])
        return outcomes

    def _welcome(self, each: Newcomer, who: Person | None) -> _New:
        given = each.person if who is None else who.joined(each.person)
        given.require_valid()
        answers = self._first_answers(each) if self._fields else {}
        whom = who.id if who else None
        columns = {
            **self._price_of(each, whom, each.registered_at or self._now),
            "status": self._standing(each),
            "queue": None,
            "event_id": self._event_id,
            "person_id": who.id if who else 0,
            "number": "",
            "reference": each.reference or None,
            "registered_at": each.registered_at or self._now,
            "source": each.source,
            "party_id": self._party(each.party) if each.party else None,
            "note": each.note,
        }
        return _New(columns, given, who, answers)

    def _first_answers(self, each: Newcomer) -> dict[int, str]:
        """Return the answers of somebody new; Zoom's form may not have asked all that we do."""
        asked = self._fields
        if each.source is Source.ZOOM:
            asked = tuple(field for field in asked if each.answers.get(field.id or 0, "").strip())
        return checked_answers(asked, each.answers)

    def _price_of(self, each: Newcomer, person_id: int | None, at: datetime) -> dict[str, Any]:
        price, code_id = self._prices.at(at), None
        if each.code:
            price, code_id = price_with_code(
                self._tx,
                each.code,
                event_id=self._event_id,
                price=price,
                person_id=person_id,
                now=self._now,
                about_to_use=self._codes_in_hand,
            )
            self._codes_in_hand[code_id] += 1
        columns = price_columns(price, code_id)
        return columns | {"payment": each.payment} if each.payment else columns

    def _standing(self, each: Newcomer) -> RegistrationStatus:
        """Return how somebody without a place gets one, or a place in line."""
        status = each.status or S.CONFIRMED
        if self._places.capacity is None:
            return status  # nothing is counted where there is no limit
        if status in HOLDS_A_PLACE:
            status = self._places.standing(status)
        self._places = self._places.after(status)
        return status

    def _insert(self, new: Sequence[_New]) -> Sequence[int]:
        if not new:
            return ()
        strangers = [each for each in new if each.who is None]
        ids = insert_people(self._tx, [each.given for each in strangers], self._now)
        for each, key in zip(strangers, ids, strict=True):
            each.columns["person_id"] = key
        for each in new:
            if each.who is not None and each.given != each.who.draft():
                write_person(self._tx, each.who.id, each.given)
        for each, number in zip(new, take_numbers(self._tx, self._run, len(new)), strict=True):
            each.columns["number"] = f"{self._run}-{number:04}"
        waiting = [each.columns for each in new if each.columns["status"] is S.WAITLISTED]
        if waiting:
            places = end_of_line(self._tx, self._event_id, len(waiting))
            for columns, place in zip(waiting, places, strict=True):
                columns["queue"] = place
        keys = self._tx.insert_all(registration, [each.columns for each in new])
        self._codes_in_hand.clear()
        answers = [
            {"registration_id": key, "custom_field_id": field_id, "value": value}
            for key, each in zip(keys, new, strict=True)
            for field_id, value in each.answers.items()
        ]
        self._tx.insert_all(answer, answers)
        return keys

    def _bring_up_to_date(self, each: Newcomer, identity: Identity) -> Outcome:
        place, who = identity.place, identity.person
        assert place is not None  # noqa: S101 - the caller looked
        assert who is not None  # noqa: S101 - a place is somebody's
        changed = who.joined(each.person)
        changed.require_valid()
        answers = self._newer_answers(place.id, each)
        before, returned = self._tx.noted, None
        columns: dict[str, Any] = {}
        if place.status is S.CANCELLED and each.status in HOLDS_A_PLACE:
            columns |= self._return(each, place)
            waits = columns["status"] is S.WAITLISTED
            returned = Entered.WAITLISTED if waits else Entered.ADDED
        columns |= self._news(each, place)
        self._answer_again(place.id, answers)
        if changed != who.draft():
            write_person(self._tx, who.id, changed)
        if columns:
            self._tx.update(registration, place.id, **columns)
        touched = Entered.UPDATED if self._tx.noted > before else Entered.UNCHANGED
        return Outcome(returned or touched, place.id)

    def bring_back(self, row: Row[Any]) -> None:
        """Give somebody who cancelled a place again, or a place in line, with the same code."""
        place = place_from(row)
        who = Newcomer(person=PersonDraft(row.name, row.email), code=row.code or "")
        self._tx.update(registration, row.id, **self._return(who, place))

    def _return(self, each: Newcomer, place: Place) -> dict[str, Any]:
        """Return the columns of somebody who cancelled and comes back, at the price of now.

        What they paid before stays paid.
        """
        columns: dict[str, Any] = {}
        open_bill = place.payment is Payment.DUE and is_ordered(self._tx, place.id)
        if place.payment not in SETTLED and not open_bill:
            columns |= self._price_of(each, place.person_id, self._now) | {"priced_at": self._now}
        columns["status"] = self._standing(each)
        if columns["status"] is S.WAITLISTED:
            (columns["queue"],) = end_of_line(self._tx, self._event_id)
        return columns

    def _news(self, each: Newcomer, place: Place) -> dict[str, Any]:
        """Return the columns that a newer account of a place changes; nothing is blanked."""
        columns: dict[str, Any] = {}
        if each.reference and each.reference != place.number:
            columns["reference"] = each.reference
        if each.payment not in (None, place.payment) and not is_ordered(self._tx, place.id):
            columns["payment"] = each.payment
        if each.note:
            columns["note"] = each.note
        if each.party:
            columns["party_id"] = self._party(each.party)
        wanted = each.status
        if wanted in STEPS[place.status] and self._may_step(place.status, wanted):
            self._places = self._places.after(wanted, place.status)
            if place.status is S.WAITLISTED and wanted in HOLDS_A_PLACE:
                columns = out_of_line(self._tx, place_row(self._tx, place.id), self._now) | columns
            columns |= {"status": wanted, "queue": None, "offered_until": None}
        return columns

    def _may_step(self, status: RegistrationStatus, wanted: RegistrationStatus) -> bool:
        """Say whether a list may change it: it lets nobody in before others who wait."""
        if status is not S.WAITLISTED or wanted not in HOLDS_A_PLACE:
            return True
        others = self._places.after(S.CANCELLED, S.WAITLISTED)
        return others.free is None or others.free > others.waiting - others.offered

    def _newer_answers(self, key: int, each: Newcomer) -> dict[int, tuple[int | None, str]]:
        """Return which answers change, with the row they stand in; raises ``Invalid``."""
        newer = {field_id: text for field_id, text in each.answers.items() if text.strip()}
        if not newer:
            return {}
        rows = self._tx.execute(select(answer).where(answer.c.registration_id == key)).all()
        kept = {row.custom_field_id: row for row in rows}
        given = {field_id: row.value for field_id, row in kept.items()} | newer
        return {
            field_id: (kept[field_id].id if field_id in kept else None, value)
            for field_id, value in checked_answers(self._fields, given).items()
            if field_id not in kept or kept[field_id].value != value
        }

    def _answer_again(self, key: int, newer: dict[int, tuple[int | None, str]]) -> None:
        for field_id, (row, value) in newer.items():
            if row is not None:
                self._tx.update(answer, row, value=value)
            else:
                self._tx.insert(answer, registration_id=key, custom_field_id=field_id, value=value)

    def _party(self, name: str) -> int:
        if name not in self._parties:
            mine = party.c.event_id == self._event_id
            found = self._tx.execute(select(party.c.id).where(mine, party.c.name == name)).first()
            self._parties[name] = (
                found.id if found else self._tx.insert(party, event_id=self._event_id, name=name)
            )
        return self._parties[name]


def out_of_line(tx: Transaction, row: Row[Any], now: datetime) -> dict[str, Any]:
    """Return the columns of the price at which somebody who waits is given or offered a place now.

    Whoever has an open offer keeps its price, and what is settled or ordered stays as it is.
    """
    offered = row.offered_until is not None and row.offered_until > now
    settled = row.payment != Payment.DUE and row.price_minor > 0
    if offered or settled or row.payment in SETTLED or is_ordered(tx, row.id):
        return {}
    price = prices_of(tx, row.event_id).at(now)
    if row.discount_code_id is not None:
        price = left_with_code(tx, row.discount_code_id, price)
    return price_columns(price, row.discount_code_id) | {"priced_at": now}


def price_columns(price: Money | None, code_id: int | None) -> dict[str, Any]:
    """Return the columns of a place at this price, of which nothing is paid yet."""
    return {
        "price_minor": price.minor if price else 0,
        "currency": price.currency if price else "",
        "payment": Payment.DUE if price and price.minor else Payment.NOTHING_DUE,
        "discount_code_id": code_id,
    }


def _chunks(newcomers: Iterable[Newcomer]) -> Iterator[list[Newcomer]]:
    """Yield newcomers in lots; nobody is in a lot twice, so that the second finds the first."""
    chunk: list[Newcomer] = []
    seen: set[tuple[str, ...]] = set()
    for each in newcomers:
        who = (each.person.email, folded(each.person.name))
        called = ("", each.reference) if each.reference else who
        if len(chunk) == CHUNK or who in seen or called in seen:
            yield chunk
            chunk, seen = [], set()
        chunk.append(each)
        seen.add(who)
        seen.add(called)
    if chunk:
        yield chunk
