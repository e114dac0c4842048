"""What came in and what is open: rows for a table, with words for its columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.billing.entries import Sums

REVENUE = Sentence("billing", "Revenue")
OWED = Sentence("billing", "Who owes")
MODE = Sentence("billing", "Mode")  # the last column before the amounts
HEADINGS = (
    Sentence("billing", "Event"),
    Sentence("billing", "Period"),
    Sentence("billing", "Currency"),
    MODE,
    Sentence("billing", "Charged"),
    Sentence("billing", "Taken back"),
    Sentence("billing", "Paid"),
    Sentence("billing", "Refunded"),
    Sentence("billing", "Open"),
)
OWED_HEADINGS = (
    Sentence("billing", "Order"),
    Sentence("billing", "Ordered"),
    Sentence("billing", "Name"),
    Sentence("billing", "E-mail"),
    Sentence("billing", "Event"),
    Sentence("billing", "Currency"),
    MODE,
    Sentence("billing", "Open"),
)
TEST = "test"  # how a row tells that its money is of Stripe's test mode


class RevenueRow(NamedTuple):
    """What the entries of an event in a period and currency come to."""

    event: int | None
    title: str
    period: str
    currency: str
    sums: Sums
    trial: bool = False

    def cells(self) -> list[str]:
        """Return it as a row of a table, amounts as plain numbers."""
        sums = self.sums
        amounts = (sums.charged, sums.credited, sums.paid, sums.refunded, sums.open)
        return [
            self.title,
            self.period,
            self.currency,
            TEST if self.trial else "",
            *(plain(minor, self.currency) for minor in amounts),
        ]


class OwedRow(NamedTuple):
    """Somebody who owes for an order, or for a place that was not ordered yet."""

    order: str
    day: str
    person: int
    name: str
    email: str
    event: int | None
    title: str
    registration: int | None
    open: Money
    trial: bool = False

    def cells(self) -> list[str]:
        """Return it as a row of a table."""
        amount = plain(self.open.minor, self.open.currency)
        return [
            self.order, self.day, self.name, self.email, self.title, self.open.currency,
            TEST if self.trial else "", amount,
        ]  # fmt: skip


def plain(minor: int, currency: str) -> str:
    """Return an amount without its currency: a number that programs add up."""
    return str(Money(minor, currency)).partition(" ")[0]
