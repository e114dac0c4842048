"""The port to Stripe, in the words of the trade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.stripe.keys import Permission
    from cpd_desktop.domain.stripe.objects import (
        Account,
        Card,
        CheckoutPage,
        Coupon,
        Customer,
        Dispute,
        Happening,
        Membership,
        Offer,
        Payment,
        PaymentLink,
        PromotionCode,
        Refund,
        Rhythm,
        StripeInvoice,
    )
    from cpd_desktop.domain.stripe.orders import (
        CodeDraft,
        CouponDraft,
        CustomerDraft,
        Doors,
        LinkDraft,
        MembershipCheckout,
        MembershipDraft,
        OfferDraft,
        PlaceCheckout,
        RefundOrder,
    )
    from cpd_desktop.services.work import Work


class StripeCustomers(Protocol):
    """Who pays, with the cards that they left."""

    def customers(self, email: str) -> list[Customer]:
        """Return all with this address, the newest first."""

    def customer(self, customer: str) -> Customer:
        """Return one; raises ``GoneAtStripe``."""

    def make_customer(self, draft: CustomerDraft, key: str) -> Customer:
        """Make a customer."""

    def change_customer(self, customer: str, draft: CustomerDraft, key: str) -> Customer:
        """Make a customer what the draft says."""

    def cards(self, customer: str) -> list[Card]:
        """Return the payment methods that a customer left."""

    def attach_card(self, card: str, customer: str, key: str) -> Card:
        """Give a card to a customer."""

    def detach_card(self, card: str, key: str) -> None:
        """Let Stripe forget that a card is the customer's."""

    def prefer_card(self, customer: str, card: str, key: str) -> None:
        """Make a card the one that memberships are paid by."""


class StripeOffers(Protocol):
    """What is sold, and discounts."""

    def offer(self, draft: OfferDraft, key: str) -> Offer:
        """Put something on offer."""

    def reprice(self, offer: Offer, price: Money, rhythm: Rhythm | None, key: str) -> Offer:
        """Give it a new price; who has the old one keeps it."""

    def withdraw(self, product: str, key: str) -> None:
        """Stop offering it."""

    def coupons(self) -> list[Coupon]:
        """Return all coupons."""

    def make_coupon(self, draft: CouponDraft, key: str) -> Coupon:
        """Make a coupon."""

    def withdraw_coupon(self, coupon: str, key: str) -> None:
        """Delete a coupon; who used it keeps the discount."""

    def codes(self) -> list[PromotionCode]:
        """Return all promotion codes."""

    def make_code(self, draft: CodeDraft, key: str) -> PromotionCode:
        """Make letters for a coupon."""

    def end_code(self, code: str, key: str) -> None:
        """Let a code count no more."""


class StripePages(Protocol):
    """Pages at Stripe: for paying once, for beginning a membership, for looking after it."""

    def checkout_for_place(self, wanted: PlaceCheckout, key: str) -> CheckoutPage:
        """Open a page on which a place is paid."""

    def checkout_for_membership(self, wanted: MembershipCheckout, key: str) -> CheckoutPage:
        """Open a page on which a membership begins."""

    def page(self, page: str) -> CheckoutPage:
        """Return a page as it stands now: this, and no redirect, says whether it was paid."""

    def expire(self, page: str, key: str) -> CheckoutPage:
        """Close a page; closing twice is no error. Raises ``Conflict`` if it was paid."""

    def pages_since(self, since: datetime) -> list[CheckoutPage]:
        """Return the pages made since, the oldest first."""

    def portal(self, customer: str, back: str, key: str) -> Secret:
        """Return the address of a customer's own page, good for minutes: never kept."""

    def sign_in_page(self) -> str:
        """Return where members sign in by themselves; empty while that is switched off."""

    def make_link(self, draft: LinkDraft, key: str) -> PaymentLink:
        """Make a page that anybody can pay on."""

    def links(self) -> list[PaymentLink]:
        """Return all links that still count."""

    def end_link(self, link: str, key: str) -> None:
        """Let a link count no more."""


