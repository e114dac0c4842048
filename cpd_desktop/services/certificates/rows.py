"""Certificates read from their rows, as they were issued."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.certificates.freezing import claims_in
from cpd_desktop.domain.certificates.register import Certificate, Status
from cpd_desktop.domain.certificates.snapshot import snapshot_from
from cpd_desktop.store.tables import certificate, registration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection, Row, Select

    from cpd_desktop.domain.certificates.snapshot import Snapshot
    from cpd_desktop.store.database import Transaction

    Reader = Connection | Transaction


def joined_certificates() -> Select[Any]:
    """Return the statement that ``certificates_from`` reads; narrow it down and order it."""
    older = certificate.alias("older")
    return (
        select(
            certificate,
            older.c.number.label("replaces"),
            registration.c.event_id,
            registration.c.person_id,
            registration.c.number.label("own_reference"),
            registration.c.reference,
        )
        .join(registration, registration.c.id == certificate.c.registration_id)
        .outerjoin(older, older.c.replaced_by == certificate.c.number)
    )


def certificates_from(
    reader: Reader,
    statement: Select[Any],
    at_hand: Mapping[str, Snapshot] = MappingProxyType({}),
) -> list[Certificate]:
    """Return the certificates that a statement finds; ``at_hand`` need not be read again."""
    return [
        _certificate(row, at_hand.get(row.number) or snapshot_from(row.snapshot.encode()))
        for row in reader.execute(statement)
    ]


def valid_certificates(reader: Reader, event_id: int, but: str = "") -> list[Certificate]:
    """Return those of an event that count, all ``but`` the one of that number."""
    statement = joined_certificates().where(
        registration.c.event_id == event_id,
        certificate.c.status == Status.ISSUED,
        certificate.c.number != but,
    )
    return certificates_from(reader, statement.order_by(certificate.c.id))


def _certificate(row: Row[Any], snapshot: Snapshot) -> Certificate:
    return Certificate(
        id=row.id,
        number=row.number,
        code=row.code,
        status=Status(row.status),
        registration=row.registration_id,
        reference=row.reference or row.own_reference,
        person=row.person_id,
        event=row.event_id,
        template=row.certificate_template_id,
        version=row.template_version,
        claims=claims_in(snapshot),
        issued_at=row.issued_at,
        issued_by=row.issued_by,
        sha256=row.sha256,
        size=row.size,
        ended_at=row.ended_at,
        why=row.why,
        replaces=row.replaces or "",
        replaced_by=row.replaced_by or "",
    )
