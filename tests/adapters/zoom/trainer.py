"""A trainer who signs in to the Zoom of the tests, with or without pages to look at."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import requests

from cpd_desktop.adapters.zoom.apps import Addresses, OwnApp, PublicApp, ServerToServerApp
from cpd_desktop.adapters.zoom.authority import Authority
from cpd_desktop.adapters.zoom.grants import Grants
from cpd_desktop.domain.secret import Secret
from tests.fakes.zoom.apps import Kind

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.apps import App
    from cpd_desktop.adapters.zoom.grant import Grant
    from cpd_desktop.services.clock import Clock
    from cpd_desktop.services.keychain import Keychain
    from tests.fakes.zoom.apps import App as AtZoom
    from tests.fakes.zoom.server import FakeZoom

BACK = "http://127.0.0.1:49152/callback"


@dataclass
class Stopwatch:
    """A clock for spans of time that stands until it is moved."""

    at: float = 1000.0

    def __call__(self) -> float:
        return self.at


def addresses(zoom: FakeZoom) -> Addresses:
    return Addresses(zoom.address, zoom.address)


def grants_at(zoom: FakeZoom, keychain: Keychain, lock: Path, clock: Clock, **more: Any) -> Grants:
    return Grants(keychain, lock, Authority(addresses(zoom)), clock, **more)


def as_ours(app: AtZoom) -> App:
    match app.kind:
        case Kind.PUBLIC:
            return PublicApp(app.client_id)
        case Kind.CONFIDENTIAL:
            return OwnApp(app.client_id, Secret(app.secret))
        case Kind.SERVER:
            return ServerToServerApp(
                app.account_id, app.client_id, Secret(app.secret), "host@example.com"
            )


def sign_in(zoom: FakeZoom, app: AtZoom, grants: Grants) -> Grant:
    """Sign in without a browser: the code comes straight from behind Zoom's page."""
    ours, authority, user = as_ours(app), grants.authority, zoom.oauth.browsing
    if isinstance(ours, ServerToServerApp):
        return grants.begin(ours, lambda: authority.enter(ours))
    assert user
    errand = authority.errand(ours, BACK)
    challenge = parse_qs(urlsplit(errand.address).query)["code_challenge"][0]
    code = Secret(zoom.oauth.new_code(app, user, BACK, challenge))
    return grants.begin(ours, lambda: authority.exchange(ours, errand, code))


def is_live(zoom: FakeZoom, token: Secret) -> bool:
    known = zoom.oauth.tokens[token.reveal()]
    return not known.grant.ended and zoom.clock() < known.until


def questions(zoom: FakeZoom, place: str = "token") -> int:
    """Say how often Zoom was asked for tokens."""
    return sum(asked.path == f"/oauth/{place}" for asked in zoom.asked)


@dataclass
class TrainerAtBrowser:
    """Opens the page that it is sent to, presses a button and sees where that leads."""

    choice: str = "allow"
    seen: list[str] = field(default_factory=list)
    opened: list[str] = field(default_factory=list)
    _thread: threading.Thread | None = None

    def open(self, address: str) -> bool:
        self.opened.append(address)
        self._thread = threading.Thread(target=self._look, args=(address,))
        self._thread.start()
        return True

    def leave(self) -> None:
        if self._thread:
            self._thread.join()

    def _look(self, address: str) -> None:
        page = requests.get(address, timeout=10)
        inputs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', page.text)
        form = {unescape(name): unescape(value) for name, value in inputs}
        if form:
            place = urlsplit(address)
            page = requests.post(
                f"{place.scheme}://{place.netloc}/oauth/consent",
                form | {"choice": self.choice},
                timeout=10,
            )
        self.seen.append(page.text)
