"""What is at Stripe, as far as billing reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cpd_desktop.domain.money import Money

EVENTS_KEPT: Final = timedelta(days=30)


class Period(StrEnum):
    """How long one turn of a membership lasts."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Purpose(StrEnum):
    """What a Checkout page is for."""

    PLACE = "payment"
    MEMBERSHIP = "subscription"


class PageState(StrEnum):
    """How a Checkout page stands."""

    OPEN = "open"
    COMPLETE = "complete"
    EXPIRED = "expired"


class RefundReason(StrEnum):
    """The reasons that Stripe knows."""

    DUPLICATE = "duplicate"
    FRAUDULENT = "fraudulent"
    REQUESTED = "requested_by_customer"


class MembershipState(StrEnum):
    """How a membership stands with Stripe."""

    INCOMPLETE = "incomplete"
    INCOMPLETE_EXPIRED = "incomplete_expired"
    TRIALING = "trialing"
    ACTIVE = "active"
    PAST_DUE = "past_due"
    UNPAID = "unpaid"
    PAUSED = "paused"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Account:
    """Whose key it is; only the id is always known."""

    id: str
    name: str = ""
    country: str = ""
    currency: str = ""
    charges: bool = True


@dataclass(frozen=True, slots=True)
class Customer:
    """Somebody who pays; ``reference`` links back to the person."""

    id: str
    name: str
    email: str
    default_method: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a membership is paid: every so many periods."""

    period: Period
    every: int = 1


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that is sold: a product and its price."""

    product: str
    price: str
    amount: Money
    rhythm: Rhythm | None = None


@dataclass(frozen=True, slots=True)
class CheckoutPage:
    """A page to pay on. ``total`` is what is paid there, after discount and with tax."""

    id: str
    purpose: Purpose
    state: PageState
    paid: bool
    total: Money
    expires: datetime
    made: datetime
    discount: Money
    tax: Money
    url: str = field(default="", repr=False)
    customer: str = ""
    intent: str = ""
    subscription: str = ""
    invoice: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Membership:
    """A subscription; ``period_end`` is when it is paid again, or ends if ``ends_with_period``.

    ``total`` is what is paid each time, before discounts and tax, where Stripe knows it before.
    """

    id: str
    customer: str
    state: MembershipState
    item: str
    price: str
    amount: Money
    quantity: int
    period_end: datetime
    made: datetime
    ends_with_period: bool
    ended: datetime | None = None
    product: str = ""
    total: Money | None = None
    rhythm: Rhythm | None = None
    method: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Card:
    """A payment method that somebody left with Stripe; other kinds have no digits and no end."""

    id: str
    kind: str
    brand: str = ""
    last4: str = ""
    month: int = 0
    year: int = 0


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that came in by Stripe, and how much of it was given back."""

    id: str
    amount: Money
    refunded: Money
    paid: bool
    disputed: bool
    made: datetime
    intent: str = ""
    customer: str = ""
    receipt: str = ""
    failure: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refund:
    """Money that was given back; ``state`` is Stripe's word, as "succeeded" or "failed"."""

    id: str
    payment: str
    amount: Money
    state: str
    made: datetime
    reason: str = ""
    intent: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StripeInvoice:
    """An invoice that Stripe made, with its page and its PDF."""

    id: str
    number: str
    customer: str
    state: str
    total: Money
    paid: Money
    tax: Money
    made: datetime
    subscription: str = ""
    page: str = ""
    pdf: str = ""


@dataclass(frozen=True, slots=True)
class Coupon:
    """A discount: a percentage or an amount."""

    id: str
    name: str
    valid: bool
    percent: float | None = None
    amount: Money | None = None


@dataclass(frozen=True, slots=True)
class PromotionCode:
    """Letters by which people use a coupon."""

    id: str
    code: str
    coupon: str
    active: bool
    used: int = 0


@dataclass(frozen=True, slots=True)
class PaymentLink:
    """A page that anybody can pay on, as often as they like."""

    id: str
    url: str
    active: bool
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Dispute:
    """A payment that a bank wants back; ``state`` is Stripe's word, as "won" or "lost"."""

    id: str
    payment: str
    amount: Money
    reason: str
    state: str
    made: datetime
    answer_by: datetime | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened at Stripe: only what to read anew, never what it says itself."""

    id: str
    kind: str
    about: str
    about_kind: str
    made: datetime
    live: bool
