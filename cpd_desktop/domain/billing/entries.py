"""The ledger: signed entries that are only ever added, and what follows from their sums."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from cpd_desktop.domain.registrations import Payment


class EntryKind(StrEnum):
    """Why somebody owes more, or less. What is owed counts up, what was paid counts down."""

    CHARGE = "charge"
    CREDIT = "credit"
    PAYMENT = "payment"
    REFUND = "refund"
    TRANSFER = "transfer"  # between an order and money on account; a pair sums to nothing


class Sums(NamedTuple):
    """What an order's entries of each kind come to, as amounts without signs."""

    charged: int = 0
    credited: int = 0
    paid: int = 0  # with what was taken from money on account
    refunded: int = 0

    @property
    def open(self) -> int:
        """Return what is still to be paid; below nothing, what may go back."""
        return self.charged - self.credited - self.paid + self.refunded

    @property
    def kept(self) -> int:
        """Return what was paid and did not go back."""
        return self.paid - self.refunded


def place_payment(charged: int, credited: int, order: Sums) -> Payment:
    """Return what is known about the money for a place that was ordered.

    ``charged`` and ``credited`` are of this place alone, the sums of its whole order: a group's
    places are paid when all that is due from it is.
    """
    if not charged:
        return Payment.NOTHING_DUE
    if charged > credited:
        return Payment.PAID if order.open <= 0 else Payment.DUE
    if order.refunded:
        return Payment.REFUNDED
    # Credited but still in hand: what was paid is owed back, so the place counts as paid.
    return Payment.PAID if order.open < 0 else Payment.WAIVED


class Portions(NamedTuple):
    """Where a payment goes: to the order it names, and what is more than that, on account."""

    to_order: int
    on_account: int


def portions(paid: int, owed: int) -> Portions:
    """Return how much of a payment an order takes; nobody pays an order more than it costs."""
    to_order = min(paid, max(owed, 0))
    return Portions(to_order, paid - to_order)
