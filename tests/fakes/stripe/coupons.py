"""Coupons, and the codes by which people use them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.fakes.stripe.amounts import check_amount
from tests.fakes.stripe.book import with_metadata
from tests.fakes.stripe.calls import Route, given
from tests.fakes.stripe.wire import ident, invalid

if TYPE_CHECKING:
    from tests.fakes.stripe.book import Book
    from tests.fakes.stripe.calls import Call
    from tests.fakes.stripe.wire import Json


COUPON = (
    "amount_off",
    "currency",
    "duration_in_months",
    "id",
    "max_redemptions",
    "name",
    "percent_off",
    "redeem_by",
)


def create_coupon(call: Call) -> Json:
    said = call.given
    _check_coupon(said)
    known = {name: said[name] for name in COUPON if name in said}
    if known.get("id") in call.book.kept.get("coupon", {}):
        raise invalid("Coupon already exists.", "id", "resource_already_exists")
    made = call.book.add(
        "coupon",
        **{"id": ident("co")[3:11].upper(), "valid": True, "times_redeemed": 0, **known},
        duration=said.get("duration", "once"),
        metadata=said.get("metadata", {}),
    )
    call.book.tell("coupon.created", made)
    return made


def _check_coupon(said: Json) -> None:
    if ("percent_off" in said) == ("amount_off" in said):
        raise invalid("You must specify exactly one of percent_off and amount_off.")
    if "percent_off" in said and not 0 < said["percent_off"] <= 100:
        raise invalid("percent_off must be between 0 and 100.", "percent_off")
    if "amount_off" in said:
        if "currency" not in said or said["amount_off"] < 1:
            raise invalid("amount_off needs a currency and at least 1.", "amount_off")
        check_amount(said["amount_off"], said["currency"], "amount_off")
    if (said.get("duration") == "repeating") != ("duration_in_months" in said):
        raise invalid("duration_in_months goes with repeating only.", "duration_in_months")
    if len(said.get("name", "")) > 40:
        raise invalid("The name of a coupon has at most 40 letters.", "name")


def update_coupon(call: Call) -> Json:
    coupon = call.book.get("coupon", call.id)
    said = given(call, "name") | {"metadata": with_metadata(coupon["metadata"], call.given)}
    return call.book.change("coupon.updated", coupon, **said)


def retrieve_coupon(call: Call) -> Json:
    return call.book.get("coupon", call.id)


def delete_coupon(call: Call) -> Json:
    call.book.tell("coupon.deleted", call.book.get("coupon", call.id))
    return call.book.drop("coupon", call.id)


def list_coupons(call: Call) -> Json:
    return call.those("coupon")


def create_code(call: Call) -> Json:
    said = call.given
    coupon = call.book.get("coupon", said["promotion"].get("coupon", ""), "promotion[coupon]")
    code = said.get("code") or ident("x")[2:10].upper()
    if not re.fullmatch(r"[A-Za-z0-9-]{1,500}", code):
        raise invalid("A code is made of letters, digits and dashes.", "code")
    if code_of(call.book, code) is not None:
        raise invalid("An active promotion code with this code already exists.", "code")
    customer = said.get("customer")
    if customer:
        call.book.get("customer", customer, "customer")
    known = {name: said[name] for name in ("expires_at", "max_redemptions") if name in said}
    made = call.book.add(
        "promotion_code",
        active=said.get("active", True),
        code=code,
        customer=customer,
        promotion={"type": "coupon", "coupon": coupon["id"]},
        restrictions={
            "first_time_transaction": False,
            "minimum_amount": None,
            "minimum_amount_currency": None,
            **said.get("restrictions", {}),
        },
        times_redeemed=0,
        metadata=said.get("metadata", {}),
        **known,
    )
    call.book.tell("promotion_code.created", made)
    return made


def update_code(call: Call) -> Json:
    code = call.book.get("promotion_code", call.id)
    said: Json = {"metadata": with_metadata(code["metadata"], call.given)}
    if "active" in call.given:
        said["active"] = call.given["active"]
    return call.book.change("promotion_code.updated", code, **said)


def retrieve_code(call: Call) -> Json:
    return call.book.get("promotion_code", call.id)


def list_codes(call: Call) -> Json:
    return call.those("promotion_code", "active", "code", "customer")


def code_of(book: Book, text: str) -> Json | None:
    """Return the active code that somebody typed."""
    found = (
        each
        for each in book.all("promotion_code")
        if each["active"] and each["code"].lower() == text.lower()
    )
    return next(found, None)


def usable(book: Book, name: str, param: str) -> Json:
    """Return a coupon that may be used now."""
    coupon = book.get("coupon", name, param)
    most, until = coupon["max_redemptions"], coupon["redeem_by"]
    if most is not None and coupon["times_redeemed"] >= most:
        raise invalid("This coupon has been used up.", param, "coupon_expired")
    if until is not None and until <= book.now:
        raise invalid("This coupon has expired.", param, "coupon_expired")
    return coupon


def discount(coupon: Json, amount: int, currency: str) -> int:
    """Return how much it takes off."""
    if coupon["percent_off"] is not None:
        return round(amount * float(coupon["percent_off"]) / 100)
    if coupon["currency"] != currency:
        raise invalid("The coupon is in another currency.", "discounts")
    return min(amount, int(coupon["amount_off"]))


ROUTES = (
    Route("POST", "/v1/coupons", "rak_coupon_write", "CouponCreateParams", create_coupon),
    Route("GET", "/v1/coupons", "rak_coupon_read", "CouponListParams", list_coupons),
    Route("GET", "/v1/coupons/{id}", "rak_coupon_read", "CouponRetrieveParams", retrieve_coupon),
    Route("POST", "/v1/coupons/{id}", "rak_coupon_write", "CouponUpdateParams", update_coupon),
    Route("DELETE", "/v1/coupons/{id}", "rak_coupon_write", "CouponDeleteParams", delete_coupon),
    Route(
        "POST",
        "/v1/promotion_codes",
        "rak_promotion_code_write",
        "PromotionCodeCreateParams",
        create_code,
    ),
    Route(
        "GET",
        "/v1/promotion_codes",
        "rak_promotion_code_read",
        "PromotionCodeListParams",
        list_codes,
    ),
    Route(
        "GET",
        "/v1/promotion_codes/{id}",
        "rak_promotion_code_read",
        "PromotionCodeRetrieveParams",
        retrieve_code,
    ),
    Route(
        "POST",
        "/v1/promotion_codes/{id}",
        "rak_promotion_code_write",
        "PromotionCodeUpdateParams",
        update_code,
    ),
)
