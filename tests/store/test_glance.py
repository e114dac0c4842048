from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.today import Today
from cpd_desktop.store import glance
from cpd_desktop.store.connection import connect
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


def seen(folder: DataFolder, now: datetime) -> Today:
    with closing(connect(folder.database, read_only=True)) as connection:
        return glance.today(connection, now)


def test_an_empty_folder_needs_nothing(folder: DataFolder, clock: FixedClock) -> None:
    assert seen(folder, clock.now()) == Today(None, (), 0, 0, 0, 0)


def test_the_running_event_comes_before_the_next(folder: DataFolder, events: Events) -> None:
    events.add(a_draft("Later", a_session(starts=STARTS.replace(hour=18))))
    running = events.add(a_draft("Running", a_session(minutes=120))).value
    found = seen(folder, STARTS.replace(hour=15)).next_event
    assert found is not None
    assert found.id == running.id


def test_the_next_event_is_found_however_far_away(folder: DataFolder, events: Events) -> None:
    far = events.add(a_draft("Far", a_session(starts=STARTS.replace(year=2028)))).value
    found = seen(folder, STARTS)
    assert found.next_event is not None
    assert found.next_event.id == far.id
    assert found.needs == ()


def test_what_lies_in_the_trash_is_neither_next_nor_counted(
    folder: DataFolder, events: Events
) -> None:
    gone = events.add(a_draft()).value
    events.trash([gone.id])
    found = seen(folder, STARTS)
    assert (found.next_event, found.events, found.trashed) == (None, 0, 1)


def test_an_empty_event_that_is_near_needs_the_trainer(
    folder: DataFolder, events: Events, registrations: Registrations, clock: FixedClock
) -> None:
    near = events.add(a_draft("Near", a_session(starts=STARTS.replace(month=11, day=24)))).value
    (need,) = seen(folder, clock.now()).needs
    assert need.event == near.id
    assert str(need.says) == "Starts in 3 days, and nobody is registered yet."
    registrations.add(near.id, somebody("Zoë"))
    assert seen(folder, clock.now()).needs == ()


def test_more_people_than_places_needs_the_trainer(
    folder: DataFolder, events: Events, registrations: Registrations, clock: FixedClock
) -> None:
    draft = a_draft("Full", a_session(starts=STARTS.replace(month=11, day=24)))
    event = events.add(draft).value
    registrations.add_all(event.id, [somebody("A"), somebody("B")])
    events.change(event.id, replace(events.get(event.id).draft(), capacity=1))
    (need,) = seen(folder, clock.now()).needs
    assert str(need.says) == "2 people are registered; there is room for 1."
