"""Zoom's own addresses for tokens: what is asked there, and what its refusals mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.sign_in import token_source
from cpd_desktop.adapters.sign_in.token_source import ClientApp, TokenSource
from cpd_desktop.adapters.zoom.apps import Addresses, PublicApp, ServerToServerApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from cpd_desktop.adapters.sign_in.token_source import Answer, Errand
    from cpd_desktop.adapters.zoom.apps import App, BrowserApp
    from cpd_desktop.domain.secret import Secret

_ENDING: Final = {"invalid_grant", "invalid_client", "unauthorized_client"}
_SPENT: Final = "invalid token!"
# Switched off, its user gone, withdrawn by an administrator, revoked.
_ENDING_NUMBERS: Final = {4717, 4735, 4738, 4741}
# Zoom puts its own number at the end of what it says: "… considered valid. (4741)".
_NUMBER = re.compile(r"\b47\d\d\b")


class Refused(token_source.Refused):
    """Zoom itself said no, and would say so again."""

    def __init__(self, service: str, error: str, reason: str) -> None:
        super().__init__(service, error, reason)
        number = _NUMBER.search(reason)
        self.number = int(number[0]) if number else None

    @property
    def ends_the_grant(self) -> bool:
        """Say whether what was granted is over, and not just one question wrong."""
        spent = self.reason.lower().startswith(_SPENT)
        return spent or self.error in _ENDING or self.number in _ENDING_NUMBERS


@dataclass(frozen=True, slots=True)
class Authority:
    """Asks Zoom for tokens; raises and notes as ``TokenSource`` does."""

    addresses: Addresses = field(default_factory=Addresses.of_here)
    noted: Callable[[str, str, int | None, float, str], None] | None = None

    def errand(self, app: BrowserApp, back: str) -> Errand:
        """Return where the browser is to go; only who has the errand can use what it brings."""
        return self._source.errand(_client(app), back)

    def exchange(self, app: BrowserApp, errand: Errand, code: Secret) -> Answer:
        """Return the tokens for the code that the browser brought."""
        return self._source.exchange(_client(app), errand, code)

    def refresh(self, app: BrowserApp, refresh: Secret) -> Answer:
        """Return new tokens for the refresh token, which is spent by it."""
        return self._source.refresh(_client(app), refresh)

    def enter(self, app: ServerToServerApp) -> Answer:
        """Return a token for an app that signs in by itself."""
        form = {"grant_type": "account_credentials", "account_id": app.account_id}
        source = self._source
        return source.read(source.posted(_client(app), source.tokens, form).json())

    def revoke(self, app: App, token: Secret) -> None:
        """Tell Zoom that what was granted is no longer wanted."""
        client = _client(app)
        form = {"token": token.reveal(), **client.named}
        self._source.posted(client, f"{self.addresses.auth}/oauth/revoke", form)

    @property
    def _source(self) -> TokenSource:
        base = f"{self.addresses.auth}/oauth"
        return TokenSource("Zoom", f"{base}/authorize", f"{base}/token", self.noted, Refused)


def _client(app: App) -> ClientApp:
    return ClientApp(app.client_id, None if isinstance(app, PublicApp) else app.secret)
