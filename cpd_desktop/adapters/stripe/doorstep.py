"""The page on this computer to which a browser comes back: it says so, and proves nothing."""

from __future__ import annotations

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from cpd_desktop.adapters.landing_page import NOT_THIS, PageWords, landing_page
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.stripe.orders import Doors
from cpd_desktop.domain.words import Sentence

HOST: Final = "127.0.0.1"
SLOWEST: Final = 5.0  # seconds between two bytes
MOST: Final = 8  # connections at once

BACK: Final = PageWords(
    Sentence("stripe", "You can go back to the app"),
    Sentence("stripe", "CPD Desktop asks Stripe what was paid and goes on by itself."),
)
NO_PLACE = Sentence("stripe", "No way back from the browser could be opened on this computer.")
NO_PLACE_ADVICE = Sentence(
    "stripe", "Send the page as a link instead. Nothing was changed."
)  # fmt: skip


class LoopbackDoorstep:
    """Listens on loopback from when its doors are asked for until it is closed."""

    def __init__(self) -> None:
        self._server: _Server | None = None
        self._making = threading.Lock()

    def doors(self) -> Doors:
        """Return the addresses to give to Stripe; raises ``Unavailable``."""
        with self._making:
            if self._server is None:
                self._server = _opened()
            place = f"http://{HOST}:{self._server.server_address[1]}"
        return Doors(f"{place}/paid", f"{place}/left")

    def wait(self, seconds: float) -> bool:
        """Wait until a browser came, at most so long; anybody can pretend to be it."""
        self.doors()
        server = self._server
        if server is None:
            return False
        came = server.came.wait(seconds)
        server.came.clear()
        return came

    def close(self) -> None:
        """Stop listening."""
        with self._making:
            if self._server is not None:
                self._server.shutdown()
                self._server.server_close()
                self._server = None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        self.came = threading.Event()
        self.room = threading.BoundedSemaphore(MOST)
        super().__init__((HOST, 0), _Visit)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Let nobody in while too many are here already."""
        if not self.room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one visitor and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of visitors who hang up."""


class _Visit(BaseHTTPRequestHandler):
    """One request: the same page for everybody who comes to a door."""

    server: _Server
    timeout = SLOWEST

    def do_GET(self) -> None:
        """Say where to go on; whatever else the address tells is left unread."""
        here = f"{HOST}:{self.server.server_address[1]}"
        # Another host means that a foreign page was led here by a name of its own.
        known = self.headers.get("Host") == here
        known = known and self.path.partition("?")[0] in {"/paid", "/left"}
        status, words = ("200 OK", BACK) if known else ("404 Not Found", NOT_THIS)
        with suppress(OSError):  # whoever asked is gone
            self.wfile.write(landing_page(status, words, str, "en"))
        self.close_connection = True
        if known:
            self.server.came.set()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is given
        """Write nothing: what comes here is not for the screen."""


def _opened() -> _Server:
    try:
        server = _Server()
    except OSError as error:
        raise Unavailable(NO_PLACE, NO_PLACE_ADVICE) from error
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
