"""Beginning with a list, with everything from another computer, and with a new version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from cpd_desktop.adapters.keychains import Keychains
from cpd_desktop.app.core import opened
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import Updates, UsualRule
from cpd_desktop.services.work import Work
from cpd_desktop.store.folder import DataFolder
from cpd_desktop.ui.event_dialog import EventDialog
from cpd_desktop.ui.import_dialog import ImportDialog
from cpd_desktop.ui.settings.updates_panel import UpdatesPanel
from tests.app.conftest import is_ready
from tests.drafts import a_draft
from tests.fakes.releases import ReleaseSite, release_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.app.desktop import Desktop
    from cpd_desktop.services.services import Services

    Start = Callable[[DataFolder], Desktop]

WORDS = Secret("nine sheep jump over")


def core_of(desktop: Desktop) -> Services:
    assert desktop.furnishing is not None
    assert desktop.furnishing.core is not None
    return desktop.furnishing.core


def titles(desktop: Desktop) -> list[str]:
    events = core_of(desktop).events
    return [each.title for each in events.summaries(events.ids()).values()]


def shown(qtbot: QtBot, kind: type[QDialog]) -> Any:
    def look() -> list[QDialog]:
        found = QApplication.topLevelWidgets()
        return [each for each in found if isinstance(each, kind) and each.isVisible()]

    qtbot.waitUntil(lambda: bool(look()))
    return look()[0]


def test_a_spreadsheet_becomes_the_first_event_with_the_usual_rule(
    qtbot: QtBot, start: Start, welcomed: DataFolder, tmp_path: Path
) -> None:
    people = tmp_path / "Wound_care May.csv"
    people.write_text("Name,Email\nAnn Clark,ann@clinic.example\nTom Becker,tom@clinic.example\n")
    desktop = start(welcomed)
    core_of(desktop).settings.put(UsualRule("nasba"))
    assert desktop.furnishing is not None
    desktop.furnishing._commands.plan_for_list(str(people))
    shown(qtbot, EventDialog).accept_button.click()
    listed = shown(qtbot, ImportDialog)
    assert listed.heading.text() == people.name
    qtbot.waitUntil(listed.register_button.isEnabled, timeout=20_000)
    listed.register_button.click()
    core = core_of(desktop)
    qtbot.waitUntil(lambda: is_ready(desktop) and not listed_is_open(), timeout=20_000)
    assert titles(desktop) == ["Wound care May"]
    (event,) = core.events.ids()
    assert core.events.get(event).preset == "nasba"
    assert len(core.registrations.on(event)) == 2


def listed_is_open() -> bool:
    """Close the import when it has said what it did."""
    for each in QApplication.topLevelWidgets():
        if isinstance(each, ImportDialog) and each.isVisible():
            if not each._registering:
                each.reject()
            return True
    return False


def test_what_was_packed_elsewhere_takes_the_place_and_the_window_opens_again(
    qtbot: QtBot, start: Start, welcomed: DataFolder, tmp_path: Path
) -> None:
    elsewhere = DataFolder(tmp_path / "elsewhere")
    with opened(elsewhere, face="test", keychains=Keychains(elsewhere.vault)) as core:
        core.events.add(a_draft("From the other laptop"))
        core.moving.pack(tmp_path / "a.cpdmove", WORDS, Work())
    desktop = start(welcomed)
    core_of(desktop).events.add(a_draft("Made here"))
    window = desktop.window
    assert window is not None
    window.move_in(tmp_path / "a.cpdmove", WORDS)
    qtbot.waitUntil(lambda: desktop.window is not window and is_ready(desktop), timeout=20_000)
    assert titles(desktop) == ["From the other laptop"]
    saved = [each.manifest.reason for each in core_of(desktop).backups.list()]
    assert "before-restore" in saved


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ReleaseSite]:
    """Give a place for release notes, whose key came with the application."""
    with release_site() as made:
        (tmp_path / "updates").mkdir()
        (tmp_path / "updates" / "release.pub").write_bytes(made.public_key)
        monkeypatch.setattr("cpd_desktop.app.resources.resources", lambda: tmp_path)
        yield made


def wish(folder: DataFolder, wanted: Updates) -> None:
    with opened(folder, face="test", keychains=Keychains(folder.vault)) as core:
        core.settings.put(wanted)


def test_a_new_version_is_told_in_the_banner_if_it_is_wished(
    qtbot: QtBot, start: Start, welcomed: DataFolder, site: ReleaseSite
) -> None:
    site.publish("99.0")
    wish(welcomed, Updates(check=True, address=site.address))
    desktop = start(welcomed)
    window = desktop.window
    assert window is not None
    qtbot.waitUntil(lambda: "99.0 has come out" in window.banner.text.text(), timeout=20_000)
    button: QPushButton = window.banner.action
    assert button.text() == "What is new"
    qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)
    button.click()
    qtbot.waitUntil(lambda: is_ready(desktop), timeout=20_000)
    (panel,) = window.shown_page().findChildren(UpdatesPanel)
    assert panel.news.text().startswith("New in version 99.0")
    assert len(site.asked) == 1


def test_nobody_is_asked_for_a_new_version_unless_it_is_wished(
    qtbot: QtBot, start: Start, welcomed: DataFolder, site: ReleaseSite
) -> None:
    wish(welcomed, Updates(address=site.address))
    desktop = start(welcomed)
    done: list[object] = []
    assert desktop.furnishing is not None
    desktop.furnishing._updates.look()
    job = desktop.jobs.run(lambda _work: 1)
    job.succeeded.connect(done.append)
    qtbot.waitUntil(lambda: done == [1] and is_ready(desktop), timeout=20_000)
    assert site.asked == []
