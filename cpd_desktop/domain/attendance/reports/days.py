"""Which comes first in the dates of a report, the day or the month: found out, or asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.attendance.reports.questions import OrderUnclear, TwoDays
from cpd_desktop.domain.written_dates import DateOrder, date_in

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.domain.attendance.reports.questions import Expected

LONGEST_STAY = timedelta(hours=30)  # no meeting lasts longer
EXAMPLES = 3
CLOCKS_DIFFER = timedelta(days=1)
_YEARS = range(1990, 2200)
_A_DAY = timedelta(days=1)


class DaysSeen:
    """Every way a day is written in a report, read both ways: that tells which is meant."""

    def __init__(self) -> None:
        self._read: dict[str, dict[DateOrder, date | None]] = {}
        self._pairs: set[tuple[str, str]] = set()

    def day(self, text: str, order: DateOrder) -> date | None:
        """Return the day as it is read in this order."""
        known = self._read.get(text)
        if known is None:
            known = {each: _plausible(date_in(text, each)) for each in DateOrder}
            self._read[text] = known
        return known[order]

    def pair(self, joined: str, left: str) -> None:
        """Note that somebody came on one day and left on another."""
        self._pairs.add((joined, left))

    def order(self, expected: Expected) -> DateOrder | OrderUnclear:
        """Return the one order in which all of it can be true, else the question."""
        unclear = [
            TwoDays(text, first, second)
            for text, both in self._read.items()
            for first, second in [(both[DateOrder.DAY_FIRST], both[DateOrder.MONTH_FIRST])]
            if first and second and first != second
        ]
        for rule in (self._are_days, self._last_hours, self._at_sessions, self._are_past):
            fit = [order for order in DateOrder if rule(order, expected)]
            if len(fit) == 1:
                return fit[0]
        return OrderUnclear(tuple(unclear[:EXAMPLES])) if unclear else DateOrder.DAY_FIRST

    def _days(self, order: DateOrder) -> list[date]:
        return [day for both in self._read.values() if (day := both[order])]

    def _are_days(self, order: DateOrder, _expected: Expected) -> bool:
        return all(both[order] for both in self._read.values() if any(both.values()))

    def _last_hours(self, order: DateOrder, _expected: Expected) -> bool:
        stays = [(self.day(joined, order), self.day(left, order)) for joined, left in self._pairs]
        return all(timedelta(0) <= b - a <= LONGEST_STAY for a, b in stays if a and b)

    def _at_sessions(self, order: DateOrder, expected: Expected) -> bool:
        spans = [(a.date() - _A_DAY, b.date() + _A_DAY) for a, b in expected.sessions]
        return any(a <= day <= b for day in self._days(order) for a, b in spans)

    def _are_past(self, order: DateOrder, expected: Expected) -> bool:
        latest = expected.now and (expected.now + CLOCKS_DIFFER).date()
        return all(day <= latest for day in self._days(order)) if latest else True


def _plausible(day: date | None) -> date | None:
    return day if day and day.year in _YEARS else None
