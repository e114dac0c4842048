"""`cpd billing owe|balance|report|ledger|import-bank|setup …`."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer, shown_work
from cpd_desktop.cli.billing_words import (
    bank_content,
    bank_lines,
    owed_content,
    owed_line,
    revenue_content,
    revenue_line,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.settings import Billing
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.services import Services

NOT_A_PAIR = Sentence("billing", "“{text}” is not a row and an order such as 12=ORD-2026-0001.")
NOT_A_ROW = Sentence("billing", "“{text}” is not the number of a row.")


def add_account_commands(action: Any) -> None:
    """Add these commands to those of billing."""
    owe = action("owe", "who owes: open orders, and places that were not ordered yet", _owe)
    owe.add_argument("event", type=int, nargs="?", metavar="E")
    owe.add_argument("--out", type=Path, metavar="F", help="as PDF, XLSX or CSV")
    balance = action("balance", "what is owed by person, or of one person or event", _balance)
    balance.add_argument("--person", type=int, metavar="PERSON")
    balance.add_argument("--event", type=int, metavar="E")
    report = action("report", "what came in, by event, period and currency", _report)
    report.add_argument("--from", dest="first", type=date.fromisoformat, metavar="2026-01-01")
    report.add_argument("--to", dest="last", type=date.fromisoformat, metavar="2026-12-31")
    report.add_argument("--event", type=int, metavar="E")
    report.add_argument("--by", choices=("all", "year", "month", "day"), default="all")
    report.add_argument("--out", type=Path, metavar="F", help="as PDF, XLSX or CSV")
    ledger = action("ledger", "the entries, the newest first", _ledger)
    ledger.add_argument("--person", type=int, metavar="PERSON")
    ledger.add_argument("--event", type=int, metavar="E")
    ledger.add_argument("--limit", type=int, default=100, metavar="N")
    bank = action("import-bank", "read a list of payments; book what is accepted", _import_bank)
    bank.add_argument("file", type=Path, metavar="FILE")
    bank.add_argument("--kind", choices=("bank", "paypal"), default="bank")
    bank.add_argument("--currency", default="", metavar="EUR", help="where the list names none")
    bank.add_argument("--book-sure", action="store_true", help="what fits in name and amount")
    bank.add_argument("--book", action="append", default=[], metavar="ROW=ORDER")
    bank.add_argument("--ignore", default="", metavar="ROW,…")
    doubts = action("doubts", "money that somebody has to look at", _doubts)
    doubts.add_argument("--settle", type=int, metavar="DOUBT")
    doubts.add_argument("--why", default="", metavar="T", help="how it was settled")
    setup = action("setup", "what stands on invoices, and how tax is counted", _setup)
    setup.add_argument("--own-tax-number", dest="tax_number", metavar="N")
    setup.add_argument("--tax", type=int, metavar="2000", help="in hundredths of a per cent")
    setup.add_argument("--prices", choices=("with-tax", "without-tax"))
    setup.add_argument("--exempt-note", metavar="T")
    setup.add_argument("--days", type=int, metavar="N", help="to pay")
    setup.add_argument("--bank-details", metavar="T")
    setup.add_argument("--language", metavar="en")


def _owe(core: Services, options: argparse.Namespace) -> Answer:
    rows = core.ledger.owing(options.event)
    lines = [*map(owed_line, rows)] or ["Nobody owes anything."]
    if options.out is not None:
        core.ledger.write(options.out, rows, shown_work())
        lines = [f"Written: {options.out}"]
    return Answer([owed_content(each) for each in rows], lines)


def _balance(core: Services, options: argparse.Namespace) -> Answer:
    if options.person is not None or options.event is not None:
        of_person = options.person is not None
        key = options.person if of_person else options.event
        found = core.ledger.balance(key) if of_person else core.ledger.balance_of_event(key)
        return Answer([str(each) for each in found], [*map(str, found)] or ["Nothing was booked."])
    people = sorted(core.ledger.balances().items())
    content = [{"person": key, "balance": [*map(str, found)]} for key, found in people]
    lines = [f"{key:>5}  {', '.join(map(str, found))}" for key, found in people]
    return Answer(content, lines or ["Nobody owes anything."])


def _report(core: Services, options: argparse.Namespace) -> Answer:
    rows = core.ledger.revenue(
        options.first, options.last, event_id=options.event, period=options.by
    )
    lines = [*map(revenue_line, rows)] or ["Nothing was booked."]
    if options.out is not None:
        core.ledger.write(options.out, rows, shown_work())
        lines = [f"Written: {options.out}"]
    return Answer([revenue_content(each) for each in rows], lines)


def _ledger(core: Services, options: argparse.Namespace) -> Answer:
    found = core.ledger.entries(
        person_id=options.person, event_id=options.event, limit=options.limit
    )
    content = [
        {
            "id": each.id,
            "at": each.at.isoformat(),
            "kind": str(each.kind),
            "amount": str(each.amount),
            "person": each.person,
            "event": each.event,
            "order": each.order,
            "payment": each.payment,
            "why": each.why,
            "trial": each.trial,
        }
        for each in found
    ]
    lines = [
        f"{each.id:>6}  {each.at:%Y-%m-%d}  {each.kind:<8}  {each.amount}"
        + ("  test mode" if each.trial else "")
        for each in found
    ]
    return Answer(content, lines)


def _import_bank(core: Services, options: argparse.Namespace) -> Answer:
    from cpd_desktop.services.billing.bank_import import sure_ones

    told = core.bank_import.propose(options.file, options.kind, options.currency, shown_work())
    accepted = sure_ones(told) if options.book_sure else {}
    accepted |= dict(map(_pair, options.book))
    ignored = [_row(each) for each in options.ignore.split(",") if each.strip()]
    content, lines = bank_content(told), [*bank_lines(told)]
    if accepted or ignored:
        done = core.bank_import.book(options.file, told, accepted, ignored).value
        booked = [{"row": row, "payment": key} for row, key in done.payments.items()]
        content |= {"booked": booked, "ignored": done.ignored}
        lines.append(f"{len(booked)} payments booked, {done.ignored} rows ignored")
    return Answer(content, lines)


def _pair(text: str) -> tuple[int, str]:
    row, _, order = text.partition("=")
    if not order.strip():
        raise Invalid({"book": NOT_A_PAIR.filled(text=text)})
    return _row(row), order.strip()


def _row(text: str) -> int:
    if not (text.strip().isascii() and text.strip().isdecimal()):
        raise Invalid({"row": NOT_A_ROW.filled(text=text)})
    return int(text)


def _doubts(core: Services, options: argparse.Namespace) -> Answer:
    if options.settle is not None:
        core.doubts.settle(options.settle, options.why)
    found = core.doubts.listed()
    content = [
        {
            "id": each.id,
            "kind": str(each.kind),
            "order": each.order or None,
            "payment": each.payment,
            "says": str(each.says),
            "live": each.live,
        }
        for each in found
    ]
    lines = [f"{each.id:>5}  {each.order}  {each.says}" for each in found]
    return Answer(content, lines or ["Nothing is in doubt."])


def _setup(core: Services, options: argparse.Namespace) -> Answer:
    kept = core.settings.get(Billing)
    names = ("tax_number", "tax", "exempt_note", "days", "bank_details", "language")
    told = {name: getattr(options, name) for name in names}
    if options.prices:
        told["inclusive"] = options.prices == "with-tax"
    changed = replace(kept, **{name: value for name, value in told.items() if value is not None})
    if changed != kept:
        core.settings.put(changed)
    content = {name: getattr(changed, name) for name in (*names, "inclusive")}
    return Answer(content, [f"{name}: {value}" for name, value in content.items()])
