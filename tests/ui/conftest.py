"""What no test of the window may leave behind: Qt warnings, log lines, threads."""

from __future__ import annotations

import gc
import logging
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.stripe_here import stripe_here
from tests.zoom_here import zoom_here

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk
    from tests.fakes.stripe.server import FakeStripe
    from tests.fakes.zoom.server import FakeZoom

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every Qt warning fail the test it appears in."""
    for item in items:
        if HERE in item.path.parents and not item.get_closest_marker("qt_log_level_fail"):
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            # The offscreen platform says so for every window with a minimum size.
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints"))


@pytest.fixture(autouse=True, scope="module")
def _no_window_left() -> None:
    """Let no file lay out, in another size of text, what was left by the files before it.

    What is still there then are modules: no collection between the tests need look at them again.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a warning or error in the log; a test that expects one clears ``caplog``."""
    yield
    lines = [
        f"{record.name}: {record.getMessage()}"
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING
    ]
    assert not lines, "unexpected in the log:\n" + "\n".join(lines)


@pytest.fixture(autouse=True)
def _no_leaked_threads() -> Iterator[None]:
    """Fail when a thread that the test started is still there."""
    before = set(threading.enumerate())
    yield
    # A thread of Qt that once ran Python shows up as a dummy until its end: not ours to stop.
    left = [
        thread.name
        for thread in set(threading.enumerate()) - before
        if not isinstance(thread, threading._DummyThread)
    ]
    assert not left, f"threads left running: {left}"


@pytest.fixture(autouse=True)
def _no_dialog_left() -> Iterator[None]:
    """Fail when a dialog is still open, which the next test would take for its own."""
    yield
    from PySide6.QtWidgets import QApplication, QDialog  # after the platform is set

    if QApplication.instance() is not None:
        widgets = QApplication.topLevelWidgets()
        left = [each for each in widgets if isinstance(each, QDialog) and each.isVisible()]
        for each in left:
            each.close()
        assert not left, f"dialogs left open: {left}"


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    from tests.desk import desk_on  # after the platform is set

    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def zoom(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    """Start a Zoom on loopback; a desk that is to find it has to be set up after it."""
    with zoom_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def stripe(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeStripe]:
    """Start a Stripe on loopback; a desk that is to find it has to be set up after it."""
    with stripe_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Callable[..., QWidget]]:
    """Show widgets in an active window of their own, and keep it to the end of the test."""
    from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget  # after the platform is set

    pages: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        page = QWidget()
        pages.append(page)
        layout = QVBoxLayout(page)
        for widget in widgets:
            layout.addWidget(widget)
        with qtbot.waitExposed(page):
            page.show()
            page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    yield show
    for page in pages:
        for dialog in page.findChildren(QDialog):
            dialog.close()
        page.close()
