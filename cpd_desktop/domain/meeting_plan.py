"""What a meeting at Zoom should be, as it follows from the event and its sessions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.meeting_series import MANY_TIMES, MOST_TIMES, WIDEST, Every, Series
from cpd_desktop.domain.meetings import (
    AGENDA_LIMIT,
    TOPIC_LIMIT,
    Kind,
    MeetingDraft,
    MeetingSettings,
    Rhythm,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cpd_desktop.domain.events import Event
    from cpd_desktop.domain.kept_meetings import Bound
    from cpd_desktop.domain.sessions import Session

NO_SESSION = Sentence("meeting", "The session of this meeting is not there any more.")
ONE_DATE = Sentence("meeting", "A series needs at least two sessions.")
UNEVEN = Sentence(
    "meeting",
    "The sessions are not evenly spaced, so Zoom cannot hold them as a series. Give each a meeting "
    "of its own, or all of them one without fixed times.",
)
OTHER_HOURS = Sentence(
    "meeting",
    "The sessions are not at the same time of day or not equally long, so Zoom cannot hold them as "
    "a series. Give each a meeting of its own, or all of them one without fixed times.",
)
FAR_APART = Sentence(
    "meeting",
    "The sessions are too far apart for a series at Zoom. Give each a meeting of its own, or all "
    "of them one without fixed times.",
)

DAY = timedelta(days=1)
WEEK = 7
MINUTE = timedelta(minutes=1)
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """What somebody decided about a meeting; all else follows from the event.

    ``own`` has the topic and the agenda where these are not as the event. ``seen`` and ``dates``
    are what Zoom has, as far as it is known.
    """

    kind: Kind
    rhythm: Rhythm
    session_id: int | None = None
    settings: MeetingSettings = field(default_factory=MeetingSettings)
    own: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    seen: MeetingDraft | None = None
    dates: tuple[Bound, ...] = ()


def wanted(event: Event, plan: MeetingPlan) -> MeetingDraft | Sentence:
    """Return the meeting as it should be at Zoom, or why it cannot be so."""
    session = next((each for each in event.sessions if each.id == plan.session_id), None)
    if session is None and (plan.session_id is not None or plan.rhythm is Rhythm.ONCE):
        return NO_SESSION
    starts, minutes, series = None, 60, None
    if plan.rhythm is Rhythm.ONCE and session is not None:
        starts, minutes = session.starts, whole_minutes(session)
    elif plan.rhythm is Rhythm.SERIES:
        found = _as_zoom_holds_it(event, plan) or series_of_sessions(event.sessions, event.zone)
        if isinstance(found, Sentence):
            return found
        starts, minutes, series = found
    return MeetingDraft(
        plan.kind,
        plan.own.get("topic", topic(event, session)),
        event.zone,
        starts,
        minutes,
        plan.own.get("agenda", agenda(event, session)),
        series,
        plan.settings,
    )


def topic(event: Event, session: Session | None = None) -> str:
    """Return what the meeting is called: as the event, and as the session where it has several."""
    title = event.title
    several = len(event.sessions) > 1
    if several and session is not None and folded(session.title) not in ("", folded(title)):
        title = f"{title}: {session.title}"
    return _cut(title.strip(), TOPIC_LIMIT)


def agenda(event: Event, session: Session | None = None) -> str:
    """Return what the meeting is about."""
    about = session.description if session is not None else ""
    text = about or event.summary or event.description
    return _cut(text.replace("\r\n", "\n").strip(), AGENDA_LIMIT)


def whole_minutes(session: Session) -> int:
    """Return how long the session is, rounded up."""
    return -((session.starts - session.ends) // MINUTE)


def last_end(event: Event, plan: MeetingPlan) -> datetime:
    """Return when the meeting is over for good."""
    ends = (each.ends for each in event.sessions if plan.session_id in (None, each.id))
    return max(ends, default=event.ends)


def series_of_sessions(
    sessions: Sequence[Session], zone: str
) -> tuple[datetime, int, Series] | Sentence:
    """Return first start, minutes and pattern of evenly spaced sessions, or why they are none.

    Days are counted on the wall, so that a change of the clocks does not matter.
    """
    ordered = sorted(sessions, key=lambda each: each.starts)
    times = len(ordered)
    if times < 2:  # noqa: PLR2004 - as ONE_DATE says
        return ONE_DATE
    if times > MOST_TIMES:
        return MANY_TIMES.filled(limit=MOST_TIMES)
    walls = [wall_time(each.starts, zone).replace(fold=0) for each in ordered]
    minutes = whole_minutes(ordered[0])
    if len({each.time() for each in walls}) > 1 or {*map(whole_minutes, ordered)} != {minutes}:
        return OTHER_HOURS
    gaps = {(later - earlier) // DAY for earlier, later in pairwise(walls)}
    gap = gaps.pop()
    if gaps or not gap:
        return UNEVEN
    weeks, odd_days = divmod(gap, WEEK)
    if not odd_days and weeks <= WIDEST[Every.WEEK]:
        pattern = Series(Every.WEEK, weeks, (walls[0].weekday(),), times=times)
    elif gap <= WIDEST[Every.DAY]:
        pattern = Series(Every.DAY, gap, times=times)
    else:
        return FAR_APART
    return ordered[0].starts, minutes, pattern


def _as_zoom_holds_it(event: Event, plan: MeetingPlan) -> tuple[datetime, int, Series] | None:
    """Return the series as Zoom words it, where its dates are those of the sessions."""
    seen = plan.seen
    if seen is None or seen.series is None or seen.starts is None:
        return None
    here = sorted((each.starts, whole_minutes(each)) for each in event.sessions)
    if here != sorted((each.starts, each.minutes) for each in plan.dates):
        return None
    return seen.starts, seen.minutes, seen.series


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
