"""Amounts as Stripe counts them, which for a few currencies is not in their smallest unit."""

from __future__ import annotations

from typing import Final

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.words import Sentence

LARGEST: Final = 99_999_999
# Both have no decimals any more, but Stripe goes on counting them in hundredths.
IN_HUNDREDTHS: Final = frozenset({"ISK", "UGX"})
# It has decimals, but Stripe counts it in whole units.
IN_WHOLES: Final = frozenset({"MGA"})
IN_TENS: Final = frozenset({"BHD", "JOD", "KWD", "OMR", "TND"})

TOO_FINE = Sentence("stripe", "Stripe cannot take {amount}: {currency} goes in steps of {step}.")
TOO_MUCH = Sentence("stripe", "Stripe cannot take {amount} in one payment.")
NEGATIVE = Sentence("stripe", "An amount of {amount} cannot be paid.")


def at_stripe(money: Money) -> tuple[int, str]:
    """Return amount and currency in Stripe's terms; raises ``Invalid`` for what it cannot take."""
    minor = money.minor
    if minor < 0:
        raise Invalid({"amount": NEGATIVE.filled(amount=str(money))})
    step = 10 if money.currency in IN_TENS else 100 if money.currency in IN_WHOLES else 1
    if minor % step:
        told = TOO_FINE.filled(
            amount=str(money), currency=money.currency, step=str(Money(step, money.currency))
        )
        raise Invalid({"amount": told})
    if money.currency in IN_WHOLES:
        minor //= 100
    elif money.currency in IN_HUNDREDTHS:
        minor *= 100
    if minor > LARGEST:
        raise Invalid({"amount": TOO_MUCH.filled(amount=str(money))})
    return minor, money.currency.lower()


def from_stripe(amount: int, currency: str) -> Money:
    """Return what Stripe told; what is below our smallest unit cannot occur."""
    code = currency.upper()
    if code in IN_WHOLES:
        amount *= 100
    elif code in IN_HUNDREDTHS:
        amount = round(amount / 100)
    return Money(amount, code)
