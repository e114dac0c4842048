"""Words and colours for where things stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.people import Consent
from cpd_desktop.domain.registrations import Payment, RegistrationStatus

if TYPE_CHECKING:
    from cpd_desktop.ui.widgets import Tone

_TONES: dict[str, Tone] = {
    EventStatus.DRAFT: "neutral",
    EventStatus.PUBLISHED: "info",
    EventStatus.RUNNING: "good",
    EventStatus.COMPLETED: "info",
    EventStatus.ARCHIVED: "neutral",
    EventStatus.CANCELLED: "bad",
    RegistrationStatus.CONFIRMED: "good",
    RegistrationStatus.PENDING: "info",
    RegistrationStatus.WAITLISTED: "warn",
    RegistrationStatus.NO_SHOW: "bad",
}


def status_words(status: EventStatus | RegistrationStatus) -> str:
    """Return a status as people say it."""
    translate = QCoreApplication.translate
    return {
        "draft": translate("states", "Draft"),
        "published": translate("states", "Published"),
        "running": translate("states", "Running"),
        "completed": translate("states", "Completed"),
        "archived": translate("states", "Archived"),
        "cancelled": translate("states", "Cancelled"),
        "confirmed": translate("states", "Confirmed"),
        "waitlisted": translate("states", "Waiting list"),
        "pending": translate("states", "Pending"),
        "no_show": translate("states", "Did not come"),
    }[str(status)]


def status_tone(status: EventStatus | RegistrationStatus) -> Tone:
    """Return the colour that goes with it."""
    return _TONES.get(status, "neutral")


def consent_words(consent: Consent) -> str:
    """Return what is known about somebody's consent."""
    translate = QCoreApplication.translate
    return {
        Consent.UNKNOWN: translate("states", "Not known"),
        Consent.GIVEN: translate("states", "Given"),
        Consent.WITHDRAWN: translate("states", "Withdrawn"),
    }[consent]


def place_mark(status: RegistrationStatus) -> str:
    """Return a sign that sets statuses apart at a glance where words alone look alike."""
    return {
        RegistrationStatus.CONFIRMED: "✓",
        RegistrationStatus.PENDING: "○",
        RegistrationStatus.WAITLISTED: "…",
        RegistrationStatus.CANCELLED: "✕",
        RegistrationStatus.NO_SHOW: "–",  # noqa: RUF001 - a dash, as in a list kept on paper
    }[status]


def payment_words(payment: Payment) -> str:
    """Return what is known about the money as people say it."""
    translate = QCoreApplication.translate
    return {
        Payment.NOTHING_DUE: translate("states", "Nothing due"),
        Payment.DUE: translate("states", "Due"),
        Payment.PAID: translate("states", "Paid"),
        Payment.REFUNDED: translate("states", "Refunded"),
        Payment.WAIVED: translate("states", "Waived"),
    }[payment]
