"""What the Stripe to test against answers has the keys and types that Stripe publishes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.stripe import checkout, happenings, methods
from tests.fakes.stripe.book import ON_REQUEST, SHAPES
from tests.fakes.stripe.declared import _class
from tests.fakes.stripe.rooms import ROUTES

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.server import FakeStripe
    from tests.fakes.stripe_caller import Caller

NAMES = {bool: "boolean", int: "number", float: "number", str: "string"} | {
    list: "array",
    dict: "object",
}
# The examples tell an id where none was expanded, and nothing where there is an id.
IDS = {"array": {"array", "object"}, "string": {"string"}, "object": {"object", "string"}}


@pytest.fixture
def everything(stripe: FakeStripe, payer: Caller) -> Book:
    """Let happen what gives one object of every kind."""
    customer = payer.post("/customers", {"email": "ann@clinic.example"})["id"]
    coupon = payer.post("/coupons", {"percent_off": 10})["id"]
    payer.post(
        "/promotion_codes",
        {"promotion[type]": "coupon", "promotion[coupon]": coupon, "code": "TEN"},
    )
    price, monthly = payer.price(), payer.price(900, every="month")
    paid = payer.session_of(
        price,
        customer=customer,
        **{"invoice_creation[enabled]": True, "discounts[0][coupon]": coupon},
    )
    checkout.pay(stripe.book, paid["id"])
    member = payer.session_of(monthly, mode="subscription", customer=customer)
    checkout.pay(stripe.book, member["id"])
    payer.session_of(price)
    payer.post("/payment_links", {"line_items[0][price]": price, "line_items[0][quantity]": 1})
    payer.post("/billing_portal/sessions", {"customer": customer})
    payer.get("/billing_portal/configurations")
    methods.card(stripe.book)
    first, second = payer.get("/charges")["data"]
    payer.post("/refunds", {"charge": first["id"], "amount": 100})
    happenings.dispute(stripe.book, second["id"])
    return stripe.book


def test_every_object_has_the_keys_and_types_of_the_published_one(everything: Book) -> None:
    kinds = set(everything.kept)
    assert SHAPES.keys() - kinds == {
        "account", "deleted_coupon", "deleted_customer", "deleted_product", "discount", "item",
        "line_item", "subscription_item",
    }  # fmt: skip
    for kind in kinds:
        for each in everything.all(kind):
            check(kind, each)


def test_what_is_inside_of_others_has_their_shapes_too(everything: Book, payer: Caller) -> None:
    check("account", payer.get("/account"))
    subscription = everything.all("subscription")[0]
    check("subscription_item", subscription["items"]["data"][0])
    for invoice in everything.all("invoice"):
        check("line_item", invoice["lines"]["data"][0])
    session = everything.all("checkout.session")[0]
    [item] = payer.get(f"/checkout/sessions/{session['id']}/line_items")["data"]
    check("item", item)
    customer = everything.all("customer")[0]["id"]
    check("deleted_customer", payer.call("DELETE", f"/customers/{customer}"))
    coupon = everything.all("coupon")[0]["id"]
    check("deleted_coupon", payer.call("DELETE", f"/coupons/{coupon}"))


def check(kind: str, told: dict[str, object]) -> None:
    shape = SHAPES[kind]
    assert told.keys() == shape.keys() - ON_REQUEST.get(kind, set()), kind
    for name, value in told.items():
        wanted = shape[name]
        if value is None or wanted == "null":
            continue
        found = NAMES[type(value)]
        assert found in IDS.get(wanted, {wanted}), f"{kind}.{name} is {found}, not {wanted}"


def test_the_library_declares_the_parameters_of_every_operation() -> None:
    for route in ROUTES:
        assert _class(route.params).__name__.endswith("Params"), route
