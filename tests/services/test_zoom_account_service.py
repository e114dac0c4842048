"""The account at Zoom, from connecting to disconnecting, against a Zoom on loopback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.zoom.limits import PAID
from cpd_desktop.app.core import assembled
from cpd_desktop.domain.errors import Invalid, NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.settings import ZoomApp
from cpd_desktop.domain.zoom_account import Account, ChosenApp, Standing
from cpd_desktop.domain.zoom_profile import Plan
from cpd_desktop.services.work import Cancelled, Work
from tests.fakes.zoom.apps import USER_SCOPES
from tests.fakes.zoom.faults import CAPTIVE_PORTAL
from tests.keychains import MemoryKeychains
from tests.zoom_here import CLIENT_ID, NoBrowser, browsing, put_browser, zoom_here

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cpd_desktop.services.services import Services
    from cpd_desktop.store.folder import DataFolder
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

USUAL = ChosenApp(ZoomApp())


@pytest.fixture
def zoom(clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeZoom]:
    with zoom_here(clock, monkeypatch) as running:
        yield running


@pytest.fixture
def core(zoom: FakeZoom, folder: DataFolder, clock: FixedClock) -> Iterator[Services]:
    made = assembled(folder, "test", MemoryKeychains(), clock)
    yield made
    made.close()


def connect(core: Services, chosen: ChosenApp = USUAL, choice: str = "allow") -> Account:
    trainer = browsing(core, choice)
    try:
        return core.zoom_account.connect(chosen, Work(), show=lambda *_: None).value
    finally:
        trainer.leave()


def of(app: App, **more: str) -> ChosenApp:
    kind = {"CONFIDENTIAL": "own", "SERVER": "server"}[app.kind.name]
    return ChosenApp(ZoomApp(kind, app.client_id, app.account_id, **more), Secret(app.secret))


def test_before_anything_it_is_not_connected_and_nobody_was_asked(
    core: Services, zoom: FakeZoom
) -> None:
    assert core.zoom_account.status() == Account(Standing.NOT_CONNECTED, ZoomApp())
    assert core.zoom_account.look(Work()).value.standing is Standing.NOT_CONNECTED
    assert zoom.asked == []


def test_once_connected_it_says_whose_account_it_is(core: Services, clock: FixedClock) -> None:
    account = connect(core)
    assert account.profile
    assert (account.profile.name, account.profile.email) == ("Anna Weber", "anna@example.com")
    assert (account.profile.plan, account.profile.zone) == (Plan.LICENSED, "Europe/London")
    assert account.profile.account == "acc-1"
    assert (account.standing, account.since) == (Standing.CONNECTED, clock.now())
    assert (account.app, account.lacks) == (ZoomApp("public", CLIENT_ID), ())


def test_the_profile_is_shown_also_while_zoom_does_not_answer(
    core: Services, zoom: FakeZoom
) -> None:
    account = connect(core)
    zoom.faults.next("/v2", CAPTIVE_PORTAL)
    with pytest.raises(Unavailable):
        core.zoom_account.look(Work())
    assert core.zoom_account.status() == account


def test_looking_again_keeps_what_changed_at_zoom(core: Services, zoom: FakeZoom) -> None:
    since = connect(core).since
    assert zoom.oauth.browsing
    zoom.oauth.browsing.last_name = "Weber-Clark"
    done = core.zoom_account.look(Work())
    assert done.value.profile
    assert done.value.profile.name == "Anna Weber-Clark"
    assert done.value.since == since
    assert done.changes.touches("setting")


def test_a_connection_that_may_not_read_the_profile_stands_and_says_what_it_lacks(
    core: Services, zoom: FakeZoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = zoom.add_public_app(USER_SCOPES - {"user:read:user", "webinar:read:webinar"})
    monkeypatch.setenv("CPD_ZOOM_CLIENT_ID", few.client_id)
    account = connect(core)
    assert (account.is_connected, account.profile) == (True, None)
    assert [(each.scopes, each.optional) for each in account.lacks] == [
        (("user:read:user",), False),
        (("webinar:read:webinar",), True),
    ]
    assert "whose account it is" in str(account.lacks[0].purpose)
    assert core.zoom_account.look(Work()).value == account


def test_signing_in_elsewhere_is_recognised_and_said(core: Services, zoom: FakeZoom) -> None:
    connect(core)
    assert zoom.oauth.browsing
    zoom.oauth.allow(zoom.oauth.apps[CLIENT_ID], zoom.oauth.browsing)
    account = core.zoom_account.look(Work()).value
    assert account.standing is Standing.ELSEWHERE
    assert account.why
    assert "somewhere else" in str(account.why[0])
    assert core.zoom_account.status() == account


def test_an_app_that_was_removed_at_zoom_says_so_and_can_be_connected_again(
    core: Services, zoom: FakeZoom
) -> None:
    own = zoom.add_confidential_app()
    connect(core, of(own))
    zoom.oauth.withdraw()
    ended = core.zoom_account.look(Work()).value
    assert ended.standing is Standing.ENDED
    assert ended.why
    # Its secret is still known, so nobody has to enter it again.
    assert connect(core, ChosenApp(ended.app)).is_connected


def test_an_app_of_the_whole_account_needs_no_browser_and_names_the_host(
    core: Services, zoom: FakeZoom
) -> None:
    app = zoom.add_server_app()
    chosen = of(app, host="anna@example.com")
    account = core.zoom_account.connect(chosen, Work(), show=_never).value
    assert account.profile
    assert account.profile.email == "anna@example.com"
    assert account.app == chosen.app
    assert account.lacks == ()


def _never(address: str, opened: bool) -> None:  # noqa: FBT001 - as the port says it
    pytest.fail(f"{address} was shown")


def test_what_an_app_lacks_is_said_and_nothing_is_remembered(core: Services) -> None:
    with pytest.raises(Invalid) as error:
        connect(core, ChosenApp(ZoomApp("server", "id")))
    assert set(error.value.problems) == {"secret", "account_id", "host"}
    assert core.zoom_account.app() == ZoomApp()


def test_declining_or_stopping_leaves_an_older_connection_as_it_was(
    core: Services, zoom: FakeZoom
) -> None:
    before = connect(core)
    with pytest.raises(NotAllowed):
        connect(core, choice="deny")
    work = Work()
    put_browser(core, NoBrowser())
    with pytest.raises(Cancelled):
        core.zoom_account.connect(USUAL, work, show=lambda *_: work.cancel())
    assert core.zoom_account.look(Work()).value == before


def test_disconnecting_tells_zoom_and_forgets_the_sign_in_but_not_the_app(
    core: Services, zoom: FakeZoom
) -> None:
    own = zoom.add_confidential_app()
    connect(core, of(own))
    assert core.zoom_account.disconnect().value is True
    assert zoom.oauth.live_grants() == []
    assert core.keychains.get("zoom/grant") is None
    account = core.zoom_account.status()
    assert account == Account(Standing.NOT_CONNECTED, ZoomApp("own", own.client_id, own.account_id))
    with pytest.raises(NeedsSignIn):
        core.zoom.profile()


def test_without_network_it_is_forgotten_all_the_same(core: Services, zoom: FakeZoom) -> None:
    connect(core)
    zoom.faults.next("/oauth/revoke", CAPTIVE_PORTAL)
    assert core.zoom_account.disconnect().value is False
    assert core.zoom_account.status().standing is Standing.NOT_CONNECTED


def test_every_call_is_in_the_log_and_no_secret(core: Services, zoom: FakeZoom) -> None:
    connect(core)
    calls = core.network_log.latest(9)
    assert [(each.method, each.address.removeprefix(zoom.address)) for each in calls] == [
        ("GET", "/v2/users/me"),
        ("POST", "/oauth/token"),
    ]
    assert {(each.service, each.status) for each in calls} == {("Zoom", 200)}


def test_the_pace_of_the_plan_is_known_from_the_start(
    core: Services, folder: DataFolder, clock: FixedClock
) -> None:
    connect(core)
    later = assembled(folder, "test", core.keychains, clock)
    try:
        zoom: Any = later.zoom
        assert zoom.client.pace._rates is PAID
    finally:
        later.close()
