"""Lists of payments from a bank or PayPal: proposals first, and each row booked once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from cpd_desktop.domain.billing.bank_lines import (
    BankLine,
    BankLines,
    Candidates,
    Certainty,
    OpenOrder,
    Proposal,
    columns_of,
    read_lines,
)
from cpd_desktop.domain.billing.outward import RowFate
from cpd_desktop.domain.billing.payments import Method, PaymentDraft
from cpd_desktop.domain.errors import Conflict, Invalid
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.billing.rows import order_called
from cpd_desktop.services.taking_in import take_in
from cpd_desktop.store.database import among
from cpd_desktop.store.tables import (
    bank_row,
    ledger_entry,
    order_line,
    person,
    registration,
    sales_order,
    source_file,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from sqlalchemy import Connection

    from cpd_desktop.domain.changes import Done
    from cpd_desktop.services.billing.payments import Payments
    from cpd_desktop.services.billing.rows import Reader
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.sheets import Sheets
    from cpd_desktop.services.work import Work
    from cpd_desktop.store.database import Database
    from cpd_desktop.store.files import ContentStore

NO_ROW = Sentence("bank", "Row {row} is no payment that came in, or was booked before.")
BOOKED_MEANWHILE = Sentence("bank", "Row {row} was booked meanwhile.")
NOTHING_BOOKED = Sentence("bank", "Nothing was booked. Read the list again.")
_METHODS = {"bank": Method.BANK, "paypal": Method.PAYPAL}


@dataclass(frozen=True, slots=True)
class BankList:
    """What a list says: proposals for what is new, and how many rows there were of what else."""

    kind: str
    proposals: tuple[Proposal, ...]
    read: int
    already: int
    others: int
    problems: tuple[Sentence, ...]


class BankBooked(NamedTuple):
    """The payments that were booked, by the row of the list."""

    payments: Mapping[int, int]
    ignored: int


@dataclass(frozen=True, slots=True)
class BankImport:
    """Brings such lists in."""

    db: Database
    clock: Clock
    files: ContentStore
    sheets: Sheets
    payments: Payments

    def propose(self, path: Path, kind: str, currency: str, work: Work) -> BankList:
        """Return which rows may pay which orders, and book nothing.

        Raises ``Invalid`` if it is no such list, ``NotFound``, ``Unavailable``, ``Cancelled``.
        """
        with self.sheets.open_sheet(path) as sheet:
            columns = columns_of(sheet.source.headers)
            found = read_lines(work.each(sheet.rows(), None), columns, currency, kind)
        with self.db.reading() as connection:
            known = _known(connection, found.lines)
            new = [each for each in found.lines if each.fingerprint not in known]
            candidates = Candidates(_open_orders(connection) if new else ())
        return _told(kind, found, tuple(map(candidates.proposal, new)), len(known))

    def book(
        self,
        path: Path,
        told: BankList,
        accepted: Mapping[int, str | int],
        ignored: Iterable[int] = (),
    ) -> Done[BankBooked]:
        """Book the rows that were accepted for the orders named; all of them or none.

        Raises ``NotFound`` for an order, ``Invalid`` for a row that is not there, ``Conflict`` if
        somebody booked one meanwhile, and what booking a payment raises.
        """
        rows = {each.line.row: each.line for each in told.proposals}
        for row in (*accepted, *ignored):
            if row not in rows:
                raise Invalid({"row": NO_ROW.filled(row=row)})
        booked: dict[int, int] = {}
        with self.db.writing("billing.import") as tx:
            kept = take_in(self.files, path)
            source = tx.insert(
                source_file, event_id=None, purpose=told.kind, at=self.clock.now(),
                sha256=kept.sha256, file_name=kept.file_name, size=kept.size,
                result={"booked": len(accepted)},
            )  # fmt: skip
            for row in (*accepted, *ignored):
                if _known(tx, [rows[row]]):
                    raise Conflict(BOOKED_MEANWHILE.filled(row=row), NOTHING_BOOKED)
                payment = None
                if row in accepted:
                    order = order_called(tx, accepted[row])
                    payment = self.payments.pay_in(tx, order, _draft(rows[row], told.kind))
                    booked[row] = payment
                tx.insert(
                    bank_row, source_file_id=source, fingerprint=rows[row].fingerprint,
                    fate=RowFate.BOOKED if payment else RowFate.IGNORED, payment_id=payment,
                    at=self.clock.now(),
                )  # fmt: skip
        return tx.done(BankBooked(booked, len(rows.keys() & set(ignored))))


def sure_ones(told: BankList) -> dict[int, str | int]:
    """Return the rows that fit their order in name and amount, each order once."""
    found: dict[int, str | int] = {}
    used: set[int] = set()
    for each in told.proposals:
        if each.certainty is Certainty.SURE and each.order and each.order.id not in used:
            used.add(each.order.id)
            found[each.line.row] = each.order.number
    return found


def _told(kind: str, found: BankLines, proposals: tuple[Proposal, ...], known: int) -> BankList:
    return BankList(kind, proposals, found.read, known, found.others, found.problems)


def _draft(line: BankLine, kind: str) -> PaymentDraft:
    return PaymentDraft(
        amount=line.amount,
        method=_METHODS[kind],
        received_on=line.day,
        external=f"{kind} {line.external or line.fingerprint[:32]}",
        note=" ".join(filter(None, (line.name, line.text)))[:500],
    )


def _known(reader: Reader, lines: Iterable[BankLine]) -> set[str]:
    marks = [each.fingerprint for each in lines]
    there = select(bank_row.c.fingerprint).where(among(bank_row.c.fingerprint, marks))
    return set(reader.execute(there).scalars())


def _open_orders(reader: Connection) -> list[OpenOrder]:
    c = ledger_entry.c
    owed = func.sum(c.minor).label("minor")
    sums = (
        select(c.sales_order_id, owed)
        .where(c.sales_order_id.is_not(None))
        .group_by(c.sales_order_id)
        .having(owed > 0)
        .subquery()
    )
    wanted = (
        select(sales_order.c.id, sales_order.c.number, sales_order.c.currency,
               sales_order.c.buyer, person.c.name, sums.c.minor)
        .join(sums, sums.c.sales_order_id == sales_order.c.id)
        .join(person, person.c.id == sales_order.c.person_id)
    )  # fmt: skip
    places: dict[int, list[str]] = {}
    named = select(
        order_line.c.sales_order_id, registration.c.number, registration.c.reference
    ).join(registration, registration.c.id == order_line.c.registration_id)
    for row in reader.execute(
        named.join(sums, sums.c.sales_order_id == order_line.c.sales_order_id)
    ):
        names = filter(None, (row.number, row.reference))
        places.setdefault(row.sales_order_id, []).extend(names)
    return [
        OpenOrder(
            row.id, row.number, tuple(places.get(row.id, ())),
            (row.name, row.buyer.get("name", "")), Money(row.minor, row.currency),
        )
        for row in reader.execute(wanted)
    ]  # fmt: skip
