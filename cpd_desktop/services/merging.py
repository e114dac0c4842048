"""Two entries of one human made one: shown first, then done in one step, which undo takes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, or_, select

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.merging import merged
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment, RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.attendance.moving import move_aliases, move_decisions
from cpd_desktop.services.billing.moving import follow_orders, move_lines, move_money
from cpd_desktop.services.duplicates import note_apart
from cpd_desktop.services.messages.moving import move_messages
from cpd_desktop.services.person_rows import read_person, write_person
from cpd_desktop.services.registration_rows import price_fixed_at
from cpd_desktop.services.zoom.leaving import move_seats
from cpd_desktop.store.removal import remove_with_parts
from cpd_desktop.store.tables import (
    answer,
    certificate,
    check_in,
    event,
    person,
    registration,
    submission,
    told_apart,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.domain.people import Person, PersonDraft
    from cpd_desktop.store.database import Database, Transaction

SAME_ONE = Sentence("merging", "A person cannot be merged with themselves.")
WAS_ERASED = Sentence("merging", "{name} was erased on request and cannot be merged.")
MOVED = Sentence("merging", "What moves along: %n place(s) on other events.")
TWO_PLACES = Sentence(
    "merging",
    "Both have a place on “{title}”. {kept} stays ({status}); {gone} is given up. Answers, "
    "check-ins and work that {kept} does not have move to it; what differs is noted there.",
)
PAID_TWICE = Sentence(
    "merging", "Both places on “{title}” are paid: {amount} for {gone} may have to be refunded."
)
BOTH_CERTIFIED = Sentence(
    "merging", "Both hold certificates of “{title}”, so they cannot be made one."
)
STAYS_PUT = Sentence("merging", "A certificate stays with its place for good. Nothing was changed.")
OTHER_VALUES = Sentence("merging", "What differs in “{name}” is kept in the notes.")

S = RegistrationStatus
_SETTLED = (Payment.PAID, Payment.REFUNDED, Payment.WAIVED, Payment.DUE, Payment.NOTHING_DUE)


@dataclass(frozen=True, slots=True)
class Preview:
    """Who is merged, who that makes, and what happens with their places."""

    keep: Person
    other: Person
    merged: PersonDraft
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Merging:
    """Makes two entries one; nothing of either is lost."""

    db: Database

    def merge_preview(self, keep: int, other: int) -> Preview:
        """Return what a merge would make; raises ``NotFound``, ``NotAllowed``, ``Invalid``."""
        with self.db.reading() as connection:
            return _preview(connection, keep, other)

    def merge(self, keep: int, other: int) -> Done[Person]:
        """Make two entries one; raises ``NotFound``, ``NotAllowed``, ``Invalid``."""
        with self.db.writing("person.merge", about=("person", keep)) as tx:
            preview = _preview(tx, keep, other)
            for mine, theirs in _twice_there(tx, keep, other):
                _join_places(tx, keep, *_kept_first(mine, theirs))
            theirs_left = select(registration.c.id).where(registration.c.person_id == other)
            for key in tx.execute(theirs_left).scalars().all():
                tx.update(registration, key, person_id=keep)
            _move_told_apart(tx, keep, other)
            move_aliases(tx, keep, other)
            move_messages(tx, keep, other)
            move_money(tx, keep, other)
            remove_with_parts(tx, person, other)
            write_person(tx, keep, preview.merged)
            made = read_person(tx, keep)
        return tx.done(made)


def _preview(reader: Connection | Transaction, keep: int, other: int) -> Preview:
    if keep == other:
        raise NotAllowed(SAME_ONE)
    mine, theirs = read_person(reader, keep), read_person(reader, other)
    for each in (mine, theirs):
        if each.erased_at is not None:
            raise NotAllowed(WAS_ERASED.filled(name=each.name))
    made, differs = merged(mine.draft(), theirs.draft())
    made.require_valid()
    twice = _twice_there(reader, keep, other)
    for one, another in twice:
        if one.certificates and another.certificates:
            raise NotAllowed(BOTH_CERTIFIED.filled(title=one.title), STAYS_PUT)
    theirs_all = select(registration.c.id).where(registration.c.person_id == other)
    moved = len(reader.execute(theirs_all).all()) - len(twice)
    sentences = [OTHER_VALUES.filled(name=theirs.name)] if differs else []
    if moved:
        sentences.append(MOVED.filled(n=moved))
    for pair in twice:
        sentences += _about_both(*_kept_first(*pair))
    return Preview(mine, theirs, made, tuple(sentences))


def _about_both(kept: Row[Any], gone: Row[Any]) -> list[Sentence]:
    says = TWO_PLACES.filled(
        title=kept.title, kept=kept.number, gone=gone.number, status=_status_words(kept.status)
    )
    if kept.payment == gone.payment == Payment.PAID:
        amount = Money(gone.price_minor, gone.currency)
        return [says, PAID_TWICE.filled(title=kept.title, gone=gone.number, amount=amount)]
    return [says]


def _status_words(status: str) -> Sentence:
    return {
        S.PENDING: Sentence("merging", "pending"),
        S.CONFIRMED: Sentence("merging", "confirmed"),
        S.WAITLISTED: Sentence("merging", "on the waiting list"),
        S.CANCELLED: Sentence("merging", "cancelled"),
        S.NO_SHOW: Sentence("merging", "did not come"),
    }[S(status)]


def _twice_there(
    reader: Connection | Transaction, keep: int, other: int
) -> list[tuple[Row[Any], Row[Any]]]:
    """Return the places of both on the events where both have one."""
    issued = (
        select(func.count(certificate.c.id))
        .where(certificate.c.registration_id == registration.c.id)
        .scalar_subquery()
    )
    statement = (
        select(registration, event.c.title, issued.label("certificates"))
        .join(event, event.c.id == registration.c.event_id)
        .where(registration.c.person_id.in_((keep, other)))
        .order_by(registration.c.event_id)
    )
    mine: dict[int, Row[Any]] = {}
    theirs: dict[int, Row[Any]] = {}
    for row in reader.execute(statement).all():
        (mine if row.person_id == keep else theirs)[row.event_id] = row
    return [(row, theirs[key]) for key, row in mine.items() if key in theirs]


def _kept_first(mine: Row[Any], theirs: Row[Any]) -> tuple[Row[Any], Row[Any]]:
    """Return first the place that holds more: nobody loses a seat by being merged."""

    def weight(row: Row[Any]) -> int:
        if row.certificates:
            return 3
        return 2 if row.status in HOLDS_A_PLACE else int(row.status == S.WAITLISTED)

    return (mine, theirs) if weight(mine) >= weight(theirs) else (theirs, mine)


def _join_places(tx: Transaction, keep: int, kept: Row[Any], gone: Row[Any]) -> None:
    differing = _move_answers(tx, kept.id, gone.id)
    there = select(check_in.c.session_id).where(check_in.c.registration_id == kept.id)
    known = set(tx.execute(there).scalars().all())
    visits = select(check_in).where(check_in.c.registration_id == gone.id)
    for row in tx.execute(visits).all():
        if row.session_id not in known:
            tx.update(check_in, row.id, registration_id=kept.id)
    _move_work(tx, kept.id, gone.id)
    move_seats(tx, kept.id, gone.id)
    move_decisions(tx, kept.event_id, kept.id, gone.id)
    amount = str(Money(gone.price_minor, gone.currency)) if gone.currency else ""
    given_up = filter(None, (gone.number, gone.reference, amount, *differing))
    columns: dict[str, Any] = {
        "registered_at": min(kept.registered_at, gone.registered_at),
        "priced_at": price_fixed_at(kept),
        "party_id": kept.party_id or gone.party_id,
        "note": "\n".join(filter(None, (kept.note, " · ".join(given_up), gone.note))),
    }
    if _SETTLED.index(Payment(gone.payment)) < _SETTLED.index(Payment(kept.payment)):
        names = ("payment", "price_minor", "currency", "discount_code_id")
        columns |= {name: getattr(gone, name) for name in names}
        columns["priced_at"] = price_fixed_at(gone)
    move_lines(tx, kept.id, gone.id)
    remove_with_parts(tx, registration, gone.id)
    reference = kept.reference or gone.reference
    tx.update(registration, kept.id, person_id=keep, reference=reference, **columns)
    follow_orders(tx, kept.id)


def _move_answers(tx: Transaction, kept: int, gone: int) -> list[str]:
    """Move answers to questions that are open; return those that differ."""
    statement = select(answer).where(answer.c.registration_id == kept)
    known = {row.custom_field_id: row.value for row in tx.execute(statement).all()}
    differing = []
    for row in tx.execute(select(answer).where(answer.c.registration_id == gone)).all():
        if row.custom_field_id not in known:
            tx.update(answer, row.id, registration_id=kept)
        elif row.value != known[row.custom_field_id]:
            differing.append(row.value)
    return differing


def _move_work(tx: Transaction, kept: int, gone: int) -> None:
    """Move what was handed in; attempts at the same assignment are counted on."""
    mine = select(submission).where(submission.c.registration_id == kept)
    last: dict[int, int] = {}
    for row in tx.execute(mine).all():
        last[row.assignment_id] = max(row.attempt, last.get(row.assignment_id, 0))
    theirs = select(submission).where(submission.c.registration_id == gone)
    for row in tx.execute(theirs.order_by(submission.c.attempt)).all():
        attempt = max(row.attempt, last.get(row.assignment_id, 0) + 1)
        last[row.assignment_id] = attempt
        tx.update(submission, row.id, registration_id=kept, attempt=attempt)


def _move_told_apart(tx: Transaction, keep: int, other: int) -> None:
    theirs = or_(told_apart.c.lower_id == other, told_apart.c.higher_id == other)
    for row in tx.execute(select(told_apart).where(theirs)).all():
        tx.delete(told_apart, row.id)
        note_apart(tx, keep, row.higher_id if row.lower_id == other else row.lower_id)
