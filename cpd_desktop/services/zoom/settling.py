"""What was changed at Zoom, taken over here field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.kept_meetings import bound, kept_dates, kept_draft, kept_settings
from cpd_desktop.domain.meeting_changes import ENTRANCE
from cpd_desktop.domain.meetings import Occurrence, Rhythm
from cpd_desktop.domain.sessions import Break, Session, SessionDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import read_event, write_event
from cpd_desktop.store.tables import meeting

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.meetings import MeetingDraft
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.store.database import Transaction

OTHER_RHYTHM = Sentence(
    "meeting",
    "At Zoom this meeting is held in another rhythm now. Give it up here without deleting it at "
    "Zoom, then choose it for the event again.",
)

TIMES = frozenset({"starts", "minutes", "series"})


def settle(tx: Transaction, kept: KeptMeeting, take: frozenset[str], now: datetime) -> None:
    """Write what is taken, and that we have seen the rest; see ``Meetings.settle``."""
    theirs = kept.theirs
    if theirs is None:
        return
    event = read_event(tx, kept.event_id)
    if take & (TIMES | {"zone"}):
        if take & TIMES and theirs.rhythm is not kept.plan.rhythm:
            raise NotAllowed(OTHER_RHYTHM)
        sessions = _sessions(event, kept, theirs, take, now)
        draft = replace(event.draft(), sessions=sessions)
        if "zone" in take:
            draft = replace(draft, zone=theirs.zone)
        draft.require_valid()
        write_event(tx, event.id, draft)
        event = read_event(tx, event.id)
    entrance = {name: getattr(theirs.settings, name) for name in ENTRANCE if name in take}
    own = {name: getattr(theirs, name) for name in ("topic", "agenda") if name in take}
    dates = (Occurrence(each.id, each.starts, each.minutes) for each in kept.their_dates)
    tx.update(
        meeting,
        kept.id,
        settings=kept_settings(replace(kept.plan.settings, **entrance)),
        own={**kept.plan.own, **own},
        seen=kept_draft(theirs),
        occurrences=kept_dates(bound(dates, event.sessions)),
        theirs={},
    )


def _sessions(
    event: Event, kept: KeptMeeting, theirs: MeetingDraft, take: frozenset[str], now: datetime
) -> tuple[SessionDraft, ...]:
    if not take & TIMES or kept.plan.rhythm is Rhythm.NO_FIXED_TIME:
        return event.sessions
    if kept.plan.rhythm is Rhythm.SERIES:
        return _series(event, kept, now)
    starts = theirs.starts if "starts" in take else None
    minutes = theirs.minutes if "minutes" in take else None
    return tuple(
        _moved(each, starts, minutes) if each.id == kept.plan.session_id else each
        for each in event.sessions
    )


def _series(event: Event, kept: KeptMeeting, now: datetime) -> tuple[SessionDraft, ...]:
    """Return the sessions on the dates at Zoom, which may not tell of those that are over."""
    dates = {each.session_id: each for each in kept.their_dates if each.session_id is not None}
    known = [
        _moved(each, dates[each.id].starts, dates[each.id].minutes) if each.id in dates else each
        for each in event.sessions
        if each.id in dates or each.starts <= now
    ]
    new = [
        SessionDraft(event.title, each.starts, each.starts + timedelta(minutes=each.minutes))
        for each in kept.their_dates
        if each.session_id is None
    ]
    return (*known, *new)


def _moved(each: Session, starts: datetime | None, minutes: int | None) -> SessionDraft:
    """Return a session at another time, its breaks as long after its start as they were."""
    by = (starts or each.starts) - each.starts
    ends = each.ends + by
    if minutes is not None:
        ends = each.starts + by + timedelta(minutes=minutes)
    breaks = tuple(Break(*(at + by for at in stretch)) for stretch in each.breaks)
    return replace(each, starts=each.starts + by, ends=ends, breaks=breaks)
