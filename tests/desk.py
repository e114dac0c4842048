"""A desk for pages under test: real services on a real folder, stand-ins for what is outside."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication

from cpd_desktop.app.core import assembled
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

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.keychain import Keychains
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock

Page = TypeVar("Page", bound="QWidget")
ICONS = Path(__file__).parents[1] / "resources" / "icons"


@dataclass(slots=True)
class NotedPlaces:
    """Writes down where a page wanted to lead."""

    went: list[str] = field(default_factory=list)
    restored: list[Path] = field(default_factory=list)
    moved_in: list[tuple[Path, Secret]] = field(default_factory=list)

    def go(self, page: str, item: int | None = None, part: str = "") -> None:
        where = (page, "" if item is None else str(item), part)
        self.went.append(" ".join(filter(None, where)))

    def restart(self) -> None:
        self.went.append("restart")

    def restore_backup(self, path: Path) -> None:
        self.restored.append(path)

    def move_in(self, path: Path, passphrase: Secret) -> None:
        self.moved_in.append((path, passphrase))


@dataclass(frozen=True, slots=True)
class TestDesk(Desk):
    """A desk that also says what went wrong."""

    __test__ = False

    keychains: Any
    noted: NotedPlaces
    undo: UndoStack
    failures: list[Exception]

    @contextmanager
    def showing(self, qtbot: QtBot, page: Page) -> Iterator[Page]:
        """Show a page while nothing fails; a test that expects failures clears them."""
        page.resize(1040, 720)
        with qtbot.waitExposed(page):
            page.show()
            page.activateWindow()
        self.settle(qtbot)
        yield page
        assert self.failures == []
        page.close()
        self.settle(qtbot)

    def settle(self, qtbot: QtBot) -> None:
        """Wait until every job has come back, and what it changed is shown."""
        qtbot.waitUntil(lambda: not self.jobs.live)
        QCoreApplication.processEvents()  # widgets that were added are shown in the next turn


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
    clock: FixedClock,
    app: QApplication,
    *,
    keychains: Keychains | None = None,
    zone: str = "Europe/Berlin",
) -> Iterator[TestDesk]:
    """Set up a desk, and clear it away."""
    keychains = keychains or MemoryKeychains()
    services = assembled(folder, "test", keychains, clock)
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
            manual=ICONS.with_name("manual"),
            keychains=keychains,
            noted=places,
            undo=undo,
            failures=failures,
        )
        jobs.shut_down()
        services.close()
    gc.collect()
    garbage.close()
