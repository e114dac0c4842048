from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget

from cpd_desktop.ui.calendar_view import CalendarItem, CalendarView
from cpd_desktop.ui.theme import Theme
from tests.ui.pseudo import clipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from cpd_desktop.ui.calendar_grid import CalendarGrid, Mark
    from cpd_desktop.ui.widgets import Tone

    Stage = Callable[..., QWidget]

# ruff: noqa: DTZ001 - a calendar shows local times
ICONS = Path(__file__).parents[2] / "resources" / "icons"
TODAY = date(2026, 10, 13)
CONTROL = Qt.KeyboardModifier.ControlModifier


def item(
    number: int, starts: datetime, hours: float = 2, title: str = "", tone: Tone = "info"
) -> CalendarItem:
    return CalendarItem(
        id=number,
        event_id=number * 10,
        title=title or f"Session {number}",
        starts=starts,
        ends=starts + timedelta(hours=hours),
        status="Published",
        detail="Room 4",
        tone=tone,
    )


AIRWAY = item(1, datetime(2026, 10, 13, 18), title="Airway management")
RECORDS = item(2, datetime(2026, 10, 13, 19), title="Record keeping")
NIGHT = item(3, datetime(2026, 10, 14, 22), 20, title="Night shift")


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    palette = qapp.palette()
    theme = Theme(ICONS, "light")
    yield theme
    theme.choice = "system"
    qapp.setStyleSheet("")
    qapp.setPalette(palette)


@pytest.fixture
def view(theme: Theme, stage: Stage, qtbot: QtBot) -> CalendarView:
    made = CalendarView(theme, TODAY)
    stage(made).resize(1000, 620)
    made.show_items([AIRWAY, RECORDS, NIGHT])
    made.month.setFocus()
    qtbot.waitUntil(made.month.hasFocus)
    return made


def marks(grid: CalendarGrid) -> list[Mark]:
    return grid.placed()


def middle_of(grid: CalendarGrid, wanted: CalendarItem) -> QPoint:
    return next(mark.area.center() for mark in marks(grid) if mark.item == wanted)


def empty_spot(view: CalendarView, day: date) -> QPoint:
    cell = dict(view.month._cells())[day]
    return cell.bottomRight() - QPoint(8, 8)


def test_arrows_move_the_day_and_the_month_follows(view: CalendarView) -> None:
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up)
    days = []
    for key in keys:
        QTest.keyClick(view.month, key)
        days.append(view.day)
    assert [f"{day:%d.%m.}" for day in days] == ["14.10.", "21.10.", "20.10.", "13.10."]
    for _ in range(3):
        QTest.keyClick(view.month, Qt.Key.Key_Down)
    assert view.day == date(2026, 11, 3)
    assert view._title.text() == "November 2026"


def test_page_keys_move_the_period_and_t_comes_back(view: CalendarView) -> None:
    QTest.keyClick(view.month, Qt.Key.Key_PageDown)
    QTest.keyClick(view.month, Qt.Key.Key_PageDown)
    QTest.keyClick(view.month, Qt.Key.Key_PageUp)
    assert view.day == date(2026, 11, 13)
    QTest.keyClick(view.month, Qt.Key.Key_T)
    assert view.day == TODAY
    view.show_mode("week")
    QTest.keyClick(view.week, Qt.Key.Key_PageDown)
    assert view.day == date(2026, 10, 20)
    view.show_mode("agenda")
    QTest.keyClick(view.agenda, Qt.Key.Key_PageDown)
    QTest.keyClick(view.agenda, Qt.Key.Key_T)
    assert view.day == TODAY


