"""All calls to Stripe together: what services know as the port ``Stripe``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.asking import created_since
from cpd_desktop.adapters.stripe.customers import CustomerCalls
from cpd_desktop.adapters.stripe.memberships import MembershipCalls
from cpd_desktop.adapters.stripe.offers import OfferCalls
from cpd_desktop.adapters.stripe.pages import PageCalls
from cpd_desktop.adapters.stripe.payments import PaymentCalls
from cpd_desktop.adapters.stripe.rights import RightCalls
from cpd_desktop.domain.stripe.errors import MissingPermission
from cpd_desktop.domain.stripe.keys import kind_of
from cpd_desktop.domain.stripe.objects import Account

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.stripe.objects import Happening


class StripeCalls(CustomerCalls, OfferCalls, PageCalls, MembershipCalls, PaymentCalls, RightCalls):
    """Stripe, as far as a trainer needs it."""

    __slots__ = ()

    @property
    def live(self) -> bool:
        """Say whether this is about real money."""
        return kind_of(self.key).live

    def account(self) -> Account:
        """Return whose account it is; a key that may not read it is told the id all the same."""
        try:
            return told.account(self.read(lambda v1: v1.accounts.retrieve_current()))
        except MissingPermission as missing:
            if not missing.account:
                raise
            return Account(missing.account)

    def events_since(self, since: datetime | None, kinds: Collection[str] = ()) -> list[Happening]:
        """Return what happened at this moment and after it, the oldest first."""
        asked: Params = created_since(since) if since is not None else {}
        if kinds:
            asked["types"] = sorted(kinds)
        found = self.oldest_first("/v1/events", **asked)
        return [told.happening(each) for each in found]
