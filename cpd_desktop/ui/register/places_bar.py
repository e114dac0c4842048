"""One line above the roster: how many places are taken, who waits, and what money is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from cpd_desktop.domain.registrations import Payment
from cpd_desktop.ui.dates import day_and_time
from cpd_desktop.ui.flow import FlowRow
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.widgets import GRID, chip, restyle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.registrations import Places
    from cpd_desktop.ui.register.content import Overview


class PlacesBar(QWidget):
    """Shows an overview as short sentences."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = chip("")
        self.waiting = chip("", "warn")
        self.offers = chip("", "info")
        self.due = chip("", "warn")
        self.paid = chip("", "good")
        row = FlowRow(self.taken, self.waiting, self.offers, self.due, self.paid)
        row.setSpacing(GRID)
        self.setLayout(row)

    def show_overview(self, found: Overview, zone: str) -> None:
        """Show how it stands now; moments are told in the event's zone."""
        places = found.places
        self.taken.setText(self._taken(places))
        full = places.free == 0
        restyle(self.taken, tone="warn" if full else "neutral")
        self.waiting.setText(self.tr("%n waiting", "", places.waiting))
        self.waiting.setVisible(bool(places.waiting))
        if places.offered_until is not None:
            until = day_and_time(places.offered_until, zone)
            text = self.tr("%n offer(s) open until {until}", "", places.offered)
            self.offers.setText(text.format(until=until))
        self.offers.setVisible(places.offered_until is not None)
        due, paid = (_sums(found.totals.get(each, ())) for each in (Payment.DUE, Payment.PAID))
        self.due.setText(self.tr("Due: {sums}").format(sums=due))
        self.due.setVisible(bool(due))
        self.paid.setText(self.tr("Paid: {sums}").format(sums=paid))
        self.paid.setVisible(bool(paid))

    def _taken(self, places: Places) -> str:
        if places.capacity is None:
            return self.tr("%n place(s) taken, no limit", "", places.held)
        text = self.tr("{held} of %n place(s)", "", places.capacity)
        taken = text.format(held=QLocale().toString(places.held))
        return self.tr("{taken}, none free").format(taken=taken) if places.free == 0 else taken


def _sums(totals: Sequence[Money]) -> str:
    return " + ".join(map(amount_words, totals))
