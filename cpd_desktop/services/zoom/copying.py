"""The meetings of an event, planned for its copy too: settings, and nothing that Zoom gave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.kept_meetings import kept_settings
from cpd_desktop.services.zoom.meeting_rows import meetings_of
from cpd_desktop.store.tables import meeting

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.store.database import Transaction


def copy_meetings(tx: Transaction, original: Event, copy: Event) -> None:
    """Plan the same meetings for the sessions of a copy, which are in the same order."""
    pairs = zip(original.sessions, copy.sessions, strict=True)
    sessions: dict[int | None, int | None] = {old.id: new.id for old, new in pairs}
    for kept in meetings_of(tx, original.id):
        if kept.leaving:
            continue
        tx.insert(
            meeting,
            event_id=copy.id,
            session_id=sessions.get(kept.plan.session_id),
            kind=kept.plan.kind,
            rhythm=kept.plan.rhythm,
            settings=kept_settings(kept.plan.settings),
        )
