"""Whole minor units divided without losing any: rounding, shares and signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.money import LIMIT, NOT_MONEY, Money, read_money
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_POSITIVE = Sentence("billing", "The amount {amount} is not more than nothing.")
TOO_LARGE = Sentence("billing", "The amount {amount} is too large.")


def rounded(above: int, below: int) -> int:
    """Return a quotient to the nearest whole; a half goes away from zero, also below it."""
    half = (2 * abs(above) + below) // (2 * below)
    return half if above >= 0 else -half


def shared(minor: int, weights: Sequence[int]) -> list[int]:
    """Return an amount divided by weights, of which the sum is the amount again.

    Each part is no further than one unit from its exact share. Without any weight all of it goes
    to the first part.
    """
    total = sum(weights)
    if not total:
        return [minor, *[0] * (len(weights) - 1)]
    parts, passed, given = [], 0, 0
    for weight in weights:
        passed += weight
        parts.append(rounded(minor * passed, total) - given)
        given += parts[-1]
    return parts


def require_amount(money: Money) -> Money:
    """Return an amount that can be booked; raises ``Invalid`` for nothing, less, or too much."""
    if money.minor <= 0:
        raise Invalid({"amount": NOT_POSITIVE.filled(amount=money)})
    if money.minor >= LIMIT:
        raise Invalid({"amount": TOO_LARGE.filled(amount=money)})
    return money


def read_amount(text: str, currency: str = "") -> Money:
    """Return what somebody typed as an amount that can be booked; raises ``Invalid``."""
    try:
        return require_amount(read_money(text, currency))
    except Invalid as error:
        says = next(iter(error.problems.values()), NOT_MONEY.filled(text=text))
        raise Invalid({"amount": says}) from None
