"""Subscriptions: begun, paid each period, changed, and ended now or with the period."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from tests.fakes.stripe import invoices, payments
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.wire import Refusal, ident, invalid, missing

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

LONGEST_TRIAL = 730
ENDED = {"canceled", "incomplete_expired"}


def begin(
    book: Book,
    customer: str,
    price: Json,
    method: str | None,
    *,
    quantity: int = 1,
    trial_days: int | None = None,
    metadata: Json | None = None,
    discount: int = 0,
) -> Json:
    """Begin a subscription, and take the money for its first period unless it is on trial."""
    _check_beginning(price, trial_days)
    made = book.add(
        "subscription",
        billing_cycle_anchor=book.now,
        billing_mode={"type": "flexible"},
        collection_method="charge_automatically",
        currency=price["currency"],
        customer=customer,
        default_payment_method=method,
        start_date=book.now,
        status="trialing" if trial_days else "active",
        metadata=dict(metadata or {}),
    )
    made["items"] = {
        "object": "list",
        "url": f"/v1/subscription_items?subscription={made['id']}",
        "has_more": False,
        "data": [_item(book, made, price, quantity)],
    }
    item = made["items"]["data"][0]
    if trial_days:
        ends = book.now + trial_days * 86400
        made.update(trial_start=book.now, trial_end=ends)
        item["current_period_end"] = ends
    book.tell("customer.subscription.created", made)
    if not trial_days:
        bill(book, made, "subscription_create", discount=discount)
    return made


def _check_beginning(price: Json, trial_days: int | None) -> None:
    if trial_days is not None and not 1 <= trial_days <= LONGEST_TRIAL:
        raise invalid(
            f"Trial period days must be between 1 and {LONGEST_TRIAL}.", "trial_period_days"
        )
    if price["recurring"] is None:
        raise invalid("The price must be recurring.", "items")


def _item(book: Book, owner: Json, price: Json, quantity: int) -> Json:
    return book.blank(
        "subscription_item",
        id=ident("si"),
        current_period_start=book.now,
        current_period_end=_after(book.now, price),
        price=dict(price),
        quantity=quantity,
        subscription=owner["id"],
    )


def _after(moment: int, price: Json) -> int:
    rhythm = price["recurring"]
    long = relativedelta(**{f"{rhythm['interval']}s": rhythm["interval_count"]})
    return int((datetime.fromtimestamp(moment, UTC) + long).timestamp())


def _settle(book: Book, owner: Json, old: Json) -> None:
    """Take what the rest of the period costs more than before."""
    new = owner["items"]["data"][0]
    more = _amount(new) - _amount(old)
    left = old["current_period_end"] - book.now
    due = round(more * left / (old["current_period_end"] - old["current_period_start"]))
    if due > 0:
        bill(book, owner, "subscription_update", amount=due)


def _amount(item: Json) -> int:
    return int(item["price"]["unit_amount"]) * int(item["quantity"])


def bill(
    book: Book, owner: Json, reason: str, *, discount: int = 0, amount: int | None = None
) -> None:
    """Take the money for a period, or an amount in the middle of one."""
    item = owner["items"]["data"][0]
    price = item["price"]
    product = book.get("product", price["product"])
    invoice = invoices.make(
        book,
        owner["customer"],
        price["currency"],
        [(product["name"], item["quantity"], _amount(item) if amount is None else amount)],
        discount=discount,
        reason=reason,
        subscription=owner["id"],
    )
    owner["latest_invoice"] = invoice["id"]
    method = book.find(owner["default_payment_method"] or "")
    paid = method is not None
    if method is not None and invoice["total"]:
        intent = payments.take(
            book,
            invoice["total"],
            price["currency"],
            method,
            customer=owner["customer"],
            metadata=owner["metadata"],
            description="Subscription",
        )
        paid = intent["status"] == "succeeded"
    invoices.settle(book, invoice, paid=paid)
    if not paid:
        status = "incomplete" if reason == "subscription_create" else "past_due"
        book.change("customer.subscription.updated", owner, status=status)


def renew_due(book: Book) -> None:
    """End or renew what has come to the end of its period."""
    for each in book.all("subscription"):
        while each["status"] not in ENDED:
            item = each["items"]["data"][0]
            ends = item["current_period_end"]
            if ends > book.now:
                break
            if each["cancel_at_period_end"]:
                end(book, each, ends)
                break
            item["current_period_start"] = ends
            item["current_period_end"] = _after(ends, item["price"])
            book.change("customer.subscription.updated", each, status="active")
            bill(book, each, "subscription_cycle")


def end(book: Book, owner: Json, at: int) -> Json:
    owner.update(status="canceled", ended_at=at, canceled_at=owner["canceled_at"] or at)
    book.tell("customer.subscription.deleted", owner)
    return owner


def create(call: Call) -> Json:
    said, book = call.given, call.book
    if len(said.get("items", [])) != 1:
        raise invalid("This stand-in takes one item.", "items")
    item = said["items"][0]
    price = book.get("price", item.get("price", ""), "items[0][price]")
    customer = book.get("customer", said.get("customer", ""), "customer")
    method = (
        said.get("default_payment_method") or customer["invoice_settings"]["default_payment_method"]
    )
    if method:
        _check_method(call, method, customer["id"])
    trial = said.get("trial_period_days")
    if not method and not trial:
        raise Refusal(
            400,
            "This customer has no attached payment source or default payment method.",
            code="resource_missing",
        )
    return begin(
        book,
        customer["id"],
        price,
        method,
        quantity=item.get("quantity", 1),
        trial_days=trial,
        metadata=said.get("metadata"),
    )


def _check_method(call: Call, method: str, customer: str) -> None:
    held = call.book.get("payment_method", method, "default_payment_method")
    if held["customer"] != customer:
        raise invalid("The payment method belongs to another customer.", "default_payment_method")


def update(call: Call) -> Json:
    book, said = call.book, call.given
    owner = book.get("subscription", call.id)
    if owner["status"] in ENDED and said.keys() - {"metadata", "cancellation_details"}:
        raise invalid(
            "A canceled subscription can only update its cancellation_details and metadata."
        )
    changes: Json = {"metadata": with_metadata(owner["metadata"], said)}
    if "cancel_at_period_end" in said:
        changes |= _ending(book, owner, at_end=said["cancel_at_period_end"])
    if method := said.get("default_payment_method"):
        _check_method(call, method, owner["customer"])
        changes["default_payment_method"] = method
    old = owner["items"]["data"][0]
    for each in said.get("items", []):
        changes["items"] = _changed_items(call, owner, each)
    book.change("customer.subscription.updated", owner, **changes)
    if said.get("proration_behavior") == "always_invoice":
        _settle(book, owner, old)
    return owner


def _ending(book: Book, owner: Json, *, at_end: bool) -> Json:
    ends = owner["items"]["data"][0]["current_period_end"] if at_end else None
    return {
        "cancel_at_period_end": at_end,
        "cancel_at": ends,
        "canceled_at": book.now if at_end else None,
    }


def _changed_items(call: Call, owner: Json, said: Json) -> Json:
    book = call.book
    old = owner["items"]["data"][0]
    if said.get("id") != old["id"]:
        raise invalid("Name the item, or the subscription has two.", "items[0][id]")
    price = book.get("price", said.get("price", old["price"]["id"]), "items[0][price]")
    if price["currency"] != owner["currency"] or price["recurring"] is None:
        raise invalid("The price must recur in the same currency.", "items[0][price]")
    changed = {**old, "price": dict(price), "quantity": said.get("quantity", old["quantity"])}
    if price["recurring"]["interval"] != old["price"]["recurring"]["interval"]:
        changed["current_period_start"] = book.now
        changed["current_period_end"] = _after(book.now, price)
    return {**owner["items"], "data": [changed]}


def cancel(call: Call) -> Json:
    owner = call.book.get("subscription", call.id)
    if owner["status"] in ENDED:
        raise missing("subscription", call.id)
    return end(call.book, owner, call.book.now)


def retrieve(call: Call) -> Json:
    return call.book.get("subscription", call.id)


def listed(call: Call) -> Json:
    status = call.given.get("status")
    customer = call.given.get("customer")
    return call.page(
        each
        for each in call.book.all("subscription")
        if (customer is None or each["customer"] == customer) and _fits(each, status)
    )


def _fits(owner: Json, status: str | None) -> bool:
    if status in {None, "ended"}:
        return (owner["status"] in ENDED) == (status == "ended")
    return status in {"all", owner["status"]}


_READ, _WRITE = "rak_subscription_read", "rak_subscription_write"
ROUTES = (
    Route("POST", "/v1/subscriptions", _WRITE, "SubscriptionCreateParams", create),
    Route("GET", "/v1/subscriptions", _READ, "SubscriptionListParams", listed),
    Route("GET", "/v1/subscriptions/{id}", _READ, "SubscriptionRetrieveParams", retrieve),
    Route("POST", "/v1/subscriptions/{id}", _WRITE, "SubscriptionUpdateParams", update),
    Route("DELETE", "/v1/subscriptions/{id}", _WRITE, "SubscriptionCancelParams", cancel),
)
