"""Payment methods: the cards that customers leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.payments import DECLINED
from tests.fakes.stripe.wire import Refusal, invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


def card(book: Book, number: str = "4242424242424242", customer: str | None = None) -> Json:
    """Keep a card as somebody typed it on a page of Stripe."""
    return book.add(
        "payment_method",
        allow_redisplay="limited",
        billing_details={"address": None, "email": None, "name": None, "phone": None},
        card={
            "brand": "visa",
            "country": "IE",
            "exp_month": 8,
            "exp_year": 2031,
            "funding": "credit",
            "last4": number[-4:],
        },
        customer=customer,
        type="card",
        metadata={"declined": "yes"} if number == DECLINED else {},
    )


def retrieve(call: Call) -> Json:
    return call.book.get("payment_method", call.id)


def listed(call: Call) -> Json:
    if "customer" not in call.given:
        raise invalid("You must provide a customer.", "customer")
    call.book.get("customer", call.given["customer"], "customer")
    return call.those("payment_method", "customer", "type")


def attach(call: Call) -> Json:
    named = call.id
    if named == "pm_card_visa" and not call.book.live:
        named = card(call.book)["id"]
    method = call.book.get("payment_method", named)
    customer = call.book.get("customer", call.given.get("customer", ""), "customer")
    if method["metadata"].get("declined") == "yes":
        raise Refusal(402, "Your card was declined.", code="card_declined", kind="card_error")
    if method["customer"] not in {None, customer["id"]}:
        raise invalid("The payment method is already attached to another customer.", "customer")
    return call.book.change("payment_method.attached", method, customer=customer["id"])


def detach(call: Call) -> Json:
    method = call.book.get("payment_method", call.id)
    if method["customer"] is None:
        raise invalid("The payment method is not attached to a customer.")
    customer = call.book.get("customer", method["customer"])
    if customer["invoice_settings"]["default_payment_method"] == method["id"]:
        customer["invoice_settings"] = {
            **customer["invoice_settings"],
            "default_payment_method": None,
        }
    return call.book.change("payment_method.detached", method, customer=None)


_READ, _WRITE = "rak_payment_method_read", "rak_payment_method_write"
ROUTES = (
    Route("GET", "/v1/payment_methods", _READ, "PaymentMethodListParams", listed),
    Route("GET", "/v1/payment_methods/{id}", _READ, "PaymentMethodRetrieveParams", retrieve),
    Route("POST", "/v1/payment_methods/{id}/attach", _WRITE, "PaymentMethodAttachParams", attach),
    Route("POST", "/v1/payment_methods/{id}/detach", _WRITE, "PaymentMethodDetachParams", detach),
)
