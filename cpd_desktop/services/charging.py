"""The services that know of money."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cpd_desktop.services.attesting import Attesting

if TYPE_CHECKING:
    from cpd_desktop.services.billing.bank_import import BankImport
    from cpd_desktop.services.billing.bills import Bills
    from cpd_desktop.services.billing.doubts import Doubts
    from cpd_desktop.services.billing.ledger import Ledger
    from cpd_desktop.services.billing.lists import BillingLists
    from cpd_desktop.services.billing.orders import Orders
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.stripe.account import StripeAccount
    from cpd_desktop.services.stripe.checkout import Checkout
    from cpd_desktop.services.stripe.customers import Customers
    from cpd_desktop.services.stripe.memberships import Memberships
    from cpd_desktop.services.stripe.offers import Offers
    from cpd_desktop.services.stripe.operations import Operations
    from cpd_desktop.services.stripe.refunds import StripeRefunds
    from cpd_desktop.services.stripe.sync import StripeSync


@dataclass(frozen=True)
class Charging(Attesting):
    """Orders, payments, documents and sums; each is loaded when first asked for."""

    @cached_property
    def orders(self) -> Orders:
        """Return the orders."""
        from cpd_desktop.services.billing.orders import Orders

        return Orders(self.db, self.clock, self.settings, self.bills)

    @cached_property
    def payments(self) -> Payments:
        """Return the payments and refunds."""
        from cpd_desktop.services.billing.payments import Payments

        return Payments(self.db, self.clock, self.bills)

    @cached_property
    def doubts(self) -> Doubts:
        """Return money that somebody has to look at."""
        from cpd_desktop.services.billing.doubts import Doubts

        return Doubts(self.db, self.clock)

    @cached_property
    def bills(self) -> Bills:
        """Return the invoices, receipts and credit notes."""
        from cpd_desktop.services.billing.bills import Bills

        return Bills(self.db, self.clock, self.files, self.settings, self.outside.bill_printer)

    @cached_property
    def ledger(self) -> Ledger:
        """Return the ledger and its sums."""
        from cpd_desktop.services.billing.ledger import Ledger

        return Ledger(self.db, self.clock, self.sheets, self.outside.bill_printer)

    @cached_property
    def billing_lists(self) -> BillingLists:
        """Return what finds the lines of long lists."""
        from cpd_desktop.services.billing.lists import BillingLists

        return BillingLists(self.db)

    @cached_property
    def bank_import(self) -> BankImport:
        """Return what brings in lists of payments from a bank."""
        from cpd_desktop.services.billing.bank_import import BankImport

        return BankImport(self.db, self.clock, self.files, self.sheets, self.payments)

    @cached_property
    def stripe_account(self) -> StripeAccount:
        """Return whose account at Stripe is used."""
        from cpd_desktop.services.stripe.account import StripeAccount

        return StripeAccount(
            *(self.db, self.settings, self.clock, self.outside.stripe_connection, self.payments)
        )

    @cached_property
    def stripe_operations(self) -> Operations:
        """Return what is asked of Stripe."""
        from cpd_desktop.services.stripe.errands import Errands
        from cpd_desktop.services.stripe.operations import Operations
        from cpd_desktop.services.stripe.refunds import keep_refund

        kinds = Errands(self.clock).all(keep_refund(self.payments, self.clock))
        return Operations(self.db, self.clock, kinds)

    @cached_property
    def customers(self) -> Customers:
        """Return who is which customer at Stripe."""
        from cpd_desktop.services.stripe.customers import Customers

        return Customers(self.db, self.clock, self.stripe_account, self.stripe_operations)

    @cached_property
    def checkout(self) -> Checkout:
        """Return what opens pages to pay on."""
        from cpd_desktop.services.stripe.checkout import Checkout

        return Checkout(
            *(self.db, self.clock, self.settings, self.stripe_account, self.customers),
            self.stripe_operations,
        )

    @cached_property
    def offers(self) -> Offers:
        """Return what is sold through Stripe."""
        from cpd_desktop.services.stripe.offers import Offers

        return Offers(self.db, self.stripe_account, self.stripe_operations)

    @cached_property
    def memberships(self) -> Memberships:
        """Return the memberships that Stripe collects for."""
        from cpd_desktop.services.stripe.memberships import Memberships

        return Memberships(
            *(self.db, self.stripe_account, self.customers, self.offers, self.checkout),
            self.stripe_operations,
        )

    @cached_property
    def stripe_refunds(self) -> StripeRefunds:
        """Return what gives money back through Stripe."""
        from cpd_desktop.services.stripe.refunds import StripeRefunds

        return StripeRefunds(
            self.db, self.clock, self.stripe_account, self.stripe_operations, self.payments
        )

    @cached_property
    def stripe_sync(self) -> StripeSync:
        """Return what knows what happened at Stripe."""
        from cpd_desktop.services.stripe.sync import StripeSync

        return StripeSync(
            *(self.db, self.clock, self.settings, self.stripe_account, self.stripe_operations),
            *(self.payments, self.customers),
        )
