"""An event with something for every section of its binder, made once and copied for each test."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.services.events import Events
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.store.database import Database
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from tests.attended import Scene, scene_on
from tests.bound import Bound
from tests.clock import FixedClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def held(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Scene:
    """Return an event that was held and reviewed; its database is closed."""
    clock = FixedClock()
    folder = DataFolder(tmp_path_factory.mktemp("held") / "data")
    folder.make()
    shutil.copy(empty_database, folder.database)
    db = Database(folder.database, now=clock.now, who="anna (test)")
    scene = scene_on(db, clock, Events(db, clock), Registrations(db, clock), folder.path.parent)
    Bound(scene).hold()
    db.close()
    return scene


@pytest.fixture
def bound(held: Scene, tmp_path: Path) -> Iterator[Bound]:
    folder = DataFolder(tmp_path / "data")
    shutil.copytree(held.path / "data", folder.path)
    clock = FixedClock(held.clock.at)
    db = Database(folder.database, now=clock.now, who="anna (test)")
    yield Bound(
        Scene(
            db,
            clock,
            Events(db, clock),
            Registrations(db, clock),
            ContentStore(folder.files),
            tmp_path,
            held.event,
            dict(held.places),
        )
    )
    db.close()
