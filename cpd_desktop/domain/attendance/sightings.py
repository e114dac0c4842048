"""What somebody says by hand of a person in a session: there all of it, for a part, or not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.outcomes import NO_REASON
from cpd_desktop.domain.attendance.presences import Origin, Presence
from cpd_desktop.domain.attendance.spans import moment_of
from cpd_desktop.domain.attendance.stays import Attested
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import moment, wall_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import time

    from cpd_desktop.domain.attendance.stays import Sitting
    from cpd_desktop.domain.sessions import Session

SEEN = Sentence("attendance", "{who} noted on {day} that they were in “{session}”: {why}")
SEEN_IN_PART = Sentence(
    "attendance",
    "{who} noted on {day} that they were in “{session}” from {came} to {left}: {why}",
)
NOT_SEEN = Sentence("attendance", "{who} noted on {day} that they were not in “{session}”: {why}")

LEFT_BEFORE = Sentence("attendance", "They cannot leave before they came.")
NOT_MEANWHILE = Sentence("attendance", "The session was from {starts} to {ends}.")


@dataclass(frozen=True, slots=True)
class Seen:
    """For how much of a session somebody was there; what is left open is the session's own."""

    came: datetime | None = None
    left: datetime | None = None
    absent: bool = False

    @property
    def in_part(self) -> bool:
        """Say whether it tells a moment."""
        return self.came is not None or self.left is not None

    def problems(self, session: Session, zone: str, why: str) -> dict[str, Sentence]:
        """Return what is wrong with it, by field; an auditor needs the reason, too."""
        came, left = self.came or session.starts, self.left or session.ends
        found: dict[str, Sentence] = {}
        if came >= session.ends or left <= session.starts:
            starts, ends = (f"{wall_time(at, zone):%H:%M}" for at in (session.starts, session.ends))
            field = "came" if came >= session.ends else "left"
            found[field] = NOT_MEANWHILE.filled(starts=starts, ends=ends)
        elif left <= came:
            found["left"] = LEFT_BEFORE
        if not why.strip():
            found["why"] = NO_REASON
        return found


@dataclass(frozen=True, slots=True)
class Sighting:
    """What was said of one registration in one session, by whom, when and why."""

    session: int
    seen: Seen
    who: str
    at: datetime
    why: str

    def sentence(self, sitting: Sitting, zone: str) -> Sentence:
        """Return it as evidence."""
        told = {"who": self.who, "day": self.at.date().isoformat(), "why": self.why}
        if not self.seen.in_part:
            says = NOT_SEEN if self.seen.absent else SEEN
            return says.filled(**told, session=sitting.title)
        came, left = (f"{wall_time(at, zone):%H:%M}" for at in self._moments(sitting))
        return SEEN_IN_PART.filled(**told, session=sitting.title, came=came, left=left)

    def row(self, name: str, sitting: Sitting) -> Attested:
        """Return it as a row that counts like one of a report."""
        if not self.seen.in_part:
            return Attested(Presence(0, name), Origin.SIGN_IN_SHEET, session=self.session)
        came, left = self._moments(sitting)
        told = Presence(0, name, joined=came, left=left)
        return Attested(told, Origin.SIGN_IN_SHEET, session=self.session)

    def _moments(self, sitting: Sitting) -> tuple[datetime, datetime]:
        return (
            self.seen.came or moment_of(sitting.span.starts),
            self.seen.left or moment_of(sitting.span.ends),
        )


def meant_by(clock: time, session: Session, zone: str) -> datetime:
    """Return the moment in a session, or next to it, that a time of day means.

    Raises ``Invalid`` for a time that the clocks skip.
    """
    days = {wall_time(at, zone).date() for at in (session.starts, session.ends)}
    moments = (moment(datetime.combine(day, clock), zone) for day in sorted(days))
    return min(moments, key=lambda at: max(session.starts - at, at - session.ends, timedelta(0)))


def with_sightings(
    name: str, rows: Iterable[Attested], sightings: Iterable[Sighting], sittings: Sequence[Sitting]
) -> Iterator[Attested]:
    """Yield somebody's rows with what was said by hand.

    That outranks a check-in and a name on a sheet, which tell only that somebody came; what a
    connection tells stays.
    """
    said = {each.session: each for each in sightings}
    for row in rows:
        if not row.signed or not said:
            yield row
            continue
        for each in sittings:
            if row.session in {None, each.id} and each.id not in said:
                yield replace(row, session=each.id)
    for each in sittings:
        if each.id in said and not said[each.id].seen.absent:
            yield said[each.id].row(name, each)
