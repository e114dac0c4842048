"""What all lists of billing are narrowed down by: words, event, currency, time, person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from cpd_desktop.services.billing.lists import Wanted
from cpd_desktop.ui.list_filters import ChoiceBox, PersonFilters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from cpd_desktop.services.billing.lists import Choices

A_MONTH, A_YEAR = 30, 365


class BillingFilters(PersonFilters):
    """Event, currency and time; which list is shown is chosen above them."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self.currencies: Sequence[str] = ()
        self.search.setPlaceholderText(self.tr("Name, order or note"))
        self.search.setAccessibleName(self.tr("Search money"))
        self.of_event = ChoiceBox(self.tr("Event"))
        self.currency = ChoiceBox(self.tr("Currency"))
        self.since = ChoiceBox(self.tr("When"))
        self.since.offer([
            (self.tr("Any time"), None),
            (self.tr("Last 30 days"), A_MONTH),
            (self.tr("Last 365 days"), A_YEAR),
        ])  # fmt: skip
        self._lay_out((), (self.of_event, self.currency, self.since), self.only)
        self.show_choices(None)

    @property
    def wanted(self) -> Wanted:
        """Return what is chosen now."""
        days = None if self.since.isHidden() else self.since.currentData()
        since = self._now() - timedelta(days=days) if days else None
        event = None if self.of_event.isHidden() else self.of_event.currentData()
        return Wanted(event, self._person, self.currency.currentData() or "", since)

    def offer(self, *, event: bool, since: bool) -> None:
        """Show only the choices that the list goes by."""
        self.of_event.setVisible(event)
        self.since.setVisible(since)

    def show_choices(self, found: Choices | None) -> None:
        """Offer what there is, and keep what was chosen."""
        self.currencies = found.currencies if found else ()
        events = [(title, key) for key, title in found.events] if found else []
        self.of_event.offer([(self.tr("All events"), None), *events])
        known = [(each, each) for each in self.currencies]
        self.currency.offer([(self.tr("All currencies"), None), *known])
        self.currency.setVisible(len(known) > 1)

    def show_person(self, person: int, name: str) -> None:
        """List what concerns one person only."""
        only = self.tr("Only {name}  ✕").format(name=name)
        spoken = self.tr("Money of everybody, not only of {name}").format(name=name)
        self._show_only(person, only, spoken)

    def show_event(self, event: int) -> None:
        """List what concerns one event only."""
        self.of_event.setCurrentIndex(max(0, self.of_event.findData(event)))
        self.changed.emit()
