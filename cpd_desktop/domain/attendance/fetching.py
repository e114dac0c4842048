"""When Zoom is asked who came, and to which session each time that it was held belongs."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cpd_desktop.domain.attendance.presences import Presence

# Zoom needs minutes, after large meetings hours, until its report is whole.
GROWING: Final = tuple(timedelta(minutes=each) for each in (2, 3, 10, 15, 30))
HOURLY: Final = 23
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
# Before that, an empty report may only be late; afterwards nobody or one person was there.
EMPTY_AFTER: Final = timedelta(hours=1)
NEAR: Final = timedelta(hours=12)
# A meeting that Zoom did not know of for so long was not held.
NEVER_HELD: Final = timedelta(days=30)
WEBSITE_KEEPS: Final = timedelta(days=30)
ZOOM_KEEPS: Final = timedelta(days=365)


class Window(NamedTuple):
    """A session and its time."""

    session: int
    starts: datetime
    ends: datetime


class Held(NamedTuple):
    """One time that a meeting was held, as far as that is known."""

    uuid: str
    starts: datetime | None = None
    ends: datetime | None = None


def pause_after(tries: int) -> timedelta:
    """Return how long to wait before asking again; ``tries`` count since the meeting was over.

    So it is asked 2, 5, 15, 30 and 60 minutes after the end, then hourly for a day, then daily.
    """
    if tries < len(GROWING):
        return GROWING[tries]
    return HOUR if tries < len(GROWING) + HOURLY else DAY


def sessions_of(held: Sequence[Held], sessions: Sequence[Window]) -> dict[str, tuple[int, ...]]:
    """Return for each time it was held the sessions it belongs to: those it overlaps.

    A session that none overlaps gets the nearest, within half a day. Where the end is not known
    yet, it may have gone on until it was started again.
    """
    stretches = _stretches(held)
    found = {
        uuid: tuple(
            each.session for each in sessions if starts <= each.ends and ends >= each.starts
        )
        for uuid, (starts, ends) in stretches.items()
    }
    served = {session for those in found.values() for session in those}
    spare = {uuid: stretches[uuid] for uuid, those in found.items() if not those}
    for each in sessions:
        if each.session in served:
            continue
        near = {uuid: _distance(stretch, each) for uuid, stretch in spare.items()}
        nearest = min(near, key=lambda uuid: near[uuid], default=None)
        if nearest is not None and near[nearest] <= NEAR:
            found[nearest] = (*found[nearest], each.session)
    return {each.uuid: found.get(each.uuid, ()) for each in held}


def _stretches(held: Sequence[Held]) -> dict[str, tuple[datetime, datetime]]:
    known = sorted((each.starts, each.uuid, each.ends) for each in held if each.starts)
    following = [starts for starts, _, _ in known[1:]]
    return {
        uuid: (starts, ends or min(starts + NEAR, after or starts + NEAR))
        for (starts, uuid, ends), after in zip_longest(known, following)
    }


def _distance(stretch: tuple[datetime, datetime], session: Window) -> timedelta:
    return max(session.starts - stretch[1], stretch[0] - session.ends)


def all_done(presences: Iterable[Presence]) -> bool:
    """Say whether every stay has its length; without, Zoom has not worked it out yet."""
    return all(each.seconds or (each.joined and each.joined == each.left) for each in presences)
