"""A desk for pages under test: real services on a real folder, stand-ins for what is outside."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.services.backups import Backups
from cpd_desktop.services.doctor import Doctor
from cpd_desktop.services.events import Events
from cpd_desktop.services.history import History
from cpd_desktop.services.registrations import Registrations
from cpd_desktop.services.sample import Sample
from cpd_desktop.services.settings import Settings
from cpd_desktop.ui.actions import Actions
from cpd_desktop.ui.change_feed import ChangeFeed
from cpd_desktop.ui.desk import Desk
from cpd_desktop.ui.garbage import GarbageCollector
from cpd_desktop.ui.jobs import JobRunner
from cpd_desktop.ui.operations import Operations
from cpd_desktop.ui.theme import Theme
from cpd_desktop.ui.undo import UndoStack
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.database import Database
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.desk import Keychains
    from tests.clock import FixedClock

ICONS = Path(__file__).parents[1] / "resources" / "icons"


@dataclass(slots=True)
class NotedPlaces:
    """Writes down where a page wanted to lead."""

    went: list[str] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)

    def go(self, page: str, item: int | None = None) -> None:
        self.went.append(page if item is None else f"{page} {item}")

    def restart(self) -> None:
        self.went.append("restart")

    def restore_backup(self, path: Path) -> None:
        self.restored.append(path)


@dataclass(frozen=True, slots=True)
class RealServices:
    """The services on one open folder, with keychains of the test's own."""

    folder: DataFolder
    clock: FixedClock
    keychains: Keychains
    backups: Backups
    events: Events
    registrations: Registrations
    settings: Settings
    history: History
    sample: Sample
    doctor: Doctor


@dataclass(frozen=True, slots=True)
class TestDesk(Desk):
    """A desk that also says what went wrong."""

    __test__ = False

    keychains: Any
    noted: NotedPlaces
    undo: UndoStack
    failures: list[Exception]

    def settle(self, qtbot: QtBot) -> None:
        """Wait until every job has come back."""
        qtbot.waitUntil(lambda: not self.jobs.live)


def services_on(
    folder: DataFolder, db: Database, clock: FixedClock, keychains: Keychains
) -> RealServices:
    events, registrations = Events(db, clock), Registrations(db, clock)
    settings, history, backups = Settings(db), History(db), Backups(folder, clock)
    return RealServices(
        folder=folder,
        clock=clock,
        keychains=keychains,
        backups=backups,
        events=events,
        registrations=registrations,
        settings=settings,
        history=history,
        sample=Sample(db, events, registrations, settings, clock),
        doctor=Doctor(folder, db, history, backups, keychains, lambda _lines: "one line\n"),
    )


@contextmanager
def dressed(app: QApplication) -> Iterator[Theme]:
    """Give the application its clothes, and take them off again."""
    palette, style, font = app.palette(), app.style().objectName(), app.font()
    theme = Theme(ICONS)
    try:
        yield theme
    finally:
        theme.choice = "system"
        app.setStyleSheet("")
        app.setFont(font)
        app.setStyle(style)
        app.setPalette(palette)


@contextmanager
def desk_on(
    folder: DataFolder,
    db: Database,
    clock: FixedClock,
    app: QApplication,
    *,
    keychains: Keychains | None = None,
    zone: str = "Europe/Berlin",
) -> Iterator[TestDesk]:
    """Set up a desk, and clear it away."""
    keychains = keychains or MemoryKeychains()
    services = services_on(folder, db, clock, keychains)
    # As in the application: a page in a cycle must not be collected on the thread of a job.
    garbage = GarbageCollector()
    jobs, feed, undo, places = JobRunner(), ChangeFeed(), UndoStack(), NotedPlaces()
    operations = Operations(jobs, feed, undo, services.history)
    failures: list[Exception] = []
    operations.failed.connect(failures.append)
    with dressed(app) as theme:
        yield TestDesk(
            services=services,
            jobs=jobs,
            feed=feed,
            operations=operations,
            actions=Actions(),
            theme=theme,
            places=places,
            local_zone=zone,
            keychains=keychains,
            noted=places,
            undo=undo,
            failures=failures,
        )
        jobs.shut_down()
    gc.collect()
    garbage.close()
