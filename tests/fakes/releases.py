"""The place where release notes lie, on loopback, and a key that signs them."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from cpd_desktop.adapters.release_notes import signed
from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = "https://downloads.example.org/cpd-desktop"


def note_of(version: str = "0.2.0", serial: int = 7, **told: Any) -> bytes:
    """Return the text of a note."""
    usual = {"published": "2026-11-20", "page": PAGE, "changes": ["Certificates print faster"]}
    return json.dumps({"version": version, "serial": serial} | usual | told).encode()


@dataclass
class ReleaseSite:
    """Answers every question with what it was given, and remembers who asked how."""

    address: str = ""
    content: bytes = b""
    status: int = 200
    asked: list[dict[str, str]] = field(default_factory=list)
    key: Ed25519PrivateKey = field(default_factory=Ed25519PrivateKey.generate)

    @property
    def public_key(self) -> bytes:
        """Return what is shipped."""
        return self.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)

    def publish(self, version: str = "0.2.0", serial: int = 7, **told: Any) -> None:
        """Put a signed note there."""
        self.content = signed(note_of(version, serial, **told), self.key)


@contextmanager
def release_site() -> Iterator[ReleaseSite]:
    """Run the site."""
    site = ReleaseSite()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append({name.lower(): value for name, value in self.headers.items()})
            self.send_response(site.status)
            self.send_header("Content-Length", str(len(site.content)))
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(site.content)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.address = f"http://127.0.0.1:{server.server_port}/note"
    with running(server):
        yield site
