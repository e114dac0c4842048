"""The first page leads to where each thing is settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea

from cpd_desktop.domain.today import (
    KEYS_NOT_BACKED_UP,
    MORE_ENDED,
    NO_BACKUP,
    OVER_FULL,
    Need,
    Today,
)
from cpd_desktop.ui.pages.today import MOST_SHOWN, TodayPage
from tests.drafts import STARTS

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FULL = OVER_FULL.filled(registered=2, capacity=1)


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    made = TodayPage()
    qtbot.addWidget(made)
    return made


def show(page: TodayPage, *needs: Need) -> list[QPushButton]:
    page.show_today(Today(None, needs, 3, 2, 1, 0), STARTS)
    assert page._content is not None
    return [each for each in page._content.findChildren(QPushButton) if each.text() != "New event"]


def texts(page: TodayPage) -> list[str]:
    assert page._content is not None
    return [each.text() for each in page._content.findChildren(QLabel)]


@pytest.mark.parametrize(
    ("part", "words"), [("register", "Open Register"), ("plan", "Open Plan"), ("", "Open")]
)
def test_a_need_of_an_event_leads_to_its_stage(
    page: TodayPage, qtbot: QtBot, part: str, words: str
) -> None:
    (settle,) = show(page, Need("event", "Wound care", FULL, 7, part))
    assert settle.text() == words
    assert settle.accessibleName() == "Open Wound care"
    with qtbot.waitSignal(page.event_chosen) as chosen:
        settle.click()
    assert chosen.args == [7, part]


def test_needs_of_no_single_event_lead_to_their_page(page: TodayPage, qtbot: QtBot) -> None:
    backup = Need("backup", "", NO_BACKUP.filled(n=9))
    ended = Need("events", "", MORE_ENDED.filled(n=4))
    pages: list[str] = []
    page.page_chosen.connect(pages.append)
    for settle in show(page, backup, ended):
        settle.click()
    assert pages == ["settings", "events"]
    assert {"Backups", "Events"} <= set(texts(page))


def test_keys_at_risk_lead_to_where_they_are_backed_up(page: TodayPage, qtbot: QtBot) -> None:
    (settle,) = show(page, Need("keys", "", KEYS_NOT_BACKED_UP))
    assert settle.text() == "Back up…"
    assert "Signing keys" in texts(page)
    with qtbot.waitSignal(page.settings_asked) as asked:
        settle.click()
    assert asked.args == ["keys"]


def test_more_than_can_be_read_at_once_is_counted(page: TodayPage) -> None:
    needs = [Need("event", f"Event {number}", FULL, number) for number in range(MOST_SHOWN + 3)]
    assert len(show(page, *needs)) == MOST_SHOWN
    assert "And 3 more." in texts(page)


def test_what_does_not_fit_the_window_can_be_scrolled_to(page: TodayPage) -> None:
    needs = [Need("event", f"Event {number}", FULL, number) for number in range(MOST_SHOWN)]
    show(page, *needs)
    page.let_scroll()
    page.resize(600, 300)
    page.show()
    (area,) = page.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0


def test_what_is_painted_stays_where_it_is_when_it_may_be_scrolled(
    page: TodayPage, qtbot: QtBot
) -> None:
    page.resize(900, 700)
    page.show()
    show(page, Need("event", "Wound care", FULL, 1))
    qtbot.wait(1)
    before = places(page)
    page.let_scroll()
    qtbot.waitUntil(lambda: places(page) == before)
    assert "Wound care" in before


def places(page: TodayPage) -> dict[str, QPoint]:
    return {
        each.text(): each.mapTo(page, QPoint())
        for each in page.findChildren(QLabel)
        if each.isVisible()
    }
