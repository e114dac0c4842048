"""Tax on a line: in the price or on top of it, with the usual rates as data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from cpd_desktop.domain.billing.amounts import rounded
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

WHOLE: Final = 10_000  # rates are kept in hundredths of a per cent
BAD_RATE = Sentence("billing", "The tax rate is not between 0% and 100%.")
NO_TAX_NUMBER = Sentence(
    "billing", "Reverse charge needs the tax number of whoever pays, which is missing."
)


class Treatment(StrEnum):
    """Whether tax is asked for, and why not."""

    STANDARD = "standard"
    EXEMPT = "exempt"
    REVERSE_CHARGE = "reverse_charge"


class Taxed(NamedTuple):
    """An amount apart: what is kept, and what is tax."""

    net: int
    tax: int

    @property
    def gross(self) -> int:
        """Return what is paid."""
        return self.net + self.tax


@dataclass(frozen=True, slots=True)
class TaxRule:
    """How tax is counted in an order."""

    hundredths: int = 0
    inclusive: bool = True
    treatment: Treatment = Treatment.STANDARD

    @property
    def rate(self) -> int:
        """Return the rate that counts; without tax it is none."""
        return self.hundredths if self.treatment is Treatment.STANDARD else 0

    def of(self, minor: int, hundredths: int | None = None) -> Taxed:
        """Return a line's amount apart, each line rounded for itself."""
        rate = self.rate if hundredths is None else hundredths
        if self.inclusive:
            tax = rounded(minor * rate, WHOLE + rate)
            return Taxed(minor - tax, tax)
        return Taxed(minor, rounded(minor * rate, WHOLE))

    def require_valid(self, tax_number: str) -> None:
        """Raise ``Invalid`` for a rate that cannot be, or a reverse charge to nobody."""
        if not 0 <= self.hundredths <= WHOLE:
            raise Invalid({"tax": BAD_RATE})
        if self.treatment is Treatment.REVERSE_CHARGE and not tax_number.strip():
            raise Invalid({"tax_number": NO_TAX_NUMBER})


def rate_in_words(hundredths: int) -> str:
    """Return a rate as people write it: 19%, 8.1%."""
    whole, part = divmod(hundredths, 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".") + "%"


class UsualRate(NamedTuple):
    """The standard rate of a country in hundredths of a per cent, and the day it was looked up."""

    country: str
    hundredths: int
    looked_up: str = "2026-01-01"


# Editable in the settings: laws change, and training is exempt from tax in many places.
USUAL_RATES: Final = tuple(
    UsualRate(country, hundredths)
    for country, hundredths in (
        ("AT", 2000), ("BE", 2100), ("CH", 810), ("CZ", 2100), ("DE", 1900), ("DK", 2500),
        ("ES", 2100), ("FI", 2550), ("FR", 2000), ("GB", 2000), ("IE", 2300), ("IT", 2200),
        ("LU", 1700), ("NL", 2100), ("NO", 2500), ("PL", 2300), ("PT", 2300), ("SE", 2500),
    )
)  # fmt: skip
