"""A mailbox on a server (IMAP): what arrived is looked at and left as it is; what went is kept."""

from __future__ import annotations

import imaplib
import re
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.mail.promptness import hurried
from cpd_desktop.domain.errors import CpdError, NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.messages import refusals
from cpd_desktop.domain.messages.accounts import LOOPBACK, Tls
from cpd_desktop.domain.messages.returns import LARGEST
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.secret import Secret

PATIENCE: Final = 30.0
MOST: Final = 2000
FIRST_LOOK: Final = timedelta(days=14)
USUAL_PORT: Final = 993

NOT_READ = Sentence("mail refusal", "The mailbox was not read. Nothing was changed in it.")
GARBLED = Sentence("mail refusal", "{server} did not answer as a mailbox does: {words}.")

_HEAD: Final = (
    "(UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID FROM SUBJECT CONTENT-TYPE "
    "IN-REPLY-TO REFERENCES AUTO-SUBMITTED)])"
)
_SIZE: Final = re.compile(rb"\bRFC822\.SIZE (\d+)")
_SENT: Final = re.compile(rb'\(([^)]*)\) (?:"[^"]*"|NIL) (.+)$')
_MARK: Final = re.compile(r"(\d+):(\d+)")


@dataclass(slots=True)
class ImapMailbox:
    """One mailbox; ``noted`` is told of each connection once it is over."""

    account: MailAccount
    password: Secret | None
    now: Callable[[], datetime]
    context: ssl.SSLContext = field(default_factory=ssl.create_default_context, repr=False)
    noted: Callable[[str, float, str], None] | None = None
    patience: float = PATIENCE
    _server: imaplib.IMAP4 | None = field(default=None, init=False, repr=False)
    _began: float = field(default=0.0, init=False)
    _read: int = field(default=0, init=False)

    @property
    def host(self) -> str:
        """Return the server."""
        return self.account.settings["imap_host"]

    @property
    def port(self) -> int:
        """Return its port."""
        return int(self.account.settings.get("imap_port") or USUAL_PORT)

    def connect(self) -> None:
        """Sign in; see the port."""
        self.close()
        self._began, self._read = time.monotonic(), 0
        try:
            self._connect()
        except CpdError as error:
            self._note(type(error.__cause__ or error).__name__)
            raise

    def arrived(self, seen: str, concerns: Callable[[bytes], bool]) -> Iterator[tuple[str, bytes]]:
        """Yield what arrived after a mark and concerns somebody; see the port."""
        server = self._required()
        try:
            self._said(server.select("INBOX", readonly=True))
            validity = _number(server.response("UIDVALIDITY")[1])
            mark = _MARK.fullmatch(seen)
            last = int(mark[2]) if mark and int(mark[1]) == validity else 0
            for uid in self._uids(server, last):
                yield f"{validity}:{uid}", self._fetched(server, uid, concerns)
        except (OSError, imaplib.IMAP4.error) as error:
            raise Unavailable(self._says(GARBLED, _words(error)), NOT_READ) from error

    def keep_sent(self, content: bytes) -> None:
        """Put a copy into the folder of sent mail; see the port."""
        server = self._required()
        try:
            folder = self.account.settings.get("imap_sent") or self._sent_folder(server)
            self._said(server.append(folder, r"(\Seen)", "", content))
        except (OSError, imaplib.IMAP4.error) as error:
            raise Unavailable(self._says(GARBLED, _words(error)), NOT_READ) from error

    def close(self) -> None:
        """Let go of the connection."""
        if self._server is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                self._server.logout()
            self._note(f"{self._read} read")
        self._server = None

    def _connect(self) -> None:
        tls = Tls(self.account.settings.get("imap_tls") or Tls.SSL)
        if tls is Tls.NONE and self.host not in LOOPBACK:
            raise NotAllowed(self._says(refusals.NO_TLS, ""), NOT_READ)
        if self.password is None:
            says = refusals.NO_PASSWORD.filled(account=self.account.name)
            raise NeedsSignIn(says, NOT_READ)
        try:
            server = self._opened(tls)
            hurried(server.sock)
        except ssl.SSLCertVerificationError as error:
            raise NotAllowed(self._says(refusals.CERTIFICATE, str(error)), NOT_READ) from error
        except (OSError, imaplib.IMAP4.error) as error:
            raise Unavailable(self._says(refusals.UNREACHABLE, _words(error)), NOT_READ) from error
        try:
            server.login(self.account.user or self.account.sender, self.password.reveal())
        except imaplib.IMAP4.abort as error:
            server.shutdown()
            raise Unavailable(self._says(refusals.UNREACHABLE, _words(error)), NOT_READ) from error
        except imaplib.IMAP4.error as error:
            server.shutdown()
            raise NeedsSignIn(refusals.of_login(self.host, _words(error)), NOT_READ) from error
        self._server = server

    def _opened(self, tls: Tls) -> imaplib.IMAP4:
        if tls is Tls.SSL:
            return imaplib.IMAP4_SSL(
                self.host, self.port, ssl_context=self.context, timeout=self.patience
            )
        server = imaplib.IMAP4(self.host, self.port, timeout=self.patience)
        if tls is Tls.STARTTLS:
            try:
                server.starttls(self.context)
            except BaseException:
                server.shutdown()
                raise
        return server

    def _uids(self, server: imaplib.IMAP4, last: int) -> list[int]:
        since = f"{self.now() - FIRST_LOOK:%d-%b-%Y}"
        wanted = ("UID", f"{last + 1}:*") if last else ("SINCE", since)
        (found,) = self._said(server.uid("SEARCH", *wanted))
        # The last one is found by any range, also when it was seen before.
        uids = sorted(int(each) for each in found.split() if int(each) > last)
        return uids[-MOST:]

    def _fetched(self, server: imaplib.IMAP4, uid: int, concerns: Callable[[bytes], bool]) -> bytes:
        """Return all of a mail that concerns somebody, and nothing of any other."""
        told, head = _literal(self._said(server.uid("FETCH", str(uid), _HEAD)))
        size = _SIZE.search(told)
        self._read += 1
        if not concerns(head) or size is None or int(size[1]) > LARGEST:
            return b""
        return _literal(self._said(server.uid("FETCH", str(uid), "(BODY.PEEK[])")))[1]

    def _sent_folder(self, server: imaplib.IMAP4) -> str:
        for line in self._said(server.list()):
            found = _SENT.search(line) if isinstance(line, bytes) else None
            if found and b"\\Sent" in found[1].split():
                return found[2].decode("ascii", "replace")
        return "Sent"

    def _said(self, answer: tuple[str, Any]) -> list[Any]:
        status, said = answer
        if status != "OK":
            raise imaplib.IMAP4.error(said)
        found: list[Any] = said
        return found

    def _required(self) -> imaplib.IMAP4:
        if self._server is None:
            raise Unavailable(self._says(refusals.LOST, ""), NOT_READ)
        return self._server

    def _note(self, outcome: str) -> None:
        if self.noted:
            address = f"imap://{self.host}:{self.port}"
            self.noted(address, time.monotonic() - self._began, outcome)

    def _says(self, says: Sentence, words: str) -> Sentence:
        return says.filled(server=self.host, words=words)


def _literal(said: list[Any]) -> tuple[bytes, bytes]:
    """Return what is told around the one text that was asked for, and the text itself."""
    around, content = b"", b""
    for each in said:
        if isinstance(each, tuple):
            around, content = around + each[0], each[1]
        elif isinstance(each, bytes):
            around += each
    return around, content


def _number(said: list[bytes | None]) -> int:
    first = said[0] if said else None
    return int(first) if first and first.isdigit() else 0


def _words(error: Exception) -> str:
    told = error.args[0] if error.args else ""
    return refusals.server_words(told if isinstance(told, bytes) else str(told))
