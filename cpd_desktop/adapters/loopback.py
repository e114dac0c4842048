"""The address on this computer to which a browser comes back after a sign-in (RFC 8252)."""

from __future__ import annotations

import hmac
import re
import selectors
import socket
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import parse_qs

from cpd_desktop.adapters.landing_page import CLOSE, NOT_THIS, STOPPED, landing_page
from cpd_desktop.domain.errors import CpdError, NotAllowed, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.landing_page import PageWords
    from cpd_desktop.services.work import Work

HOST: Final = "127.0.0.1"
LIMIT: Final = 5 * 60.0
LARGEST: Final = 8 * 1024
SLOWEST: Final = 10.0
MOST: Final = 16
_TICK: Final = 0.1

NO_PLACE = Sentence("sign-in", "No way back from the browser could be opened on this computer.")
NO_PLACE_ADVICE = Sentence(
    "sign-in",
    "Look whether a firewall forbids programs to talk on this computer. Nothing was changed.",
)
NO_ANSWER = Sentence("sign-in", "No answer came from the browser within {minutes} minutes.")
CONNECT_AGAIN = Sentence("sign-in", "Nothing was changed. Connect again when you want to.")
DECLINED = Sentence("sign-in", "You did not allow CPD Desktop to connect.")
ENDED_BADLY = Sentence("sign-in", "The page for signing in ended with an error: {error}.")

