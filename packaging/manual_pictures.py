"""Takes the pictures of the manual from the running window, on sample data; runs in .venv."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QPushButton, QWidget

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.ui.desk import Desk
    from cpd_desktop.ui.main_window import MainWindow
    from cpd_desktop.ui.pages.event import EventWorkspace
    from cpd_desktop.ui.pages.events import EventsPage

ROOT = Path(__file__).resolve().parent.parent
SIZE = (1200, 760)
COLOURS = 128  # a window has few; so a picture is a quarter as large
CALM = 400  # ms without work until a page is taken for finished


class Studio:
    """A running window on sample data, and what a person does in it."""

    def __init__(self, window: MainWindow, desk: Desk, into: Path) -> None:
        self.window, self.core = window, desk.services
        self._desk, self._into = desk, into
        done = self.core.sample.fill()
        self.report = into.with_name("report.csv")
        self.reported = self.core.sample.write_report(done.value, self.report)
        (self.over,) = self.core.events.ids("airway")
        (self.coming,) = self.core.events.ids("wound")
        desk.feed.publish(done.changes, None)
        desk.actions.run("theme-light")
        window.resize(*SIZE)
        self._settle()

    def stage(self, event: int, name: str) -> EventWorkspace:
        """Open a stage of an event."""
        self.window.go("events", event)
        self._settle()
        workspace = cast("EventsPage", self.window.shown_page()).workspace
        workspace.open_stage(name)
        self._settle()
        return workspace

    def go(self, page: str) -> QWidget:
        """Show a page."""
        self.window.go(page)
        self._settle()
        return self.window.shown_page()

    def press(self, inside: QWidget, text: str) -> None:
        """Press a button by its words."""
        from PySide6.QtWidgets import QPushButton

        buttons: list[QPushButton] = inside.findChildren(QPushButton)
        (found,) = [each for each in buttons if _words(each) == text and each.isVisible()]
        found.click()
        self._settle()

    def dialogs(self) -> list[QDialog]:
        """Return the dialogs that are open."""
        from PySide6.QtWidgets import QDialog

        return [each for each in self.window.findChildren(QDialog) if each.isVisible()]

    def take(self, name: str, what: QWidget | None = None) -> None:
        """Keep a picture of the window, or of one part of it."""
        from PIL import Image

        self._settle()
        path = self._into / f"{name}.png"
        (what or self.window).grab().save(str(path))
        with Image.open(path) as taken:
            taken.convert("RGB").quantize(COLOURS).save(path, optimize=True)

    def _settle(self) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(CALM)
        while self._desk.jobs.live:
            QTest.qWait(CALM)


def _words(button: QPushButton) -> str:
    return button.text().replace("&", "")


def today(studio: Studio) -> None:
    """Take what waits, on the first page."""
    studio.go("today")
    studio.take("today")


def plan_and_register(studio: Studio) -> None:
    """Take an event before it begins."""
    studio.stage(studio.coming, "plan")
    studio.take("plan")
    studio.stage(studio.coming, "register")
    studio.take("register")
    studio.stage(studio.coming, "meet")
    studio.take("meet")


def attendance(studio: Studio) -> None:
    """Take who was there, as a report told it."""
    from cpd_desktop.services.work import Work

    studio.core.report_import.bring_in(studio.reported, studio.report, Work())
    studio.stage(studio.reported, "attendance")
    studio.take("attendance")


def certificates(studio: Studio) -> None:
    """Take what was issued, and the page of all of it."""
    studio.stage(studio.over, "certificates")
    studio.take("certificates-stage")


# In the order in which they are taken: later ones show what earlier ones did.
SCENES: tuple[Callable[[Studio], None], ...] = (today, plan_and_register, attendance, certificates)


def _furnished(desktop: Desktop) -> tuple[MainWindow, Desk]:
    """Return the window and what its pages work with, as soon as they are there."""
    from PySide6.QtTest import QTest

    while desktop.furnishing is None or desktop.furnishing.desk is None:
        QTest.qWait(20)
    return desktop.furnishing.window, desktop.furnishing.desk


def main(into: Path) -> int:
    """Take all pictures; return the exit code."""
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LANG="C.UTF-8")
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import opened
    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.domain.settings import Start
    from cpd_desktop.store.folder import DataFolder

    into.mkdir(parents=True, exist_ok=True)
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="cpd-pictures-") as made:
        passphrase = Path(made) / "passphrase"
        passphrase.write_text("only for the pictures", encoding="utf-8")
        os.environ["CPD_VAULT_PASSPHRASE_FILE"] = str(passphrase)
        folder = DataFolder(Path(made) / "data")
        with opened(folder, face="window", keychains=Keychains(folder.vault)) as core:
            core.settings.put(Start(welcomed=True))
        application = QApplication([])
        desktop = Desktop(application, folder)
        desktop.show()
        studio = Studio(*_furnished(desktop), into)
        for scene in SCENES:
            scene(studio)
        desktop.close()
    return 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(Path(sys.argv[1])))
