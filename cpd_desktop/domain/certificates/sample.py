"""A certificate of nobody, with a value for every field, to see a template with."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.domain.certificates.snapshot import CreditLine, Snapshot
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.settings import Provider, Signatory

SAMPLE = Sentence("sample certificate", "Sample person")


def sample_snapshot(
    provider: Provider, signatory: Signatory, language: str, now: datetime
) -> Snapshot:
    """Return what a certificate could say; the provider's own values where there are any."""
    starts = datetime(now.year, 3, 12, 9, tzinfo=UTC)
    address = ", ".join(filter(None, map(str.strip, provider.address.splitlines())))
    return Snapshot(
        number=f"CPD-{now.year}-001413",
        code="7KQ2-M9XD",
        person_name="Nguyễn Thị Mai",
        event_title="Airway management, part 2",
        starts=starts,
        ends=starts + timedelta(hours=2),
        zone="Europe/London",
        issued=starts + timedelta(days=1),
        language=language,
        person_licence="GMC 7654321",
        place="Education Centre, Room 2",
        delivery="Group live",
        activity_number="ACT-2291",
        objectives="Recognise a difficult airway; choose a device; know when to call for help",
        instructors="Dr Hélène Marchand, Tom Okafor",
        credits=(
            CreditLine("CPD hours", Decimal(2), category="Clinical"),
            CreditLine("Ethics", Decimal("0.5"), category="Professional"),
        ),
        attended_minutes=118,
        provider_name=provider.provider or "Northern Training",
        provider_address=address or "4 Mill Lane, Leeds LS1 4AB",
        provider_number=provider.number or "NT-204",
        provider_contact=provider.contact or provider.website or "hello@northern.example",
        accreditor="CPD Standards Office",
        statement="This activity was approved by the CPD Standards Office for 2.5 hours.",
        signatory_name=signatory.person or "Dr Ada Whitfield",
        signatory_title=signatory.title or "Course director",
        signature=signatory.picture,
        expires=(starts + timedelta(days=730)).date(),
        replaces=f"CPD-{now.year}-001200",
        issuer_fingerprint="9F2C 41AA 08D7 5E13",
        verify_address="northern.example/verify",
    )
