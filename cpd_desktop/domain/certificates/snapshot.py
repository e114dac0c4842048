"""Everything that is printed on one certificate, frozen when it is issued."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class CreditLine:
    """Credit of one type, as it is printed; the last two are told by the code only."""

    type: str
    amount: Decimal
    unit: str = ""
    category: str = ""
    accreditor: str = ""
    activity_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The data of one certificate. Nothing else may appear on its pages.

    ``signature`` names the picture of the signature by its SHA-256.
    """

    number: str
    code: str
    person_name: str
    event_title: str
    starts: datetime
    ends: datetime
    zone: str
    issued: datetime
    language: str = "en-GB"
    person_licence: str = ""
    place: str = ""
    delivery: str = ""
    activity_number: str = ""
    objectives: str = ""
    instructors: str = ""
    credits: tuple[CreditLine, ...] = ()
    attended_minutes: int | None = None
    provider_name: str = ""
    provider_address: str = ""
    provider_number: str = ""
    provider_contact: str = ""
    accreditor: str = ""
    statement: str = ""
    signatory_name: str = ""
    signatory_title: str = ""
    signature: str = ""
    expires: date | None = None
    replaces: str = ""
    issuer_fingerprint: str = ""
    verify_address: str = ""

    def at_event(self, moment: datetime) -> datetime:
        """Return the moment on the clocks of the event's zone."""
        return moment.astimezone(ZoneInfo(self.zone))

    def as_json(self) -> bytes:
        """Return it as bytes to keep and to hash; equal snapshots give equal bytes."""
        found = {name: getattr(self, name) for name in _NAMES}
        return json.dumps(
            found, default=_written, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode("utf-8", "surrogatepass")


_NAMES: Final = tuple(each.name for each in fields(Snapshot))
_OF_LINE: Final = tuple(each.name for each in fields(CreditLine))


def snapshot_from(data: bytes) -> Snapshot:
    """Return the snapshot that was kept as these bytes."""
    found: dict[str, Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    for each in ("starts", "ends", "issued"):
        found[each] = datetime.fromisoformat(found[each])
    if found["expires"]:
        found["expires"] = date.fromisoformat(found["expires"])
    found["credits"] = tuple(
        CreditLine(**line | {"amount": Decimal(line["amount"])}) for line in found["credits"]
    )
    return Snapshot(**found)


def _written(value: object) -> object:
    if isinstance(value, CreditLine):
        return {name: getattr(value, name) for name in _OF_LINE}
    return value.isoformat() if isinstance(value, date) else str(value)
