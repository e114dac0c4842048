"""What mails are for: which of them bring a calendar entry, a file, or are news."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from cpd_desktop.domain.invitations import Method
from cpd_desktop.domain.words import Sentence


class Purpose(StrEnum):
    """Why somebody is written to."""

    CONFIRMATION = "confirmation"
    JOINING = "joining"
    REMINDER = "reminder"
    CHANGED = "changed"
    CANCELLATION = "cancellation"
    POSTPONED = "postponed"
    WAITLIST_OFFER = "waitlist-offer"
    CERTIFICATE = "certificate"
    CERTIFICATE_REPLACED = "certificate-replaced"
    CERTIFICATE_REVOKED = "certificate-revoked"
    PAYMENT = "payment"
    RECEIPT = "receipt"
    REFUND = "refund"
    EVALUATION = "evaluation"
    THANKS = "thanks"
    MISSED = "missed"
    MESSAGE = "message"

    @property
    def label(self) -> Sentence:
        """Return what people call it."""
        return _LABELS[self]

    @property
    def is_news(self) -> bool:
        """Say whether it can be declined: it concerns no place, certificate or payment."""
        return self is Purpose.MESSAGE

    @property
    def calendar(self) -> Method | None:
        """Return what the calendar entry that comes with it does, if one comes."""
        return _CALENDAR.get(self)

    @property
    def is_about_certificate(self) -> bool:
        """Say whether there is one mail for each certificate instead of one for each event."""
        return self in _CERTIFICATES

    @property
    def brings_certificate(self) -> bool:
        """Say whether the file of the certificate is attached."""
        return self in _CERTIFICATES and self is not Purpose.CERTIFICATE_REVOKED


P = Purpose
_CALENDAR: Final = {
    P.JOINING: Method.REQUEST,
    P.CHANGED: Method.REQUEST,
    P.POSTPONED: Method.REQUEST,
    P.CANCELLATION: Method.CANCEL,
}
_CERTIFICATES: Final = frozenset({P.CERTIFICATE, P.CERTIFICATE_REPLACED, P.CERTIFICATE_REVOKED})
_LABELS: Final = {
    P.CONFIRMATION: Sentence("messages", "Registration confirmation"),
    P.JOINING: Sentence("messages", "Joining details"),
    P.REMINDER: Sentence("messages", "Reminder"),
    P.CHANGED: Sentence("messages", "Event changed"),
    P.CANCELLATION: Sentence("messages", "Event cancelled"),
    P.POSTPONED: Sentence("messages", "Event postponed"),
    P.WAITLIST_OFFER: Sentence("messages", "Offer of a place"),
    P.CERTIFICATE: Sentence("messages", "Certificate"),
    P.CERTIFICATE_REPLACED: Sentence("messages", "Corrected certificate"),
    P.CERTIFICATE_REVOKED: Sentence("messages", "Certificate revoked"),
    P.PAYMENT: Sentence("messages", "Payment link"),
    P.RECEIPT: Sentence("messages", "Receipt"),
    P.REFUND: Sentence("messages", "Refund"),
    P.EVALUATION: Sentence("messages", "Request for an evaluation"),
    P.THANKS: Sentence("messages", "Thanks to those who came"),
    P.MISSED: Sentence("messages", "To those who missed it"),
    P.MESSAGE: Sentence("messages", "Message"),
}
