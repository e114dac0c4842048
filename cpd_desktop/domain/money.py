"""Amounts of money: whole minor units and a currency, never fractions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

NOT_MONEY = Sentence("money", "“{text}” is not an amount such as 75.00 GBP.")
TOO_FINE = Sentence("money", "{currency} has {places} decimal places; “{text}” has more.")
TOO_MUCH = Sentence("money", "The amount {text} is too large.")

LIMIT = 10**11
# Everything else has two decimal places.
NO_DECIMALS = frozenset(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split()  # noqa: SIM905
)
THREE_DECIMALS = frozenset({"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"})

_AMOUNT = re.compile(r"(\d{1,12})(?:\.(\d+))?")
_CURRENCY = re.compile(r"[A-Z]{3}")


def decimals(currency: str) -> int:
    """Return how many decimal places the currency has."""
    if currency in NO_DECIMALS:
        return 0
    return 3 if currency in THREE_DECIMALS else 2


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in the smallest unit of its currency."""

    minor: int
    currency: str

    def __str__(self) -> str:
        places = decimals(self.currency)
        return f"{Decimal(self.minor).scaleb(-places):.{places}f} {self.currency}"

    def less_percent(self, percent: int) -> Money:
        """Return what is left after a discount; half a unit counts in the payer's favour."""
        off = (Decimal(self.minor) * percent / 100).quantize(Decimal(1), ROUND_HALF_UP)
        return Money(self.minor - int(off), self.currency)

    def less(self, other: Money) -> Money:
        """Return what is left after an amount in the same currency; never below nothing."""
        return Money(max(0, self.minor - other.minor), self.currency)


def read_money(text: str, currency: str = "") -> Money:
    """Read “75.00 GBP”, “GBP 75” or, with a currency known already, “75”; raises ``Invalid``."""
    parts = text.upper().split()
    named = [part for part in parts if _CURRENCY.fullmatch(part)]
    amounts = [part for part in parts if not _CURRENCY.fullmatch(part)]
    currency = named[0] if named else currency
    found = _AMOUNT.fullmatch(amounts[0]) if len(amounts) == 1 else None
    if found is None or len(named) > 1 or not _CURRENCY.fullmatch(currency):
        raise Invalid({"price": NOT_MONEY.filled(text=text)})
    whole, fraction = found[1], (found[2] or "").rstrip("0")
    places = decimals(currency)
    if len(fraction) > places:
        raise Invalid({"price": TOO_FINE.filled(currency=currency, places=places, text=text)})
    minor = int(whole + fraction.ljust(places, "0"))
    if minor >= LIMIT:
        raise Invalid({"price": TOO_MUCH.filled(text=text)})
    return Money(minor, currency)
