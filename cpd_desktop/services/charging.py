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
    from cpd_desktop.services.billing.orders import Orders
    from cpd_desktop.services.billing.payments import Payments


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
    def bank_import(self) -> BankImport:
        """Return what brings in lists of payments from a bank."""
        from cpd_desktop.services.billing.bank_import import BankImport

        return BankImport(self.db, self.clock, self.files, self.sheets, self.payments)
