"""Every setting, declared once: its default, its limits and its words."""

from __future__ import annotations

from cpd_desktop.domain.settings.application import Appearance, Background, Backups, Start, Updates
from cpd_desktop.domain.settings.connections import (
    Mail,
    MailRefused,
    StripeAccount,
    Zoom,
    ZoomAccount,
    ZoomApp,
)
from cpd_desktop.domain.settings.planning import Calendar, OwnPresets, Planning, Records, UsualRule
from cpd_desktop.domain.settings.provider import Billing, Certificates, Provider, Signatory
from cpd_desktop.domain.settings.section import Limits, Section, limits_of, read

__all__ = [
    "SECTIONS",
    "Appearance",
    "Background",
    "Backups",
    "Billing",
    "Calendar",
    "Certificates",
    "Limits",
    "Mail",
    "MailRefused",
    "OwnPresets",
    "Planning",
    "Provider",
    "Records",
    "Section",
    "Signatory",
    "Start",
    "StripeAccount",
    "Updates",
    "UsualRule",
    "Zoom",
    "ZoomAccount",
    "ZoomApp",
    "limits_of",
    "read",
]

# As they stand on the page of the settings, top to bottom.
SECTIONS: tuple[type[Section], ...] = (
    *(Provider, Signatory, Certificates, Billing, Planning, UsualRule, Calendar, Zoom, Mail),
    *(Appearance, Background, Backups, Records, Updates, ZoomApp, ZoomAccount, StripeAccount),
    *(MailRefused, OwnPresets, Start),
)
