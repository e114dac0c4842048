"""Which meeting belongs to what: a session, a number at Zoom, an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.meeting_state import MeetingState
from cpd_desktop.domain.meetings import Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.cards import cards_of
from cpd_desktop.services.zoom.meeting_rows import read_meeting
from cpd_desktop.store.tables import event, meeting, session

if TYPE_CHECKING:
    from cpd_desktop.domain.meeting_state import MeetingCard
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.store.database import Database

NO_SESSION = Sentence("meeting", "There is no session {session}.")
NONE_YET = Sentence("meeting", "Session {session} has no meeting at Zoom.")


@dataclass(frozen=True, slots=True)
class MeetingFinder:
    """Finds meetings by what a person knows of them."""

    db: Database
    clock: Clock

    def events(self) -> list[int]:
        """Return the events outside of the trash that have meetings."""
        statement = (
            select(meeting.c.event_id)
            .join(event, event.c.id == meeting.c.event_id)
            .where(event.c.trashed_at.is_(None))
            .distinct()
            .order_by(meeting.c.event_id)
        )
        with self.db.reading() as connection:
            return [*connection.execute(statement).scalars()]

    def event_of_session(self, session_id: int) -> int:
        """Return whose session it is; raises ``NotFound``."""
        mine = select(session.c.event_id).where(session.c.id == session_id)
        with self.db.reading() as connection:
            found = connection.execute(mine).scalar()
        if found is None:
            raise NotFound(NO_SESSION.filled(session=session_id))
        return int(found)

    def event_of_meeting(self, meeting_id: int) -> int:
        """Return whose meeting it is; raises ``NotFound``."""
        with self.db.reading() as connection:
            return read_meeting(connection, meeting_id).event_id

    def of_session(self, session_id: int) -> MeetingCard:
        """Return the meeting that a session is held in; raises ``NotFound``.

        One that is still to be deleted at Zoom counts only where there is no other.
        """
        event_id = self.event_of_session(session_id)
        with self.db.reading() as connection:
            cards = cards_of(connection, event_id, self.clock.now())
        mine = [each for each in cards if _holds(each, session_id)]
        found = min(mine, key=lambda each: each.state is MeetingState.LEAVING, default=None)
        if found is None:
            raise NotFound(NONE_YET.filled(session=session_id))
        return found


def _holds(card: MeetingCard, session_id: int) -> bool:
    """Say whether it is the session's; one held once without a session lost the session it had."""
    for_all = card.session_id is None and card.rhythm is not Rhythm.ONCE
    return for_all or card.session_id == session_id
