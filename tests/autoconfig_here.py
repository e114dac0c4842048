"""A domain on loopback that tells of its mail servers, and somebody who asks it."""

from __future__ import annotations

from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from cpd_desktop.adapters.mail.autoconfig import WellKnownServers
from tests.fakes.running import running

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

PLACES = ("/mail/config-v1.1.xml", "/.well-known/autoconfig/mail/config-v1.1.xml")


def told(socket: str = "STARTTLS", host: str = "smtp.northern.example", port: str = "587") -> bytes:
    return f"""<clientConfig version="1.1"><emailProvider id="northern.example">
<incomingServer type="imap"><hostname>imap.northern.example</hostname><port>993</port>
<socketType>SSL</socketType><username>%EMAILADDRESS%</username></incomingServer>
<outgoingServer type="smtp"><hostname>{host}</hostname><port>{port}</port>
<socketType>{socket}</socketType><username>%EMAILLOCALPART%</username></outgoingServer>
</emailProvider></clientConfig>""".encode()


@contextmanager
def telling(
    pages: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[WellKnownServers, list[str]]]:
    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = pages.get(self.path)
            self.send_response(404 if content is None else 200)
            self.end_headers()
            self.wfile.write(content or b"")

        def log_message(self, *_: Any) -> None: ...

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    monkeypatch.setenv("CPD_AUTOCONFIG_URL", f"http://127.0.0.1:{server.server_port}")
    noted: list[str] = []
    with running(server):
        yield WellKnownServers(lambda _, address, *__: noted.append(address)), noted
