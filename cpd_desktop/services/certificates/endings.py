"""Which of one's own certificates do not count any more, by the register as it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.certificates.register import Status
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.store.tables import certificate

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.store.database import Transaction


def endings(reader: Connection | Transaction, moment: datetime) -> StatusList:
    """Return every certificate that was revoked or replaced up to this moment."""
    of = certificate.c
    statement = select(of.number, of.status, of.replaced_by).where(of.status != Status.ISSUED)
    found = {
        row.number: Ending(Ended(row.status), row.replaced_by or "")
        for row in reader.execute(statement)
    }
    return StatusList(moment, found)
