"""What is kept of a meeting at Zoom, read from its row and written to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import NotFound
from cpd_desktop.domain.kept_meetings import (
    bound,
    dates_of,
    draft_of,
    kept_dates,
    kept_draft,
    settings_of,
)
from cpd_desktop.domain.meeting_plan import MeetingPlan, last_end, wanted
from cpd_desktop.domain.meetings import Kind, MeetingDraft, MeetingNumber, Rhythm
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.zoom.errands import digest_of
from cpd_desktop.store.tables import meeting

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.kept_meetings import Bound
    from cpd_desktop.domain.meetings import Meeting
    from cpd_desktop.store.database import Transaction

NO_MEETING = Sentence("meeting", "There is no meeting {meeting}.")
GONE_MARK = {"gone": True}


@dataclass(frozen=True, slots=True)
class KeptMeeting:
    """A meeting as its row has it."""

    id: int
    event_id: int
    plan: MeetingPlan
    at: MeetingNumber | None
    uuid: str
    host: str
    join_link: str
    registration_link: str
    theirs: MeetingDraft | None
    their_dates: tuple[Bound, ...]
    gone: bool
    leaving: bool
    asked_at: datetime | None

    @property
    def about(self) -> str:
        """Return what its errand is called."""
        return f"meeting:{self.id}"

    @property
    def about_seats(self) -> str:
        """Return what the errand of all its seats is called."""
        return f"seats:{self.id}"

    @property
    def about_asked(self) -> str:
        """Return what stands for people being registered at this moment."""
        return f"asked:{self.id}"

    @property
    def about_look(self) -> str:
        """Return what the errand of looking at it is called."""
        return f"look:{self.id}"

    @property
    def is_there(self) -> bool:
        """Say whether Zoom has it and is to keep it, as far as we know."""
        return self.at is not None and not self.gone and not self.leaving

    def wanted(self, event: Event) -> MeetingDraft | Sentence:
        """Return it as it should be, or why it cannot be so."""
        return wanted(event, self.plan)

    def digest(self, event: Event) -> str:
        """Return the mark of what Zoom is asked for about it."""
        return digest_of("delete" if self.leaving else self.wanted(event))

    def is_over(self, event: Event, now: datetime) -> bool:
        """Say whether all of it lies in the past."""
        return last_end(event, self.plan) <= now


def read_meeting(reader: Connection | Transaction, meeting_id: int) -> KeptMeeting:
    """Return what is kept of a meeting; raises ``NotFound``."""
    row = reader.execute(select(meeting).where(meeting.c.id == meeting_id)).first()
    if row is None:
        raise NotFound(NO_MEETING.filled(meeting=meeting_id))
    return kept_meeting(row)


def meetings_of(reader: Connection | Transaction, event_id: int) -> list[KeptMeeting]:
    """Return an event's meetings, the first made first."""
    statement = select(meeting).where(meeting.c.event_id == event_id).order_by(meeting.c.id)
    return [kept_meeting(row) for row in reader.execute(statement).all()]


def kept_meeting(row: Row[Any]) -> KeptMeeting:
    """Return a meeting from its row."""
    kind, theirs = Kind(row.kind), row.theirs.get("draft")
    return KeptMeeting(
        row.id,
        row.event_id,
        MeetingPlan(
            kind,
            Rhythm(row.rhythm),
            row.session_id,
            settings_of(row.settings),
            row.own,
            draft_of(row.seen) if row.seen else None,
            dates_of(row.occurrences),
        ),
        None if row.number is None else MeetingNumber(kind, row.number),
        row.uuid,
        row.host,
        row.join_link,
        row.registration_link,
        None if theirs is None else draft_of(theirs),
        dates_of(row.theirs.get("dates", ())),
        "gone" in row.theirs,
        bool(row.leaving),
        row.asked_at,
    )


def known_columns(found: Meeting) -> dict[str, Any]:
    """Return the columns for what a meeting is reached by."""
    return {
        "number": found.at.number,
        "uuid": found.uuid,
        "host": found.host,
        "join_link": found.join_link,
        "registration_link": found.registration_link,
        "asked_at": None,
    }


def agreed_columns(found: Meeting, event: Event) -> dict[str, Any]:
    """Return the columns for a meeting that is at Zoom as we want it."""
    dates = kept_dates(bound(found.occurrences, event.sessions))
    return {"seen": kept_draft(found.draft), "occurrences": dates, "theirs": {}}


def disputed_columns(found: Meeting, event: Event) -> dict[str, Any]:
    """Return the columns for what Zoom has instead of what we want."""
    dates = kept_dates(bound(found.occurrences, event.sessions))
    return {"theirs": {"draft": kept_draft(found.draft), "dates": dates}}


def as_new() -> dict[str, Any]:
    """Return the columns of a meeting that Zoom does not have."""
    return {
        "number": None, "uuid": "", "host": "", "join_link": "", "registration_link": "",
        "occurrences": [], "seen": {}, "theirs": {}, "leaving": 0, "asked_at": None,
    }  # fmt: skip
