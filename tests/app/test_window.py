"""The window as a trainer uses it: real services, real folder, mouse and keyboard."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)

from cpd_desktop.ui.pages.events import EventsPage
from cpd_desktop.ui.pages.outbox import OutboxPage
from cpd_desktop.ui.pages.people import PeoplePage
from tests.app.conftest import is_ready

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.folder import DataFolder
    from cpd_desktop.ui.main_window import MainWindow

    Start = Callable[[DataFolder], Desktop]

PAGES = ["today", "events", "people", "certificates", "outbox", "billing", "settings", "shortcuts"]


@pytest.fixture
def desktop(start: Start, welcomed: DataFolder) -> Desktop:
    return start(welcomed)


@pytest.fixture
def window(desktop: Desktop, qtbot: QtBot) -> MainWindow:
    assert desktop.window is not None
    desktop.window.activateWindow()
    qtbot.waitUntil(desktop.window.isActiveWindow)
    return desktop.window


def settle(qtbot: QtBot, desktop: Desktop) -> None:
    qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)


def dialog() -> QDialog:
    (found,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QDialog) and each.isVisible()
    ]
    return found


def press(widget: QWidget, text: str) -> None:
    (found,) = [
        each
        for each in widget.findChildren(QPushButton)
        if each.text().replace("&", "") == text and each.isVisible()
    ]
    found.click()


def events_page(window: MainWindow) -> EventsPage:
    window.go("events")
    page = window.shown_page()
    assert isinstance(page, EventsPage)
    return page


def plan(desktop: Desktop, qtbot: QtBot, title: str = "Wound care") -> None:
    """Plan an event with the keyboard alone."""
    window = desktop.window
    assert window is not None
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desktop)
    asked = dialog()
    QTest.keyClicks(asked.focusWidget(), title)
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, desktop)
    # Without a window manager nobody makes the window active again after a dialog.
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def titles(desktop: Desktop, *, trashed: bool = False) -> list[str]:
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    events = desktop.furnishing.core.events
    ids = events.ids(trashed=trashed)
    return [events.summaries(ids)[each].title for each in ids]


def first_event(desktop: Desktop) -> Event:
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    return desktop.furnishing.core.events.get(1)


def test_an_event_is_planned_with_the_keyboard_and_opens(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desktop, qtbot)
    assert titles(desktop) == ["Wound care"]
    assert events_page(window).workspace.event_id == 1
    assert window.navigation._buttons["events"].count == "1"


def test_what_is_wrong_is_shown_at_its_field_and_nothing_is_kept(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, desktop)
    asked = dialog()
    press(asked, "Add event")
    assert asked.isVisible()
    shown = [each.text() for each in asked.findChildren(QLabel) if _is_trouble(each)]
    assert shown == ["The event has no title."]
    asked.reject()
    assert titles(desktop) == []


def _is_trouble(widget: QWidget) -> Any:
    return widget.property("tone") == "bad" and widget.isVisible()


def test_a_deleted_event_comes_back_by_undo_and_goes_again_by_redo(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desktop, qtbot)
    page = events_page(window)
    page.show_list()
    page.listing.select(1)
    QTest.keyClick(page.listing._table, Qt.Key.Key_Delete)
    settle(qtbot, desktop)
    assert titles(desktop) == []
    assert window.banner.isVisible()
    assert window.banner.text.text() == "1 event deleted"
    press(window.banner, "Undo")
    settle(qtbot, desktop)
    assert titles(desktop) == ["Wound care"]
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_Z, keys)
    settle(qtbot, desktop)
    assert titles(desktop, trashed=True) == ["Wound care"]


def test_the_trash_gives_back_and_deletes_for_good(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    for title in ("One", "Two"):
        plan(desktop, qtbot, title)
    page = events_page(window)
    page.show_list()
    page.listing._table.selectAll()
    press(page, "Delete 2 events")
    settle(qtbot, desktop)
    press(page, "Trash (2)")
    page.listing.select(1)
    press(page, "Restore")
    settle(qtbot, desktop)
    assert titles(desktop) == ["One"]
    page.listing.select(2)
    press(page, "Delete for good…")
    settle(qtbot, desktop)
    asked = dialog()
    assert isinstance(asked, QMessageBox)
    assert asked.text() == "Delete 1 event for good?"
    press(asked, "Delete for good")
    settle(qtbot, desktop)
    assert titles(desktop, trashed=True) == []


def test_editing_opens_the_plan_and_keeps_what_is_typed_even_when_the_window_closes(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desktop, qtbot)
    page = events_page(window)
    page.show_list()
    page.listing.select(1)
    QTest.keyClick(page.listing._table, Qt.Key.Key_F2)
    settle(qtbot, desktop)
    page.workspace.plan.entries["title"].setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_End)
    QTest.keyClicks(window.focusWidget(), ", part 2")
    window.close()
    settle(qtbot, desktop)
    assert first_event(desktop).title == "Wound care, part 2"


def test_a_person_is_added_and_found_again(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desktop, qtbot)
    workspace = events_page(window).workspace
    workspace._open_stage(1)
    press(workspace, "Add a person…")
    asked = dialog()
    name = asked.focusWidget()
    assert isinstance(name, QLineEdit)
    name.insert("Zoë Müller")  # the test's keyboard has ASCII only
    press(asked, "Add person")
    settle(qtbot, desktop)
    window.go("people")
    page = window.shown_page()
    assert isinstance(page, PeoplePage)
    QTest.keyClicks(page._search, "zoe")
    qtbot.waitUntil(lambda: page._table.rows.search == "zoe")
    assert page._table.rows.rowCount() == 1


def test_a_refused_change_says_why_and_leaves_everything(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    plan(desktop, qtbot)
    assert desktop.furnishing is not None
    desk = desktop.furnishing.desk
    assert desk is not None
    services = desk.services
    desk.operations.carry_out(lambda _work: services.events.trash([99]), origin=window)
    settle(qtbot, desktop)
    asked = dialog()
    assert isinstance(asked, QMessageBox)
    assert "There is no event 99." in asked.text() + asked.informativeText()
    asked.close()


def test_what_the_command_changed_meanwhile_appears(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    page = events_page(window)
    settle(qtbot, desktop)
    subprocess.run(
        [
            *(sys.executable, "-m", "cpd_desktop.cli.command", "--data", str(desktop.folder.path)),
            *("event", "add", "--title", "From a shell", "--start", "2030-01-01T10:00"),
            *("--end", "2030-01-01T11:00", "--zone", "UTC"),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    qtbot.waitUntil(lambda: page.listing._table.rows.rowCount() == 1, timeout=10_000)
    assert window.navigation._buttons["events"].count == "1"


def test_a_second_start_raises_the_first_window(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    second = subprocess.Popen(
        [sys.executable, "-m", "cpd_desktop", "--data", str(desktop.folder.path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not window.isMinimized())


def test_the_window_comes_back_where_it_was(
    start: Start, welcomed: DataFolder, qtbot: QtBot
) -> None:
    first = start(welcomed)
    assert first.window is not None
    events_page(first.window).listing._table.setColumnWidth(0, 333)
    first.window.resize(790, 610)  # the screen of this platform is small
    first.window.close()
    first.close()
    second = start(welcomed)
    assert second.window is not None
    assert second.window.width() == 790
    assert events_page(second.window).listing._table.columnWidth(0) == 333


def test_closing_asks_stops_and_waits_for_a_running_job(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    ended: list[str] = []
    begun = threading.Event()

    def long(work: Work) -> None:
        begun.set()
        try:
            for _ in work.each(range(10**9)):
                work.pause(0.001)
        finally:
            ended.append("stopped in good order")

    desktop.jobs.run(long, title="Issuing certificates")
    assert begun.wait(10)
    window.close()
    assert window.isVisible()
    asked = dialog()
    assert isinstance(asked, QMessageBox)
    assert "Issuing certificates" in asked.informativeText()
    press(asked, "Keep open")
    assert window.isVisible()
    window.close()
    press(dialog(), "Stop and close")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert ended == ["stopped in good order"]


def test_the_window_answers_while_a_job_runs(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    def long(work: Work) -> None:
        for _ in work.each(range(10**9)):
            work.pause(0.001)

    job = desktop.jobs.run(long, title="A long one")
    qtbot.waitUntil(window.job_bar.isVisible, timeout=5_000)
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "people"
    with qtbot.waitSignal(job.cancelled):
        press(window.job_bar, "Stop")


def test_nothing_in_a_closed_window_asks_the_data_any_more(
    desktop: Desktop, window: MainWindow
) -> None:
    window.go("outbox")
    page = window.shown_page()
    assert isinstance(page, OutboxPage)
    page._soon.start(0)
    desktop.close()
    assert not page._soon.isActive()


def test_the_palette_finds_an_event(desktop: Desktop, window: MainWindow, qtbot: QtBot) -> None:
    plan(desktop, qtbot, "Airway management")
    window.go("today")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    asked = dialog()
    QTest.keyClicks(asked.focusWidget(), "airw")
    QTest.keyClick(asked.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, desktop)
    assert window.page == "events"
    assert events_page(window).workspace.event_id == 1


def test_colours_follow_the_choice_and_are_kept(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    assert desktop.furnishing is not None
    assert desktop.furnishing.desk is not None
    desktop.furnishing.desk.actions.run("theme-dark")
    settle(qtbot, desktop)
    assert desktop.theme.tokens.dark
    desktop.restart()
    qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)
    assert desktop.theme.choice == "dark"


@pytest.mark.parametrize("page", PAGES)
def test_every_control_has_a_name_for_a_screen_reader(
    desktop: Desktop, window: MainWindow, qtbot: QtBot, page: str
) -> None:
    plan(desktop, qtbot)
    window.go(page)
    settle(qtbot, desktop)
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for each in window.shown_page().findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisible()
        and not each.objectName().startswith("qt_")
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_the_sample_is_removed_from_today_in_one_click(
    desktop: Desktop, window: MainWindow, qtbot: QtBot
) -> None:
    assert desktop.furnishing is not None
    assert desktop.furnishing.desk is not None
    desk = desktop.furnishing.desk
    sample = desk.services.sample
    desk.operations.carry_out(lambda _work: sample.add_one(), origin=window)
    settle(qtbot, desktop)
    window.go("today")
    press(window.today, "Remove the sample")
    settle(qtbot, desktop)
    assert titles(desktop) == []
    assert len(desk.services.people.ids()) == 0


CRASH = """
import os, signal, sys
from pathlib import Path
from cpd_desktop.adapters.log_file import start_log
start_log(Path(sys.argv[1]))
os.kill(os.getpid(), signal.SIGSEGV)
"""


def test_a_crash_of_last_time_is_told_once(
    start: Start, welcomed: DataFolder, caplog: pytest.LogCaptureFixture
) -> None:
    subprocess.run([sys.executable, "-c", CRASH, str(welcomed.logs)], check=False)
    first = start(welcomed)
    assert first.window is not None
    assert "ended unexpectedly" in first.window.banner.text.text()
    assert "The last run crashed" in caplog.text
    caplog.clear()
    first.window.hide()
    first.close()
    second = start(welcomed)
    assert second.window is not None
    assert not second.window.banner.isVisible()
