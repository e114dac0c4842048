"""A server for a few visitors at once, on this computer only, that says nothing of its own."""

from __future__ import annotations

import threading
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

HOST: Final = "127.0.0.1"
SLOWEST: Final = 5.0  # seconds between two bytes of a visitor


class LoopbackServer(ThreadingHTTPServer):
    """Lets in so many visitors at once, each served by a ``visit`` of its own."""

    daemon_threads = True

    def __init__(self, port: int, most: int, visit: type[BaseHTTPRequestHandler]) -> None:
        self._room = threading.BoundedSemaphore(most)
        self._noticed = threading.Event()
        super().__init__((HOST, port), visit)

    @property
    def port(self) -> int:
        """Return where on this computer it listens."""
        return int(self.server_address[1])

    def wait(self, seconds: float) -> bool:
        """Wait until there was something since the last time, at most so long; say whether."""
        noticed = self._noticed.wait(seconds)
        self._noticed.clear()
        return noticed

    def notice(self) -> None:
        """Wake whoever waits."""
        self._noticed.set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Let nobody in while too many are here already."""
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Serve one visitor and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of visitors who hang up."""
