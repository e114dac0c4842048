"""Memberships that Stripe collects for: begun, changed, ended, and the members' own page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Conflict, NotAllowed
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import PageState
from cpd_desktop.domain.stripe.orders import Doors
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.stripe.checkout import FETCH, OpenPage, PageOptions, will_do
from cpd_desktop.services.stripe.errands import BEGUN, LOOK, Kind
from cpd_desktop.services.stripe.operations import About
from cpd_desktop.services.stripe.rows import (
    membership_called,
    memberships_from,
    of_account,
)
from cpd_desktop.store.tables import membership, operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.domain.stripe.objects import StripeInvoice
    from cpd_desktop.services.stripe.account import Own, StripeAccount
    from cpd_desktop.services.stripe.checkout import Checkout
    from cpd_desktop.services.stripe.customers import Customers
    from cpd_desktop.services.stripe.offers import Offers
    from cpd_desktop.services.stripe.operations import Operations
    from cpd_desktop.services.stripe.rows import KeptMembership, KeptOffer
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database


NO_SIGN_IN = Sentence("stripe", "The page on which members sign in is switched off at Stripe.")
SWITCH_ON = Sentence(
    "stripe",
    "At Stripe: Settings, Billing, Customer portal, activate the link. Or copy the address of the"
    " member's page, which works for a few minutes.",
)


@dataclass(frozen=True, slots=True)
class Memberships:
    """Begins, changes and ends memberships. All but ``listed`` may wait."""

    db: Database
    account: StripeAccount
    customers: Customers
    offers: Offers
    checkout: Checkout
    operations: Operations

    def page(
        self,
        person: int,
        offer: int,
        doors: Doors | None = None,
        options: PageOptions | None = None,
    ) -> Done[OpenPage]:
        """Open a page on which somebody begins a membership; a trial only where there is one.

        One that asks the same and is still open is returned, and another one for the same
        membership is closed, so that nobody begins twice.
        Raises ``NotFound``, ``NotAllowed``, ``Conflict`` if one was begun meanwhile, and what
        Stripe raises.
        """
        options = options or PageOptions()
        options.require_valid()
        own = self.account.own()
        told = options.words(self.checkout.doors(own, doors))
        sold = self.offers.on_sale(own, offer)
        try:
            return self._page(own, person, sold, told)
        except GoneAtStripe:
            if not self.customers.forget_gone(own, person):
                raise
            return self._page(own, person, sold, told)

    def _page(
        self, own: Own, person: int, sold: KeptOffer, told: Mapping[str, Any]
    ) -> Done[OpenPage]:
        ensured = self.customers.ensure(own, person)
        words = {
            "number": f"membership {sold.id}",
            "price": sold.stripe_price,
            "customer": ensured.value,
            "quantity": 1,
            "trial_days": sold.trial_days,
            "expected": 0 if sold.trial_days else sold.price.minor,
            "currency": sold.price.currency,
            **told,
        }
        name, closed = self._still_open(own, person, words)
        changes = ensured.changes.merged(closed)
        if not name:
            made = self.operations.ask(own, Kind.MEMBER_PAGE, words, About(person))
            name, changes = made.value.id, changes.merged(made.changes)
        page = next(each for each in self.checkout.pages() if each.page == name)
        return Done(page, changes)

    def begin(self, person: int, offer: int, card: str = "") -> Done[KeptMembership]:
        """Begin a membership without a page, paid by a card that somebody left.

        Raises ``NotAllowed`` for who left none, ``Conflict`` if one was begun at Stripe that is not
        known here, ``Declined`` and what Stripe raises.
        """
        own = self.account.own()
        sold = self.offers.on_sale(own, offer)
        words = {
            "customer": self.customers.known(own, person),
            "price": sold.stripe_price,
            "quantity": 1,
            "trial_days": sold.trial_days,
            "card": card,
            "known": sorted(each.subscription for each in self.listed(person)),
        }
        made = self.operations.ask(own, Kind.BEGIN, words, About(person))
        with self.db.reading() as connection:
            mine = (of_account(membership, own), membership.c.subscription == made.value.id)
            kept = memberships_from(connection, *mine)
        if not kept:
            raise Conflict(BEGUN, LOOK)
        return Done(kept[0], made.changes)

    def cancel(self, key: int, *, at_period_end: bool = True) -> Done[KeptMembership]:
        """End a membership with what is paid for, or now; raises ``NotFound``."""
        return self._change(Kind.CANCEL, key, at_period_end=at_period_end)

    def reactivate(self, key: int) -> Done[KeptMembership]:
        """Let one go on that was to end; raises ``NotFound``, ``NotAllowed`` if it is over."""
        return self._change(Kind.REACTIVATE, key)

    def change(self, key: int, offer: int, *, settle: bool = True) -> Done[KeptMembership]:
        """Put it on another offer; with ``settle`` the difference is charged now."""
        price = self.offers.on_sale(self.account.own(), offer).stripe_price
        return self._change(Kind.CHANGE, key, price=price, settle=settle)

    def portal(self, person: int, back: str = "") -> Done[Secret]:
        """Return the address of somebody's own page, good for minutes and never kept."""
        own = self.account.own()
        place = self.checkout.doors(own, Doors(back, back) if back else None).paid
        words = {"customer": self.customers.known(own, person), "back": place}
        return self.operations.ask(own, Kind.PORTAL, words, About(person))

    def sign_in_page(self, person: int) -> str:
        """Return the address on which a member signs in by themselves, which does not end.

        Raises ``NotAllowed`` for who never paid through Stripe, or while it is switched off there.
        """
        own = self.account.own()
        self.customers.known(own, person)
        page = own.stripe.sign_in_page()
        if not page:
            raise NotAllowed(NO_SIGN_IN, SWITCH_ON)
        return page

    def listed(self, person: int | None = None) -> list[KeptMembership]:
        """Return the memberships as Stripe told them last, the newest first."""
        where = [] if person is None else [membership.c.person_id == person]
        with self.db.reading() as connection:
            return memberships_from(connection, *where)

    def invoices(self, person: int, work: Work | None = None) -> list[StripeInvoice]:
        """Return the invoices that Stripe made for somebody, with their pages and PDFs."""
        own = self.account.own(work)
        return own.stripe.invoices(self.customers.known(own, person))

    def _still_open(self, own: Own, person: int, words: dict[str, Any]) -> tuple[str, Changes]:
        """Return the page that will do; any other one for the same membership is closed.

        Stripe is asked how each stands: the clock here may be wrong.
        """
        c, changes = operation.c, Changes()
        there = self.operations.listed(
            of_account(operation, own), c.kind == Kind.MEMBER_PAGE, c.person_id == person,
            c.link != "",
        )  # fmt: skip
        found = ""
        for each in there:
            state = own.stripe.page(each.answer).state
            if state is PageState.COMPLETE:
                raise Conflict(BEGUN, FETCH)
            if state is PageState.EXPIRED:
                changes = changes.merged(self.checkout.forget_link(each))
            elif each.parameters.get("number") != words["number"]:
                continue
            elif not found and will_do(each.parameters, words):
                found = each.answer
            else:
                changes = changes.merged(self.checkout.close_page(own, each))
        return found, changes

    def _change(self, kind: Kind, key: int, **words: Any) -> Done[KeptMembership]:
        own = self.account.own()
        with self.db.reading() as connection:
            now_is = membership_called(connection, own, key)
        words["subscription"] = now_is.subscription
        done = self.operations.ask(own, kind, words, About(now_is.person))
        with self.db.reading() as connection:
            return Done(membership_called(connection, own, key), done.changes)
