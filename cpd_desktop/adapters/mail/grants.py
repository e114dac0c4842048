"""The sign-in of a mail account: what renews it is in the keychain, the rest only in memory."""

from __future__ import annotations

import base64
import json
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.sign_in.token_source import ClientApp, Refused
from cpd_desktop.domain.errors import CpdError, NeedsSignIn
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from cpd_desktop.adapters.sign_in.token_source import Answer, TokenSource
    from cpd_desktop.adapters.sign_in.turns import Turns
    from cpd_desktop.services.keychain import Keychain

EARLY: Final = 5 * 60.0

NOT_CONNECTED = Sentence("mail sign-in", "This account is not connected to {service}.")
CONNECT = Sentence("mail sign-in", "Connect it in Settings, Accounts. Nothing was sent.")
OVER = Sentence("mail sign-in", "{service} accepts the sign-in of this account no longer.")
OVER_ADVICE = Sentence(
    "mail sign-in",
    "Connect the account again; what waits goes then. It ends when the password changes, after "
    "months without use, and after 7 days with a client ID at Google that is still in testing.",
)
CONSENT = Sentence(
    "mail sign-in", "Your organisation does not let CPD Desktop send mail through {service}."
)
CONSENT_ADVICE = Sentence(
    "mail sign-in",
    "Ask whoever looks after its accounts to allow the app, then connect again. Nothing was sent.",
)
APP = Sentence("mail sign-in", "{service} does not know the app with this client ID.")
APP_ADVICE = Sentence(
    "mail sign-in",
    "Check the client ID, and the client secret where there is one, and connect again.",
)

_CONSENT: Final = ("aadsts65001", "aadsts90094", "aadsts900941", "consent", "admin_policy", "admin")


@dataclass(frozen=True, slots=True)
class MailGrant:
    """The app, what renews the sign-in, and who signed in."""

    app: ClientApp
    refresh: Secret | None
    user: str = ""

    def as_secret(self) -> Secret:
        """Return all of it as one secret for the keychain."""
        kept = {
            "client_id": self.app.client_id,
            "client_secret": self.app.secret.reveal() if self.app.secret else "",
            "refresh": self.refresh.reveal() if self.refresh else "",
            "user": self.user,
        }
        return Secret(json.dumps(kept))

    @classmethod
    def from_secret(cls, secret: Secret | None) -> MailGrant | None:
        """Return what was kept; nothing if there is none or it cannot be understood."""
        try:
            kept = json.loads(secret.reveal()) if secret else {}
            hidden, refresh = kept["client_secret"], kept["refresh"]
            app = ClientApp(kept["client_id"], Secret(hidden) if hidden else None)
            return cls(app, Secret(refresh) if refresh else None, kept["user"])
        except (ValueError, KeyError, TypeError):
            return None


@dataclass(slots=True)
class MailGrants:
    """Gives out access tokens of one account and renews them, one program at a time.

    Everything in it may raise ``NeedsSignIn`` or ``Unavailable``, also because of the keychain.
    """

    keychain: Keychain
    name: str
    source: TokenSource
    turns: Turns
    now: Callable[[], float] = time.monotonic
    _known: tuple[Secret, float] | None = field(default=None, init=False, repr=False)

    def kept(self) -> MailGrant | None:
        """Return what the keychain keeps; nothing if there is none."""
        return MailGrant.from_secret(self.keychain.get(self.name))

    def token(self) -> Secret:
        """Return a token that is good for a while."""
        known = self._known
        return known[0] if known and self.now() < known[1] else self.refused(None)

    def refused(self, token: Secret | None) -> Secret:
        """Return another token than this, after at most one question."""
        with self.turns.alone():
            known = self._known
            if known and known[0] != token and self.now() < known[1]:
                return known[0]
            self._known = None
            # Read only now: whoever had the turn before may have been given another to renew with.
            grant = self.kept()
            if grant is None or grant.refresh is None:
                raise NeedsSignIn(NOT_CONNECTED.filled(service=self.source.service), CONNECT)
            began = self.now()
            try:
                answer = self.source.refresh(grant.app, grant.refresh)
            except Refused as refused:
                raise self._over(refused) from refused
            if answer.refresh and answer.refresh != grant.refresh:
                self.keychain.put(self.name, replace(grant, refresh=answer.refresh).as_secret())
            return self._noted(answer, began)

    def begin(self, app: ClientApp, ask: Callable[[], Answer]) -> MailGrant:
        """Keep a new sign-in in the place of an older one and return it."""
        with self.turns.alone():
            began = self.now()
            try:
                answer = ask()
            except Refused as refused:
                raise self._over(refused) from refused
            grant = MailGrant(app, answer.refresh, _who(answer.said))
            self.keychain.put(self.name, grant.as_secret())
            self._noted(answer, began)
            return grant

    def disconnect(self, revoke: str) -> bool:
        """Forget the sign-in; say whether the provider was told too."""
        with self.turns.alone():
            grant = self.kept()
            told = False
            if revoke and grant and grant.refresh:
                with suppress(CpdError):
                    self.source.posted(grant.app, revoke, {"token": grant.refresh.reveal()})
                    told = True
            self._known = None
            self.keychain.forget(self.name)
            return told

    def _noted(self, answer: Answer, began: float) -> Secret:
        self._known = answer.access, began + answer.lasts - min(EARLY, answer.lasts / 2)
        return answer.access

    def _over(self, refused: Refused) -> CpdError:
        """Return what a refusal means for the person."""
        service, words = self.source.service, f"{refused.error} {refused.reason}".lower()
        if any(each in words for each in _CONSENT):
            return NeedsSignIn(CONSENT.filled(service=service), CONSENT_ADVICE)
        if refused.error in ("invalid_client", "unauthorized_client"):
            return NeedsSignIn(APP.filled(service=service), APP_ADVICE)
        if refused.error in ("invalid_grant", "interaction_required"):
            return NeedsSignIn(OVER.filled(service=service), OVER_ADVICE)
        return refused


def _who(said: Mapping[str, Any]) -> str:
    """Return the address of who signed in, as the provider itself just said it over its own line.

    So its signature needs no proof (OpenID Connect Core, 3.1.3.7).
    """
    try:
        middle = str(said.get("id_token", "")).split(".")[1]
        told = json.loads(base64.urlsafe_b64decode(middle + "=" * (-len(middle) % 4)))
        return str(told.get("email") or told.get("preferred_username") or "")
    except (IndexError, ValueError, AttributeError):
        return ""


def lock_of(folder: Path) -> Path:
    """Return the file by which programs wait for each other."""
    return folder / "mail-sign-in.lock"
