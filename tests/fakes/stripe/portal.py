"""The customer portal: where a member ends or resumes a membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.amounts import check_address
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


def create(call: Call) -> Json:
    book, said = call.book, call.given
    if not book.portal_ready:
        raise invalid(
            "No configuration provided and your test mode default configuration has not been "
            "created. Provide a configuration or create your default by saving your customer "
            "portal settings in test mode."
        )
    customer = book.get("customer", said.get("customer", ""), "customer")
    check_address(said.get("return_url"), "return_url", live=book.live)
    made = book.add(
        "billing_portal.session",
        configuration="bpc_default",
        customer=customer["id"],
        locale=said.get("locale"),
        return_url=said.get("return_url"),
    )
    made["url"] = f"{book.address}/portal/{made['id']}"
    return made


def usual(book: Book) -> Json:
    """Return how the portal is set up, with the page on which members sign in switched off."""
    for each in book.all("billing_portal.configuration"):
        return each
    return book.add(
        "billing_portal.configuration",
        active=True,
        is_default=True,
        business_profile={},
        features={},
        login_page={"enabled": False, "url": None},
        updated=book.now,
    )


def let_sign_in(book: Book) -> str:
    """Switch on the page on which members sign in, and return its address."""
    url = f"{book.address}/p/login/{'live' if book.live else 'test'}"
    usual(book)["login_page"] = {"enabled": True, "url": url}
    return url


def listed(call: Call) -> Json:
    usual(call.book)
    return call.those("billing_portal.configuration", "active", "is_default")


ROUTES = (
    Route(
        "GET",
        "/v1/billing_portal/configurations",
        "rak_customer_portal_read",
        "billing_portal.ConfigurationListParams",
        listed,
    ),
    Route(
        "POST",
        "/v1/billing_portal/sessions",
        "rak_customer_portal_write",
        "billing_portal.SessionCreateParams",
        create,
    ),
)
