"""Memberships, which Stripe calls subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.asking import Asking, created_since
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import MembershipState
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.stripe.objects import Membership
    from cpd_desktop.domain.stripe.orders import MembershipDraft

OVER = Sentence("stripe", "This membership is over at Stripe.")
OVER_ADVICE = Sentence("stripe", "Send a new page to begin another. Nothing was changed.")
ENDED = frozenset({MembershipState.CANCELED, MembershipState.INCOMPLETE_EXPIRED})


class MembershipCalls(Asking):
    """What Stripe collects for, period by period."""

    __slots__ = ()

    def membership(self, membership: str) -> Membership:
        """Return one as it stands now."""
        return told.membership(self.read(lambda v1: v1.subscriptions.retrieve(membership)))

    def memberships(self, customer: str = "") -> list[Membership]:
        """Return all, also those that ended, the oldest first."""
        return self._listed(**({"customer": customer} if customer else {}))

    def memberships_since(self, since: datetime) -> list[Membership]:
        """Return those begun since, the oldest first."""
        return self._listed(**created_since(since))

    def begin(self, draft: MembershipDraft, key: str) -> Membership:
        """Begin a membership that is paid by a card at Stripe."""
        words: Params = {
            "customer": draft.customer,
            "items": [{"price": draft.price, "quantity": draft.quantity}],
            "metadata": dict(draft.reference),
        }
        if draft.method:
            words["default_payment_method"] = draft.method
        if draft.trial_days > 0:
            words["trial_period_days"] = draft.trial_days
        return told.membership(self.write(lambda v1, by: v1.subscriptions.create(words, by), key))

    def cancel(self, membership: str, key: str, *, at_period_end: bool) -> Membership:
        """End it now, or when what is paid for is over; ending twice is no error."""
        if at_period_end:
            return self._changed(membership, {"cancel_at_period_end": True}, key)
        try:
            made = self.write(lambda v1, by: v1.subscriptions.cancel(membership, {}, by), key)
        except GoneAtStripe:
            found = self.membership(membership)
            if found.state in ENDED:
                return found
            raise
        return told.membership(made)

    def reactivate(self, membership: str, key: str) -> Membership:
        """Let it go on that was to end with the period; raises ``NotAllowed`` if it is over."""
        return self._changed(membership, {"cancel_at_period_end": False}, key)

    def change(self, membership: Membership, price: str, key: str, *, settle: bool) -> Membership:
        """Put it on another price; with ``settle`` the difference for this period is charged."""
        words: Params = {
            "items": [{"id": membership.item, "price": price}],
            "proration_behavior": "always_invoice" if settle else "none",
        }
        return self._changed(membership.id, words, key)

    def _changed(self, membership: str, words: Params, key: str) -> Membership:
        if self.membership(membership).state in ENDED:
            raise NotAllowed(OVER, OVER_ADVICE)
        return told.membership(
            self.write(lambda v1, by: v1.subscriptions.update(membership, words, by), key)
        )

    def _listed(self, **asked: object) -> list[Membership]:
        found = self.oldest_first("/v1/subscriptions", status="all", **asked)
        return [told.membership(each) for each in found]