class StripeMemberships(Protocol):
    """Memberships that Stripe collects for."""

    def membership(self, membership: str) -> Membership:
        """Return one as it stands now."""

    def memberships(self, customer: str = "") -> list[Membership]:
        """Return all, also those that ended, the oldest first."""

    def memberships_since(self, since: datetime) -> list[Membership]:
        """Return those begun since, the oldest first."""

    def begin(self, draft: MembershipDraft, key: str) -> Membership:
        """Begin a membership that is paid by a card at Stripe."""

    def cancel(self, membership: str, key: str, *, at_period_end: bool) -> Membership:
        """End it now, or when what is paid for is over; ending twice is no error."""

    def reactivate(self, membership: str, key: str) -> Membership:
        """Let it go on that was to end with the period; raises ``NotAllowed`` if it is over."""

    def change(self, membership: Membership, price: str, key: str, *, settle: bool) -> Membership:
        """Put it on another price; with ``settle`` the difference for this period is charged."""


class StripePayments(Protocol):
    """Money that came in and went back."""

    def payment(self, payment: str) -> Payment:
        """Return one payment as it stands now."""

    def payments_of(self, intent: str) -> list[Payment]:
        """Return the attempts at one payment, the oldest first."""

    def payments_since(self, since: datetime) -> list[Payment]:
        """Return the payments made since, also those that failed, the oldest first."""

    def refund(self, order: RefundOrder, key: str) -> Refund:
        """Give money back; raises ``AlreadyRefunded``, or ``NotAllowed`` while disputed."""

    def refund_of(self, refund: str) -> Refund:
        """Return one refund as it stands now: days later it can still fail."""

    def refunds_since(self, since: datetime) -> list[Refund]:
        """Return the refunds made since, the oldest first."""

    def invoice(self, invoice: str) -> StripeInvoice:
        """Return one invoice."""

    def invoices(self, customer: str = "", since: datetime | None = None) -> list[StripeInvoice]:
        """Return invoices, the oldest first."""

    def dispute(self, dispute: str) -> Dispute:
        """Return one dispute as it stands now."""

    def disputes_since(self, since: datetime) -> list[Dispute]:
        """Return the disputes since, the oldest first."""


class Stripe(
    StripeCustomers, StripeOffers, StripePages, StripeMemberships, StripePayments, Protocol
):
    """All of it. Every call may wait: never on the thread of the window, never in a transaction.

    ``key`` is the id of the stored operation: with the same key and words Stripe does it once,
    however often it is asked. All raise ``KeyRefused``, ``MissingPermission``, ``StripeSilent``,
    ``StripeBusy``, ``StripeUnclear``, ``AskedDifferently``, ``GoneAtStripe``, ``Declined``,
    ``NotAllowed`` or ``Invalid``.
    """

    @property
    def live(self) -> bool:
        """Say whether this is about real money."""

    def during(self, work: Work) -> Stripe:
        """Return the same, whose waiting ends when the work is stopped."""

    def account(self) -> Account:
        """Return whose account it is; of a key that may not read it, the id alone."""

    def lacking(self) -> tuple[Permission, ...]:
        """Ask Stripe, without changing anything, and return the permissions that are missing."""

    def events_since(self, since: datetime | None, kinds: Collection[str] = ()) -> list[Happening]:
        """Return what happened at this moment and after it, the oldest first.

        Without a moment it is all that Stripe still tells, which is thirty days. Events can come
        to light late: ask for some minutes more than you have, and skip what you know.
        """


class StripeConnection(Protocol):
    """Where the key is kept, and calls made with it."""

    def check(self, key: Secret) -> tuple[Account, tuple[Permission, ...]]:
        """Ask Stripe whose key it is and what it lacks; keeps nothing. Raises ``Invalid``."""

    def connect(self, key: Secret) -> Account:
        """Keep a key that Stripe accepts, in the place of an older one; raises ``Invalid``."""

    def disconnect(self) -> None:
        """Forget the key; it stays good at Stripe until it is deleted there."""

    def shown(self) -> str:
        """Return the key with its middle hidden, empty without one."""

    def stripe(self) -> Stripe:
        """Return the calls; raises ``NeedsSignIn`` without a key."""


class Doorstep(Protocol):
    """Where a browser on this computer goes after paying: a page that says to go back."""

    def doors(self) -> Doors:
        """Return the addresses to give to Stripe; raises ``Unavailable``."""

    def wait(self, seconds: float) -> bool:
        """Wait until a browser came, at most so long. It proves nothing: Stripe is asked."""
