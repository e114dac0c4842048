"""Meetings that somebody made at Zoom, taken for an event here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cpd_desktop.domain.errors import Conflict, Invalid, NotAllowed
from cpd_desktop.domain.events import EventDraft
from cpd_desktop.domain.kept_meetings import bound, kept_draft, kept_settings
from cpd_desktop.domain.meeting_plan import MeetingPlan, agenda, topic, wanted
from cpd_desktop.domain.meeting_state import foreign
from cpd_desktop.domain.meetings import MeetingDraft, Rhythm
from cpd_desktop.domain.sessions import SessionDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called
from cpd_desktop.services.events import insert_event
from cpd_desktop.services.zoom.meeting_rows import (
    agreed_columns,
    disputed_columns,
    kept_meeting,
    known_columns,
    meetings_of,
)
from cpd_desktop.store.tables import meeting

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import Meeting
    from cpd_desktop.store.database import Transaction

TAKEN = Sentence("meeting", "The Zoom meeting {number} belongs to an event here already.")
HAS_ONE = Sentence("meeting", "There is a Zoom meeting for this already; give that up first.")
WHICH_SESSION = Sentence("meeting", "This meeting is held once: choose the session it is for.")
PERSONAL = Sentence("meeting", "This is your personal room at Zoom, which cannot be an event's.")
NO_TIME = Sentence(
    "meeting",
    "This meeting has no fixed time. Make the event with its sessions first, then choose this "
    "meeting there.",
)


def adopted(tx: Transaction, event: Event, session_id: int | None, found: Meeting) -> int:
    """Write a meeting of Zoom's as the event's; see ``Meetings.adopt``."""
    if found.personal:
        raise NotAllowed(PERSONAL)
    rhythm = found.draft.rhythm
    if rhythm is Rhythm.SERIES:
        session_id = None
    elif rhythm is Rhythm.ONCE and session_id is None:
        if len(event.sessions) > 1:
            raise NotAllowed(WHICH_SESSION)
        session_id = event.sessions[0].id
    columns = _columns(event, session_id, found)
    key = _row_for(tx, event, session_id, found)
    if key is None:
        return tx.insert(meeting, event_id=event.id, **columns)
    tx.update(meeting, key, **columns)
    return key


def event_for(tx: Transaction, found: Meeting, now: datetime) -> int:
    """Write an event with the dates of a meeting; see ``Meetings.make_event``."""
    draft = found.draft
    times = [
        (each.starts, each.minutes)
        for each in found.occurrences
        if each.starts is not None and not each.deleted
    ]
    if not times and draft.starts is not None:
        times = [(draft.starts, draft.minutes)]
    if not times:
        raise NotAllowed(NO_TIME)
    title = draft.topic.strip() or str(found.at.number)
    sessions = tuple(
        SessionDraft(title, starts, starts + timedelta(minutes=minutes))
        for starts, minutes in times
    )
    made = EventDraft(title, _known_zone(draft.zone), sessions, description=draft.agenda.strip())
    made.require_valid()
    return insert_event(tx, made, now)


def _known_zone(zone: str) -> str:
    try:
        zone_called(zone)
    except Invalid:
        return "UTC"
    return zone


def _columns(event: Event, session_id: int | None, found: Meeting) -> dict[str, Any]:
    session = next((each for each in event.sessions if each.id == session_id), None)
    told = {"topic": found.draft.topic.strip(), "agenda": found.draft.agenda.strip()}
    usual = {"topic": topic(event, session), "agenda": agenda(event, session)}
    plan = MeetingPlan(
        found.at.kind,
        found.draft.rhythm,
        session_id,
        replace(found.draft.settings, passcode=""),  # chosen there, and free to change there
        {name: text for name, text in told.items() if text != usual[name]},
        found.draft,
        bound(found.occurrences, event.sessions),
    )
    columns = known_columns(found) | agreed_columns(found, event)
    ours = wanted(event, plan)
    if isinstance(ours, MeetingDraft) and foreign(ours, None, found.draft):
        columns |= disputed_columns(found, event) | {"seen": kept_draft(ours)}
    return columns | {
        "session_id": session_id,
        "kind": plan.kind,
        "rhythm": plan.rhythm,
        "settings": kept_settings(plan.settings),
        "own": dict(plan.own),
        "leaving": 0,
    }


def _row_for(tx: Transaction, event: Event, session_id: int | None, found: Meeting) -> int | None:
    """Return the row that it can be written to; raises ``Conflict`` where it belongs elsewhere."""
    same = tx.execute(select(meeting).where(meeting.c.number == found.at.number)).first()
    known = None if same is None else kept_meeting(same)
    if known is not None and not known.leaving:
        raise Conflict(TAKEN.filled(number=found.at.number))
    here = [each for each in meetings_of(tx, event.id) if known is None or each.id != known.id]
    row = next((each for each in here if each.plan.session_id == session_id), None)
    others = (
        each for each in here if not each.leaving and None in (each.plan.session_id, session_id)
    )
    if (row is not None and row.at is not None and not row.gone) or (
        row is None and next(others, None) is not None
    ):
        raise Conflict(HAS_ONE)
    if known is None:
        return None if row is None else row.id
    if known.event_id == event.id and row is None:
        return known.id
    tx.update(meeting, known.id, number=None)
    return None if row is None else row.id
