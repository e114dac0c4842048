"""The receiver takes what Zoom signed, at once and once, and nothing else."""

from __future__ import annotations

import json
import socket
import threading
from http.client import HTTPConnection
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.loopback_server import HOST
from cpd_desktop.adapters.zoom.receiver import LARGEST, Receiver
from cpd_desktop.adapters.zoom.told import news_in
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, a_meeting, calling, signing_in
from tests.fakes.zoom.apps import USER_SCOPES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.domain.happenings import News
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom
    from tests.fakes.zoom.webhooks import Hook

SECRET = "the secret token of the app"


@pytest.fixture
def heard() -> list[News]:
    return []


@pytest.fixture
def receiver(zoom_clock: FixedClock, heard: list[News]) -> Iterator[Receiver]:
    with Receiver(Secret(SECRET), zoom_clock, heard.append) as listening:
        yield listening


@pytest.fixture
def hook(zoom: FakeZoom, receiver: Receiver) -> Hook:
    return zoom.hook(f"http://{HOST}:{receiver.port}/", SECRET)


@pytest.fixture
def number(zoom: FakeZoom, tmp_path: Path, zoom_clock: FixedClock) -> int:
    access = GivenAccess(zoom.api_url, signing_in(zoom, USER_SCOPES))
    with calling(access, tmp_path, Waiting(zoom_clock)) as calls:
        return calls.create(a_meeting()).at.number


def asking(
    receiver: Receiver, method: str, body: bytes = b"", headers: dict[str, str] | None = None
) -> int:
    connection = HTTPConnection(HOST, receiver.port, timeout=3)
    try:
        connection.request(method, "/", headers=headers or {})
        return connection.getresponse().status
    finally:
        connection.close()


def test_what_zoom_tells_is_heard_in_words_of_the_trade(
    hook: Hook, number: int, heard: list[News]
) -> None:
    person = {"user_name": "Maria", "participant_uuid": "p-1", "user_id": "7", "email": ""}
    assert hook.tell("meeting.participant_joined", number, participant=person).arrived
    (news,) = heard
    assert news.kind == "meeting.participant_joined"
    assert news.content["number"] == number
    assert news.content["person"] == {"key": "p-1", "name": "Maria", "email": "", "registrant": ""}


def test_the_address_is_confirmed_and_that_is_no_news(hook: Hook, heard: list[News]) -> None:
    assert hook.validate()
    assert heard == []


def test_what_somebody_else_sends_is_refused(
    hook: Hook, receiver: Receiver, number: int, heard: list[News], zoom_clock: FixedClock
) -> None:
    body = hook.event("meeting.started", number)
    good = hook.headers(body)
    assert hook.post(body + b" ", good).status == 401
    assert hook.post(body, good | {"x-zm-signature": "v0=0"}).status == 401
    assert hook.post(body, {"Accept": "*/*"}).status == 401
    zoom_clock.move(minutes=6)
    assert hook.post(body, good).status == 401
    assert heard == []


@pytest.mark.parametrize("body", [b"[]", b"{", b"\xff", b"{}"])
def test_what_is_signed_and_says_nothing_is_refused(
    hook: Hook, heard: list[News], body: bytes
) -> None:
    assert hook.post(body).status == 400
    assert heard == []


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "OPTIONS"])
def test_nothing_but_a_message_gets_further(
    receiver: Receiver, heard: list[News], method: str
) -> None:
    assert asking(receiver, method) >= 400
    assert heard == []


def test_too_much_is_refused_before_it_is_read(receiver: Receiver, heard: list[News]) -> None:
    with socket.create_connection((HOST, receiver.port), timeout=3) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (LARGEST + 1))
        assert b" 413 " in line.recv(100)
    assert asking(receiver, "POST", headers={"Content-Length": "-1"}) == 411
    with socket.create_connection((HOST, receiver.port), timeout=3) as line:
        line.sendall(b"POST / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert b" 411 " in line.recv(100)
    assert heard == []


def test_a_message_that_broke_off_is_not_taken(
    hook: Hook, receiver: Receiver, number: int, heard: list[News]
) -> None:
    body = hook.event("meeting.started", number)
    lines = [f"{name}: {value}" for name, value in hook.headers(body).items()]
    head = "\r\n".join(["POST / HTTP/1.1", f"Content-Length: {len(body)}", *lines, "", ""])
    with socket.create_connection((HOST, receiver.port), timeout=3) as line:
        line.sendall(head.encode() + body[:-1])
        line.shutdown(socket.SHUT_WR)
        assert line.recv(100) == b""
    assert heard == []


def test_what_could_not_be_written_down_is_sent_again(
    zoom: FakeZoom, zoom_clock: FixedClock, number: int
) -> None:
    full = [True]
    kept: list[News] = []

    def hear(news: News) -> None:
        if full.pop():
            raise Unavailable(Sentence("store", "The disk is full."))
        kept.append(news)

    with Receiver(Secret(SECRET), zoom_clock, hear) as receiver:
        hook = zoom.hook(f"http://{HOST}:{receiver.port}/", SECRET)
        assert hook.tell("meeting.started", number).status == 503
        assert not receiver.wait(0)
        full.append(False)
        assert hook.tell("meeting.started", number).arrived
        assert receiver.wait(3)
    assert len(kept) == 1


def test_a_port_that_is_taken_is_told_and_a_closed_one_is_free(
    receiver: Receiver, zoom_clock: FixedClock
) -> None:
    with pytest.raises(Unavailable, match=f"Port {receiver.port} .* Choose another port"):
        Receiver(Secret(SECRET), zoom_clock, lambda _news: None, port=receiver.port)
    with pytest.raises(Unavailable):
        Receiver(Secret(SECRET), zoom_clock, lambda _news: None, port=99999)


def test_closed_nobody_listens_any_more(zoom_clock: FixedClock) -> None:
    with Receiver(Secret(SECRET), zoom_clock, lambda _news: None) as receiver:
        port = receiver.port
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((HOST, port), timeout=1)


def test_one_who_says_nothing_keeps_nobody_waiting(
    hook: Hook, receiver: Receiver, number: int, heard: list[News]
) -> None:
    silent = [socket.create_connection((HOST, receiver.port), timeout=3) for _ in range(5)]
    try:
        assert hook.tell("meeting.started", number).arrived
    finally:
        for line in silent:
            line.close()
    assert len(heard) == 1


def test_many_at_once_are_all_heard(hook: Hook, number: int, heard: list[News]) -> None:
    told = [
        hook.event("meeting.participant_joined", number, participant={"user_name": f"P{n}"})
        for n in range(20)
    ]
    senders = [threading.Thread(target=hook.post, args=(body,)) for body in told]
    for each in senders:
        each.start()
    for each in senders:
        each.join()
    assert len(heard) == 20


def body_of(event: str, about: dict[str, Any], **more: Any) -> bytes:
    return json.dumps({"event": event, "payload": {"object": about}, **more}).encode()


def test_whatever_a_message_holds_it_is_read_or_is_none(zoom_clock: FixedClock) -> None:
    now = zoom_clock.now()
    for odd in ({}, {"id": None}, {"id": [1], "participant": "x"}, {"start_time": "soon"}):
        news = news_in(body_of("meeting.started", odd, event_ts=10**30), now)
        assert news
        assert news.at == now
        assert "starts" not in news.content


def test_a_recording_is_told_without_its_token(hook: Hook, number: int, heard: list[News]) -> None:
    assert b"download_token" in hook.event("recording.completed", number)
    assert hook.tell("recording.completed", number).arrived
    assert "token" not in str(heard[0].content)
