"""Orders, payments and documents in JSON and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cpd_desktop.domain.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cpd_desktop.domain.billing.bank_lines import Proposal
    from cpd_desktop.domain.billing.reports import OwedRow, RevenueRow
    from cpd_desktop.services.billing.bank_import import BankList
    from cpd_desktop.services.billing.bills import Bill
    from cpd_desktop.services.billing.due import RefundDue
    from cpd_desktop.services.billing.rows import BookedPayment, Order


def order_content(order: Order) -> dict[str, Any]:
    """Return an order for programs."""
    sums = order.sums
    return {
        "id": order.id,
        "number": order.number,
        "person": order.person,
        "event": order.event,
        "buyer": order.buyer.name,
        "currency": order.currency,
        "treatment": str(order.tax.treatment),
        "lines": [
            {
                "kind": str(each.kind),
                "registration": each.registration,
                "text": each.text,
                "quantity": each.quantity,
                "net": str(order.money(each.net_minor)),
                "tax": str(order.money(each.tax_minor)),
                "total": str(order.money(each.gross)),
                "taken_back": str(order.money(each.credited)),
            }
            for each in order.lines
        ],
        "total": str(order.total),
        "taken_back": str(order.money(sums.credited)),
        "paid": str(order.money(sums.paid)),
        "refunded": str(order.money(sums.refunded)),
        "open": str(order.open),
    }


def order_line(order: Order) -> str:
    """Return an order for people."""
    return f"{order.number}  {order.buyer.name}  {order.total}  (open: {order.open})"


def payment_content(paid: BookedPayment) -> dict[str, Any]:
    """Return a payment for programs."""
    return {
        "id": paid.id,
        "person": paid.person,
        "amount": str(paid.amount),
        "method": str(paid.method),
        "received": paid.received_on.isoformat(),
        "external": paid.external,
        "note": paid.note,
        "live": paid.live,
        "refundable": str(paid.left),
    }


def payment_line(paid: BookedPayment) -> str:
    """Return a payment for people."""
    way = paid.method if paid.live else f"{paid.method}, test mode"
    return f"{paid.id:>5}  {paid.received_on}  {paid.amount}  by {way}"


def bill_content(bill: Bill) -> dict[str, Any]:
    """Return a document for programs."""
    told = bill.document
    return {
        "number": bill.number,
        "kind": str(told.kind),
        "order": told.order,
        "issued": told.issued.isoformat(),
        "total": _money(told.total, told.currency),
        "sha256": bill.sha256,
        "size": bill.size,
    }


def bill_line(bill: Bill) -> str:
    """Return a document for people."""
    told = bill.document
    kind = str(told.kind).replace("_", " ")
    return f"{bill.number}  {kind}  {told.issued}  {_money(told.total, told.currency)}"


def due_content(due: RefundDue) -> dict[str, Any]:
    """Return a refund that may be due for programs."""
    return {
        "payment": due.payment.id,
        "order": due.order.number,
        "buyer": due.order.buyer.name,
        "amount": str(due.amount),
        "method": str(due.payment.method),
        "why": str(due.why),
    }


def due_line(due: RefundDue) -> str:
    """Return a refund that may be due for people."""
    name = due.order.buyer.name
    return f"{due.payment.id:>5}  {due.order.number}  {name}  {due.amount}  {due.why}"


def owed_content(row: OwedRow) -> dict[str, Any]:
    """Return somebody who owes for programs."""
    return {
        "order": row.order or None,
        "day": row.day,
        "person": row.person,
        "name": row.name,
        "email": row.email,
        "event": row.event,
        "registration": row.registration,
        "open": str(row.open),
        "trial": row.trial,
    }


def owed_line(row: OwedRow) -> str:
    """Return somebody who owes for people."""
    amount = f"{row.open}, test mode" if row.trial else row.open
    return f"{row.order or 'no order yet':<14}  {row.name}  {row.title}  {amount}"


def revenue_content(row: RevenueRow) -> dict[str, Any]:
    """Return a row of the report for programs."""
    amounts = ("charged", "taken_back", "paid", "refunded", "open")
    told = dict(zip(amounts, row.cells()[4:], strict=True))
    head = {"event": row.event, "title": row.title, "period": row.period}
    return {**head, "currency": row.currency, "trial": row.trial, **told}


def revenue_line(row: RevenueRow) -> str:
    """Return a row of the report for people."""
    charged, back, paid, refunded, left = row.cells()[4:]
    title = row.title or "no event"
    currency = f"{row.currency}, test mode" if row.trial else row.currency
    return (
        f"{row.period:<10}  {title}  {currency}: charged {charged}, taken back {back}, "
        f"paid {paid}, refunded {refunded}, open {left}"
    )


def bank_content(told: BankList) -> dict[str, Any]:
    """Return a bank's list for programs; its rows add up to ``read``."""
    return {
        "read": told.read,
        "new": len(told.proposals),
        "already": told.already,
        "others": told.others,
        "errors": [str(each) for each in told.problems],
        "proposals": [_proposal_content(each) for each in told.proposals],
    }


def bank_lines(told: BankList) -> Iterable[str]:
    """Yield a bank's list for people."""
    yield (
        f"{told.read} rows: {len(told.proposals)} new, {told.already} booked before, "
        f"{told.others} no payments, {len(told.problems)} not read"
    )
    for each in told.proposals:
        line = each.line
        order = each.order.number if each.order else "no order"
        why = " ".join(map(str, each.reasons))
        yield (
            f"row {line.row}: {line.day}  {line.amount}  {line.name}  -> {order} "
            f"({each.certainty}) {why}".rstrip()
        )
    yield from map(str, told.problems)


def _proposal_content(each: Proposal) -> dict[str, Any]:
    line = each.line
    return {
        "row": line.row,
        "day": line.day.isoformat(),
        "amount": str(line.amount),
        "name": line.name,
        "text": line.text,
        "order": each.order.number if each.order else None,
        "certainty": str(each.certainty),
        "reasons": [str(reason) for reason in each.reasons],
    }


def _money(minor: int, currency: str) -> str:
    return str(Money(minor, currency))
