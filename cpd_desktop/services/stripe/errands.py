"""How each kind of operation is asked, and what its answer means here.

All words come from the kept row, so that asking again asks the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.domain.errors import Conflict
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.objects import Offer as StripeOffer
from cpd_desktop.domain.stripe.objects import RefundReason
from cpd_desktop.domain.stripe.orders import (
    CodeDraft,
    CouponDraft,
    CustomerDraft,
    Discount,
    Doors,
    LinkDraft,
    MembershipCheckout,
    MembershipDraft,
    OfferDraft,
    PlaceCheckout,
    RefundOrder,
)
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.stripe.operations import Errand, Made
from cpd_desktop.services.stripe.rows import keep_customer, put_membership, rhythm_of
from cpd_desktop.store.tables import offer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cpd_desktop.domain.stripe.objects import CheckoutPage, Customer, Membership
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.stripe.operations import Operation
    from cpd_desktop.services.stripe.ports import Stripe
    from cpd_desktop.store.database import Transaction


BEGUN = Sentence("stripe", "A membership was begun at Stripe that is not known here yet.")
LOOK = Sentence("stripe", "Fetch what happened at Stripe, then look at the membership.")
BACK_ALREADY = Sentence(
    "stripe", "Stripe gave {amount} of this payment back, which is more than is booked here."
)
LOOK_AT_PAYMENT = Sentence("stripe", "Fetch what happened at Stripe, then look at the payment.")


class Kind(StrEnum):
    """What Stripe is asked for."""

    CUSTOMER = "customer"
    CHANGE_CUSTOMER = "change_customer"
    PLACE_PAGE = "place_page"
    MEMBER_PAGE = "member_page"
    CLOSE_PAGE = "close_page"
    PORTAL = "portal"
    OFFER = "offer"
    REPRICE = "reprice"
    WITHDRAW = "withdraw"
    BEGIN = "begin"
    CANCEL = "cancel"
    REACTIVATE = "reactivate"
    CHANGE = "change"
    ATTACH_CARD = "attach_card"
    DETACH_CARD = "detach_card"
    PREFER_CARD = "prefer_card"
    LINK = "link"
    END_LINK = "end_link"
    COUPON = "coupon"
    WITHDRAW_COUPON = "withdraw_coupon"
    CODE = "code"
    END_CODE = "end_code"
    REFUND = "refund"


Words = dict[str, Any]


def amount_words(amount: Money | None) -> Words:
    """Return an amount as operations keep it."""
    return {} if amount is None else {"minor": amount.minor, "currency": amount.currency}


def amount_in(words: Mapping[str, Any]) -> Money | None:
    """Return the amount that was kept, if there is one."""
    return Money(words["minor"], words["currency"]) if "minor" in words else None


@dataclass(frozen=True, slots=True)
class Errands:
    """All kinds but refunds, which book money as well."""

    clock: Clock

    def all(self, refund: Callable[[Transaction, Operation, Any], Made]) -> dict[str, Errand]:
        """Return how each kind is asked and kept."""
        return {
            Kind.CUSTOMER: Errand(_customer, self._keep_customer),
            Kind.CHANGE_CUSTOMER: Errand(_change_customer, _keep_name),
            Kind.PLACE_PAGE: Errand(_place_page, _keep_page),
            Kind.MEMBER_PAGE: Errand(_member_page, _keep_page),
            Kind.OFFER: Errand(_offer, _keep_offer),
            Kind.REPRICE: Errand(_reprice, _keep_price),
            Kind.WITHDRAW: Errand(_withdraw, _keep_withdrawn),
            Kind.BEGIN: Errand(_begin, self._keep_membership),
            Kind.CANCEL: Errand(_cancel, self._keep_membership),
            Kind.REACTIVATE: Errand(_reactivate, self._keep_membership),
            Kind.CHANGE: Errand(_change, self._keep_membership),
            Kind.REFUND: Errand(_refund, refund),
        } | {kind: Errand(ask, _keep_name) for kind, ask in _PLAIN.items()}

    def _keep_customer(self, tx: Transaction, each: Operation, made: Customer) -> Made:
        if each.person is not None:
            keep_customer(tx, each, each.person, made.id, self.clock.now())
        return Made(made.id)

    def _keep_membership(self, tx: Transaction, each: Operation, made: Membership) -> Made:
        assert each.person is not None  # noqa: S101 - written down with its person
        put_membership(tx, each, each.person, made, self.clock.now())
        return Made(made.id)


def _customer(stripe: Stripe, each: Operation) -> Customer:
    return stripe.make_customer(_customer_draft(each), each.key)


def _change_customer(stripe: Stripe, each: Operation) -> Customer:
    customer = each.parameters["customer"]
    return stripe.change_customer(customer, _customer_draft(each), each.key)


def _customer_draft(each: Operation) -> CustomerDraft:
    said = each.parameters
    about = {"person": str(each.person), "operation": each.key}
    return CustomerDraft(said["name"], said["email"], said["language"], about)


def _page_words(each: Operation) -> Words:
    said = each.parameters
    told, minutes = said["discount"], said["minutes"]
    return {
        "doors": Doors(said["paid"], said["left"]),
        "customer": said["customer"],
        "quantity": said["quantity"],
        "discount": Discount(told["coupon"], told["code"], told["typed"]),
        "tax": said["tax"],
        "expires": each.made_at + timedelta(minutes=minutes) if minutes else None,
        "language": said["language"],
        "reference": {"operation": each.key, "order": said["number"]},
    }


def _place_page(stripe: Stripe, each: Operation) -> CheckoutPage:
    said = each.parameters
    wanted = PlaceCheckout(
        **_page_words(each),
        name=said["name"],
        amount=amount_in(said),
        email=said["email"],
        invoice=said["invoice"],
    )
    return stripe.checkout_for_place(wanted, each.key)


def _member_page(stripe: Stripe, each: Operation) -> CheckoutPage:
    said = each.parameters
    wanted = MembershipCheckout(
        **_page_words(each), price=said["price"], trial_days=said["trial_days"]
    )
    return stripe.checkout_for_membership(wanted, each.key)


def _keep_page(_tx: Transaction, _each: Operation, made: CheckoutPage) -> Made:
    return Made(made.id, made.url, made.expires)


def _offer(stripe: Stripe, each: Operation) -> StripeOffer:
    said = each.parameters
    price = Money(said["minor"], said["currency"])
    rhythm = rhythm_of(said["every"], said["every_count"])
    draft = OfferDraft(said["name"], price, rhythm, {"operation": each.key})
    return stripe.offer(draft, each.key)


def _keep_offer(tx: Transaction, each: Operation, made: StripeOffer) -> Made:
    tx.update(offer, each.parameters["offer"], product=made.product, price=made.price)
    return Made(made.product)


def _reprice(stripe: Stripe, each: Operation) -> StripeOffer:
    said = each.parameters
    price = Money(said["minor"], said["currency"])
    rhythm = rhythm_of(said["every"], said["every_count"])
    now_is = StripeOffer(said["product"], said["price"], price, rhythm)
    return stripe.reprice(now_is, price, rhythm, each.key)


def _keep_price(tx: Transaction, each: Operation, made: StripeOffer) -> Made:
    tx.update(offer, each.parameters["offer"], price=made.price, minor=made.amount.minor)
    return Made(made.price)


def _withdraw(stripe: Stripe, each: Operation) -> None:
    stripe.withdraw(each.parameters["product"], each.key)


def _keep_withdrawn(tx: Transaction, each: Operation, _made: None) -> Made:
    tx.update(offer, each.parameters["offer"], active=0)
    return Made(each.parameters["product"])


def _begin(stripe: Stripe, each: Operation) -> Membership:
    said = each.parameters
    if not each.tries:  # an older try, too old to be asked again, may have begun it
        for there in stripe.memberships(said["customer"]):
            if there.price == said["price"] and not there.ended and there.id not in said["known"]:
                raise Conflict(BEGUN, LOOK)
    draft = MembershipDraft(
        said["customer"], said["price"], said["quantity"], said["trial_days"], said["card"],
        {"operation": each.key},
    )  # fmt: skip
    return stripe.begin(draft, each.key)


def _cancel(stripe: Stripe, each: Operation) -> Membership:
    said = each.parameters
    return stripe.cancel(said["subscription"], each.key, at_period_end=said["at_period_end"])


def _reactivate(stripe: Stripe, each: Operation) -> Membership:
    return stripe.reactivate(each.parameters["subscription"], each.key)


def _change(stripe: Stripe, each: Operation) -> Membership:
    said = each.parameters
    now_is = stripe.membership(said["subscription"])
    return stripe.change(now_is, said["price"], each.key, settle=said["settle"])


def _refund(stripe: Stripe, each: Operation) -> Any:
    said = each.parameters
    if not each.tries:  # an older try, too old to be asked again, may have given it back
        back = stripe.payment(said["charge"]).refunded
        if back.minor > said["before"]:
            raise Conflict(BACK_ALREADY.filled(amount=back), LOOK_AT_PAYMENT)
    reason = RefundReason(said["reason"]) if said["reason"] else None
    order = RefundOrder(said["charge"], amount_in(said), reason, {"operation": each.key})
    return stripe.refund(order, each.key)


def _link(stripe: Stripe, each: Operation) -> Any:
    said = each.parameters
    draft = LinkDraft(
        said["price"], said["quantity"], said["thanks"], said["typed"], {"operation": each.key}
    )
    return stripe.make_link(draft, each.key)


def _coupon(stripe: Stripe, each: Operation) -> Any:
    said = each.parameters
    until = datetime.fromisoformat(said["until"]) if said["until"] else None
    draft = CouponDraft(said["name"], said["percent"], amount_in(said), said["uses"], until)
    return stripe.make_coupon(draft, each.key)


def _withdraw_coupon(stripe: Stripe, each: Operation) -> None:
    try:
        stripe.withdraw_coupon(each.parameters["coupon"], each.key)
    except GoneAtStripe:
        if not each.tries:  # else an older try did it
            raise


def _code(stripe: Stripe, each: Operation) -> Any:
    said = each.parameters
    until = datetime.fromisoformat(said["until"]) if said["until"] else None
    draft = CodeDraft(said["coupon"], said["code"], said["uses"], until)
    return stripe.make_code(draft, each.key)


_PLAIN: Final[Mapping[Kind, Callable[[Stripe, Operation], Any]]] = {
    Kind.CLOSE_PAGE: lambda stripe, each: stripe.expire(each.parameters["page"], each.key),
    Kind.PORTAL: lambda stripe, each: stripe.portal(
        each.parameters["customer"], each.parameters["back"], each.key
    ),
    Kind.ATTACH_CARD: lambda stripe, each: stripe.attach_card(
        each.parameters["card"], each.parameters["customer"], each.key
    ),
    Kind.DETACH_CARD: lambda stripe, each: stripe.detach_card(each.parameters["card"], each.key),
    Kind.PREFER_CARD: lambda stripe, each: stripe.prefer_card(
        each.parameters["customer"], each.parameters["card"], each.key
    ),
    Kind.LINK: _link,
    Kind.END_LINK: lambda stripe, each: stripe.end_link(each.parameters["link"], each.key),
    Kind.COUPON: _coupon,
    Kind.WITHDRAW_COUPON: _withdraw_coupon,
    Kind.CODE: _code,
    Kind.END_CODE: lambda stripe, each: stripe.end_code(each.parameters["code"], each.key),
}


def _keep_name(_tx: Transaction, each: Operation, made: Any) -> Made:
    """Keep the id of what was made. The address of a portal is good for minutes: never kept."""
    return Made(getattr(made, "id", "") or each.kind)
