"""Help opens the manual about what is shown, and says where it lies if nothing opens it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened as core_of
from cpd_desktop.ui.manual import ABOUT
from cpd_desktop.ui.pages.event import STAGES
from cpd_desktop.ui.pages.events import EventsPage
from tests.drafts import a_draft, a_session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QUrl

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.store.folder import DataFolder


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Give the files that were opened; none is."""
    found: list[Path] = []

    def open_url(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def manual_of(desktop: Desktop, folder: Path) -> None:
    """Let the manual lie in this folder, with every page that the window knows of."""
    folder.mkdir()
    for name in ("index", *ABOUT.values()):
        (folder / f"{name}.html").write_text("<!doctype html>")
    assert desktop.furnishing is not None
    commands = desktop.furnishing._commands
    commands._desk = replace(commands._desk, manual=folder)


def ask_for_help(desktop: Desktop) -> None:
    assert desktop.furnishing is not None
    assert desktop.furnishing.desk is not None
    desktop.furnishing.desk.actions.run("manual")


def test_help_opens_the_page_about_what_is_shown(
    start: Callable[[DataFolder], Desktop],
    welcomed: DataFolder,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    desktop = start(welcomed)
    manual_of(desktop, tmp_path / "manual")
    assert desktop.window is not None
    for page in ("today", "people", "settings"):
        desktop.window.go(page)
        ask_for_help(desktop)

    assert [each.name for each in opened] == ["index.html", "people.html", "settings.html"]
    assert not desktop.window.banner.isVisible()


def test_help_opens_the_page_about_the_stage_of_an_event(
    start: Callable[[DataFolder], Desktop],
    welcomed: DataFolder,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    with core_of(welcomed, face="test", keychains=Keychains(welcomed.vault)) as core:
        event = core.events.add(a_draft("Wound care", a_session("Dressings"))).value.id
    desktop = start(welcomed)
    manual_of(desktop, tmp_path / "manual")
    assert desktop.window is not None
    desktop.window.go("events", event)
    page = desktop.window.shown_page()
    assert isinstance(page, EventsPage)
    for stage in STAGES:
        page.workspace.open_stage(stage)
        ask_for_help(desktop)
    page.workspace.left.emit()
    ask_for_help(desktop)

    told = ["plan", "register", "zoom", "attendance", "certificates", "mail", "plan"]
    assert [each.stem for each in opened] == told


def test_help_says_where_the_manual_lies_if_nothing_opens_it(
    start: Callable[[DataFolder], Desktop],
    welcomed: DataFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    desktop = start(welcomed)
    manual_of(desktop, tmp_path / "manual")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    assert desktop.window is not None
    desktop.window.go("people")
    ask_for_help(desktop)

    assert str(tmp_path / "manual" / "people.html") in desktop.window.banner.text.text()
