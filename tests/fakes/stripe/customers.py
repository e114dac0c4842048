"""Customers: who pays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route, given
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

KNOWN = (
    "address",
    "description",
    "email",
    "name",
    "phone",
    "preferred_locales",
    "tax_exempt",
)


def make(book: Book, **known: object) -> Json:
    made = book.add(
        "customer",
        **{
            "balance": 0,
            "delinquent": False,
            "invoice_prefix": f"W{len(book.all('customer')):05d}",
            "next_invoice_sequence": 1,
            "tax_exempt": "none",
            "invoice_settings": {
                "custom_fields": None,
                "default_payment_method": None,
                "footer": None,
                "rendering_options": None,
            },
            **known,
        },
    )
    book.tell("customer.created", made)
    return made


def create(call: Call) -> Json:
    _check(call)
    return make(call.book, **_said(call, call.book.blank("customer")))


def update(call: Call) -> Json:
    customer = call.book.get("customer", call.id)
    _check(call)
    return call.book.change("customer.updated", customer, **_said(call, customer))


def retrieve(call: Call) -> Json:
    return call.book.get("customer", call.id)


def delete(call: Call) -> Json:
    customer = call.book.get("customer", call.id)
    for each in call.book.all("subscription"):
        if each["customer"] == call.id and each["status"] != "canceled":
            each.update(status="canceled", canceled_at=call.book.now, ended_at=call.book.now)
            call.book.tell("customer.subscription.deleted", each)
    call.book.tell("customer.deleted", customer)
    return call.book.drop("customer", call.id)


def listed(call: Call) -> Json:
    return call.those("customer", "email")


def _said(call: Call, customer: Json) -> Json:
    said = given(call, *KNOWN)
    said["metadata"] = with_metadata(customer["metadata"], call.given)
    if settings := call.given.get("invoice_settings"):
        method = settings.get("default_payment_method") or None
        if method:
            held = call.book.get("payment_method", method, "default_payment_method")
            if held["customer"] != customer["id"]:
                raise invalid("The payment method must be attached to the customer.")
        said["invoice_settings"] = {**customer["invoice_settings"], **settings}
        said["invoice_settings"]["default_payment_method"] = method
    return said


def _check(call: Call) -> None:
    email = call.given.get("email")
    if email and not re.fullmatch(r"[^\s@]+@[^\s@]+\.[^\s@]+", email):
        raise invalid(f"Invalid email address: {email}", "email", "email_invalid")
    if len(call.given.get("name", "")) > 256:
        raise invalid("Invalid string: name is too long", "name")


ROUTES = (
    Route("POST", "/v1/customers", "rak_customer_write", "CustomerCreateParams", create),
    Route("GET", "/v1/customers", "rak_customer_read", "CustomerListParams", listed),
    Route("GET", "/v1/customers/{id}", "rak_customer_read", "CustomerRetrieveParams", retrieve),
    Route("POST", "/v1/customers/{id}", "rak_customer_write", "CustomerUpdateParams", update),
    Route("DELETE", "/v1/customers/{id}", "rak_customer_write", "CustomerDeleteParams", delete),
)
