"""What one certificate says: the same words on the page, in the QR code and in the badge."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from cpd_desktop.domain.credit import CreditLine

if TYPE_CHECKING:
    from cpd_desktop.domain.certificates.cbor import Item

LONGEST_TEXT = 500
MOST_CREDITS = 20
_NUMBER, _NAME, _TITLE, _FIRST, _DAYS, _CREDIT, _ISSUED = range(1, 8)
_CREDIT_PARTS = range(2, 5)
_EPOCH = date(1970, 1, 1)
_LAST_DAY = (date.max - _EPOCH).days


@dataclass(frozen=True, slots=True)
class Claims:
    """What a certificate claims about one person and one event.

    The day of issue is that in UTC, as the days are on which keys begin and end; the days of the
    event are those where it took place.
    """

    number: str
    name: str
    title: str
    first: date
    last: date
    credit: tuple[CreditLine, ...]
    issued: date

    @property
    def dates(self) -> str:
        """Return the day, or the first and the last, the way ISO 8601 writes them."""
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def credit_words(self) -> str:
        """Return all credit in one line."""
        return ", ".join(map(str, self.credit))

    def numbered(self) -> dict[int, Item]:
        """Return the claims under small numbers, for the token; later numbers may be added."""
        found: dict[int, Item] = {
            _NUMBER: self.number,
            _NAME: self.name,
            _TITLE: self.title,
            _FIRST: (self.first - _EPOCH).days,
            _ISSUED: (self.issued - _EPOCH).days,
        }
        if self.last != self.first:
            found[_DAYS] = (self.last - self.first).days
        if self.credit:
            found[_CREDIT] = [_credit_item(line) for line in self.credit]
        return found


def claims_of(numbered: Item) -> Claims:
    """Return the claims that were written under numbers; raises ``ValueError`` if they are none."""
    if not isinstance(numbered, dict):
        raise ValueError  # noqa: TRY004 - whoever reads this treats every unfit value alike
    credit = numbered.get(_CREDIT, [])
    if not isinstance(credit, list) or len(credit) > MOST_CREDITS:
        raise ValueError
    first = _day(numbered.get(_FIRST))
    return Claims(
        number=_text(numbered.get(_NUMBER)),
        name=_text(numbered.get(_NAME)),
        title=_text(numbered.get(_TITLE)),
        first=first,
        last=_day(numbered.get(_DAYS, 0), first),
        credit=tuple(map(_credit_line, credit)),
        issued=_day(numbered.get(_ISSUED)),
    )


def _credit_item(line: CreditLine) -> Item:
    parts: list[Item] = [int(line.amount * 100), line.type]
    if line.accreditor or line.activity_number:
        parts.append(line.accreditor)
    if line.activity_number:
        parts.append(line.activity_number)
    return parts


def _credit_line(item: Item) -> CreditLine:
    if not isinstance(item, list) or len(item) not in _CREDIT_PARTS:
        raise ValueError
    amount, kind, *rest = item
    accreditor, activity = (*map(_text, rest), "", "")[:2]
    return CreditLine(_text(kind), Decimal(_whole(amount)) / 100, accreditor, activity)


def _text(item: Item | None) -> str:
    if not isinstance(item, str) or len(item) > LONGEST_TEXT:
        raise ValueError
    return item


def _whole(item: Item | None) -> int:
    if not isinstance(item, int):
        raise ValueError  # noqa: TRY004 - as above
    return item


def _day(item: Item | None, since: date = _EPOCH) -> date:
    days = _whole(item)
    if not 0 <= days <= _LAST_DAY - (since - _EPOCH).days:
        raise ValueError
    return since + timedelta(days=days)
