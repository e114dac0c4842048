"""Paying at the Stripe to test against: what it refuses, and what paying brings about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import requests

from tests.fakes.stripe import checkout, payments

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe
    from tests.fakes.stripe_caller import Caller

NOW = 1795251600  # when the clock of the tests stands still


def wrong(payer: Caller, form: dict[str, Any]) -> tuple[int, str, str]:
    usual = {
        "mode": "payment",
        "line_items[0][price]": payer.price(),
        "line_items[0][quantity]": 1,
        "success_url": "https://weber.example/thanks",
    }
    asked = {name: value for name, value in {**usual, **form}.items() if value is not None}
    return payer.refused("POST", "/checkout/sessions", asked)


@pytest.mark.parametrize(
    ("form", "param"),
    [
        ({"success_url": None}, "success_url"),
        ({"success_url": "http://weber.example"}, "success_url"),
        ({"cancel_url": "javascript:alert(1)"}, "cancel_url"),
        ({"mode": None}, "mode"),
        ({"mode": "subscription"}, "line_items"),
        ({"line_items[0][quantity]": 0}, "line_items[0][quantity]"),
        ({"line_items[0][price]": "price_x"}, "line_items[0][price]"),
        ({"customer": "cus_x"}, "customer"),
        ({"customer_update[address]": "auto"}, "customer_update"),
        ({"expires_at": NOW + 60}, "expires_at"),
        ({"expires_at": NOW + 90000}, "expires_at"),
        ({"subscription_data[trial_period_days]": 3}, "subscription_data"),
        ({"discounts[0][coupon]": "x"}, "discounts[0]"),
        ({"discounts[0][coupon]": "x", "allow_promotion_codes": True}, ""),
        ({"mode": "subscription", "invoice_creation[enabled]": True}, "invoice_creation"),
        (
            {"mode": "subscription", "subscription_data[trial_period_days]": 0},
            "subscription_data[trial_period_days]",
        ),
    ],
)
def test_what_does_not_go_together_is_refused(
    payer: Caller, form: dict[str, Any], param: str
) -> None:
    status, _, named = wrong(payer, form)
    assert (status, named) == (400, param)


@pytest.mark.parametrize(
    ("amount", "currency"), [(12345, "kwd"), (-1, "eur"), (10**8, "eur"), (500, "xxx"), (50, "isk")]
)
def test_amounts_that_nobody_can_pay_are_refused(payer: Caller, amount: int, currency: str) -> None:
    form: dict[str, object] = {
        "name": "Wound care",
        "default_price_data[currency]": currency,
        "default_price_data[unit_amount]": amount,
    }
    assert payer.refused("POST", "/products", form)[0] == 400
    assert payer.get("/products")["data"] == []


def test_too_little_for_a_card_is_refused(payer: Caller) -> None:
    assert wrong(payer, {"line_items[0][price]": payer.price(20)})[1] == "amount_too_small"


def test_tax_needs_an_address(payer: Caller) -> None:
    customer = payer.post("/customers")["id"]
    form = {"customer": customer, "automatic_tax[enabled]": True}
    assert wrong(payer, form)[1] == "customer_tax_location_invalid"
    made = payer.session_of(payer.price(), **form, **{"customer_update[address]": "auto"})
    assert (made["amount_total"], made["total_details"]["amount_tax"]) == (6000, 1000)


def test_paying_on_the_page_leads_back_and_leaves_its_traces(
    stripe: FakeStripe, payer: Caller
) -> None:
    made = payer.session_of(
        payer.price(),
        success_url="https://weber.example/thanks?s={CHECKOUT_SESSION_ID}",
        cancel_url="https://weber.example/left",
        **{"payment_intent_data[metadata][registration]": 12},
    )
    assert 'href="https://weber.example/left"' in requests.get(made["url"], timeout=5).text
    answer = requests.post(
        made["url"], {"card": "4242 4242 4242 4242"}, timeout=5, allow_redirects=False
    )
    assert answer.headers["Location"] == f"https://weber.example/thanks?s={made['id']}"
    place = f"/checkout/sessions/{made['id']}"
    paid = payer.get(place, {"expand[0]": "payment_intent.latest_charge.balance_transaction"})
    charge = paid["payment_intent"]["latest_charge"]
    assert (paid["status"], paid["payment_status"], paid["url"]) == ("complete", "paid", None)
    assert charge["metadata"] == {"registration": "12"}
    assert charge["balance_transaction"]["net"] == 5000 - 100
    assert "Receipt" in requests.get(charge["receipt_url"], timeout=5).text
    again = requests.post(made["url"] or f"{stripe.address}/pay/{made['id']}", timeout=5)
    assert again.status_code == 410
    assert len(payer.get("/charges")["data"]) == 1


def test_a_declined_card_and_a_wrong_code_are_told_on_the_page(payer: Caller) -> None:
    made = payer.session_of(payer.price(), allow_promotion_codes=True)
    declined = requests.post(made["url"], {"card": payments.DECLINED}, timeout=5)
    assert "Your card was declined" in declined.text
    assert (
        "This code is invalid"
        in requests.post(made["url"], {"promotion_code": "NONE"}, timeout=5).text
    )
    [charge] = payer.get("/charges")["data"]
    assert (charge["status"], charge["failure_code"]) == ("failed", "card_declined")


def test_a_typed_code_makes_it_cheaper_once(stripe: FakeStripe, payer: Caller) -> None:
    coupon = payer.post("/coupons", {"amount_off": 1000, "currency": "eur", "max_redemptions": 1})[
        "id"
    ]
    payer.post(
        "/promotion_codes",
        {"promotion[type]": "coupon", "promotion[coupon]": coupon, "code": "TEN"},
    )
    price = payer.price()
    first, second = (payer.session_of(price, allow_promotion_codes=True) for _ in range(2))
    form = {"promotion_code": "ten", "card": "4242424242424242"}
    requests.post(first["url"], form, timeout=5, allow_redirects=False)
    assert payer.get(f"/checkout/sessions/{first['id']}")["amount_total"] == 4000
    assert "This code is invalid" in requests.post(second["url"], form, timeout=5).text
    assert payer.get(f"/coupons/{coupon}")["times_redeemed"] == 1
    assert stripe.book.get("charge", payer.get("/charges")["data"][0]["id"])["amount"] == 4000


def test_an_old_page_says_that_it_has_expired(payer: Caller, clock: FixedClock) -> None:
    made = payer.session_of(payer.price())
    clock.move(hours=25)
    answer = requests.get(made["url"], timeout=5)
    assert (answer.status_code, "has expired" in answer.text) == (410, True)
    assert payer.get("/events", {"type": "checkout.session.expired"})["data"]
    assert payer.refused("POST", f"/checkout/sessions/{made['id']}/expire")[0] == 400


def test_a_link_opens_a_page_for_everybody(payer: Caller) -> None:
    link = payer.post(
        "/payment_links",
        {"line_items[0][price]": payer.price(), "line_items[0][quantity]": 1},
    )
    for _ in range(2):
        page = requests.get(link["url"], timeout=5)
        assert "Thanks" in requests.post(page.url, {"card": "4242424242424242"}, timeout=5).text
    assert len(payer.get("/charges")["data"]) == 2
    payer.post(f"/payment_links/{link['id']}", {"active": False})
    assert requests.get(link["url"], timeout=5).status_code == 410


def test_a_member_ends_and_resumes_on_the_portal(stripe: FakeStripe, payer: Caller) -> None:
    made = payer.session_of(payer.price(900, every="month"), mode="subscription")
    paid = checkout.pay(stripe.book, made["id"])
    form = {"customer": paid["customer"], "return_url": "https://weber.example/back"}
    portal = payer.post("/billing_portal/sessions", form)["url"]
    place = f"/subscriptions/{paid['subscription']}"
    for deed, ending in (("cancel", True), ("resume", False)):
        pressed = {"subscription": paid["subscription"], "deed": deed}
        requests.post(portal, pressed, timeout=5)
        assert payer.get(place)["cancel_at_period_end"] is ending
    stripe.book.portal_ready = False
    assert payer.refused("POST", "/billing_portal/sessions", dict(form))[0] == 400


def test_a_period_ends_on_the_item_and_is_paid_again(
    stripe: FakeStripe, payer: Caller, clock: FixedClock
) -> None:
    made = payer.session_of(payer.price(900, every="month"), mode="subscription")
    name = checkout.pay(stripe.book, made["id"])["subscription"]
    found = payer.get(f"/subscriptions/{name}")
    assert "current_period_end" not in found
    assert found["items"]["data"][0]["current_period_end"] == NOW + 30 * 86400
    clock.move(days=62)
    assert len(payer.get("/invoices", {"subscription": name})["data"]) == 3
    assert payer.call("DELETE", f"/subscriptions/{name}")["status"] == "canceled"
    assert payer.refused("DELETE", f"/subscriptions/{name}")[0] == 404
    assert payer.refused("POST", f"/subscriptions/{name}", {"cancel_at_period_end": True})[0] == 400


def test_refunds_stop_at_what_was_paid(stripe: FakeStripe, payer: Caller) -> None:
    paid = checkout.pay(stripe.book, payer.session_of(payer.price())["id"])
    by = {"payment_intent": paid["payment_intent"]}
    assert payer.post("/refunds", {**by, "amount": 2000})["status"] == "succeeded"
    assert payer.refused("POST", "/refunds", {**by, "amount": 3001})[2] == "amount"
    assert payer.refused("POST", "/refunds", {**by, "amount": 0})[2] == "amount"
    payer.post("/refunds", dict(by))
    assert payer.refused("POST", "/refunds", dict(by))[1] == "charge_already_refunded"
    assert payer.refused("POST", "/refunds", {**by, "charge": "ch_1"})[0] == 400
    [charge] = payer.get("/charges")["data"]
    assert (charge["amount_refunded"], charge["refunded"]) == (5000, True)
