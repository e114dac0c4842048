"""Calls a running Stripe with a key, as an app would, and nothing cleverer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

import requests

from tests.fakes.stripe.server import KEY, VERSION

if TYPE_CHECKING:
    from tests.fakes.stripe.server import FakeStripe

Refused = tuple[int, str, str]
Form = dict[str, object]


class Caller:
    def __init__(self, stripe: FakeStripe, key: str = KEY) -> None:
        self.stripe = stripe
        self.session = requests.Session()
        self.session.headers.update({"Authorization": f"Bearer {key}", "Stripe-Version": VERSION})

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.session.close()

    def ask(
        self, method: str, place: str, form: Form | None = None, **headers: str
    ) -> requests.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        written = {name: _written(value) for name, value in (form or {}).items()}
        posts = method == "POST"
        if posts:
            named.setdefault("Idempotency-Key", str(uuid4()))
        return self.session.request(
            method,
            f"{self.stripe.address}/v1{place}",
            params=None if posts else written,
            data=written if posts else None,
            headers=named,
            timeout=5,
        )

    def call(self, method: str, place: str, form: Form | None = None, **headers: str) -> Any:
        """Return what was answered; anything but success breaks the test."""
        answer = self.ask(method, place, form, **headers)
        assert answer.ok, answer.text
        return answer.json()

    def get(self, place: str, form: Form | None = None) -> Any:
        return self.call("GET", place, form)

    def post(self, place: str, form: Form | None = None) -> Any:
        return self.call("POST", place, form)

    def refused(self, method: str, place: str, form: Form | None = None, **headers: str) -> Refused:
        answer = self.ask(method, place, form, **headers)
        assert not answer.ok, answer.text
        said = answer.json()["error"]
        return answer.status_code, said.get("code", said["type"]), said.get("param", "")

    def price(self, amount: int = 5000, currency: str = "eur", every: str = "") -> str:
        form: Form = {
            "name": "Wound care",
            "default_price_data[currency]": currency,
            "default_price_data[unit_amount]": amount,
        }
        if every:
            form["default_price_data[recurring][interval]"] = every
        made: str = self.post("/products", form)["default_price"]
        return made

    def session_of(self, price: str, **more: object) -> Any:
        form = {
            "mode": "payment",
            "line_items[0][price]": price,
            "line_items[0][quantity]": 1,
            "success_url": "https://weber.example/thanks",
            **more,
        }
        return self.post("/checkout/sessions", form)


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
