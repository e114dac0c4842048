"""One connection for a whole program: its parts are made once, when needed, and closed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.network_log import NetworkLogFile
from cpd_desktop.adapters.zoom.connection import ZoomConnection
from cpd_desktop.adapters.zoom.limits import FREE, PAID
from cpd_desktop.adapters.zoom.rights import lacking, rights
from cpd_desktop.adapters.zoom.scopes import FOR_REPORTS, OPTIONAL, WANTED
from cpd_desktop.domain.errors import Invalid
from cpd_desktop.domain.zoom_account import AppKind
from cpd_desktop.domain.zoom_profile import Plan
from tests.adapters.zoom.trainer import TrainerAtBrowser
from tests.fakes.zoom.apps import ADMIN_SCOPES, USER_SCOPES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.clock import FixedClock
    from tests.fakes.keychain import MemoryKeychain
    from tests.fakes.zoom.server import FakeZoom


@pytest.fixture
def connection(
    zoom: FakeZoom,
    keychain: MemoryKeychain,
    tmp_path: Path,
    clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> ZoomConnection:
    for which in ("AUTH", "API"):
        monkeypatch.setenv(f"CPD_ZOOM_{which}_URL", zoom.address)
    log = NetworkLogFile(tmp_path / "logs")
    return ZoomConnection(tmp_path, keychain, TrainerAtBrowser(), log, clock)


def test_threads_that_come_at_once_share_one_client(connection: ZoomConnection) -> None:
    together = Barrier(8)

    def client() -> int:
        together.wait(10)
        return id(connection.calls.client)

    with ThreadPoolExecutor(8) as threads:
        found = {each.result() for each in [threads.submit(client) for _ in range(8)]}
    assert len(found) == 1
    connection.close()


def test_the_pace_follows_the_plan(connection: ZoomConnection) -> None:
    pace = connection.calls.client.pace
    assert pace._rates is FREE
    connection.expect(Plan.LICENSED)
    assert pace._rates is PAID


def test_closing_what_was_never_opened_opens_nothing(connection: ZoomConnection) -> None:
    connection.close()
    assert connection._made is None


def test_an_unsafe_address_is_told_only_once_zoom_is_needed(
    connection: ZoomConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPD_ZOOM_AUTH_URL", "http://zoom.example")
    assert connection.redirect == "http://127.0.0.1/callback"
    with pytest.raises(Invalid, match="not safe to send secrets to"):
        connection.kept()
    monkeypatch.delenv("CPD_ZOOM_AUTH_URL")
    assert connection.kept() is None


@pytest.mark.parametrize("given", ["", "mine"])
def test_an_app_comes_along_where_the_environment_names_one(
    connection: ZoomConnection, monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    monkeypatch.setenv("CPD_ZOOM_CLIENT_ID", given)
    assert connection.has_built_in is bool(given)


def test_the_rights_of_each_kind_are_ones_that_zoom_gives_to_it() -> None:
    names = {kind: [name for each in rights(kind) for name in each.scopes] for kind in AppKind}
    assert set(names[AppKind.PUBLIC]) <= USER_SCOPES
    assert names[AppKind.OWN] == names[AppKind.PUBLIC]
    assert set(names[AppKind.SERVER]) <= ADMIN_SCOPES
    assert len(names[AppKind.SERVER]) == len(WANTED) + len(OPTIONAL)
    assert {each.name for each in FOR_REPORTS}.isdisjoint(names[AppKind.OWN])


def test_the_same_purpose_is_said_once_and_what_is_needed_comes_first() -> None:
    found = rights(AppKind.PUBLIC)
    said = [(str(each.purpose), each.optional) for each in found]
    assert len(set(said)) == len(said)
    assert [each.optional for each in found] == sorted(each.optional for each in found)


def test_an_app_that_was_given_everything_lacks_nothing() -> None:
    assert lacking(AppKind.PUBLIC, USER_SCOPES) == ()
    assert lacking(AppKind.SERVER, ADMIN_SCOPES) == ()
    (lack,) = lacking(AppKind.SERVER, ADMIN_SCOPES - {"report:read:user:admin"})
    assert (lack.scopes, lack.optional) == (("report:read:user:admin",), True)
