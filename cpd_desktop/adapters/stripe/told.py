"""Reads Stripe's objects into values of ours."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from cpd_desktop.adapters.stripe.addresses import told as told_address
from cpd_desktop.adapters.stripe.amounts import from_stripe
from cpd_desktop.adapters.stripe.asking import certainly, moment, name_of, reference
from cpd_desktop.adapters.zoom.reading import number, record, records, text
from cpd_desktop.domain.stripe.objects import (
    Account,
    Card,
    CheckoutPage,
    Coupon,
    Customer,
    Dispute,
    Happening,
    Membership,
    MembershipState,
    PageState,
    Payment,
    PaymentLink,
    Period,
    PromotionCode,
    Purpose,
    Refund,
    Rhythm,
    StripeInvoice,
)

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.reading import Record
    from cpd_desktop.domain.money import Money


S = TypeVar("S", bound=StrEnum)


def money(each: Record, name: str) -> Money:
    """Return an amount of an object in the object's currency."""
    return from_stripe(number(each.get(name)), text(each.get("currency")))


def _state(kind: type[S], each: Record, otherwise: S) -> S:
    """Return how an object stands; a word that nobody knows yet is never taken for paid."""
    try:
        return kind(text(each.get("status")))
    except ValueError:
        return otherwise


def account(each: Record) -> Account:
    """Read whose account it is."""
    shown = text(record(record(each.get("settings")).get("dashboard")).get("display_name"))
    return Account(
        id=text(each.get("id")),
        name=shown or text(record(each.get("business_profile")).get("name")),
        country=text(each.get("country")),
        currency=text(each.get("default_currency")).upper(),
        charges=each.get("charges_enabled") is True,
    )


def customer(each: Record) -> Customer:
    """Read who pays."""
    settings = record(each.get("invoice_settings"))
    return Customer(
        id=text(each.get("id")),
        name=text(each.get("name")),
        email=text(each.get("email")),
        default_method=name_of(settings.get("default_payment_method")),
        reference=reference(each),
    )


def card(each: Record) -> Card:
    """Read how somebody pays."""
    told = record(each.get("card"))
    return Card(
        id=text(each.get("id")),
        kind=text(each.get("type")),
        brand=text(told.get("brand")),
        last4=text(told.get("last4")),
        month=number(told.get("exp_month")),
        year=number(told.get("exp_year")),
    )


def page(each: Record) -> CheckoutPage:
    """Read a Checkout session."""
    currency = text(each.get("currency"))
    sums = record(each.get("total_details"))
    return CheckoutPage(
        id=text(each.get("id")),
        purpose=Purpose.MEMBERSHIP if each.get("mode") == "subscription" else Purpose.PLACE,
        state=_state(PageState, each, PageState.EXPIRED),
        paid=each.get("payment_status") in {"paid", "no_payment_required"}
        and each.get("status") == "complete",
        total=money(each, "amount_total"),
        expires=certainly(each.get("expires_at")),
        made=certainly(each.get("created")),
        discount=from_stripe(number(sums.get("amount_discount")), currency),
        tax=from_stripe(number(sums.get("amount_tax")), currency),
        url=told_address(text(each.get("url"))),
        customer=name_of(each.get("customer")),
        intent=name_of(each.get("payment_intent")),
        subscription=name_of(each.get("subscription")),
        invoice=name_of(each.get("invoice")),
        reference=reference(each),
    )


def membership(each: Record) -> Membership:
    """Read a subscription; since 2025 the end of its period stands on its item."""
    items = records(record(each.get("items")).get("data"))
    item = next(iter(items), {})
    price = record(item.get("price"))
    return Membership(
        id=text(each.get("id")),
        customer=name_of(each.get("customer")),
        state=_state(MembershipState, each, MembershipState.INCOMPLETE),
        item=text(item.get("id")),
        price=text(price.get("id")),
        amount=money(price, "unit_amount"),
        quantity=number(item.get("quantity")),
        period_end=certainly(item.get("current_period_end")),
        made=certainly(each.get("created")),
        ends_with_period=each.get("cancel_at_period_end") is True
        or moment(each.get("cancel_at")) is not None,
        ended=moment(each.get("ended_at")),
        product=name_of(price.get("product")),
        total=_total(items),
        rhythm=_rhythm(record(price.get("recurring"))),
        method=name_of(each.get("default_payment_method")),
        reference=reference(each),
    )


