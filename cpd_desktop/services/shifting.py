"""An event moved to another date: every session keeps its day and its time of day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.services.recurrence import shifted

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from cpd_desktop.domain.events import EventDraft


def shifted_draft(draft: EventDraft, starts: datetime) -> EventDraft:
    """Return the draft moved so that its first session starts then; lengths stay true.

    Raises ``Invalid`` for a time that the clocks skip.
    """
    new = shifted([each.starts for each in draft.sessions], starts, draft.zone)
    sessions = tuple(
        replace(
            each,
            starts=start,
            ends=start + (each.ends - each.starts),
            breaks=tuple(Break(*(at - each.starts + start for at in gap)) for gap in each.breaks),
        )
        for each, start in zip(draft.sessions, new, strict=True)
    )
    moved = mover(draft.starts, starts, draft.zone)
    return replace(
        draft,
        sessions=sessions,
        opens_at=draft.opens_at and moved(draft.opens_at),
        closes_at=draft.closes_at and moved(draft.closes_at),
        early=draft.early and draft.early.later(days_between(draft.starts, starts, draft.zone)),
    )


def days_between(old: datetime, new: datetime, zone: str) -> timedelta:
    """Return how many days of the calendar there are from one moment to the other."""
    return wall_time(new, zone).date() - wall_time(old, zone).date()


def mover(old: datetime, new: datetime, zone: str) -> Callable[[datetime], datetime]:
    """Return how a date beside the sessions moves along: so many days, at its time of day.

    Where the clocks skip that time it is an hour later.
    """
    by = wall_time(new, zone) - wall_time(old, zone)

    def moved(at: datetime) -> datetime:
        there = wall_time(at, zone).replace(fold=0) + by
        try:
            return moment(there, zone)
        except Invalid:
            return moment(there + timedelta(hours=1), zone)

    return moved
