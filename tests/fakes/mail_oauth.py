"""Signing in at a provider of mail: codes, PKCE and tokens, more strictly than they do it."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

from tests.fakes.mail_web import Answer

if TYPE_CHECKING:
    from tests.fakes.mail_web import Asked


@dataclass(slots=True)
class SignInDesk:
    """One person at the browser, who says yes unless told; ``host`` is whom codes may go back to.

    ``rotates`` gives another refresh token each time, after which the older one is worth nothing.
    """

    client_id: str
    scopes: frozenset[str]
    host: str
    user: str
    secret: str = ""
    asked_for: dict[str, str] = field(default_factory=dict)
    rotates: bool = False
    refuses: str = ""
    token_error: tuple[str, str] | None = None
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    access: set[str] = field(default_factory=set)
    refresh: set[str] = field(default_factory=set)
    renewals: int = 0

    def expire(self) -> None:
        """Let every access token run out."""
        self.access.clear()

    def revoke(self) -> None:
        """Take back what was allowed."""
        self.access.clear()
        self.refresh.clear()

    def page(self, asked: Asked) -> Answer:
        """Answer a browser."""
        told = asked.query
        back = urlsplit(told["redirect_uri"])
        assert (back.scheme, back.hostname, back.path) == ("http", self.host, "/callback")
        assert told["response_type"] == "code"
        assert told["code_challenge_method"] == "S256"
        assert len(told["code_challenge"]) == 43
        assert told["client_id"] == self.client_id
        assert frozenset(told["scope"].split()) == self.scopes
        assert self.asked_for.items() <= told.items()
        if self.refuses:
            answer = {"error": self.refuses, "state": told["state"]}
        else:
            code = secrets.token_urlsafe(16)
            self.codes[code] = told
            answer = {"code": code, "state": told["state"]}
        address = f"{told['redirect_uri']}?{urlencode(answer)}"
        return Answer(302, headers={"Location": address})

    def tokens(self, asked: Asked) -> Answer:
        """Answer a program."""
        form = asked.form
        if self.token_error:
            error, words = self.token_error
            return Answer(400, {"error": error, "error_description": words})
        if not self._knows(asked):
            return Answer(401, {"error": "invalid_client"})
        if form["grant_type"] == "authorization_code":
            kept = self.codes.pop(form["code"], None)
            proof = hashlib.sha256(form["code_verifier"].encode()).digest()
            challenge = base64.urlsafe_b64encode(proof).rstrip(b"=").decode()
            if (
                kept is None
                or kept["code_challenge"] != challenge
                or kept["redirect_uri"] != form["redirect_uri"]
            ):
                return Answer(400, {"error": "invalid_grant"})
            return self._granted(fresh=True)
        assert form["grant_type"] == "refresh_token"
        if form["refresh_token"] not in self.refresh:
            return Answer(400, {"error": "invalid_grant", "error_description": "revoked"})
        self.renewals += 1
        if self.rotates:
            self.refresh.clear()
        return self._granted(fresh=self.rotates)

    def allows(self, asked: Asked) -> bool:
        """Say whether a call carries a token that is good."""
        kind, _, token = asked.headers.get("authorization", "").partition(" ")
        return kind == "Bearer" and token in self.access

    def forget(self, asked: Asked) -> Answer:
        """Take back what was allowed, because the program says so."""
        if asked.form["token"] not in self.refresh:
            return Answer(400, {"error": "invalid_token"})
        self.revoke()
        return Answer(200, {})

    def _knows(self, asked: Asked) -> bool:
        if not self.secret:
            return asked.form.get("client_id") == self.client_id
        told = base64.b64encode(f"{self.client_id}:{self.secret}".encode()).decode()
        return asked.headers.get("authorization") == f"Basic {told}"

    def _granted(self, *, fresh: bool) -> Answer:
        token = secrets.token_urlsafe(16)
        self.access.add(token)
        who = base64.urlsafe_b64encode(json.dumps({"email": self.user}).encode()).rstrip(b"=")
        said = {
            "access_token": token,
            "token_type": "Bearer",
            "expires_in": 3599,
            # In their own order and words, as they do it.
            "scope": " ".join(sorted(self.scopes - {"offline_access"})),
            "id_token": f"e30.{who.decode()}.c2ln",
        }
        if fresh:
            said["refresh_token"] = secrets.token_urlsafe(32)
            self.refresh.add(str(said["refresh_token"]))
        return Answer(200, said)
