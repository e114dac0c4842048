"""The way back from the browser: one right answer gets through, whatever else comes."""

from __future__ import annotations

import logging
import re
import socket
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpd_desktop.adapters.loopback import LARGEST, LIMIT, MOST, SLOWEST, Loopback
from cpd_desktop.domain.errors import NotAllowed, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Cancelled, Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.domain.words import Sentence

STATE = "the-state-of-this-sign-in"
RIGHT = f"/callback?code=the-code&state={STATE}"


@dataclass
class Watch:
    """A clock for spans of time that stands until it is moved."""

    at: float = 100.0

    def __call__(self) -> float:
        return self.at


class Arriving(Work):
    """Lets something happen at the given look at the door."""

    def __init__(self, at: int, happens: Callable[[], object]) -> None:
        super().__init__()
        self._looks, self._at, self._happens = 0, at, happens

    def report(self, done: int, total: int | None = None, note: Sentence | str = "") -> None:
        super().report(done, total, note)
        self._looks += 1
        if self._looks == self._at:
            self._happens()


class Waiting:
    """A loopback that waits in a thread while the test is the browser."""

    def __init__(self, *, say: str = "") -> None:
        self.watch = Watch()
        self.work = Work()
        self.loopback = Loopback(
            now=self.watch, say=(lambda sentence: f"{say}{sentence}") if say else str
        )
        self.host = self.loopback.address.removeprefix("http://").removesuffix("/callback")
        self._pool = ThreadPoolExecutor(1)
        self.answer: Future[Secret] = self._pool.submit(
            self.loopback.wait, Secret(STATE), self.work
        )

    def connected(self) -> socket.socket:
        name, port = self.host.split(":")
        return socket.create_connection((name, int(port)), timeout=10)

    def ask(self, target: str, *, method: str = "GET", host: str | None = None) -> str:
        head = f"{method} {target} HTTP/1.1\r\nHost: {host or self.host}\r\n\r\n"
        return self.say(head.encode())

    def say(self, words: bytes) -> str:
        with self.connected() as connection:
            connection.sendall(words)
            return heard(connection)

    def end(self) -> None:
        self.work.cancel()
        with suppress(OSError), self.connected():  # wakes it, so that it notices at once
            pass
        self._pool.shutdown()
        self.loopback.close()


def heard(connection: socket.socket) -> str:
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts).decode()


@pytest.fixture
def waiting() -> Iterator[Waiting]:
    made = Waiting()
    yield made
    made.end()


def test_the_code_comes_back_and_the_page_says_that_the_window_can_be_closed(
    waiting: Waiting,
) -> None:
    page = waiting.ask(RIGHT)
    assert waiting.answer.result(10) == Secret("the-code")
    assert page.startswith("HTTP/1.1 200 OK\r\n")
    assert "You can close this window" in page
    assert "the-code" not in page
    assert STATE not in page


def test_the_page_runs_nothing_and_is_kept_nowhere(waiting: Waiting) -> None:
    head, _, page = waiting.ask(RIGHT).partition("\r\n\r\n")
    assert "Content-Security-Policy: default-src 'none'; style-src 'sha256-" in head
    assert "Cache-Control: no-store" in head
    assert "Referrer-Policy: no-referrer" in head
    assert "<script" not in page
    assert not re.search(r"(src|href|url)\s*[=(]", page)


def test_the_page_speaks_the_language_of_the_person_and_shows_no_markup_of_a_translator() -> None:
    waiting = Waiting(say="<b>Ä ")
    page = waiting.ask(RIGHT)
    waiting.end()
    assert "&lt;b&gt;Ä You can close this window" in page


