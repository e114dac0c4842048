"""The app at Zoom through which the trainer signs in, and where Zoom is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from cpd_desktop.adapters.sign_in.safe_addresses import moved, require_safe
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.words import Sentence

if TYPE_CHECKING:
    from cpd_desktop.domain.secret import Secret

# Of the app that the publisher has registered; empty until there is one.
BUILT_IN_CLIENT_ID: Final = ""

AUTH_URL: Final = "https://zoom.us"
API_URL: Final = "https://api.zoom.us"

NO_CLIENT_ID = Sentence("zoom", "CPD Desktop needs the client ID of an app at Zoom.")
NO_SECRET = Sentence("zoom", "The client secret of the app at Zoom is missing.")
NO_ACCOUNT_ID = Sentence("zoom", "The account ID of the app at Zoom is missing.")
NO_HOST = Sentence("zoom", "The e-mail address that you sign in to Zoom with is missing.")
BLANKS_INSIDE = Sentence("zoom", "There are blanks inside. Copy it again from the page at Zoom.")


@dataclass(frozen=True, slots=True)
class PublicApp:
    """An app without a secret, which signs in by PKCE alone."""

    client_id: str


@dataclass(frozen=True, slots=True)
class OwnApp:
    """The trainer's own app with a secret; the trainer still signs in through the browser."""

    client_id: str
    secret: Secret


@dataclass(frozen=True, slots=True)
class ServerToServerApp:
    """An app of an account that the trainer owns; it signs in by itself, without a browser.

    It belongs to nobody in particular, so ``host`` says whose meetings are meant, by address.
    """

    account_id: str
    client_id: str
    secret: Secret
    host: str


BrowserApp = PublicApp | OwnApp
App = BrowserApp | ServerToServerApp


def public_app(client_id: str = "") -> PublicApp:
    """Return the app of this client ID, else the one that comes with CPD Desktop.

    ``checked`` says if there is none. The environment can put another in the place of both.
    """
    return PublicApp(os.environ.get("CPD_ZOOM_CLIENT_ID") or client_id or BUILT_IN_CLIENT_ID)


def checked(app: App) -> App:
    """Return the app if all it needs is there; raises ``Invalid``."""
    needed = {"client_id": (app.client_id, NO_CLIENT_ID)}
    if not isinstance(app, PublicApp):
        needed["secret"] = (app.secret.reveal(), NO_SECRET)
    if isinstance(app, ServerToServerApp):
        needed["account_id"] = (app.account_id, NO_ACCOUNT_ID)
        needed["host"] = (app.host, NO_HOST)
    problems = {
        name: BLANKS_INSIDE if value else missing
        for name, (value, missing) in needed.items()
        if not value or value.split() != [value]
    }
    if problems:
        raise Invalid(problems)
    return app


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where Zoom is: its pages for signing in, and its API. Raises ``Invalid`` if unsafe."""

    auth: str = AUTH_URL
    api: str = API_URL

    def __post_init__(self) -> None:
        for name, address in (("CPD_ZOOM_AUTH_URL", self.auth), ("CPD_ZOOM_API_URL", self.api)):
            require_safe(name, address)

    @classmethod
    def of_here(cls) -> Addresses:
        """Return Zoom's own addresses, or those that the environment moves them to."""
        return cls(moved("CPD_ZOOM_AUTH_URL") or AUTH_URL, moved("CPD_ZOOM_API_URL") or API_URL)
