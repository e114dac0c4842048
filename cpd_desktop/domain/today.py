"""What the first page answers: what is next, and what needs the trainer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

BACKUP_OLD_DAYS = 7
SOON_DAYS = 7

NOBODY_REGISTERED = Sentence("today", "Starts in %n day(s), and nobody is registered yet.")
NOBODY_TODAY = Sentence("today", "It is today, and nobody is registered yet.")
OVER_FULL = Sentence("today", "{registered} people are registered; there is room for {capacity}.")
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


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that waits for the trainer; ``kind`` says which button settles it."""

    kind: str
    title: str
    says: Sentence
    event: int | None = None


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
        if each.capacity is not None and each.registered > each.capacity:
            says = OVER_FULL.filled(registered=each.registered, capacity=each.capacity)
            needs.append(Need("event", each.title, says, each.id))
        elif not each.registered and 0 <= (each.starts - now).days < SOON_DAYS:
            days = (each.starts - now).days
            says = NOBODY_REGISTERED.filled(n=days) if days else NOBODY_TODAY
            needs.append(Need("event", each.title, says, each.id))
    return needs
