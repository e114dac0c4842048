"""The words of the register of certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.ui.dates import day_and_time, day_of

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.certificates.time_stamp import TimeStamp
    from cpd_desktop.ui.widgets import Tone

TONES: dict[Status, Tone] = {
    Status.ISSUED: "good",
    Status.REVOKED: "bad",
    Status.REPLACED: "warn",
}

translate = QCoreApplication.translate


def standing(status: Status) -> str:
    """Return whether it counts, with a sign that tells without the colour."""
    return {
        Status.ISSUED: translate("certificates", "✓ Valid"),
        Status.REVOKED: translate("certificates", "✕ Revoked"),
        Status.REPLACED: translate("certificates", "→ Replaced"),
    }[status]


def plain_standing(status: Status) -> str:
    """Return the same without the sign."""
    return standing(status)[2:]


def days_words(claims: Claims) -> str:
    """Return the day of the event, or the first and the last, as people read them."""
    if claims.first == claims.last:
        return day_of(claims.first)
    return f"{day_of(claims.first)} – {day_of(claims.last)}"  # noqa: RUF001 - a span


def signature_words(stamp: TimeStamp | None, zone: str) -> str:
    """Return whether somebody else says when it was signed, and who."""
    if stamp is None:
        return translate("certificates", "Signed; no time stamp")
    text = translate("certificates", "Time stamped by {authority} on {moment}")
    return text.format(authority=stamp.authority, moment=day_and_time(stamp.at, zone))
