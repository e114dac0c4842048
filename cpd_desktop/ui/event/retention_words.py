"""How long an event is kept, in the person's language and form of dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.domain.retention import Retention


def day_words(day: date) -> str:
    """Return a day, such as “14 Oct 2033”."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def retention_words(kept: Retention) -> str:
    """Return until when it is kept, by whose rule, and what holds it."""
    told = filter(None, (kept.says(day_words), kept.hold_says(day_words)))
    return " ".join(map(in_words, told))
