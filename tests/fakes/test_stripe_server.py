"""The door of the Stripe to test against: keys, versions, parameters, repeats, lists."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import requests

from tests.fakes.stripe import checkout, trouble
from tests.fakes.stripe.keys import EVERYTHING
from tests.fakes.stripe.rooms import ROUTES
from tests.fakes.stripe.server import ACCOUNT, LIVE_KEY
from tests.fakes.stripe_caller import Caller

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe
    from tests.fakes.zoom.faults import Fault

ANN = {"email": "ann@clinic.example", "metadata[person]": 7}


@pytest.mark.parametrize("header", ["", "Basic x", "Bearer ", "Bearer rk_test_unknown"])
def test_without_a_key_that_is_known_nobody_gets_in(payer: Caller, header: str) -> None:
    assert payer.refused("GET", "/account", Authorization=header)[0] == 401


@pytest.mark.parametrize("version", ["", "2024-06-20", "2026-10-28.other"])
def test_only_the_pinned_version_is_spoken(payer: Caller, version: str) -> None:
    assert payer.refused("GET", "/account", Stripe_Version=version)[0] == 400


def test_a_missing_permission_is_named_in_stripes_words(stripe: FakeStripe) -> None:
    stripe.keys.add("rk_test_few", frozenset({"rak_customer_read"}))
    with Caller(stripe, "rk_test_few") as caller:
        assert caller.get("/customers")["data"] == []
        told = caller.ask("POST", "/customers", dict(ANN)).json()["error"]["message"]
    assert f"on account '{ACCOUNT}'. Having the 'rak_customer_write' permission" in told


def test_every_operation_needs_a_permission_that_a_key_can_have() -> None:
    for route in ROUTES:
        assert route.permission.replace("_read", "_write") in EVERYTHING, route
        assert (route.method == "GET") == route.permission.endswith("_read"), route


def test_test_and_live_are_two_worlds(stripe: FakeStripe, payer: Caller) -> None:
    made = payer.post("/customers", dict(ANN))
    with Caller(stripe, LIVE_KEY) as live:
        assert live.refused("GET", f"/customers/{made['id']}")[0] == 404
        assert live.post("/customers", dict(ANN))["livemode"] is True
    assert made["livemode"] is False


@pytest.mark.parametrize(
    ("form", "code", "param"),
    [
        ({"bogus": 1}, "parameter_unknown", "bogus"),
        ({"address[bogus]": 1}, "parameter_unknown", "address[bogus]"),
        ({"api_key": "rk_test_x"}, "parameter_unknown", "api_key"),
        ({"balance": "ten"}, "parameter_invalid_integer", "balance"),
        ({"balance": "1.5"}, "parameter_invalid_integer", "balance"),
        ({"tax_exempt": "maybe"}, "parameter_invalid", "tax_exempt"),
        ({"address": "Main street"}, "parameter_invalid", "address"),
        ({"preferred_locales": "en"}, "parameter_invalid", "preferred_locales"),
        ({"preferred_locales[1]": "en"}, "parameter_invalid", "preferred_locales"),
        ({"test_clock": " "}, "parameter_invalid_empty", "test_clock"),
        ({"email": "nobody"}, "email_invalid", "email"),
        ({"name": "x" * 257}, "parameter_invalid", "name"),
        ({f"metadata[{'k' * 41}]": 1}, "parameter_invalid", f"metadata[{'k' * 41}]"),
        ({"metadata[k]": "v" * 501}, "parameter_invalid", "metadata[k]"),
        ({f"metadata[{n}]": 1 for n in range(51)}, "parameter_invalid", "metadata"),
        ({"expand[0]": "bogus"}, "parameter_invalid", "expand"),
        ({"expand[0]": "a.b.c.d.e"}, "parameter_invalid", "expand"),
    ],
)
def test_what_the_library_does_not_declare_is_refused(
    payer: Caller, form: dict[str, object], code: str, param: str
) -> None:
    assert payer.refused("POST", "/customers", form) == (400, code, param)


def test_a_missing_parameter_and_an_unknown_address_are_named(payer: Caller) -> None:
    assert payer.refused("POST", "/payment_links") == (400, "parameter_missing", "line_items")
    assert payer.refused("GET", "/bogus")[0] == 404
    assert payer.refused("PUT", "/customers")[0] in {404, 501}


class TestRepeats:
    def test_the_same_question_is_answered_once(self, payer: Caller) -> None:
        first = payer.ask("POST", "/customers", dict(ANN), Idempotency_Key="k")
        again = payer.ask("POST", "/customers", dict(ANN), Idempotency_Key="k")
        assert first.json() == again.json()
        assert "Idempotent-Replayed" not in first.headers
        assert again.headers["Idempotent-Replayed"] == "true"
        assert len(payer.get("/customers")["data"]) == 1

    def test_other_words_under_the_same_key_are_refused(self, payer: Caller) -> None:
        payer.ask("POST", "/customers", dict(ANN), Idempotency_Key="k")
        told = payer.ask("POST", "/customers", {"email": "a@b.example"}, Idempotency_Key="k")
        assert (told.status_code, told.json()["error"]["type"]) == (400, "idempotency_error")

    def test_a_refusal_is_repeated_too(self, payer: Caller) -> None:
        form: dict[str, object] = {"charge": "ch_none"}
        first = payer.ask("POST", "/refunds", form, Idempotency_Key="k")
        again = payer.ask("POST", "/refunds", form, Idempotency_Key="k")
        assert first.status_code == again.status_code == 400
        assert again.headers["Idempotent-Replayed"] == "true"

    def test_wrong_words_do_not_use_up_the_key(self, payer: Caller) -> None:
        payer.refused("POST", "/customers", {"bogus": 1}, Idempotency_Key="k")
        assert payer.ask("POST", "/customers", dict(ANN), Idempotency_Key="k").ok

    def test_two_at_once_are_kept_apart(self, stripe: FakeStripe) -> None:
        answers: list[int] = []

        def press() -> None:
            with Caller(stripe) as caller:
                told = caller.ask("POST", "/customers", dict(ANN), Idempotency_Key="k")
                answers.append(told.status_code)

        with stripe.holding("/v1/customers") as arrived:
            first = threading.Thread(target=press)
            first.start()
            assert arrived.wait(10)
            press()
        first.join()
        assert answers == [409, 200]

    @pytest.mark.parametrize("key", ["", "k" * 256])
    def test_nothing_is_done_without_a_key_for_the_operation(self, payer: Caller, key: str) -> None:
        assert payer.refused("POST", "/customers", dict(ANN), Idempotency_Key=key)[0] == 400

    def test_after_a_day_a_key_is_forgotten(self, payer: Caller, clock: FixedClock) -> None:
        first = payer.call("POST", "/customers", dict(ANN), Idempotency_Key="k")
        clock.move(hours=25)
        assert payer.call("POST", "/customers", dict(ANN), Idempotency_Key="k") != first


class TestLists:
    def test_pages_lead_forwards_and_backwards(self, payer: Caller) -> None:
        made = [payer.post("/customers")["id"] for _ in range(5)][::-1]
        first = payer.get("/customers", {"limit": 2})
        assert ([each["id"] for each in first["data"]], first["has_more"]) == (made[:2], True)
        last = payer.get("/customers", {"limit": 3, "starting_after": made[1]})
        assert ([each["id"] for each in last["data"]], last["has_more"]) == (made[2:], False)
        back = payer.get("/customers", {"limit": 1, "ending_before": made[2]})
        assert ([each["id"] for each in back["data"]], back["has_more"]) == ([made[1]], True)

    @pytest.mark.parametrize("form", [{"limit": 0}, {"limit": 101}, {"starting_after": "cus_x"}])
    def test_a_wrong_cursor_or_limit_is_refused(
        self, payer: Caller, form: dict[str, object]
    ) -> None:
        assert payer.refused("GET", "/customers", form)[0] == 400

    def test_objects_stand_in_the_place_of_their_ids_where_asked(
        self, stripe: FakeStripe, payer: Caller
    ) -> None:
        customer = payer.post("/customers", dict(ANN))["id"]
        made = payer.session_of(payer.price(), customer=customer)
        checkout.pay(stripe.book, made["id"])
        plain = payer.get("/charges")["data"][0]
        [charge] = payer.get("/charges", {"expand[0]": "data.customer"})["data"]
        assert charge == {**plain, "customer": payer.get(f"/customers/{customer}")}
        assert payer.refused("GET", "/charges", {"expand[0]": "data.bogus"})[0] == 400

    def test_lists_begin_and_end_at_moments(self, payer: Caller, clock: FixedClock) -> None:
        first = payer.post("/customers")["created"]
        clock.move(seconds=10)
        payer.post("/customers")
        for form, count in (
            ({"created[gt]": first}, 1),
            ({"created[gte]": first}, 2),
            ({"created[lt]": first + 10}, 1),
            ({"created[lte]": first + 10}, 2),
            ({"created": first}, 1),
        ):
            assert len(payer.get("/customers", form)["data"]) == count

    def test_events_last_thirty_days(self, payer: Caller, clock: FixedClock) -> None:
        payer.post("/customers", dict(ANN))
        [event] = payer.get("/events")["data"]
        assert (event["type"], event["data"]["object"]["email"]) == (
            "customer.created",
            ANN["email"],
        )
        assert payer.get(f"/events/{event['id']}") == event
        assert payer.get("/events", {"types[0]": "charge.succeeded"})["data"] == []
        assert payer.get("/events", {"type": "customer.created"})["data"] == [event]
        many: dict[str, object] = {f"types[{at}]": f"a.{at}" for at in range(21)}
        assert payer.refused("GET", "/events", many)[0] == 400
        clock.move(days=30, seconds=1)
        assert payer.get("/events")["data"] == []
        assert payer.refused("GET", f"/events/{event['id']}")[0] == 404

    def test_an_event_keeps_the_object_as_it_was(self, payer: Caller) -> None:
        made = payer.post("/customers", dict(ANN))
        payer.post(f"/customers/{made['id']}", {"email": "new@clinic.example"})
        changed, created = payer.get("/events")["data"]
        assert created["data"]["object"]["email"] == ANN["email"]
        assert changed["data"]["previous_attributes"] == {"email": ANN["email"]}


@pytest.mark.parametrize("fault", [trouble.TOO_MANY, trouble.BROKEN, trouble.IN_USE])
def test_trouble_comes_as_ordered_and_once(stripe: FakeStripe, payer: Caller, fault: Fault) -> None:
    stripe.faults.next("/v1/account", fault)
    assert fault.answer is not None
    assert payer.ask("GET", "/account").status_code == fault.answer.status
    assert payer.ask("GET", "/account").ok


def test_it_runs_by_itself_and_says_where_it_is() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.fakes.stripe"],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        told = [running.stdout.readline().strip() for _ in range(3)]
        address = told[0].removeprefix("Stripe is at ")
        try:
            assert "Stripe on loopback" in requests.get(address, timeout=5).text
        finally:
            running.send_signal(signal.SIGTERM)
    assert told[1] == f"CPD_STRIPE_API_URL={address}"
    assert running.returncode == 0
