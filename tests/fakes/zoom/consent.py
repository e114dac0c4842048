"""The page in the browser on which a user allows or declines an app."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from tests.fakes.zoom.apps import App, Kind
from tests.fakes.zoom.wire import Answer, Asked, as_json, as_page, elsewhere

if TYPE_CHECKING:
    from tests.fakes.zoom.oauth import OAuth
    from tests.fakes.zoom.users import User

CHALLENGE_LENGTH = 43

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Zoom: {app}</title>
</head><body><h1>{app} wants to use your Zoom account</h1>
<p>You are signed in as {user}.</p><ul>{scopes}</ul>
<form method="post" action="/oauth/consent">{fields}
<button type="submit" id="allow" name="choice" value="allow">Allow</button>
<button type="submit" id="decline" name="choice" value="decline">Decline</button>
</form></body></html>"""


@dataclass(frozen=True, slots=True)
class Wish:
    """A request for consent that passed the checks a browser must not be sent back from."""

    app: App
    user: User
    redirect_uri: str
    fields: dict[str, str]

    def back(self, **said: str) -> Answer:
        if "state" in self.fields:
            said["state"] = self.fields["state"]
        joint = "&" if "?" in self.redirect_uri else "?"
        return elsewhere(f"{self.redirect_uri}{joint}{urlencode(said)}")

    def complaint(self) -> str:
        if self.fields.get("response_type") != "code":
            return "unsupported_response_type"
        challenge = self.fields.get("code_challenge", "")
        # Zoom takes plain as well, and takes a missing method for plain: nobody should rely on it.
        weak = self.fields.get("code_challenge_method") != "S256"
        if (challenge or self.app.kind is Kind.PUBLIC) and (
            weak or len(challenge) != CHALLENGE_LENGTH
        ):
            return "invalid_request"
        if self.app.managed_by_admins and not self.user.runs_the_account:
            return "access_denied"
        return ""


def authorize(oauth: OAuth, asked: Asked) -> Answer:
    """Answer `GET /oauth/authorize` with the page, or with why there is none."""
    wish = _wish(oauth, asked.fields)
    if isinstance(wish, Answer):
        return wish
    if complaint := wish.complaint():
        return wish.back(error=complaint)
    fields = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in asked.fields.items()
    )
    scopes = "".join(f"<li>{escape(scope)}</li>" for scope in sorted(wish.app.scopes))
    return as_page(
        PAGE.format(
            app=escape(wish.app.name), user=escape(wish.user.email), scopes=scopes, fields=fields
        )
    )


def consent(oauth: OAuth, asked: Asked) -> Answer:
    """Answer the button that was pressed on the page."""
    form = asked.form
    choice = form.pop("choice", "")
    wish = _wish(oauth, form)
    if isinstance(wish, Answer):
        return wish
    if complaint := wish.complaint():
        return wish.back(error=complaint)
    if choice != "allow":
        return wish.back(error="access_denied")
    challenge = form.get("code_challenge", "")
    return wish.back(code=oauth.new_code(wish.app, wish.user, wish.redirect_uri, challenge))


def _wish(oauth: OAuth, fields: dict[str, str]) -> Wish | Answer:
    app = oauth.apps.get(fields.get("client_id", ""))
    if app is None or not app.enabled or app.kind is Kind.SERVER:
        return _browser_json(4702, "Invalid client_id")
    address = fields.get("redirect_uri", "")
    if not app.may_return_to(address, with_pkce="code_challenge" in fields):
        return _browser_json(4700, "Invalid redirect url")
    if oauth.browsing is None:
        return as_page("<html><body><h1>Sign in to Zoom first</h1></body></html>", 401)
    return Wish(app, oauth.browsing, address, fields)


def _browser_json(code: int, message: str) -> Answer:
    return as_json(
        400, {"status": False, "errorCode": code, "errorMessage": message, "result": None}
    )
