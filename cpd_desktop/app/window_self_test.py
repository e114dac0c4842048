"""Tries the window of this very program too: every page is shown once."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from cpd_desktop.app.self_test import expect, self_test, tried
from cpd_desktop.store.folder import DataFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from PySide6.QtWidgets import QApplication

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.services.doctor import Check
    from cpd_desktop.services.work import Work

PATIENCE = 30_000  # milliseconds


def self_test_with_window(work: Work) -> list[Check]:
    """Try each part as ``self_test`` does, then every page; a part that fails is a finding."""
    checks = self_test(work)
    with tempfile.TemporaryDirectory(prefix="cpd-self-test-", ignore_cleanup_errors=True) as name:
        return [*checks, tried("window", _window, DataFolder(Path(name)))]


def _window(folder: DataFolder) -> str:
    from PySide6.QtWidgets import QApplication

    from cpd_desktop.adapters.keychains import Keychains
    from cpd_desktop.app.core import opened
    from cpd_desktop.app.desktop import Desktop

    with opened(folder, face="self-test", keychains=Keychains(folder.vault)) as core:
        core.sample.fill()
    if sys.platform == "linux" and not (os.getenv("DISPLAY") or os.getenv("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Only a program that is a test already has one.
    there = cast("QApplication | None", QApplication.instance())
    application = there or QApplication([*sys.argv[:1], "-style", "fusion"])
    with _defects() as defects:
        desktop = Desktop(application, folder)
        try:
            expect(desktop.show(), "the window did not open")
            shown = _pages_shown(desktop, application)
        finally:
            desktop.close()
    expect(not defects, "; ".join(defects))
    return f"{shown} pages shown on {application.platformName()}"


def _pages_shown(desktop: Desktop, application: QApplication) -> int:
    from cpd_desktop.app.pages import PAGES

    _wait(application, lambda: _is_ready(desktop), "the window was not ready")
    window = desktop.window
    if window is None:
        raise RuntimeError("the window gave up")
    pages = ("today", *PAGES)
    for page in pages:
        window.go(page)
        _wait(application, lambda: not desktop.jobs.live, f"the page {page} is still loading")
        expect(window.page == page, f"the page {page} was not shown")
        picture = window.grab().toImage()
        expect(not picture.isNull(), f"the page {page} was not painted")
    return len(pages)


def _is_ready(desktop: Desktop) -> bool:
    furnishing = desktop.furnishing
    return furnishing is not None and furnishing.desk is not None and not desktop.jobs.live


def _wait(application: QApplication, until: Callable[[], bool], otherwise: str) -> None:
    from PySide6.QtCore import QDeadlineTimer, QEventLoop

    deadline = QDeadlineTimer(PATIENCE)
    application.processEvents()
    while not until():
        expect(not deadline.hasExpired(), otherwise)
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


@contextmanager
def _defects() -> Iterator[list[str]]:
    """Gather what goes wrong in a turn of the event loop, where nobody could catch it."""
    found: list[str] = []

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(f"{kind.__name__}: {error}")

    before, sys.excepthook = sys.excepthook, note
    try:
        yield found
    finally:
        sys.excepthook = before
