"""Sign-in at Zoom: codes that live five minutes, grants that rotate, one live grant per user."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from tests.fakes.zoom.apps import App, Kind
from tests.fakes.zoom.wire import Answer, Asked, Json, Refusal, Refused, as_json

if TYPE_CHECKING:
    from tests.fakes.zoom.users import User
    from tests.fakes.zoom.wire import Now

CODE_LIFE = timedelta(minutes=5)
TOKEN_LIFE = timedelta(hours=1)
# Zoom's own pages say 15 years and 90 days; the shorter is the one to be ready for.
REFRESH_LIFE = timedelta(days=90)

SUPERSEDED = "With multiple authorizations, the last token issued is considered valid. (4741)"
REVOKED = "The token has been revoked. (4741)"
WITHDRAWN = "The app has been disabled by the account admin. (4738)"


class TokenRefusal(Refused):
    """The two keys that the token address answers with."""

    def __init__(self, reason: str, error: str, status: int = 400) -> None:
        super().__init__(as_json(status, {"reason": reason, "error": error}))


@dataclass(slots=True)
class Grant:
    """What one user allowed one app, until something ends it."""

    app: App
    user: User | None
    account_id: str
    scopes: frozenset[str]
    refresh_token: str = ""
    used_at: datetime | None = None
    ended: str = ""


@dataclass(slots=True)
class Code:
    app: App
    user: User
    redirect_uri: str
    challenge: str
    until: datetime
    grant: Grant | None = None


@dataclass(frozen=True, slots=True)
class Token:
    grant: Grant
    until: datetime


@dataclass(slots=True)
class OAuth:
    """Issues and ends tokens; `browsing` is who is signed in at Zoom in the browser."""

    clock: Now
    api_url: str = ""
    apps: dict[str, App] = field(default_factory=dict)
    browsing: User | None = None
    missing_scope_status: int = 400
    tells_why: bool = True
    codes: dict[str, Code] = field(default_factory=dict)
    grants: list[Grant] = field(default_factory=list)
    tokens: dict[str, Token] = field(default_factory=dict)

    def live_grants(self) -> list[Grant]:
        return [grant for grant in self.grants if not grant.ended]

    def new_code(self, app: App, user: User, redirect_uri: str, challenge: str) -> str:
        code = secrets.token_urlsafe(24)
        self.codes[code] = Code(app, user, redirect_uri, challenge, self.clock() + CODE_LIFE)
        return code

    def withdraw(self, reason: str = WITHDRAWN) -> None:
        """End every live grant, as an administrator or a user at Zoom's pages can."""
        for grant in self.live_grants():
            grant.ended = reason

    def grant_of(self, asked: Asked) -> Grant:
        """Find the grant behind a bearer token; refuse the unknown, the expired and the ended."""
        scheme, _, token = asked.headers.get("authorization", "").partition(" ")
        known = self.tokens.get(token)
        if scheme != "Bearer" or known is None or not known.grant.app.enabled:
            raise Refusal(401, 124, "Invalid access token.")
        if known.grant.ended:
            if self.tells_why and known.grant.ended == SUPERSEDED:
                raise Refusal(401, 4741, f"Invalid access token. {SUPERSEDED}")
            raise Refusal(401, 124, "Invalid access token.")
        if self.clock() >= known.until:
            raise Refusal(401, 124, "Access token is expired.")
        return known.grant

    def check_scope(self, grant: Grant, scope: str, *, admin_only: bool) -> None:
        fitting = [f"{scope}:admin"] if admin_only else [scope, f"{scope}:admin"]
        if grant.scopes.isdisjoint(fitting):
            raise Refusal(
                self.missing_scope_status,
                4711,
                f"Invalid access token, does not contain scopes:[{', '.join(fitting)}].",
            )

    def token(self, asked: Asked) -> Answer:
        """Answer `POST /oauth/token`."""
        form = {**asked.fields, **asked.form}
        if asked.body and not asked.headers.get("content-type", "").startswith(
            "application/x-www-form-urlencoded"
        ):
            raise TokenRefusal("The body must be form-encoded.", "invalid_request")
        app = self._app_asking(asked, form)
        match form.get("grant_type"):
            case "authorization_code" if app.kind is not Kind.SERVER:
                grant = self._spend_code(app, form)
            case "refresh_token" if app.kind is not Kind.SERVER:
                grant = self._refresh(app, form)
            case "account_credentials" if app.kind is Kind.SERVER:
                grant = self._server_grant(app, form)
            case _:
                raise TokenRefusal("unsupported grant type", "unsupported_grant_type")
        return as_json(200, self._issue(grant)).with_headers({"Cache-Control": "no-store"})

    def allow(self, app: App, user: User) -> Json:
        """Give the pair of tokens that a sign-in through the browser would give."""
        return self._issue(self._new_grant(app, user))

    def revoke(self, asked: Asked) -> Answer:
        """Answer `POST /oauth/revoke`: either token of a grant ends it."""
        token = asked.form.get("token", "")
        found = self.tokens.get(token)
        grant = found.grant if found else self._by_refresh_token(token)
        if grant is None:
            raise TokenRefusal("Invalid Token!", "invalid_grant")
        if (
            grant.app.kind is not Kind.PUBLIC
            and self._app_asking(asked, asked.form) is not grant.app
        ):
            raise TokenRefusal("Invalid client_id or client_secret", "invalid_client", 401)
        grant.ended = REVOKED
        return as_json(200, {"status": "success"})

    def _app_asking(self, asked: Asked, form: dict[str, str]) -> App:
        wrong = TokenRefusal("Invalid client_id or client_secret", "invalid_client")
        written = asked.headers.get("authorization")
        if written is None:
            app = self.apps.get(form.get("client_id", ""))
            # A secret in the body is not one of Zoom's ways to show it.
            if app is None or app.kind is not Kind.PUBLIC or "client_secret" in form:
                raise wrong
        else:
            name, secret = _basic(written)
            app = self.apps.get(name)
            if app is None or not app.secret or not hmac.compare_digest(app.secret, secret):
                raise TokenRefusal("Invalid client_id or client_secret", "invalid_client", 401)
        if not app.enabled:
            raise TokenRefusal("The app has been disabled. (4717)", "unauthorized_client")
        return app

    def _spend_code(self, app: App, form: dict[str, str]) -> Grant:
        code = self.codes.get(form.get("code", ""))
        if code is None or code.app is not app:
            raise TokenRefusal("Invalid authorization code", "invalid_grant")
        if code.grant is not None:
            # Zoom only refuses; RFC 6749 4.1.2 ends what was made from the code, which is stricter.
            code.grant.ended = REVOKED
            raise TokenRefusal("Invalid authorization code: it was used before", "invalid_grant")
        if self.clock() >= code.until:
            raise TokenRefusal("Invalid authorization code: it has expired", "invalid_grant")
        if form.get("redirect_uri") != code.redirect_uri:
            raise TokenRefusal("Redirect URI mismatch", "invalid_request")
        if code.challenge and not _proves(form.get("code_verifier", ""), code.challenge):
            raise TokenRefusal("Invalid code verifier", "invalid_grant")
        code.grant = self._new_grant(app, code.user)
        return code.grant

    def _new_grant(self, app: App, user: User) -> Grant:
        for older in self.live_grants():
            if older.app is app and older.user is user:
                older.ended = SUPERSEDED
        grant = Grant(app, user, user.account_id, app.scopes)
        self.grants.append(grant)
        return grant

    def _refresh(self, app: App, form: dict[str, str]) -> Grant:
        grant = self._by_refresh_token(form.get("refresh_token", ""))
        if grant is None or grant.app is not app:
            raise TokenRefusal("Invalid Token!", "invalid_grant")
        if grant.ended:
            raise TokenRefusal(
                f"Invalid Token! {grant.ended}" if self.tells_why else "Invalid Token!",
                "invalid_grant",
            )
        if grant.used_at is not None and self.clock() >= grant.used_at + REFRESH_LIFE:
            raise TokenRefusal("Invalid Token!", "invalid_grant")
        return grant

    def _server_grant(self, app: App, form: dict[str, str]) -> Grant:
        if form.get("account_id") != app.account_id:
            raise TokenRefusal("Bad request", "invalid_request")
        grant = Grant(app, None, app.account_id, app.scopes)
        self.grants.append(grant)
        return grant

    def _by_refresh_token(self, token: str) -> Grant | None:
        return next((g for g in self.grants if token and g.refresh_token == token), None)

    def _issue(self, grant: Grant) -> Json:
        now = self.clock()
        access = _looks_like_a_jwt(now)
        self.tokens[access] = Token(grant, now + TOKEN_LIFE)
        body: Json = {
            "access_token": access,
            "token_type": "bearer",
            "expires_in": int(TOKEN_LIFE.total_seconds()) - 1,
            "scope": " ".join(sorted(grant.scopes)),
            "api_url": self.api_url,
        }
        if grant.app.kind is not Kind.SERVER:
            grant.refresh_token = _looks_like_a_jwt(now)
            grant.used_at = now
            body["refresh_token"] = grant.refresh_token
        return body


def _basic(written: str) -> tuple[str, str]:
    scheme, _, coded = written.partition(" ")
    try:
        name, _, secret = base64.b64decode(coded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return (name, secret) if scheme.lower() == "basic" else ("", "")


def _proves(verifier: str, challenge: str) -> bool:
    made = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
    return hmac.compare_digest(made.rstrip(b"=").decode(), challenge)


def _looks_like_a_jwt(now: datetime) -> str:
    head = base64.urlsafe_b64encode(b'{"sv":"000002","alg":"HS512","v":"2.0"}')
    body = base64.urlsafe_b64encode(json.dumps({"iat": int(now.timestamp())}).encode())
    return f"{head.decode()}.{body.decode()}.{secrets.token_urlsafe(48)}".replace("=", "")
