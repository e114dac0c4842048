"""Words and colours for what is told about money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.billing.entries import EntryKind
from cpd_desktop.domain.billing.outward import Doubt
from cpd_desktop.domain.billing.payments import Method
from cpd_desktop.domain.stripe.objects import MembershipState

if TYPE_CHECKING:
    from cpd_desktop.services.billing.rows import BookedPayment


def method_words(method: Method) -> str:
    """Return how money came."""
    translate = QCoreApplication.translate
    return {
        Method.STRIPE: translate("billing", "Stripe"),
        Method.BANK: translate("billing", "Bank transfer"),
        Method.CASH: translate("billing", "Cash"),
        Method.PAYPAL: translate("billing", "PayPal"),
        Method.OTHER: translate("billing", "Other"),
    }[method]


def way_words(paid: BookedPayment) -> str:
    """Return how a payment came, and that it was in test mode if it was."""
    words = method_words(paid.method)
    return words if paid.live else tested(words)


def tested(words: str) -> str:
    """Return words about money with the mark of Stripe's test mode."""
    return QCoreApplication.translate("billing", "{what} (test mode)").format(what=words)


def entry_words(kind: EntryKind, *, trial: bool = False) -> str:
    """Return what an entry of the ledger is."""
    translate = QCoreApplication.translate
    words = {
        EntryKind.CHARGE: translate("billing", "Charged"),
        EntryKind.CREDIT: translate("billing", "Taken back"),
        EntryKind.PAYMENT: translate("billing", "Paid"),
        EntryKind.REFUND: translate("billing", "Refunded"),
        EntryKind.TRANSFER: translate("billing", "From account"),
    }[kind]
    return tested(words) if trial else words


def doubt_words(kind: Doubt) -> str:
    """Return in a few words what is in doubt."""
    translate = QCoreApplication.translate
    return {
        Doubt.OTHER_AMOUNT: translate("billing", "Another amount"),
        Doubt.NO_PLACE: translate("billing", "No place"),
        Doubt.PAID_TWICE: translate("billing", "Paid twice"),
        Doubt.OTHER_ACCOUNT: translate("billing", "Another account"),
        Doubt.DISPUTED: translate("billing", "Disputed"),
    }[kind]


def membership_words(state: MembershipState) -> str:
    """Return how a membership stands."""
    translate = QCoreApplication.translate
    return {
        MembershipState.INCOMPLETE: translate("billing", "First payment open"),
        MembershipState.INCOMPLETE_EXPIRED: translate("billing", "Never paid"),
        MembershipState.TRIALING: translate("billing", "On trial"),
        MembershipState.ACTIVE: translate("billing", "Active"),
        MembershipState.PAST_DUE: translate("billing", "Payment late"),
        MembershipState.UNPAID: translate("billing", "Unpaid"),
        MembershipState.PAUSED: translate("billing", "Paused"),
        MembershipState.CANCELED: translate("billing", "Ended"),
    }[state]
