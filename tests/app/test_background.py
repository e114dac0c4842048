"""The icon, the news and the start with the session are there only for who wishes them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from cpd_desktop.app.background import Background
from cpd_desktop.domain.lifecycle import Move
from cpd_desktop.domain.settings import Background as Wishes
from cpd_desktop.ui.main_window import MainWindow
from tests.desk import desk_on
from tests.drafts import STARTS, a_draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk


class ByThePerson(QCloseEvent):
    """A window closed by its button, as the window system tells it."""

    def spontaneous(self) -> bool:
        return True


@pytest.fixture
def desk(
    folder: DataFolder, clock: FixedClock, qapp: QApplication, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Iterator[TestDesk]:  # fmt: skip
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    with desk_on(folder, clock, qapp) as made:
        yield made


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    said: list[str] = []

    def show(_icon: QSystemTrayIcon, title: str, text: str, *_: Any) -> None:
        said.append(f"{title}: {text}")

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return said


@pytest.fixture
def window(desk: TestDesk, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = MainWindow(desk.theme, kept)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def background(desk: TestDesk, window: MainWindow) -> Iterator[Background]:
    made = Background(desk.services, desk.jobs, window, desk.theme)
    yield made
    made.end()


def wish(desk: TestDesk, background: Background, qtbot: QtBot, **wishes: bool) -> None:
    settings = desk.services.settings
    settings.put(replace(settings.get(Wishes), **wishes))
    background.look()
    qtbot.waitUntil(lambda: not desk.jobs.live)


def close(window: MainWindow) -> QCloseEvent:
    event = ByThePerson()
    window.closeEvent(event)
    return event


def test_without_a_wish_there_is_no_icon_and_closing_ends_it(
    desk: TestDesk, background: Background, window: MainWindow, qtbot: QtBot
) -> None:
    wish(desk, background, qtbot)
    assert background.icon is None
    assert close(window).isAccepted()
    assert QApplication.quitOnLastWindowClosed()


def test_closing_leaves_the_icon_and_says_so_once(
    desk: TestDesk, background: Background, window: MainWindow, qtbot: QtBot, told: list[str]
) -> None:
    wish(desk, background, qtbot, icon=True, keeps_running=True)
    for _ in range(2):
        window.show()
        assert not close(window).isAccepted()
        assert not window.isVisible()
    assert [each for each in told if "goes on running" in each] == told
    assert len(told) == 1
    qtbot.waitUntil(lambda: not desk.jobs.live)
    assert desk.services.settings.get(Wishes).was_told


def test_quitting_from_the_icon_closes_the_window(
    desk: TestDesk, background: Background, window: MainWindow, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    wish(desk, background, qtbot, icon=True, keeps_running=True)
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda *_: ended.append(True))
    close(window)
    assert background.icon is not None
    (quit_,) = [a for a in background.icon.contextMenu().actions() if a.text() == "Quit"]
    with qtbot.waitSignal(window.closing):
        quit_.trigger()
    qtbot.waitUntil(lambda: ended == [True])


def test_without_a_place_for_icons_the_window_is_never_lost(
    desk: TestDesk, background: Background, window: MainWindow, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    wish(desk, background, qtbot, icon=True, keeps_running=True)
    assert close(window).isAccepted()


def test_what_is_due_is_told_once(
    desk: TestDesk, background: Background, qtbot: QtBot, clock: FixedClock, told: list[str]
) -> None:
    event = desk.services.events.add(a_draft("Spinal care")).value
    desk.services.lifecycle.move(event.id, Move.PUBLISH)
    clock.at = STARTS.replace(day=STARTS.day + 1)
    wish(desk, background, qtbot, notifies=True)
    (said,) = told
    assert "Fetch the report of “Spinal care”" in said
    assert "Issue and send the certificates of “Spinal care”" in said
    background.look()
    qtbot.waitUntil(lambda: not desk.jobs.live)
    assert len(told) == 1


def test_the_start_with_the_session_follows_the_wish(
    desk: TestDesk, background: Background, qtbot: QtBot
) -> None:
    start = desk.services.outside.session_start
    wish(desk, background, qtbot, with_session=True)
    assert start.is_on()
    wish(desk, background, qtbot, with_session=False)
    assert not start.is_on()
