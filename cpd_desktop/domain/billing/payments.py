"""Payments and refunds as they are told to the ledger."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cpd_desktop.domain.billing.amounts import require_amount
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.domain.money import Money

NO_REASON = Sentence("billing", "Say why the money goes back.")
LONG = Sentence("billing", "It is longer than {limit} characters.")
IN_THE_FUTURE = Sentence("billing", "The payment of {day} is in the future.")
LONGEST = 500


class Method(StrEnum):
    """How money came or went."""

    STRIPE = "stripe"
    BANK = "bank"
    CASH = "cash"
    PAYPAL = "paypal"
    OTHER = "other"


class PlaceFate(StrEnum):
    """What becomes of a place when its money goes back."""

    KEEP = "keep"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentDraft:
    """A payment as entered or told; ``external`` is its number where it was made, if it has one."""

    amount: Money
    method: Method
    received_on: date
    external: str = ""
    note: str = ""
    live: bool = True

    def require_valid(self, today: date) -> None:
        """Raise ``Invalid`` if it cannot be booked."""
        require_amount(self.amount)
        for name, text in (("note", self.note), ("external", self.external)):
            if len(text) > LONGEST:
                raise Invalid({name: LONG.filled(limit=LONGEST)})
        if (self.received_on - today).days > 1:  # somewhere else it may be tomorrow
            raise Invalid({"received_on": IN_THE_FUTURE.filled(day=self.received_on)})


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundDraft:
    """Money that goes back, or went: why, and what becomes of the places it was paid for."""

    amount: Money
    why: str
    place: PlaceFate = PlaceFate.KEEP
    external: str = ""

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be booked."""
        require_amount(self.amount)
        if not self.why.strip():
            raise Invalid({"why": NO_REASON})
        if len(self.why) > LONGEST:
            raise Invalid({"why": LONG.filled(limit=LONGEST)})
