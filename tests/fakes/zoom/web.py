"""The HTTP server in front of the Zoom on loopback, which can also do harm."""

from __future__ import annotations

import socket
import socketserver
import sys
import traceback
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING, Any, Protocol

from tests.fakes.zoom.faults import Fault, Faults, Harm
from tests.fakes.zoom.wire import Answer, Asked, as_json

if TYPE_CHECKING:
    import threading

    from tests.fakes.zoom.wire import Now


class Behind(Protocol):
    """Who answers, and what the server tells it."""

    clock: Now
    asked: list[Asked]
    faults: Faults
    defects: list[str]
    stopping: threading.Event

    def answer(self, asked: Asked) -> Answer:
        """Answer one request."""


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Knows its open connections, so that stopping need not wait for idle ones."""

    daemon_threads = False
    block_on_close = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, place: tuple[str, int], behind: Behind) -> None:
        self.behind = behind
        self._open: set[socket.socket] = set()
        super().__init__(place, Answering)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, place = super().get_request()
        self._open.add(connection)
        return connection, place

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def hang_up(self) -> None:
        for connection in list(self._open):
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it was closed in this moment

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002 - its contract
        """Stay silent where a caller hung up: that is part of the game."""
        if not isinstance(sys.exception(), OSError):
            self.behind.defects.append(traceback.format_exc())


class Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "ZoomStandIn"
    disable_nagle_algorithm = True
    server: Server

    def do_GET(self) -> None:
        behind = self.server.behind
        asked = self._asked()
        behind.asked.append(asked)
        fault = behind.faults.striking(asked)
        if fault is not None and fault.harm is Harm.WAIT:
            behind.stopping.wait(fault.seconds)
        if fault is not None and fault.harm is Harm.LOSE_QUESTION:
            self.close_connection = True
            return
        if fault is not None and fault.answer is not None:
            self._send(fault.answer)
            return
        try:
            answer = behind.answer(asked)
        except Exception:  # noqa: BLE001 - told at the end of the test, whatever it was
            behind.defects.append(traceback.format_exc())
            answer = as_json(500, {"code": 500, "message": "The fake broke."})
        self._send(answer, fault)

    do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the names http.server calls

    def _asked(self) -> Asked:
        path, _, query = self.path.partition("?")
        length = int(self.headers.get("Content-Length", "0"))
        return Asked(
            self.command,
            path,
            query,
            {name.lower(): value for name, value in self.headers.items()},
            self.rfile.read(length),
            self.server.behind.clock(),
        )

    def _send(self, answer: Answer, fault: Fault | None = None) -> None:
        harm = fault.harm if fault is not None else None
        if harm is Harm.LOSE_ANSWER:
            self.close_connection = True
            return
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        body = answer.body
        if harm is Harm.CUT_ANSWER:
            body = body[: len(body) // 2]
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name it has above
        """Say nothing: `asked` is the journal."""

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Tell the time of this Zoom, not of the computer it runs on."""
        return super().date_time_string(timestamp or self.server.behind.clock().timestamp())
