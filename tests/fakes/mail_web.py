"""A web server on loopback for the fakes of mail providers, which can fail as it is told."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qs, urlsplit

from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came; the names of headers are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    @property
    def query(self) -> dict[str, str]:
        return _only(urlsplit(self.target).query)

    @property
    def form(self) -> dict[str, str]:
        return _only(self.body.decode())


def _only(text: str) -> dict[str, str]:
    found = parse_qs(text, keep_blank_values=True, strict_parsing=bool(text))
    assert all(len(values) == 1 for values in found.values()), "said twice"
    return {name: values[0] for name, values in found.items()}


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered; ``cut`` closes the connection instead."""

    status: int
    said: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False


class Behind(Protocol):
    """What answers requests."""

    address: str

    def answer(self, asked: Asked) -> Answer: ...


@contextmanager
def serving(behind: Behind) -> Iterator[None]:
    """Run it on a free port, and tell it its address."""

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def _answer(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            body = self.rfile.read(int(headers.get("content-length", 0)))
            made = behind.answer(Asked(self.command, self.path, headers, body))
            self.close_connection = self.close_connection or made.cut
            if made.cut:
                return
            content = b"" if made.said is None else json.dumps(made.said).encode()
            self.send_response(made.status)
            told = {"Content-Type": "application/json"} | made.headers
            for name, value in (told | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    behind.address = f"http://127.0.0.1:{server.server_port}"
    with running(server):
        yield
