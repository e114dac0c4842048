"""Takes what Zoom sends through a tunnel, writes it down at once and answers; nothing else."""

from __future__ import annotations

import threading
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, Final, Self

from cpd_desktop.adapters.loopback_server import SLOWEST, LoopbackServer
from cpd_desktop.adapters.zoom.told import news_in
from cpd_desktop.adapters.zoom.webhook import require_genuine, validation_answer
from cpd_desktop.domain.errors import CpdError, NotAllowed, Unavailable
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.clock import Clock

LARGEST: Final = 1 << 20
MOST: Final = 32  # connections at once

NO_PORT = Sentence("zoom", "Port {port} of this computer cannot be used: {reason}.")
NO_PORT_ADVICE = Sentence("zoom", "Choose another port, and point the tunnel to it.")


class Receiver(LoopbackServer):
    """Listens on loopback while it is entered; ``hear`` writes down what Zoom tells.

    Making it raises ``Unavailable`` if the port is taken.
    """

    request_queue_size = MOST
    SIGNED = ("x-zm-signature", "x-zm-request-timestamp")  # where the signature and time stand

    def __init__(
        self, secret: Secret, clock: Clock, hear: Callable[[Any], object], *, port: int = 0
    ) -> None:
        self.secret = secret
        self.clock = clock
        self.hear = hear
        try:
            super().__init__(port, MOST, _Visit)
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            says = NO_PORT.filled(port=port, reason=reason)
            raise Unavailable(says, NO_PORT_ADVICE) from error
        self._thread = threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        self.shutdown()
        self._thread.join()
        self.server_close()

    def take(self, body: bytes, signature: str, timestamp: str) -> tuple[HTTPStatus, bytes]:
        """Return what to answer to a message; it is written down before that."""
        now = self.clock.now()
        try:
            require_genuine(
                self.secret, signature=signature, timestamp=timestamp, body=body, now=now
            )
        except NotAllowed:
            return HTTPStatus.UNAUTHORIZED, b""
        if answer := validation_answer(self.secret, body):
            return HTTPStatus.OK, answer
        news = news_in(body, now)
        if news is None:
            return HTTPStatus.BAD_REQUEST, b""
        try:
            self.hear(news)
        except CpdError:
            return HTTPStatus.SERVICE_UNAVAILABLE, b""  # Zoom sends it again
        self.notice()
        return HTTPStatus.NO_CONTENT, b""


class _Visit(BaseHTTPRequestHandler):
    """One request: only a signed message of a decent size gets further."""

    server: Receiver
    timeout = SLOWEST
    server_version = "CPD-Desktop"
    sys_version = ""

    def do_POST(self) -> None:
        """Read the message as it is and answer it."""
        told = self.headers.get("Content-Length", "")
        if not told.isascii() or not told.isdecimal():
            self._answer(HTTPStatus.LENGTH_REQUIRED)
            return
        if int(told[:20]) > LARGEST:
            self._answer(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
            return
        body = self.rfile.read(int(told))
        if len(body) < int(told):
            return
        signature, timestamp = (self.headers.get(name, "") for name in self.server.SIGNED)
        self._answer(*self.server.take(body, signature, timestamp))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is given
        """Write nothing: what comes here is not for the screen."""

    def _answer(self, status: HTTPStatus, body: bytes = b"") -> None:
        self.close_connection = True
        with suppress(OSError):  # whoever asked is gone
            self.send_response(status)
            self.send_header("Connection", "close")
            if status is not HTTPStatus.NO_CONTENT:
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
