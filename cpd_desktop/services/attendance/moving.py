"""What was decided about two entries that turn out to be one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.store.tables import alias, decision, mark, sighting

if TYPE_CHECKING:
    from cpd_desktop.store.database import Transaction


def move_decisions(tx: Transaction, event_id: int, kept: int, gone: int) -> None:
    """Let what was decided and noted about a registration be about the one that is kept."""
    for row in tx.execute(select(decision).where(decision.c.event_id == event_id)).all():
        if gone in row.registrations:
            moved = [kept if each == gone else each for each in row.registrations]
            tx.update(decision, row.id, registrations=list(dict.fromkeys(moved)))
    known = set(tx.execute(select(mark.c.kind).where(mark.c.registration_id == kept)).scalars())
    for row in tx.execute(select(mark).where(mark.c.registration_id == gone)).all():
        if row.kind not in known:
            tx.update(mark, row.id, registration_id=kept)
    seen = select(sighting.c.session_id).where(sighting.c.registration_id == kept)
    told = set(tx.execute(seen).scalars())
    for row in tx.execute(select(sighting).where(sighting.c.registration_id == gone)).all():
        if row.session_id not in told:
            tx.update(sighting, row.id, registration_id=kept)


def move_aliases(tx: Transaction, keep: int, other: int) -> None:
    """Let what was learnt of a person be known of the one who is kept."""
    mine = select(alias.c.decision_id, alias.c.kind, alias.c.text).where(alias.c.person_id == keep)
    known = set(map(tuple, tx.execute(mine).all()))
    for row in tx.execute(select(alias).where(alias.c.person_id == other)).all():
        if (row.decision_id, row.kind, row.text) not in known:
            tx.update(alias, row.id, person_id=keep)
