"""An event with a meeting at a Zoom on loopback, and our services on both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.attendance.reports import Reports
from cpd_desktop.services.zoom.outcome import Outcome
from cpd_desktop.store.files import ContentStore
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling, signing_in
from tests.fakes.zoom.apps import USER_SCOPES
from tests.fakes.zoom.server import FakeZoom
from tests.services.zoom.outcome.planning import Planner, Timeless

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@pytest.fixture
def server(clock: FixedClock) -> Iterator[FakeZoom]:
    with FakeZoom(clock.now) as running:
        running.add_user(webinars=True)
        yield running


@pytest.fixture
def waiting(clock: FixedClock) -> Waiting:
    return Waiting(clock)


@pytest.fixture
def calls(server: FakeZoom, tmp_path: Path, waiting: Waiting) -> Iterator[ZoomCalls]:
    access = GivenAccess(server.api_url, signing_in(server, USER_SCOPES))
    with calling(access, tmp_path, waiting) as ours:
        yield ours


@pytest.fixture
def work(waiting: Waiting) -> Work:
    return Timeless(waiting)


@pytest.fixture
def files(folder: DataFolder) -> ContentStore:
    return ContentStore(folder.files)


@pytest.fixture
def reports(db: Database, files: ContentStore, clock: FixedClock) -> Reports:
    return Reports(db, files, clock)


@pytest.fixture
def outcome(db: Database, clock: FixedClock, files: ContentStore, calls: ZoomCalls) -> Outcome:
    return Outcome(db, clock, files, calls)


@pytest.fixture
def planned(
    db: Database,
    server: FakeZoom,
    clock: FixedClock,
    calls: ZoomCalls,
    events: Events,
    work: Work,
) -> Planner:
    return Planner(db, server, clock, calls, events, work)
