"""The Zoom to test against can be waited for, made to fail, and leaves nothing behind."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import requests

from tests.fakes.zoom.faults import answering, delay, too_many
from tests.fakes.zoom.server import FakeZoom

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.zoom.wire import Answer, Asked
    from tests.fakes.zoom_caller import Caller


def test_stopping_closes_idle_connections_and_threads(clock: FixedClock) -> None:
    before = threading.active_count()
    with requests.Session() as session:
        with FakeZoom(clock.now) as zoom:
            session.get(zoom.address, timeout=5)
            assert threading.active_count() > before
        assert threading.active_count() == before
        with pytest.raises(requests.ConnectionError):
            session.get(zoom.address, timeout=5)


def test_a_slow_answer_is_given_up_by_the_caller(zoom: FakeZoom) -> None:
    zoom.faults.next("/", delay(30))
    with pytest.raises(requests.ReadTimeout):
        requests.get(zoom.address, timeout=0.05)


def test_a_defect_of_the_fake_is_no_trouble_on_order(clock: FixedClock) -> None:
    def broken(_asked: Asked) -> Answer:
        raise ZeroDivisionError

    with pytest.raises(AssertionError, match="the fake itself broke"), FakeZoom(clock.now) as zoom:
        zoom.pages["GET", "/"] = broken
        assert requests.get(zoom.address, timeout=5).status_code == 500


def test_trouble_is_ordered_for_a_place_and_a_verb(zoom: FakeZoom, caller: Caller) -> None:
    zoom.faults.next(
        "/v2/users/me/meetings",
        too_many({"Retry-After": "7"}, "Too many concurrent requests."),
        method="POST",
    )
    zoom.faults.next("/v2/users", answering(403, {"code": 200, "message": "No permission."}))
    assert caller.refused("GET", "/users/me") == (403, 200, "No permission.")
    answer = caller.ask("POST", "/users/me/meetings", {"topic": "x"})
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert caller.meeting()["id"]


def test_a_slow_answer_holds_up_nobody_else(zoom: FakeZoom, caller: Caller) -> None:
    zoom.faults.next("/slow", delay(30))
    place = urlsplit(zoom.address)
    assert place.hostname is not None
    with socket.create_connection((place.hostname, place.port or 0)) as slow:
        slow.sendall(b"GET /slow HTTP/1.1\r\nHost: zoom\r\n\r\n")
        assert caller.call("GET", "/users/me")["type"] == 2


def test_an_answer_bears_the_time_of_this_zoom(zoom: FakeZoom) -> None:
    answer = requests.get(zoom.address, timeout=5)
    assert answer.headers["Date"] == "Sat, 21 Nov 2026 09:00:00 GMT"
