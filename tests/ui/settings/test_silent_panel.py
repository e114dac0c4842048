"""Whoever wants no news is on a list that a person keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cpd_desktop.ui.settings.silent_panel import SilentPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


@pytest.fixture
def panel(qtbot: QtBot, desk: TestDesk) -> SilentPanel:
    desk.services.outbox.silence("zoe@clinic.example")
    made = SilentPanel(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: shown(made) == ["zoe@clinic.example"])
    return made


def shown(panel: SilentPanel) -> list[str]:
    return [panel.listed.item(row).text() for row in range(panel.listed.count())]


def test_an_address_is_added_as_it_is_mailed(
    qtbot: QtBot, desk: TestDesk, panel: SilentPanel
) -> None:
    assert not panel.add.isEnabled()
    QTest.keyClicks(panel.address, " Anna@Clinic.Example ")
    QTest.keyClick(panel.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(panel) == ["anna@clinic.example", "zoe@clinic.example"])
    assert desk.services.outbox.silent() == shown(panel)
    assert panel.address.text() == ""


def test_what_is_no_address_is_refused_in_words(
    qtbot: QtBot, desk: TestDesk, panel: SilentPanel
) -> None:
    QTest.keyClicks(panel.address, "anna at clinic")
    panel.add.click()
    qtbot.waitUntil(lambda: "anna at clinic" in panel.note.text())
    assert desk.services.outbox.silent() == ["zoe@clinic.example"]


def test_whoever_wants_news_after_all_is_taken_off(
    qtbot: QtBot, desk: TestDesk, panel: SilentPanel
) -> None:
    assert not panel.remove.isEnabled()
    panel.listed.selectAll()
    panel.remove.click()
    qtbot.waitUntil(lambda: shown(panel) == [])
    assert desk.services.outbox.silent() == []
    assert panel.empty.isVisible()
