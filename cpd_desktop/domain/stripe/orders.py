"""What billing asks Stripe to make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.stripe.objects import RefundReason, Rhythm


@dataclass(frozen=True, slots=True)
class CustomerDraft:
    """A person as a customer; ``language`` is what Stripe writes to them in."""

    name: str
    email: str
    language: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class OfferDraft:
    """Something to sell; with a rhythm it is a membership."""

    name: str
    price: Money
    rhythm: Rhythm | None = None
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Discount:
    """What is taken off on a Checkout page: a coupon, a code, or what the payer types."""

    coupon: str = ""
    code: str = ""
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Doors:
    """Where the browser goes after paying, and after leaving without."""

    paid: str
    left: str


@dataclass(frozen=True, slots=True)
class PlaceCheckout:
    """A page on which a place is paid once, by ``price`` of an offer or by words and an amount."""

    doors: Doors
    price: str = ""
    name: str = ""
    amount: Money | None = None
    quantity: int = 1
    customer: str = ""
    email: str = ""
    discount: Discount = field(default_factory=Discount)
    tax: bool = False
    invoice: bool = False
    expires: datetime | None = None
    language: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MembershipCheckout:
    """A page on which a membership begins; a trial of 0 days is none."""

    doors: Doors
    price: str
    customer: str
    quantity: int = 1
    trial_days: int = 0
    discount: Discount = field(default_factory=Discount)
    tax: bool = False
    expires: datetime | None = None
    language: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """A membership that begins without a page, paid by a card that the customer left."""

    customer: str
    price: str
    quantity: int = 1
    trial_days: int = 0
    method: str = ""
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """A page to pay on for anybody."""

    price: str
    quantity: int = 1
    thanks: str = ""
    typed_codes: bool = False
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RefundOrder:
    """Money to give back: all that is left of a payment, or an amount of it."""

    payment: str
    amount: Money | None = None
    reason: RefundReason | None = None
    reference: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CouponDraft:
    """A discount for one purchase: a percentage or an amount."""

    name: str
    percent: float | None = None
    amount: Money | None = None
    uses: int | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """Letters for a coupon."""

    coupon: str
    code: str
    uses: int | None = None
    until: datetime | None = None
