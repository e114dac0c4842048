"""Checkout, the customer portal and payment links."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.addresses import given
from cpd_desktop.adapters.stripe.addresses import told as told_address
from cpd_desktop.adapters.stripe.amounts import at_stripe
from cpd_desktop.adapters.stripe.asking import Asking, created_since
from cpd_desktop.adapters.zoom.reading import record, text
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.stripe.objects import PageState
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.stripe.objects import CheckoutPage, PaymentLink
    from cpd_desktop.domain.stripe.orders import (
        Discount,
        LinkDraft,
        MembershipCheckout,
        PlaceCheckout,
    )

# The languages that Stripe's pages speak; it refuses any other.
LANGUAGES: Final = frozenset(
    {
        "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr",
        "fr-CA", "hi-IN", "hr", "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl",
        "pl", "pt", "pt-BR", "ro", "ru", "sk", "sl", "sv", "th", "tr", "vi", "zh", "zh-HK",
        "zh-TW",
    }
)  # fmt: skip

NO_PRICE = Sentence("stripe", "There is nothing to pay for: neither a price nor an amount.")
CLOSED = Sentence("stripe", "The page was paid, so there is nothing to close.")


class PageCalls(Asking):
    """Pages at Stripe."""

    __slots__ = ()

    def checkout_for_place(self, wanted: PlaceCheckout, key: str) -> CheckoutPage:
        """Open a page on which a place is paid."""
        words = _checkout("payment", wanted) | {"line_items": [_line(wanted)]}
        about = {"metadata": dict(wanted.reference)}
        words["payment_intent_data"] = about
        if wanted.invoice:
            words["invoice_creation"] = {"enabled": True, "invoice_data": about}
        if wanted.email and not wanted.customer:
            words["customer_email"] = wanted.email
        return self._opened(words, key)

    def checkout_for_membership(self, wanted: MembershipCheckout, key: str) -> CheckoutPage:
        """Open a page on which a membership begins."""
        words = _checkout("subscription", wanted)
        words["line_items"] = [{"price": wanted.price, "quantity": wanted.quantity}]
        words["subscription_data"] = {"metadata": dict(wanted.reference)}
        if wanted.trial_days > 0:
            words["subscription_data"]["trial_period_days"] = wanted.trial_days
        return self._opened(words, key)

    def page(self, page: str) -> CheckoutPage:
        """Return a page as it stands now."""
        return told.page(self.read(lambda v1: v1.checkout.sessions.retrieve(page)))

    def expire(self, page: str, key: str) -> CheckoutPage:
        """Close a page; closing twice is no error. Raises ``Conflict`` if it was paid."""
        now_is = self.page(page)
        if now_is.state is PageState.COMPLETE:
            raise Conflict(CLOSED)
        if now_is.state is PageState.EXPIRED:
            return now_is
        return told.page(self.write(lambda v1, by: v1.checkout.sessions.expire(page, {}, by), key))

    def pages_since(self, since: datetime) -> list[CheckoutPage]:
        """Return the pages made since, the oldest first."""
        found = self.oldest_first("/v1/checkout/sessions", **created_since(since))
        return [told.page(each) for each in found]

    def portal(self, customer: str, back: str, key: str) -> Secret:
        """Return the address of a customer's own page."""
        words: Params = {"customer": customer, "return_url": given("back", back)}
        made = self.write(lambda v1, by: v1.billing_portal.sessions.create(words, by), key)
        return Secret(told_address(text(made.get("url"))))

    def sign_in_page(self) -> str:
        """Return where members sign in by themselves; empty while that is switched off."""
        usual = self.each("/v1/billing_portal/configurations", active=True, is_default=True)
        pages = [record(each.get("login_page")) for each in usual]
        on = (text(each.get("url")) for each in pages if each.get("enabled") is True)
        return told_address(next(on, ""))

    def make_link(self, draft: LinkDraft, key: str) -> PaymentLink:
        """Make a page that anybody can pay on."""
        words: Params = {
            "line_items": [{"price": draft.price, "quantity": draft.quantity}],
            "allow_promotion_codes": draft.typed_codes,
            "metadata": dict(draft.reference),
        }
        if draft.thanks:
            redirect = {"url": given("thanks", draft.thanks)}
            words["after_completion"] = {"type": "redirect", "redirect": redirect}
        return told.link(self.write(lambda v1, by: v1.payment_links.create(words, by), key))

    def links(self) -> list[PaymentLink]:
        """Return all links that still count, the newest first."""
        found = self.each("/v1/payment_links", active=True)
        return [told.link(each) for each in found]

    def end_link(self, link: str, key: str) -> None:
        """Let a link count no more."""
        words: Params = {"active": False}
        self.write(lambda v1, by: v1.payment_links.update(link, words, by), key)

    def _opened(self, words: Params, key: str) -> CheckoutPage:
        return told.page(self.write(lambda v1, by: v1.checkout.sessions.create(words, by), key))


def _checkout(mode: str, wanted: PlaceCheckout | MembershipCheckout) -> Params:
    words: Params = {
        "mode": mode,
        "success_url": given("paid", wanted.doors.paid),
        "cancel_url": given("left", wanted.doors.left),
        "metadata": dict(wanted.reference),
    }
    if wanted.tax:
        words["automatic_tax"] = {"enabled": True}
    if wanted.customer:
        words["customer"] = wanted.customer
        if wanted.tax:
            # Without an address there is no tax; the payer gives it on the page.
            words["customer_update"] = {"address": "auto"}
    if wanted.expires is not None:
        words["expires_at"] = int(wanted.expires.timestamp())
    if wanted.language:
        words["locale"] = wanted.language if wanted.language in LANGUAGES else "auto"
    return words | _discount(wanted.discount)


def _discount(wanted: Discount) -> Params:
    if wanted.code:
        return {"discounts": [{"promotion_code": wanted.code}]}
    if wanted.coupon:
        return {"discounts": [{"coupon": wanted.coupon}]}
    return {"allow_promotion_codes": True} if wanted.typed else {}


def _line(wanted: PlaceCheckout) -> Params:
    if wanted.price:
        return {"price": wanted.price, "quantity": wanted.quantity}
    if wanted.amount is None or not wanted.name:
        raise Invalid({"price": NO_PRICE})
    amount, currency = at_stripe(wanted.amount)
    price = {"currency": currency, "unit_amount": amount, "product_data": {"name": wanted.name}}
    return {"price_data": price, "quantity": wanted.quantity}
