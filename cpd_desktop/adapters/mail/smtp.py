"""Carries mail to a server by SMTP, over one connection, and says what became of each."""

from __future__ import annotations

import select
import smtplib
import ssl
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.adapters.mail.promptness import hurried
from cpd_desktop.domain.errors import CpdError, NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.messages import refusals
from cpd_desktop.domain.messages.accounts import Tls
from cpd_desktop.domain.messages.states import Outcome
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.messages.ports import Delivery, Parcel

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.secret import Secret

LONGEST_WAIT: Final = 60.0  # seconds for an answer; checking a large file takes some servers long
MADE_AT_MOST: Final = 100  # some servers end a connection after so many

OK, FORWARDED, GO_ON, CLOSING = 250, 251, 354, 421
NOT_YET = Sentence("mail refusal", "Nothing was sent. What waits goes once this is put right.")
NEVER_TOLD = Sentence("mail refusal", "Connect the account or enter its password in Settings.")
TAKEN = Sentence("mail refusal", "{server} took it: {words}")


class _Begun(NamedTuple):
    """A message of which the server has all but the last line, unless it was refused before."""

    parcel: Parcel
    refused: Delivery | None


@dataclass(slots=True)
class SmtpPostman:
    """Carries messages of one account, signed in once.

    With ``token`` it signs in by that instead of a password (XOAUTH2). ``tls`` reads all whom the
    system trusts, so only a connection that is protected asks for it. ``noted`` is told of each
    connection once it is over: how long it lasted, and how many messages it carried or why none.
    """

    account: MailAccount
    password: Secret | None = None
    tls: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context, repr=False)
    patience: float = LONGEST_WAIT
    token: Callable[[], Secret] | None = None
    noted: Callable[[str, float, str], None] | None = None
    _server: smtplib.SMTP | None = field(default=None, init=False, repr=False)
    _begun: _Begun | None = field(default=None, init=False, repr=False)
    _carried: int = field(default=0, init=False)
    _began: float = field(default=0.0, init=False)

    @property
    def is_ready(self) -> bool:
        """Say whether the next message can be handed over at once."""
        return self._server is not None and self._carried < MADE_AT_MOST

    def connect(self) -> None:
        """Get ready, signed in; see the port."""
        self.close()
        self._began = time.monotonic()
        try:
            self._connect()
        except CpdError as error:
            self._note(type(error.__cause__ or error).__name__)
            raise

    def _connect(self) -> None:
        try:
            server = self._opened()
            hurried(server.sock)
        except ssl.SSLCertVerificationError as error:
            words = error.verify_message or str(error)
            raise NotAllowed(self._says(refusals.CERTIFICATE, words), NOT_YET) from error
        except OSError as error:
            raise Unavailable(self._says(refusals.UNREACHABLE, _words(error)), NOT_YET) from error
        try:
            self._sign_in(server)
        except BaseException:
            server.close()
            raise
        self._server, self._carried = server, 0

    def announce(self, parcel: Parcel) -> None:
        """Bring all of a message but its last line, so that no server has it yet."""
        self._begun = self._begin(parcel)

    def hand_over(self, parcel: Parcel) -> Delivery:
        """Hand one message over; see the port."""
        begun = self._begun
        if begun is None or begun.parcel != parcel:
            begun = self._begin(parcel)
        self._begun = None
        if self._server is None or begun.refused is not None:
            return begun.refused or Delivery(Outcome.LATER, self._says(refusals.LOST))
        return self._finish(self._server, parcel)

    def close(self) -> None:
        """Let go of the connection; see the port."""
        self._take_back()
        if self._server is not None:
            with suppress(OSError):
                self._server.quit()
        self._drop()

    def _opened(self) -> smtplib.SMTP:
        host, port = self.account.host, self.account.port
        if self.account.tls is Tls.SSL:
            return smtplib.SMTP_SSL(host, port, timeout=self.patience, context=self.tls())
        server = smtplib.SMTP(host, port, timeout=self.patience)
        if self.account.tls is Tls.STARTTLS:
            try:
                self._protect(server)
            except BaseException:
                server.close()
                raise
        return server

    def _protect(self, server: smtplib.SMTP) -> None:
        server.ehlo_or_helo_if_needed()
        if not server.has_extn("starttls"):
            raise NotAllowed(self._says(refusals.NO_TLS), NOT_YET)
        server.starttls(context=self.tls())

    def _sign_in(self, server: smtplib.SMTP) -> None:
        if not self.account.user and not self.token:
            return
        secret = self.token() if self.token else self.password
        if secret is None:
            says = refusals.NO_PASSWORD.filled(account=self.account.name)
            raise NeedsSignIn(says, NEVER_TOLD)
        try:
            if self.token:
                _sign_in_by_token(server, self.account.user or self.account.sender, secret)
            else:
                server.login(self.account.user, secret.reveal())
        except smtplib.SMTPAuthenticationError as error:
            says = refusals.of_login(self.account.host, error.smtp_error)
            raise NeedsSignIn(says, NOT_YET) from error
        except smtplib.SMTPNotSupportedError as error:
            raise NeedsSignIn(self._says(refusals.NO_SIGN_IN), NOT_YET) from error
        except OSError as error:
            raise Unavailable(self._says(refusals.UNREACHABLE, _words(error)), NOT_YET) from error

    def _begin(self, parcel: Parcel) -> _Begun:
        self._take_back()
        server = self._server
        if server is None:
            return _Begun(parcel, Delivery(Outcome.LATER, self._says(refusals.LOST)))
        self._carried += 1
        try:
            refused = self._named(server, parcel)
            if refused is None:
                server.send(_quoted(parcel.content))
        except OSError:
            refused = self._lost()
        return _Begun(parcel, refused)

    def _take_back(self) -> None:
        """Let go of a message that was begun only: what ends without its last line never came."""
        if self._begun is not None and self._begun.refused is None:
            self._drop()
        self._begun = None

    def _named(self, server: smtplib.SMTP, parcel: Parcel) -> Delivery | None:
        """Name both addresses and ask to go on; return why that was refused, if it was."""
        server.ehlo_or_helo_if_needed()
        knows_size = server.does_esmtp and server.has_extn("size")
        options = [f"size={len(parcel.content)}"] if knows_size else []
        code, words = server.mail(parcel.sender, options)
        if code != OK:
            # The sender is refused whoever it is for; only its size is the message's own matter.
            refused = self._refused(server, parcel, code, words)
            return refused._replace(ends=not _is(refused.says, refusals.TOO_LARGE))
        code, words = server.rcpt(parcel.recipient)
        if code in (OK, FORWARDED):
            code, words = server.docmd("DATA")
            if code == GO_ON:
                return None
        return self._refused(server, parcel, code, words)

    def _finish(self, server: smtplib.SMTP, parcel: Parcel) -> Delivery:
        """Say that this was all: from here on nobody but the server knows whether it has it."""
        if _spoke_up(server):
            return self._interrupted(server, parcel)
        try:
            server.send(b".\r\n")
            code, words = server.getreply()
        except OSError:
            self._drop()
            return Delivery(Outcome.UNCERTAIN, self._says(refusals.UNKNOWN_FATE))
        if code != OK:
            return self._refused(server, parcel, code, words)
        return Delivery(Outcome.SENT, self._says(TAKEN, refusals.server_words(words)))

    def _interrupted(self, server: smtplib.SMTP, parcel: Parcel) -> Delivery:
        """Return why a server wants no more of a message whose last line it never got."""
        try:
            code, words = server.getreply()
        except OSError:
            return self._lost()
        self._drop()
        return self._refused(server, parcel, code, words)

    def _lost(self) -> Delivery:
        """Return that the connection is gone, before the last line: it is certain not to go."""
        self._drop()
        return Delivery(Outcome.LATER, self._says(refusals.LOST))

    def _refused(self, server: smtplib.SMTP, parcel: Parcel, code: int, words: bytes) -> Delivery:
        says = refusals.of_message(self.account.host, code, words, parcel.sender)
        if code == CLOSING:
            self._drop()
        else:
            with suppress(OSError):
                server.rset()
        is_final = code >= 500  # noqa: PLR2004 - RFC 5321: a permanent refusal
        ends = _is(says, refusals.RELAY, refusals.TOO_MANY)
        return Delivery(Outcome.REFUSED if is_final else Outcome.LATER, says, ends)

    def _drop(self) -> None:
        if self._server is not None:
            self._server.close()
            self._note(f"{self._carried} handed over")
        self._server = None

    def _note(self, outcome: str) -> None:
        if self.noted:
            address = f"smtp://{self.account.host}:{self.account.port}"
            self.noted(address, time.monotonic() - self._began, outcome)

    def _says(self, says: Sentence, words: str = "") -> Sentence:
        return says.filled(server=self.account.host, words=words)


