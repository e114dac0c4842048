"""What commands say of Stripe: pages, memberships, offers, and what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from cpd_desktop.domain.money import Money
    from cpd_desktop.domain.stripe.objects import (
        Card,
        Coupon,
        Dispute,
        PromotionCode,
        Rhythm,
        StripeInvoice,
    )
    from cpd_desktop.services.stripe.account import StripeStanding
    from cpd_desktop.services.stripe.checkout import OpenPage
    from cpd_desktop.services.stripe.rows import KeptMembership, KeptOffer
    from cpd_desktop.services.stripe.sync import Synced, ToldEvent

IN_PART = 4


def money(amount: Money | None) -> str | None:
    """Return an amount as JSON."""
    return None if amount is None else str(amount)


def moment(at: datetime | None) -> str | None:
    """Return a moment as JSON."""
    return at.isoformat() if at else None


def standing_content(told: StripeStanding) -> dict[str, Any]:
    """Return how the connection stands."""
    return {
        "connected": told.connected,
        "account": told.account,
        "name": told.name,
        "live": told.live,
        "key": told.shown,
        "since": told.since,
    }


def standing_line(told: StripeStanding) -> str:
    """Return the same in words."""
    if not told.connected:
        return "Stripe: not connected"
    mode = "real money" if told.live else "test mode"
    return f"Stripe: {told.name or told.account} ({mode}), key {told.shown}"


def page_content(page: OpenPage) -> dict[str, Any]:
    """Return a page to pay on."""
    return {
        "url": page.url,
        "page": page.page,
        "order": page.order,
        "person": page.person,
        "amount": money(page.amount),
        "until": moment(page.until),
        "state": page.state.value,
    }


def membership_content(each: KeptMembership) -> dict[str, Any]:
    """Return a membership."""
    return {
        "id": each.id,
        "person": each.person,
        "offer": each.offer,
        "price": money(each.price),
        "every": each.rhythm.period.value if each.rhythm else None,
        "every_count": each.rhythm.every if each.rhythm else None,
        "subscription": each.subscription,
        "state": each.state.value,
        "live": each.live,
        "began_at": moment(each.began_at),
        "until": moment(each.until),
        "ends_then": each.ends_then,
        "ended_at": moment(each.ended_at),
    }


def membership_line(each: KeptMembership) -> str:
    """Return the same in words."""
    until = f", until {each.until:%Y-%m-%d}" if each.until else ""
    ends = ", ends then" if each.ends_then else ""
    paid = f"  {each.price}{_turns(each.rhythm)}" if each.price else ""
    return f"{each.id}  person {each.person}{paid}  {each.state}{until}{ends}"


def offer_content(each: KeptOffer) -> dict[str, Any]:
    """Return something that is sold."""
    return {
        "id": each.id,
        "name": each.name,
        "kind": each.kind.value,
        "event": each.event,
        "price": money(each.price),
        "every": each.rhythm.period.value if each.rhythm else None,
        "every_count": each.rhythm.every if each.rhythm else None,
        "trial_days": each.trial_days,
        "active": each.active,
    }


def offer_line(each: KeptOffer) -> str:
    """Return the same in words."""
    turns, ended = _turns(each.rhythm), "" if each.active else "  (withdrawn)"
    return f"{each.id}  {each.name}  {each.price}{turns}{ended}"


def _turns(rhythm: Rhythm | None) -> str:
    return f" each {rhythm.every} {rhythm.period}" if rhythm else ""


def synced_content(told: Synced) -> dict[str, Any]:
    """Return what one look brought."""
    fates = {fate.value: count for fate, count in told.fates.items()}
    return {"heard": told.heard, "fates": fates, "gap": told.gap}


def synced_line(told: Synced) -> str:
    """Return the same in words."""
    fates = ", ".join(f"{count} {fate}" for fate, count in told.fates.items())
    return f"{told.heard} heard" + (f": {fates}" if fates else "")


def event_content(each: ToldEvent) -> dict[str, Any]:
    """Return something that Stripe told."""
    return {
        "event": each.event,
        "kind": each.kind,
        "about": each.about,
        "made": moment(each.made),
        "received_at": moment(each.received_at),
        "fate": each.fate.value,
    }


def dispute_content(each: Dispute) -> dict[str, Any]:
    """Return a payment that a bank wants back."""
    return {
        "id": each.id,
        "payment": each.payment,
        "amount": money(each.amount),
        "reason": each.reason,
        "state": each.state,
        "made": moment(each.made),
        "answer_by": moment(each.answer_by),
    }


def coupon_content(each: Coupon) -> dict[str, Any]:
    """Return a discount."""
    return {
        "id": each.id,
        "name": each.name,
        "valid": each.valid,
        "percent": each.percent,
        "amount": money(each.amount),
    }


def code_content(each: PromotionCode) -> dict[str, Any]:
    """Return the letters for a discount."""
    return {
        "id": each.id,
        "code": each.code,
        "coupon": each.coupon,
        "active": each.active,
        "used": each.used,
    }


def card_content(each: Card) -> dict[str, Any]:
    """Return a card that somebody left."""
    return {
        "id": each.id,
        "kind": each.kind,
        "brand": each.brand,
        "last4": each.last4,
        "month": each.month,
        "year": each.year,
    }


def invoice_content(each: StripeInvoice) -> dict[str, Any]:
    """Return an invoice that Stripe made."""
    return {
        "id": each.id,
        "number": each.number,
        "state": each.state,
        "total": money(each.total),
        "paid": money(each.paid),
        "made": moment(each.made),
        "page": each.page,
        "pdf": each.pdf,
    }
