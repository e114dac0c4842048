"""Holds that keep an event from being deleted, as long as they last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, or_, select

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import event

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import ColumnElement

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
