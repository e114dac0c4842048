"""Whose keys these are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe.calls import Route

if TYPE_CHECKING:
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


def retrieve(call: Call) -> Json:
    return call.book.blank(
        "account",
        id=call.book.account,
        business_profile={"name": "Weber Training", "url": None},
        charges_enabled=True,
        payouts_enabled=True,
        details_submitted=True,
        country="IE",
        default_currency="eur",
        email="anna@example.com",
        settings={"dashboard": {"display_name": "Weber Training", "timezone": "Europe/Dublin"}},
        type="standard",
    )


ROUTES = (
    Route(
        "GET",
        "/v1/account",
        "rak_accounts_kyc_basic_read",
        "AccountRetrieveCurrentParams",
        retrieve,
    ),
)
