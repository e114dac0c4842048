"""Makes the audit binder of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.binder import Binder
from cpd_desktop.domain.settings import Provider, Records, ZoomAccount
from cpd_desktop.services.binder.evidence import Asking, read_evidence
from cpd_desktop.services.binder.plan_sections import heading_of
from cpd_desktop.services.binder.sections import SECTIONS
from cpd_desktop.services.binder.telling import Telling
from cpd_desktop.services.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.domain.attendance.likeness import Closeness
    from cpd_desktop.domain.binder import Written
    from cpd_desktop.services.binder.evidence import Evidence
    from cpd_desktop.services.binder.ports import Bindery
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore

STATE = "As of entry {entry} of the audit trail, {at} UTC. Nothing was done after it."


@dataclass(frozen=True, slots=True)
class Binders:
    """Gathers what proves an event, and has it bound."""

    db: Database
    files: ContentStore
    closeness: Closeness
    bindery: Bindery

    def write(self, event_id: int, path: Path, work: Work) -> Written:
        """Write the audit binder of an event, the same bytes as long as nothing else is done.

        Raises ``NotFound`` for the event, ``Mismatch`` if a row of a report is lost on the way,
        ``Unavailable`` if the disk does not take it, ``Cancelled``; then nothing is written.
        """
        return self.bindery.write(path, self.binder(event_id, work), self.files, work)

    def binder(self, event_id: int, work: Work) -> Binder:
        """Return the binder before it is written; raises ``NotFound`` and ``Mismatch``."""
        settings = Settings(self.db)
        asking = Asking(
            settings.get(ZoomAccount),
            settings.get(Provider),
            settings.get(Records).years,
            self.closeness,
        )
        with self.db.reading() as connection:
            told = read_evidence(connection, event_id, asking, work)
        return _bound(told, work)


def _bound(told: Evidence, work: Work) -> Binder:
    telling = Telling(told.event.zone)
    sections = tuple(tell(told, telling) for tell in work.each(SECTIONS))
    state = STATE.format(entry=told.trail.last.id, at=f"{told.trail.at:%Y-%m-%d %H:%M:%S}")
    title, below = told.event.title, heading_of(told.event)
    return Binder(title, below, state, sections, tuple(telling.originals))
