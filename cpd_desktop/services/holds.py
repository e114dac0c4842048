"""What keeps an event from being deleted: holds while they last, and certificates for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, or_, select

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import certificate, event, registration

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import ColumnElement, Connection

    from cpd_desktop.store.database import Transaction

ON_HOLD = Sentence("retention", "“{title}” is on hold: “{why}”.")
LIFT_FIRST = Sentence("retention", "Lift the hold first. Nothing was changed.")


def held(today: date) -> ColumnElement[bool]:
    """Return the condition that a hold is on an event; without a day it has no end."""
    lasts = or_(event.c.hold_until.is_(None), event.c.hold_until >= today)
    return and_(event.c.hold_why != "", lasts)


def require_not_held(tx: Transaction, event_ids: Iterable[int], today: date) -> None:
    """Raise ``NotAllowed`` if a hold is on one of these events."""
    mine = select(event).where(among(event.c.id, event_ids), held(today))
    if row := tx.execute(mine.order_by(event.c.id)).first():
        raise NotAllowed(ON_HOLD.filled(title=row.title, why=row.hold_why), LIFT_FIRST)


def certificates_of(connection: Connection, event_ids: Iterable[int]) -> dict[int, int]:
    """Return how many certificates keep each of these events; one without any is not told."""
    counted = (
        select(registration.c.event_id, func.count())
        .join(certificate)
        .where(among(registration.c.event_id, event_ids))
        .group_by(registration.c.event_id)
    )
    return {row[0]: row[1] for row in connection.execute(counted)}
