"""An event that certificates are issued for, and somebody who earned one."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from cpd_desktop.domain.certificates.freezing import Holder, Label, Occasion
from cpd_desktop.domain.credit import CreditLine
from cpd_desktop.domain.events import Event, EventStatus
from cpd_desktop.domain.sessions import Session
from cpd_desktop.domain.settings import Certificates, Provider, Signatory

STARTS, ENDS = (datetime(2026, 12, 1, hour, tzinfo=UTC) for hour in (14, 16))
NOW = datetime(2026, 12, 2, 9, tzinfo=UTC)
PROVIDER = Provider("Northern Training", "4 Mill Lane\nLeeds", "hello@northern.example", "NT-204")
LINE = CreditLine(
    "CPD hours",
    Decimal("1.5"),
    "CPD Standards Office",
    "ACT-1",
    category="Clinical",
    statement="Approved for 2 hours.",
    approved_from=date(2026, 1, 1),
    approved_until=date(2026, 12, 31),
)
HOLDER = Holder(7, "REG-2026-0007", "Zoë Ångström", "zoe@example.org", credits=(LINE,), minutes=118)
LABEL = Label("CPD-2026-000001", "7KQ2-M9XD", NOW)


def occasion(**event: Any) -> Occasion:
    told: dict[str, Any] = {
        "title": "Wound care",
        "zone": "Europe/London",
        "status": EventStatus.COMPLETED,
        "id": 1,
        "sessions": (Session("Wound care", STARTS, ENDS, id=1, event_id=1),),
    }
    made = Event(**told | event)
    signatory = Signatory("Dr Ada Whitfield", "Director")
    return Occasion(made, PROVIDER, signatory, Certificates(), "en-GB")
