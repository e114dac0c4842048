"""Payment links: an address that opens a new Checkout session for everybody who follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe import baskets, checkout
from tests.fakes.stripe.amounts import check_address
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


def create(call: Call) -> Json:
    book, said = call.book, call.given
    redirect = said.get("after_completion", {}).get("redirect", {})
    check_address(redirect.get("url"), "after_completion[redirect][url]", live=book.live)
    for at, each in enumerate(said["line_items"]):
        if "price" not in each:
            raise invalid("This stand-in wants a price.", f"line_items[{at}][price]")
    first = book.get("price", said["line_items"][0]["price"], "line_items[0][price]")
    baskets.read(book, said, subscription=first["recurring"] is not None)
    made = book.add(
        "payment_link",
        active=True,
        after_completion=said.get("after_completion", {"type": "hosted_confirmation"}),
        allow_promotion_codes=said.get("allow_promotion_codes", False),
        currency=first["currency"],
        restrictions=said.get("restrictions"),
        metadata=said.get("metadata", {}),
    )
    made["url"] = f"{book.address}/link/{made['id']}"
    book.questions[made["id"]] = dict(said)
    return made


def follow(book: Book, link: Json) -> Json:
    """Open a session for somebody who followed the link."""
    said = dict(book.questions[link["id"]])
    price = book.get("price", said["line_items"][0]["price"])
    mode = "subscription" if price["recurring"] else "payment"
    said["payment_link"] = link["id"]
    said["success_url"] = link["after_completion"].get("redirect", {}).get("url")
    basket = baskets.read(book, said, subscription=mode == "subscription")
    return checkout.open_session(book, basket, said, mode)


def update(call: Call) -> Json:
    link = call.book.get("payment_link", call.id)
    if "active" in call.given:
        link["active"] = call.given["active"]
    link["metadata"] = with_metadata(link["metadata"], call.given)
    return link


def retrieve(call: Call) -> Json:
    return call.book.get("payment_link", call.id)


def listed(call: Call) -> Json:
    return call.those("payment_link", "active")


_READ, _WRITE = "rak_payment_links_read", "rak_payment_links_write"
ROUTES = (
    Route("POST", "/v1/payment_links", _WRITE, "PaymentLinkCreateParams", create),
    Route("GET", "/v1/payment_links", _READ, "PaymentLinkListParams", listed),
    Route("GET", "/v1/payment_links/{id}", _READ, "PaymentLinkRetrieveParams", retrieve),
    Route("POST", "/v1/payment_links/{id}", _WRITE, "PaymentLinkUpdateParams", update),
)
