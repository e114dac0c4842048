"""Sessions by month, by week and as an agenda."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cpd_desktop.ui.calendar_agenda import Agenda
from cpd_desktop.ui.calendar_grid import qt_date
from cpd_desktop.ui.calendar_layout import DAY, WEEK, CalendarItem, by_day, moved_by_months
from cpd_desktop.ui.calendar_month import MonthGrid, month_range
from cpd_desktop.ui.calendar_week import WeekGrid
from cpd_desktop.ui.widgets import GRID, button, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent

    from cpd_desktop.ui.theme import Theme

__all__ = ["CalendarItem", "CalendarView", "Mode"]

Mode = Literal["month", "week", "agenda"]
MODES: tuple[Mode, ...] = ("month", "week", "agenda")
EARLIEST, LATEST = date(1900, 1, 1), date(8999, 12, 31)


class CalendarView(QWidget):
    """Shows sessions around one day; ``range_changed`` asks for those of other days.

    ``chosen`` tells an event to open, ``day_chosen`` an empty day to plan one on.
    """

    chosen = Signal(int)
    day_chosen = Signal(date)
    range_changed = Signal(date, date)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._today = today
        self._day = today
        self._mode: Mode = "month"
        self._items: dict[date, list[CalendarItem]] = {}
        self._previous = button("‹", "quiet")  # noqa: RUF001 - an arrow
        self._now = button(self.tr("Today"))
        self._next = button("›", "quiet")  # noqa: RUF001 - an arrow
        self._title = label("", "heading", data=True)
        self._switch = [button(text, "nav") for text in self._mode_names()]
        self.month = MonthGrid(theme, today)
        self.week = WeekGrid(theme, today)
        self.agenda = Agenda(theme, today)
        self._range = self.shown_range()

        self._lay_out()

        self._previous.clicked.connect(self.go_back)
        self._now.clicked.connect(self.go_to_today)
        self._next.clicked.connect(self.go_on)
        self._modes.idClicked.connect(self._switch_to)
        for grid in (self.month, self.week):
            grid.item_chosen.connect(self.chosen)
            grid.day_chosen.connect(self.day_chosen)
            grid.day_moved.connect(self.show_day)
            grid.more_chosen.connect(self.show_agenda_of)
        self.agenda.item_chosen.connect(self.chosen)
        self.agenda.day_moved.connect(self.show_day)
        self._show()

    @property
    def day(self) -> date:
        """Return the day in focus."""
        return self._day

    @property
    def mode(self) -> Mode:
        """Return which of the three views is shown."""
        return self._mode

    def shown_range(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        if self._mode == "week":
            return self.week.days[0], self.week.days[-1]
        if self._mode == "month":
            return month_range(self.month)
        first = self._day.replace(day=1)
        return first, moved_by_months(first, 1) - DAY

    def show_items(self, items: Iterable[CalendarItem]) -> None:
        """Show these sessions instead of those before."""
        self._items = by_day(items)
        self._show_items()

    def show_today(self, today: date) -> None:
        """Mark another day as today."""
        self._today = today
        for each in (self.month, self.week, self.agenda):
            each.today = today
        self._show_items()

    def show_day(self, day: date) -> None:
        """Move the focus to a day, and the view to its month or week."""
        self._day = max(EARLIEST, min(day, LATEST))
        self._show()

    def show_mode(self, mode: Mode) -> None:
        """Show a month, a week or the agenda."""
        self._mode = mode
        self._switch[MODES.index(mode)].setChecked(True)
        self._stack.setCurrentIndex(MODES.index(mode))
        self._show()
        self._show_items()

    def show_agenda_of(self, day: date) -> None:
        """Show the list of a day whose sessions have no room elsewhere."""
        self._day = day
        self.show_mode("agenda")
        self.agenda.setFocus()

    def show_week_numbers(self, *, shown: bool) -> None:
        """Show the numbers of the weeks beside the month, or not."""
        self.month.week_numbers = shown
        self.month.arrange()

    def go_back(self) -> None:
        """Show the month or week before."""
        self._step(-1)

    def go_on(self) -> None:
        """Show the month or week after."""
        self._step(1)

    def go_to_today(self) -> None:
        """Show today."""
        self.show_day(self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys move by a month or a week, T goes to today."""
        if event.key() == Qt.Key.Key_PageUp:
            self.go_back()
        elif event.key() == Qt.Key.Key_PageDown:
            self.go_on()
        elif event.key() == Qt.Key.Key_T and not event.modifiers():
            self.go_to_today()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if self._mode == "week":
            self.show_day(self._day + DAY * WEEK * by)
        else:
            self.show_day(moved_by_months(self._day, by))

    def _switch_to(self, number: int) -> None:
        self.show_mode(MODES[number])

    def _mode_names(self) -> tuple[str, str, str]:
        return self.tr("Month"), self.tr("Week"), self.tr("Agenda")

    def _lay_out(self) -> None:
        self._modes = QButtonGroup(self)
        for number, each in enumerate(self._switch):
            each.setCheckable(True)
            each.setAccessibleName(each.text())
            self._modes.addButton(each, number)
        self._switch[0].setChecked(True)
        self._now.setAccessibleName(self._now.text())
        self._title.setWordWrap(False)
        top = QHBoxLayout()
        top.setSpacing(GRID)
        for each in (self._previous, self._now, self._next):
            top.addWidget(each)
        top.addWidget(self._title, 1)
        for each in self._switch:
            top.addWidget(each)
        self._stack = QStackedWidget()
        for view in (self.month, self.week, self.agenda):
            self._stack.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    def _show(self) -> None:
        first_of_week = QLocale().firstDayOfWeek().value
        for grid in (self.month, self.week):
            grid.first_of_week = first_of_week
            grid.show_day(self._day)
        self._show_titles()
        shown = self.shown_range()
        if shown != self._range:
            self._range = shown
            self._show_items()
            self.range_changed.emit(*shown)
        elif self._mode == "agenda":
            self.agenda.show_day(self._day)

    def _show_items(self) -> None:
        if self._mode == "agenda":
            first, last = self._range
            within = {day: found for day, found in self._items.items() if first <= day <= last}
            self.agenda.show_items(within)
            self.agenda.show_day(self._day)
        else:
            (self.month if self._mode == "month" else self.week).show_items(self._items)

    def _show_titles(self) -> None:
        locale = QLocale()
        month = f"{locale.standaloneMonthName(self._day.month)} {self._day.year}"
        if self._mode == "week":
            first, last = (locale.toString(qt_date(day), "d MMM") for day in self._ends())
            month = f"{first} – {last} {self._ends()[1].year}"  # noqa: RUF001 - the dash of a span
        self._title.setText(month)
        week = self._mode == "week"
        back = self.tr("Previous week") if week else self.tr("Previous month")
        following = self.tr("Next week") if week else self.tr("Next month")
        for each, text in ((self._previous, back), (self._next, following)):
            each.setAccessibleName(text)
            each.setToolTip(text)

    def _ends(self) -> tuple[date, date]:
        return self.week.days[0], self.week.days[-1]
