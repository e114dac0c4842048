"""The sign-in of the Zoom to test against keeps the rules that the app must live with."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from tests.fakes.zoom.faults import CAPTIVE_PORTAL, DROP, DROP_ANSWER, GARBAGE, TRUNCATED, status

if TYPE_CHECKING:
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

VERIFIER = "v" * 43
CHALLENGE = (
    base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
)
BACK = "http://127.0.0.1:49152/callback"


@pytest.fixture
def app(zoom: FakeZoom) -> App:
    return zoom.add_public_app()


def wish(app: App, **other: str) -> dict[str, str]:
    return {
        "response_type": "code",
        "client_id": app.client_id,
        "redirect_uri": BACK,
        "state": "s1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    } | other


def press(zoom: FakeZoom, fields: dict[str, str], choice: str = "allow") -> dict[str, list[str]]:
    answer = requests.post(
        f"{zoom.address}/oauth/consent",
        fields | {"choice": choice},
        allow_redirects=False,
        timeout=5,
    )
    assert answer.status_code == 302
    return parse_qs(urlsplit(answer.headers["Location"]).query)


def ask(zoom: FakeZoom, auth: tuple[str, str] | None = None, **form: str) -> requests.Response:
    return requests.post(f"{zoom.address}/oauth/token", form, auth=auth, timeout=5)


def spend(zoom: FakeZoom, app: App, code: str, **other: str) -> requests.Response:
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": BACK,
        "client_id": app.client_id,
        "code_verifier": VERIFIER,
    }
    return ask(zoom, None, **form | other)


def sign_in(zoom: FakeZoom, app: App) -> dict[str, str]:
    pair: dict[str, str] = spend(zoom, app, press(zoom, wish(app))["code"][0]).json()
    return pair


def refresh(zoom: FakeZoom, app: App, token: str) -> requests.Response:
    return ask(zoom, grant_type="refresh_token", refresh_token=token, client_id=app.client_id)


def test_signing_in_gives_a_pair_of_tokens_for_an_hour(zoom: FakeZoom, app: App) -> None:
    page = requests.get(zoom.authorize_url, wish(app), timeout=5)
    assert '<button type="submit" id="allow"' in page.text

    back = press(zoom, wish(app))
    answer = spend(zoom, app, back["code"][0])

    assert back["state"] == ["s1"]
    assert answer.status_code == 200
    assert answer.json() | {"access_token": "", "refresh_token": "", "scope": ""} == {
        "access_token": "",
        "refresh_token": "",
        "scope": "",
        "token_type": "bearer",
        "expires_in": 3599,
        "api_url": zoom.address,
    }
    assert "meeting:write:meeting" in answer.json()["scope"].split()


def test_declining_comes_back_with_a_reason(zoom: FakeZoom, app: App) -> None:
    assert press(zoom, wish(app), "decline") == {"error": ["access_denied"], "state": ["s1"]}


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:1/Callback",
        "http://127.0.0.1:1/callback/",
        "http://localhost:1/callback",
        "http://[::1]:1/callback",
        "http://127.0.0.1.example.com/callback",
        "http://user@127.0.0.1:1/callback",
        "https://127.0.0.1:1/callback",
        "http://127.0.0.1:port/callback",
        "http://127.0.0.1:1/callback?more=1",
        "",
    ],
)
def test_only_the_port_of_the_way_back_may_differ(zoom: FakeZoom, app: App, address: str) -> None:
    answer = requests.get(zoom.authorize_url, wish(app, redirect_uri=address), timeout=5)
    assert answer.json() == {
        "status": False,
        "errorCode": 4700,
        "errorMessage": "Invalid redirect url",
        "result": None,
    }


def test_an_unknown_app_gets_no_page(zoom: FakeZoom, app: App) -> None:
    answer = requests.get(zoom.authorize_url, wish(app, client_id="stranger"), timeout=5)
    assert answer.json()["errorCode"] == 4702


@pytest.mark.parametrize("weak", [{"code_challenge_method": "plain"}, {"code_challenge": "short"}])
def test_a_weak_challenge_is_refused(zoom: FakeZoom, app: App, weak: dict[str, str]) -> None:
    assert press(zoom, wish(app, **weak))["error"] == ["invalid_request"]


def test_a_code_is_too_old_after_five_minutes(zoom: FakeZoom, app: App, clock: FixedClock) -> None:
    code = press(zoom, wish(app))["code"][0]
    clock.move(minutes=5)
    answer = spend(zoom, app, code)
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")


def test_a_code_used_twice_ends_what_it_gave(zoom: FakeZoom, app: App) -> None:
    code = press(zoom, wish(app))["code"][0]
    assert spend(zoom, app, code).ok
    assert spend(zoom, app, code).json()["error"] == "invalid_grant"
    assert zoom.oauth.live_grants() == []


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"code_verifier": "w" * 43}, "invalid_grant"),
        ({"redirect_uri": "http://127.0.0.1:5/callback"}, "invalid_request"),
        ({"client_id": "stranger"}, "invalid_client"),
        ({"client_secret": "s"}, "invalid_client"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_a_code_needs_everything_it_was_asked_with(
    zoom: FakeZoom, app: App, other: dict[str, str], error: str
) -> None:
    answer = spend(zoom, app, press(zoom, wish(app))["code"][0], **other)
    assert answer.status_code == 400
    assert answer.json().keys() == {"reason", "error"}
    assert answer.json()["error"] == error


def test_refreshing_ends_the_token_it_was_done_with(zoom: FakeZoom, app: App) -> None:
    first = sign_in(zoom, app)["refresh_token"]
    second = refresh(zoom, app, first).json()["refresh_token"]

    again = refresh(zoom, app, first)
    assert again.status_code == 400
    assert again.json() == {"reason": "Invalid Token!", "error": "invalid_grant"}
    assert refresh(zoom, app, second).ok


def test_a_second_sign_in_ends_the_first_and_says_so(zoom: FakeZoom, app: App) -> None:
    first = sign_in(zoom, app)
    sign_in(zoom, app)

    assert "4741" in refresh(zoom, app, first["refresh_token"]).json()["reason"]
    call = requests.get(
        f"{zoom.api_url}/users/me",
        headers={"Authorization": f"Bearer {first['access_token']}"},
        timeout=5,
    )
    assert (call.status_code, call.json()["code"]) == (401, 4741)
    assert len(zoom.oauth.live_grants()) == 1


def test_a_refresh_token_is_forgotten_after_ninety_days(
    zoom: FakeZoom, app: App, clock: FixedClock
) -> None:
    token = sign_in(zoom, app)["refresh_token"]
    clock.move(days=90)
    assert refresh(zoom, app, token).json()["error"] == "invalid_grant"


def test_an_app_with_a_secret_shows_it_in_the_header(zoom: FakeZoom) -> None:
    app = zoom.add_confidential_app()
    code = press(zoom, wish(app))["code"][0]
    without = {k: v for k, v in wish(app).items() if not k.startswith("code_challenge")}
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": BACK,
        "code_verifier": VERIFIER,
    }

    assert requests.get(zoom.authorize_url, without, timeout=5).json()["errorCode"] == 4700
    assert ask(zoom, (app.client_id, "wrong"), **form).status_code == 401
    assert ask(zoom, None, client_id=app.client_id, **form).json()["error"] == "invalid_client"
    assert ask(zoom, (app.client_id, app.secret), **form).ok


def test_a_server_app_may_hold_several_tokens_and_none_to_refresh(zoom: FakeZoom) -> None:
    app = zoom.add_server_app()
    auth = (app.client_id, app.secret)
    form = {"grant_type": "account_credentials", "account_id": "acc-1"}

    pairs = [ask(zoom, auth, **form).json() for _ in range(2)]

    assert all("refresh_token" not in pair for pair in pairs)
    assert len(zoom.oauth.live_grants()) == 2
    assert not ask(zoom, auth, **form | {"account_id": "other"}).ok


def test_admin_scopes_are_out_of_reach_for_a_member(zoom: FakeZoom) -> None:
    zoom.oauth.browsing = zoom.add_user("member@example.com", role_name="Member")
    app = zoom.add_public_app(["user:read:user:admin"])
    assert press(zoom, wish(app))["error"] == ["access_denied"]


def test_revoking_ends_the_connection(zoom: FakeZoom, app: App) -> None:
    pair = sign_in(zoom, app)
    answer = requests.post(
        f"{zoom.address}/oauth/revoke", {"token": pair["access_token"]}, timeout=5
    )
    assert answer.json() == {"status": "success"}
    assert refresh(zoom, app, pair["refresh_token"]).json()["error"] == "invalid_grant"


def test_an_access_token_is_too_old_after_an_hour(
    zoom: FakeZoom, app: App, clock: FixedClock
) -> None:
    headers = {"Authorization": f"Bearer {sign_in(zoom, app)['access_token']}"}
    clock.move(hours=1)
    answer = requests.get(f"{zoom.api_url}/users/me", headers=headers, timeout=5)
    assert (answer.status_code, answer.json()["code"]) == (401, 124)


def test_a_lost_answer_to_a_refresh_costs_the_connection(zoom: FakeZoom, app: App) -> None:
    token = sign_in(zoom, app)["refresh_token"]
    zoom.faults.next("/oauth/token", DROP_ANSWER)
    with pytest.raises(requests.ConnectionError):
        refresh(zoom, app, token)
    assert refresh(zoom, app, token).json()["error"] == "invalid_grant"


def test_a_lost_question_costs_nothing(zoom: FakeZoom, app: App) -> None:
    token = sign_in(zoom, app)["refresh_token"]
    zoom.faults.next("/oauth/token", DROP)
    with pytest.raises(requests.ConnectionError):
        refresh(zoom, app, token)
    assert refresh(zoom, app, token).ok


def test_trouble_on_order_strikes_once_and_in_turn(zoom: FakeZoom, app: App) -> None:
    for fault in (GARBAGE, CAPTIVE_PORTAL, status(500), TRUNCATED):
        zoom.faults.next("/oauth/authorize", fault)

    def page() -> requests.Response:
        return requests.get(zoom.authorize_url, wish(app), timeout=5)

    with pytest.raises(requests.JSONDecodeError):
        page().json()
    assert "Hotel" in page().text
    assert page().status_code == 500
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        page()
    assert page().ok


def test_the_journal_tells_every_request(zoom: FakeZoom, app: App) -> None:
    requests.get(zoom.authorize_url, wish(app), headers={"X-Mine": "1"}, timeout=5)
    asked = zoom.asked[-1]
    assert (asked.method, asked.path, asked.headers["x-mine"]) == ("GET", "/oauth/authorize", "1")
    assert asked.fields["state"] == "s1"