def _total(items: list[Record]) -> Money | None:
    """Return what all that is subscribed to costs; nothing where that depends on its use."""
    prices = [record(each.get("price")) for each in items]
    if not items or any(not isinstance(each.get("unit_amount"), int) for each in prices):
        return None
    counts = [number(each.get("quantity")) for each in items]
    minor = sum(
        number(price.get("unit_amount")) * count
        for price, count in zip(prices, counts, strict=True)
    )
    return from_stripe(minor, text(prices[0].get("currency")))


def _rhythm(told: Record) -> Rhythm | None:
    """Return how often it is paid; nothing for a word that nobody knows yet."""
    try:
        return Rhythm(Period(text(told.get("interval"))), number(told.get("interval_count")))
    except ValueError:
        return None


def payment(each: Record) -> Payment:
    """Read a charge."""
    return Payment(
        id=text(each.get("id")),
        amount=money(each, "amount"),
        refunded=money(each, "amount_refunded"),
        paid=each.get("paid") is True and each.get("status") == "succeeded",
        disputed=each.get("disputed") is True,
        made=certainly(each.get("created")),
        intent=name_of(each.get("payment_intent")),
        customer=name_of(each.get("customer")),
        receipt=told_address(text(each.get("receipt_url"))),
        failure=text(each.get("failure_message")),
        reference=reference(each),
    )


def refund(each: Record) -> Refund:
    """Read a refund."""
    return Refund(
        id=text(each.get("id")),
        payment=name_of(each.get("charge")),
        amount=money(each, "amount"),
        state=text(each.get("status")),
        made=certainly(each.get("created")),
        reason=text(each.get("reason")),
        intent=name_of(each.get("payment_intent")),
        reference=reference(each),
    )


def invoice(each: Record) -> StripeInvoice:
    """Read an invoice; which subscription it is of stands in its parent."""
    details = record(record(each.get("parent")).get("subscription_details"))
    tax = sum(number(one.get("amount")) for one in records(each.get("total_taxes")))
    return StripeInvoice(
        id=text(each.get("id")),
        number=text(each.get("number")),
        customer=name_of(each.get("customer")),
        state=text(each.get("status")),
        total=money(each, "total"),
        paid=money(each, "amount_paid"),
        tax=from_stripe(tax, text(each.get("currency"))),
        made=certainly(each.get("created")),
        subscription=name_of(details.get("subscription")),
        page=told_address(text(each.get("hosted_invoice_url"))),
        pdf=told_address(text(each.get("invoice_pdf"))),
    )


def coupon(each: Record) -> Coupon:
    """Read a discount."""
    percent = each.get("percent_off")
    return Coupon(
        id=text(each.get("id")),
        name=text(each.get("name")),
        valid=each.get("valid") is True,
        percent=float(percent) if isinstance(percent, (int, float)) else None,
        amount=money(each, "amount_off") if each.get("amount_off") is not None else None,
    )


def code(each: Record) -> PromotionCode:
    """Read the letters for a coupon."""
    return PromotionCode(
        id=text(each.get("id")),
        code=text(each.get("code")),
        coupon=name_of(record(each.get("promotion")).get("coupon")),
        active=each.get("active") is True,
        used=number(each.get("times_redeemed")),
    )


def link(each: Record) -> PaymentLink:
    """Read a payment link."""
    return PaymentLink(
        id=text(each.get("id")),
        url=told_address(text(each.get("url"))),
        active=each.get("active") is True,
        reference=reference(each),
    )


def dispute(each: Record) -> Dispute:
    """Read what a bank wants back."""
    return Dispute(
        id=text(each.get("id")),
        payment=name_of(each.get("charge")),
        amount=money(each, "amount"),
        reason=text(each.get("reason")),
        state=text(each.get("status")),
        made=certainly(each.get("created")),
        answer_by=moment(record(each.get("evidence_details")).get("due_by")),
    )


def happening(each: Record) -> Happening:
    """Read what happened, and to what; the copy of the object that comes along is left unread."""
    about = record(record(each.get("data")).get("object"))
    return Happening(
        id=text(each.get("id")),
        kind=text(each.get("type")),
        about=text(about.get("id")),
        about_kind=text(about.get("object")),
        made=certainly(each.get("created")),
        live=each.get("livemode") is True,
    )