def test_enter_opens_the_session_in_focus_and_offers_an_empty_day(
    view: CalendarView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(view.chosen) as opened:
        QTest.keyClick(view.month, Qt.Key.Key_Return)
    assert opened.args == [AIRWAY.event_id]
    QTest.keyClick(view.month, Qt.Key.Key_Down, CONTROL)
    with qtbot.waitSignal(view.chosen) as opened:
        QTest.keyClick(view.month, Qt.Key.Key_Enter)
    assert opened.args == [RECORDS.event_id]
    QTest.keyClick(view.month, Qt.Key.Key_Left)
    with qtbot.waitSignal(view.day_chosen) as offered:
        QTest.keyClick(view.month, Qt.Key.Key_Return)
    assert offered.args == [date(2026, 10, 12)]


def test_the_mouse_opens_sessions_and_offers_empty_days(view: CalendarView, qtbot: QtBot) -> None:
    port, left = view.month.viewport(), Qt.MouseButton.LeftButton
    with qtbot.waitSignal(view.chosen) as opened:
        QTest.mouseDClick(port, left, pos=middle_of(view.month, RECORDS))
    assert opened.args == [RECORDS.event_id]
    day = date(2026, 10, 28)
    QTest.mouseClick(port, left, pos=empty_spot(view, day))
    assert view.day == day
    with qtbot.waitSignal(view.day_chosen) as offered:
        QTest.mouseDClick(port, left, pos=empty_spot(view, day))
    assert offered.args == [day]


def test_a_click_on_a_session_puts_the_focus_on_it(view: CalendarView) -> None:
    QTest.mouseClick(
        view.month.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view.month, RECORDS)
    )
    assert view.month.item == RECORDS


def test_the_page_is_asked_for_just_the_days_that_come_into_view(
    view: CalendarView, qtbot: QtBot
) -> None:
    assert view.shown_range() == (date(2026, 9, 28), date(2026, 11, 1))
    with qtbot.assertNotEmitted(view.range_changed):
        view.show_day(date(2026, 10, 1))
    with qtbot.waitSignal(view.range_changed) as asked:
        view.go_on()
    assert asked.args == [date(2026, 10, 26), date(2026, 12, 6)]
    view.show_day(TODAY)
    with qtbot.waitSignal(view.range_changed) as asked:
        view.show_mode("week")
    assert asked.args == [date(2026, 10, 12), date(2026, 10, 18)]
    with qtbot.waitSignal(view.range_changed) as asked:
        view.show_mode("agenda")
    assert asked.args == [date(2026, 10, 1), date(2026, 10, 31)]


def test_the_week_begins_where_the_country_begins_it(theme: Theme, stage: Stage) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    view = CalendarView(theme, TODAY)
    stage(view)
    assert view.month.weeks[0][0] == date(2026, 9, 27)
    assert view.shown_range()[0] == date(2026, 9, 27)


def test_a_full_day_leads_to_its_list(view: CalendarView, qtbot: QtBot) -> None:
    busy = [item(n, datetime(2026, 10, 21, 9, n)) for n in range(30)]
    view.show_items([AIRWAY, *busy])
    shown = [mark for mark in marks(view.month) if mark.day == date(2026, 10, 21)]
    more = shown[-1]
    assert more.item is None
    assert more.hidden + len(shown) - 1 == 30
    assert all(not one.area.intersects(two.area) for one in shown for two in shown if one != two)
    QTest.mouseClick(view.month.viewport(), Qt.MouseButton.LeftButton, pos=more.area.center())
    assert view.mode == "agenda"
    assert view.day == more.day
    assert view.agenda.currentItem().text().startswith("09:00")
    with qtbot.waitSignal(view.chosen) as opened:
        QTest.keyClick(view.agenda, Qt.Key.Key_Return)
    assert opened.args == [0]


def test_enter_on_a_session_without_room_leads_to_the_list(view: CalendarView) -> None:
    view.show_items([item(n, datetime(2026, 10, 13, 9, n)) for n in range(30)])
    for _ in range(20):
        QTest.keyClick(view.month, Qt.Key.Key_Down, CONTROL)
    QTest.keyClick(view.month, Qt.Key.Key_Return)
    assert view.mode == "agenda"


def test_a_session_of_two_days_stands_on_both_on_one_line(view: CalendarView) -> None:
    both = [mark for mark in marks(view.month) if mark.item == NIGHT]
    assert [mark.day.day for mark in both] == [14, 15]
    assert both[0].area.top() == both[1].area.top()
    view.show_mode("week")
    both = [mark for mark in marks(view.week) if mark.item == NIGHT]
    assert [mark.day.day for mark in both] == [14, 15]


