"""Finds out what a key is allowed, by questions that change nothing whatever the answer is."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.stripe.asking import Asking
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.stripe.errors import GoneAtStripe, MissingPermission
from cpd_desktop.domain.stripe.keys import PERMISSIONS

if TYPE_CHECKING:
    from cpd_desktop.domain.stripe.keys import Permission

# An id that Stripe gives to nothing. Rights are looked at before ids, so who may answers "unknown".
NOBODY: Final = "cpd_desktop_asks_for_its_rights"
_NOTE: Final[Any] = MappingProxyType({"metadata": {"cpd": "1"}})

QUESTIONS: Final[MappingProxyType[str, Any]] = MappingProxyType(
    {
        "rak_customer_write": lambda v1, by: v1.customers.update(NOBODY, dict(_NOTE), by),
        "rak_product_write": lambda v1, by: v1.products.update(NOBODY, dict(_NOTE), by),
        "rak_plan_write": lambda v1, by: v1.prices.update(NOBODY, dict(_NOTE), by),
        "rak_checkout_session_write": lambda v1, by: v1.checkout.sessions.expire(NOBODY, {}, by),
        "rak_charge_write": lambda v1, by: v1.refunds.create({"charge": NOBODY}, by),
        "rak_event_read": lambda v1, _by: v1.events.list({"limit": 1}),
        "rak_invoice_read": lambda v1, _by: v1.invoices.list({"limit": 1}),
        "rak_dispute_read": lambda v1, _by: v1.disputes.list({"limit": 1}),
        "rak_subscription_write": lambda v1, by: v1.subscriptions.update(NOBODY, dict(_NOTE), by),
        "rak_customer_portal_write": lambda v1, by: v1.billing_portal.sessions.create(
            {"customer": NOBODY}, by
        ),
        "rak_payment_method_write": lambda v1, by: v1.payment_methods.detach(NOBODY, {}, by),
        "rak_coupon_write": lambda v1, by: v1.coupons.update(NOBODY, dict(_NOTE), by),
        "rak_promotion_code_write": lambda v1, by: v1.promotion_codes.update(
            NOBODY, dict(_NOTE), by
        ),
        "rak_payment_links_write": lambda v1, by: v1.payment_links.update(NOBODY, dict(_NOTE), by),
        "rak_accounts_kyc_basic_read": lambda v1, _by: v1.accounts.retrieve_current(),
    }
)


class RightCalls(Asking):
    """What the key is allowed."""

    __slots__ = ()

    def lacking(self) -> tuple[Permission, ...]:
        """Return the permissions that are missing."""
        return tuple(each for each in PERMISSIONS if not self._has(each))

    def _has(self, permission: Permission) -> bool:
        from uuid import uuid4

        try:
            self.write(QUESTIONS[permission.name], f"rights-{uuid4()}")
        except MissingPermission:
            return False
        except (GoneAtStripe, Invalid):
            return True
        return True
