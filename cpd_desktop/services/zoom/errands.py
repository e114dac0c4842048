"""What could not be done at Zoom yet, and when it is tried again."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zoom_errors import TooOften
from cpd_desktop.store.tables import errand

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from cpd_desktop.domain.errors import CpdError
    from cpd_desktop.store.database import Database, Transaction

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 60))
ZOOM = "zoom"  # the errand that stands for all of them while Zoom does not answer

ASKED = Sentence("meeting", "Zoom was asked to register people, and has not answered yet.")


@dataclass(frozen=True, slots=True)
class Errand:
    """Something put off: until then, or without a time until a person changes something.

    ``digest`` stands for what was asked; what has changed since is asked anew.
    """

    tries: int
    next_at: datetime | None
    says: Sentence
    digest: str = ""

    def is_due(self, now: datetime, digest: str = "") -> bool:
        """Say whether it is to be tried again."""
        return self.digest != digest or (self.next_at is not None and self.next_at <= now)


def errands(reader: Connection | Transaction) -> dict[str, Errand]:
    """Return everything that was put off, by what it is about."""
    found = reader.execute(select(errand)).all()
    return {
        row.about: Errand(
            row.tries, row.next_at, Sentence.of_kept(row.says), row.says.get("digest", "")
        )
        for row in found
    }


def put_off(db: Database, about: str, error: CpdError, now: datetime, digest: str = "") -> None:
    """Note that it could not be done, why, and when it is tried again; leaves no journal entry."""
    with db.writing("zoom.put_off") as tx:
        before = errands(tx).get(about)
        tries = before.tries + 1 if before and before.digest == digest else 1
        values: dict[str, Any] = {
            "tries": tries,
            "next_at": next_try(error, tries, now),
            "says": error.says.kept() | {"digest": digest},
            "at": now,
        }
        statement = insert(errand).values(about=about, **values)
        tx.execute(statement.on_conflict_do_update(index_elements=["about"], set_=values))


def note_asked(db: Database, about: str, now: datetime) -> None:
    """Note before Zoom is asked that it was, for whoever comes after a kill."""
    with db.writing("zoom.asked") as tx:
        values = {"about": about, "says": ASKED.kept(), "at": now}
        tx.execute(insert(errand).values(**values).on_conflict_do_nothing())


def drop_errand(tx: Transaction, about: str) -> None:
    """Forget that it was put off."""
    tx.execute(errand.delete().where(errand.c.about == about))


def drop_errands_of(tx: Transaction, meeting_id: int) -> None:
    """Forget everything that was put off about a meeting and its seats."""
    abouts = [f"{what}:{meeting_id}" for what in ("meeting", "seats", "look", "asked")]
    of_seat = errand.c.about.startswith(f"seat:{meeting_id}:")
    tx.execute(errand.delete().where(errand.c.about.in_(abouts) | of_seat))


def digest_of(*parts: Any) -> str:
    """Return a short mark of what is asked, by which a later change of it is known."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def next_try(error: CpdError, tries: int, now: datetime) -> datetime | None:
    """Return when it is worth trying again by itself; never, where a person must act first."""
    if isinstance(error, TooOften) and error.until is not None:
        return error.until
    if isinstance(error, Unavailable):
        return now + PAUSES[min(tries, len(PAUSES)) - 1]
    return None
