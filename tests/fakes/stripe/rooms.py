"""Every operation that is answered."""

from __future__ import annotations

from tests.fakes.stripe import (
    account,
    checkout,
    coupons,
    customers,
    happenings,
    invoices,
    links,
    methods,
    payments,
    portal,
    products,
    subscriptions,
)

ROUTES = tuple(
    route
    for room in (
        account,
        customers,
        products,
        coupons,
        checkout,
        portal,
        subscriptions,
        methods,
        links,
        payments,
        invoices,
        happenings,
    )
    for route in room.ROUTES
)
