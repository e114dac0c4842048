"""Erases the certificates of an event that nothing asks to keep any more.

What is left of each is its number, a fingerprint of its code, and what became of it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.person_trail import trail_of_rows
from cpd_desktop.services.retention import read_retention
from cpd_desktop.services.work import Work
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import certificate, erased_certificate, registration, time_stamp

if TYPE_CHECKING:
    from typing import Any

    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.changes import Changes
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.retention import Keeping
    from cpd_desktop.store.database import Database, Transaction
    from cpd_desktop.store.files import ContentStore

NOT_YET = Sentence("retention", "The certificates of “{title}” must be kept: {says}")
UNCHANGED = Sentence("retention", "Nothing was changed.")


@dataclass(frozen=True, slots=True)
class Expiring:
    """Erases certificates once the time is over for which they must be provable."""

    db: Database
    clock: Clock
    files: ContentStore
    keeping: Keeping

    def erase(self, event_id: int, work: Work | None = None) -> Changes:
        """Erase all certificates of an event for good, with their files and time stamps.

        The event can be deleted then. Raises ``NotFound``, and ``NotAllowed`` while a rule or a
        hold asks to keep it.
        """
        usual = self.keeping.usual_years
        about = ("event", event_id)
        with self.db.writing("certificate.erase", about=about, detailed=False) as tx:
            self._require_over(tx, event_id, usual)
            mine = select(certificate).join(registration).where(registration.c.event_id == event_id)
            rows = tx.execute(mine.order_by(certificate.c.id)).all()
            stamps = select(time_stamp).where(
                among(time_stamp.c.certificate_id, [row.id for row in rows])
            )
            stamped = tx.execute(stamps).all()
            gone = {
                "certificate": {row.id for row in rows},
                "time_stamp": {row.id for row in stamped},
            }
            tx.insert_all(erased_certificate, [self._left_of(row) for row in rows])
            for row in stamped:
                tx.delete(time_stamp, row.id)
            for row in rows:
                tx.delete(certificate, row.id)
            trail_of_rows(tx, gone, work or Work()).forget(tx)
        for name in (row.sha256 for row in (*rows, *stamped)):
            self.files.place(name).unlink(missing_ok=True)
        self.db.scrub()
        return tx.changes

    def _require_over(self, tx: Transaction, event_id: int, usual: int) -> None:
        event = read_event(tx, event_id)
        kept = read_retention(tx, event, usual)
        if not kept.due(wall_time(self.clock.now(), event.zone).date()):
            says = kept.hold_says() or kept.says()
            raise NotAllowed(NOT_YET.filled(title=event.title, says=str(says)), UNCHANGED)

    def _left_of(self, row: Row[Any]) -> dict[str, Any]:
        return {
            "number": row.number,
            "code_hash": code_hash(row.code),
            "status": row.status,
            "issued_at": row.issued_at,
            "ended_at": row.ended_at,
            "replaced_by": row.replaced_by,
            "erased_at": self.clock.now(),
        }


def code_hash(code: str) -> str:
    """Return the fingerprint by which the code of an erased certificate is known."""
    return hashlib.sha256(code.encode()).hexdigest()


def left_of(reader: Connection | Transaction, told: str) -> Row[Any] | None:
    """Return what is left of an erased certificate of this number or code, if there was one."""
    of = erased_certificate.c
    wanted = (of.number == told) | (of.code_hash == code_hash(told.upper()))
    return reader.execute(select(erased_certificate).where(wanted)).first()
