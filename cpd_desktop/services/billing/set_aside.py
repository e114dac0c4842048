"""Payments of the test mode whose key is lost: told one by one, and set aside without Stripe."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.billing.payments import Method, PlaceFate, RefundDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.rows import payments_from
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import payment, person, sales_order

if TYPE_CHECKING:
    from cpd_desktop.domain.money import Money
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.billing.rows import BookedPayment, Reader
    from cpd_desktop.store.database import Transaction

WHY = Sentence("stripe", "Payment of the test mode, set aside")


class LeftBehind(NamedTuple):
    """What is left of a payment of the test mode: whose it is, and for which order, if for one."""

    name: str
    order: str
    amount: Money


def left_behind(reader: Reader) -> list[LeftBehind]:
    """Return the payments of the test mode that did not go back whole, the first one first."""
    found = _left(reader)
    people = select(person.c.id, person.c.name).where(
        among(person.c.id, {each.person for each in found})
    )
    orders = select(sales_order.c.id, sales_order.c.number).where(
        among(sales_order.c.id, {each.order for each in found if each.order is not None})
    )
    names = dict(map(tuple, reader.execute(people).all()))
    numbers = dict(map(tuple, reader.execute(orders).all()))
    return [
        LeftBehind(names[each.person], numbers.get(each.order, ""), each.left) for each in found
    ]


def set_aside(tx: Transaction, payments: Payments) -> None:
    """Book that all of them went back, each with its credit note; at Stripe they stay as they are.

    Their places are kept and count as paid no more.
    """
    for each in _left(tx):
        draft = RefundDraft(amount=each.left, why=str(WHY), place=PlaceFate.KEEP)
        payments.refund_in(tx, each, draft)


def _left(reader: Reader) -> list[BookedPayment]:
    c = payment.c
    mine = select(payment).where(c.method == Method.STRIPE, c.live == 0).order_by(c.id)
    return [each for each in payments_from(reader, mine) if each.left.minor]
