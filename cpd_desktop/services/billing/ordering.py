"""Orders made of places: at their prices, with their discounts, for one person or a group."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.billing.orders import Buyer, LineDraft, LineKind, OrderDraft
from cpd_desktop.domain.billing.tax import TaxRule, Treatment
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.rows import orders_of_place
from cpd_desktop.services.event_rows import prices_of
from cpd_desktop.services.registration_rows import place_row, price_fixed_at
from cpd_desktop.store.tables import event, party

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row

    from cpd_desktop.domain.prices import Prices
    from cpd_desktop.domain.settings import Billing
    from cpd_desktop.store.database import Transaction

NOTHING_TO_PAY = Sentence("billing", "Nothing is due for the place of {name}.")
ORDERED = Sentence("billing", "The place of {name} is in order {order} already.")
ONE_EVENT = Sentence("billing", "Places on different events are ordered one event at a time.")
ONE_CURRENCY = Sentence("billing", "The places have prices in different currencies.")
NOBODY = Sentence("billing", "Say for which places the order is.")
NOT_OFFERED = Sentence("billing", "{name} waits for a place and was not offered one.")
OFFER_FIRST = Sentence("billing", "Offer the place first; then it can be paid.")

S = RegistrationStatus


def usual_tax(kept: Billing, treatment: Treatment | None = None) -> TaxRule:
    """Return how tax is counted here, unless told otherwise."""
    usual = Treatment.STANDARD if kept.tax else Treatment.EXEMPT
    return TaxRule(kept.tax, kept.inclusive, treatment or usual)


def order_of_places(
    tx: Transaction,
    keys: Sequence[int],
    tax: TaxRule,
    now: datetime,
    *,
    buyer: Buyer | None = None,
    more: tuple[LineDraft, ...] = (),
) -> OrderDraft:
    """Return the order of these places; the first one's person, or their group, pays.

    Raises ``NotFound``, ``Invalid``, and ``NotAllowed`` for a place that is paid or ordered
    already, or waits without an offer.
    """
    rows = [place_row(tx, key) for key in dict.fromkeys(keys)]
    if not rows:
        raise Invalid({"places": NOBODY})
    if len({row.event_id for row in rows}) > 1:
        raise Invalid({"places": ONE_EVENT})
    if len({row.currency for row in rows}) > 1:
        raise Invalid({"places": ONE_CURRENCY})
    for row in rows:
        _require_due(tx, row, now)
    first = rows[0]
    title = tx.execute(select(event.c.title).where(event.c.id == first.event_id)).scalar_one()
    prices = prices_of(tx, first.event_id)
    group = _group(tx, rows)
    return OrderDraft(
        person=first.person_id,
        buyer=buyer
        or (Buyer(group.payer or group.name, group.email) if group else None)
        or Buyer(first.name, first.email),
        currency=first.currency,
        lines=(*(_line(row, title, prices) for row in rows), *more),
        tax=tax,
        event=first.event_id,
        party=group.id if group else None,
    )


def _require_due(tx: Transaction, row: Row[Any], now: datetime) -> None:
    if row.status == S.WAITLISTED and (row.offered_until is None or row.offered_until <= now):
        raise NotAllowed(NOT_OFFERED.filled(name=row.name), OFFER_FIRST)
    if row.status == S.CANCELLED or row.payment != Payment.DUE or not row.price_minor:
        raise NotAllowed(NOTHING_TO_PAY.filled(name=row.name))
    for each in orders_of_place(tx, row.id):
        if each.charges(row.id):
            raise NotAllowed(ORDERED.filled(name=row.name, order=each.number))


def _line(row: Row[Any], title: str, prices: Prices) -> LineDraft:
    """Return a place as a line; a code shows as what it took off the price of its day."""
    before = prices.at(price_fixed_at(row)) if row.code else None
    unit = row.price_minor
    if before is not None and before.currency == row.currency:
        unit = max(unit, before.minor)
    code = f" ({row.code})" if row.code else ""
    return LineDraft(
        text=f"{title} \N{EN DASH} {row.name}, {row.reference or row.number}{code}"[:500],
        unit_minor=unit,
        discount_minor=unit - row.price_minor,
        kind=LineKind.PLACE,
        registration=row.id,
        event=row.event_id,
    )


def _group(tx: Transaction, rows: Sequence[Row[Any]]) -> Row[Any] | None:
    groups = {row.party_id for row in rows}
    if len(groups) != 1 or None in groups:
        return None
    return tx.execute(select(party).where(party.c.id == groups.pop())).first()
