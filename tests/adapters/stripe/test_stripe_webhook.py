"""Messages that come through a tunnel count only if Stripe signed these very bytes just now."""

from __future__ import annotations

import json
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.stripe.webhook import event_in
from cpd_desktop.domain.errors import NotAllowed
from cpd_desktop.domain.secret import Secret
from tests.adapters.stripe.buying import ANN
from tests.fakes.stripe import hooks

if TYPE_CHECKING:
    from cpd_desktop.adapters.stripe.calls import StripeCalls
    from tests.clock import FixedClock
    from tests.fakes.stripe.server import FakeStripe

SECRET = Secret(hooks.SECRET)


@pytest.fixture
def body(calls: StripeCalls, server: FakeStripe) -> bytes:
    calls.make_customer(ANN, "c-1")
    return hooks.body_of(server.book.all("event")[0])


def test_a_signed_message_tells_what_the_list_tells(
    calls: StripeCalls, body: bytes, clock: FixedClock
) -> None:
    signed = hooks.signature(body, clock.now())
    assert [event_in(body, signed, SECRET, clock.now())] == calls.events_since(None)


def test_the_official_library_agrees(body: bytes, clock: FixedClock) -> None:
    import stripe

    signed = hooks.signature(body, clock.now())
    assert stripe.WebhookSignature.verify_header(body.decode(), signed, hooks.SECRET, None)


def test_while_a_secret_is_renewed_either_counts(body: bytes, clock: FixedClock) -> None:
    other = hooks.signature(body, clock.now(), "whsec_new").split(",")[1]
    signed = f"{hooks.signature(body, clock.now())},{other}"
    for secret in (hooks.SECRET, "whsec_new"):
        assert event_in(body, signed, Secret(secret), clock.now()).kind == "customer.created"


def test_a_forged_or_changed_message_is_left_unread(body: bytes, clock: FixedClock) -> None:
    now = clock.now()
    good = hooks.signature(body, now)
    stamp, signature, _ = good.split(",")
    for changed, header in (
        (body + b" ", good),
        (body, hooks.signature(body, now, "whsec_else")),
        (body, f"{stamp},v0={signature[3:]}"),
        (body, f"t={int(stamp[2:]) + 1},{signature}"),
        (body, f"{stamp},{stamp},{signature}"),
        (body, signature),
        (body, "t=x,v1=y"),
        (body, "t=²,v1=é"),
        (body, ""),
    ):
        with pytest.raises(NotAllowed, match="not signed"):
            event_in(changed, header, SECRET, now)


@pytest.mark.parametrize("minutes", [-6, 6])
def test_an_old_message_is_left_unread(body: bytes, clock: FixedClock, minutes: int) -> None:
    signed = hooks.signature(body, clock.now() + timedelta(minutes=minutes))
    with pytest.raises(NotAllowed, match="another time"):
        event_in(body, signed, SECRET, clock.now())
    patient = event_in(body, signed, SECRET, clock.now(), window=timedelta(minutes=7))
    assert patient.kind == "customer.created"


def test_without_a_secret_nothing_is_taken(body: bytes, clock: FixedClock) -> None:
    with pytest.raises(NotAllowed, match="no signing secret"):
        event_in(body, hooks.signature(body, clock.now(), ""), Secret(""), clock.now())


@pytest.mark.parametrize("told", [b"", b"[]", b"\xff", json.dumps({"object": "charge"}).encode()])
def test_a_signed_message_that_is_no_event_is_left_unread(told: bytes, clock: FixedClock) -> None:
    with pytest.raises(NotAllowed, match="no event"):
        event_in(told, hooks.signature(told, clock.now()), SECRET, clock.now())


def test_what_the_stand_in_posts_is_what_counts(
    calls: StripeCalls, server: FakeStripe, clock: FixedClock
) -> None:
    calls.make_customer(ANN, "c-1")
    heard: list[tuple[bytes, str]] = []

    class Receiving(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            heard.append((body, self.headers["Stripe-Signature"]))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Receiving) as receiver:
        once = threading.Thread(target=receiver.handle_request)
        once.start()
        hook = hooks.Hook(f"http://127.0.0.1:{receiver.server_address[1]}/stripe", clock.now)
        assert hook.tell(server.book.all("event")[0]) == 204
        once.join()
    [(body, header)] = heard
    assert event_in(body, header, SECRET, clock.now()).kind == "customer.created"
