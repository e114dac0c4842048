"""Who carries the mail of which account, and the sign-ins that this needs."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cpd_desktop.domain.errors import Invalid, NeedsSignIn
from cpd_desktop.domain.messages.accounts import AccountKind
from cpd_desktop.domain.network import NetworkCall
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.mail.grants import MailGrants
    from cpd_desktop.adapters.mail.providers import Provider
    from cpd_desktop.adapters.mail.web_postman import Access, Dialect
    from cpd_desktop.domain.messages.accounts import MailAccount
    from cpd_desktop.domain.secret import Secret
    from cpd_desktop.services.browser import Browser
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain
    from cpd_desktop.services.messages.ports import Mailbox, Postman
    from cpd_desktop.services.network_log import NetworkLog
    from cpd_desktop.services.work import Work

SERVICE = "Mail"
NO_KEY = Sentence("mail account", "The API key of “{name}” is not kept here.")
GIVE_KEY = Sentence("mail account", "Enter it in Settings, Accounts. Nothing was sent.")
NO_CLIENT_ID = Sentence(
    "mail account", "CPD Desktop has no client ID at {service} yet. Give one of your own."
)
BLANKS_INSIDE = Sentence(
    "mail account", "There are blanks inside. Copy it again from the page of {service}."
)


@dataclass(frozen=True, slots=True)
class MailPostmen:
    """Finds who carries the messages of an account, with its secret from the keychain."""

    keychain: Keychain
    browser: Browser
    log: NetworkLog
    clock: Clock
    folder: Path
    tls: Callable[[], ssl.SSLContext] = field(default=ssl.create_default_context)
    _grants: dict[tuple[int, str], MailGrants] = field(default_factory=dict, init=False, repr=False)
    _waits: dict[int, float] = field(default_factory=dict, init=False, repr=False)

    def of(self, account: MailAccount) -> Postman:
        """Return one, not connected yet; see the port."""
        match account.kind:
            case AccountKind.SMTP:
                return self._smtp(account)
            case AccountKind.FOLDER:
                from cpd_desktop.adapters.mail.folder import FolderPostman

                return FolderPostman(Path(account.settings["folder"]))
            case AccountKind.BREVO:
                from cpd_desktop.adapters.mail.dialects import Brevo

                return self._web(account, _Key(account, self.keychain), Brevo.here())
            case AccountKind.MICROSOFT:
                from cpd_desktop.adapters.mail.dialects import Graph
                from cpd_desktop.adapters.mail.providers import microsoft

                return self._web(account, self._grants_of(account), Graph(microsoft().api))
            case AccountKind.GMAIL:
                from cpd_desktop.adapters.mail.dialects import Gmail
                from cpd_desktop.adapters.mail.providers import google

                return self._web(account, self._grants_of(account), Gmail(google().api))

    def mailbox_of(self, account: MailAccount) -> Mailbox | None:
        """Return the mailbox of an account, not connected yet; see the port."""
        if not account.settings.get("imap_host"):
            return None
        from cpd_desktop.adapters.mail.imap import ImapMailbox

        password = self.keychain.get(account.secret_name)
        return ImapMailbox(
            account, password, self.clock.now, self.tls(), noted=partial(self._noted_line, "READ")
        )

    def connect(
        self,
        account: MailAccount,
        work: Work,
        *,
        show: Callable[[str, bool], None],
        say: Callable[[Sentence], str],
        language: str,
        client_secret: Secret | None = None,
    ) -> str:
        """Sign in through the browser; see ``services.messages.ports.SignIns``."""
        from cpd_desktop.adapters.mail.providers import provider
        from cpd_desktop.adapters.sign_in.browser_trip import BrowserTrip
        from cpd_desktop.adapters.sign_in.token_source import ClientApp

        at, grants = provider(account.signs_in), self._grants_of(account)
        before = grants.kept()  # a locked keychain is found out before anybody signs in for nothing
        client_id = account.settings.get("client_id", "") or at.client_id
        if not client_id or client_id.split() != [client_id]:
            says = BLANKS_INSIDE if client_id else NO_CLIENT_ID
            raise Invalid({"client_id": says.filled(service=at.name)})
        if client_secret is None and before and before.app.client_id == client_id:
            client_secret = before.app.secret
        app = ClientApp(client_id, client_secret)
        scopes = at.scopes if account.kind is not AccountKind.SMTP else at.smtp_scopes
        trip = BrowserTrip(self.browser, work, show, say, language, host=at.host)
        errand, code = trip.bring(lambda back: grants.source.errand(app, back, scopes, **at.asked))
        return grants.begin(app, lambda: grants.source.exchange(app, errand, code)).user

    def disconnect(self, account: MailAccount) -> bool:
        """Forget the sign-in; say whether the provider was told too."""
        from cpd_desktop.adapters.mail.providers import provider

        return self._grants_of(account).disconnect(provider(account.signs_in).revoke)

    def _smtp(self, account: MailAccount) -> Postman:
        from cpd_desktop.adapters.mail.copying import CopyingPostman
        from cpd_desktop.adapters.mail.smtp import SmtpPostman

        noted = partial(self._noted_line, "MAIL")
        if account.signs_in:
            token = self._grants_of(account).token
            return SmtpPostman(account, tls=self.tls, token=token, noted=noted)
        password = self.keychain.get(account.secret_name) if account.user else None
        postman = SmtpPostman(account, password, self.tls, noted=noted)
        mailbox = self.mailbox_of(account) if account.settings.get("copy_sent") else None
        return CopyingPostman(postman, mailbox) if mailbox else postman

    def _web(self, account: MailAccount, access: Access, dialect: Dialect) -> Postman:
        from cpd_desktop.adapters.mail.web_postman import WebPostman

        return WebPostman(account, access, dialect, self.noted, self._waits)

    def _grants_of(self, account: MailAccount) -> MailGrants:
        key = account.id, account.signs_in
        if key not in self._grants:
            from cpd_desktop.adapters.mail.providers import provider

            self._grants.setdefault(key, self._new_grants(account, provider(account.signs_in)))
        return self._grants[key]

    def _new_grants(self, account: MailAccount, at: Provider) -> MailGrants:
        from cpd_desktop.adapters.mail.grants import MailGrants, lock_of
        from cpd_desktop.adapters.sign_in.token_source import TokenSource
        from cpd_desktop.adapters.sign_in.turns import Turns

        source = TokenSource(at.name, at.pages, at.tokens, self.noted)
        turns = Turns(at.name, lock_of(self.folder))
        return MailGrants(self.keychain, account.secret_name, source, turns)

    def _noted_line(self, method: str, address: str, seconds: float, outcome: str) -> None:
        self.noted(method, address, None, seconds, outcome)

    def noted(
        self, method: str, address: str, status: int | None, seconds: float, outcome: str
    ) -> None:
        """Write a call down for the person to see."""
        at = self.clock.now() - timedelta(seconds=seconds)
        self.log.note(NetworkCall(at, SERVICE, method, address, status, seconds, outcome))


@dataclass(frozen=True, slots=True)
class _Key:
    """An API key, which is good or not, and never renewed."""

    account: MailAccount
    keychain: Keychain

    def token(self) -> Secret:
        kept = self.keychain.get(self.account.secret_name)
        if kept is None:
            raise NeedsSignIn(NO_KEY.filled(name=self.account.name), GIVE_KEY)
        return kept

    def refused(self, token: Secret) -> Secret:
        return token
