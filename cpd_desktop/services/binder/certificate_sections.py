"""Which certificates were issued, and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import Section, Table
from cpd_desktop.domain.certificates.file_names import file_name
from cpd_desktop.services.binder.telling import utc

if TYPE_CHECKING:
    from cpd_desktop.domain.binder import Cell
    from cpd_desktop.domain.certificates.register import Certificate
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.telling import Telling

HEADERS = (
    *("Number", "Reference", "Name", "Credit", "Issued", "Issued (UTC)", "By", "Status"),
    *("Ended", "Why", "Replaced by", "Time stamp", "File", "SHA-256"),
)
NONE = "No certificate was issued."


def certificates(told: Evidence, telling: Telling) -> Section:
    """Tell of every certificate what it says, when it was issued, and whether it still counts."""
    rows = [_row(told, telling, each) for each in told.certificates]
    lines = () if rows else (NONE,)
    table = Table("Register", HEADERS, rows, "certificates")
    return Section("certificates", "Certificates", lines=lines, tables=(table,))


def _row(told: Evidence, telling: Telling, each: Certificate) -> tuple[Cell, ...]:
    stamp = told.stamps.get(each.id)
    stamped = f"{utc(stamp.stamped_at)} {stamp.authority}" if stamp else ""
    return (
        each.number, each.reference, each.name, each.credit, telling.moment(each.issued_at),
        utc(each.issued_at), each.issued_by, each.status.value, telling.moment(each.ended_at),
        each.why, each.replaced_by, stamped,
        telling.original("certificates", file_name(each), each.sha256), each.sha256,
    )  # fmt: skip
