"""The sittings of an event: when, where, by whom, and which of them get in each other's way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST_SESSION = timedelta(hours=24)
SHORT_LIMIT = 200
LONG_LIMIT = 10_000

ENDS_FIRST = Sentence("event", "The session ends before it starts.")
TOO_LONG = Sentence("event", "The session is longer than 24 hours; check its dates.")
LONG_WORDS = Sentence("event", "A text of the session is longer than {limit} characters.")
BREAK_ENDS_FIRST = Sentence("event", "A break ends before it starts.")
BREAK_OUTSIDE = Sentence("event", "A break lies outside of its session.")
BREAKS_OVERLAP = Sentence("event", "Two breaks overlap.")
NOTHING_LEFT = Sentence("event", "The breaks take up the whole session.")

SAME_ROOM = Sentence("conflict", "“{first}” and “{second}” are both in {what}, {when}.")
SAME_SPEAKER = Sentence("conflict", "{what} speaks at “{first}” and at “{second}”, {when}.")
SAME_HOST = Sentence("conflict", "“{first}” and “{second}” have the same Zoom host {what}, {when}.")


class Break(NamedTuple):
    """A stretch of a session that counts for nobody."""

    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class SessionDraft:
    """A session as entered; ``id`` is there if it exists already."""

    title: str
    starts: datetime
    ends: datetime
    id: int | None = None
    description: str = ""
    track: str = ""
    room: str = ""
    place: str = ""
    host: str = ""
    link: str = ""
    mandatory: bool = False
    breaks: tuple[Break, ...] = ()
    speakers: tuple[int, ...] = ()

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        if self.ends <= self.starts:
            return ENDS_FIRST
        if self.ends - self.starts > LONGEST_SESSION:
            return TOO_LONG
        short = (self.title, self.track, self.room, self.place, self.host)
        if any(len(text) > SHORT_LIMIT for text in short):
            return LONG_WORDS.filled(limit=SHORT_LIMIT)
        if len(self.description) > LONG_LIMIT or len(self.link) > LONG_LIMIT:
            return LONG_WORDS.filled(limit=LONG_LIMIT)
        return self._break_problem()

    def _break_problem(self) -> Sentence | None:
        until = self.starts
        for each in sorted(self.breaks):
            if each.ends <= each.starts:
                return BREAK_ENDS_FIRST
            if each.starts < self.starts or each.ends > self.ends:
                return BREAK_OUTSIDE
            if each.starts < until:
                return BREAKS_OVERLAP
            until = each.ends
        return NOTHING_LEFT if self.breaks and not taught(self) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(SessionDraft):
    """One sitting as kept; ``sequence`` rises whenever calendars must hear of a change."""

    id: int
    event_id: int = 0
    uid: str = ""
    sequence: int = 0


def taught(session: SessionDraft) -> timedelta:
    """Return how long the session is without its breaks."""
    breaks = sum((each.ends - each.starts for each in session.breaks), timedelta())
    return session.ends - session.starts - breaks


@dataclass(frozen=True, slots=True)
class Booked:
    """What a session takes up, with the names by which it is spoken of."""

    session_id: int | None
    event_id: int | None
    title: str
    starts: datetime
    ends: datetime
    room: str
    host: str
    speakers: frozenset[str]

    def clashes_with(self, other: Booked) -> list[tuple[Sentence, str]]:
        """Return what both take up at once, as the sentence and the thing."""
        if self.starts >= other.ends or other.starts >= self.ends:
            return []
        found = [(SAME_SPEAKER, name) for name in sorted(self.speakers & other.speakers)]
        if self.room and folded(self.room) == folded(other.room):
            found.append((SAME_ROOM, self.room))
        if self.host and folded(self.host) == folded(other.host):
            found.append((SAME_HOST, self.host))
        return found


class Clash(NamedTuple):
    """Two sessions that want the same room, speaker or Zoom host at the same time."""

    says: Sentence
    what: str
    first: Booked
    second: Booked


def clashes(mine: Sequence[Booked], others: Iterable[Booked] = ()) -> list[Clash]:
    """Return the clashes among one's own sessions, and of these with others."""
    pairs = [*combinations(mine, 2), *((one, two) for two in others for one in mine)]
    return [
        Clash(says, what, one, two)
        for one, two in pairs
        for says, what in one.clashes_with(two)
    ]  # fmt: skip
