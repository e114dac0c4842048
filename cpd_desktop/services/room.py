"""Undo must not seat more people than there are places: others may have taken them since."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.registrations import HOLDS_A_PLACE, RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import event, registration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select

    from cpd_desktop.store.database import Transaction

TAKEN_SINCE = Sentence(
    "registration", "This cannot be undone: the place was given to somebody else since."
)


@contextmanager
def no_more_than_fit(tx: Transaction) -> Iterator[None]:
    """Raise ``Conflict`` if what is done inside takes a place that is not there, or not free.

    That holds for the waiting line too: a place in it is given again when the decision that gave
    it was undone, and may then be somebody else's.
    """
    before = _too_many(tx)
    yield
    for event_id, count in _too_many(tx).items():
        if count > before.get(event_id, 0):
            raise Conflict(TAKEN_SINCE)
    if tx.execute(_twice_in_line()).first():
        raise Conflict(TAKEN_SINCE)


def _too_many(tx: Transaction) -> dict[int, int]:
    held = func.count(registration.c.id)
    statement = (
        select(event.c.id, (held - event.c.capacity).label("over"))
        .join(registration, registration.c.event_id == event.c.id)
        .where(event.c.capacity.is_not(None), registration.c.status.in_(HOLDS_A_PLACE))
        .group_by(event.c.id)
        .having(held > event.c.capacity)
    )
    return {row.id: row.over for row in tx.execute(statement).all()}


def _twice_in_line() -> Select[Any]:
    return (
        select(registration.c.event_id)
        .where(registration.c.status == RegistrationStatus.WAITLISTED)
        .group_by(registration.c.event_id, registration.c.queue)
        .having(func.count() > 1)
        .limit(1)
    )
