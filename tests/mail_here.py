"""A real mail server on loopback, which writes down what arrives and does what it is told."""

from __future__ import annotations

import asyncio
import base64
import email
import ssl
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import policy
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import pytest
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage
    from pathlib import Path

    from aiosmtpd.smtp import Envelope, Session

PASSWORD = "open sesame"
USER = "trainer"
TOKEN = "a-token-of-the-trainer"
LONGER_THAN_A_COMMAND = 1000


# ruff: noqa: ARG002 - aiosmtpd hands over more than is needed here


@dataclass(slots=True)
class MailServer:
    """Takes mail, or refuses it as the test wants.

    ``answers`` are given instead of 250 to these recipients, each once; ``dies`` says at which
    point the connection is cut, once each: ``before`` a message, ``during`` its lines, or ``after``
    it was taken; ``unkept`` is after it was handed over, but not taken. ``breaks_in`` is said
    before all lines of a message are there. ``meanwhile`` is done when a recipient is named.
    """

    port: int = 0
    arrived: list[Arrived] = field(default_factory=list)
    answers: dict[str, list[str]] = field(default_factory=dict)
    of_sender: list[str] = field(default_factory=list)
    dies: list[str] = field(default_factory=list)
    breaks_in: list[str] = field(default_factory=list)
    meanwhile: dict[str, Callable[[], object]] = field(default_factory=dict)
    connections: int = 0
    open: set[SMTP] = field(default_factory=set)

    def told(self) -> list[str]:
        """Return to whom mail arrived, in order."""
        return [each.recipient for each in self.arrived]

    def mails_to(self, recipient: str) -> list[EmailMessage]:
        return [each.mail for each in self.arrived if each.recipient == recipient]

    def wait_until_idle(self) -> None:
        """Return when everything that was sent to it is written down."""
        for _ in range(5000):
            if not self.open:
                return
            time.sleep(0.001)
        pytest.fail("somebody is still connected")

    async def handle_EHLO(  # noqa: N802 - aiosmtpd names and fills it
        self, server: SMTP, session: Session, envelope: Envelope, host: str, answers: list[str]
    ) -> list[str]:
        session.host_name = host
        return answers

    async def auth_XOAUTH2(  # noqa: N802 - aiosmtpd names and calls it
        self, server: SMTP, words: list[bytes]
    ) -> AuthResult:
        """Take a token in the form of Google and Microsoft; a wrong one is told why first."""
        wanted = f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01".encode()
        if base64.b64decode(words[1], validate=True) == wanted:
            return AuthResult(success=True)
        heard = await server.challenge_auth(b'{"status":"400"}')
        assert heard == b""
        return AuthResult(success=False, handled=False)

    async def handle_MAIL(  # noqa: N802 - aiosmtpd names and fills it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.of_sender:
            return self.of_sender.pop(0)
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(  # noqa: N802 - aiosmtpd names and fills it
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.dies and self.dies[0] == "before":
            self._die(server)
        if address in self.meanwhile:
            self.meanwhile.pop(address)()
        waiting = self.answers.get(address)
        if waiting:
            return waiting.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd names and fills it
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.original_content, bytes)
        assert envelope.mail_from is not None
        if self.dies and self.dies[0] == "unkept":
            self._die(server)
            return "250 nobody hears this"
        for each in envelope.rcpt_tos:
            self.arrived.append(Arrived(envelope.mail_from, each, envelope.original_content))
        if self.dies and self.dies[0] == "after":
            self._die(server)
        return "250 Taken"

    def heard(self, server: SMTP, said: bytes) -> None:
        """Cut off, or break in upon, who says so much that it must be a message."""
        if len(said) < LONGER_THAN_A_COMMAND:
            return
        if self.breaks_in and isinstance(server.transport, asyncio.WriteTransport):
            server.transport.write(f"{self.breaks_in.pop(0)}\r\n".encode())
            server.transport.close()
        if self.dies and self.dies[0] == "during":
            self._die(server)

    def _die(self, server: SMTP) -> None:
        self.dies.pop(0)
        _cut(server)


@dataclass(frozen=True, slots=True)
class Arrived:
    sender: str
    recipient: str
    content: bytes

    @property
    def mail(self) -> EmailMessage:
        return email.message_from_bytes(self.content, policy=policy.default)


def _signed_in(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    good = data.login == USER.encode() and data.password == PASSWORD.encode()
    return AuthResult(success=good, handled=False)


@contextmanager
def mail_here(
    *, tls: ssl.SSLContext | None = None, sign_in: bool = False, wrapped: bool = False
) -> Iterator[MailServer]:
    """Run a server while a test runs; with ``tls`` it offers STARTTLS, or is ``wrapped`` in it."""
    kept, loop = MailServer(), asyncio.new_event_loop()
    options: dict[str, Any] = {"hostname": "mail.test", "loop": loop, "timeout": 60}
    if tls is not None and not wrapped:
        options |= {"tls_context": tls, "require_starttls": True}
    if sign_in:
        needs_tls = tls is not None and not wrapped
        options |= {"authenticator": _signed_in, "auth_required": True,
                    "auth_require_tls": needs_tls}  # fmt: skip

    made: list[SMTP] = []

    class Counted(SMTP):
        def connection_made(self, transport: Any) -> None:
            kept.open.add(self)
            super().connection_made(transport)

        def data_received(self, data: bytes) -> None:
            kept.heard(self, data)
            super().data_received(data)

        def connection_lost(self, error: Exception | None) -> None:
            super().connection_lost(error)
            kept.open.discard(self)

    def one() -> SMTP:
        kept.connections += 1
        made.append(Counted(kept, **options))
        return made[-1]

    listening = loop.run_until_complete(
        loop.create_server(one, "127.0.0.1", 0, ssl=tls if wrapped else None)
    )
    kept.port = listening.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    try:
        yield kept
    finally:
        asyncio.run_coroutine_threadsafe(_ended(listening, made), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        thread.join(10)
        loop.close()


def _cut(connection: SMTP) -> None:
    if isinstance(connection.transport, asyncio.WriteTransport):
        connection.transport.abort()


def contexts(folder: Path, name: str = "127.0.0.1") -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Return how a server of this name proves itself, and how a client checks that it is."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    of = x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)
    begins = datetime.now(UTC) - timedelta(days=1)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([of]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / "server.pem"
    plain = serialization.NoEncryption()
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain
    ))  # fmt: skip
    server = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    server.load_cert_chain(path)
    return server, ssl.create_default_context(cafile=path)


async def _ended(listening: asyncio.Server, made: list[SMTP]) -> None:
    listening.close()
    for connection in made:
        _cut(connection)
    await asyncio.sleep(0)
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for each in others:
        each.cancel()
    await asyncio.gather(*others, return_exceptions=True)
