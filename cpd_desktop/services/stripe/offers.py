"""What is sold through Stripe: offers, discounts with their codes, and links for anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.billing.amounts import require_amount
from cpd_desktop.domain.billing.outward import OfferKind
from cpd_desktop.domain.changes import Changes, Done
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.stripe.objects import Period
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.stripe.errands import Kind, amount_words
from cpd_desktop.services.stripe.rows import offer_called, offers_from
from cpd_desktop.store.tables import offer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.stripe.objects import Coupon, PaymentLink, PromotionCode, Rhythm
    from cpd_desktop.domain.stripe.orders import CodeDraft, CouponDraft
    from cpd_desktop.services.stripe.account import Own, StripeAccount
    from cpd_desktop.services.stripe.operations import Operations
    from cpd_desktop.services.stripe.rows import KeptOffer
    from cpd_desktop.store.database import Database

NO_NAME = Sentence("stripe", "The offer has no name.")
NO_RHYTHM = Sentence("stripe", "Say whether a membership is paid each week, month or year.")
PAID_ONCE = Sentence("stripe", "A place is paid once, without a rhythm or a trial.")
BAD_TRIAL = Sentence("stripe", "A trial lasts up to {most} days.")
WITHDRAWN = Sentence("stripe", "“{name}” is not offered any more.")
NOT_THERE = Sentence("stripe", "“{name}” is not at Stripe yet.")
ONE_OF_BOTH = Sentence("stripe", "A coupon takes off a percentage up to 100, or an amount.")
OFFER_AGAIN = Sentence("stripe", "Offer it anew. Nothing was changed.")
MOST_TRIAL = 730
EVERYTHING = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWanted:
    """Something to sell; with a rhythm it is a membership or a course."""

    name: str
    price: Money
    kind: OfferKind = OfferKind.MEMBERSHIP
    rhythm: Rhythm | None = None
    trial_days: int = 0
    event: int | None = None

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be sold."""
        require_amount(self.price)
        if not self.name.strip():
            raise Invalid({"name": NO_NAME})
        if not 0 <= self.trial_days <= MOST_TRIAL:
            raise Invalid({"trial_days": BAD_TRIAL.filled(most=MOST_TRIAL)})
        if self.kind is OfferKind.PLACE and (self.rhythm or self.trial_days):
            raise Invalid({"rhythm": PAID_ONCE})
        known = self.rhythm is not None and self.rhythm.period is not Period.DAY
        if self.kind is not OfferKind.PLACE and not known:
            raise Invalid({"rhythm": NO_RHYTHM})


