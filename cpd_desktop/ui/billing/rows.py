"""The rows of the lists of billing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import Money
from cpd_desktop.services.billing.lists import ALL, Steps
from cpd_desktop.ui.billing.words import entry_words, tested, way_words
from cpd_desktop.ui.dates import day, day_and_time, day_of
from cpd_desktop.ui.money import amount_words
from cpd_desktop.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cpd_desktop.domain.billing.reports import OwedRow
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.lists import (
        BillingLists,
        EntryLine,
        OrderLine,
        PaymentLine,
    )
    from cpd_desktop.ui.row_table import Column

Line = TypeVar("Line")


class Cell(str):
    """A text that is sorted by something else than its letters."""

    __slots__ = ("order",)
    order: Any


def cell(text: str, order: Any) -> Cell:
    """Return a text with what it is sorted by."""
    made = Cell(text)
    made.order = order
    return made


def amount(money: Money) -> Cell:
    """Return an amount, sorted by currency and size."""
    return cell(amount_words(money), (money.currency, money.minor))


def on_day(at: date) -> Cell:
    """Return a day, sorted by time."""
    return cell(day_of(at), at)


class HeldRows:
    """Lines that were read whole, because they are sums and in no table; searched and sorted."""

    def __init__(self, columns: Sequence[Column], cells: Callable[[Any], Sequence[object]]) -> None:
        self.columns = columns
        self._cells = cells
        self._shown: dict[int, Sequence[object]] = {}
        self.items: Mapping[int, Any] = {}

    def hold(self, items: Mapping[int, Any]) -> None:
        """Show these from now on."""
        self.items = items
        self._shown = {key: self._cells(each) for key, each in items.items()}

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return those that have the words, in order."""
        words = folded(search).split()
        column = next(n for n, each in enumerate(self.columns) if each.key == sort)
        found = [
            key
            for key, cells in self._shown.items()
            if not words or all(word in folded(" ".join(map(str, cells))) for word in words)
        ]
        return sorted(found, key=lambda key: _order(self._shown[key][column]), reverse=descending)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._shown[key] for key in ids if key in self._shown}


class ListRows(Generic[Line]):
    """What one of the lists of billing finds and tells, for a table."""

    def __init__(
        self,
        columns: Sequence[Column],
        find: Callable[..., Sequence[int]],
        lines: Callable[[Sequence[int]], Mapping[int, Line]],
        cells: Callable[[Line], Sequence[object]],
    ) -> None:
        self.columns = columns
        self.wanted = ALL
        self._find = find
        self._lines = lines
        self._cells = cells

    def line(self, key: int) -> Line | None:
        """Return one of them; nothing once it is not in the list."""
        return self._lines([key]).get(key)

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return those that fit, in order."""
        return self._find(search, self.wanted, sort, descending=descending)

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        return {key: self._cells(each) for key, each in self._lines(ids).items()}


class EntryRows:
    """Entries of the ledger for a table, with what is owed after each."""

    def __init__(self, lists: BillingLists, columns: Sequence[Column], zone: str) -> None:
        self._lists = lists
        self._zone = zone
        self.columns = columns
        self._ids: Sequence[int] = ()
        self._steps = Steps(ALL, {})

    def hold(self, ids: Sequence[int], steps: Steps) -> None:
        """List these from now on, the newest first."""
        self._ids, self._steps = ids, steps

    def ids(self, search: str, sort: str, descending: bool) -> Sequence[int]:  # noqa: FBT001
        """Return those that fit, as they were booked."""
        _ = search, sort
        return self._ids if descending else self._ids[::-1]

    def rows(self, ids: Sequence[int]) -> dict[int, Sequence[object]]:
        """Return their cells."""
        found = self._lists.entry_lines(ids, self._steps)
        return {key: self._cells(each) for key, each in found.items()}

    def _cells(self, line: EntryLine) -> Sequence[object]:
        each = line.entry
        return (
            day_and_time(each.at, self._zone),
            line.name,
            entry_words(each.kind, trial=each.trial),
            amount_words(each.amount),
            amount_words(Money(line.balance, each.amount.currency)),
            line.event,
            line.order,
            each.why,
        )


def _order(shown: object) -> Any:
    return shown.order if isinstance(shown, Cell) else folded(str(shown))


def owed_cells(each: OwedRow) -> Sequence[object]:
    """Return what is open in a row."""
    order = tested(each.order) if each.trial else each.order
    ordered = day_of(date.fromisoformat(each.day)) if each.day else ""
    return (each.name, amount_words(each.open), each.title, order, ordered, each.email)


def due_cells(each: RefundDue) -> Sequence[object]:
    """Return what may have to go back in a row."""
    name = each.order.buyer.name
    way = way_words(each.payment)
    return (name, amount_words(each.amount), in_words(each.why), way, each.order.number)


def payment_cells(line: PaymentLine) -> Sequence[object]:
    """Return a payment in a row."""
    each = line.payment
    back = amount_words(Money(each.refunded, each.amount.currency))
    return (
        day_of(each.received_on),
        line.name,
        amount_words(each.amount),
        back if each.refunded else "",
        way_words(each),
        line.order,
        line.event,
        each.note,
    )


def order_cells(zone: str, line: OrderLine) -> Sequence[object]:
    """Return an order in a row."""
    each = line.order
    return (
        tested(each.number) if each.trial else each.number,
        each.buyer.name,
        amount_words(each.total),
        amount_words(each.open),
        line.event,
        day(each.ordered_at, zone),
    )
