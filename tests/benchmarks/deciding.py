"""Settles doubts on the real Attendance stage: how long until a decision is painted."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.app.resources import resources
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.ui.garbage import GarbageCollector
from cpd_desktop.ui.jobs import JobRunner
from cpd_desktop.ui.pages.event import EventWorkspace
from cpd_desktop.ui.theme import Theme
from tests.benchmarks.attending import PEOPLE, ROWS, an_event, write_report
from tests.benchmarks.real_table import desk_of
from tests.benchmarks.watching import tell

if TYPE_CHECKING:
    from cpd_desktop.services.services import Services

PATIENCE = 30.0


def main() -> int:
    """Tell the milliseconds of each decision, after a warm-up, while nothing else is computed."""
    application = QApplication(sys.argv[:1])
    garbage = GarbageCollector(application)  # between decisions, as in the application
    theme, jobs = Theme(resources() / "icons"), JobRunner()
    with tempfile.TemporaryDirectory(prefix="cpd-decide-") as made:
        folder = DataFolder(Path(made) / "store")
        with opened(folder, face="benchmark", keychains=Keychains(folder.vault)) as core:
            event = an_attended_event(core, Path(made) / "report.csv")
            workspace = EventWorkspace(desk_of(core, jobs, theme))
            window = QMainWindow()
            window.setCentralWidget(workspace)
            window.resize(1280, 800)
            window.show()
            QTest.qWaitForWindowExposed(window)
            workspace.show_event(event)
            workspace.open_stage("attendance")
            garbage.begin()
            for number in range(int(sys.argv[1]) + 1):
                _wait(workspace, jobs)
                took = _decide(workspace)
                if number:
                    tell({"decided": took})
            _wait(workspace, jobs)
            window.close()
            jobs.shut_down()
            garbage.close()
    application.quit()
    return 0


def an_attended_event(core: Services, path: Path) -> int:
    """Make an event with a report in which one of ten cannot be matched for certain."""
    event = an_event(core, PEOPLE)
    write_report(path, PEOPLE, ROWS)
    core.report_import.bring_in(event, path, Work())
    return event


def _decide(workspace: EventWorkspace) -> float:
    """Take the first candidate of the doubt that is selected, and let all be painted."""
    listing = workspace.attendance.listing
    doubts = listing.doubts()
    QCoreApplication.processEvents()
    began = time.monotonic()
    listing.inspector.doubt.choose(0)
    QCoreApplication.sendPostedEvents()
    took = (time.monotonic() - began) * 1000
    if len(listing.doubts()) != len(doubts) - 1:
        msg = "the decision was not shown"
        raise RuntimeError(msg)
    return took


def _wait(workspace: EventWorkspace, jobs: JobRunner) -> None:
    """Wait until what was decided is written and found out anew, and a doubt is selected."""
    until = time.monotonic() + PATIENCE
    while jobs.live or workspace._reader.busy or workspace._reader.content is None:
        QCoreApplication.processEvents()
        if time.monotonic() > until:
            msg = "the attendance was not found out"
            raise RuntimeError(msg)
    workspace.attendance.review_next()
    QCoreApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
