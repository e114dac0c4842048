"""Two programs that fill the last places of one event at once."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.store.database import Database
from tests.clock import FixedClock
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

    from cpd_desktop.services.events import Events
    from cpd_desktop.store.folder import DataFolder

S = RegistrationStatus
CAPACITY, EACH = 25, 60


def fill(path: Path, event: int, who: str, ready: Barrier) -> None:
    """Register people, let every third cancel, and confirm whoever waits."""
    clock = FixedClock()
    db = Database(path, now=clock.now, who=who, patience=60)
    registrations = Registrations(db, clock)
    ready.wait()
    for number in range(EACH):
        made = registrations.add(event, somebody(f"{who} {number}")).value
        if number % 3 == 0:
            registrations.change_status([made.id], S.CANCELLED)
        waiting = registrations.waiting(event)
        if waiting:
            try:
                registrations.change_status([waiting[0].id], S.CONFIRMED)
            except CpdError:
                continue  # the place, or the person, was taken by the other program
    db.close()


@pytest.mark.slow
def test_two_programs_at_once_never_give_more_places_than_there_are(
    folder: DataFolder, events: Events, registrations: Registrations
) -> None:
    event = events.add(replace(a_draft(), capacity=CAPACITY)).value.id
    spawn = multiprocessing.get_context("spawn")
    ready = spawn.Barrier(2)
    programs = [
        spawn.Process(target=fill, args=(folder.database, event, who, ready)) for who in "AB"
    ]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    everybody = registrations.on(event)
    assert len(everybody) == 2 * EACH
    numbers = sorted(int(each.number.rsplit("-", 1)[1]) for each in everybody)
    assert numbers == list(range(1, 2 * EACH + 1))
    assert registrations.places(event).held == CAPACITY
    queue = [each.queue for each in registrations.waiting(event)]
    assert len(set(queue)) == len(queue)