def test_overlapping_sessions_share_the_day_of_the_week(view: CalendarView) -> None:
    view.show_mode("week")
    one, two = (mark.area for mark in marks(view.week) if mark.day == TODAY)
    assert not one.intersects(two)
    assert one.top() < two.top() < one.bottom()
    assert one.right() < two.left()


def test_even_in_a_narrow_week_two_sessions_stand_side_by_side(view: CalendarView) -> None:
    view.window().resize(640, 480)
    view.show_mode("week")
    shown = [mark.item for mark in marks(view.week) if mark.day == TODAY]
    assert shown == [AIRWAY, RECORDS]


def test_a_long_session_keeps_its_text_in_sight_while_the_hours_scroll(
    view: CalendarView,
) -> None:
    view.show_items([item(1, datetime(2026, 10, 13), 24)])
    view.show_mode("week")
    view.week.verticalScrollBar().setValue(view.week.verticalScrollBar().maximum())
    (mark,) = marks(view.week)
    assert mark.area.top() > 0


def test_the_week_scrolls_to_the_session_that_gets_the_focus(view: CalendarView) -> None:
    late = item(9, datetime(2026, 10, 13, 23), 0.5)
    view.show_items([item(8, datetime(2026, 10, 13, 7)), late])
    view.show_mode("week")
    view.week.setFocus()
    bar = view.week.verticalScrollBar()
    bar.setValue(0)
    QTest.keyClick(view.week, Qt.Key.Key_Down, CONTROL)
    assert view.week.viewport().rect().contains(middle_of(view.week, late))
    QTest.keyClick(view.week, Qt.Key.Key_Up, CONTROL)
    assert bar.value() <= bar.maximum()


def test_a_screen_reader_hears_the_day_and_the_session(view: CalendarView) -> None:
    assert view.month.accessibleName() == "Month calendar"
    assert view.month.accessibleDescription() == (
        "Tuesday, 13 October 2026, today: session 1 of 2, "
        "18:00–20:00 · Airway management · Published · Room 4"  # noqa: RUF001
    )
    QTest.keyClick(view.month, Qt.Key.Key_Left)
    assert view.month.accessibleDescription() == "Monday, 12 October 2026: no sessions"
    for each in view.findChildren(QPushButton):
        assert len(each.accessibleName()) > 1


def pixels(grid: CalendarGrid) -> QImage:
    return grid.viewport().grab().toImage()


def test_today_is_told_by_its_shape_and_not_by_its_colour_alone(
    view: CalendarView, theme: Theme
) -> None:
    view.show_items([])
    view.show_day(date(2026, 10, 28))
    marked = pixels(view.month).convertToFormat(pixels(view.month).Format.Format_Mono)
    view.show_today(date(2027, 1, 1))
    plain = pixels(view.month).convertToFormat(pixels(view.month).Format.Format_Mono)
    assert marked != plain, "in black and white today looks like any other day"


def test_cancelled_and_draft_sessions_look_different_without_any_colour(
    view: CalendarView, theme: Theme
) -> None:
    theme._tokens = replace(
        theme.tokens,
        bad=theme.tokens.info,
        bad_soft=theme.tokens.info_soft,
        neutral=theme.tokens.info,
        neutral_soft=theme.tokens.info_soft,
    )
    seen = []
    tones: tuple[Tone, ...] = ("info", "bad", "neutral")
    for tone in tones:
        view.show_items([item(5, datetime(2026, 10, 20, 9), tone=tone)])
        seen.append(pixels(view.month))
    assert seen[0] != seen[1] != seen[2] != seen[0]


def test_the_colours_follow_the_theme(view: CalendarView, theme: Theme, qtbot: QtBot) -> None:
    before = pixels(view.month)
    theme.choice = "dark"
    qtbot.waitUntil(lambda: pixels(view.month) != before)
    assert pixels(view.month).pixelColor(2, 2).name() == theme.tokens.surface


