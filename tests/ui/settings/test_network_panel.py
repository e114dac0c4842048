from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.ui.settings.network_panel import MOST, NetworkPanel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.desk import TestDesk


AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
API = "https://api.zoom.us/v2"


def shown(qtbot: QtBot, desk: TestDesk) -> NetworkPanel:
    panel = NetworkPanel(desk)
    qtbot.addWidget(panel)
    panel.show()
    desk.settle(qtbot)
    return panel


def note(desk: TestDesk, path: str, minute: int = 0, status: int | None = 200) -> None:
    at = AT + timedelta(minutes=minute)
    outcome = "" if status else "ConnectTimeout"
    call = NetworkCall(at, "Zoom", "GET", f"{API}{path}", status, 0.25, outcome)
    desk.services.network_log.note(call)


def test_at_first_it_says_that_nothing_was_contacted(qtbot: QtBot, desk: TestDesk) -> None:
    panel = shown(qtbot, desk)
    assert panel.none.isVisible()
    assert not panel.table.isVisible()
    assert not panel.copy_button.isEnabled()


def test_each_call_is_listed_with_what_it_was_for_the_newest_first(
    qtbot: QtBot, desk: TestDesk
) -> None:
    note(desk, "/past_meetings/1/participants?page_size=300")
    note(desk, "/meetings/1/registrants", 1, None)
    panel = shown(qtbot, desk)
    assert panel.table.rows_to_copy() == [
        [
            *("Sat 21 Nov 2026, 10:01", "Zoom: registrations", "ConnectTimeout"),
            *("0.25 s", "GET", f"{API}/meetings/1/registrants"),
        ],
        [
            *("Sat 21 Nov 2026, 10:00", "Zoom: who came", "200"),
            *("0.25 s", "GET", f"{API}/past_meetings/1/participants?page_size=…"),
        ],
    ]


@pytest.mark.parametrize(
    ("path", "purpose"),
    [
        ("/users/me", "profile"),
        ("/users/me/meetings", "meetings"),
        ("/users/me/webinars", "webinars"),
        ("/report/meetings/1/participants", "who came"),
        ("/meetings/1/recordings", "recordings"),
        ("/else", "other"),
    ],
)
def test_the_purpose_is_told_in_words(
    qtbot: QtBot, desk: TestDesk, path: str, purpose: str
) -> None:
    note(desk, path)
    panel = shown(qtbot, desk)
    assert panel.table.rows_to_copy()[0][1] == f"Zoom: {purpose}"


def test_calls_that_come_later_appear_by_looking_again_and_only_so_many(
    qtbot: QtBot, desk: TestDesk
) -> None:
    panel = shown(qtbot, desk)
    for minute in range(MOST + 5):
        note(desk, f"/meetings/{minute}", minute)
    panel.look_button.click()
    desk.settle(qtbot)
    rows = panel.table.rows_to_copy()
    assert len(rows) == MOST
    assert rows[0][-1] == f"{API}/meetings/{MOST + 4}"


def test_the_selected_rows_are_copied_by_the_keyboard_or_all_by_the_button(
    qtbot: QtBot, desk: TestDesk
) -> None:
    for minute in range(3):
        note(desk, f"/meetings/{minute}", minute)
    panel = shown(qtbot, desk)
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.split("\t")[-1] == f"{API}/meetings/1"
    assert panel.note.text() == "The calls were copied."
    panel.table.clearSelection()
    panel.copy_button.click()
    assert len(QGuiApplication.clipboard().text().splitlines()) == 3
