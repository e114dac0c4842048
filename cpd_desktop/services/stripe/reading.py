"""Reads anew, at Stripe, all that events are about: one by one, or in lists where that is less."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import PageState

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from cpd_desktop.domain.stripe.objects import (
        CheckoutPage,
        Dispute,
        Happening,
        Membership,
        Payment,
        Refund,
    )
    from cpd_desktop.services.stripe.ports import Stripe
    from cpd_desktop.services.work import Work

FEW: Final = 20  # objects that are asked for one by one
PAGE, PAYMENT, REFUND, MEMBERSHIP, DISPUTE = (
    "checkout.session", "charge", "refund", "subscription", "dispute",
)  # fmt: skip
# Not more than twenty kinds can be asked for at once.
KINDS: Final = (
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "charge.succeeded",
    "charge.refunded",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "refund.created",
    "refund.updated",
    "refund.failed",
    "customer.subscription.created",
    "customer.subscription.updated",
    "customer.subscription.deleted",
    "customer.subscription.paused",
    "customer.subscription.resumed",
)
BEFORE: Final = timedelta(days=1)  # so much older than its event a page can be, and often others


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


@dataclass(slots=True)
class Seen:
    """What Stripe has now, by its ids; what is gone there is missing."""

    memberships: dict[str, Membership] = field(default_factory=dict)
    pages: dict[str, CheckoutPage] = field(default_factory=dict)
    payments: dict[str, Payment] = field(default_factory=dict)
    refunds: dict[str, Refund] = field(default_factory=dict)
    disputes: dict[str, Dispute] = field(default_factory=dict)
    _by_intent: dict[str, CheckoutPage] = field(default_factory=dict, repr=False)

    def of(self, kind: str) -> Collection[str]:
        """Return the ids of a kind."""
        if kind == PAGE:
            return self.pages
        if kind == PAYMENT:
            return self.payments
        if kind == REFUND:
            return self.refunds
        if kind == MEMBERSHIP:
            return self.memberships
        return self.disputes

    def page_of(self, intent: str) -> CheckoutPage | None:
        """Return the page on which something was paid, if it was read."""
        if intent and not self._by_intent and self.pages:
            self._by_intent = {each.intent: each for each in self.pages.values()}
        return self._by_intent.get(intent) if intent else None


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads objects; ``booked`` says which payments are known here already."""

    stripe: Stripe
    work: Work
    booked: Callable[[Iterable[str]], set[str]]

    def about(self, told: Collection[Happening]) -> Seen:
        """Return all that events are about, with the payments that these need."""
        names: dict[str, set[str]] = {}
        for each in told:
            names.setdefault(each.about_kind, set()).add(each.about)
        since = min((each.made for each in told), default=None)
        stripe, seen = self.stripe, Seen()
        if since is None:
            return seen
        since -= BEFORE
        seen.pages = self._read(names.get(PAGE), stripe.page, stripe.pages_since, since)
        seen.refunds = self._read(names.get(REFUND), stripe.refund_of, stripe.refunds_since, since)
        seen.disputes = self._read(
            names.get(DISPUTE), stripe.dispute, stripe.disputes_since, since
        )  # fmt: skip
        began = {each.subscription for each in seen.pages.values() if each.subscription}
        seen.memberships = self._read(
            {*names.get(MEMBERSHIP, ()), *began},
            stripe.membership, stripe.memberships_since, since,
        )  # fmt: skip
        of_others = {each.payment for each in seen.refunds.values()}
        of_others |= {each.payment for each in seen.disputes.values()}
        wanted = {*names.get(PAYMENT, ()), *(of_others - self.booked(of_others))}
        seen.payments = self._read(wanted, stripe.payment, stripe.payments_since, since)
        return self._with_payments_of_pages(seen)

    def since(self, since: datetime) -> Seen:
        """Return all that was made since: what fills a gap that events leave."""
        stripe = self.stripe
        return self._with_payments_of_pages(
            Seen(
                memberships=_by_id(stripe.memberships()),
                pages=_by_id(stripe.pages_since(since)),
                payments=_by_id(stripe.payments_since(since)),
                refunds=_by_id(stripe.refunds_since(since)),
                disputes=_by_id(stripe.disputes_since(since)),
            )
        )

    def _with_payments_of_pages(self, seen: Seen) -> Seen:
        """Add the payments of pages that were paid, where these were not told themselves."""
        intents = {each.intent for each in seen.payments.values()}
        for page in seen.pages.values():
            if page.paid and page.intent and page.intent not in intents:
                self.work.report(0)
                seen.payments |= _by_id(self.stripe.payments_of(page.intent))
        return seen

    def _read(
        self,
        wanted: Collection[str] | None,
        one: Callable[[str], T],
        many: Callable[[datetime], list[T]],
        since: datetime,
    ) -> dict[str, T]:
        found: dict[str, T] = {}
        left = set(wanted or ()) - {""}
        if len(left) > FEW:
            found = {each.id: each for each in many(since) if each.id in left}
        for name in self.work.each(sorted(left - found.keys())):
            with suppress(GoneAtStripe):
                found[name] = one(name)
        return found


def is_closed(page: CheckoutPage) -> bool:
    """Say whether nothing can be paid there any more."""
    return page.state is not PageState.OPEN


def _by_id(found: Iterable[T]) -> dict[str, T]:
    return {each.id: each for each in found}
