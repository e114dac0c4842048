"""Calls a running Zoom with a token, as an app would, and nothing cleverer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

import requests

from tests.fakes.zoom.apps import USER_SCOPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.fakes.zoom.server import FakeZoom
    from tests.fakes.zoom.users import User

Refused = tuple[int, int, str]


class Caller:
    def __init__(
        self, zoom: FakeZoom, scopes: Iterable[str] = USER_SCOPES, user: User | None = None
    ) -> None:
        self.zoom = zoom
        self.app = zoom.add_public_app(scopes)
        own = user or zoom.oauth.browsing
        assert own is not None
        self.user = own
        self.session = requests.Session()
        self.sign_in()

    def sign_in(self) -> None:
        token = self.zoom.oauth.allow(self.app, self.user)["access_token"]
        self.session.headers["Authorization"] = f"Bearer {token}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *trouble: object) -> None:
        self.session.close()

    def ask(self, method: str, place: str, body: Any = None, **query: object) -> requests.Response:
        return self.session.request(
            method,
            self.zoom.api_url + place,
            params={name.rstrip("_"): str(value) for name, value in query.items()},
            json=body,
            timeout=5,
        )

    def call(self, method: str, place: str, body: Any = None, **query: object) -> Any:
        """Return what was answered; anything but success breaks the test."""
        answer = self.ask(method, place, body, **query)
        assert answer.ok, answer.text
        return answer.json() if answer.content else None

    def refused(self, method: str, place: str, body: Any = None, **query: object) -> Refused:
        answer = self.ask(method, place, body, **query)
        assert not answer.ok, answer.text
        said = answer.json()
        return answer.status_code, said["code"], said["message"]

    def meeting(self, **said: object) -> Any:
        wish = {"topic": "Wound care", "start_time": "2026-11-24T10:00:00Z"} | said
        return self.call("POST", "/users/me/meetings", wish)

    def webinar(self, **said: object) -> Any:
        wish = {"topic": "Open lecture", "start_time": "2026-11-24T10:00:00Z"} | said
        return self.call("POST", "/users/me/webinars", wish)
