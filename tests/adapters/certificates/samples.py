"""Snapshots and templates that the tests of certificates share."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.adapters.certificates.drawing import BitMatrix
from cpd_desktop.app.resources import resources
from cpd_desktop.domain.certificates.snapshot import CreditLine, Snapshot
from cpd_desktop.domain.certificates.template_file import read_template

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.template import Template

BUILT_IN = ("attendance", "completion", "cpe", "cme", "workshop", "speaker")
SNAPSHOT = Snapshot(
    number="CPD-2026-001413",
    code="7KQ2-M9XD",
    person_name="Zoë Ångström",
    event_title="Safeguarding & Clinical Governance: Level 3 Update",
    starts=datetime(2026, 10, 14, 8, tzinfo=UTC),
    ends=datetime(2026, 10, 14, 14, 30, tzinfo=UTC),
    zone="Europe/London",
    issued=datetime(2026, 10, 15, 9, tzinfo=UTC),
    person_licence="GMC 7654321",
    place="Live interactive webinar",
    delivery="Group Internet Based",
    activity_number="ACT-2291",
    objectives="Recognise, respond, record and refer.",
    instructors="Dr Hélène Marchand",
    credits=(
        CreditLine("CPD", Decimal("6.50"), "hours", "Clinical"),
        CreditLine("Ethics", Decimal(1), "hour", "Professional"),
    ),
    attended_minutes=372,
    provider_name="Northern Training Ltd",
    provider_address="4 Mill Lane, Leeds LS1 4AB, United Kingdom",
    provider_number="NT-204",
    provider_contact="hello@northern.example",
    accreditor="CPD Standards Office",
    statement="This activity was approved by the CPD Standards Office for 7.5 hours.",
    signatory_name="Dr Ada Whitfield",
    signatory_title="Programme Director",
    issuer_fingerprint="9F2C 41AA 08D7 5E13",
    verify_address="northern.example/verify",
)
NAMES = {
    "latin": "Łukasz Żółkiewski",
    "greek": "Γεώργιος Παπαδόπουλος",
    "cyrillic": "Екатерина Иванова",
    "arabic": "محمد عبد الله الحسن",
    "hebrew": "שרה כהן",
    "devanagari": "श्रीकान्त क्षत्रिय",
    "thai": "ศิริพร น้ำทิพย์",
    "vietnamese": "Nguyễn Thị Ánh",
    "cjk": "王小明",
    "mixed": "Anna محمد (王)",
}
_AS_BITS = bytes(48 if dot else 49 for dot in range(256))


def built_in(name: str) -> Template:
    return read_template((resources() / "certificates" / f"{name}.json").read_bytes())


def code_of(snapshot: Snapshot) -> BitMatrix:
    """Return a code as long as a signed one."""
    from zxingcpp import BarcodeFormat, create_barcode

    text = (snapshot.number + snapshot.code).ljust(303, "7")
    made = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    # nanobind's Image has the buffer protocol, which its stubs do not say.
    dots = memoryview(made.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type]
    (side, _columns), bits = dots.shape or (0, 0), dots.tobytes().translate(_AS_BITS)
    width = (side + 7) // 8
    rows = (bits[at * side : (at + 1) * side].ljust(width * 8, b"0") for at in range(side))
    return BitMatrix(side, b"".join(int(row, 2).to_bytes(width, "big") for row in rows))
