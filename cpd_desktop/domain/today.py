"""What the first page answers: what is next, and what needs the trainer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.fetching import DAY, WEBSITE_KEEPS, ZOOM_KEEPS
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import zone_called

if TYPE_CHECKING:
    from datetime import datetime

BACKUP_OLD_DAYS = 7
SOON_DAYS = 7
LOOK_AHEAD_DAYS = 30
# Before that the report may still come by itself; from then on somebody should know.
REMIND_AFTER = DAY
WARN_BEFORE = 7 * DAY

NOBODY_REGISTERED = Sentence("today", "Starts in %n day(s), and nobody is registered yet.")
NOBODY_TODAY = Sentence("today", "It is today, and nobody is registered yet.")
OVER_FULL = Sentence("today", "{registered} people are registered; there is room for {capacity}.")
NOT_STARTED = Sentence("today", "It is today, and the event is not started yet.")
BEGUN = Sentence("today", "Its first session has begun, and the event is not started yet.")
UNDISCLOSED = Sentence("today", "Interests are not disclosed yet by %n speaker(s).")
RAN_OUT = Sentence("today", "%n offer(s) of a place ran out without an answer.")
ROOM = Sentence("today", "Waiting in line: %n person(s). Free places: {room}.")
PAYMENTS_DUE = Sentence("today", "Still to be paid: %n place(s).")
TO_MARK = Sentence("today", "To be marked: %n answer(s) to assignments.")
ENDED = Sentence("today", "It ended %n day(s) ago and is not completed.")
ENDED_TODAY = Sentence("today", "It ended today and is not completed.")
MORE_ENDED = Sentence("today", "To be completed: %n more event(s) that ended.")
NOT_FETCHED = Sentence("today", "Who came is not fetched from Zoom yet.")
WEBSITE_FORGETS = Sentence(
    "today", "Who came is not fetched yet. Zoom's website forgets it on {date}."
)
ZOOM_FORGETS = Sentence("today", "Who came is not fetched yet. Zoom forgets it on {date}.")
KEYS_NOT_BACKED_UP = Sentence(
    "today", "Your signing keys are not backed up. If this computer is lost, so are they."
)
SAMPLE = Sentence("today", "This is a sample with invented people, to try things on.")
NO_BACKUP = Sentence("today", "No backup has been made for %n day(s).")
IN_SYNC_FOLDER = Sentence(
    "today", "The data lies in a folder that {service} copies, which can damage it."
)


@dataclass(frozen=True, slots=True)
class NextEvent:
    """The event that runs now or comes next."""

    id: int
    title: str
    zone: str
    status: str
    capacity: int | None
    registered: int
    starts: datetime
    ends: datetime
    undisclosed: int = 0


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """Who waits for a place on an event, apart from those who have been offered one.

    ``ran_out`` are offers that nobody took in time.
    """

    event: int
    title: str
    capacity: int | None
    registered: int
    waiting: int
    offered: int
    ran_out: int


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for the trainer; ``kind`` and ``part`` say which button settles it."""

    kind: str
    title: str
    says: Sentence
    event: int | None = None
    part: str = ""  # where on the event it is settled


@dataclass(frozen=True, slots=True)
class Today:
    """Everything the first page and the navigation show."""

    next_event: NextEvent | None
    needs: tuple[Need, ...]
    events: int
    people: int
    registrations: int
    trashed: int


def needs_of(upcoming: list[NextEvent], now: datetime) -> list[Need]:
    """Return what the coming events still need, the nearest first."""
    needs = []
    for each in upcoming:
        days = _days(now, each.starts, each.zone)
        if each.status == "published" and (begun := _begun(each, now, days)):
            needs.append(Need("event", each.title, begun, each.id))
        if each.capacity is not None and each.registered > each.capacity:
            says = OVER_FULL.filled(registered=each.registered, capacity=each.capacity)
            needs.append(Need("event", each.title, says, each.id, "register"))
        elif not each.registered and 0 <= days < SOON_DAYS:
            says = NOBODY_REGISTERED.filled(n=days) if days else NOBODY_TODAY
            needs.append(Need("event", each.title, says, each.id, "register"))
        if each.undisclosed and days < SOON_DAYS:
            says = UNDISCLOSED.filled(n=each.undisclosed)
            needs.append(Need("event", each.title, says, each.id, "plan"))
    return needs


def needs_of_lines(lines: list[WaitingLine]) -> list[Need]:
    """Return which waiting lines can move on, in their order."""
    needs = []
    for each in lines:
        taken = each.registered + each.offered
        room = each.waiting if each.capacity is None else each.capacity - taken
        if each.ran_out:
            says = RAN_OUT.filled(n=each.ran_out)
        elif each.waiting and room > 0:
            says = ROOM.filled(n=each.waiting, room=room)
        else:
            continue
        needs.append(Need("event", each.title, says, each.event, "register"))
    return needs


def needs_of_ended(
    ended: list[tuple[int, str, datetime, str]], more: int, now: datetime
) -> list[Need]:
    """Return which events are over and wait to be completed; ``more`` are only counted."""
    needs = []
    for event, title, ends, zone in ended:
        days = _days(ends, now, zone)
        says = ENDED.filled(n=days) if days else ENDED_TODAY
        needs.append(Need("event", title, says, event))
    if more:
        needs.append(Need("events", "", MORE_ENDED.filled(n=more)))
    return needs


def needs_of_unfetched(unfetched: list[tuple[int, str, datetime]], now: datetime) -> list[Need]:
    """Return of which events nobody knows yet who came; each with when its first session ended."""
    return [
        Need("event", title, _forgotten(ended, now), event, "meet")
        for event, title, ended in unfetched
    ]


def _forgotten(ended: datetime, now: datetime) -> Sentence:
    for says, forgotten in (
        (WEBSITE_FORGETS, ended + WEBSITE_KEEPS),
        (ZOOM_FORGETS, ended + ZOOM_KEEPS),
    ):
        if forgotten - WARN_BEFORE <= now < forgotten:
            return says.filled(date=forgotten.date().isoformat())
    return NOT_FETCHED


def _begun(event: NextEvent, now: datetime, days: int) -> Sentence | None:
    if event.starts <= now:
        return BEGUN
    return NOT_STARTED if not days else None


def _days(since: datetime, until: datetime, zone: str) -> int:
    """Return how many days later something is by the calendar that hangs where the event is."""
    here = zone_called(zone)
    return (until.astimezone(here).date() - since.astimezone(here).date()).days
