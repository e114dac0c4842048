"""Payments, refunds, invoices and disputes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.amounts import at_stripe
from cpd_desktop.adapters.stripe.asking import Asking, created_since
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.stripe.objects import Dispute, Payment, Refund, StripeInvoice
    from cpd_desktop.domain.stripe.orders import RefundOrder


OTHER_CURRENCY = Sentence("stripe", "{amount} cannot be refunded of a payment of {paid}.")


class PaymentCalls(Asking):
    """Money that came in and went back."""

    __slots__ = ()

    def payment(self, payment: str) -> Payment:
        """Return one payment as it stands now."""
        return told.payment(self.read(lambda v1: v1.charges.retrieve(payment)))

    def payments_of(self, intent: str) -> list[Payment]:
        """Return the attempts at one payment, the oldest first."""
        found = self.oldest_first("/v1/charges", payment_intent=intent)
        return [told.payment(each) for each in found]

    def payments_since(self, since: datetime) -> list[Payment]:
        """Return the payments made since, also those that failed, the oldest first."""
        found = self.oldest_first("/v1/charges", **created_since(since))
        return [told.payment(each) for each in found]

    def refund(self, order: RefundOrder, key: str) -> Refund:
        """Give money back; without an amount, all that is left."""
        words: Params = {"charge": order.payment, "metadata": dict(order.reference)}
        if order.amount is not None:
            # Stripe takes a bare number, so another currency would not be noticed there.
            paid = self.payment(order.payment).amount
            if paid.currency != order.amount.currency:
                says = OTHER_CURRENCY.filled(amount=str(order.amount), paid=str(paid))
                raise Invalid({"amount": says})
            words["amount"], _ = at_stripe(order.amount)
        if order.reason is not None:
            words["reason"] = order.reason.value
        return told.refund(self.write(lambda v1, by: v1.refunds.create(words, by), key))

    def refund_of(self, refund: str) -> Refund:
        """Return one refund as it stands now."""
        return told.refund(self.read(lambda v1: v1.refunds.retrieve(refund)))

    def refunds_since(self, since: datetime) -> list[Refund]:
        """Return the refunds made since, the oldest first."""
        found = self.oldest_first("/v1/refunds", **created_since(since))
        return [told.refund(each) for each in found]

    def invoice(self, invoice: str) -> StripeInvoice:
        """Return one invoice."""
        return told.invoice(self.read(lambda v1: v1.invoices.retrieve(invoice)))

    def invoices(self, customer: str = "", since: datetime | None = None) -> list[StripeInvoice]:
        """Return invoices, the oldest first."""
        asked: Params = {"customer": customer} if customer else {}
        if since is not None:
            asked |= created_since(since)
        found = self.oldest_first("/v1/invoices", **asked)
        return [told.invoice(each) for each in found]

    def dispute(self, dispute: str) -> Dispute:
        """Return one dispute as it stands now."""
        return told.dispute(self.read(lambda v1: v1.disputes.retrieve(dispute)))

    def disputes_since(self, since: datetime) -> list[Dispute]:
        """Return the disputes since, the oldest first."""
        found = self.oldest_first("/v1/disputes", **created_since(since))
        return [told.dispute(each) for each in found]
