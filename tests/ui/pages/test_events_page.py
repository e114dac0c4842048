"""The page of events: its filters, its views, its calendar."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QMessageBox, QPushButton

from cpd_desktop.domain.event_filter import EventFilter
from cpd_desktop.domain.events import EventStatus
from cpd_desktop.store.tables import event
from cpd_desktop.ui.pages.events import CALENDAR, LIST, EventsPage
from tests.certified import held_event
from tests.desk import desk_on
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.desk import TestDesk


@pytest.fixture
def desk(folder: DataFolder, clock: FixedClock, qapp: QApplication) -> Iterator[TestDesk]:
    with desk_on(folder, clock, qapp) as made:
        events = made.services.events
        for number, title in enumerate(("Wound care", "Airways", "Supervision")):
            events.add(a_draft(title, a_session(starts=STARTS + timedelta(days=number))))
        with made.services.db.writing("test") as tx:
            tx.update(event, 2, status=EventStatus.PUBLISHED)
        yield made


@pytest.fixture
def page(desk: TestDesk, qtbot: QtBot) -> EventsPage:
    made = EventsPage(desk)
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    desk.settle(qtbot)
    return made


def chip(page: EventsPage, text: str) -> Any:
    (found,) = [each for each in page.listing._filters.chips if each.text() == text]
    return found


def titles(page: EventsPage) -> list[str]:
    rows = page.listing._table.rows
    return [line[0] for line in rows.texts(range(rows.rowCount()))]


def choose(page: EventsPage, text: str) -> None:
    """Open the menu of views and choose a line of it."""
    menu = page.listing._views.menu()
    menu.aboutToShow.emit()
    (found,) = [each for each in menu.actions() if each.text() == text]
    found.trigger()


def answer(name: str) -> None:
    (asked,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QInputDialog) and each.isVisible()
    ]
    asked.setTextValue(name)
    asked.accept()


def test_the_chips_tell_how_many_there_are_and_list_them(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    assert titles(page) == ["Airways", "Supervision", "Wound care"]
    chip(page, "All (3)")
    chip(page, "Draft (2)").click()
    desk.settle(qtbot)
    assert titles(page) == ["Supervision", "Wound care"]
    chip(page, "Cancelled").click()
    desk.settle(qtbot)
    assert titles(page) == []
    assert page.listing._table.accessibleDescription() == ("No event fits these words and choices.")


def test_words_and_a_state_narrow_the_list_together(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    chip(page, "Draft (2)").click()
    QTest.keyClicks(page.listing._filters.search, "sup")
    QTest.keyClick(page.listing._filters.search, Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert titles(page) == ["Supervision"]
    chip(page, "Draft (1)")
    chip(page, "Published")


def test_a_view_keeps_the_filter_under_its_name_and_can_be_renamed_and_removed(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    chip(page, "Published (1)").click()
    choose(page, "Keep this filter as a view…")
    answer("What & when")
    desk.settle(qtbot)
    chip(page, "All (3)").click()
    desk.settle(qtbot)
    choose(page, "What && when")
    desk.settle(qtbot)
    assert titles(page) == ["Airways"]
    choose(page, "Rename “What && when”…")
    answer("Out")
    desk.settle(qtbot)
    chip(page, "Draft (2)").click()
    choose(page, "Keep “Out” as it is now")
    desk.settle(qtbot)
    (view,) = desk.services.saved_views.on("events")
    assert (view.name, view.filter) == ("Out", {"status": "draft"})
    choose(page, "Remove “Out”")
    desk.settle(qtbot)
    assert desk.services.saved_views.on("events") == []
    desk.operations.undo()
    desk.settle(qtbot)
    assert [each.name for each in desk.services.saved_views.on("events")] == ["Out"]
    assert desk.failures == []


def test_a_view_with_a_name_that_is_taken_says_so(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    desk.services.saved_views.add("events", "Out", {})
    choose(page, "Keep this filter as a view…")
    answer("Out")
    desk.settle(qtbot)
    (failure,) = desk.failures
    assert str(failure).startswith("There is a view called “Out”")


def test_rows_are_copied_as_a_spreadsheet_takes_them(page: EventsPage) -> None:
    page.listing.select(2)
    QTest.keyClick(page.listing._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\t")[0] == "Airways"


def test_hidden_columns_and_the_calendar_are_found_again(
    page: EventsPage, desk: TestDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    menu = page.listing._shown_columns.menu()
    menu.aboutToShow.emit()
    next(each for each in menu.actions() if each.text() == "Format").trigger()
    page._switch[CALENDAR].click()
    page.calendar.view.show_mode("week")
    kept = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page.keep_state(kept)
    again = EventsPage(desk)
    qtbot.addWidget(again)
    again.find_state(kept)
    desk.settle(qtbot)
    assert "format" in again.listing._shown_columns.hidden()
    assert again._ways.checkedId() == CALENDAR
    assert again.calendar.view.mode == "week"


def test_the_first_column_cannot_be_hidden(page: EventsPage) -> None:
    page.listing._shown_columns.hide_columns(["title", "zone", "nothing"])
    assert page.listing._shown_columns.hidden() == ["zone"]


def test_the_calendar_shows_the_sessions_of_its_days_at_the_time_of_this_computer(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    page._switch[CALENDAR].click()
    page.calendar.view.show_day(STARTS.date())
    desk.settle(qtbot)
    found = page.calendar.view._items[STARTS.date()]
    assert [(each.title, each.starts.hour, each.status) for each in found] == [
        ("Wound care", 15, "Draft")  # 14:00 UTC in Berlin
    ]
    page.calendar.view.show_day(date(2027, 6, 1))
    desk.settle(qtbot)
    assert page.calendar.view._items == {}


def test_a_session_on_the_calendar_opens_its_event_and_back_leads_to_the_calendar(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    page._switch[CALENDAR].click()
    desk.settle(qtbot)
    page.calendar.view.chosen.emit(2)
    desk.settle(qtbot)
    assert page.selected_event() == 2
    page.workspace.left.emit()
    desk.settle(qtbot)
    assert page.calendar.isVisible()
    assert page.selected_event() is None


def test_an_empty_day_on_the_calendar_asks_for_a_new_event_there(
    page: EventsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.new_on_asked) as asked:
        page.calendar.view.day_chosen.emit(date(2026, 12, 24))
    assert asked.args == [date(2026, 12, 24)]


def test_looking_for_words_leads_from_the_calendar_to_the_list(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    page._switch[CALENDAR].click()
    page.focus_search()
    desk.settle(qtbot)
    assert page._ways.checkedId() == LIST
    assert page.listing.isVisible()


def test_without_any_event_the_page_offers_the_first(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    events = desk.services.events
    events.trash([1, 2, 3])
    events.empty_trash([1, 2, 3])
    page.refresh()
    desk.settle(qtbot)
    assert page.listing._first.isVisible()
    events.add(a_draft())
    page.refresh()
    assert not page.listing._first.isVisible()


def test_a_stage_of_an_event_can_be_led_to(page: EventsPage, desk: TestDesk, qtbot: QtBot) -> None:
    page.open_item(1)
    page.open_part("register")
    desk.settle(qtbot)
    assert page.workspace._stack.currentIndex() == 1


def test_a_filter_whose_tag_is_gone_still_shows_what_was_chosen(
    page: EventsPage, desk: TestDesk, qtbot: QtBot
) -> None:
    page.listing._filters.show_filter(EventFilter(tag="Gone"))
    desk.settle(qtbot)
    assert page.listing._filters.chosen() == EventFilter(tag="Gone")
    assert titles(page) == []
    assert json.dumps(EventFilter(tag="Gone").kept()) == '{"tag": "Gone"}'


def removing(page: EventsPage, desk: TestDesk, qtbot: QtBot) -> QMessageBox:
    """Choose everything in the trash, and ask to have it removed for good."""
    page.listing._filters.chips[-1].click()
    desk.settle(qtbot)
    page.listing._table.selectAll()
    page.listing._remove.click()
    desk.settle(qtbot)
    (asked,) = [each for each in page.findChildren(QMessageBox) if each.isVisible()]
    return asked


def press(asked: QMessageBox, text: str) -> None:
    (found,) = [each for each in asked.findChildren(QPushButton) if each.text() == text]
    found.click()


def test_of_the_trash_only_what_no_certificate_keeps_can_be_removed_for_good(
    page: EventsPage, desk: TestDesk, qtbot: QtBot, clock: FixedClock
) -> None:
    certified = held_event(desk.services, clock, "Ada Byron", "Tom Becker")
    certified.issue()
    desk.services.events.trash([1, certified.event])
    asked = removing(page, desk, qtbot)
    assert asked.text() == "Delete 1 event(s) for good?"
    assert asked.informativeText().endswith(
        "Not deleted: 1 event(s) with certificates. "
        "What was issued must stay provable: 2 certificate(s)."
    )
    press(asked, "Delete for good")
    desk.settle(qtbot)
    assert list(desk.services.events.ids(trashed=True)) == [certified.event]

    told = removing(page, desk, qtbot)
    assert told.text() == "Not deleted: 1 event(s) with certificates."
    assert [each.text() for each in told.findChildren(QPushButton)] == ["Close"]
    press(told, "Close")
    desk.settle(qtbot)
    assert list(desk.services.events.ids(trashed=True)) == [certified.event]
    assert desk.failures == []
