"""The customer portal: where a member ends or resumes a membership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.amounts import check_address
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
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


ROUTES = (
    Route(
        "POST",
        "/v1/billing_portal/sessions",
        "rak_customer_portal_write",
        "billing_portal.SessionCreateParams",
        create,
    ),
)
