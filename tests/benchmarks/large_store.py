"""Makes a data folder of the size the targets are set for, quickly and always the same."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from cpd_desktop.adapters.clock import SystemClock
from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.settings import Backups, Start
from cpd_desktop.services.sample import FAMILY, GIVEN
from cpd_desktop.store.tables import SEARCHED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.store.folder import DataFolder

OWN_FOLDER = "CPD Desktop"  # the name it has where nobody chose one
PEOPLE = 100_000
EVENTS = 2_000
PLACES = PEOPLE // EVENTS
TOPICS = ("Wound care", "Airway management", "Infection control", "Leadership", "Supervision")

_Row = tuple[object, ...]


def make_large_store(folder: DataFolder) -> None:
    """Fill the folder with 100,000 people, each with a place on one of 2,000 events.

    No first steps are due, and neither is the day's backup: both come once, not at every start.
    """
    with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
        core.settings.put(Start(welcomed=True))
    now = SystemClock().now()
    with closing(sqlite3.connect(folder.database)) as connection:
        for table, columns, rows in (
            ("event", "id title zone status capacity sought added_at trashed_at", _events(now)),
            ("session", "id event_id title starts_at ends_at", _sessions(now)),
            ("person", "id name email sought added_at", _people(now)),
            ("registration", "id event_id person_id number status registered_at",
             _registrations(now)),
        ):  # fmt: skip
            names = columns.split()
            places = ", ".join("?" * len(names))
            statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
            connection.executemany(statement, rows)
        for table in SEARCHED:
            found = f"INSERT INTO {table}_search (rowid, sought) SELECT id, sought FROM {table}"  # noqa: S608
            connection.execute(found)
        connection.commit()
    with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
        core.backups.daily(Backups())


def _events(now: datetime) -> Iterator[_Row]:
    for event in range(1, EVENTS + 1):
        title = f"{TOPICS[event % len(TOPICS)]} {event}"
        capacity = PLACES + event % 20
        yield (
            event,
            title,
            "Europe/London",
            "published",
            capacity,
            folded(title),
            _text(now),
            None,
        )


def _sessions(now: datetime) -> Iterator[_Row]:
    """Yield one sitting a day: most were long ago, some are in the coming weeks."""
    for event in range(1, EVENTS + 1):
        starts = now + timedelta(days=event - EVENTS + 30, hours=2)
        yield (event, event, "Day 1", _text(starts), _text(starts + timedelta(hours=2)))


def _people(now: datetime) -> Iterator[_Row]:
    chosen = random.Random(2026)  # noqa: S311 - sample names, the same every time
    added = _text(now)
    for person in range(1, PEOPLE + 1):
        name = f"{chosen.choice(GIVEN)} {chosen.choice(FAMILY)}"
        email = f"{chosen.choice('abcdefghijklm')}{person}@clinic.example"
        yield (person, name, email, folded(name, email), added)


def _registrations(now: datetime) -> Iterator[_Row]:
    at = _text(now)
    for person in range(1, PEOPLE + 1):
        event = person % EVENTS + 1
        yield (person, event, person, f"{event}-{person}", "confirmed", at)


def _text(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
