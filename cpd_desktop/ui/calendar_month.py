"""A month of sessions, a cell for each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPen

from cpd_desktop.ui.calendar_grid import GAP, CalendarGrid, Mark, weekday_names
from cpd_desktop.ui.calendar_layout import DAY, WEEK, lanes, month_weeks

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPainter

    from cpd_desktop.ui.theme import Theme

_THURSDAY = 4
_CENTRED = Qt.AlignmentFlag.AlignCenter


class MonthGrid(CalendarGrid):
    """The whole weeks that the month of the day in focus touches."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today)
        self.week_numbers = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Month calendar"))

    @property
    def weeks(self) -> list[list[date]]:
        """Return the days shown."""
        return month_weeks(self.day, self.first_of_week)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point."""
        return next((day for day, cell in self._cells() if cell.contains(point)), None)

    def placed(self) -> list[Mark]:
        """Return as many sessions of each day as its cell has lines for."""
        cells = dict(self._cells())
        line = self._line()
        made: list[Mark] = []
        for week in self.weeks:
            for day, taken in lanes(week, self.found).items():
                cell = cells[day]
                top = cell.top() + line + GAP * 2
                rows = max(1, (cell.bottom() - top) // (line + 2))
                room = rows if max(taken, default=0) < rows else rows - 1
                shown = [(lane, item) for lane, item in sorted(taken.items()) if lane < room]
                for lane, item in shown:
                    area = QRect(cell.left(), top + lane * (line + 2), cell.width(), line)
                    begins, ends = item.first_day == day, item.last_day == day
                    if not self.isLeftToRight():
                        begins, ends = ends, begins
                    area.adjust(GAP if begins else 0, 0, -GAP if ends else 0, 0)
                    made.append(Mark(area, day, item))
                if hidden := len(taken) - len(shown):
                    area = QRect(cell.left() + GAP, top + room * (line + 2), cell.width(), line)
                    made.append(Mark(area.adjusted(0, 0, -GAP * 2, 0), day, None, hidden))
        return made

    def draw(self, painter: QPainter) -> None:
        """Paint the names of the days, the cells and what stands in them."""
        line = self._line()
        painter.setPen(self.colour("muted"))
        cells = self._cells()
        for name, (_, cell) in zip(weekday_names(self.weeks[0]), cells[:WEEK], strict=True):
            painter.drawText(QRect(cell.left(), 0, cell.width(), line + GAP), _CENTRED, name)
        if self.week_numbers:
            self._draw_week_numbers(painter)
        for day, cell in cells:
            outside = day.month != self.day.month
            if outside:
                painter.fillRect(cell, self.colour("window"))
            painter.setPen(QPen(self.colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(cell)
            ink = "muted" if outside else "text"
            head = QRect(cell.left() + GAP * 2, cell.top() + GAP, cell.width() - GAP * 4, line)
            self.draw_number(painter, head, QLocale().toString(day.day), day, ink)
        for mark in self._marks:
            self.draw_mark(painter, mark)
        self.draw_day_frame(painter, dict(cells)[self.day])

    def _draw_week_numbers(self, painter: QPainter) -> None:
        line = self._line()
        for number, week in enumerate(self.weeks):
            # The week is the one its Thursday is in, whichever day it begins on here.
            thursday = next(day for day in week if day.isoweekday() == _THURSDAY)
            area = QRect(0, self._top(number) + GAP, self._gutter(), line)
            text = QLocale().toString(thursday.isocalendar().week)
            painter.setPen(self.colour("muted"))
            painter.drawText(self.visual(area), _CENTRED, text)

    def _cells(self) -> list[tuple[date, QRect]]:
        weeks, left = self.weeks, self._gutter()
        wide = self.viewport().width() - left - 1
        made = []
        for row, week in enumerate(weeks):
            top, bottom = self._top(row), self._top(row + 1)
            for column, day in enumerate(week):
                x, end = left + wide * column // WEEK, left + wide * (column + 1) // WEEK
                made.append((day, self.visual(QRect(x, top, end - x, bottom - top))))
        return made

    def _top(self, row: int) -> int:
        head = self._line() + GAP * 2
        return head + (self.viewport().height() - head - 1) * row // len(self.weeks)

    def _gutter(self) -> int:
        wide = self.fontMetrics().horizontalAdvance("00") + GAP * 3
        return wide if self.week_numbers else 0

    def _line(self) -> int:
        return self.fontMetrics().height() + 2


def month_range(grid: MonthGrid) -> tuple[date, date]:
    """Return the first and the last day shown."""
    first = grid.weeks[0][0]
    return first, first + DAY * (WEEK * len(grid.weeks) - 1)
