"""What a domain tells of its mail servers, and what is not believed."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.mail.autoconfig import LARGEST, WellKnownServers
from cpd_desktop.domain.errors import Invalid, Unavailable
from cpd_desktop.domain.messages.accounts import Tls
from cpd_desktop.domain.messages.found_server import FoundServer

if TYPE_CHECKING:
    from collections.abc import Iterator

ADDRESS = "ada@northern.example"
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
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    monkeypatch.setenv("CPD_AUTOCONFIG_URL", f"http://127.0.0.1:{server.server_port}")
    noted: list[str] = []
    try:
        yield WellKnownServers(lambda _, address, *__: noted.append(address)), noted
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("place", PLACES)
def test_a_domain_tells_its_servers_without_learning_who_asks(
    place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with telling({place: told()}, monkeypatch) as (servers, noted):
        assert servers.find(ADDRESS) == FoundServer(
            "smtp.northern.example", 587, Tls.STARTTLS, "ada",
            "imap.northern.example", 993, Tls.SSL,
        )  # fmt: skip
        assert noted
        assert not any("ada" in each for each in noted)


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    "content",
    [
        told(socket="plain"),
        told(host="smtp northern"),
        told(host="localhost"),
        told(port="0"),
        told(port="65536"),
        told(port="-1"),
        BOMB,
        b"<html>not this",
        b"",
        b"<clientConfig>" + b"<a>" * LARGEST,
    ],
)
def test_what_is_not_protected_or_cannot_be_read_is_not_believed(
    content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with telling(dict.fromkeys(PLACES, content), monkeypatch) as (servers, _):
        assert servers.find(ADDRESS) is None


def test_a_domain_where_nobody_answers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with telling({}, monkeypatch) as (servers, _):
        pass
    with pytest.raises(Unavailable, match=r"northern\.example does not answer"):
        servers.find(ADDRESS)


@pytest.mark.parametrize("odd", ["ada", "ada@localhost", "ada@x/../y.de", "a@b.de?x=1"])
def test_only_addresses_lead_anywhere(odd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with telling({}, monkeypatch) as (servers, noted), pytest.raises(Invalid):
        servers.find(odd)
    assert noted == []
