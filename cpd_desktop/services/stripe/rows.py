"""What is kept of Stripe: customers, offers and memberships, read from their tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from cpd_desktop.domain.billing.outward import OfferKind
from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.objects import MembershipState, Period, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import membership, offer, stripe_customer

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import ColumnElement, Row, Table

    from cpd_desktop.domain.stripe.objects import Membership
    from cpd_desktop.services.billing.rows import Reader
    from cpd_desktop.services.stripe.account import Own
    from cpd_desktop.services.stripe.operations import Operation
    from cpd_desktop.store.database import Transaction

NO_OFFER = Sentence("stripe", "There is no offer {offer}.")
NO_MEMBERSHIP = Sentence("stripe", "There is no membership {membership}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptOffer:
    """Something that is sold through Stripe."""

    id: int
    name: str
    kind: OfferKind
    event: int | None
    price: Money
    rhythm: Rhythm | None
    trial_days: int
    product: str
    stripe_price: str
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMembership:
    """A membership of somebody, as Stripe told it last."""

    id: int
    person: int
    offer: int | None
    subscription: str
    state: MembershipState
    live: bool
    began_at: datetime
    until: datetime | None
    ends_then: bool
    ended_at: datetime | None
    price: Money | None
    rhythm: Rhythm | None
    told_at: datetime


def of_account(table: Table, own: Own | Operation) -> ColumnElement[bool]:
    """Return that a row belongs to an account, in test or for real."""
    return (table.c.account == own.account) & (table.c.live == int(own.live))


def customer_of(reader: Reader, own: Own | Operation, person: int) -> str:
    """Return which customer somebody is, the first one of several, or nothing."""
    c = stripe_customer.c
    mine = (of_account(stripe_customer, own), c.person_id == person)
    return reader.execute(select(c.customer).where(*mine).order_by(c.id)).scalar() or ""


def person_of(reader: Reader, own: Own | Operation, customer: str) -> int | None:
    """Return who a customer is."""
    mine = (of_account(stripe_customer, own), stripe_customer.c.customer == customer)
    return reader.execute(select(stripe_customer.c.person_id).where(*mine)).scalar()


def keep_customer(
    tx: Transaction, own: Own | Operation, person: int, customer: str, now: datetime
) -> None:
    """Keep which customer somebody is, unless that is known."""
    if not customer_of(tx, own, person) and person_of(tx, own, customer) is None:
        tx.insert(
            stripe_customer, person_id=person, customer=customer,
            live=int(own.live), account=own.account, made_at=now,
        )  # fmt: skip


def offers_from(reader: Reader, *where: ColumnElement[bool]) -> list[KeptOffer]:
    """Return offers, the first one first."""
    rows = reader.execute(select(offer).where(*where).order_by(offer.c.id)).all()
    return [_offer(row) for row in rows]


def offer_called(reader: Reader, own: Own | Operation, key: int) -> KeptOffer:
    """Return an offer of the account; raises ``NotFound``."""
    found = offers_from(reader, offer.c.id == key, of_account(offer, own))
    if not found:
        raise NotFound(NO_OFFER.filled(offer=key))
    return found[0]


def memberships_from(reader: Reader, *where: ColumnElement[bool]) -> list[KeptMembership]:
    """Return memberships, the newest first."""
    wanted = select(membership).where(*where).order_by(membership.c.id.desc())
    return [_membership(row) for row in reader.execute(wanted).all()]


def membership_called(reader: Reader, own: Own | Operation, key: int) -> KeptMembership:
    """Return a membership at the account; raises ``NotFound``."""
    found = memberships_from(reader, membership.c.id == key, of_account(membership, own))
    if not found:
        raise NotFound(NO_MEMBERSHIP.filled(membership=key))
    return found[0]


def put_membership(
    tx: Transaction, own: Own | Operation, person: int, told: Membership, now: datetime
) -> int:
    """Keep a membership as Stripe tells it; returns its id here."""
    kept: dict[str, object] = {
        "status": told.state.value,
        "offer_id": _offer_of(tx, own, told),
        "until": told.period_end,
        "ends_then": int(told.ends_with_period),
        "ended_at": told.ended,
        "minor": told.total.minor if told.total else None,
        "currency": told.total.currency if told.total else "",
        "every": told.rhythm.period.value if told.rhythm else "",
        "every_count": told.rhythm.every if told.rhythm else 1,
    }
    row = tx.execute(select(membership).where(membership.c.subscription == told.id)).first()
    if row is None:
        return tx.insert(
            membership, person_id=person, subscription=told.id, live=int(own.live),
            account=own.account, began_at=told.made, told_at=now, **kept,
        )  # fmt: skip
    if any(getattr(row, name) != value for name, value in kept.items()):
        tx.update(membership, row.id, told_at=now, **kept)
    return int(row.id)


def _offer_of(reader: Reader, own: Own | Operation, told: Membership) -> int | None:
    """Return the offer that a membership is of, also at a price that it had before."""
    c = offer.c
    same = or_(c.price == told.price, and_(c.product != "", c.product == told.product))
    wanted = (
        select(c.id)
        .where(of_account(offer, own), same)
        .order_by((c.price == told.price).desc(), c.id)
    )
    return reader.execute(wanted).scalars().first()


def rhythm_of(every: str, count: int) -> Rhythm | None:
    """Return how often something is paid; nothing for what is paid once."""
    return Rhythm(Period(every), count) if every else None


def _offer(row: Row[Any]) -> KeptOffer:
    return KeptOffer(
        id=row.id,
        name=row.name,
        kind=OfferKind(row.kind),
        event=row.event_id,
        price=Money(row.minor, row.currency),
        rhythm=rhythm_of(row.every, row.every_count),
        trial_days=row.trial_days,
        product=row.product,
        stripe_price=row.price or "",
        active=bool(row.active),
    )


def _membership(row: Row[Any]) -> KeptMembership:
    return KeptMembership(
        id=row.id,
        person=row.person_id,
        offer=row.offer_id,
        subscription=row.subscription,
        state=MembershipState(row.status),
        live=bool(row.live),
        began_at=row.began_at,
        until=row.until,
        ends_then=bool(row.ends_then),
        ended_at=row.ended_at,
        price=None if row.minor is None else Money(row.minor, row.currency),
        rhythm=rhythm_of(row.every, row.every_count),
        told_at=row.told_at,
    )
