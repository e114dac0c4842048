"""The page on this computer to which a browser comes back: it says so, and proves nothing."""

from __future__ import annotations

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from typing import Any, Final

from cpd_desktop.adapters.landing_page import NOT_THIS, PageWords, landing_page
from cpd_desktop.adapters.loopback_server import HOST, SLOWEST, LoopbackServer
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.stripe.orders import Doors
from cpd_desktop.domain.words import Sentence

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
        self._server: LoopbackServer | None = None
        self._making = threading.Lock()

    def doors(self) -> Doors:
        """Return the addresses to give to Stripe; raises ``Unavailable``."""
        with self._making:
            if self._server is None:
                self._server = _opened()
            place = f"http://{HOST}:{self._server.port}"
        return Doors(f"{place}/paid", f"{place}/left")

    def wait(self, seconds: float) -> bool:
        """Wait until a browser came, at most so long; anybody can pretend to be it."""
        self.doors()
        server = self._server
        return server is not None and server.wait(seconds)

    def close(self) -> None:
        """Stop listening."""
        with self._making:
            if self._server is not None:
                self._server.shutdown()
                self._server.server_close()
                self._server = None


class _Visit(BaseHTTPRequestHandler):
    """One request: the same page for everybody who comes to a door."""

    server: LoopbackServer
    timeout = SLOWEST

    def do_GET(self) -> None:
        """Say where to go on; whatever else the address tells is left unread."""
        here = f"{HOST}:{self.server.port}"
        # Another host means that a foreign page was led here by a name of its own.
        known = self.headers.get("Host") == here
        known = known and self.path.partition("?")[0] in {"/paid", "/left"}
        status, words = ("200 OK", BACK) if known else ("404 Not Found", NOT_THIS)
        with suppress(OSError):  # whoever asked is gone
            self.wfile.write(landing_page(status, words, str, "en"))
        self.close_connection = True
        if known:
            self.server.notice()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is given
        """Write nothing: what comes here is not for the screen."""


def _opened() -> LoopbackServer:
    try:
        server = LoopbackServer(0, MOST, _Visit)
    except OSError as error:
        raise Unavailable(NO_PLACE, NO_PLACE_ADVICE) from error
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    return server
