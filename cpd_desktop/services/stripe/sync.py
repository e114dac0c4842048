"""Knows what happened at Stripe: written down first, read anew, then booked, each with its fate."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sqlalchemy import func, select, update

from cpd_desktop.domain.billing.outward import Doubt, EventFate
from cpd_desktop.domain.changes import Changes
from cpd_desktop.domain.settings import StripeAccount as Kept
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import Happening
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.doubts import raise_doubt
from cpd_desktop.services.stripe.meaning import Meaning
from cpd_desktop.services.stripe.operations import UNBOOKABLE, operation_of
from cpd_desktop.services.stripe.reading import (
    DISPUTE,
    KINDS,
    MEMBERSHIP,
    PAGE,
    PAYMENT,
    REFUND,
    Reading,
    Seen,
)
from cpd_desktop.services.stripe.rows import of_account, person_of
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import membership, payment, stripe_event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.settings import Settings
    from cpd_desktop.services.stripe.account import Own, StripeAccount
    from cpd_desktop.services.stripe.customers import Customers
    from cpd_desktop.services.stripe.operations import Operations
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

OVERLAP: Final = timedelta(minutes=10)  # events can come to light late
LOT: Final = 500  # things that share a transaction
FETCHING = "Fetching what happened"
BOOKING = "Booking what happened"
UNBOOKED = Sentence("stripe", "What happened at Stripe could not be booked: {why}")

# What others need comes first: members before their payments, payments before their refunds.
ORDER = (MEMBERSHIP, PAGE, PAYMENT, REFUND, DISPUTE)
F = EventFate


class Thing(NamedTuple):
    """An object at Stripe that may mean something here."""

    kind: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event as kept, with its fate."""

    id: int
    event: str
    kind: str
    about: str
    made: datetime
    received_at: datetime
    fate: EventFate
    says: Sentence | None


