"""An event, and where its reports are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.attendance.reports import Reports
from cpd_desktop.store.files import ContentStore
from tests.attended import scene_on
from tests.drafts import a_draft

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from tests.attended import Scene
    from tests.clock import FixedClock


@pytest.fixture
def reports(db: Database, folder: DataFolder, clock: FixedClock) -> Reports:
    return Reports(db, ContentStore(folder.files), clock)


@pytest.fixture
def event_id(events: Events) -> int:
    return events.add(a_draft()).value.id


@pytest.fixture
def scene(
    db: Database,
    clock: FixedClock,
    events: Events,
    registrations: Registrations,
    folder: DataFolder,
) -> Scene:
    return scene_on(db, clock, events, registrations, folder.path.parent)