_REQUEST_LINE = re.compile(rb"([A-Z]{1,16}) (/[!-~]*) HTTP/1\.[01]")
_HARMLESS = re.compile(r"[\w.\- ]{1,60}")


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What becomes of a request: the page it gets, and what ends the waiting, if anything does."""

    status: str
    words: PageWords = NOT_THIS
    code: Secret | None = None
    error: CpdError | None = None


@dataclass(slots=True, eq=False)
class _Visitor:
    """A connection: what was read of its request, and how long it may take."""

    connection: socket.socket
    until: float
    head: bytes = b""
    answered: bool = False


@dataclass(slots=True)
class Loopback:
    """Listens on this computer only, at a port of its own, from when it is made until closed.

    One thread serves everybody, so that a browser's spare connections hold nobody up. Making it
    raises ``Unavailable`` if nothing can be opened. ``host`` is what providers know it by.
    """

    path: str = "/callback"
    say: Callable[[Sentence], str] = str
    language: str = "en"
    now: Callable[[], float] = time.monotonic
    host: str = HOST
    _listener: socket.socket = field(init=False, repr=False)
    _visitors: list[_Visitor] = field(init=False, repr=False, default_factory=list)

    def __post_init__(self) -> None:
        self._listener = _listening()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Stop listening and let go of everybody."""
        self._listener.close()
        for visitor in list(self._visitors):
            self._see_out(visitor)

    @property
    def address(self) -> str:
        """Return where the browser is to be sent back to."""
        return f"http://{self._host}{self.path}"

    @property
    def _host(self) -> str:
        return f"{self.host}:{self._listener.getsockname()[1]}"

    def wait(self, state: Secret, work: Work, limit: float = LIMIT) -> Secret:
        """Return the code that comes back with this state; everything else is turned away.

        Raises ``NotAllowed`` if the person declined, ``Unavailable`` if the page for signing in
        failed or nobody came in time, ``Cancelled`` if the work is stopped.
        """
        until = self.now() + limit
        while self.now() < until:
            work.report(0)
            # All who are ready get their page, also the second of two that ask the same.
            for verdict in [self._heard(visitor, state) for visitor in self._ready()]:
                if verdict and verdict.error:
                    raise verdict.error
                if verdict and verdict.code:
                    return verdict.code
            self._let_in()
            self._send_the_slow_away()
        raise Unavailable(NO_ANSWER.filled(minutes=f"{limit / 60:g}"), CONNECT_AGAIN)

    def _ready(self) -> list[_Visitor]:
        """Wait a moment for anybody to say something or come in; return those who said it."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._listener, selectors.EVENT_READ)
            for visitor in self._visitors:
                selector.register(visitor.connection, selectors.EVENT_READ, visitor)
            return [key.data for key, _ in selector.select(_TICK) if key.data]

    def _let_in(self) -> None:
        with suppress(OSError):  # nobody there, or gone again
            connection, _ = self._listener.accept()
            connection.setblocking(False)
            if len(self._visitors) >= MOST:
                self._see_out(self._visitors[0])
            self._visitors.append(_Visitor(connection, self.now() + SLOWEST))

    def _heard(self, visitor: _Visitor, state: Secret) -> _Verdict | None:
        try:
            heard = visitor.connection.recv(LARGEST)
        except BlockingIOError:
            return None
        except OSError:
            heard = b""
        if not heard:
            self._see_out(visitor)
            return None
        if visitor.answered:  # read to its end: closing earlier would tear the page away
            return None
        visitor.head += heard
        head, end, _ = visitor.head.partition(b"\r\n\r\n")
        if len(head) > LARGEST:
            verdict = _Verdict("431 Request Header Fields Too Large")
        elif end:
            verdict = self._judged(head, state)
        else:
            return None
        self._answer(visitor, verdict)
        return verdict

    def _judged(self, head: bytes, state: Secret) -> _Verdict:
        line, *fields = head.split(b"\r\n")
        request = _REQUEST_LINE.fullmatch(line)
        names = [field.partition(b":") for field in fields]
        hosts = [value.strip() for name, _, value in names if name.lower() == b"host"]
        # Another host means that a foreign page was led here by a name of its own (DNS rebinding).
        if request is None or hosts != [self._host.encode()]:
            return _Verdict("400 Bad Request")
        path, _, query = request[2].decode().partition("?")
        if path != self.path:
            return _Verdict("404 Not Found")
        if request[1] != b"GET":
            return _Verdict("405 Method Not Allowed")
        try:
            asked = parse_qs(query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            return _Verdict("400 Bad Request")
        return _answer_in(asked, state)

    def _answer(self, visitor: _Visitor, verdict: _Verdict) -> None:
        visitor.answered = True
        page = landing_page(verdict.status, verdict.words, self.say, self.language)
        with suppress(OSError):  # whoever asked is gone; what was asked still counts
            visitor.connection.sendall(page)
            visitor.connection.shutdown(socket.SHUT_WR)

    def _send_the_slow_away(self) -> None:
        now = self.now()
        for visitor in [each for each in self._visitors if each.until <= now]:
            if not visitor.answered:
                self._answer(visitor, _Verdict("408 Request Timeout"))
            self._see_out(visitor)

    def _see_out(self, visitor: _Visitor) -> None:
        self._visitors.remove(visitor)
        visitor.connection.close()


def _listening() -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":  # where another program could otherwise share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        listener.bind((HOST, 0))
        listener.listen()
        listener.setblocking(False)
    except OSError as error:
        listener.close()
        raise Unavailable(NO_PLACE, NO_PLACE_ADVICE) from error
    return listener


def _answer_in(asked: dict[str, list[str]], state: Secret) -> _Verdict:
    """Judge what the browser brought; the state comes first, before anything else is believed."""
    given = asked.get("state", [""])[0]
    if not hmac.compare_digest(given.encode(), state.reveal().encode()):
        return _Verdict("403 Forbidden")
    if any(len(asked.get(name, [])) > 1 for name in ("state", "code", "error")):
        return _Verdict("400 Bad Request")
    if "error" in asked:
        return _Verdict("200 OK", STOPPED, error=_said(asked["error"][0]))
    code = asked.get("code", [""])[0]
    if not code:
        return _Verdict("400 Bad Request")
    return _Verdict("200 OK", CLOSE, code=Secret(code))


def _said(error: str) -> CpdError:
    if error == "access_denied":
        return NotAllowed(DECLINED, CONNECT_AGAIN)
    known = error if _HARMLESS.fullmatch(error) else "?"
    return Unavailable(ENDED_BADLY.filled(error=known), CONNECT_AGAIN)