@dataclass(frozen=True, slots=True)
class Synced:
    """What one look brought: events by their fates, and what changed here."""

    heard: int = 0
    fates: dict[EventFate, int] = field(default_factory=dict)
    gap: bool = False
    changes: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class StripeSync:
    """Brings in what happened at Stripe. All of it may wait."""

    db: Database
    clock: Clock
    settings: Settings
    account: StripeAccount
    operations: Operations
    payments: Payments
    customers: Customers

    def sync(self, work: Work) -> Synced:
        """Finish what was begun, fetch what happened since the last look, and book it.

        Last, customers are told of people who have another name or address now.

        Raises ``NeedsSignIn`` without a key, ``NotAllowed`` with one of another account, what
        Stripe raises, and ``Cancelled``; what was written down by then waits for the next look.
        """
        own = self.account.own(work)
        changes = self.operations.resume(own, work)
        work.report(0, None, FETCHING)
        since = self._cursor(own)
        events = own.stripe.events_since(since and since - OVERLAP, KINDS)
        heard, noted = self._hear(own, events)
        gap = since is not None and not self._is_told(own, since, events)
        if gap and since is not None:
            seen = Reading(own.stripe, work, self._booked).since(since - OVERLAP)
            _, filled = self._book(own, seen, _things(seen), work)
            changes = changes.merged(filled)
        done = self.work_off(work, own)
        if not self.settings.get(Kept).began:
            self._begin()
        followed = self.customers.follow(own, work)
        whole = changes.merged(noted).merged(done.changes).merged(followed)
        return replace(done, heard=heard, gap=gap, changes=whole)

    def hear(self, happening: Happening) -> bool:
        """Write down what a signed message told; say whether it is new."""
        kept = self.settings.get(Kept)
        if not kept.account or happening.live != kept.live:
            return False
        heard, _ = self._hear(kept, [happening])
        return bool(heard)

    def work_off(self, work: Work, own: Own | None = None) -> Synced:
        """Read anew what the events that wait are about, and book it; raises as ``sync``."""
        own = own or self.account.own(work)
        waiting = self._waiting(own)
        if not waiting:
            return Synced()
        known = [each for each in waiting if each.kind in KINDS]
        told = [
            Happening(each.event, each.kind, each.about, _kind_of(each.kind), each.made, own.live)
            for each in known
        ]
        seen = Reading(own.stripe, work, self._booked).about(told)
        fates, changes = self._book(own, seen, _things(seen), work)
        by_fate: dict[EventFate, list[int]] = {}
        for each in waiting:
            kind = _kind_of(each.kind)
            fate = fates.get(Thing(kind, each.about), F.IGNORED)
            by_fate.setdefault(fate if each.kind in KINDS else F.IGNORED, []).append(each.id)
        with self.db.writing("billing.heard") as tx:
            for fate, ids in by_fate.items():
                mine = update(stripe_event).where(among(stripe_event.c.id, ids))
                tx.execute(mine.values(fate=fate, tries=stripe_event.c.tries + 1))
        return Synced(fates={fate: len(ids) for fate, ids in by_fate.items()}, changes=changes)

    def events(self, *, limit: int = 200) -> list[ToldEvent]:
        """Return what was told, with its fate, the newest first."""
        wanted = select(stripe_event).order_by(stripe_event.c.created.desc()).limit(limit)
        with self.db.reading() as connection:
            return [_told(row) for row in connection.execute(wanted)]

    def _cursor(self, own: Own) -> datetime | None:
        """Return when the newest known event happened, by Stripe's clock and not by ours."""
        mine = select(func.max(stripe_event.c.created)).where(of_account(stripe_event, own))
        with self.db.reading() as connection:
            return connection.execute(mine).scalar()

    def _is_told(self, own: Own, since: datetime, events: Sequence[Happening]) -> bool:
        """Say whether the newest event that is known is still told: else some are told no more."""
        told = {each.id for each in events if each.made == since}
        mine = select(stripe_event.c.event).where(
            of_account(stripe_event, own), stripe_event.c.created == since
        )
        with self.db.reading() as connection:
            known = set(connection.execute(mine).scalars())
        return bool(told & known)

    def _hear(self, own: Own | Kept, events: Sequence[Happening]) -> tuple[int, Changes]:
        with self.db.writing("billing.hear", detailed=False) as tx:
            ids = [each.id for each in events]
            known = set(tx.execute(
                select(stripe_event.c.event).where(among(stripe_event.c.event, ids))
            ).scalars())  # fmt: skip
            now = self.clock.now()
            new = {each.id: each for each in events if each.id and each.id not in known}
            rows = [
                {
                    "event": each.id, "type": each.kind, "created": each.made,
                    "object": each.about, "live": int(each.live), "account": own.account,
                    "received_at": now,
                }
                for each in new.values()
            ]  # fmt: skip
            tx.insert_all(stripe_event, rows)
        return len(rows), tx.changes

    def _waiting(self, own: Own) -> list[ToldEvent]:
        c = stripe_event.c
        wanted = select(stripe_event).where(of_account(stripe_event, own), c.fate == F.WAITING)
        with self.db.reading() as connection:
            return [_told(row) for row in connection.execute(wanted.order_by(c.created, c.id))]

    def _booked(self, charges: Iterable[str]) -> set[str]:
        mine = select(payment.c.external).where(among(payment.c.external, charges))
        with self.db.reading() as connection:
            return {str(each) for each in connection.execute(mine).scalars()}

    def _book(
        self, own: Own, seen: Seen, things: Sequence[Thing], work: Work
    ) -> tuple[dict[Thing, EventFate], Changes]:
        """Book things in lots; a lot in which one cannot be booked is booked one by one."""
        self._read_more(own, seen)
        fates: dict[Thing, EventFate] = {}
        changes = Changes()
        for start in range(0, len(things), LOT):
            work.report(start, len(things), BOOKING)
            lot = things[start : start + LOT]
            try:
                told, changed = self._book_lot(own, seen, lot)
            except UNBOOKABLE:
                for each in lot:
                    told, changed = self._book_one(own, seen, each)
                    fates, changes = fates | told, changes.merged(changed)
            else:
                fates, changes = fates | told, changes.merged(changed)
        return fates, changes

    def _book_lot(
        self, own: Own, seen: Seen, lot: Sequence[Thing]
    ) -> tuple[dict[Thing, EventFate], Changes]:
        first = not self.settings.get(Kept).began
        with self.db.writing("billing.told") as tx:
            meaning = Meaning(
                tx, own, self.clock.now(), self.db.who, self.settings, self.payments, first
            )
            told = {each: _meant(meaning, seen, each) for each in lot}
        return told, tx.changes

    def _book_one(
        self, own: Own, seen: Seen, thing: Thing
    ) -> tuple[dict[Thing, EventFate], Changes]:
        try:
            return self._book_lot(own, seen, [thing])
        except UNBOOKABLE as error:
            return {thing: F.FLAGGED}, self._flag(thing, error)

    def _flag(self, thing: Thing, error: CpdError) -> Changes:
        with self.db.writing("billing.doubt") as tx:
            says = UNBOOKED.filled(why=error.says)
            raise_doubt(tx, Doubt.OTHER_AMOUNT, thing.id, self.clock.now(), says)
        return tx.changes

    def _read_more(self, own: Own, seen: Seen) -> None:
        """Read pages of payments that differ from what was asked, and whose membership it is."""
        intents = {each.intent for each in seen.pages.values()}
        members: set[str] = set()
        pages: set[str] = set()
        with self.db.reading() as connection:
            for each in seen.payments.values():
                asked = operation_of(connection, own, each.reference.get("operation", ""))
                if asked is None:
                    if each.customer and not each.reference:
                        members.add(each.customer)
                elif asked.answer and each.intent not in intents and (
                    asked.parameters.get("expected") != each.amount.minor
                ):  # fmt: skip
                    pages.add(asked.answer)
            mine = select(membership.c.person_id).where(of_account(membership, own))
            known = set(connection.execute(mine).scalars())
            whose = {each: person_of(connection, own, each) for each in members}
        for name in pages:
            with suppress(GoneAtStripe):
                seen.pages[name] = own.stripe.page(name)
        for customer, person in whose.items():
            if person is not None and person not in known:
                seen.memberships |= {
                    each.id: each for each in own.stripe.memberships(customer)
                }  # fmt: skip

    def _begin(self) -> None:
        with self.db.writing("billing.began") as tx:
            kept, _ = self.settings.read(tx, Kept)
            self.settings.write(tx, replace(kept, began=self.clock.now().isoformat()))


