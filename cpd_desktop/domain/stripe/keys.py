"""Keys for Stripe: which are taken, and what a restricted key must be allowed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret

NO_KEY = Sentence("stripe", "The key for Stripe is missing.")
NOT_A_KEY = Sentence("stripe", "This is no key for Stripe: a restricted key begins with rk_.")
PUBLISHABLE = Sentence("stripe", "This is the publishable key, with which nothing can be asked.")
ALL_POWERFUL = Sentence(
    "stripe", "This key may do everything with real money, so it is not kept here."
)
MAKE_RESTRICTED = Sentence(
    "stripe", "Make a restricted key at Stripe with the permissions listed here, and enter that."
)

_KEY = re.compile(r"(rk|sk)_(live|test)_[A-Za-z0-9]{16,240}")


@dataclass(frozen=True, slots=True)
class KeyKind:
    """What the beginning of a key tells."""

    live: bool
    restricted: bool


def kind_of(key: Secret) -> KeyKind:
    """Return the kind of a key; raises ``Invalid`` for one that is not taken."""
    written = key.reveal()
    found = _KEY.fullmatch(written)
    if found is not None and found[0].startswith("sk_live_"):
        raise _refused(ALL_POWERFUL)
    if found is None:
        wrong = PUBLISHABLE if written.startswith("pk_") else NOT_A_KEY
        raise _refused(wrong if written else NO_KEY)
    return KeyKind(live=found[2] == "live", restricted=found[1] == "rk")


def masked(key: Secret) -> str:
    """Return enough of a key to know it by, and nothing to use it with."""
    written = key.reveal()
    return f"{written[:8]}…{written[-4:]}"


def _refused(says: Sentence) -> Invalid:
    error = Invalid({"key": says})
    error.advice = MAKE_RESTRICTED
    return error


@dataclass(frozen=True, slots=True)
class Permission:
    """A right of a restricted key: Stripe's name, where it stands on Stripe's page, what for."""

    name: str
    resource: str
    purpose: Sentence
    optional: bool = False

    @property
    def writes(self) -> bool:
        """Say whether "Write" must be chosen; "Read" is enough for the others."""
        return self.name.endswith("_write")


PERMISSIONS: Final = (
    Permission("rak_customer_write", "Customers", Sentence(
        "stripe", "One customer for each person who pays")),
    Permission("rak_product_write", "Products", Sentence(
        "stripe", "Events and memberships that are sold")),
    Permission("rak_plan_write", "Prices", Sentence(
        "stripe", "What they cost")),
    Permission("rak_checkout_session_write", "Checkout Sessions", Sentence(
        "stripe", "The pages on which places and memberships are paid")),
    Permission("rak_charge_write", "Charges and Refunds", Sentence(
        "stripe", "Payments that came in, and refunds")),
    Permission("rak_event_read", "Events", Sentence(
        "stripe", "What happened since the last look")),
    Permission("rak_invoice_read", "Invoices", Sentence(
        "stripe", "Invoices and receipts that Stripe made")),
    Permission("rak_dispute_read", "Disputes", Sentence(
        "stripe", "Payments that a bank takes back")),
    Permission("rak_subscription_write", "Subscriptions", Sentence(
        "stripe", "Memberships: begin, change, end")),
    Permission("rak_customer_portal_write", "Customer portal", Sentence(
        "stripe", "The page on which members look after their membership")),
    Permission("rak_payment_method_write", "Payment Methods", Sentence(
        "stripe", "The cards that members left with Stripe")),
    Permission("rak_coupon_write", "Coupons", Sentence(
        "stripe", "Discounts")),
    Permission("rak_promotion_code_write", "Promotion Codes", Sentence(
        "stripe", "Codes for discounts")),
    Permission("rak_payment_links_write", "Payment Links", Sentence(
        "stripe", "Links that anybody can pay by")),
    Permission("rak_accounts_kyc_basic_read", "Accounts", Sentence(
        "stripe", "The name of the account, so that you see whose it is"), optional=True),
)  # fmt: skip
