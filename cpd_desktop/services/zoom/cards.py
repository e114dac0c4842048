"""The meetings of an event, each with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.events import EventStatus
from cpd_desktop.domain.meeting_changes import differences
from cpd_desktop.domain.meeting_state import (
    CHANGED_THERE,
    GONE,
    UNCLEAR,
    MeetingCard,
    MeetingState,
    foreign,
)
from cpd_desktop.domain.meetings import MeetingDraft
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.event_rows import read_event
from cpd_desktop.services.zoom.errands import errands
from cpd_desktop.services.zoom.meeting_rows import meetings_of
from cpd_desktop.services.zoom.seats import seat_work, seats_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.zoom.errands import Errand
    from cpd_desktop.services.zoom.meeting_rows import KeptMeeting
    from cpd_desktop.services.zoom.seats import SeatWork

# Where nothing new is sent any more; what is to be deleted still goes.
AT_REST = frozenset({EventStatus.CANCELLED, EventStatus.COMPLETED, EventStatus.ARCHIVED})


def cards_of(reader: Connection, event_id: int, now: datetime) -> list[MeetingCard]:
    """Return the cards of an event's meetings; raises ``NotFound`` for the event."""
    event, put_off = read_event(reader, event_id), errands(reader)
    return [
        card_of(kept, event, put_off, now, seat_work(kept, seats_of(reader, kept)))
        for kept in meetings_of(reader, event_id)
        if not (kept.leaving and kept.gone)
    ]


def card_of(
    kept: KeptMeeting,
    event: Event,
    put_off: Mapping[str, Errand],
    now: datetime,
    seats: SeatWork,
) -> MeetingCard:
    """Return the card of one meeting."""
    wanted = kept.wanted(event)
    draft = wanted if isinstance(wanted, MeetingDraft) else None
    state, says = state_of(kept, event, now), None
    errand = put_off.get(kept.about)
    at_peace = state in (MeetingState.THERE, MeetingState.GONE)
    if errand is not None and (at_peace or errand.digest != kept.digest(event)):
        errand = None  # it was about something that is wanted no more
    if state in _WORDS:
        says = _WORDS[state]
    elif isinstance(wanted, Sentence):
        says = wanted if state in (MeetingState.TO_MAKE, MeetingState.TO_CHANGE) else None
    elif state is MeetingState.TO_MAKE:
        says = wanted.too_late(now)
    if errand is not None:
        says = errand.says
    return MeetingCard(
        kept.id,
        kept.event_id,
        kept.plan.session_id,
        kept.plan.kind,
        kept.plan.rhythm,
        kept.plan.settings,
        draft,
        kept.plan.seen,
        state,
        kept.at,
        kept.uuid,
        kept.host,
        kept.join_link,
        kept.registration_link,
        kept.plan.dates,
        tuple(differences(draft, kept.plan.seen or draft, kept.theirs))
        if draft and kept.theirs and state is MeetingState.CONFLICT
        else (),
        says,
        errand.next_at if errand else None,
        seats.taken,
        seats.count,
    )


def state_of(kept: KeptMeeting, event: Event, now: datetime) -> MeetingState:
    """Return where a meeting stands."""
    if kept.gone:
        return MeetingState.GONE
    if kept.leaving:
        return MeetingState.LEAVING
    if kept.at is None:
        return MeetingState.TO_MAKE if kept.asked_at is None else MeetingState.UNCLEAR
    wanted = kept.wanted(event)
    at_rest = event.status in AT_REST or kept.is_over(event, now)
    if isinstance(wanted, Sentence):
        return MeetingState.THERE if at_rest else MeetingState.TO_CHANGE
    return _beside_zoom(kept, wanted, at_rest=at_rest)


def _beside_zoom(kept: KeptMeeting, wanted: MeetingDraft, *, at_rest: bool) -> MeetingState:
    seen = kept.plan.seen
    if kept.theirs and foreign(wanted, seen, kept.theirs):
        return MeetingState.CONFLICT
    if at_rest or (seen is not None and not differences(wanted, seen, seen)):
        return MeetingState.THERE
    return MeetingState.TO_CHANGE


_WORDS = {
    MeetingState.GONE: GONE,
    MeetingState.UNCLEAR: UNCLEAR,
    MeetingState.CONFLICT: CHANGED_THERE,
}
