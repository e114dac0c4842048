"""The page to which browsers come back says so, and nobody can tell it anything."""

from __future__ import annotations

from http.client import HTTPConnection
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from cpd_desktop.adapters.stripe.doorstep import LoopbackDoorstep
from cpd_desktop.adapters.stripe.receiver import StripeReceiver
from cpd_desktop.domain.secret import Secret
from tests.fakes.stripe.hooks import SECRET, Hook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.domain.stripe.objects import Happening
    from tests.clock import FixedClock


@pytest.fixture
def step() -> Iterator[LoopbackDoorstep]:
    made = LoopbackDoorstep()
    yield made
    made.close()


def ask(address: str, path: str, host: str = "", method: str = "GET") -> tuple[int, str]:
    place = urlsplit(address)
    connection = HTTPConnection(place.hostname or "", place.port, timeout=5)
    try:
        connection.request(method, path, headers={"Host": host} if host else {})
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_whoever_comes_back_is_sent_to_the_app(step: LoopbackDoorstep) -> None:
    doors = step.doors()
    assert step.doors() == doors
    assert not step.wait(0)
    status, page = ask(doors.paid, "/paid?page=cs_1&paid=yes")
    assert status == 200
    assert "You can go back to the app" in page
    assert "cs_1" not in page
    assert step.wait(5)
    assert not step.wait(0)


@pytest.mark.parametrize(
    ("path", "host"),
    [("/", ""), ("/paid/../x", ""), ("/paid", "evil.example"), ("/<script>", "")],
)
def test_nobody_else_is_heard(step: LoopbackDoorstep, path: str, host: str) -> None:
    status, page = ask(step.doors().paid, path, host)
    assert status == 404
    assert "script>" not in page
    assert not step.wait(0)


def test_only_signed_messages_are_written_down(clock: FixedClock) -> None:
    heard: list[Happening] = []
    event = {
        "object": "event", "id": "evt_1", "type": "charge.succeeded", "livemode": False,
        "created": int(clock.now().timestamp()),
        "data": {"object": {"id": "ch_1", "object": "charge"}},
    }  # fmt: skip
    with StripeReceiver(Secret(SECRET), clock, heard.append) as receiver:
        address = f"http://127.0.0.1:{receiver.port}"
        assert Hook(address, clock.now).tell(event) == 204
        assert receiver.wait(5)
        assert Hook(address, clock.now, "whsec_other").tell(event) == 401
        assert ask(address, "/", method="POST")[0] in {401, 411}
    assert [each.about for each in heard] == ["ch_1"]
