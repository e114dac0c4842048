"""A week of sessions, with the hours of the day downwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtGui import QPen

from cpd_desktop.ui.calendar_grid import GAP, CalendarGrid, Mark, clock, weekday_names
from cpd_desktop.ui.calendar_layout import DAY, WEEK, Placed, columns, week_start

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent, QShowEvent

    from cpd_desktop.ui.theme import Theme

_HOURS = 24
_MORNING = 7
_LINES_PER_HOUR = 2.2


class WeekGrid(CalendarGrid):
    """The week of the day in focus; overlapping sessions stand side by side."""

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__(theme, today)
        self._scrolled = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Week calendar"))
        self.verticalScrollBar().valueChanged.connect(self.arrange)

    @property
    def days(self) -> list[date]:
        """Return the days shown."""
        start = week_start(self.day, self.first_of_week)
        return [start + DAY * number for number in range(WEEK)]

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point."""
        if not 0 <= point.y() < self.viewport().height():
            return None
        spans = zip(self.days, map(self._span, range(WEEK)), strict=True)
        return next((day for day, area in spans if area.left() <= point.x() <= area.right()), None)

    def placed(self) -> list[Mark]:
        """Return the sessions at their hours."""
        made: list[Mark] = []
        narrowest = self.fontMetrics().averageCharWidth() * 6
        for number, day in enumerate(self.days):
            span = self._span(number).adjusted(2, 0, -2, 0)
            fit = max(2, span.width() // narrowest)
            hidden: dict[int, list[Placed]] = {}
            for each in columns(day, self.found.get(day, ())):
                count = min(each.columns, fit)
                if each.columns > fit and each.column >= fit - 1:
                    # Those of one hour share one way to the list of the day.
                    hidden.setdefault(each.top // 60, []).append(each)
                    continue
                made.append(Mark(self._area(span, each, count), day, each.item))
            for some in hidden.values():
                first = some[0]
                at = Placed(first.item, first.top, first.top + 60, fit - 1, fit)
                made.append(Mark(self._area(span, at, fit), day, None, len(some)))
        return made

    def draw(self, painter: QPainter) -> None:
        """Paint the hours, the sessions, and above them the days."""
        for number, day in enumerate(self.days):
            if day == self.day:
                painter.fillRect(self._span(number), self.colour("raised"))
        gutter = self._gutter()
        for hour in range(_HOURS):
            y = self._y(hour * 60)
            line = self.visual(QRect(gutter, y, self.viewport().width() - gutter, 1))
            painter.fillRect(line, self.colour("border"))
            text = clock(datetime.min + timedelta(hours=hour))  # noqa: DTZ901 - only its time
            room = self.visual(QRect(0, y, gutter - GAP, self.fontMetrics().height()))
            painter.setPen(self.colour("muted"))
            side = Qt.AlignmentFlag.AlignTrailing
            painter.drawText(room, side, text if hour else "")
        for mark in self._marks:
            self.draw_mark(painter, mark)
        self._draw_days(painter)

    def show_morning(self) -> None:
        """Scroll to where the first session of the week begins, or to the morning."""
        found = [item.starts.hour for day in self.days for item in self.found.get(day, ())]
        hour = max(0, min([*found, _MORNING + 1]) - 1)
        self.verticalScrollBar().setValue(round(hour * self._hour()))

    def arrange(self) -> None:
        """Find the place of everything anew; the hours take more room than there is."""
        bar = self.verticalScrollBar()
        page = self.viewport().height() - self._head()
        bar.setRange(0, max(0, round(self._hour() * _HOURS) - page))
        bar.setPageStep(page)
        bar.setSingleStep(round(self._hour() / 2))
        super().arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the places anew."""
        super().resizeEvent(event)
        if not self._scrolled:
            self.show_morning()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the morning, not at midnight."""
        super().showEvent(event)
        self.show_morning()
        self._scrolled = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open; a session that gets the focus is scrolled to."""
        super().keyPressEvent(event)
        mark, bar = self._in_focus(), self.verticalScrollBar()
        if mark is None:
            return
        above = mark.area.top() - self._head()
        below = mark.area.bottom() - self.viewport().height()
        if above < 0:
            bar.setValue(bar.value() + above)
        elif below > 0:
            bar.setValue(bar.value() + min(below, above))

    def _draw_days(self, painter: QPainter) -> None:
        head, line = self._head(), self.fontMetrics().height() + 2
        painter.fillRect(QRect(0, 0, self.viewport().width(), head), self.colour("surface"))
        for number, (day, name) in enumerate(zip(self.days, weekday_names(self.days), strict=True)):
            span = self._span(number)
            painter.setPen(self.colour("muted"))
            area = QRect(span.left() + GAP * 2, GAP // 2, span.width() - GAP * 4, line)
            painter.drawText(area, Qt.AlignmentFlag.AlignLeading, name)
            area.translate(0, line - 1)
            self.draw_number(painter, area, QLocale().toString(day.day), day, "text")
            painter.setPen(QPen(self.colour("border"), 1))
            painter.drawLine(span.left(), 0, span.left(), self.viewport().height())
            if day == self.day:
                self.draw_day_frame(painter, QRect(span.left(), 0, span.width(), head))
        painter.fillRect(QRect(0, head - 1, self.viewport().width(), 1), self.colour("outline"))

    def _area(self, span: QRect, at: Placed, count: int) -> QRect:
        left = span.left() + span.width() * at.column // count
        right = span.left() + span.width() * (at.column + 1) // count
        top, bottom = self._y(at.top), self._y(at.bottom)
        if bottom > self._head() + self.fontMetrics().height():
            top = max(top, self._head())  # so that its text is seen, not scrolled away
        area = QRect(left, top + 1, right - left - 2, max(bottom - top - 2, 1))
        if self.isLeftToRight():
            return area
        area.moveRight(span.right() - (area.left() - span.left()))
        return area

    def _span(self, number: int) -> QRect:
        gutter = self._gutter()
        wide = self.viewport().width() - gutter
        left, right = gutter + wide * number // WEEK, gutter + wide * (number + 1) // WEEK
        return self.visual(QRect(left, 0, right - left, self.viewport().height()))

    def _y(self, minutes: int) -> int:
        return self._head() + round(self._hour() * minutes / 60) - self.verticalScrollBar().value()

    def _hour(self) -> float:
        return self.fontMetrics().height() * _LINES_PER_HOUR

    def _head(self) -> int:
        return (self.fontMetrics().height() + 2) * 2 + GAP

    def _gutter(self) -> int:
        noon = clock(datetime(2000, 1, 1, 22))  # noqa: DTZ001 - the widest of the hours
        return self.fontMetrics().horizontalAdvance(noon) + GAP * 3
