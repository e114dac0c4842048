"""The same calls against localstripe, which others wrote: the little that it knows.

It speaks an older version, knows plans in place of prices and has no pages, no restricted keys and
no idempotency. So only customers, cards, payments, refunds and invoices are looked at.
"""

from __future__ import annotations

import importlib.util
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import requests

from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.errors import GoneAtStripe
from cpd_desktop.domain.stripe.orders import CustomerDraft, RefundOrder
from tests.adapters.stripe.buying import ANN
from tests.adapters.stripe.conftest import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.stripe.calls import StripeCalls

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("localstripe") is None, reason="localstripe is not installed"
    ),
]

KEY = "sk_test_51LocalStripeWantsASecretKey"
# On loopback alone, and without the file that it writes for the next time.
RUN = """
import socket, sys
from aiohttp import web
from localstripe import resources
from localstripe.server import app
resources.Store.dump_to_disk = lambda self: None
web.run_app(app, sock=socket.socket(fileno=int(sys.argv[1])), print=None)
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        listening.set_inheritable(True)
        number = listening.fileno()
        words = [sys.executable, "-W", "ignore", "-c", RUN, str(number)]
        with subprocess.Popen(words, pass_fds=[number], stderr=subprocess.DEVNULL) as running:
            yield f"http://127.0.0.1:{port}"
            running.terminate()


@pytest.fixture
def local(address: str, desk: Desk) -> StripeCalls:
    return Desk(address, desk.log, desk.clock, desk.sessions).calls(KEY, patience=20)


def asked(address: str, place: str, **form: str) -> str:
    """Make what our calls never make, since it would need the number of a card."""
    made = requests.post(f"{address}/v1{place}", form, auth=(KEY, ""), timeout=20)
    assert made.ok, made.text
    name: str = made.json()["id"]
    return name


def a_card(address: str) -> str:
    return asked(
        address,
        "/payment_methods",
        **{
            "type": "card",
            "card[number]": "4242424242424242",
            "card[exp_month]": "8",
            "card[exp_year]": "2031",
            "card[cvc]": "123",
        },
    )


def test_a_customer_is_made_found_and_changed(local: StripeCalls) -> None:
    made = local.make_customer(ANN, "c-1")
    assert (made.name, made.email, made.reference) == ("Ann Novák", ANN.email, {"person": "7"})
    assert local.customer(made.id) == made
    assert made in local.customers(ANN.email)
    changed = local.change_customer(made.id, CustomerDraft("Ann", "ann@home.example"), "c-2")
    assert (changed.name, changed.email) == ("Ann", "ann@home.example")
    with pytest.raises(GoneAtStripe):
        local.customer("cus_nobody")


def test_a_card_is_given_preferred_and_taken_away(local: StripeCalls, address: str) -> None:
    customer = local.make_customer(ANN, "c-1").id
    card = local.attach_card(a_card(address), customer, "k-1")
    assert (card.kind, card.last4) == ("card", "4242")
    local.prefer_card(customer, card.id, "k-2")
    assert local.customer(customer).default_method == card.id
    local.detach_card(card.id, "k-3")


def test_a_payment_is_read_and_given_back(local: StripeCalls, address: str) -> None:
    customer = local.make_customer(ANN, "c-1").id
    card = local.attach_card(a_card(address), customer, "k-1").id
    charge = asked(
        address, "/charges", amount="5000", currency="eur", customer=customer, source=card
    )
    paid = local.payment(charge)
    assert (paid.amount, paid.paid, paid.customer) == (Money(5000, "EUR"), True, customer)
    half = local.refund(RefundOrder(charge, Money(2500, "EUR")), "r-1")
    assert (half.amount, half.payment) == (Money(2500, "EUR"), charge)
    assert local.refund_of(half.id) == half
    assert local.payment(charge).refunded == Money(2500, "EUR")


def test_an_invoice_is_read(local: StripeCalls, address: str) -> None:
    customer = local.make_customer(ANN, "c-1").id
    local.prefer_card(customer, local.attach_card(a_card(address), customer, "k-1").id, "k-2")
    monthly = {"amount": "900", "currency": "eur", "interval": "month", "product[name]": "Evenings"}
    plan = asked(address, "/plans", **monthly)
    asked(address, "/subscriptions", customer=customer, **{"items[0][plan]": plan})
    [found] = local.invoices(customer)
    assert (found.customer, found.total, found.paid) == (customer, Money(900, "EUR"), found.total)
    assert (local.invoice(found.id), found.state) == (found, "paid")
