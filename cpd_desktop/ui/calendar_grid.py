"""What the month and the week share: a day and a session in focus, and how sessions are drawn."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QRect, Qt, QTime, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QStyle, QToolTip

from cpd_desktop.domain.words import Sentence
from cpd_desktop.ui.calendar_layout import DAY, WEEK
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QHelpEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QShowEvent,
    )

    from cpd_desktop.ui.calendar_layout import CalendarItem
    from cpd_desktop.ui.theme import Theme

GAP = 4
_RADIUS = 4.0
# Counts by tr() would be looked up under the names of the grids built on this one.
ONE_OF_MANY = Sentence("calendar", "{day}: session {number} of %n, {session}")
HIDDEN = Sentence("calendar", "+%n more")


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on the grid that can be clicked: a session, or the way to those without room."""

    area: QRect
    day: date
    item: CalendarItem | None
    hidden: int = 0


class CalendarGrid(QAbstractScrollArea):
    """Days with sessions. Arrows move the day, Ctrl and arrows the session, Enter opens.

    ``item_chosen`` tells the id of an event, ``day_chosen`` an empty day, ``more_chosen`` a day
    with sessions that have no room, ``day_moved`` where the focus went.
    """

    item_chosen = Signal(int)
    day_chosen = Signal(date)
    more_chosen = Signal(date)
    day_moved = Signal(date)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self.today = today
        self.day = today
        self.found: dict[date, list[CalendarItem]] = {}
        self.first_of_week = 1
        self._at = 0
        self._marks: list[Mark] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("data", True)
        theme.changed.connect(self.arrange)

    @property
    def item(self) -> CalendarItem | None:
        """Return the session in focus, if the day has any."""
        items = self.found.get(self.day, [])
        return items[min(self._at, len(items) - 1)] if items else None

    def show_items(self, found: dict[date, list[CalendarItem]]) -> None:
        """Show these sessions."""
        self.found = found
        self.arrange()

    def show_day(self, day: date) -> None:
        """Move the focus to a day."""
        if day != self.day:
            self.day, self._at = day, 0
        self.arrange()

    def arrange(self) -> None:
        """Find the place of everything anew, and say what is in focus; unseen, wait for it."""
        if not self.isVisible():
            return
        self._marks = self.placed()
        self.setAccessibleDescription(self.spoken())
        self.viewport().update()

    @abstractmethod
    def placed(self) -> list[Mark]:
        """Return the sessions that are shown, with their places."""

    @abstractmethod
    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a point."""

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Paint the days and what stands in them."""

    def spoken(self) -> str:
        """Return day and session in focus as a screen reader says them."""
        locale = QLocale()
        day = locale.toString(qt_date(self.day), QLocale.FormatType.LongFormat)
        if self.day == self.today:
            day = self.tr("{day}, today").format(day=day)
        items = self.found.get(self.day, [])
        item = self.item
        if item is None:
            return self.tr("{day}: no sessions").format(day=day)
        number = locale.toString(min(self._at, len(items) - 1) + 1)
        found = ONE_OF_MANY.filled(day=day, number=number, n=len(items), session=described(item))
        return in_words(found)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt hands it over
        """Paint the days."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self.colour("surface"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the places of what changed while it was not seen."""
        super().showEvent(event)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the places anew."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Let everything grow with the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame of the day in focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame of the day in focus away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and open; what is not about days is left to the calendar around it."""
        items = self.found.get(self.day, [])
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        mirrored = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {
            Qt.Key.Key_Left: -mirrored,
            Qt.Key.Key_Right: mirrored,
            Qt.Key.Key_Up: -WEEK,
            Qt.Key.Key_Down: WEEK,
        }
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open_in_focus()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            self._at = max(0, min(self._at + step, len(items) - 1))
            self.arrange()
        elif key in steps and not control:
            self.day_moved.emit(self.day + DAY * steps[key])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the focus on the day, and on the session, under the pointer."""
        point = event.position().toPoint()
        mark, day = self._mark_at(point), self.day_at(point)
        if mark is not None and mark.item is None:
            self.more_chosen.emit(mark.day)
        elif day is not None:
            self.day_moved.emit(day)
            if mark is not None and mark.item is not None:
                self._at = self.found[day].index(mark.item)
                self.arrange()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the session under the pointer, or offer the empty day."""
        point = event.position().toPoint()
        mark, day = self._mark_at(point), self.day_at(point)
        if day is not None and (mark is None or mark.item is not None):
            self._open(day, None if mark is None else mark.item)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell all of a session whose text was cut short."""
        if event.type() != QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        asked: QHelpEvent = event  # type: ignore[assignment] # a tool tip is asked for in this form
        mark = self._mark_at(asked.pos())
        text = "" if mark is None or mark.item is None else described(mark.item)
        QToolTip.showText(asked.globalPos(), text, self.viewport())
        return True

    def colour(self, name: str) -> QColor:
        """Return a colour of the palette."""
        return QColor(getattr(self._theme.tokens, name))

    def visual(self, area: QRect) -> QRect:
        """Return the area where it is seen: mirrored for languages from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), area)

    def bold(self) -> QFont:
        """Return the font of what stands out."""
        font = QFont(self.font())
        font.setBold(True)
        return font

    def draw_mark(self, painter: QPainter, mark: Mark) -> None:
        """Paint one session, or how many there is no room for.

        What does not take place is struck out, and what is not settled has a broken edge, so that
        the colour is not alone in telling it.
        """
        item, area = mark.item, mark.area
        if item is None:
            painter.setPen(self.colour("accent_text"))
            text = in_words(HIDDEN.filled(n=mark.hidden))
            fits = self.fontMetrics().horizontalAdvance(text) + GAP * 2 <= area.width()
            inside = area.adjusted(GAP, 0, -GAP, 0)
            painter.drawText(inside, _ONE_LINE, text if fits else f"+{mark.hidden}")
            if self.hasFocus() and mark.day == self.day and self._in_focus() is None:
                self._frame(painter, area)
            return
        tone = self.colour(item.tone)
        painter.setBrush(self.colour(f"{item.tone}_soft"))
        unsettled = QPen(tone, 1, Qt.PenStyle.DashLine)
        painter.setPen(unsettled if item.tone == "neutral" else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(area, _RADIUS, _RADIUS)
        if mark.day == item.first_day:
            edge = QRect(area.left(), area.top(), GAP - 1, area.height())
            if not self.isLeftToRight():
                edge.moveRight(area.right())
            painter.fillRect(edge, tone)
        painter.setPen(tone)
        self._draw_texts(painter, mark, item)
        if self.hasFocus() and item == self.item and mark.day == self.day:
            self._frame(painter, area)

    def _draw_texts(self, painter: QPainter, mark: Mark, item: CalendarItem) -> None:
        inside, line = mark.area.adjusted(GAP * 2, 0, -GAP, 0), self.fontMetrics().height()
        begins = clock(item.starts) if mark.day == item.first_day else "…"
        font = QFont(self.font())
        font.setStrikeOut(item.tone == "bad")
        painter.setFont(font)
        if inside.height() < line * 2 + GAP:
            text = self._cut(f"{begins} {item.short_title}", inside.width())
            painter.drawText(inside, _ONE_LINE, text)
        else:
            texts = (item.short_title, begins, item.status, item.detail)
            for number, text in enumerate(texts[: inside.height() // line]):
                room = QRect(inside.left(), inside.top() + line * number, inside.width(), line)
                painter.drawText(room, _ONE_LINE, self._cut(text, inside.width()))
        painter.setFont(self.font())

    def draw_day_frame(self, painter: QPainter, area: QRect) -> None:
        """Paint the frame of the day in focus."""
        if self.hasFocus():
            self._frame(painter, area)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("outline"), 1))
            painter.drawRect(area.adjusted(1, 1, -1, -1))

    def draw_number(self, painter: QPainter, area: QRect, text: str, day: date, ink: str) -> None:
        """Paint the heading of a day; today stands on a filled shape, and says so in words."""
        if day != self.today:
            painter.setFont(self.font())
            painter.setPen(self.colour(ink))
            painter.drawText(area, _ONE_LINE, text)
            return
        painter.setFont(self.bold())
        long = self.tr("{number} · Today").format(number=text)
        fits = painter.fontMetrics().horizontalAdvance(long) + GAP * 3 <= area.width()
        said = long if fits else text
        width = min(area.width(), painter.fontMetrics().horizontalAdvance(said) + GAP * 3)
        left = area.left() if self.isLeftToRight() else area.right() - width + 1
        shape = QRect(left, area.top(), width, area.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("accent"))
        painter.drawRoundedRect(shape, area.height() / 2, area.height() / 2)
        painter.setPen(self.colour("on_accent"))
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, said)
        painter.setFont(self.font())

    def _frame(self, painter: QPainter, area: QRect) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.colour("accent"), 2))
        painter.drawRect(area.adjusted(1, 1, -1, -1))

    def _cut(self, text: str, width: int) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)

    def _mark_at(self, point: QPoint) -> Mark | None:
        return next((mark for mark in reversed(self._marks) if mark.area.contains(point)), None)

    def _in_focus(self) -> Mark | None:
        item = self.item
        shown = (mark for mark in self._marks if mark.day == self.day and mark.item is not None)
        return next((mark for mark in shown if mark.item == item), None)

    def _open_in_focus(self) -> None:
        if self.item is not None and self._in_focus() is None:
            self.more_chosen.emit(self.day)
        else:
            self._open(self.day, self.item)

    def _open(self, day: date, item: CalendarItem | None) -> None:
        if item is None:
            self.day_chosen.emit(day)
        else:
            self.item_chosen.emit(item.event_id)


_ONE_LINE = (
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextSingleLine
)


def qt_date(day: date) -> QDate:
    """Return the day as Qt's."""
    return QDate(day.year, day.month, day.day)


def clock(at: datetime) -> str:
    """Return the time of day in the person's own form."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def described(item: CalendarItem) -> str:
    """Return all that is known of a session, in one line."""
    ends = clock(item.ends)
    if item.ends.date() != item.first_day:
        ends = f"{QLocale().toString(qt_date(item.ends.date()), 'ddd d MMM')} {ends}"
    # The dash of a span.
    times = f"{clock(item.starts)}–{ends}"  # noqa: RUF001
    return " · ".join(text for text in (times, item.short_title, item.status, item.detail) if text)


def weekday_names(week: Sequence[date]) -> list[str]:
    """Return the short names of these days."""
    return [QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat) for day in week]
