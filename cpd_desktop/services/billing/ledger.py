"""The ledger read: balances, who owes, and what came in by event, period and currency."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.billing.entries import EntryKind, Sums
from cpd_desktop.domain.billing.reports import (
    HEADINGS,
    MODE,
    OWED,
    OWED_HEADINGS,
    REVENUE,
    OwedRow,
    RevenueRow,
)
from cpd_desktop.domain.money import Money
from cpd_desktop.services.billing.owed import owed_rows
from cpd_desktop.services.billing.rows import on_account
from cpd_desktop.services.billing.trials import IN_TRIALS, of_trial, sums
from cpd_desktop.store.files import write_whole
from cpd_desktop.store.tables import (
    event,
    ledger_entry,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy import ColumnElement, Row

    from cpd_desktop.domain.words import Sentence
    from cpd_desktop.services.billing.bill_printer import BillPrinter
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database

K = EntryKind
PERIODS = {"day": 10, "month": 7, "year": 4, "all": 0}


class Entry(NamedTuple):
    """One entry of the ledger."""

    id: int
    at: datetime
    kind: EntryKind
    amount: Money
    person: int
    event: int | None
    order: int | None
    payment: int | None
    why: str
    trial: bool = False


class PersonMoney(NamedTuple):
    """What somebody owes, paid and was not given back, and has on account, in one currency."""

    owed: Money
    paid: Money
    on_account: Money
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """What follows from the ledger; nothing of it is stored anywhere else.

    Money of Stripe's test mode is in no sum with real money: balances are of either.
    """

    db: Database
    clock: Clock
    sheets: Sheets
    printer: BillPrinter

    def entries(
        self, *, person_id: int | None = None, event_id: int | None = None, limit: int = 1000
    ) -> list[Entry]:
        """Return the latest entries, the newest first."""
        c = ledger_entry.c
        asked = ((c.person_id, person_id), (c.event_id, event_id))
        where = [column == value for column, value in asked if value is not None]
        with self.db.reading() as connection:
            wanted = select(ledger_entry, of_trial().label("trial")).where(*where)
            wanted = wanted.order_by(c.id.desc()).limit(limit)
            return [entry_from(row) for row in connection.execute(wanted)]

    def balances(self, *, trial: bool = False) -> dict[int, list[Money]]:
        """Return by person what they owe in each currency; below nothing, what is theirs."""
        c = ledger_entry.c
        owed = func.sum(c.minor)
        # Whoever owes nothing is left out by the database: most are, and each takes its time here.
        open_ones = select(c.person_id, c.currency, owed).having(owed != 0)
        open_ones = open_ones.group_by(c.person_id, c.currency)
        with self.db.reading() as connection:
            tried = {row[:2]: row[2] for row in connection.execute(open_ones.where(IN_TRIALS))}
            whole = {row[:2]: row[2] for row in connection.execute(open_ones)} if not trial else {}
        found: dict[int, list[Money]] = defaultdict(list)
        for key in sorted({*whole, *tried}):
            if minor := tried[key] if trial else whole.get(key, 0) - tried.get(key, 0):
                found[key[0]].append(Money(minor, key[1]))
        return dict(found)

    def balance(self, person_id: int, *, trial: bool = False) -> list[Money]:
        """Return what somebody owes in each currency that was booked for them."""
        return self._sums(ledger_entry.c.person_id == person_id, trial=trial)

    def balance_of_event(self, event_id: int, *, trial: bool = False) -> list[Money]:
        """Return what is owed for an event in each currency."""
        return self._sums(ledger_entry.c.event_id == event_id, trial=trial)

    def of_person(self, person_id: int) -> list[PersonMoney]:
        """Return what somebody owes, paid and has on account, for each currency and mode."""
        c = ledger_entry.c
        owed: dict[tuple[bool, str], int] = defaultdict(int)
        paid: dict[tuple[bool, str], int] = defaultdict(int)
        with self.db.reading() as connection:
            mine = sums(connection, c.currency, c.kind, where=(c.person_id == person_id,))
            for (currency, kind, tried), minor in mine.items():
                paid[tried, currency] -= minor if kind in (K.PAYMENT, K.REFUND) else 0
            for each in owed_rows(connection, person_id=person_id):
                owed[each.trial, each.open.currency] += each.open.minor
            left = {
                (tried, currency): on_account(connection, person_id, currency, live=not tried)
                for tried, currency in paid
            }
        return [
            PersonMoney(
                Money(owed[key], key[1]), Money(paid[key], key[1]), Money(left.get(key, 0), key[1]),
                trial=key[0],
            )
            for key in sorted({*owed, *paid})
        ]  # fmt: skip

    def owing(self, event_id: int | None = None) -> list[OwedRow]:
        """Return open orders, and places of which something is due and no order was made."""
        with self.db.reading() as connection:
            return owed_rows(connection, event_id=event_id)

    def revenue(
        self,
        first: date | None = None,
        last: date | None = None,
        *,
        event_id: int | None = None,
        period: str = "all",
    ) -> list[RevenueRow]:
        """Return what was charged, paid and refunded by event, period, currency and mode.

        Days are those of Greenwich, both ends included.
        """
        c = ledger_entry.c
        when = func.substr(c.at, 1, PERIODS[period])
        where: list[ColumnElement[bool]] = []
        if first is not None:
            where.append(c.at >= datetime.combine(first, time(), UTC))
        if last is not None:
            where.append(c.at < datetime.combine(last + timedelta(days=1), time(), UTC))
        if event_id is not None:
            where.append(c.event_id == event_id)
        kinds: dict[tuple[int | None, str, str, bool], dict[str, int]] = {}
        with self.db.reading() as connection:
            found = sums(connection, c.event_id, when, c.currency, c.kind, where=where)
            for (about, at, currency, kind, tried), minor in found.items():
                kinds.setdefault((about, at, currency, tried), defaultdict(int))[kind] = minor
            names = connection.execute(select(event.c.id, event.c.title))
            titles = {row.id: row.title for row in names}
        rows = [
            RevenueRow(key, titles.get(key or 0, ""), at, currency, _of_kinds(by_kind), tried)
            for (key, at, currency, tried), by_kind in kinds.items()
        ]
        return sorted(
            rows,
            key=lambda row: (row.period, row.title, row.event or 0, row.currency, row.trial),
        )

    def write(
        self,
        path: Path,
        rows: Sequence[RevenueRow] | Sequence[OwedRow],
        work: Work,
        say: Callable[[Sentence], str] = str,
    ) -> int:
        """Write a report as PDF, XLSX or CSV, by the file's name; return how many rows it has.

        Raises ``Invalid``, ``Unavailable`` if the disk does not take it, and ``Cancelled``.
        """
        headings = OWED_HEADINGS if rows and isinstance(rows[0], OwedRow) else HEADINGS
        told: list[RevenueRow | OwedRow] = [*rows]
        cells = (row.cells() for row in work.each(told, len(told)))
        names = tuple(map(say, headings))
        if path.suffix.lower() == ".pdf":
            title = OWED if headings is OWED_HEADINGS else REVENUE
            today = self.clock.now().date()
            amounts = len(headings) - headings.index(MODE) - 1
            content = self.printer.table(
                f"{say(title)}, {today}", names, [*cells], today, amounts=amounts
            )
            write_whole(path, content)
        else:
            self.sheets.write(path, names, cells)
        return len(rows)

    def _sums(self, where: ColumnElement[bool], *, trial: bool) -> list[Money]:
        with self.db.reading() as connection:
            found = sums(connection, ledger_entry.c.currency, where=(where,))
        return [
            Money(minor, currency)
            for (currency, tried), minor in sorted(found.items())
            if tried is trial
        ]


def entry_from(row: Row[Any]) -> Entry:
    """Return an entry from its row."""
    return Entry(
        row.id, row.at, K(row.kind), Money(row.minor, row.currency), row.person_id,
        row.event_id, row.sales_order_id, row.payment_id, row.why, bool(row.trial),
    )  # fmt: skip


def _of_kinds(by_kind: dict[str, int]) -> Sums:
    paid = -by_kind[K.PAYMENT] - by_kind[K.TRANSFER]
    return Sums(by_kind[K.CHARGE], -by_kind[K.CREDIT], paid, by_kind[K.REFUND])
