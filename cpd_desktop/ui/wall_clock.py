"""Fields for what the clock on the wall shows; which zone it hangs in is said elsewhere."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from cpd_desktop.ui.calm import CalmDateTimeEdit
from cpd_desktop.ui.widgets import GRID


def time_edit(at: datetime, name: str) -> CalmDateTimeEdit:
    """Return a field for a date and a time of day, wide enough for both."""
    made = CalmDateTimeEdit()
    made.setDateTime(qt_time(at))
    made.setCalendarPopup(True)
    hours = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
    made.setDisplayFormat(f"ddd d MMM yyyy  {hours}")
    made.setAccessibleName(name)
    # Qt measures without the stylesheet's paddings, and cuts the minutes off.
    widest = made.fontMetrics().horizontalAdvance(f"  {made.text()}  ")
    made.setMinimumWidth(widest + 8 * GRID)
    return made


def qt_time(at: datetime) -> QDateTime:
    """Return the time as Qt's fields want it."""
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute))


def python_time(at: QDateTime) -> datetime:
    """Return what a field shows, to the minute."""
    date, time = at.date(), at.time()
    return datetime(  # noqa: DTZ001 - the clock on the wall; the zone is a field of its own
        date.year(), date.month(), date.day(), time.hour(), time.minute()
    )
