"""Zoom's own addresses for tokens: what is asked there, and what the answers mean."""

from __future__ import annotations

import logging
import os
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cpd_desktop.adapters.zoom.apps import Addresses, PublicApp, ServerToServerApp
from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.redaction import redacted
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from requests import RequestException, Response

    from cpd_desktop.adapters.zoom.apps import App, BrowserApp

T = TypeVar("T")

_TIMEOUT: Final = (10.0, 30.0)
_HOUR: Final = 3600.0
_BUSY: Final = 429
_BROKEN: Final = 500

NO_ANSWER = Sentence("zoom", "Zoom does not answer.")
NO_ANSWER_ADVICE = Sentence(
    "zoom", "Look whether this computer is online, then try again. Nothing was changed."
)
NOT_TRUSTED = Sentence("zoom", "The connection to Zoom is not safe, so nothing was sent.")
NOT_TRUSTED_ADVICE = Sentence(
    "zoom",
    "Check the date and time of this computer, and whether its network asks to sign in first. "
    "Nothing was changed.",
)
NOT_ZOOM = Sentence("zoom", "Something else answered in the place of Zoom.")
NOT_ZOOM_ADVICE = Sentence(
    "zoom",
    "If this network asks to sign in, as in a hotel, open any web page and do so. Then try again. "
    "Nothing was changed.",
)
BUSY = Sentence("zoom", "Zoom cannot answer now (status {status}).")
BUSY_ADVICE = Sentence("zoom", "Try again in a few minutes. Nothing was changed.")
REFUSED = Sentence("zoom", "Zoom refused the sign-in ({reason}).")
REFUSED_ADVICE = Sentence("zoom", "Connect to Zoom again. Nothing else was changed.")

_ENDING: Final = {"invalid_grant", "invalid_client", "unauthorized_client"}
_SPENT: Final = "invalid token!"
# Switched off, its user gone, withdrawn by an administrator, revoked.
_ENDING_NUMBERS: Final = {4717, 4735, 4738, 4741}
# Zoom puts its own number at the end of what it says: "… considered valid. (4741)".
_NUMBER = re.compile(r"\b47\d\d\b")


class Refused(Unavailable):
    """Zoom itself said no, and would say so again."""

    advice = REFUSED_ADVICE

    def __init__(self, error: str, reason: str) -> None:
        super().__init__(REFUSED.filled(reason=redacted(reason or error)[:200]))
        self.error = error
        self.reason = reason
        number = _NUMBER.search(reason)
        self.number = int(number[0]) if number else None

    @property
    def ends_the_grant(self) -> bool:
        """Say whether what was granted is over, and not just one question wrong."""
        spent = self.reason.lower().startswith(_SPENT)
        return spent or self.error in _ENDING or self.number in _ENDING_NUMBERS


class Unheard(Unavailable):
    """Zoom certainly took no notice of the question."""


class AnswerLost(Unavailable):
    """Zoom may have heard the question, but its answer did not arrive whole."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The tokens that Zoom gave, as it gave them."""

    access: Secret
    refresh: Secret | None
    lasts: float
    scopes: frozenset[str]
    api_url: str


