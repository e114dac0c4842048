"""Who may register: when, how many, and for how much."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.domain.events import CAPACITY_LIMIT
from cpd_desktop.domain.zones import wall_time
from cpd_desktop.ui.event.amounts import EarlyPriceEntry, MoneyEntry
from cpd_desktop.ui.event.entries import NumberEntry, TickEntry
from cpd_desktop.ui.event.section import Section
from cpd_desktop.ui.event.times import OptionalMomentEntry
from cpd_desktop.ui.money import currencies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cpd_desktop.domain.events import Event
    from cpd_desktop.ui.desk import Desk

EARLIER = timedelta(days=14)
OPEN_FOR = timedelta(days=30)
LONGEST_OFFER = 720


class RegistrationSection(Section):
    """The fields that say who may register."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.opens = OptionalMomentEntry("opens_at", self.tr("Registration &opens at"))
        self.closes = OptionalMomentEntry("closes_at", self.tr("Registration &closes at"))
        none = self.tr("No limit")
        self.capacity = NumberEntry("capacity", self.tr("&Places"), CAPACITY_LIMIT, none=none)
        self.waitlist = TickEntry(
            "waitlist",
            self.tr("&Keep a waiting list when all places are taken"),
            note=self.tr("Who came first is offered a free place first."),
        )
        self.limit = NumberEntry(
            "waitlist_limit", self.tr("Places on the &waiting list"), CAPACITY_LIMIT, none=none
        )
        self.hours = NumberEntry(
            "offer_hours", self.tr("Ho&urs an offered place is held"), LONGEST_OFFER
        )
        self.price = MoneyEntry(
            "price", self.tr("P&rice"), self.tr("Currency"), note=self.tr("Leave it empty if free.")
        )
        self.early = EarlyPriceEntry(
            "early",
            self.tr("Earl&y price"),
            self.tr("until"),
            self.price,
            note=self.tr("For those who register by the end of that day."),
        )
        # Heard before anything is kept, so that both go together.
        self.price.entered.connect(self._follow_price)
        self.add_entries(self.opens, self.closes)
        self.add_entries(self.capacity)
        self.add_entries(self.price, self.early)
        self.add_entries(self.waitlist)
        self.add_entries(self.limit, self.hours)
        self.column.addStretch(1)

    def show_event(self, event: Event) -> None:
        """Show the fields of the waiting list, and the early price, only while there is one."""
        if self.kept is None or self.kept.id != event.id:
            self._suggest_currency(event.zone)
        super().show_event(event)
        for each in (self.limit, self.hours):
            each.setVisible(event.waitlist)
        self.early.setVisible(event.price is not None or self.early.touched)
        soonest = max(event.starts - EARLIER, self.desk.services.clock.now())
        self.early.suggest(wall_time(soonest, event.zone).date())
        self.opens.suggest(event.starts - OPEN_FOR)
        self.closes.suggest(event.starts)

    def _suggest_currency(self, zone: str) -> None:
        lists = self.desk.services.billing_lists

        def suggest(used: Sequence[str]) -> None:
            self.price.suggest(currencies(used, zone))

        self.desk.operations.look_up(lambda _work: lists.choices().currencies, suggest)

    def _follow_price(self) -> None:
        """Let an early price go with its price."""
        if not self.price.raw():
            self.early.show_raw("")
