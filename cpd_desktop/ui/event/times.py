"""Fields for moments, days and breaks, as the clock on the event's wall shows them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from cpd_desktop.domain.sessions import Break
from cpd_desktop.domain.zones import moment, wall_time
from cpd_desktop.ui.calm import CalmDateTimeEdit
from cpd_desktop.ui.event.entries import NARROW, WIDE, Entry
from cpd_desktop.ui.wall_clock import python_time, qt_time, time_edit
from cpd_desktop.ui.widgets import GRID, button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QDateTime

UNSET = datetime(2026, 1, 1, 9)  # noqa: DTZ001 - the clock on the wall


class MomentEntry(Entry):
    """A moment in the zone of the event."""

    def __init__(self, name: str, words: str) -> None:
        self.edit = time_edit(UNSET, words.replace("&", ""))
        super().__init__(name, words, self.edit, width=NARROW * 2)
        self.edit.dateTimeChanged.connect(self.typed)
        self.edit.editingFinished.connect(self.entered)

    def raw(self) -> str:
        """Return the time on the wall."""
        return self.wall().isoformat(timespec="minutes")

    def wall(self) -> datetime:
        """Return what the clock on the wall shows."""
        return python_time(self.edit.dateTime())

    def show_raw(self, raw: str) -> None:
        """Show the time on the wall."""
        self.edit.setDateTime(qt_time(datetime.fromisoformat(raw)))

    def raw_of(self, value: Any) -> str:
        """Return what the clock on the wall shows at a moment."""
        return wall_time(value, self.zone).isoformat(timespec="minutes")

    def value(self) -> Any:
        """Return the moment; raises ``Invalid`` for a time that the clocks skip."""
        return moment(self.wall(), self.zone)


class OptionalMomentEntry(Entry):
    """A moment that may be left open by a tick."""

    def __init__(self, name: str, words: str) -> None:
        plain = words.replace("&", "")
        self.box = QCheckBox(words)
        self.box.setProperty("role", "field")
        self.edit = time_edit(UNSET, plain)
        self.edit.setEnabled(False)
        super().__init__(name, "", _stacked(self.box, self.edit), width=NARROW * 2)
        self.words = plain
        self.box.setAccessibleName(plain)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edit.setEnabled)
        self.box.clicked.connect(self.entered)
        self.edit.dateTimeChanged.connect(self.typed)
        self.edit.editingFinished.connect(self.entered)

    def suggest(self, at: datetime) -> None:
        """Show a moment that a tick would begin with."""
        if not self.box.isChecked():
            self.edit.setDateTime(qt_time(wall_time(at, self.zone)))

    def raw(self) -> str:
        """Return the time on the wall, or nothing."""
        if not self.box.isChecked():
            return ""
        return python_time(self.edit.dateTime()).isoformat(timespec="minutes")

    def show_raw(self, raw: str) -> None:
        """Show the time on the wall, or that there is none."""
        self.box.setChecked(bool(raw))
        if raw:
            self.edit.setDateTime(qt_time(datetime.fromisoformat(raw)))

    def raw_of(self, value: datetime | None) -> str:
        """Return what the clock on the wall shows at a moment."""
        return "" if value is None else wall_time(value, self.zone).isoformat(timespec="minutes")

    def value(self) -> datetime | None:
        """Return the moment; raises ``Invalid`` for a time that the clocks skip."""
        if not self.box.isChecked():
            return None
        return moment(python_time(self.edit.dateTime()), self.zone)


class DayEntry(Entry):
    """A day that may be left open by a tick."""

    def __init__(self, name: str, words: str, today: date) -> None:
        plain = words.replace("&", "")
        self.box = QCheckBox(words)
        self.edit = CalmDateTimeEdit()
        self.edit.setCalendarPopup(True)
        self.edit.setDisplayFormat("ddd d MMM yyyy")
        self.edit.setDate(QDate(today.year, today.month, today.day))
        self.edit.setAccessibleName(plain)
        self.edit.setEnabled(False)
        super().__init__(name, "", _stacked(self.box, self.edit), width=NARROW * 2)
        self.words = plain
        self.box.setAccessibleName(plain)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edit.setEnabled)
        self.box.clicked.connect(self.entered)
        self.edit.dateTimeChanged.connect(self.typed)
        self.edit.editingFinished.connect(self.entered)

    def raw(self) -> str:
        """Return the day, or nothing."""
        if not self.box.isChecked():
            return ""
        return python_time(self.edit.dateTime()).date().isoformat()

    def show_raw(self, raw: str) -> None:
        """Show the day, or that there is none."""
        self.box.setChecked(bool(raw))
        if raw:
            day = date.fromisoformat(raw)
            self.edit.setDate(QDate(day.year, day.month, day.day))

    def raw_of(self, value: date | None) -> str:
        """Return the day as it is kept."""
        return "" if value is None else value.isoformat()

    def value(self) -> date | None:
        """Return the day, or nothing."""
        return date.fromisoformat(self.raw()) if self.raw() else None


class BreaksEntry(Entry):
    """The breaks of a session, each with its two times of the day."""

    def __init__(self, name: str, words: str, starts: MomentEntry) -> None:
        self._starts = starts
        self._lines = QVBoxLayout()
        self._lines.setSpacing(GRID // 2)
        self.add = button(QCoreApplication.translate("BreaksEntry", "Add break"), "quiet")
        self.add.setAccessibleName(self.add.text())
        rows = QWidget()
        inside = QVBoxLayout(rows)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(self._lines)
        under = QHBoxLayout()
        under.addWidget(self.add)
        under.addStretch(1)
        inside.addLayout(under)
        self.lines: list[_BreakLine] = []
        super().__init__(name, words, rows, width=WIDE)
        self.setFocusProxy(self.add)
        self.add.clicked.connect(self._add_another)

    def raw(self) -> list[list[str]]:
        """Return the times of the day."""
        return [line.raw() for line in self.lines]

    def show_raw(self, raw: Sequence[Sequence[str]]) -> None:
        """Show these breaks and no others."""
        for line in tuple(self.lines):
            self._remove(line)
        for first, last in raw:
            self._show(QTime.fromString(first, "HH:mm"), QTime.fromString(last, "HH:mm"))

    def raw_of(self, value: Sequence[Break]) -> list[list[str]]:
        """Return the times of the day at which they are."""
        zone = self._starts.zone
        return [[f"{wall_time(at, zone):%H:%M}" for at in stretch] for stretch in value]

    def value(self) -> Any:
        """Return the breaks, after midnight those that are earlier than the session's start."""
        return tuple(Break(self._at(first), self._at(last)) for first, last in self.raw())

    def _at(self, text: str) -> datetime:
        starts = self._starts.wall()
        hour, minute = map(int, text.split(":"))
        at = starts.replace(hour=hour, minute=minute)
        return moment(at if at >= starts else at + timedelta(days=1), self._starts.zone)

    def _add_another(self) -> None:
        last = self.lines[-1].last.time() if self.lines else _time_of(self._starts.edit.dateTime())
        self._show(last.addSecs(3600), last.addSecs(3600 + 900))
        self.lines[-1].first.setFocus()

    def _show(self, first: QTime, last: QTime) -> None:
        line = _BreakLine(first, last)
        line.removed.connect(self._remove)
        self.lines.append(line)
        self._lines.addWidget(line)

    def _remove(self, line: QWidget) -> None:
        self.lines = [each for each in self.lines if each is not line]
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()


