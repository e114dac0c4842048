"""Two Stripes that stand for the one: ours, and localstripe, which others wrote.

What our calls never make, since it would need the number of a card, each makes in its own way.
"""

from __future__ import annotations

import socket
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import requests

from cpd_desktop.adapters.stripe.amounts import at_stripe
from cpd_desktop.domain.money import Money
from cpd_desktop.domain.stripe.objects import Period, Rhythm
from cpd_desktop.domain.stripe.orders import CouponDraft, MembershipDraft, OfferDraft
from tests.fakes.stripe import methods, payments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from tests.fakes.stripe.server import FakeStripe

KEY = "sk_test_51LocalStripeWantsASecretKey"
VISA = "4242424242424242"
MEMBERSHIP = Money(900, "EUR")
# On loopback alone, and without the file that it writes for the next time.
RUN = """
import socket, sys
from aiohttp import web
from localstripe import resources
from localstripe.server import app
resources.Store.dump_to_disk = lambda self: None
web.run_app(app, sock=socket.socket(fileno=int(sys.argv[1])), print=None)
"""


class Double(Protocol):
    """A Stripe, and what payers and owners of the account do there without our calls."""

    @property
    def calls(self) -> StripeCalls: ...

    def card(self, number: str = VISA) -> str: ...

    def charge(self, customer: str, card: str, amount: Money) -> str: ...

    def begin_membership(self, customer: str) -> None: ...

    def coupon(self, percent: float) -> str: ...

    def product(self) -> str: ...

    def is_offered(self, product: str) -> bool: ...


@dataclass(frozen=True, slots=True)
class Ours:
    """The strict one of tests/fakes."""

    calls: StripeCalls
    server: FakeStripe

    def card(self, number: str = VISA) -> str:
        return str(methods.card(self.server.book, number)["id"])

    def charge(self, customer: str, card: str, amount: Money) -> str:
        book = self.server.book
        method = book.get("payment_method", card)
        made = payments.take(book, *at_stripe(amount), method, customer=customer)
        return str(made["latest_charge"])

    def begin_membership(self, customer: str) -> None:
        offer = self.calls.offer(OfferDraft("Evenings", MEMBERSHIP, Rhythm(Period.MONTH)), "o")
        card = self.calls.customer(customer).default_method
        self.calls.begin(MembershipDraft(customer, offer.price, method=card), "s")

    def coupon(self, percent: float) -> str:
        return self.calls.make_coupon(CouponDraft("Early bird", percent=percent), "c").id

    def product(self) -> str:
        return self.calls.offer(OfferDraft("Wound care", MEMBERSHIP), "o").product

    def is_offered(self, product: str) -> bool:
        return bool(self.server.book.get("product", product)["active"])


@dataclass(frozen=True, slots=True)
class Localstripe:
    """The one that others wrote: an older version, with plans in place of prices."""

    calls: StripeCalls
    address: str

    def card(self, number: str = VISA) -> str:
        card = {"number": number, "exp_month": "8", "exp_year": "2031", "cvc": "123"}
        named = {f"card[{name}]": value for name, value in card.items()}
        return self._made("/payment_methods", type="card", **named)

    def charge(self, customer: str, card: str, amount: Money) -> str:
        sent, currency = at_stripe(amount)
        words = {"amount": str(sent), "currency": currency}
        return self._made("/charges", customer=customer, source=card, **words)

    def begin_membership(self, customer: str) -> None:
        monthly = {"amount": "900", "currency": "eur", "interval": "month"}
        plan = self._made("/plans", **monthly, **{"product[name]": "Evenings"})
        self._made("/subscriptions", customer=customer, **{"items[0][plan]": plan})

    def coupon(self, percent: float) -> str:
        return self._made("/coupons", id="EARLY26", duration="once", percent_off=str(percent))

    def product(self) -> str:
        return self._made("/products", name="Wound care")

    def is_offered(self, product: str) -> bool:
        return str(self._asked("GET", f"/products/{product}")["active"]).lower() == "true"

    def _made(self, place: str, **form: str) -> str:
        return str(self._asked("POST", place, form)["id"])

    def _asked(self, method: str, place: str, form: dict[str, str] | None = None) -> Any:
        url = f"{self.address}/v1{place}"
        told = requests.request(method, url, data=form, auth=(KEY, ""), timeout=20)
        assert told.ok, told.text
        return told.json()


@contextmanager
def localstripe() -> Iterator[str]:
    """Run localstripe and yield its address."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        listening.set_inheritable(True)
        number = listening.fileno()
        words = [sys.executable, "-W", "ignore", "-c", RUN, str(number)]
        with subprocess.Popen(words, pass_fds=[number], stderr=subprocess.DEVNULL) as running:
            try:
                yield f"http://127.0.0.1:{port}"
            finally:
                running.terminate()
