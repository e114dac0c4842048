"""What Zoom granted, as it is kept: one secret, so that it is whole or not there."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from cpd_desktop.adapters.zoom.apps import OwnApp, PublicApp, ServerToServerApp
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.adapters.sign_in.token_source import Answer
    from cpd_desktop.adapters.zoom.apps import App
    from cpd_desktop.adapters.zoom.authority import Refused

EARLY: Final = 5 * 60.0

CONNECT_AGAIN = Sentence("zoom", "Connect to Zoom again. Nothing else was lost.")


class End(Enum):
    """Why Zoom accepts a sign-in no longer."""

    ELSEWHERE = "elsewhere"
    REMOVED = "removed"
    FORBIDDEN = "forbidden"
    APP = "app"
    LOST = "lost"
    OVER = "over"

    @property
    def says(self) -> Sentence:
        """Return what happened, for the person."""
        return _WORDS[self][0]

    @property
    def advice(self) -> Sentence:
        """Return what the person can do."""
        return _WORDS[self][1]

    @classmethod
    def of(cls, refused: Refused, *, in_doubt: bool) -> End:
        """Return what a refusal means; in doubt, an answer may have been lost before."""
        words = refused.reason.lower()
        if "multiple authorizations" in words:
            return cls.ELSEWHERE
        if refused.number == _REVOKED:
            return cls.REMOVED if "revoked" in words else cls.ELSEWHERE
        if refused.number in _FORBIDDEN:
            return cls.FORBIDDEN
        if refused.error in _OF_THE_APP:
            return cls.APP
        return cls.LOST if in_doubt else cls.OVER


_REVOKED: Final = 4741
_FORBIDDEN: Final = {4717, 4738}
_OF_THE_APP: Final = {"invalid_client", "unauthorized_client"}
_WORDS: Final = {
    End.ELSEWHERE: (
        Sentence(
            "zoom",
            "You signed in to Zoom with CPD Desktop somewhere else, and Zoom keeps only the latest "
            "sign-in.",
        ),
        Sentence("zoom", "Connect again to work here. The other place has to connect again then."),
    ),
    End.REMOVED: (Sentence("zoom", "The connection was removed at Zoom."), CONNECT_AGAIN),
    End.FORBIDDEN: (
        Sentence("zoom", "The app for CPD Desktop was switched off at Zoom or by your company."),
        Sentence("zoom", "Ask whoever looks after your Zoom account, then connect again."),
    ),
    End.APP: (
        Sentence("zoom", "Zoom does not know the app through which CPD Desktop signs in."),
        Sentence("zoom", "Check the client ID and the secret, then connect to Zoom again."),
    ),
    End.LOST: (
        Sentence(
            "zoom",
            "The sign-in was renewed, but Zoom's answer was lost on the way, and Zoom gives it "
            "only once.",
        ),
        CONNECT_AGAIN,
    ),
    End.OVER: (
        Sentence(
            "zoom",
            "Zoom accepts this sign-in no longer. It ends after months without use, or when the "
            "app is removed.",
        ),
        CONNECT_AGAIN,
    ),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """The app, its tokens, and since when; or why there are none any more.

    ``received`` is in seconds by this computer's own clock: only the age counts, so a clock that
    is wrong does no harm. ``in_doubt`` is set while Zoom is asked for the next tokens.
    """

    app: App
    access: Secret | None = None
    refresh: Secret | None = None
    received: float = 0.0
    lasts: float = 0.0
    scopes: frozenset[str] = frozenset()
    api_url: str = ""
    in_doubt: bool = False
    ended: End | None = None

    def renewed(self, answer: Answer, at: float) -> Grant:
        """Return the grant with what Zoom answered to a question that was asked then."""
        return Grant(
            self.app,
            answer.access,
            answer.refresh or self.refresh,
            at,
            answer.lasts,
            answer.scopes or self.scopes,
            str(answer.said.get("api_url") or ""),
        )

    def over(self, why: End) -> Grant:
        """Return what is left when Zoom accepts it no longer: the app, for connecting again."""
        return Grant(self.app, ended=why)

    def doubted(self) -> Grant:
        """Return the grant while nobody knows whether its refresh token is spent."""
        return replace(self, in_doubt=True)

    def good_for(self, now: float) -> float:
        """Return for how many seconds the token can be given out; none if the clock jumped."""
        age = now - self.received
        # A token that lives shorter than usual would otherwise be too old when it is new.
        return self.lasts - min(EARLY, self.lasts / 2) - age if age >= 0 else 0.0

    def as_secret(self) -> Secret:
        """Return all of it as one secret for the keychain."""
        kept = {
            "app": _app_as_words(self.app),
            "access": self.access and self.access.reveal(),
            "refresh": self.refresh and self.refresh.reveal(),
            "received": self.received,
            "lasts": self.lasts,
            "scopes": sorted(self.scopes),
            "api_url": self.api_url,
            "in_doubt": self.in_doubt,
            "ended": self.ended and self.ended.value,
        }
        return Secret(json.dumps(kept))

    @classmethod
    def from_secret(cls, secret: Secret | None) -> Grant | None:
        """Return what was kept; nothing if there is none or it cannot be understood."""
        try:
            kept = json.loads(secret.reveal()) if secret else {}
            return cls(
                _app_from_words(kept["app"]),
                _as_secret(kept["access"]),
                _as_secret(kept["refresh"]),
                float(kept["received"]),
                float(kept["lasts"]),
                frozenset(kept["scopes"]),
                kept["api_url"],
                kept["in_doubt"],
                End(kept["ended"]) if kept["ended"] else None,
            )
        except (ValueError, KeyError, TypeError):
            return None


def _as_secret(text: str | None) -> Secret | None:
    return Secret(text) if text else None


def _app_as_words(app: App) -> dict[str, str]:
    words = {"client_id": app.client_id}
    if not isinstance(app, PublicApp):
        words["secret"] = app.secret.reveal()
    if isinstance(app, ServerToServerApp):
        words |= {"account_id": app.account_id, "host": app.host}
    return words


def _app_from_words(words: dict[str, Any]) -> App:
    match words:
        case {"client_id": client_id, "secret": secret, "account_id": account, "host": host}:
            return ServerToServerApp(account, client_id, Secret(secret), host)
        case {"client_id": client_id, "secret": secret}:
            return OwnApp(client_id, Secret(secret))
    return PublicApp(words["client_id"])
