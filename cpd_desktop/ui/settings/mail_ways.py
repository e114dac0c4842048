"""The ways out for mail that can be chosen; one line here is all that another one takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from cpd_desktop.domain.messages.accounts import PACES, PRESETS, AccountKind, MailPreset, Tls
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.messages.accounts import MailAccount

SERVER = frozenset({"host", "port", "tls", "user", "password", "mailbox"})
SIGN_IN = frozenset({"client_id"})
OF_GOOGLE = SIGN_IN | {"client_secret"}
OVER_SMTP = frozenset({"host", "port", "tls"})
KEY = frozenset({"key"})
FOLDER = frozenset({"folder"})
OWN = "own"

SIGN_IN_HINT = Sentence(
    "mail account",
    "You sign in on {provider}'s own page in your browser; no password is entered here. This needs "
    "the client ID of an app that you or your organisation registered there.",
)
SMTP_HINT = Sentence(
    "mail account",
    "The second way, if the first is not allowed at {provider}. An administrator may have to "
    "allow it.",
)
KEY_HINT = Sentence(
    "mail account",
    "Make an API key in your account at {provider}. Verify your own domain there first.",
)


class Way(NamedTuple):
    """A way out: its name, its kind, the fields only it has, and what is known beforehand."""

    text: str
    kind: AccountKind
    fields: frozenset[str]
    hint: str = ""
    preset: MailPreset | None = None
    sign_in: str = ""

    def fits(self, account: MailAccount) -> bool:
        """Say whether an account goes this way."""
        if (account.kind, account.settings.get("sign_in", "")) != (self.kind, self.sign_in):
            return False
        preset = self.preset
        by_password = self.kind is AccountKind.SMTP and not self.sign_in
        return not by_password or preset is None or preset.host in ("", account.host)


def ways() -> list[Way]:
    """Return the ways that are offered, the usual ones first and one's own server after them."""
    translate = QCoreApplication.translate
    smtp = AccountKind.SMTP
    known = [each for each in PRESETS if each.key != OWN]
    (own,) = (each for each in PRESETS if each.key == OWN)
    microsoft, google = "Microsoft 365, Outlook.com", "Gmail, Google Workspace"
    signed_in = translate("mail account", "{provider}: sign in")
    over_smtp = translate("mail account", "{provider}: sign in, over SMTP")
    by_key = translate("mail account", "{provider}: API key")
    return [
        *(Way(each.name, smtp, SERVER, "", each) for each in known),
        Way(signed_in.format(provider=microsoft), AccountKind.MICROSOFT, SIGN_IN, "",
            _web(AccountKind.MICROSOFT, "Microsoft", SIGN_IN_HINT)),
        Way(signed_in.format(provider=google), AccountKind.GMAIL, OF_GOOGLE, "",
            _web(AccountKind.GMAIL, "Google", SIGN_IN_HINT)),
        Way(by_key.format(provider="Brevo"), AccountKind.BREVO, KEY, "",
            _web(AccountKind.BREVO, "Brevo", KEY_HINT)),
        Way(over_smtp.format(provider=microsoft), smtp, OVER_SMTP | SIGN_IN, "",
            _web(AccountKind.MICROSOFT, "Microsoft", SMTP_HINT, "smtp.office365.com"),
            "microsoft"),
        Way(over_smtp.format(provider=google), smtp, OVER_SMTP | OF_GOOGLE, "",
            _web(AccountKind.GMAIL, "Google", SMTP_HINT, "smtp.gmail.com"), "google"),
        Way(translate("mail account", "Own server"), smtp, SERVER | {"find"}, "", own),
        Way(
            translate("mail account", "No account: files in a folder"),
            AccountKind.FOLDER,
            FOLDER,
            translate(
                "mail account",
                "Each message becomes an .eml file, which mail programs open and send.",
            ),
        ),
    ]  # fmt: skip


def way_of(account: MailAccount, offered: list[Way]) -> int:
    """Return which of the ways an account goes; one's own server fits any with a password."""
    return next((n for n, each in enumerate(offered) if each.fits(account)), 0)


def place_of(account: MailAccount) -> str:
    """Return where its mail goes: a folder, a server, or a provider by its name."""
    if place := account.settings.get("folder", "") or account.host:
        return place
    return {
        AccountKind.MICROSOFT: "Microsoft 365, Outlook.com",
        AccountKind.GMAIL: "Gmail, Google Workspace",
        AccountKind.BREVO: "Brevo",
    }.get(account.kind, "")


def _web(kind: AccountKind, provider: str, hint: Sentence, host: str = "") -> MailPreset:
    says = hint.filled(provider=provider)
    return MailPreset(kind.value, provider, host, 587, Tls.STARTTLS, PACES[kind], says)
