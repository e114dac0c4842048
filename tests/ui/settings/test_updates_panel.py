from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.release_notes import SignedReleaseNotes
from cpd_desktop.domain.settings import Updates as UpdateSettings
from cpd_desktop.services.updates import Updates
from cpd_desktop.ui.settings.updates_panel import UpdatesPanel
from tests.desk import TestDesk, desk_on
from tests.fakes.releases import PAGE, ReleaseSite, release_site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock


@dataclass
class NotedBrowser:
    works: bool = True
    opened: list[str] = field(default_factory=list)

    def open(self, address: str) -> bool:
        self.opened.append(address)
        return self.works


@pytest.fixture
def site() -> Iterator[ReleaseSite]:
    with release_site() as made:
        yield made


@pytest.fixture
def browser() -> NotedBrowser:
    return NotedBrowser()


@pytest.fixture
def desk(
    folder: DataFolder,
    clock: FixedClock,
    qapp: QApplication,
    site: ReleaseSite,
    browser: NotedBrowser,
    tmp_path: Path,
) -> Iterator[TestDesk]:
    key = tmp_path / "release.pub"
    key.write_bytes(site.public_key)
    with desk_on(folder, clock, qapp) as made:
        services = made.services
        services.settings.put(UpdateSettings(address=site.address))
        notes = SignedReleaseNotes(key, NetworkLogFile(folder.logs), clock)
        services.__dict__["updates"] = Updates(folder, services.settings, notes, browser, clock)
        yield made


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> Iterator[UpdatesPanel]:
    panel = UpdatesPanel(desk)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    panel.close()
    desk.settle(qtbot)


def test_what_is_new_is_shown_and_its_download_opened_in_the_browser(
    qtbot: QtBot, desk: TestDesk, panel: UpdatesPanel, site: ReleaseSite, browser: NotedBrowser
) -> None:
    assert not panel.open_button.isVisible()
    assert site.asked == [], "opening the page asks nobody"
    site.publish("99.1", changes=["Faster", "Calmer"])
    panel.look_button.click()
    desk.settle(qtbot)
    assert panel.news.text() == "New in version 99.1, of Fri 20 Nov 2026"
    assert panel.changes.text() == "• Faster\n• Calmer"
    assert panel.address.text() == PAGE
    panel.open_button.click()
    desk.settle(qtbot)
    assert browser.opened == [PAGE]
    assert "your data stays" in panel.note.text()
    browser.works = False
    panel.open_button.click()
    desk.settle(qtbot)
    assert panel.note.property("tone") == "warn"


def test_an_altered_note_and_no_answer_are_said_where_it_was_asked(
    qtbot: QtBot, desk: TestDesk, panel: UpdatesPanel, site: ReleaseSite
) -> None:
    site.publish("99.1")
    site.content = site.content.replace(b"99.1", b"99.2")
    panel.look_button.click()
    desk.settle(qtbot)
    assert "was ignored" in panel.note.text()
    assert not panel.open_button.isVisible()
    site.status = 503
    panel.look_button.click()
    desk.settle(qtbot)
    assert "cannot be fetched" in panel.note.text()
    assert desk.failures == []


def test_the_latest_version_has_nothing_newer(
    qtbot: QtBot, desk: TestDesk, panel: UpdatesPanel, site: ReleaseSite
) -> None:
    site.publish("0.0.1")
    panel.look_button.click()
    desk.settle(qtbot)
    assert panel.note.text() == "There is no newer version."
