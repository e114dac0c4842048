"""A data folder with an empty database, made once and copied for each test."""

from __future__ import annotations

import gc
import shutil
from functools import partial
from typing import TYPE_CHECKING

import hypothesis
import pytest

from cpd_desktop.services.events import Events
from cpd_desktop.services.history import History
from cpd_desktop.services.people import People
from cpd_desktop.services.registration_import import RegistrationImport
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.services.settings import Settings
from cpd_desktop.services.undo_guards import GUARDS
from cpd_desktop.store.database import Database
from cpd_desktop.store.files import ContentStore
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.store.schema import bring_up
from tests.clock import FixedClock
from tests.compiled import compile_statements_once
from tests.drafts import a_draft
from tests.lists import Lists

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 30_000  # milliseconds

# The same examples each time; with --hypothesis-profile=search, ever new ones are tried.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that have slow tests: at the end nobody shall wait for one of them."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


def pytest_collection_finish() -> None:
    """Spare each collection of garbage to come a look at all the tests and modules."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let a report be sent to where they are collected, whatever text a test logged."""
    report = yield
    report.sections = [
        (title, text.encode("utf-8", "backslashreplace").decode())
        for title, text in report.sections
    ]
    return report


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Wait longer than usual for what has to come: a machine that stands still is no fault."""
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        monkeypatch.setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE))
    return qtbot


@pytest.fixture(scope="session", autouse=True)
def _statements_compiled_once() -> None:
    compile_statements_once()


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = DataFolder(tmp_path_factory.mktemp("made"))
    bring_up(folder, lambda: None)
    return folder.database


@pytest.fixture
def folder(tmp_path: Path, empty_database: Path) -> DataFolder:
    made = DataFolder(tmp_path / "data")
    made.make()
    shutil.copy(empty_database, made.database)
    return made


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def db(folder: DataFolder, clock: FixedClock) -> Iterator[Database]:
    opened = Database(folder.database, now=clock.now, who="anna (test)")
    yield opened
    opened.close()


@pytest.fixture
def events(db: Database, clock: FixedClock) -> Events:
    return Events(db, clock)


@pytest.fixture
def registrations(db: Database, clock: FixedClock) -> Registrations:
    return Registrations(db, clock)


@pytest.fixture
def people(db: Database, clock: FixedClock) -> People:
    return People(db, clock)


@pytest.fixture
def history(db: Database) -> History:
    return History(db, GUARDS)


@pytest.fixture
def settings(db: Database) -> Settings:
    return Settings(db)


@pytest.fixture
def lists(
    registrations: Registrations, events: Events, folder: DataFolder, tmp_path: Path
) -> Lists:
    """An event that lists of people can be brought into."""
    event = events.add(a_draft()).value.id
    service = RegistrationImport(
        registrations.db, registrations.clock, ContentStore(folder.files), registrations
    )
    return Lists(service, event, tmp_path)
