"""Orders: what somebody is to pay for, line by line, with discounts and tax."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from cpd_desktop.domain.billing.amounts import TOO_LARGE
from cpd_desktop.domain.billing.tax import Taxed, TaxRule
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import LIMIT, Money
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

NO_LINES = Sentence("billing", "The order has no lines.")
NO_TEXT = Sentence("billing", "A line of the order says nothing.")
BAD_QUANTITY = Sentence("billing", "A line of the order has no quantity between 1 and {most}.")
BAD_DISCOUNT = Sentence("billing", "More is taken off a line than it costs.")
BAD_PRICE = Sentence("billing", "A line of the order costs less than nothing.")
NO_TAX = TaxRule()
MOST = 10_000
LONGEST = 500


class LineKind(StrEnum):
    """What a line is for."""

    PLACE = "place"
    MEMBERSHIP = "membership"
    DONATION = "donation"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """A line as entered; a donation is never taxed."""

    text: str
    unit_minor: int
    quantity: int = 1
    discount_minor: int = 0
    kind: LineKind = LineKind.PLACE
    registration: int | None = None
    event: int | None = None

    @property
    def minor(self) -> int:
        """Return what it costs after its discount."""
        return self.quantity * self.unit_minor - self.discount_minor

    def problem(self) -> Sentence | None:
        """Return what is wrong with it."""
        if not self.text.strip() or len(self.text) > LONGEST:
            return NO_TEXT
        if not 1 <= self.quantity <= MOST:
            return BAD_QUANTITY.filled(most=MOST)
        if self.unit_minor < 0:
            return BAD_PRICE
        if not 0 <= self.discount_minor <= self.quantity * self.unit_minor:
            return BAD_DISCOUNT
        return None


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who is named as paying; the address and tax number of the day stay on the documents."""

    name: str
    email: str = ""
    address: str = ""
    tax_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderDraft:
    """What is ordered, by whom, in one currency."""

    person: int
    buyer: Buyer
    currency: str
    lines: tuple[LineDraft, ...]
    tax: TaxRule = NO_TAX
    event: int | None = None
    party: int | None = None

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be ordered."""
        if not self.lines:
            raise Invalid({"lines": NO_LINES})
        for each in self.lines:
            if problem := each.problem():
                raise Invalid({"lines": problem})
        self.tax.require_valid(self.buyer.tax_number)
        if (total := self.total()).minor >= LIMIT:
            raise Invalid({"lines": TOO_LARGE.filled(amount=total)})

    def rate_of(self, line: LineDraft) -> int:
        """Return the rate of a line."""
        return 0 if line.kind is LineKind.DONATION else self.tax.rate

    def taxed(self, line: LineDraft) -> Taxed:
        """Return a line apart."""
        return self.tax.of(line.minor, self.rate_of(line))

    def total(self) -> Money:
        """Return what is to be paid."""
        return Money(sum(self.taxed(each).gross for each in self.lines), self.currency)


class TaxSum(NamedTuple):
    """What stands under a bill for one rate."""

    hundredths: int
    net: int
    tax: int


def tax_sums(lines: Iterable[tuple[int, int, int]]) -> tuple[TaxSum, ...]:
    """Return the sums by rate of lines told as rate, net and tax; the highest rate first."""
    found: dict[int, list[int]] = {}
    for rate, net, tax in lines:
        sums = found.setdefault(rate, [0, 0])
        sums[0] += net
        sums[1] += tax
    return tuple(TaxSum(rate, *found[rate]) for rate in sorted(found, reverse=True))
