"""What mails about money say: how much, for which order, and with which document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from cpd_desktop.domain.billing.documents import DocumentKind
from cpd_desktop.domain.messages.purposes import Purpose
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.settings import Billing
from cpd_desktop.services.billing.bills import bills_of
from cpd_desktop.services.billing.rows import orders_of_place
from cpd_desktop.store.tables import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from cpd_desktop.domain.registrations import Registration
    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.billing.rows import Order
    from cpd_desktop.services.settings import Settings

_BRINGS = {
    Purpose.PAYMENT: DocumentKind.INVOICE,
    Purpose.RECEIPT: DocumentKind.RECEIPT,
    Purpose.REFUND: DocumentKind.CREDIT_NOTE,
}


class AboutMoney(NamedTuple):
    """What somebody is told; ``document`` tells it from all else of the kind."""

    document: str
    values: Mapping[str, object]
    bill: Bill | None = None
    email: str = ""  # of a group's payer


def told_about_money(
    reader: Connection, purpose: Purpose, places: Iterable[Registration], settings: Settings
) -> dict[int, AboutMoney]:
    """Return what is told to whom: a group's payer once, for all of its places."""
    found: dict[int, AboutMoney] = {}
    told: set[int] = set()
    bank = settings.get(Billing).bank_details
    for place in places:
        order = next(iter(orders_of_place(reader, place.id)), None)
        if order is None:
            found[place.id] = _unordered(place, bank)
        elif order.id not in told:
            told.add(order.id)
            found[place.id] = _ordered(reader, purpose, order, bank)
    return found


def _unordered(place: Registration, bank: str) -> AboutMoney:
    amount = str(place.price) if place.price else ""
    return AboutMoney(f"event {place.event_id}", {"amount": amount, "bank_details": bank})


def _ordered(reader: Connection, purpose: Purpose, order: Order, bank: str) -> AboutMoney:
    mine = select(document).where(
        document.c.sales_order_id == order.id, document.c.kind == _BRINGS[purpose]
    )
    bill = next(iter(bills_of(reader, mine.order_by(document.c.id.desc()).limit(1))), None)
    minor = order.sums.open
    if purpose is Purpose.RECEIPT:
        minor = bill.document.paid if bill else order.sums.paid
    elif purpose is Purpose.REFUND:
        minor = bill.document.total if bill else order.sums.refunded
    about = f"{bill.number}" if bill else f"order {order.number}"
    if purpose is Purpose.PAYMENT:
        about = f"order {order.number} open {minor}"
    values = {
        "amount": str(Money(minor, order.currency)),
        "bank_details": bank,
        "order_number": order.number,
        "receipt_number": bill.number if bill and purpose is Purpose.RECEIPT else "",
        "invoice_number": bill.number if bill and purpose is Purpose.PAYMENT else "",
    }
    payer = order.buyer.email if order.party is not None else ""
    return AboutMoney(about, values, bill, payer)