def test_it_listens_before_anybody_waits_and_on_this_computer_only() -> None:
    with Loopback("/back") as loopback:
        address = re.fullmatch(r"http://127\.0\.0\.1:(\d+)/back", loopback.address)
        assert address
        socket.create_connection(("127.0.0.1", int(address[1])), timeout=10).close()


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/callback?code=another&state=guessed", "403"),
        ("/callback?code=another", "403"),
        (f"/callback?code=another&state={STATE[:-1]}", "403"),
        ("/callback?error=access_denied", "403"),
        ("/callback?error=access_denied&state=guessed", "403"),
        ("/callback?code=another&state=%C3%A4%FF", "403"),
        (f"/callback?code=one&code=two&state={STATE}", "400"),
        (f"/callback?code=one&state={STATE}&state={STATE}", "400"),
        (f"/callback?state={STATE}", "400"),
        (f"/callback?code=&state={STATE}", "400"),
        (f"/callback?state={STATE}&" + "&".join("abcdefghijklmnopqrstuvwxyz"), "400"),
        (f"/Callback?code=another&state={STATE}", "404"),
        (f"/callback/?code=another&state={STATE}", "404"),
        (f"http://127.0.0.1/callback?code=another&state={STATE}", "400"),
        ("/favicon.ico", "404"),
        ("/", "404"),
    ],
)
def test_what_is_not_the_answer_is_turned_away_and_the_wait_goes_on(
    waiting: Waiting, target: str, status: str
) -> None:
    page = waiting.ask(target)
    assert page.startswith(f"HTTP/1.1 {status} ")
    assert "This is not the answer that is waited for" in page
    waiting.ask(RIGHT)
    assert waiting.answer.result(10) == Secret("the-code")


@pytest.mark.parametrize("method", ["POST", "HEAD", "OPTIONS", "PUT"])
def test_the_code_is_taken_from_a_plain_visit_only(waiting: Waiting, method: str) -> None:
    assert waiting.ask(RIGHT, method=method).startswith("HTTP/1.1 405 ")
    assert not waiting.answer.done()


@pytest.mark.parametrize("host", ["localhost", "evil.example", "127.0.0.1", "127.0.0.1:1", "[::1]"])
def test_a_foreign_page_that_was_led_here_by_a_name_gets_nothing(
    waiting: Waiting, host: str
) -> None:
    assert waiting.ask(RIGHT, host=host).startswith("HTTP/1.1 400 ")
    assert not waiting.answer.done()


@pytest.mark.parametrize(
    "words",
    [
        f"GET {RIGHT} HTTP/1.1\r\n\r\n",
        f"GET {RIGHT} HTTP/1.1\r\nHost: HERE\r\nhost: HERE\r\n\r\n",
        f"GET {RIGHT}\r\nHost: HERE\r\n\r\n",
        f"GET {RIGHT} HTTP/2.0\r\nHost: HERE\r\n\r\n",
        "\x16\x03\x01 a browser that speaks TLS\r\n\r\n",
        "\r\n\r\n",
    ],
)
def test_what_is_no_request_is_turned_away(waiting: Waiting, words: str) -> None:
    assert waiting.say(words.replace("HERE", waiting.host).encode()).startswith("HTTP/1.1 400 ")
    assert not waiting.answer.done()


def test_a_request_without_end_is_cut_off(waiting: Waiting) -> None:
    with waiting.connected() as connection:
        connection.sendall(b"GET /callback?x=" + b"x" * LARGEST)
        assert heard(connection).startswith("HTTP/1.1 431 ")
    assert not waiting.answer.done()


def test_a_spare_connection_of_the_browser_holds_nobody_up(waiting: Waiting) -> None:
    with waiting.connected(), waiting.connected() as half:
        half.sendall(b"GET /call")
        waiting.ask(RIGHT)
        assert waiting.answer.result(10) == Secret("the-code")


def test_a_browser_that_asks_twice_gets_its_page_twice_and_the_code_counts_once() -> None:
    with Loopback() as loopback, ThreadPoolExecutor(1) as pool:
        name, _, port = loopback.address[len("http://") : -len("/callback")].partition(":")
        request = f"GET {RIGHT} HTTP/1.1\r\nHost: {name}:{port}\r\n\r\n".encode()
        both = [socket.create_connection((name, int(port)), timeout=10) for _ in range(2)]
        for each in both:
            each.sendall(request[:-1])
        work = Arriving(len(both) + 1, lambda: [each.send(request[-1:]) for each in both])
        answer = pool.submit(loopback.wait, Secret(STATE), work)
        assert answer.result(10) == Secret("the-code")
        for each in both:
            assert heard(each).startswith("HTTP/1.1 200 ")
            each.close()