def _things(seen: Seen) -> list[Thing]:
    return [Thing(kind, name) for kind in ORDER for name in seen.of(kind)]


def _meant(meaning: Meaning, seen: Seen, thing: Thing) -> EventFate:
    ways: dict[str, Callable[[], EventFate]] = {
        MEMBERSHIP: lambda: meaning.membership(seen.memberships[thing.id]),
        PAGE: lambda: meaning.page(seen.pages[thing.id]),
        PAYMENT: lambda: meaning.payment(
            seen.payments[thing.id], seen.page_of(seen.payments[thing.id].intent)
        ),
        REFUND: lambda: meaning.refund(seen.refunds[thing.id]),
        DISPUTE: lambda: meaning.dispute(seen.disputes[thing.id]),
    }
    return ways[thing.kind]()


def _kind_of(kind: str) -> str:
    """Return what an event of a kind is about."""
    for beginning, about in (
        ("checkout.session.", PAGE),
        ("charge.dispute.", DISPUTE),
        ("charge.", PAYMENT),
        ("refund.", REFUND),
        ("customer.subscription.", MEMBERSHIP),
    ):
        if kind.startswith(beginning):
            return about
    return ""


def _told(row: Row[Any]) -> ToldEvent:
    return ToldEvent(
        id=row.id,
        event=row.event,
        kind=row.type,
        about=row.object,
        made=row.created,
        received_at=row.received_at,
        fate=F(row.fate),
        says=Sentence.of_kept(row.says) if row.says else None,
    )
