"""Discount codes: when one holds, for whom, and what is left to pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.money import Money

CODE_LIMIT = 50

NO_CODE = Sentence("code", "The code is empty.")
LONG_CODE = Sentence("code", "The code is longer than {limit} characters.")
NO_DISCOUNT = Sentence("code", "A code takes off either a share or an amount.")
BAD_PERCENT = Sentence("code", "The share is not between 1% and 100%.")
CLOSES_FIRST = Sentence("code", "The code ends before it begins.")
BAD_USES = Sentence("code", "The number of uses is below one; leave it out instead.")

SWITCHED_OFF = Sentence("code", "The code {code} is switched off.")
NOT_YET = Sentence("code", "The code {code} does not hold yet.")
OVER = Sentence("code", "The code {code} does not hold any more.")
USED_UP = Sentence("code", "The code {code} was used %n time(s), which is all.")
USED_BY_THEM = Sentence("code", "This person used the code {code} already.")
ELSEWHERE = Sentence("code", "The code {code} is for another event.")
OTHER_CURRENCY = Sentence(
    "code", "The code {code} takes off {off}, but the price is in {currency}."
)
NOTHING_TO_PAY = Sentence("code", "There is nothing to pay, so the code {code} takes nothing off.")


@dataclass(frozen=True, slots=True)
class CodeDraft:
    """A discount code as entered: a share or an amount, and its limits."""

    code: str
    percent: int | None = None
    amount: Money | None = None
    event_id: int | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    uses: int | None = None
    uses_each: int | None = 1
    active: bool = True

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it; empty if it can be kept."""
        found: dict[str, Sentence] = {}
        if not self.code.strip():
            found["code"] = NO_CODE
        elif len(self.code) > CODE_LIMIT:
            found["code"] = LONG_CODE.filled(limit=CODE_LIMIT)
        if (self.percent is None) == (self.amount is None):
            found["percent"] = NO_DISCOUNT
        elif self.percent is not None and not 1 <= self.percent <= 100:  # noqa: PLR2004 - per cent
            found["percent"] = BAD_PERCENT
        if self.opens_at and self.closes_at and self.closes_at <= self.opens_at:
            found["closes_at"] = CLOSES_FIRST
        for name in ("uses", "uses_each"):
            limit = getattr(self, name)
            if limit is not None and limit < 1:
                found[name] = BAD_USES
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if it cannot be kept."""
        if found := self.problems():
            raise Invalid(found)

    def refusal(
        self, event_id: int, price: Money | None, now: datetime, *, used: int, used_by_them: int
    ) -> Sentence | None:
        """Return why the code takes nothing off here, if so."""
        reasons = (
            (SWITCHED_OFF, not self.active),
            (ELSEWHERE, self.event_id not in (None, event_id)),
            (NOT_YET, self.opens_at is not None and now < self.opens_at),
            (OVER, self.closes_at is not None and now >= self.closes_at),
            (USED_UP.filled(n=used), self.uses is not None and used >= self.uses),
            (USED_BY_THEM, self.uses_each is not None and used_by_them >= self.uses_each),
        )
        for says, holds in reasons:
            if holds:
                return says.filled(code=self.code)
        if price is None or not price.minor:
            return NOTHING_TO_PAY.filled(code=self.code)
        if self.amount is not None and self.amount.currency != price.currency:
            return OTHER_CURRENCY.filled(code=self.code, off=self.amount, currency=price.currency)
        return None

    def left_of(self, price: Money) -> Money:
        """Return what is left to pay."""
        if self.percent is not None:
            return price.less_percent(self.percent)
        assert self.amount is not None  # noqa: S101 - a kept code has one of the two
        return price.less(self.amount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(CodeDraft):
    """A discount code as kept, and how often it was used."""

    id: int
    used: int = 0
