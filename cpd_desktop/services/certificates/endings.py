"""Which of one's own certificates do not count any more, by the register as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.store.tables import certificate, erased_certificate

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.store.database import Transaction


def endings(reader: Connection | Transaction, moment: datetime) -> StatusList:
    """Return every certificate that was revoked or replaced up to this moment, erased ones too."""
    columns = (each.c for each in (certificate, erased_certificate))
    found = {
        row.number: Ending(Ended(row.status), row.replaced_by or "")
        for of in columns
        for row in reader.execute(
            select(of.number, of.status, of.replaced_by).where(of.status != Status.ISSUED)
        )
    }
    return StatusList(moment, found)
