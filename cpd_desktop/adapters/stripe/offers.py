"""What is sold, its prices, and discounts on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.amounts import at_stripe
from cpd_desktop.adapters.stripe.asking import Asking, name_of
from cpd_desktop.adapters.zoom.reading import text
from cpd_desktop.domain.stripe.objects import Offer

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.stripe.objects import Coupon, PromotionCode, Rhythm
    from cpd_desktop.domain.stripe.orders import CodeDraft, CouponDraft, OfferDraft


class OfferCalls(Asking):
    """Products, prices, coupons and promotion codes."""

    __slots__ = ()

    def offer(self, draft: OfferDraft, key: str) -> Offer:
        """Put something on offer; product and price are made by one call, so never by half."""
        words: Params = {
            "name": draft.name,
            "default_price_data": _price(draft.price, draft.rhythm),
            "metadata": dict(draft.reference),
        }
        made = self.write(lambda v1, by: v1.products.create(words, by), key)
        price = name_of(made.get("default_price"))
        return Offer(text(made.get("id")), price, draft.price, draft.rhythm)

    def reprice(self, offer: Offer, price: Money, rhythm: Rhythm | None, key: str) -> Offer:
        """Give it a new price; each of the three steps bears a key of its own."""
        words: Params = {"product": offer.product, **_price(price, rhythm)}
        made = self.write(lambda v1, by: v1.prices.create(words, by), f"{key}-price")
        new = text(made.get("id"))
        usual: Params = {"default_price": new}
        self.write(lambda v1, by: v1.products.update(offer.product, usual, by), f"{key}-usual")
        self.write(
            lambda v1, by: v1.prices.update(offer.price, {"active": False}, by), f"{key}-old"
        )
        return Offer(offer.product, new, price, rhythm)

    def withdraw(self, product: str, key: str) -> None:
        """Stop offering it."""
        self.write(lambda v1, by: v1.products.update(product, {"active": False}, by), key)

    def coupons(self) -> list[Coupon]:
        """Return all coupons, the newest first."""
        found = self.each("/v1/coupons")
        return [told.coupon(each) for each in found]

    def make_coupon(self, draft: CouponDraft, key: str) -> Coupon:
        """Make a coupon, which counts for one purchase."""
        words: Params = {"name": draft.name, "duration": "once"}
        if draft.percent is not None:
            words["percent_off"] = draft.percent
        if draft.amount is not None:
            words["amount_off"], words["currency"] = at_stripe(draft.amount)
        if draft.uses is not None:
            words["max_redemptions"] = draft.uses
        if draft.until is not None:
            words["redeem_by"] = int(draft.until.timestamp())
        return told.coupon(self.write(lambda v1, by: v1.coupons.create(words, by), key))

    def withdraw_coupon(self, coupon: str, key: str) -> None:
        """Delete a coupon; who used it keeps the discount."""
        self.write(lambda v1, by: v1.coupons.delete(coupon, {}, by), key)

    def codes(self) -> list[PromotionCode]:
        """Return all promotion codes, the newest first."""
        found = self.each("/v1/promotion_codes")
        return [told.code(each) for each in found]

    def make_code(self, draft: CodeDraft, key: str) -> PromotionCode:
        """Make letters for a coupon."""
        words: Params = {
            "promotion": {"type": "coupon", "coupon": draft.coupon},
            "code": draft.code,
        }
        if draft.uses is not None:
            words["max_redemptions"] = draft.uses
        if draft.until is not None:
            words["expires_at"] = int(draft.until.timestamp())
        return told.code(self.write(lambda v1, by: v1.promotion_codes.create(words, by), key))

    def end_code(self, code: str, key: str) -> None:
        """Let a code count no more."""
        words: Params = {"active": False}
        self.write(lambda v1, by: v1.promotion_codes.update(code, words, by), key)


def _price(price: Money, rhythm: Rhythm | None) -> Params:
    amount, currency = at_stripe(price)
    words: Params = {"currency": currency, "unit_amount": amount}
    if rhythm is not None:
        words["recurring"] = {"interval": rhythm.period.value, "interval_count": rhythm.every}
    return words