def _quoted(content: bytes) -> bytes:
    """Return all of a message but the line that says it was all, as it goes over the line.

    A dot at the beginning of a line is doubled. Single dots, of which files in base64 have none,
    are found in a fraction of the time of lines that begin so.
    """
    pieces, begin, at = [], 0, content.find(b".")
    while at >= 0:
        if at == 0 or content[max(at - 2, 0) : at] == b"\r\n":
            pieces += [content[begin:at], b"."]
            begin = at
        at = content.find(b".", at + 1)
    pieces.append(content[begin:])
    if not content.endswith(b"\r\n"):
        pieces.append(b"\r\n")
    return b"".join(pieces)


def _spoke_up(server: smtplib.SMTP) -> bool:
    """Say whether a server that should be listening said something, or hung up."""
    return bool(server.sock and select.select([server.sock], [], [], 0)[0])


def _sign_in_by_token(server: smtplib.SMTP, user: str, token: Secret) -> None:
    server.ehlo_or_helo_if_needed()

    def told(challenge: bytes | None = None) -> str:
        # What is asked after a refusal is answered by nothing; then the server says no.
        return "" if challenge else f"user={user}\x01auth=Bearer {token.reveal()}\x01\x01"

    server.auth("XOAUTH2", told)


def _is(says: Sentence | None, *among: Sentence) -> bool:
    return says is not None and any(says.template == each.template for each in among)


def _words(error: OSError) -> str:
    if isinstance(error, TimeoutError):
        return "no answer"
    return error.strerror or refusals.server_words(str(error))
