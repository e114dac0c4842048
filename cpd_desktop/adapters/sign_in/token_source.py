"""The addresses of a provider for tokens: what is asked there, and what the answers mean."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cpd_desktop.domain.errors import Unavailable
from cpd_desktop.domain.redaction import redacted
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from requests import RequestException, Response

T = TypeVar("T")

_TIMEOUT: Final = (10.0, 30.0)
_HOUR: Final = 3600.0
_BUSY: Final = 429
_BROKEN: Final = 500

NO_ANSWER = Sentence("sign-in", "{service} does not answer.")
NO_ANSWER_ADVICE = Sentence(
    "sign-in", "Look whether this computer is online, then try again. Nothing was changed."
)
NOT_TRUSTED = Sentence("sign-in", "The connection to {service} is not safe, so nothing was sent.")
NOT_TRUSTED_ADVICE = Sentence(
    "sign-in",
    "Check the date and time of this computer, and whether its network asks to sign in first. "
    "Nothing was changed.",
)
NOT_THEM = Sentence("sign-in", "Something else answered in the place of {service}.")
NOT_THEM_ADVICE = Sentence(
    "sign-in",
    "If this network asks to sign in, as in a hotel, open any web page and do so. Then try again. "
    "Nothing was changed.",
)
BUSY = Sentence("sign-in", "{service} cannot answer now (status {status}).")
BUSY_ADVICE = Sentence("sign-in", "Try again in a few minutes. Nothing was changed.")
REFUSED = Sentence("sign-in", "{service} refused the sign-in ({reason}).")
REFUSED_ADVICE = Sentence("sign-in", "Connect to {service} again. Nothing else was changed.")


class Refused(Unavailable):
    """The provider itself said no, and would say so again."""

    def __init__(self, service: str, error: str, reason: str) -> None:
        told = redacted(reason or error)[:200]
        super().__init__(
            REFUSED.filled(service=service, reason=told), REFUSED_ADVICE.filled(service=service)
        )
        self.error = error
        self.reason = reason


class Unheard(Unavailable):
    """The provider certainly took no notice of the question."""


class AnswerLost(Unavailable):
    """The provider may have heard the question, but its answer did not arrive whole."""


@dataclass(frozen=True, slots=True)
class ClientApp:
    """The app at the provider through which a person signs in; many have no secret."""

    client_id: str
    secret: Secret | None = None

    @property
    def credentials(self) -> tuple[str, str] | None:
        """Return what the app proves itself by, if it can."""
        return (self.client_id, self.secret.reveal()) if self.secret else None

    @property
    def named(self) -> dict[str, str]:
        """Return how the app is named where it proves nothing."""
        return {} if self.secret else {"client_id": self.client_id}


@dataclass(frozen=True, slots=True)
class Answer:
    """The tokens as the provider gave them; ``said`` is everything it said with them."""

    access: Secret
    refresh: Secret | None
    lasts: float
    scopes: frozenset[str]
    said: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Errand:
    """One way through the browser: where to send it, and what it must bring back."""

    address: str = field(repr=False)  # it holds the state
    state: Secret
    session: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenSource:
    """Asks a provider for tokens: raises ``Refused`` if it says no, otherwise ``Unavailable``.

    ``noted`` is told of every call, for the person to see: method, address, status if an answer
    came, seconds, and what went wrong on the way.
    """

    service: str
    pages: str
    tokens: str
    noted: Callable[[str, str, int | None, float, str], None] | None = None
    refused: Callable[[str, str, str], Refused] = Refused

    def errand(
        self, app: ClientApp, back: str, scopes: tuple[str, ...] = (), **asked: str
    ) -> Errand:
        """Return where the browser is to go; only who has the errand can use what it brings."""
        session = self._session(app, back)
        session.scope = scopes or None
        address, state = session.authorization_url(self.pages, **asked)
        session.scope = None  # providers word what they granted in their own way
        return Errand(address, Secret(state), session)

    def exchange(self, app: ClientApp, errand: Errand, code: Secret) -> Answer:
        """Return the tokens for the code that the browser brought."""

        def ask(address: str) -> Any:
            return errand.session.fetch_token(
                address,
                code=code.reveal(),
                include_client_id=bool(app.named),
                auth=app.credentials,
                timeout=_TIMEOUT,
            )

        return self.read(self._asked(errand.session, self.tokens, ask))

    def refresh(self, app: ClientApp, refresh: Secret) -> Answer:
        """Return new tokens for the refresh token."""
        session = self._session(app)

        def ask(address: str) -> Any:
            return session.refresh_token(
                address,
                refresh_token=refresh.reveal(),
                auth=app.credentials,
                timeout=_TIMEOUT,
                **app.named,
            )

        return self.read(self._asked(session, self.tokens, ask))

    def posted(self, app: ClientApp, address: str, form: dict[str, str]) -> Response:
        """Return the answer to a form."""
        session = self._session(app)

        def ask(address: str) -> Response:
            answer = session.post(address, data=form, auth=app.credentials, timeout=_TIMEOUT)
            return self._checked(answer)

        return self._asked(session, address, ask)

    def read(self, said: dict[str, Any]) -> Answer:
        """Return the tokens in an answer; raises ``AnswerLost`` if there are none."""
        names = ("access_token", "refresh_token", "expires_in", "scope")
        access, refresh, lasts, scope = (said.get(name) for name in names)
        if isinstance(scope, list):  # the library has taken it apart
            scope = " ".join(scope)
        known = isinstance(access, str) and isinstance(lasts, int | None)
        if not access or not known or not all(isinstance(x, str | None) for x in (refresh, scope)):
            raise AnswerLost(self._says(NOT_THEM), NOT_THEM_ADVICE)
        return Answer(
            Secret(access),
            Secret(refresh) if refresh else None,
            min(float(lasts), _HOUR) if lasts and lasts > 0 else _HOUR,
            frozenset((scope or "").split()),
            said,
        )

    def _session(self, app: ClientApp, back: str | None = None) -> Any:
        # The library tells the debug log every token, and allows plain http everywhere or nowhere.
        # Our addresses were checked more strictly: plain http never leaves this computer.
        for name in ("requests_oauthlib", "oauthlib"):
            logging.getLogger(name).setLevel(logging.WARNING)
        if self.tokens.startswith("http:"):
            os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"
        from requests_oauthlib import (  # type: ignore[import-untyped] # it comes without types
            OAuth2Session,
        )

        session = OAuth2Session(app.client_id, redirect_uri=back, pkce="S256")
        # Whoever sends us elsewhere is not them, and must not be given what they were asked with.
        session.max_redirects = 0
        for moment in ("access_token_response", "refresh_token_response"):
            session.register_compliance_hook(moment, self._with_tokens)
        return session

    def _asked(self, session: Any, address: str, ask: Callable[[str], T]) -> T:
        from requests import RequestException

        statuses: list[int] = []
        session.hooks["response"] = [lambda answer, **_: statuses.append(answer.status_code)]
        began, trouble = time.monotonic(), ""
        try:
            return ask(address)
        except RequestException as error:
            trouble = type(error).__name__
            raise self._in_words(error) from error
        finally:
            session.close()
            if self.noted:
                status = statuses[-1] if statuses else None
                self.noted("POST", address, status, time.monotonic() - began, trouble)

    def _checked(self, response: Response) -> Response:
        """Return the answer if it is theirs and good; raise what it means otherwise."""
        status = response.status_code
        if status == _BUSY:
            raise Unheard(self._says(BUSY, status=status), BUSY_ADVICE)
        if status >= _BROKEN:
            raise Unavailable(self._says(BUSY, status=status), BUSY_ADVICE)
        if "json" not in response.headers.get("Content-Type", ""):
            raise Unheard(self._says(NOT_THEM), NOT_THEM_ADVICE)
        try:
            said = response.json()
        except ValueError as error:
            raise AnswerLost(self._says(NOT_THEM), NOT_THEM_ADVICE) from error
        if not isinstance(said, dict):
            raise AnswerLost(self._says(NOT_THEM), NOT_THEM_ADVICE)
        if not response.ok or "error" in said:
            # Addresses for tokens say error and reason; others say code and message.
            words = (said.get(key) for key in ("reason", "error_description", "message", "code"))
            reason = " ".join(str(each) for each in words if each)
            raise self.refused(self.service, str(said.get("error", status)), reason)
        return response

    def _with_tokens(self, response: Response) -> Response:
        """Return the answer only if the library can read it: it trusts what it is given."""
        self.read(self._checked(response).json())
        return response

    def _in_words(self, error: RequestException) -> Unavailable:
        from requests.exceptions import ConnectTimeout, SSLError, TooManyRedirects
        from urllib3.exceptions import NewConnectionError

        if isinstance(error, SSLError):
            return Unheard(self._says(NOT_TRUSTED), NOT_TRUSTED_ADVICE)
        if isinstance(error, TooManyRedirects):
            return Unheard(self._says(NOT_THEM), NOT_THEM_ADVICE)
        cause = getattr(error.args[0], "reason", None) if error.args else None
        if isinstance(error, ConnectTimeout) or isinstance(cause, NewConnectionError):
            return Unheard(self._says(NO_ANSWER), NO_ANSWER_ADVICE)
        return AnswerLost(self._says(NO_ANSWER), NO_ANSWER_ADVICE)

    def _says(self, says: Sentence, **values: object) -> Sentence:
        return says.filled(service=self.service, **values)
