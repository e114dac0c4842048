"""What is bought in the tests, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.objects import Period, Rhythm
from cpd_desktop.domain.stripe.orders import (
    CustomerDraft,
    Doors,
    MembershipCheckout,
    OfferDraft,
    PlaceCheckout,
)
from tests.fakes.stripe import checkout

if TYPE_CHECKING:
    from cpd_desktop.domain.stripe.objects import CheckoutPage, Membership, Payment
    from cpd_desktop.services.stripe.ports import Stripe
    from tests.fakes.stripe.server import FakeStripe

DOORS = Doors("http://127.0.0.1:4242/paid?page={CHECKOUT_SESSION_ID}", "http://127.0.0.1:4242/left")
ANN = CustomerDraft("Ann Novák", "ann@clinic.example", "cs", {"person": "7"})
FIFTY = Money(5000, "EUR")
MONTHLY = Rhythm(Period.MONTH)


def a_place(stripe: Stripe, *, key: str = "", **more: object) -> CheckoutPage:
    """Open a page for a place; each difference is an operation of its own."""
    usual: dict[str, object] = {
        "doors": DOORS,
        "name": "Wound care",
        "amount": FIFTY,
        "reference": {"registration": "12"},
    }
    wanted = PlaceCheckout(**{**usual, **more})  # type: ignore[arg-type] # fields by name
    return stripe.checkout_for_place(wanted, f"place-{key}-{sorted(more)}")


def a_payment(stripe: Stripe, server: FakeStripe) -> Payment:
    page = a_place(stripe)
    checkout.pay(server.book, page.id)
    [found] = stripe.payments_of(stripe.page(page.id).intent)
    return found


def a_membership(stripe: Stripe, server: FakeStripe, trial_days: int = 0) -> Membership:
    offer = stripe.offer(OfferDraft("Members' evenings", Money(900, "EUR"), MONTHLY), "offer")
    customer = stripe.make_customer(ANN, "customer")
    wanted = MembershipCheckout(
        DOORS, offer.price, customer.id, trial_days=trial_days, reference={"party": "7"}
    )
    page = stripe.checkout_for_membership(wanted, "begin")
    checkout.pay(server.book, page.id)
    return stripe.membership(stripe.page(page.id).subscription)
