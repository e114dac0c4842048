"""Invoices: made when something is paid, with a page and a PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.listing import page

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


def make(
    book: Book,
    customer: str,
    currency: str,
    lines: list[tuple[str, int, int]],
    *,
    discount: int = 0,
    tax: int = 0,
    reason: str = "manual",
    subscription: str | None = None,
    metadata: Json | None = None,
) -> Json:
    """Make an open invoice of lines, each with words, quantity and amount."""
    buyer = book.get("customer", customer)
    made = book.add(
        "invoice",
        **_sums(sum(amount for _, _, amount in lines), discount, tax),
        account_country="IE",
        attempt_count=0,
        billing_reason=reason,
        collection_method="charge_automatically",
        currency=currency,
        customer=customer,
        **{f"customer_{name}": buyer[name] for name in ("email", "name")},
        number=f"{buyer['invoice_prefix']}-{buyer['next_invoice_sequence']:04d}",
        parent=_parent(subscription),
        **dict.fromkeys(("period_start", "period_end"), book.now),
        status="open",
        metadata=dict(metadata or {}),
    )
    buyer["next_invoice_sequence"] += 1
    address = f"{book.address}/invoices/{made['id']}"
    made.update(hosted_invoice_url=address, invoice_pdf=f"{address}/pdf")
    told = [_line(book, made, *line) for line in lines]
    made["lines"] = page(f"/v1/invoices/{made['id']}/lines", told[::-1], {"limit": 100})
    book.tell("invoice.created", made)
    book.tell("invoice.finalized", made)
    return made


def _sums(subtotal: int, discount: int, tax: int) -> Json:
    total = subtotal - discount + tax
    return {
        "amount_due": total,
        "amount_paid": 0,
        "amount_remaining": total,
        "subtotal": subtotal,
        "total": total,
        "total_discount_amounts": [{"amount": discount, "discount": None}] if discount else [],
        "total_excluding_tax": total - tax,
        "total_taxes": [{"amount": tax, "tax_behavior": "exclusive"}] if tax else [],
    }


def settle(book: Book, invoice: Json, *, paid: bool) -> None:
    """Note that it was paid, or that the card was declined."""
    if paid:
        invoice.update(
            status="paid", attempted=True, amount_paid=invoice["total"], amount_remaining=0
        )
        book.tell("invoice.paid", invoice)
    else:
        invoice.update(attempted=True, attempt_count=1)
        book.tell("invoice.payment_failed", invoice)


def _parent(subscription: str | None) -> Json | None:
    if subscription is None:
        return None
    details = {"metadata": {}, "subscription": subscription}
    return {
        "type": "subscription_details",
        "quote_details": None,
        "subscription_details": details,
    }


def _line(book: Book, invoice: Json, words: str, quantity: int, amount: int) -> Json:
    return book.blank(
        "line_item",
        amount=amount,
        currency=invoice["currency"],
        description=words,
        discountable=True,
        invoice=invoice["id"],
        period={"start": book.now, "end": book.now},
        quantity=quantity,
        subtotal=amount,
    )


def retrieve(call: Call) -> Json:
    return call.book.get("invoice", call.id)


def listed(call: Call) -> Json:
    wanted = call.given.get("subscription")
    found = (
        each
        for each in call.book.all("invoice")
        if wanted is None
        or (each["parent"] or {}).get("subscription_details", {}).get("subscription") == wanted
    )
    names = [name for name in ("customer", "status") if name in call.given]
    return call.page(
        each for each in found if all(each[name] == call.given[name] for name in names)
    )


ROUTES = (
    Route("GET", "/v1/invoices", "rak_invoice_read", "InvoiceListParams", listed),
    Route("GET", "/v1/invoices/{id}", "rak_invoice_read", "InvoiceRetrieveParams", retrieve),
)
