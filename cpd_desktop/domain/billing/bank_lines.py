"""Rows of a bank's or PayPal's list: read as payments, and matched with orders by proposal.

Nothing is booked by these rules. A proposal names its reasons; a person accepts it.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.folding import folded
from cpd_desktop.domain.money import LIMIT, Money, decimals
from cpd_desktop.domain.words import Sentence
from cpd_desktop.domain.written_dates import DateOrder, date_in, orders_that_fit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

NO_COLUMN = Sentence("bank", "No column of the file says the {what}: {headers}.")
NO_DAY = Sentence("bank", "Row {row}: “{text}” is no day.")
NO_AMOUNT = Sentence("bank", "Row {row}: “{text}” is no amount.")
NO_CURRENCY = Sentence("bank", "Row {row} names no currency; say which one the account has.")
SAME_REFERENCE = Sentence("bank", "It names {order}.")
SAME_PLACE = Sentence("bank", "It names the place {reference}.")
SAME_AMOUNT = Sentence("bank", "The amount is what is open.")
OTHER_AMOUNT = Sentence("bank", "Open is {open}.")
SAME_NAME = Sentence("bank", "It comes from {name}.")

_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "day": ("buchungstag", "booking date", "buchungsdatum", "transaction date", "date", "datum"),
    "amount": ("gross", "brutto", "betrag", "amount", "paid in", "credit", "umsatz", "value"),
    "currency": ("currency", "wahrung", "waehrung"),
    "text": (
        *("verwendungszweck", "reference", "payment reference", "description", "details"),
        *("buchungstext", "memo", "narrative", "subject", "betreff", "item title", "note"),
        *("invoice number", "rechnungsnummer", "custom number", "hinweis", "artikelbezeichnung"),
    ),
    "name": (
        *("name", "auftraggeber", "zahlungspflichtiger", "payer", "counterparty", "sender"),
        *("beguenstigter", "name zahlungsbeteiligter", "from", "absender"),
    ),
    "external": ("transaction id", "transaktionscode", "transaction code", "payment id"),
    "status": ("status",),
}
_THOUSAND: Final = 3  # figures between marks
_COMPLETED: Final = frozenset({"completed", "abgeschlossen", ""})
_AMOUNT: Final = re.compile(r"([+-]?)\(?([\d.,'\u2019\s]+)\)?([+-]?)")
_WHOLE: Final = re.compile(r"\d*|\d{1,3}([.,])\d{3}(?:\1\d{3})*")
_WORD: Final = re.compile(r"\w+")
_SIGNS: Final = str.maketrans("", "", "€$£¥\u00a0\u202f ")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a list say what; several may hold text."""

    day: int
    amount: int
    currency: int | None
    texts: tuple[int, ...]
    name: int | None
    external: int | None
    status: int | None


