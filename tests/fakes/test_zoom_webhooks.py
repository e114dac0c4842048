"""Events that the Zoom to test against sends are signed over their very bytes."""

from __future__ import annotations

import hashlib
import hmac
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fakes.zoom.server import FakeZoom
    from tests.fakes.zoom_caller import Caller

SECRET = "s3cret"


def signed(content: bytes) -> str:
    return hmac.new(SECRET.encode(), content, hashlib.sha256).hexdigest()


class Receiver(HTTPServer):
    """Keeps what arrives, and answers challenges with its secret."""

    def __init__(self) -> None:
        self.arrived: list[tuple[dict[str, str], bytes]] = []
        self.knows_secret = True
        super().__init__(("127.0.0.1", 0), Answering)


class Answering(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.arrived.append((dict(self.headers), body))
        plain = json.loads(body)["payload"].get("plainToken")
        said = signed(plain.encode()) if plain and self.server.knows_secret else ""
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps({"plainToken": plain, "encryptedToken": said}).encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has above
        """Say nothing."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as made:
        thread = threading.Thread(target=made.serve_forever, args=(0.005,))
        thread.start()
        yield made
        made.shutdown()
        thread.join()


def test_an_event_is_signed_and_tells_the_meeting(
    zoom: FakeZoom, caller: Caller, receiver: Receiver
) -> None:
    number = caller.meeting()["id"]
    held = zoom.start_meeting(number)
    hook = zoom.hook(f"http://127.0.0.1:{receiver.server_address[1]}/zoom", SECRET)

    assert hook.tell("meeting.started", number).arrived
    hook.tell("meeting.registration_created", number, registrant={"email": "a@example.com"})

    (headers, body), (_, second) = receiver.arrived
    stamp = headers["x-zm-request-timestamp"]
    assert stamp == str(int(zoom.clock().timestamp()))
    assert headers["x-zm-signature"] == "v0=" + signed(b"v0:" + stamp.encode() + b":" + body)
    told = json.loads(body)
    assert (told["event"], told["event_ts"]) == ("meeting.started", int(stamp) * 1000)
    assert told["payload"]["object"]["id"] == str(number)
    assert told["payload"]["object"]["uuid"] == held.uuid
    assert json.loads(second)["payload"]["object"]["id"] == number


def test_an_address_proves_that_it_knows_the_secret(zoom: FakeZoom, receiver: Receiver) -> None:
    hook = zoom.hook(f"http://127.0.0.1:{receiver.server_address[1]}/", SECRET)
    assert hook.validate()
    receiver.knows_secret = False
    assert not hook.validate()
