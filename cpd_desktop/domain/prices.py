"""What a place costs: in full, or less for those who register early."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.zones import wall_time

if TYPE_CHECKING:
    from datetime import date, datetime, timedelta

    from cpd_desktop.domain.money import Money

NO_PRICE = Sentence("event", "There is an early price, but no price.")
BELOW_NOTHING = Sentence("event", "The early price is below nothing.")
OTHER_CURRENCY = Sentence("event", "The early price is in {early}, but the price is in {currency}.")
NOT_LOWER = Sentence("event", "The early price is not lower than the price.")
TOO_LATE = Sentence(
    "event", "The early price holds until {until}, but the event starts on {starts}."
)


@dataclass(frozen=True, slots=True)
class EarlyPrice:
    """A lower price, through the end of its last day as the event's own clocks show it."""

    price: Money
    until: date

    def __str__(self) -> str:
        return f"{self.price} until {self.until}"

    def later(self, by: timedelta) -> EarlyPrice:
        """Return it for an event that was moved by so many days."""
        return replace(self, until=self.until + by)

    def problem(self, full: Money | None, starts: date) -> Sentence | None:
        """Return what is wrong with it beside the full price of an event that starts then."""
        if full is None:
            return NO_PRICE
        if self.price.minor < 0:
            return BELOW_NOTHING
        if self.price.currency != full.currency:
            return OTHER_CURRENCY.filled(early=self.price.currency, currency=full.currency)
        if self.price.minor >= full.minor:
            return NOT_LOWER
        if self.until > starts:
            return TOO_LATE.filled(until=self.until, starts=starts)
        return None


@dataclass(frozen=True, slots=True)
class Prices:
    """What a place on an event costs, and where its clocks are."""

    full: Money | None
    early: EarlyPrice | None = None
    zone: str = "UTC"

    def is_early(self, at: datetime) -> bool:
        """Say whether whoever gets a place at this moment pays the early price."""
        if self.full is None or self.early is None:
            return False
        return wall_time(at, self.zone).date() <= self.early.until

    def at(self, at: datetime) -> Money | None:
        """Return what a place costs that somebody gets at this moment, if anything."""
        return self.early.price if self.early and self.is_early(at) else self.full

    def was_early(self, price: Money | None, at: datetime) -> bool:
        """Say whether a place got at this moment, for this, has the early price or less."""
        return (
            price is not None
            and self.early is not None
            and self.is_early(at)
            and price.minor <= self.early.price.minor
        )
