"""The sessions of a month as a list, day after day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cpd_desktop.ui.calendar_grid import described, qt_date
from cpd_desktop.ui.widgets import GRID

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from cpd_desktop.ui.calendar_layout import CalendarItem
    from cpd_desktop.ui.theme import Theme

_EVENT, _DAY = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_LEFT_TO_THE_CALENDAR = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_T)


class Agenda(QListWidget):
    """Days with their sessions; Enter or a double click opens one."""

    item_chosen = Signal(int)
    day_moved = Signal(date)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self._theme = theme
        self.today = today
        self._found: dict[date, list[CalendarItem]] = {}
        self._showing = False
        self.setAccessibleName(self.tr("Agenda"))
        self.setProperty("data", True)
        self.setWordWrap(False)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(self._choose)
        self.currentItemChanged.connect(self._tell_day)
        theme.changed.connect(self._fill)

    def show_items(self, found: dict[date, list[CalendarItem]]) -> None:
        """Show these sessions, each on every day it touches."""
        self._found = found
        self._fill()

    def show_day(self, day: date) -> None:
        """Bring a day, or the next with sessions, to the top."""
        self._showing = True
        try:
            if self.currentRow() < 0 or self.currentItem().data(_DAY) != day:
                self._go_to(day)
        finally:
            self._showing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move within the list; the keys of the calendar are left to it."""
        if event.key() in _LEFT_TO_THE_CALENDAR:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the list, or what stands here instead of it."""
        super().paintEvent(event)
        if not self.count():
            painter = QPainter(self.viewport())
            painter.setPen(QColor(self._theme.tokens.muted))
            painter.drawText(
                self.viewport().rect(),
                Qt.AlignmentFlag.AlignCenter,
                self.tr("No sessions in this month"),
            )
            painter.end()

    def _fill(self) -> None:
        self._showing = True
        self.clear()
        dots: dict[str, QPixmap] = {}
        for day, items in sorted(self._found.items()):
            self.addItem(self._heading(day))
            for item in items:
                if item.tone not in dots:
                    dots[item.tone] = self._dot(item.tone)
                text = described(item)
                made = QListWidgetItem(dots[item.tone], text)
                made.setToolTip(text)
                made.setData(_EVENT, item.event_id)
                made.setData(_DAY, day)
                self.addItem(made)
        self._showing = False

    def _heading(self, day: date) -> QListWidgetItem:
        text = QLocale().toString(qt_date(day), QLocale.FormatType.LongFormat)
        if day == self.today:
            text = self.tr("{day} · Today").format(day=text)
        made = QListWidgetItem(text)
        font = made.font()
        font.setBold(True)
        made.setFont(font)
        made.setData(_DAY, day)
        made.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return made

    def _dot(self, tone: str) -> QPixmap:
        made = QPixmap(GRID, GRID * 2)
        made.fill(QColor(getattr(self._theme.tokens, tone)))
        return made

    def _go_to(self, day: date) -> None:
        for row in range(self.count()):
            if self.item(row).data(_DAY) >= day:
                self.setCurrentRow(row + 1)
                self.scrollToItem(self.item(row), self.ScrollHint.PositionAtTop)
                return

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_EVENT) is not None:
            self.item_chosen.emit(item.data(_EVENT))

    def _tell_day(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._showing:
            self.day_moved.emit(item.data(_DAY))
