"""Keys: who may ask for what, in test or in live."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.fakes.stripe.wire import Refusal

if TYPE_CHECKING:
    from tests.fakes.stripe.calls import Route
    from tests.fakes.zoom.wire import Asked

READABLE = (
    "accounts_kyc_basic",
    "balance",
    "charge",
    "checkout_session",
    "coupon",
    "customer",
    "customer_portal",
    "dispute",
    "event",
    "invoice",
    "payment_intent",
    "payment_links",
    "payment_method",
    "plan",
    "product",
    "promotion_code",
    "subscription",
)
EVERYTHING = frozenset(f"rak_{name}_write" for name in READABLE)


@dataclass(frozen=True, slots=True)
class Key:
    secret: str = field(repr=False)
    live: bool
    allowed: frozenset[str] | None

    def may(self, permission: str) -> bool:
        if self.allowed is None:
            return True
        stronger = permission.removesuffix("_read") + "_write"
        return permission in self.allowed or stronger in self.allowed


@dataclass(slots=True)
class Keys:
    """The keys of one account."""

    account: str
    known: dict[str, Key] = field(default_factory=dict)

    def add(self, secret: str, allowed: frozenset[str] | None = None) -> str:
        """Add a key; what it may is told by its beginning, and for restricted ones by the list."""
        live = "_live_" in secret
        limits = (EVERYTHING if allowed is None else allowed) if secret[:2] == "rk" else None
        self.known[secret] = Key(secret, live, limits)
        return secret

    def of(self, asked: Asked) -> Key:
        scheme, _, secret = asked.headers.get("authorization", "").partition(" ")
        if scheme != "Bearer" or not secret:
            raise Refusal(401, "You did not provide an API key. Send it as a bearer token.")
        key = self.known.get(secret)
        if key is None:
            raise Refusal(401, f"Invalid API Key provided: {_starred(secret)}")
        return key

    def check(self, key: Key, route: Route) -> None:
        if key.may(route.permission):
            return
        raise Refusal(
            403,
            f"The provided key '{_starred(key.secret)}' does not have the required permissions "
            f"for this endpoint on account '{self.account}'. Having the '{route.permission}' "
            "permission would allow this request to continue.",
        )


def _starred(secret: str) -> str:
    return f"{secret[:8]}{'*' * 20}{secret[-4:]}"