@dataclass(frozen=True, slots=True)
class Errand:
    """One way through the browser: where to send it, and what it must bring back."""

    address: str = field(repr=False)  # it holds the state
    state: Secret
    session: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Authority:
    """Asks Zoom for tokens: raises ``Refused`` if Zoom says no, otherwise ``Unavailable``.

    ``noted`` is told of every call, for the person to see: method, address, status if an answer
    came, seconds, and what went wrong on the way.
    """

    addresses: Addresses = field(default_factory=Addresses.of_here)
    noted: Callable[[str, str, int | None, float, str], None] | None = None

    def errand(self, app: BrowserApp, back: str) -> Errand:
        """Return where the browser is to go; only who has the errand can use what it brings."""
        session = self._session(app, back)
        address, state = session.authorization_url(f"{self.addresses.auth}/oauth/authorize")
        return Errand(address, Secret(state), session)

    def exchange(self, app: BrowserApp, errand: Errand, code: Secret) -> Answer:
        """Return the tokens for the code that the browser brought."""

        def ask(address: str) -> Any:
            return errand.session.fetch_token(
                address,
                code=code.reveal(),
                include_client_id=isinstance(app, PublicApp),
                auth=_credentials(app),
                timeout=_TIMEOUT,
            )

        return _tokens(self._asked(errand.session, "token", ask))

    def refresh(self, app: BrowserApp, refresh: Secret) -> Answer:
        """Return new tokens for the refresh token, which is spent by it."""
        session = self._session(app)
        named = {"client_id": app.client_id} if isinstance(app, PublicApp) else {}

        def ask(address: str) -> Any:
            return session.refresh_token(
                address,
                refresh_token=refresh.reveal(),
                auth=_credentials(app),
                timeout=_TIMEOUT,
                **named,
            )

        return _tokens(self._asked(session, "token", ask))

    def enter(self, app: ServerToServerApp) -> Answer:
        """Return a token for an app that signs in by itself."""
        form = {"grant_type": "account_credentials", "account_id": app.account_id}
        return _tokens(self._posted(app, "token", form).json())

    def revoke(self, app: App, token: Secret) -> None:
        """Tell Zoom that what was granted is no longer wanted."""
        named = {"client_id": app.client_id} if isinstance(app, PublicApp) else {}
        self._posted(app, "revoke", {"token": token.reveal(), **named})

    def _posted(self, app: App, place: str, form: dict[str, str]) -> Response:
        session = self._session(app)

        def ask(address: str) -> Response:
            return _checked(
                session.post(address, data=form, auth=_credentials(app), timeout=_TIMEOUT)
            )

        return self._asked(session, place, ask)

    def _session(self, app: App, back: str | None = None) -> Any:
        # The library tells the debug log every token, and allows plain http everywhere or nowhere.
        # Our addresses were checked more strictly: plain http never leaves this computer.
        for name in ("requests_oauthlib", "oauthlib"):
            logging.getLogger(name).setLevel(logging.WARNING)
        if self.addresses.auth.startswith("http:"):
            os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
        from requests_oauthlib import (  # type: ignore[import-untyped] # it comes without types
            OAuth2Session,
        )

        session = OAuth2Session(app.client_id, redirect_uri=back, pkce="S256")
        # Whoever sends us elsewhere is not Zoom, and must not be given what Zoom was asked with.
        session.max_redirects = 0
        for moment in ("access_token_response", "refresh_token_response"):
            session.register_compliance_hook(moment, _with_tokens)
        return session

    def _asked(self, session: Any, place: str, ask: Callable[[str], T]) -> T:
        from requests import RequestException

        address = f"{self.addresses.auth}/oauth/{place}"
        statuses: list[int] = []
        session.hooks["response"] = [lambda answer, **_: statuses.append(answer.status_code)]
        began, trouble = time.monotonic(), ""
        try:
            return ask(address)
        except RequestException as error:
            trouble = type(error).__name__
            raise _in_words(error) from error
        finally:
            session.close()
            if self.noted:
                status = statuses[-1] if statuses else None
                self.noted("POST", address, status, time.monotonic() - began, trouble)


def _credentials(app: App) -> tuple[str, str] | None:
    return None if isinstance(app, PublicApp) else (app.client_id, app.secret.reveal())


def _checked(response: Response) -> Response:
    """Return the answer if it is Zoom's and good; raise what it means otherwise."""
    status = response.status_code
    if status == _BUSY:
        raise Unheard(BUSY.filled(status=status), BUSY_ADVICE)
    if status >= _BROKEN:
        raise Unavailable(BUSY.filled(status=status), BUSY_ADVICE)
    if "json" not in response.headers.get("Content-Type", ""):
        raise Unheard(NOT_ZOOM, NOT_ZOOM_ADVICE)
    try:
        said = response.json()
    except ValueError as error:
        raise AnswerLost(NOT_ZOOM, NOT_ZOOM_ADVICE) from error
    if not isinstance(said, dict):
        raise AnswerLost(NOT_ZOOM, NOT_ZOOM_ADVICE)
    if not response.ok or "error" in said:
        # The token address says error and reason; the rest of Zoom says code and message.
        words = (said.get(key) for key in ("reason", "error_description", "message", "code"))
        raise Refused(str(said.get("error", status)), " ".join(str(each) for each in words if each))
    return response


def _with_tokens(response: Response) -> Response:
    """Return the answer only if the library can read it: it trusts what it is given."""
    _tokens(_checked(response).json())
    return response


def _tokens(said: dict[str, Any]) -> Answer:
    names = ("access_token", "refresh_token", "expires_in", "scope", "api_url")
    access, refresh, lasts, scope, api_url = (said.get(name) for name in names)
    if isinstance(scope, list):  # the library has taken it apart
        scope = " ".join(scope)
    known = isinstance(access, str) and isinstance(lasts, int | None)
    if not access or not known or not all(isinstance(x, str | None) for x in (refresh, scope)):
        raise AnswerLost(NOT_ZOOM, NOT_ZOOM_ADVICE)
    return Answer(
        Secret(access),
        Secret(refresh) if refresh else None,
        min(float(lasts), _HOUR) if lasts and lasts > 0 else _HOUR,
        frozenset((scope or "").split()),
        str(api_url or ""),
    )


def _in_words(error: RequestException) -> Unavailable:
    from requests.exceptions import ConnectTimeout, SSLError, TooManyRedirects
    from urllib3.exceptions import NewConnectionError

    if isinstance(error, SSLError):
        return Unheard(NOT_TRUSTED, NOT_TRUSTED_ADVICE)
    if isinstance(error, TooManyRedirects):
        return Unheard(NOT_ZOOM, NOT_ZOOM_ADVICE)
    cause = getattr(error.args[0], "reason", None) if error.args else None
    if isinstance(error, ConnectTimeout) or isinstance(cause, NewConnectionError):
        return Unheard(NO_ANSWER, NO_ANSWER_ADVICE)
    return AnswerLost(NO_ANSWER, NO_ANSWER_ADVICE)