def test_a_request_in_small_pieces_is_understood(waiting: Waiting) -> None:
    with waiting.connected() as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for letter in f"GET {RIGHT} HTTP/1.1\r\nHost: {waiting.host}\r\n\r\n":
            connection.sendall(letter.encode())
        assert heard(connection).startswith("HTTP/1.1 200 ")


def test_whoever_is_too_slow_is_sent_away(waiting: Waiting) -> None:
    with waiting.connected() as slow:
        slow.sendall(b"GET /callback HTTP/1.1\r\n")
        waiting.ask("/favicon.ico")  # by then the slow one was let in
        waiting.watch.at += SLOWEST
        assert heard(slow).startswith("HTTP/1.1 408 ")
    assert not waiting.answer.done()


def test_more_visitors_than_there_is_room_for_do_not_keep_the_answer_out(waiting: Waiting) -> None:
    crowd = [waiting.connected() for _ in range(3 * MOST)]
    waiting.ask(RIGHT)
    assert [each.recv(1) for each in crowd[:MOST]] == [b""] * MOST
    assert waiting.answer.result(10) == Secret("the-code")
    for each in crowd:
        each.close()


def test_whoever_declines_in_the_browser_is_told_that_nothing_was_changed(waiting: Waiting) -> None:
    page = waiting.ask(f"/callback?error=access_denied&state={STATE}")
    with pytest.raises(NotAllowed, match=r"did not allow .* Nothing was changed"):
        waiting.answer.result(10)
    assert "Nothing was connected" in page


@pytest.mark.parametrize(("error", "said"), [("server_error", "server_error"), ("%3Cb%3E", "?")])
def test_an_error_of_the_page_for_signing_in_is_told(
    waiting: Waiting, error: str, said: str
) -> None:
    waiting.ask(f"/callback?error={error}&state={STATE}")
    with pytest.raises(Unavailable, match=re.escape(f"ended with an error: {said}.")):
        waiting.answer.result(10)


def test_the_wait_ends_after_five_minutes(waiting: Waiting) -> None:
    waiting.ask("/favicon.ico")  # by then it waits
    waiting.watch.at += LIMIT - 1
    waiting.ask("/favicon.ico")
    assert not waiting.answer.done()
    waiting.watch.at += 1
    with pytest.raises(Unavailable, match=r"within 5 minutes\. Nothing was changed"):
        waiting.answer.result(10)


def test_the_person_can_stop_waiting(waiting: Waiting) -> None:
    waiting.work.cancel()
    with pytest.raises(Cancelled):
        waiting.answer.result(10)


def test_nothing_listens_afterwards(waiting: Waiting) -> None:
    with waiting.connected() as left:
        waiting.ask(RIGHT)
        waiting.answer.result(10)
        waiting.loopback.close()
        assert left.recv(1) == b""
    with pytest.raises(ConnectionRefusedError):
        waiting.connected()


def test_a_computer_without_room_for_a_connection_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cpd_desktop.adapters.loopback.HOST", "203.0.113.1")  # of no computer
    with pytest.raises(Unavailable, match="firewall"):
        Loopback()


def test_neither_code_nor_state_reaches_the_log(
    waiting: Waiting, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        waiting.ask("/callback?code=the-code&state=guessed")
        waiting.ask(RIGHT)
        shown = f"{waiting.answer.result(10)!r} {waiting.loopback!r}"
    assert "the-code" not in caplog.text + shown
    assert STATE not in caplog.text + shown


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_no_bytes_at_all_break_it(words: bytes) -> None:
    waiting = Waiting()
    try:
        with waiting.connected() as connection:
            connection.sendall(words + b"\r\n\r\n")
            heard(connection)
        assert not waiting.answer.done()
    finally:
        waiting.end()
