"""Speakers, who are shared between events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cpd_desktop.domain.errors import Conflict, NotFound
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.people import normal_email, tidy
from cpd_desktop.domain.speakers import Speaker
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.tables import event_speaker, session_speaker, speaker

if TYPE_CHECKING:
    from sqlalchemy import Row

    from cpd_desktop.domain.changes import Changes, Done
    from cpd_desktop.domain.speakers import SpeakerDraft
    from cpd_desktop.store.database import Database

NO_SPEAKER = Sentence("speaker", "There is no speaker {speaker}.")
STILL_SPEAKS = Sentence("speaker", "{name} cannot be removed: still a speaker of %n event(s).")


@dataclass(frozen=True, slots=True)
class Speakers:
    """What can be done with speakers."""

    db: Database

    def add(self, draft: SpeakerDraft) -> Done[Speaker]:
        """Keep a new speaker; raises ``Invalid`` if a rule is broken."""
        draft.require_valid()
        with self.db.writing("speaker.add") as tx:
            speaker_id = tx.insert(speaker, **_columns(draft))
        return tx.done(self.get(speaker_id))

    def change(self, speaker_id: int, draft: SpeakerDraft) -> Done[Speaker]:
        """Keep an edited speaker, for all events; raises ``Invalid`` or ``NotFound``."""
        draft.require_valid()
        self.get(speaker_id)
        with self.db.writing("speaker.change", about=("speaker", speaker_id)) as tx:
            tx.update(speaker, speaker_id, **_columns(draft))
        return tx.done(self.get(speaker_id))

    def remove(self, speaker_id: int) -> Changes:
        """Remove a speaker; raises ``NotFound``, and ``Conflict`` while an event has them."""
        gone = self.get(speaker_id)
        with self.db.writing("speaker.remove", about=("speaker", speaker_id)) as tx:
            named = select(func.count()).where(event_speaker.c.speaker_id == speaker_id)
            there = select(func.count()).where(session_speaker.c.speaker_id == speaker_id)
            if used := tx.execute(named).scalar_one() or tx.execute(there).scalar_one():
                raise Conflict(STILL_SPEAKS.filled(name=gone.name, n=used))
            tx.delete(speaker, speaker_id)
        return tx.changes

    def get(self, speaker_id: int) -> Speaker:
        """Return a speaker; raises ``NotFound``."""
        with self.db.reading() as connection:
            row = connection.execute(select(speaker).where(speaker.c.id == speaker_id)).first()
        if row is None:
            raise NotFound(NO_SPEAKER.filled(speaker=speaker_id))
        return _speaker(row)

    def all(self) -> list[Speaker]:
        """Return everybody who speaks or spoke anywhere, by name."""
        with self.db.reading() as connection:
            rows = connection.execute(select(speaker).order_by(speaker.c.sought, speaker.c.id))
            return [_speaker(row) for row in rows]


def _columns(draft: SpeakerDraft) -> dict[str, object]:
    name, email = tidy(draft.name), normal_email(draft.email)
    return {
        "name": name,
        "email": email,
        "qualifications": tidy(draft.qualifications),
        "biography": draft.biography.strip(),
        "licence": tidy(draft.licence),
        "disclosed_on": draft.disclosed_on,
        "disclosure": draft.disclosure.strip(),
        "sought": folded(name, email),
    }


def _speaker(row: Row[tuple[object, ...]]) -> Speaker:
    return Speaker(
        row.name,
        row.email,
        row.qualifications,
        row.biography,
        row.licence,
        row.disclosed_on,
        row.disclosure,
        row.id,
    )
