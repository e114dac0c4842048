"""Meetings of events, and a Zoom on loopback that they are made at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import pytest

from cpd_desktop.adapters.zoom.calls import ZoomCalls
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.services.lifecycle import Lifecycle
from cpd_desktop.services.work import Work
from cpd_desktop.services.zoom.meetings import Meetings
from cpd_desktop.services.zoom.sync import Sync
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling, signing_in
from tests.drafts import a_draft
from tests.fakes.zoom.apps import USER_SCOPES
from tests.fakes.zoom.server import FakeZoom
from tests.services.zoom.looking import at_zoom

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.events import Events
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock
    from tests.fakes.zoom.record import Meeting


@pytest.fixture
def server(clock: FixedClock) -> Iterator[FakeZoom]:
    with FakeZoom(clock.now) as running:
        running.add_user(webinars=True)
        yield running


class PatientCalls(ZoomCalls):
    """Waits in the world of the test, where that takes no time."""

    __slots__ = ()

    def during(self, work: Work) -> Self:
        _ = work
        return self


@pytest.fixture
def zoom(server: FakeZoom, clock: FixedClock, tmp_path: Path) -> Iterator[ZoomCalls]:
    access = GivenAccess(server.api_url, signing_in(server, USER_SCOPES))
    waiting = Waiting(clock)
    with calling(access, tmp_path, waiting) as ours:
        yield PatientCalls(ours.client, waiting.pause)


@pytest.fixture
def meetings(db: Database, clock: FixedClock) -> Meetings:
    return Meetings(db, clock)


@pytest.fixture
def sync(db: Database, clock: FixedClock, zoom: ZoomCalls) -> Sync:
    return Sync(db, clock, zoom)


@pytest.fixture
def lifecycle(db: Database, clock: FixedClock) -> Lifecycle:
    return Lifecycle(db, clock)


@pytest.fixture
def event(events: Events, lifecycle: Lifecycle) -> Event:
    """Return a published event of one session."""
    made = events.add(a_draft()).value
    return lifecycle.move(made.id, Move.PUBLISH).value


@pytest.fixture
def made(sync: Sync, meetings: Meetings, event: Event, server: FakeZoom) -> Meeting:
    """Return the meeting of the event, as it is at Zoom."""
    meetings.plan(event.id)
    sync.run(Work())
    (found,) = at_zoom(server)
    return found