@dataclass(frozen=True, slots=True)
class Offers:
    """Puts things on offer at Stripe. All of it may wait."""

    db: Database
    account: StripeAccount
    operations: Operations

    def add(self, wanted: OfferWanted) -> Done[KeptOffer]:
        """Put something on offer; raises ``Invalid`` and what Stripe raises."""
        wanted.require_valid()
        own = self.account.own()
        words = {"name": wanted.name.strip(), **amount_words(wanted.price), **_turns(wanted.rhythm)}
        with self.db.writing("billing.offer") as tx:
            key = tx.insert(
                offer,
                **words,
                kind=wanted.kind,
                event_id=wanted.event,
                trial_days=wanted.trial_days,
                live=int(own.live),
                account=own.account,
            )
            asked = self.operations.write_in(tx, own, Kind.OFFER, {"offer": key, **words})
        done = self.operations.finish(own, asked)
        return Done(self.get(own, key), tx.changes.merged(done.changes))

    def reprice(self, key: int, price: Money) -> Done[KeptOffer]:
        """Give an offer a new price; who has the old one keeps it."""
        require_amount(price)
        own = self.account.own()
        now_is = self.on_sale(own, key)
        if price.currency != now_is.price.currency:
            raise Invalid({"price": OFFER_AGAIN})
        words = {
            "offer": key, "product": now_is.product, "price": now_is.stripe_price,
            **amount_words(price), **_turns(now_is.rhythm),
        }  # fmt: skip
        done = self.operations.ask(own, Kind.REPRICE, words)
        return Done(self.get(own, key), done.changes)

    def withdraw(self, key: int) -> Changes:
        """Stop offering something; who has it keeps it."""
        own = self.account.own()
        now_is = self.on_sale(own, key)
        words = {"offer": key, "product": now_is.product}
        return self.operations.ask(own, Kind.WITHDRAW, words).changes

    def listed(self, *, withdrawn: bool = False) -> list[KeptOffer]:
        """Return what is on offer at the account; nothing while none is connected."""
        standing = self.account.status()
        mine = (offer.c.account == standing.account) & (offer.c.live == int(standing.live))
        with self.db.reading() as connection:
            found = offers_from(connection, mine)
        return [each for each in found if withdrawn or each.active]

    def get(self, own: Own, key: int) -> KeptOffer:
        """Return an offer; raises ``NotFound``."""
        with self.db.reading() as connection:
            return offer_called(connection, own, key)

    def on_sale(self, own: Own, key: int) -> KeptOffer:
        """Return an offer that can be bought; raises ``NotFound`` and ``NotAllowed``."""
        found = self.get(own, key)
        if not found.active:
            raise NotAllowed(WITHDRAWN.filled(name=found.name))
        if not found.stripe_price:
            raise NotAllowed(NOT_THERE.filled(name=found.name), OFFER_AGAIN)
        return found

    def link(self, key: int, *, quantity: int = 1, typed_codes: bool = False) -> Done[PaymentLink]:
        """Make a page on which anybody can buy an offer."""
        own = self.account.own()
        price = self.on_sale(own, key).stripe_price
        words = {"price": price, "quantity": quantity, "thanks": "", "typed": typed_codes}
        return self.operations.ask(own, Kind.LINK, words)

    def links(self) -> list[PaymentLink]:
        """Return the links that still count."""
        return self.account.own().stripe.links()

    def end_link(self, link: str) -> Changes:
        """Let a link count no more."""
        return self._plain(Kind.END_LINK, {"link": link}).changes

    def coupons(self) -> list[Coupon]:
        """Return all coupons."""
        return self.account.own().stripe.coupons()

    def make_coupon(self, draft: CouponDraft) -> Done[Coupon]:
        """Make a coupon; raises ``Invalid``."""
        percent = draft.percent
        if (percent is None) == (draft.amount is None) or not 0 < (percent or 1) <= EVERYTHING:
            raise Invalid({"percent": ONE_OF_BOTH})
        if draft.amount is not None:
            require_amount(draft.amount)
        until = draft.until.isoformat() if draft.until else ""
        words = {
            "name": draft.name, "percent": percent, **amount_words(draft.amount),
            "uses": draft.uses, "until": until,
        }  # fmt: skip
        return self._plain(Kind.COUPON, words)

    def withdraw_coupon(self, coupon: str) -> Changes:
        """Delete a coupon; who used it keeps the discount."""
        return self._plain(Kind.WITHDRAW_COUPON, {"coupon": coupon}).changes

    def codes(self) -> list[PromotionCode]:
        """Return all promotion codes."""
        return self.account.own().stripe.codes()

    def make_code(self, draft: CodeDraft) -> Done[PromotionCode]:
        """Make letters for a coupon."""
        until = draft.until.isoformat() if draft.until else ""
        words = {"coupon": draft.coupon, "code": draft.code, "uses": draft.uses, "until": until}
        return self._plain(Kind.CODE, words)

    def end_code(self, code: str) -> Changes:
        """Let a code count no more."""
        return self._plain(Kind.END_CODE, {"code": code}).changes

    def _plain(self, kind: Kind, words: Mapping[str, Any]) -> Done[Any]:
        return self.operations.ask(self.account.own(), kind, words)


def _turns(rhythm: Rhythm | None) -> dict[str, Any]:
    if rhythm is None:
        return {"every": "", "every_count": 1}
    return {"every": rhythm.period.value, "every_count": rhythm.every}
