"""An app that cannot work is refused with words, and so is a place that is not safe."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpd_desktop.adapters.sign_in.safe_addresses import is_safe
from cpd_desktop.adapters.zoom.apps import (
    API_URL,
    AUTH_URL,
    Addresses,
    App,
    OwnApp,
    PublicApp,
    ServerToServerApp,
    checked,
)
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.secret import Secret

SECRET = Secret("s3cret")
SERVER = ServerToServerApp("account", "id", SECRET, "ann@clinic.example")


@pytest.mark.parametrize("app", [PublicApp("id"), OwnApp("id", SECRET), SERVER])
def test_an_app_with_all_it_needs_is_taken(app: App) -> None:
    assert checked(app) is app


@pytest.mark.parametrize(
    ("app", "fields", "says"),
    [
        (PublicApp(""), {"client_id"}, "needs the client ID"),
        (PublicApp("i d"), {"client_id"}, "blanks inside"),
        (PublicApp(" id"), {"client_id"}, "blanks inside"),
        (OwnApp("id", Secret("")), {"secret"}, "client secret .* is missing"),
        (OwnApp("", Secret("")), {"client_id", "secret"}, "needs the client ID"),
        (replace(SERVER, account_id=""), {"account_id"}, "account ID .* is missing"),
        (replace(SERVER, host=""), {"host"}, "e-mail address .* is missing"),
        (replace(SERVER, secret=Secret("a b")), {"secret"}, "blanks inside"),
    ],
)
def test_an_app_that_lacks_something_says_what(app: App, fields: set[str], says: str) -> None:
    with pytest.raises(Invalid, match=says) as error:
        checked(app)
    assert set(error.value.problems) == fields


def test_an_app_never_shows_its_secret() -> None:
    assert "s3cret" not in repr([OwnApp("id", SECRET), SERVER])


def test_zoom_is_where_it_says_unless_the_environment_moves_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("CPD_ZOOM_AUTH_URL", raising=False)
    monkeypatch.delenv("CPD_ZOOM_API_URL", raising=False)
    assert Addresses.of_here() == Addresses(AUTH_URL, API_URL)
    monkeypatch.setenv("CPD_ZOOM_AUTH_URL", "http://127.0.0.1:8080/")
    monkeypatch.setenv("CPD_ZOOM_API_URL", "https://proxy.example/zoom")
    assert Addresses.of_here() == Addresses("http://127.0.0.1:8080", "https://proxy.example/zoom")


@pytest.mark.parametrize("name", ["CPD_ZOOM_AUTH_URL", "CPD_ZOOM_API_URL"])
def test_a_place_that_is_not_safe_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "http://zoom.example")
    with pytest.raises(
        Invalid, match=rf"{name} is set to http://zoom\.example, .* begins with htt"
    ):
        Addresses.of_here()


@pytest.mark.parametrize(
    "address",
    [
        "https://zoom.us",
        "https://zoom.us:8443/path",
        "http://127.0.0.1:1",
        "http://localhost",
        "http://[::1]:9",
    ],
)
def test_places_that_are_safe(address: str) -> None:
    assert is_safe(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "zoom.us",
        "http://zoom.us",
        "http://127.0.0.1.example.com",
        "http://127.0.0.1@example.com",
        "http://localhost@example.com",
        "https://user:pass@zoom.us",
        "https://",
        "https://zoom.us?x=1",
        "https://zoom.us#x",
        "https://zoom.us:port",
        "https://zoom.us:99999",
        "https://zoom.us:0",
        "https://zoom .us",
        "https://[zoom",
        "ftp://127.0.0.1",
        "file:///etc/passwd",
        "http://10.0.0.1",
        "http://0.0.0.0",
    ],
)
def test_places_that_are_not(address: str) -> None:
    assert not is_safe(address)


@given(st.text())
def test_no_text_breaks_the_check_and_http_stays_at_home(text: str) -> None:
    assert not is_safe(f"http://example.com{text}")
    is_safe(text)
