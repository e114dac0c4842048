"""All that a person took part in: their places over all events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.registrations import Payment, RegistrationStatus
from cpd_desktop.store.tables import check_in, event, registration, session, submission

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, ScalarSelect


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPlace:
    """A place on an event as the person's history shows it."""

    registration_id: int
    event_id: int
    title: str
    event_status: EventStatus
    trashed: bool
    zone: str
    starts: datetime | None
    ends: datetime | None
    reference: str
    status: RegistrationStatus
    registered_at: datetime
    payment: Payment
    price: Money | None
    sessions: int
    checked_in: int
    submissions: int


def past_places(reader: Connection, person_id: int) -> list[PastPlace]:
    """Return a person's places, the latest event first."""
    starts = _of_event(func.min(session.c.starts_at)).label("starts")
    statement = (
        select(
            registration,
            event.c.title,
            event.c.zone,
            event.c.status.label("event_status"),
            event.c.trashed_at,
            starts,
            _of_event(func.max(session.c.ends_at)).label("ends"),
            _of_event(func.count()).label("sessions"),
            _of_place(check_in.c.registration_id).label("checked_in"),
            _of_place(submission.c.registration_id).label("submissions"),
        )
        .join(event, event.c.id == registration.c.event_id)
        .where(registration.c.person_id == person_id)
        .order_by(starts.desc(), registration.c.id.desc())
    )
    return [
        PastPlace(
            registration_id=row.id,
            event_id=row.event_id,
            title=row.title,
            event_status=EventStatus(row.event_status),
            trashed=row.trashed_at is not None,
            zone=row.zone,
            starts=row.starts,
            ends=row.ends,
            reference=row.reference or row.number,
            status=RegistrationStatus(row.status),
            registered_at=row.registered_at,
            payment=Payment(row.payment),
            price=Money(row.price_minor, row.currency) if row.currency else None,
            sessions=row.sessions,
            checked_in=row.checked_in,
            submissions=row.submissions,
        )
        for row in reader.execute(statement).all()
    ]


def _of_event(what: Any) -> ScalarSelect[Any]:
    mine = session.c.event_id == registration.c.event_id
    return select(what).select_from(session).where(mine).correlate(registration).scalar_subquery()


def _of_place(column: Any) -> ScalarSelect[int]:
    mine = column == registration.c.id
    return select(func.count()).where(mine).correlate(registration).scalar_subquery()
