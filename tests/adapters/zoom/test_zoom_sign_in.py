"""Connecting to Zoom through the browser, and what becomes of it when something is in the way."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from cpd_desktop.adapters.keychain import OsKeychain
from cpd_desktop.adapters.vault import VaultFile
from cpd_desktop.adapters.zoom.apps import PublicApp, public_app
from cpd_desktop.adapters.zoom.sign_in import connect
from cpd_desktop.domain.errors import Invalid, NeedsSignIn, NotAllowed, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.services.work import Cancelled, Work
from tests.adapters.zoom.trainer import (
    TrainerAtBrowser,
    as_ours,
    grants_at,
    is_live,
    questions,
    sign_in,
)
from tests.fakes.zoom.faults import CAPTIVE_PORTAL, DROP_ANSWER, Fault
from tests.keychains import MemoryKeychains

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.grant import Grant
    from cpd_desktop.adapters.zoom.grants import Grants
    from cpd_desktop.services.keychain import Keychain
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom


def connected(
    app: App, grants: Grants, trainer: TrainerAtBrowser, work: Work | None = None
) -> Grant:
    try:
        return connect(
            as_ours(app), grants, trainer, work or Work(), show=lambda *_: None, limit=20
        )
    finally:
        trainer.leave()


@pytest.mark.parametrize("kind", ["add_public_app", "add_confidential_app"])
def test_allowing_it_in_the_browser_connects(zoom: FakeZoom, grants: Grants, kind: str) -> None:
    trainer = TrainerAtBrowser()
    grant = connected(getattr(zoom, kind)(), grants, trainer)
    assert grants.kept() == grant
    assert "meeting:write:meeting" in grant.scopes
    assert is_live(zoom, grants.token())
    assert "You can close this window" in trainer.seen[0]


def test_the_browser_is_sent_with_proof_keys_and_a_state_of_its_own(
    app: App, grants: Grants
) -> None:
    trainer = TrainerAtBrowser()
    for _ in range(2):
        connected(app, grants, trainer)
    first, second = (parse_qs(urlsplit(address).query) for address in trainer.opened)
    assert first["code_challenge_method"] == ["S256"]
    assert first["response_type"] == ["code"]
    assert first["redirect_uri"][0].startswith("http://127.0.0.1:")
    for name in ("state", "code_challenge"):
        assert first[name] != second[name]
        assert len(first[name][0]) >= 30


def test_an_app_of_the_account_connects_without_a_browser(zoom: FakeZoom, grants: Grants) -> None:
    trainer = TrainerAtBrowser()
    grant = connected(zoom.add_server_app(), grants, trainer)
    assert trainer.opened == []
    assert "report:read:list_meeting_participants:admin" in grant.scopes
    assert is_live(zoom, grants.token())


def test_declining_it_changes_nothing(zoom: FakeZoom, app: App, grants: Grants) -> None:
    sign_in(zoom, app, grants)
    before = grants.kept()
    trainer = TrainerAtBrowser("decline")
    with pytest.raises(NotAllowed, match="did not allow"):
        connected(app, grants, trainer)
    assert "Nothing was connected" in trainer.seen[0]
    assert grants.kept() == before
    assert is_live(zoom, grants.token())


def test_a_trainer_who_may_not_allow_it_is_sent_back_with_words(
    zoom: FakeZoom, grants: Grants
) -> None:
    assert zoom.oauth.browsing
    zoom.oauth.browsing.role_name = "Member"
    app = zoom.add_public_app({"report:read:user:admin"})
    with pytest.raises(NotAllowed):
        connected(app, grants, TrainerAtBrowser())


def test_the_address_is_shown_for_copying_when_no_browser_opens(app: App, grants: Grants) -> None:
    class NoBrowser:
        def open(self, _: str) -> bool:
            return False

    trainer, shown = TrainerAtBrowser(), list[bool]()

    def show(address: str, is_open: bool) -> None:  # noqa: FBT001 - as it is called
        shown.append(is_open)
        trainer.open(address)

    connect(as_ours(app), grants, NoBrowser(), Work(), show=show, limit=20)
    trainer.leave()
    assert shown == [False]
    assert grants.kept()


def test_the_person_can_stop_while_the_browser_is_open(app: App, grants: Grants) -> None:
    work = Work()

    class Slow:
        def open(self, _: str) -> bool:
            threading.Timer(0.05, work.cancel).start()
            return True

    with pytest.raises(Cancelled):
        connect(as_ours(app), grants, Slow(), work, show=lambda *_: None)
    assert grants.kept() is None


def test_the_page_in_the_browser_is_in_the_language_of_the_person(app: App, grants: Grants) -> None:
    trainer = TrainerAtBrowser()
    connect(
        as_ours(app), grants, trainer, Work(), show=lambda *_: None, limit=20,
        say=lambda sentence: f"[{sentence}]", language="de",
    )  # fmt: skip
    trainer.leave()
    assert "[You can close this window]" in trainer.seen[0]
    assert 'lang="de"' in trainer.seen[0]


def test_without_a_client_id_nobody_is_sent_anywhere(grants: Grants) -> None:
    trainer = TrainerAtBrowser()
    with pytest.raises(Invalid, match="needs the client ID of an app at Zoom"):
        connect(public_app(), grants, trainer, Work(), show=lambda *_: None)
    assert trainer.opened == []


def test_a_locked_keychain_is_found_out_before_the_browser_opens(
    zoom: FakeZoom, app: App, tmp_path: Path, clock: FixedClock
) -> None:
    keychain, trainer = MemoryKeychains(), TrainerAtBrowser()
    keychain.make_vault(Secret("a long passphrase"))
    keychain.lock()
    with pytest.raises(NeedsSignIn, match="locked"):
        connected(app, grants_at(zoom, keychain, tmp_path / "zoom.lock", clock), trainer)
    assert trainer.opened == []


@pytest.mark.parametrize("fault", [CAPTIVE_PORTAL, DROP_ANSWER])
def test_trouble_with_the_last_step_is_told_and_can_be_tried_again(
    zoom: FakeZoom, app: App, grants: Grants, fault: Fault
) -> None:
    zoom.faults.next("/oauth/token", fault)
    with pytest.raises(Unavailable):
        connected(app, grants, TrainerAtBrowser())
    assert questions(zoom) == 1
    assert grants.kept() is None
    connected(app, grants, TrainerAtBrowser())
    assert is_live(zoom, grants.token())


def test_a_code_that_came_too_late_is_refused_with_words(
    zoom: FakeZoom,
    app: App,
    grants: Grants,
    zoom_clock: FixedClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fresh = zoom.oauth.new_code

    def slowly(*asked: Any) -> str:
        code = fresh(*asked)
        zoom_clock.move(minutes=6)
        return code

    monkeypatch.setattr(type(zoom.oauth), "new_code", lambda _, *asked: slowly(*asked))
    with pytest.raises(Unavailable, match=r"refused the sign-in \(.* expired\)\. Connect .* again"):
        connected(app, grants, TrainerAtBrowser())


def test_a_wrong_secret_is_told_as_what_it_is(zoom: FakeZoom, grants: Grants) -> None:
    app = zoom.add_confidential_app()
    app.secret, ours = "another", as_ours(app)
    trainer = TrainerAtBrowser()
    with pytest.raises(NeedsSignIn, match=r"does not know the app .* Check the client ID and"):
        connect(ours, grants, trainer, Work(), show=lambda *_: None, limit=20)
    trainer.leave()


def test_neither_code_nor_state_nor_token_reaches_the_log(
    zoom: FakeZoom, app: App, grants: Grants, caplog: pytest.LogCaptureFixture
) -> None:
    trainer = TrainerAtBrowser()
    with caplog.at_level(logging.DEBUG):
        errand = grants.authority.errand(PublicApp(app.client_id), "http://127.0.0.1:1/callback")
        grant = connected(app, grants, trainer)
    # The trainer's browser has a thread and lines of its own, which tell all that it visits.
    here = threading.current_thread().name
    ours = [said.getMessage() for said in caplog.records if said.threadName == here]
    assert ours
    shown = "\n".join([*ours, repr(errand), repr(grant)])
    assert grant.access
    assert grant.access.reveal() not in shown
    for code in zoom.oauth.codes:
        assert code not in shown
    assert errand.state.reveal() not in shown


@pytest.mark.parametrize("kind", ["vault", "system"])
def test_a_real_keychain_keeps_it_for_the_next_start(
    zoom: FakeZoom, app: App, tmp_path: Path, clock: FixedClock, kind: str,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    if kind == "system":
        request.getfixturevalue("secret_service")
    keychain: Keychain = (
        OsKeychain()
        if kind == "system"
        else VaultFile.create(tmp_path / "vault", Secret("a long passphrase"))
    )
    first = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
    connected(app, first, TrainerAtBrowser())
    token = first.token()
    again = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
    assert again.token() == token
    renewed = again.refused(token)
    assert first.refused(token) == renewed
    for path in tmp_path.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for secret in (token.reveal(), renewed.reveal()):
                assert secret.encode() not in content, path
    assert first.disconnect()
    assert again.kept() is None
