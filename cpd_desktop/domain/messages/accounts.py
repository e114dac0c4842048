"""Mail accounts: where mail goes out, under whose name, and how much of it in a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.messages.addresses import (
    NOT_AN_ADDRESS,
    Address,
    header_line,
    is_plain,
    problem_of_sender,
)
from cpd_desktop.domain.messages.pacing import Limits
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

NO_NAME = Sentence("mail account", "Give the account a name.")
NO_SERVER = Sentence("mail account", "Name the server that takes mail, such as smtp.example.org.")
NO_PORT = Sentence("mail account", "The port is a number from 1 to 65535.")
NO_USER = Sentence("mail account", "Name the user to sign in as.")
NOT_PROTECTED = Sentence(
    "mail account",
    "Without TLS a password can be read on the way. Choose STARTTLS or SSL, or leave the user out.",
)
NO_FOLDER = Sentence("mail account", "Choose the folder that mails are written to.")
NO_LIMIT = Sentence("mail account", "The daily limit is a number from 1 to 100000.")


class AccountKind(StrEnum):
    """How mail goes out."""

    SMTP = "smtp"
    MICROSOFT = "microsoft"
    GMAIL = "gmail"
    BREVO = "brevo"
    FOLDER = "folder"  # no account: files in a folder


class Tls(StrEnum):
    """How the connection to a server is protected."""

    NONE = "none"
    STARTTLS = "starttls"
    SSL = "ssl"


LOOPBACK: Final = ("localhost", "127.0.0.1", "::1")
_RELAYS: Final = {
    AccountKind.MICROSOFT: "outlook.office365.com",
    AccountKind.GMAIL: "smtp.gmail.com",
    AccountKind.BREVO: "smtp-relay.brevo.com",
}

# As whole mails; Microsoft takes 4 MB of what is a third longer on the way.
_LARGEST: Final = {
    AccountKind.MICROSOFT: 3_000_000,
    AccountKind.GMAIL: 25_000_000,
    AccountKind.BREVO: 15_000_000,
}
_SIGNS_IN: Final = {AccountKind.MICROSOFT: "microsoft", AccountKind.GMAIL: "google"}


@dataclass(frozen=True, slots=True)
class AccountDraft:
    """What a person says about an account; its password or sign-in is in the keychain.

    ``settings`` holds what only its kind has, such as the folder of one without a server.
    """

    name: str
    sender: str
    sender_name: str = ""
    kind: AccountKind = AccountKind.SMTP
    host: str = ""
    port: int = 587
    tls: Tls = Tls.STARTTLS
    user: str = ""
    reply_to: str = ""
    limits: Limits = field(default_factory=Limits)
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def relay(self) -> str:
        """Return the server that receivers see mail of this account come from, if there is one."""
        return _RELAYS.get(self.kind, self.host if self.kind is AccountKind.SMTP else "")

    @property
    def largest(self) -> int:
        """Return how many bytes a mail may have, or 0 if the server says so only when asked."""
        return _LARGEST.get(self.kind, 0)

    @property
    def signs_in(self) -> str:
        """Return at whom a person signs in through the browser: microsoft, google, or nobody."""
        return _SIGNS_IN.get(self.kind, self.settings.get("sign_in", ""))

    @property
    def from_address(self) -> Address:
        """Return who its mails are from."""
        return Address(self.sender, header_line(self.sender_name))

    def problems(self) -> dict[str, Sentence]:
        """Return field → what is wrong with it."""
        found: dict[str, Sentence] = {}
        if not self.name.strip():
            found["name"] = NO_NAME
        for where in ("sender", "reply_to"):
            address = getattr(self, where)
            if not is_plain(address) and (address or where == "sender"):
                found[where] = NOT_AN_ADDRESS.filled(address=address)
        if not 1 <= self.limits.per_day <= 100_000:  # noqa: PLR2004 - as the sentence says
            found["per_day"] = NO_LIMIT
        if self.kind is AccountKind.SMTP:
            found |= self._problems_of_server()
        if self.kind is AccountKind.FOLDER and not self.settings.get("folder"):
            found["folder"] = NO_FOLDER
        unaligned = problem_of_sender(self.sender, self.relay) if self.relay else None
        if unaligned is not None:
            found.setdefault("sender", unaligned)
        return found

    def require_valid(self) -> None:
        """Raise ``Invalid`` if anything is wrong with it."""
        if problems := self.problems():
            raise Invalid(problems)

    def _problems_of_server(self) -> dict[str, Sentence]:
        found = {}
        if not self.host.strip() or header_line(self.host) != self.host or " " in self.host:
            found["host"] = NO_SERVER
        if not 1 <= self.port <= 65535:  # noqa: PLR2004 - as the sentence says
            found["port"] = NO_PORT
        if self.tls is Tls.NONE and self.user and self.host not in LOOPBACK:
            found["tls"] = NOT_PROTECTED
        return found


@dataclass(frozen=True, slots=True)
class MailAccount(AccountDraft):
    """An account as it is kept."""

    id: int = 0
    is_default: bool = False

    @property
    def secret_name(self) -> str:
        """Return the name under which its password or sign-in is in the keychain."""
        return f"mail-account-{self.id}"

    def draft(self) -> AccountDraft:
        """Return it to be edited."""
        values = {name: getattr(self, name) for name in AccountDraft.__dataclass_fields__}
        return AccountDraft(**values)


class MailPreset(NamedTuple):
    """What is known of a provider: its server, what it allows, and what to know about it."""

    key: str
    name: str
    host: str
    port: int
    tls: Tls
    limits: Limits
    hint: Sentence


APP_PASSWORD = Sentence(
    "mail account", "{provider} wants an app password, made in your account there; the usual "
    "password is refused.",
)  # fmt: skip
API_KEY = Sentence(
    "mail account", "User and password are those of {provider}'s SMTP access. Verify your own "
    "domain there first, with SPF and DKIM.",
)  # fmt: skip
OWN_SERVER = Sentence("mail account", "Your provider's help pages name the server and the port.")


def _preset(
    key: str, name: str, host: str, limit: int, hint: Sentence, *, port: int = 587,
    tls: Tls = Tls.STARTTLS, seconds: float = 0.0,
) -> MailPreset:  # fmt: skip
    says = hint.filled(provider=name) if "{provider}" in hint.template else hint
    return MailPreset(key, name, host, port, tls, Limits(limit, seconds), says)


PRESETS: Final = (
    _preset("gmail", "Gmail", "smtp.gmail.com", 500, APP_PASSWORD, seconds=1),
    _preset("workspace", "Google Workspace", "smtp.gmail.com", 2000, APP_PASSWORD, seconds=1),
    _preset("icloud", "iCloud", "smtp.mail.me.com", 1000, APP_PASSWORD, seconds=1),
    _preset("yahoo", "Yahoo", "smtp.mail.yahoo.com", 500, APP_PASSWORD, seconds=1),
    _preset("zoho", "Zoho", "smtp.zoho.com", 200, APP_PASSWORD, seconds=1),
    _preset("fastmail", "Fastmail", "smtp.fastmail.com", 1000, APP_PASSWORD),
    _preset("brevo", "Brevo", "smtp-relay.brevo.com", 300, API_KEY),
    _preset("ses", "Amazon SES", "email-smtp.eu-west-1.amazonaws.com", 50_000, API_KEY),
    _preset("mailgun", "Mailgun", "smtp.mailgun.org", 10_000, API_KEY),
    _preset("postmark", "Postmark", "smtp.postmarkapp.com", 10_000, API_KEY),
    _preset("sendgrid", "SendGrid", "smtp.sendgrid.net", 10_000, API_KEY),
    _preset("own", "Own server", "", 500, OWN_SERVER),
)
