"""Which of two reports tells anew of what the other told before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.attendance.presences import Origin, Report


@dataclass(frozen=True, slots=True)
class Subject:
    """What a report is about: the meeting as it is told, and when somebody was there."""

    origin: Origin
    meeting: str = ""
    instances: frozenset[str] = frozenset()
    topic: str = ""
    session: int | None = None
    first: datetime | None = None
    last: datetime | None = None


def same_meeting(one: Subject, other: Subject) -> bool:
    """Say whether both tell of the same time that the same meeting was held.

    A number is used again on other days, and after a restart on the same day, so that the times
    must touch, too. Only what Zoom calls an instance is certain by itself.
    """
    if one.instances and other.instances:
        return not one.instances.isdisjoint(other.instances)
    if one.meeting and other.meeting:
        return one.meeting == other.meeting and _at_one_time(one, other)
    alike = one.origin is other.origin and one.topic == other.topic and one.topic != ""
    return alike and one.session == other.session and _at_one_time(one, other)


def nameless(one: Subject, other: Subject) -> bool:
    """Say whether two reports of one kind both lack what a meeting is known by."""
    known = (one.instances, one.meeting, one.topic, other.instances, other.meeting, other.topic)
    return not any(known) and one.origin is other.origin and one.session == other.session


def tells_all_of(newer: Report, older: Report) -> bool:
    """Say whether every stay in the older report began in the newer one, too.

    Then nothing is lost by going by the newer one alone.
    """

    def began(told: Report) -> set[tuple[str, str, datetime | None]]:
        return {(each.name, each.email, each.joined) for each in told.presences}

    return bool(older.presences) and began(newer) >= began(older)


def _at_one_time(one: Subject, other: Subject) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return one.session == other.session
    return one.first <= other.last and other.first <= one.last
