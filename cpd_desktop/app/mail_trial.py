"""A mail server inside the program, so that the program can try whether it sends as it should."""

from __future__ import annotations

import socketserver
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = "127.0.0.1"
_BEGUN = {b"EHLO": b"250 trial", b"HELO": b"250 trial", b"DATA": b"354 go on", b"QUIT": b"221 bye"}


@contextmanager
def mail_server() -> Iterator[tuple[int, list[bytes]]]:
    """Run one on a free port of this computer only; yield the port and the mails it takes."""
    arrived: list[bytes] = []

    class Taking(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(b"220 trial\r\n")
            for line in self.rfile:
                verb = line[:4].upper().strip()
                self.wfile.write(_BEGUN.get(verb, b"250 taken") + b"\r\n")
                if verb == b"DATA":
                    arrived.append(self._mail())
                    self.wfile.write(b"250 taken\r\n")
                elif verb == b"QUIT":
                    return

        def _mail(self) -> bytes:
            lines = iter(self.rfile.readline, b".\r\n")
            return b"".join(line[1:] if line.startswith(b".") else line for line in lines)

    with socketserver.ThreadingTCPServer((HERE, 0), Taking) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield server.server_address[1], arrived
        finally:
            server.shutdown()
            thread.join()
