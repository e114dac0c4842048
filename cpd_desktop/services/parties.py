"""Groups whose places are paid together: who pays, for whom, and how much."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.people import BAD_EMAIL, normal_email, tidy
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, Payment
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import require_event
from cpd_desktop.store.tables import party, person, registration

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database, Transaction

NO_PARTY = Sentence("party", "There is no group {party}.")
NO_NAME = Sentence("party", "The group has no name.")
SAME_NAME = Sentence("party", "There is a group “{name}” on this event already.")
HAS_MEMBERS = Sentence("party", "The group “{name}” has %n member(s).")
HAS_MEMBERS_ADVICE = Sentence("party", "Move them elsewhere first. Nothing was changed.")
NOTHING_DUE = Sentence("party", "Nothing is due from the group “{name}”.")


@dataclass(frozen=True, slots=True)
class PartyDraft:
    """A group as entered: its name and who gets the bill."""

    name: str
    payer: str = ""
    email: str = ""

    def tidied(self) -> PartyDraft:
        """Return it without stray spaces, its address in the form it is compared in."""
        return PartyDraft(tidy(self.name), tidy(self.payer), normal_email(self.email))

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it."""
        found: dict[str, Sentence] = {}
        if not self.name:
            found["name"] = NO_NAME
        if self.email and "@" not in self.email.strip("@"):
            found["email"] = BAD_EMAIL.filled(email=self.email)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Party(PartyDraft):
    """A group as kept, with its members by name and the money they owe together."""

    id: int
    members: tuple[str, ...] = ()
    due: tuple[Money, ...] = ()


@dataclass(frozen=True, slots=True)
class Parties:
    """What can be done with groups; people are moved between them as registrations are."""

    db: Database
    clock: Clock

    def add(self, event_id: int, draft: PartyDraft) -> Done[int]:
        """Keep a new group; raises ``Invalid``, ``NotFound`` and ``Conflict``."""
        given = _valid(draft)
        with self.db.writing("party.add", about=("event", event_id)) as tx:
            require_event(tx, event_id)
            _require_free(tx, event_id, given)
            key = tx.insert(
                party, event_id=event_id, name=given.name, payer=given.payer, email=given.email
            )
        return tx.done(key)

    def change(self, party_id: int, draft: PartyDraft) -> Changes:
        """Keep an edited group; raises ``Invalid``, ``NotFound`` and ``Conflict``."""
        given = _valid(draft)
        with self.db.writing("party.change", about=("party", party_id)) as tx:
            row = _row(tx, party_id)
            _require_free(tx, row.event_id, given, but=party_id)
            tx.update(party, party_id, name=given.name, payer=given.payer, email=given.email)
        return tx.changes

    def remove(self, party_id: int) -> Changes:
        """Remove a group in which nobody is; raises ``NotFound`` and ``Conflict``."""
        with self.db.writing("party.remove", about=("party", party_id)) as tx:
            row = _row(tx, party_id)
            members = select(func.count()).where(registration.c.party_id == party_id)
            if count := int(tx.execute(members).scalar_one()):
                raise Conflict(HAS_MEMBERS.filled(name=row.name, n=count), HAS_MEMBERS_ADVICE)
            tx.delete(party, party_id)
        return tx.changes

    def mark_paid(self, party_id: int) -> Changes:
        """Book that all that is due from a group is paid; raises ``NotFound`` and ``Conflict``."""
        from cpd_desktop.services.billing.standing import Noting

        with self.db.writing("billing.note", about=("party", party_id)) as tx:
            row = _row(tx, party_id)
            owing = select(registration.c.id).where(
                registration.c.party_id == party_id,
                registration.c.payment == Payment.DUE,
                registration.c.status.in_(HOLDS_A_PLACE),
            )
            keys = tx.execute(owing).scalars().all()
            if not keys:
                raise Conflict(NOTHING_DUE.filled(name=row.name))
            noting = Noting(self.db, tx, self.clock.now())
            for key in keys:
                noting.note(key, Payment.PAID)
        return tx.changes

    def listed(self, event_id: int) -> list[Party]:
        """Return the groups of an event, by name."""
        groups = select(party).where(party.c.event_id == event_id)
        columns = (
            registration.c.party_id,
            registration.c.status,
            registration.c.payment,
            registration.c.price_minor,
            registration.c.currency,
            person.c.name,
        )
        places = (
            select(*columns)
            .join(person, person.c.id == registration.c.person_id)
            .where(registration.c.event_id == event_id, registration.c.party_id.is_not(None))
            .order_by(person.c.sought, registration.c.id)
        )
        names: dict[int, list[str]] = defaultdict(list)
        due: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        with self.db.reading() as connection:
            rows = connection.execute(groups.order_by(party.c.name)).all()
            for row in connection.execute(places).all():
                names[row.party_id].append(row.name)
                if row.payment == Payment.DUE and row.status in HOLDS_A_PLACE:
                    due[row.party_id][row.currency] += row.price_minor
        return [
            Party(
                row.name,
                row.payer,
                row.email,
                id=row.id,
                members=tuple(names[row.id]),
                due=tuple(Money(minor, code) for code, minor in sorted(due[row.id].items())),
            )
            for row in rows
        ]


def _valid(draft: PartyDraft) -> PartyDraft:
    given = draft.tidied()
    if problems := given.problems():
        raise Invalid(problems)
    return given


def _row(reader: Connection | Transaction, party_id: int) -> Row[Any]:
    row = reader.execute(select(party).where(party.c.id == party_id)).first()
    if row is None:
        raise NotFound(NO_PARTY.filled(party=party_id))
    return row


def _require_free(tx: Transaction, event_id: int, given: PartyDraft, but: int = 0) -> None:
    same = (party.c.event_id == event_id, party.c.name == given.name, party.c.id != but)
    if tx.execute(select(party.c.id).where(*same)).first():
        raise Conflict(SAME_NAME.filled(name=given.name))