@pytest.mark.qt_log_ignore("does not support raise", "does not support propagateSizeHints")
def test_a_tip_tells_what_was_cut_short(view: CalendarView, qtbot: QtBot) -> None:
    port, at = view.month.viewport(), middle_of(view.month, AIRWAY)
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    qtbot.waitUntil(lambda: "Airway management" in QToolTip.text())
    QToolTip.hideText()


def test_the_numbers_of_the_weeks_can_be_shown(view: CalendarView) -> None:
    before = dict(view.month._cells())[TODAY].width()
    view.show_week_numbers(shown=True)
    assert dict(view.month._cells())[TODAY].width() < before


def test_in_languages_from_right_to_left_the_week_runs_so_too(
    view: CalendarView, qtbot: QtBot
) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    cells = dict(view.month._cells())
    assert cells[date(2026, 10, 12)].left() > cells[TODAY].left()
    QTest.keyClick(view.month, Qt.Key.Key_Left)
    assert view.day == date(2026, 10, 14)
    view.show_mode("week")
    for mark in marks(view.week):
        assert view.week.day_at(QPoint(mark.area.center().x(), 100)) == mark.day


def test_the_agenda_tells_every_session_in_words(view: CalendarView) -> None:
    view.show_mode("agenda")
    lines = [view.agenda.item(row).text() for row in range(view.agenda.count())]
    assert lines[:3] == [
        "Tuesday, 13 October 2026 · Today",
        "18:00–20:00 · Airway management · Published · Room 4",  # noqa: RUF001
        "19:00–21:00 · Record keeping · Published · Room 4",  # noqa: RUF001
    ]
    QTest.keyClick(view.agenda, Qt.Key.Key_Down)
    QTest.keyClick(view.agenda, Qt.Key.Key_Down)
    assert view.day == date(2026, 10, 14), "the day follows the list"


@pytest.mark.parametrize("mode", ["month", "week", "agenda"])
def test_an_empty_month_and_a_narrow_window_are_drawn(
    view: CalendarView, mode: str, qtbot: QtBot
) -> None:
    view.show_items([])
    view.show_mode(mode)  # type: ignore[arg-type] # one of the three
    view.window().resize(640, 400)
    QApplication.processEvents()
    view.grab()
    assert clipped(view) == []


def test_hostile_titles_stay_on_their_line(view: CalendarView) -> None:
    titles = ["a\nb\r\nc", "\u202e\u05d0\u05d1", "x" * 10_000, "\U0001f468\u200d\u2695\ufe0f" * 500]
    view.show_items([item(n, datetime(2026, 10, 13, 9), title=t) for n, t in enumerate(titles)])
    for mode in ("month", "week", "agenda"):
        view.show_mode(mode)
        view.grab()
    assert "\n" not in view.agenda.item(1).text()


def test_the_years_at_both_ends_stop_the_arrows(view: CalendarView) -> None:
    view.show_day(date(1, 1, 1))
    view.go_back()
    assert view.day == date(1900, 1, 1)
    view.show_day(date(9999, 12, 31))
    view.go_on()
    assert view.day == date(8999, 12, 31)
    view.grab()


def test_two_thousand_sessions_in_a_month_are_shown_and_moved_through_at_once(
    view: CalendarView,
) -> None:
    made = [
        item(n, datetime(2026, 10, 1) + timedelta(minutes=20 * n), 1 + n % 30) for n in range(2000)
    ]
    for mode, limit in (("month", 0.15), ("week", 0.15), ("agenda", 0.6)):
        view.show_mode(mode)  # type: ignore[arg-type] # one of the three
        begun = time.process_time()
        view.show_items(made)
        view.grab()
        assert time.process_time() - begun < limit * 3, mode
    view.show_mode("month")
    begun = time.process_time()
    for _ in range(10):
        QTest.keyClick(view.month, Qt.Key.Key_Right)
        view.month.viewport().grab()
    assert (time.process_time() - begun) / 10 < 0.1
