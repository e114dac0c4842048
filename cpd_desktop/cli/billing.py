"""`cpd billing order|orders|show|pay|refund|refunds|credit|invoice|receipt|document …`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cpd_desktop.cli.answer import Answer
from cpd_desktop.cli.billing_accounts import add_account_commands
from cpd_desktop.cli.billing_words import (
    bill_content,
    bill_line,
    due_content,
    due_line,
    order_content,
    order_line,
    payment_content,
    payment_line,
)
from cpd_desktop.domain.billing.amounts import read_amount
from cpd_desktop.domain.billing.orders import Buyer
from cpd_desktop.domain.billing.payments import Method, PaymentDraft, PlaceFate, RefundDraft
from cpd_desktop.domain.billing.tax import Treatment
from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    import argparse

    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.billing.payments import Paid
    from cpd_desktop.services.services import Services

IN_PART = 4
BY_HAND = [each.value for each in Method if each is not Method.STRIPE]
NOT_A_DAY = Sentence("billing", "“{text}” is not a day such as 2026-10-14.")


def add_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands of this page to the parser."""
    area = commands.add_parser("billing", help="orders, payments, invoices and the ledger")
    actions = area.add_subparsers(metavar="ACTION", required=True)

    def action(name: str, text: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = actions.add_parser(name, help=text, parents=[common])
        parser.set_defaults(on_core=run)
        return parser

    order = action("order", "order places that are due, as one bill", _order)
    order.add_argument("event", type=int, metavar="E")
    order.add_argument("places", metavar="R,R…", help="references, numbers or ids")
    order.add_argument("--buyer", default="", metavar="NAME", help="who is named as paying")
    order.add_argument("--address", default="", metavar="T")
    order.add_argument("--tax-number", default="", metavar="N")
    order.add_argument("--treatment", choices=[each.value for each in Treatment])
    order.add_argument("--donation", metavar="AMOUNT", help="given on top, such as '5.00 GBP'")
    donate = action("donate", "write down a donation, or what somebody can pay", _donate)
    donate.add_argument("person", type=int, metavar="PERSON")
    donate.add_argument("amount", metavar="AMOUNT")
    donate.add_argument("--event", type=int, metavar="E")
    lists = action("orders", "list orders", _orders)
    lists.add_argument("event", type=int, nargs="?", metavar="E")
    lists.add_argument("--person", type=int, metavar="PERSON")
    lists.add_argument("--owing", action="store_true", help="only those of which something is open")
    for name, text, run in (
        ("show", "an order with its payments and documents", _show),
        ("credit", "take back what is left of an unpaid order", _credit),
        ("invoice", "issue the invoice of an order, or find it", _invoice),
    ):
        one = action(name, text, run)
        one.add_argument("order", metavar="ORDER")
        if name == "credit":
            one.add_argument("--why", required=True, metavar="T")
        if name == "invoice":
            one.add_argument("--out", type=Path, metavar="F")
    _add_payments(action)
    add_account_commands(action)


def _add_payments(action: Any) -> None:
    pay = action("pay", "book a payment for an order, with its receipt", _pay)
    pay.add_argument("order", metavar="ORDER")
    account = action("pay-on-account", "book a payment that names no order", _pay_on_account)
    account.add_argument("person", type=int, metavar="PERSON")
    for each in (pay, account):
        each.add_argument("amount", metavar="AMOUNT", help="such as '75.00 GBP'")
        each.add_argument("--by", choices=BY_HAND, default=Method.BANK.value)
        each.add_argument("--on", metavar="2026-10-14", help="when it came; else today")
        each.add_argument("--external", default="", metavar="N", help="its number at the bank")
        each.add_argument("--note", default="", metavar="T")
    allocate = action("allocate", "pay an order from what is on account", _allocate)
    allocate.add_argument("order", metavar="ORDER")
    allocate.add_argument("amount", metavar="AMOUNT")
    refund = action("refund", "book that money went back, with its credit note", _refund)
    refund.add_argument("payment", type=int, metavar="PAYMENT")
    refund.add_argument("--amount", metavar="AMOUNT", help="else all that is left of it")
    refund.add_argument("--why", required=True, metavar="T")
    refund.add_argument("--cancel-place", action="store_true", help="the places are given up, too")
    due = action("refunds", "what may have to go back; --approve books it", _refunds)
    due.add_argument("event", type=int, nargs="?", metavar="E")
    due.add_argument("--approve", metavar="PAYMENT,…", help="their ids, or all")
    receipt = action("receipt", "issue the receipt of a payment, or find it", _receipt)
    receipt.add_argument("payment", type=int, metavar="PAYMENT")
    receipt.add_argument("--out", type=Path, metavar="F")
    paper = action("document", "an invoice, receipt or credit note as PDF", _document)
    paper.add_argument("number", metavar="NUMBER")
    paper.add_argument("--out", type=Path, metavar="F")


def _order(core: Services, options: argparse.Namespace) -> Answer:
    texts = filter(None, map(str.strip, options.places.split(",")))
    places = [core.registrations.called(options.event, each).id for each in texts]
    buyer = None
    if options.buyer or options.address or options.tax_number:
        name = options.buyer or core.registrations.get(places[0]).name
        buyer = Buyer(name, "", options.address, options.tax_number)
    treatment = Treatment(options.treatment) if options.treatment else None
    donation = read_amount(options.donation) if options.donation else None
    made = core.orders.place(places, buyer=buyer, treatment=treatment, donation=donation).value
    return Answer(order_content(made), [order_line(made)])


def _donate(core: Services, options: argparse.Namespace) -> Answer:
    made = core.orders.donate(options.person, read_amount(options.amount), options.event).value
    return Answer(order_content(made), [order_line(made)])


def _orders(core: Services, options: argparse.Namespace) -> Answer:
    ids = core.orders.ids(event=options.event, person=options.person, owing=options.owing)
    found = core.orders.listed(ids)
    return Answer([order_content(each) for each in found], [*map(order_line, found)])


def _show(core: Services, options: argparse.Namespace) -> Answer:
    found = core.orders.get(options.order)
    paid, bills = core.payments.of_order(found.id), core.bills.of_order(found.id)
    content = order_content(found) | {
        "payments": [payment_content(each) for each in paid],
        "documents": [bill_content(each) for each in bills],
    }
    lines = [order_line(found), *(f"  {each.text}" for each in found.lines)]
    return Answer(content, [*lines, *map(payment_line, paid), *map(bill_line, bills)])


def _credit(core: Services, options: argparse.Namespace) -> Answer:
    made = core.orders.take_back(options.order, options.why).value
    return Answer(order_content(made), [order_line(made)])


def _invoice(core: Services, options: argparse.Namespace) -> Answer:
    return _written(core, core.bills.invoice(options.order).value, options.out)


def _receipt(core: Services, options: argparse.Namespace) -> Answer:
    return _written(core, core.bills.receipt(options.payment).value, options.out)


def _document(core: Services, options: argparse.Namespace) -> Answer:
    return _written(core, core.bills.called(options.number), options.out)


def _written(core: Services, bill: Bill, out: Path | None) -> Answer:
    from cpd_desktop.store.files import write_whole

    content, lines = bill_content(bill), [bill_line(bill)]
    if out is not None:
        write_whole(out, core.bills.pdf(bill))
        content, lines = content | {"file": str(out)}, [*lines, f"Written: {out}"]
    return Answer(content, lines)


def _pay(core: Services, options: argparse.Namespace) -> Answer:
    order = core.orders.get(options.order)
    draft = _draft(core, options, order.currency)
    return _paid(core.payments.pay(order.id, draft).value)


def _pay_on_account(core: Services, options: argparse.Namespace) -> Answer:
    draft = _draft(core, options, "")
    return _paid(core.payments.pay_on_account(options.person, draft).value)


def _draft(core: Services, options: argparse.Namespace, currency: str) -> PaymentDraft:
    return PaymentDraft(
        amount=read_amount(options.amount, currency),
        method=Method(options.by),
        received_on=day(options.on) if options.on else core.clock.now().date(),
        external=options.external,
        note=options.note,
    )


def _paid(told: Paid) -> Answer:
    content: dict[str, Any] = payment_content(told.payment)
    content["order"] = order_content(told.order) if told.order else None
    content["documents"] = [bill_content(each) for each in told.documents]
    lines = [payment_line(told.payment)]
    lines += [order_line(told.order)] if told.order else []
    return Answer(content, [*lines, *map(bill_line, told.documents)])


def _allocate(core: Services, options: argparse.Namespace) -> Answer:
    order = core.orders.get(options.order)
    made = core.payments.allocate(order.id, read_amount(options.amount, order.currency)).value
    return Answer(order_content(made), [order_line(made)])


def _refund(core: Services, options: argparse.Namespace) -> Answer:
    paid = core.payments.get(options.payment)
    amount = read_amount(options.amount, paid.amount.currency) if options.amount else paid.left
    fate = PlaceFate.CANCEL if options.cancel_place else PlaceFate.KEEP
    draft = RefundDraft(amount=amount, why=options.why, place=fate)
    note = core.payments.refund(paid.id, draft).value
    content = payment_content(core.payments.get(paid.id))
    content["credit_note"] = bill_content(note) if note else None
    lines = [f"{amount} refunded", *([bill_line(note)] if note else [])]
    return Answer(content, lines)


def _refunds(core: Services, options: argparse.Namespace) -> Answer:
    due = core.payments.refunds_due(options.event)
    if options.approve is None:
        lines = [*map(due_line, due)] or ["Nothing has to go back."]
        return Answer([due_content(each) for each in due], lines)
    wanted = None if options.approve == "all" else set(options.approve.split(","))
    chosen = [each for each in due if wanted is None or str(each.payment.id) in wanted]
    done, failed = [], []
    for each in chosen:
        try:
            core.payments.approve(each)
        except NotAllowed as error:
            failed.append(due_content(each) | {"message": str(error)})
        else:
            done.append(due_content(each))
    lines = [f"{len(done)} refunds booked", *(each["message"] for each in failed)]
    return Answer({"refunded": done, "failed": failed}, lines, IN_PART if failed else 0)


def day(text: str) -> date:
    """Return a day that was typed; raises ``Invalid``."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Invalid({"day": NOT_A_DAY.filled(text=text)}) from None
