"""What an event is worth, and how much of it somebody must have been there for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import date

    from cpd_desktop.domain.attendance.credit_rules import CreditRule

TYPE_LIMIT = 100
STATEMENT_LIMIT = 1000
MOST = Decimal(1000)
MOST_PERCENT = 100
MOST_MINUTES = 10_000
DEFAULT_PERCENT = 80

NOT_CREDIT = Sentence("credit", "“{text}” is not a credit such as “2 CPD hours”.")
NO_TYPE = Sentence("credit", "The credit has no type, such as CPD hours.")
LONG_TYPE = Sentence("credit", "The credit's type is longer than {limit} characters.")
BAD_AMOUNT = Sentence("credit", "The credit is not between 0.01 and {most}, in hundredths.")
LONG_CATEGORY = Sentence("credit", "The category is longer than {limit} characters.")
LONG_STATEMENT = Sentence("credit", "The accreditor's statement is longer than {limit} characters.")
LONG_NUMBER = Sentence("credit", "The provider number is longer than {limit} characters.")
ENDS_FIRST = Sentence("credit", "The approval ends before it begins.")
NOT_MINIMUM = Sentence("credit", "“{text}” is not a minimum such as 80% or 96min.")
BAD_PERCENT = Sentence("credit", "The minimum is not between 1% and 100%.")
BAD_MINUTES = Sentence("credit", "The minimum is not between 1 and 10,000 minutes.")


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One kind of credit that the event gives; without a ``rule`` of its own, as the event asks.

    ``category`` is the field of study or the kind within the type; ``statement`` is what the
    accreditor wants printed, word for word; the days say when its approval holds, if that is known.
    ``provider_number`` is that by which this accreditor knows the provider, if it is another one.
    """

    type: str
    amount: Decimal
    accreditor: str = ""
    activity_number: str = ""
    id: int | None = None
    rule: CreditRule | None = None
    category: str = ""
    statement: str = ""
    approved_from: date | None = None
    approved_until: date | None = None
    provider_number: str = ""

    def __str__(self) -> str:
        amount = f"{self.amount:f}"
        return f"{amount.rstrip('0').rstrip('.') if '.' in amount else amount} {self.type}"

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        if not self.type.strip():
            return NO_TYPE
        hundredths = self.amount * 100
        if not 0 < self.amount <= MOST or hundredths != int(hundredths):
            return BAD_AMOUNT.filled(most=MOST)
        for text, limit, says in (
            (self.type, TYPE_LIMIT, LONG_TYPE),
            (self.category, TYPE_LIMIT, LONG_CATEGORY),
            (self.statement, STATEMENT_LIMIT, LONG_STATEMENT),
            (self.provider_number, TYPE_LIMIT, LONG_NUMBER),
        ):
            if len(text) > limit:
                return says.filled(limit=limit)
        if self.approved_from and self.approved_until and self.approved_until < self.approved_from:
            return ENDS_FIRST
        return self.rule.problem() if self.rule else None


def read_credit(text: str) -> CreditLine:
    """Read “2 CPD hours”; raises ``Invalid``."""
    amount, _, kind = text.strip().partition(" ")
    try:
        line = CreditLine(" ".join(kind.split()), Decimal(amount))
    except InvalidOperation:
        raise Invalid({"credit": NOT_CREDIT.filled(text=text)}) from None
    if not line.amount.is_finite() or line.problem():
        raise Invalid({"credit": NOT_CREDIT.filled(text=text)})
    return line


@dataclass(frozen=True, slots=True)
class Minimum:
    """How much of the event somebody must attend: a share of it, or minutes."""

    percent: int | None = DEFAULT_PERCENT
    minutes: int | None = None

    def __str__(self) -> str:
        return f"{self.percent}%" if self.minutes is None else f"{self.minutes}min"

    def problem(self) -> Sentence | None:
        """Return what is wrong with it, if anything."""
        if self.minutes is not None:
            return None if 1 <= self.minutes <= MOST_MINUTES else BAD_MINUTES
        known = self.percent is not None and 1 <= self.percent <= MOST_PERCENT
        return None if known else BAD_PERCENT

    def kept(self) -> dict[str, Any]:
        """Return what is written down."""
        if self.minutes is not None:
            return {"minimum_minutes": self.minutes}
        return {"minimum_percent": self.percent}


USUAL_MINIMUM = Minimum()


def minimum_of(kept: dict[str, Any]) -> Minimum:
    """Return the minimum that was written down; the usual one if none was."""
    if "minimum_minutes" in kept:
        return Minimum(None, int(kept["minimum_minutes"]))
    return Minimum(int(kept.get("minimum_percent", DEFAULT_PERCENT)))


def read_minimum(text: str) -> Minimum:
    """Read “80%” or “96min”; raises ``Invalid``."""
    found = re.fullmatch(r"(\d{1,6})\s*(%|min|minutes?|m)", text.strip(), re.IGNORECASE | re.ASCII)
    if found is None:
        raise Invalid({"minimum": NOT_MINIMUM.filled(text=text)})
    number = int(found[1])
    made = Minimum(number) if found[2] == "%" else Minimum(None, number)
    if problem := made.problem():
        raise Invalid({"minimum": problem})
    return made