class _BreakLine(QWidget):
    """One break."""

    removed = Signal(QWidget)

    def __init__(self, first: QTime, last: QTime) -> None:
        super().__init__()
        self.first = self._edit(first, self.tr("Break starts"))
        self.last = self._edit(last, self.tr("Break ends"))
        remove = button(self.tr("Remove"), "quiet")
        remove.setAccessibleName(self.tr("Remove break"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        for each in (self.first, QLabel(self.tr("to")), self.last, remove):
            layout.addWidget(each)
        layout.addStretch(1)
        remove.clicked.connect(self._ask_to_go)

    def raw(self) -> list[str]:
        """Return both times."""
        return [each.time().toString("HH:mm") for each in (self.first, self.last)]

    def _edit(self, at: QTime, name: str) -> QTimeEdit:
        made = QTimeEdit(at)
        made.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        made.setAccessibleName(name)
        # The stylesheet's padding does not reach the line inside.
        made.lineEdit().setTextMargins(GRID, 0, 0, 0)
        made.setMinimumWidth(made.fontMetrics().horizontalAdvance("00:00 PM") + 7 * GRID)
        return made

    def _ask_to_go(self) -> None:
        self.removed.emit(self)


def _time_of(at: QDateTime) -> QTime:
    return at.time()


def _stacked(box: QCheckBox, edit: QWidget) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(GRID // 2)
    layout.addWidget(box)
    layout.addWidget(edit)
    return made
