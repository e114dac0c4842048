"""Checkout sessions: made by the seller, paid on a page by the buyer, or left to expire."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.stripe import baskets, coupons, customers, invoices, methods, payments
from tests.fakes.stripe.amounts import check_address, check_charge
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route
from tests.fakes.stripe.subscriptions import LONGEST_TRIAL, begin
from tests.fakes.stripe.wire import invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.baskets import Basket
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json

SOONEST, LATEST = 30 * 60, 24 * 3600


def create(call: Call) -> Json:
    book, said = call.book, call.given
    mode = said.get("mode", "")
    if mode not in {"payment", "subscription"}:
        raise invalid("This stand-in knows the modes payment and subscription.", "mode")
    _check(call, subscription=mode == "subscription")
    basket = baskets.read(book, said, subscription=mode == "subscription")
    return open_session(book, basket, said, mode)


def open_session(book: Book, basket: Basket, said: Json, mode: str) -> Json:
    sums = basket.sums(book)
    check_charge(sums["amount_total"], sums["currency"])
    made = book.add(
        "checkout.session",
        **sums,
        allow_promotion_codes=said.get("allow_promotion_codes"),
        automatic_tax={"enabled": basket.taxed, "liability": None, "status": None},
        cancel_url=said.get("cancel_url"),
        client_reference_id=said.get("client_reference_id"),
        custom_text={},
        customer=said.get("customer"),
        customer_creation=said.get("customer_creation", "if_required")
        if mode == "payment" and not said.get("customer")
        else None,
        customer_email=said.get("customer_email"),
        discounts=[{"coupon": basket.coupon, "promotion_code": basket.code}]
        if basket.coupon
        else [],
        expires_at=said.get("expires_at", book.now + LATEST),
        invoice_creation=said.get("invoice_creation") if mode == "payment" else None,
        locale=said.get("locale"),
        mode=mode,
        payment_link=said.get("payment_link"),
        payment_method_types=["card"],
        payment_status="unpaid",
        status="open",
        success_url=said.get("success_url"),
        ui_mode="hosted_page",
        metadata=said.get("metadata", {}),
    )
    made["url"] = f"{book.address}/pay/{made['id']}"
    book.baskets[made["id"]] = (basket, said)
    return made


def _check(call: Call, *, subscription: bool) -> None:
    said, book = call.given, call.book
    for name in ("success_url", "cancel_url"):
        check_address(said.get(name), name, live=book.live)
    if "success_url" not in said:
        raise invalid("Missing required param: success_url.", "success_url", "parameter_missing")
    if said.get("ui_mode", "hosted_page") != "hosted_page":
        raise invalid("This stand-in has pages only.", "ui_mode")
    _check_customer(call)
    wrong = ("payment_intent_data", "invoice_creation", "customer_creation", "submit_type")
    for name in wrong if subscription else ("subscription_data",):
        if name in said:
            raise invalid(f"You can not pass `{name}` in this mode.", name)
    trial = said.get("subscription_data", {}).get("trial_period_days")
    if trial is not None and not 1 <= trial <= LONGEST_TRIAL:
        raise invalid(
            "The minimum number of trial period days is 1.",
            "subscription_data[trial_period_days]",
        )
    expires = said.get("expires_at", book.now + LATEST)
    if not SOONEST <= expires - book.now <= LATEST:
        raise invalid("expires_at must be 30 minutes to 24 hours from now.", "expires_at")
    if len(said.get("client_reference_id", "")) > 200:
        raise invalid("client_reference_id is too long.", "client_reference_id")


def _check_customer(call: Call) -> None:
    said = call.given
    customer = said.get("customer")
    if customer is None:
        if "customer_update" in said:
            raise invalid("`customer_update` can only be used with `customer`.", "customer_update")
        return
    if "customer_email" in said or "customer_creation" in said:
        raise invalid("You may only specify one of customer, customer_email, customer_creation.")
    buyer = call.book.get("customer", customer, "customer")
    taxed = said.get("automatic_tax", {}).get("enabled", False)
    if taxed and not buyer["address"] and said.get("customer_update", {}).get("address") != "auto":
        raise invalid(
            "Automatic tax calculation in Checkout requires a valid address on the Customer, or "
            "customer_update[address] set to 'auto'.",
            "automatic_tax",
            "customer_tax_location_invalid",
        )


def use_code(book: Book, session: Json, text: str) -> None:
    """Take a promotion code that the buyer typed."""
    found = coupons.code_of(book, text)
    if not session["allow_promotion_codes"] or found is None:
        raise invalid("This code is invalid.", "promotion_code")
    basket, _ = book.baskets[session["id"]]
    basket.coupon, basket.code = found["promotion"]["coupon"], found["id"]
    coupons.usable(book, basket.coupon or "", "promotion_code")
    session.update(basket.sums(book))
    session["discounts"] = [{"coupon": basket.coupon, "promotion_code": basket.code}]


def pay(book: Book, name: str, number: str = "4242424242424242", email: str = "") -> Json:
    """Pay as the buyer does; returns the session, still open if the card was declined."""
    session = book.get("checkout.session", name)
    if session["status"] != "open":
        raise invalid("This session is not open any more.")
    basket, said = book.baskets[name]
    email = email or session["customer_email"] or "buyer@example.com"
    if (
        session["mode"] == "subscription"
        or said.get("invoice_creation", {}).get("enabled")
        or session["customer_creation"] == "always"
    ):
        _sure_customer(book, session, email)
    method = methods.card(book, number, session["customer"])
    settle = _subscribe if session["mode"] == "subscription" else _charge
    if not settle(book, session, basket, method, email):
        return session
    _count(book, basket)
    session["customer_details"] = {"email": email, "name": None, "tax_exempt": "none"}
    session.update(status="complete", url=None)
    book.tell("checkout.session.completed", session)
    return session


def _sure_customer(book: Book, session: Json, email: str) -> None:
    if session["customer"] is None:
        session["customer"] = customers.make(book, email=email)["id"]


def _charge(book: Book, session: Json, basket: Basket, method: Json, email: str) -> bool:
    total, said = session["amount_total"], book.baskets[session["id"]][1]
    if not total:
        session["payment_status"] = "no_payment_required"
    else:
        data = said.get("payment_intent_data", {})
        intent = payments.take(
            book,
            total,
            session["currency"],
            method,
            customer=session["customer"],
            metadata=data.get("metadata"),
            description=data.get("description"),
            email=email,
        )
        session["payment_intent"] = intent["id"]
        if intent["status"] != "succeeded":
            return False
        session["payment_status"] = "paid"
    if said.get("invoice_creation", {}).get("enabled"):
        invoice = invoices.make(
            book,
            session["customer"],
            session["currency"],
            _words(book, basket),
            discount=basket.discount(book),
            tax=basket.tax(book),
            metadata=said["invoice_creation"].get("invoice_data", {}).get("metadata"),
        )
        invoices.settle(book, invoice, paid=True)
        session["invoice"] = invoice["id"]
    return True


def _subscribe(book: Book, session: Json, basket: Basket, method: Json, _email: str) -> bool:
    data = book.baskets[session["id"]][1].get("subscription_data", {})
    trial = data.get("trial_period_days")
    if method["metadata"].get("declined") and not trial:
        return False
    price, count = basket.lines[0]
    made = begin(
        book,
        session["customer"],
        price,
        method["id"],
        quantity=count,
        trial_days=trial,
        metadata=data.get("metadata"),
        discount=basket.discount(book),
    )
    session.update(
        subscription=made["id"],
        invoice=made["latest_invoice"],
        payment_status="no_payment_required" if trial else "paid",
    )
    return True


def _words(book: Book, basket: Basket) -> list[tuple[str, int, int]]:
    return [
        (book.get("product", price["product"])["name"], count, price["unit_amount"] * count)
        for price, count in basket.lines
    ]


def _count(book: Book, basket: Basket) -> None:
    for kind, name in (("coupon", basket.coupon), ("promotion_code", basket.code)):
        if name is not None:
            book.get(kind, name)["times_redeemed"] += 1


def expire(call: Call) -> Json:
    session = call.book.get("checkout.session", call.id)
    if session["status"] != "open":
        raise invalid('Only Checkout Sessions with a status in ["open"] can be expired.')
    return _expired(call.book, session)


def expire_due(book: Book) -> None:
    for session in book.all("checkout.session"):
        if session["status"] == "open" and session["expires_at"] <= book.now:
            _expired(book, session)


def _expired(book: Book, session: Json) -> Json:
    session.update(status="expired", url=None)
    book.tell("checkout.session.expired", session)
    return session


def retrieve(call: Call) -> Json:
    return call.book.get("checkout.session", call.id)


def update(call: Call) -> Json:
    session = call.book.get("checkout.session", call.id)
    session["metadata"] = with_metadata(session["metadata"], call.given)
    return session


def listed(call: Call) -> Json:
    return call.those("checkout.session", "customer", "payment_intent", "status", "subscription")


def line_items(call: Call) -> Json:
    call.book.get("checkout.session", call.id)
    basket, _ = call.book.baskets[call.id]
    return call.page(
        call.book.blank(
            "item",
            id=f"li_{call.id[-20:]}{at}",
            amount_discount=0,
            amount_subtotal=price["unit_amount"] * count,
            amount_tax=0,
            amount_total=price["unit_amount"] * count,
            currency=price["currency"],
            description=words,
            price=price,
            quantity=count,
        )
        for at, ((price, count), (words, _, _)) in enumerate(
            zip(basket.lines, _words(call.book, basket), strict=True)
        )
    )


_AT = "/v1/checkout/sessions"
_READ, _WRITE = "rak_checkout_session_read", "rak_checkout_session_write"
ROUTES = (
    Route("POST", _AT, _WRITE, "checkout.SessionCreateParams", create),
    Route("GET", _AT, _READ, "checkout.SessionListParams", listed),
    Route("GET", f"{_AT}/{{id}}", _READ, "checkout.SessionRetrieveParams", retrieve),
    Route("POST", f"{_AT}/{{id}}", _WRITE, "checkout.SessionUpdateParams", update),
    Route("POST", f"{_AT}/{{id}}/expire", _WRITE, "checkout.SessionExpireParams", expire),
    Route(
        "GET",
        f"{_AT}/{{id}}/line_items",
        _READ,
        "checkout.SessionLineItemListParams",
        line_items,
    ),
)