def columns_of(headers: Sequence[str]) -> Columns:
    """Return which column is which; raises ``Invalid`` if day or amount is not told."""
    plain = [folded(each).strip() for each in headers]

    def found(what: str) -> list[int]:
        exact = [plain.index(word) for word in _WORDS[what] if word in plain]
        begins = [
            at for word in _WORDS[what] for at, text in enumerate(plain)
            if text.startswith((f"{word} ", f"{word}("))
        ]  # fmt: skip
        return list(dict.fromkeys((*exact, *begins)))

    firsts = {what: next(iter(found(what)), None) for what in _WORDS}
    for what in ("day", "amount"):
        if firsts[what] is None:
            told = ", ".join(filter(None, map(str.strip, headers)))[:200]
            raise Invalid({what: NO_COLUMN.filled(what=what, headers=told)})
    day, amount = firsts["day"], firsts["amount"]
    assert day is not None  # noqa: S101 - looked at just now
    assert amount is not None  # noqa: S101 - looked at just now
    return Columns(
        day, amount, firsts["currency"], tuple(found("text")), firsts["name"],
        firsts["external"], firsts["status"],
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BankLine:
    """A row of money that came in."""

    row: int
    day: date
    amount: Money
    name: str
    text: str
    external: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class BankLines:
    """What a list holds: money that came in, rows that are none, and rows that say nonsense."""

    lines: tuple[BankLine, ...]
    others: int
    problems: tuple[Sentence, ...]

    @property
    def read(self) -> int:
        """Return how many rows there were."""
        return len(self.lines) + self.others + len(self.problems)


def read_lines(
    rows: Iterable[tuple[int, list[str]]], columns: Columns, usual: str, source: str
) -> BankLines:
    """Return the rows as payments; ``usual`` is the currency where none is told.

    What went out, and what is not completed yet, is counted with the others.
    """
    kept = [(row, [*cells, *[""] * 64]) for row, cells in rows]
    order = _date_order(cells[columns.day] for _, cells in kept)
    lines: list[BankLine] = []
    problems: list[Sentence] = []
    seen: dict[str, int] = {}
    others = 0
    for row, cells in kept:
        status = columns.status is None or folded(cells[columns.status]).strip() in _COMPLETED
        try:
            line = _line(row, cells, columns, usual, order)
        except Invalid as error:
            problems.append(next(iter(error.problems.values())))
            continue
        if line is None or not status:
            others += 1
            continue
        mark = f"{source}\0{line.external or line.fingerprint}"
        seen[mark] = seen.get(mark, 0) + (0 if line.external else 1)
        told = hashlib.sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest()
        lines.append(
            BankLine(row, line.day, line.amount, line.name, line.text, line.external, told)
        )
    return BankLines(tuple(lines), others, tuple(problems))


def _line(
    row: int, cells: Sequence[str], columns: Columns, usual: str, order: DateOrder
) -> BankLine | None:
    def cell(at: int | None) -> str:
        return "" if at is None else cells[at].strip()

    told = cell(columns.amount)
    currency = (cell(columns.currency) or usual).upper()
    if len(currency) != 3 or not currency.isalpha() or not currency.isascii():  # noqa: PLR2004
        raise Invalid({"currency": NO_CURRENCY.filled(row=row)})
    minor = read_minor(told, currency)
    if minor is None:
        if not told:
            return None
        raise Invalid({"amount": NO_AMOUNT.filled(row=row, text=told[:40])})
    if minor <= 0:
        return None
    day = date_in(cell(columns.day), order)
    if day is None:
        raise Invalid({"day": NO_DAY.filled(row=row, text=cell(columns.day)[:40])})
    text = " ".join(dict.fromkeys(filter(None, map(cell, columns.texts))))[:1000]
    name = cell(columns.name)[:200]
    same = "\0".join((day.isoformat(), str(minor), currency, name, text))
    return BankLine(
        row, day, Money(minor, currency), name, text, cell(columns.external)[:200], same
    )


def read_minor(text: str, currency: str) -> int | None:
    """Return an amount as banks write it, 1.234,56 or 1,234.56- or (12.00); nothing if it is none.

    A single mark before three figures divides thousands, unless the currency has three decimals.
    """
    plain = text.translate(_SIGNS).upper().removesuffix(currency).removeprefix(currency)
    found = _AMOUNT.fullmatch(plain)
    if found is None or not any(each.isdigit() for each in found[2]):
        return None
    negative = "-" in (found[1], found[3]) or plain.startswith("(")
    figures = re.sub(r"['\u2019\s]", "", found[2])
    places = decimals(currency)
    at = max(figures.rfind("."), figures.rfind(","))
    mark, after = (figures[at], len(figures) - at - 1) if at >= 0 else ("", 0)
    other = "," if mark == "." else "."
    divides = after == _THOUSAND and other not in figures and places != _THOUSAND
    is_decimal = bool(mark) and figures.count(mark) == 1 and not divides
    whole, fraction = (figures[:at], figures[at + 1 :]) if is_decimal else (figures, "")
    if not _WHOLE.fullmatch(whole):
        return None
    fraction = fraction.rstrip("0") if len(fraction) > places else fraction
    whole = whole.replace(".", "").replace(",", "")
    if len(fraction) > places or len(whole) > 12 or not (whole + fraction).isascii():  # noqa: PLR2004
        return None
    minor = int((whole or "0") + fraction.ljust(places, "0"))
    if minor >= LIMIT:
        return None
    return -minor if negative else minor


def _date_order(samples: Iterable[str]) -> DateOrder:
    fits = orders_that_fit([each for each in samples if each.strip()])
    return DateOrder.MONTH_FIRST if fits == {DateOrder.MONTH_FIRST} else DateOrder.DAY_FIRST


class Certainty(StrEnum):
    """How well a row fits an order."""

    SURE = "sure"  # it names the order, and the amount is what is open
    LIKELY = "likely"
    POSSIBLE = "possible"
    NONE = "none"


class OpenOrder(NamedTuple):
    """An order that could be meant, by all that a bank's row may call it."""

    id: int
    number: str
    references: tuple[str, ...]
    names: tuple[str, ...]
    open: Money


class Proposal(NamedTuple):
    """Which order a row may pay, and why; nothing if none fits alone."""

    line: BankLine
    order: OpenOrder | None
    certainty: Certainty
    reasons: tuple[Sentence, ...] = ()


class Candidates:
    """Open orders, quick to find by what a row says."""

    def __init__(self, orders: Iterable[OpenOrder]) -> None:
        self._orders = tuple(orders)
        self._by_name: dict[str, list[OpenOrder]] = {}
        self._by_amount: dict[Money, list[OpenOrder]] = {}
        for each in self._orders:
            for name in (each.number, *each.references):
                self._by_name.setdefault(_compact(name), []).append(each)
            self._by_amount.setdefault(each.open, []).append(each)

    def proposal(self, line: BankLine) -> Proposal:
        """Return what a row may pay."""
        said = _compact(f"{line.text} {line.name}")
        named = self._named(said)
        same = line.amount
        if len(named) == 1:
            (order,) = named
            in_text = _stands_in(_compact(order.number), said)
            says = SAME_REFERENCE.filled(order=order.number)
            if not in_text:
                reference = next(
                    (each for each in order.references if _stands_in(_compact(each), said)), ""
                )
                says = SAME_PLACE.filled(reference=reference)
            if order.open == same:
                return Proposal(line, order, Certainty.SURE, (says, SAME_AMOUNT))
            if order.open.currency == same.currency:
                open_is = OTHER_AMOUNT.filled(open=order.open)
                return Proposal(line, order, Certainty.LIKELY, (says, open_is))
        if named:
            return Proposal(line, None, Certainty.NONE)
        fitting = self._by_amount.get(same, [])
        by_name = [each for each in fitting if _is_named(line.name, each.names)]
        if len(by_name) == 1:
            says = SAME_NAME.filled(name=line.name)
            return Proposal(line, by_name[0], Certainty.LIKELY, (says, SAME_AMOUNT))
        if len(fitting) == 1:
            return Proposal(line, fitting[0], Certainty.POSSIBLE, (SAME_AMOUNT,))
        return Proposal(line, None, Certainty.NONE)

    def _named(self, said: str) -> list[OpenOrder]:
        found: dict[int, OpenOrder] = {}
        for name, orders in self._by_name.items():
            if len(name) >= _SHORTEST and _stands_in(name, said):
                found |= {each.id: each for each in orders}
        return list(found.values())


_SHORTEST: Final = 5


def _stands_in(name: str, said: str) -> bool:
    """Say whether a name stands in what was said, and not as the beginning of a longer number."""
    at = said.find(name)
    while at >= 0:
        after = said[at + len(name) : at + len(name) + 1]
        if not (after.isdigit() and name[-1].isdigit()):
            return True
        at = said.find(name, at + 1)
    return False


def _compact(text: str) -> str:
    """Return only letters and figures: banks break references and change their marks."""
    return "".join(each for each in text.upper() if each.isalnum())


def _is_named(told: str, names: Iterable[str]) -> bool:
    words = set(_WORD.findall(folded(told)))
    return bool(words) and any(words == set(_WORD.findall(folded(name))) for name in names)
