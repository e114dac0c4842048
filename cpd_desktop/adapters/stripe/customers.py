"""Customers and their cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.adapters.stripe import told
from cpd_desktop.adapters.stripe.asking import Asking

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.asking import Params
    from cpd_desktop.domain.stripe.objects import Card, Customer
    from cpd_desktop.domain.stripe.orders import CustomerDraft


class CustomerCalls(Asking):
    """Who pays."""

    __slots__ = ()

    def customers(self, email: str) -> list[Customer]:
        """Return all with this address, the newest first."""
        found = self.each("/v1/customers", email=email)
        return [told.customer(each) for each in found]

    def customer(self, customer: str) -> Customer:
        """Return one."""
        return told.customer(self.read(lambda v1: v1.customers.retrieve(customer)))

    def make_customer(self, draft: CustomerDraft, key: str) -> Customer:
        """Make a customer."""
        words = _words(draft)
        return told.customer(self.write(lambda v1, by: v1.customers.create(words, by), key))

    def change_customer(self, customer: str, draft: CustomerDraft, key: str) -> Customer:
        """Make a customer what the draft says."""
        words = _words(draft)
        return told.customer(
            self.write(lambda v1, by: v1.customers.update(customer, words, by), key)
        )

    def cards(self, customer: str) -> list[Card]:
        """Return the payment methods that a customer left."""
        found = self.each("/v1/payment_methods", customer=customer)
        return [told.card(each) for each in found]

    def attach_card(self, card: str, customer: str, key: str) -> Card:
        """Give a card to a customer."""
        to: Params = {"customer": customer}
        return told.card(self.write(lambda v1, by: v1.payment_methods.attach(card, to, by), key))

    def detach_card(self, card: str, key: str) -> None:
        """Let Stripe forget that a card is the customer's."""
        self.write(lambda v1, by: v1.payment_methods.detach(card, {}, by), key)

    def prefer_card(self, customer: str, card: str, key: str) -> None:
        """Make a card the one that memberships are paid by."""
        words: Params = {"invoice_settings": {"default_payment_method": card}}
        self.write(lambda v1, by: v1.customers.update(customer, words, by), key)


def _words(draft: CustomerDraft) -> Params:
    words: Params = {"name": draft.name, "email": draft.email}
    if draft.language:
        words["preferred_locales"] = [draft.language]
    if draft.reference:
        words["metadata"] = dict(draft.reference)
    return words
