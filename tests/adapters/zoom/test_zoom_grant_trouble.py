"""Trouble on the way never ends the sign-in to Zoom; only Zoom's own last word does."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.zoom.grant import End
from cpd_desktop.domain.errors import CpdError, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from tests.adapters.zoom.trainer import grants_at, is_live, questions, sign_in
from tests.fakes.keychain import MemoryKeychain
from tests.fakes.zoom.faults import (
    CAPTIVE_PORTAL,
    DROP,
    DROP_ANSWER,
    GARBAGE,
    TRUNCATED,
    Fault,
    Harm,
    answering,
    status,
    too_many,
)
from tests.fakes.zoom.oauth import REVOKED, WITHDRAWN
from tests.fakes.zoom.wire import Answer

if TYPE_CHECKING:
    from pathlib import Path

    from cpd_desktop.adapters.zoom.grants import Grants
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

TOKEN = "/oauth/token"

LASTING_TROUBLE = [
    DROP, GARBAGE, CAPTIVE_PORTAL, status(500), status(502), status(503), too_many(),
    answering(500, {"error": "invalid_grant"}), answering(429, {"error": "invalid_grant"}),
    answering(200, {}), answering(200, ["odd"]), answering(200, {"access_token": 5}),
    answering(200, {"access_token": "a", "expires_in": "soon"}),
    answering(200, {"access_token": "a", "expires_in": 3600, "scope": 7}),
    answering(400, {"reason": "Something else", "error": "invalid_request"}),
    Fault(Harm.REPLACE, answer=Answer(400, b"<html>invalid_grant</html>")),
    Fault(Harm.REPLACE, answer=Answer(302, b"", {"Location": "http://127.0.0.1:1/portal"})),
]  # fmt: skip


class TestTrouble:
    @pytest.mark.parametrize("fault", LASTING_TROUBLE)
    def test_trouble_on_the_way_never_ends_the_connection(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, fault: Fault
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        zoom.faults.next(TOKEN, fault, times=2)
        with pytest.raises(Unavailable) as trouble:
            grants.token()
        zoom.faults.waiting.clear()
        assert not isinstance(trouble.value, NeedsSignIn)
        assert is_live(zoom, grants.token())

    def test_a_computer_that_is_offline_stays_connected(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        before = grants.kept()
        clock.move(hours=1)
        zoom.stop()
        with pytest.raises(Unavailable, match="Look whether this computer is online"):
            grants.token()
        assert grants.kept() == before

    @pytest.mark.parametrize("fault", [DROP, GARBAGE])
    def test_a_question_that_was_lost_is_asked_once_more(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, fault: Fault
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        zoom.faults.next(TOKEN, fault)
        assert is_live(zoom, grants.token())

    @pytest.mark.parametrize("fault", [DROP_ANSWER, TRUNCATED])
    def test_an_answer_that_was_lost_is_told_as_what_it_is(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, fault: Fault
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        zoom.faults.next(TOKEN, fault)
        with pytest.raises(NeedsSignIn, match=r"answer was lost on the way, .*Connect"):
            grants.token()
        assert questions(zoom) == 3

    def test_an_answer_that_a_killed_program_did_not_keep_is_told_as_what_it_is(
        self, zoom: FakeZoom, app: App, keychain: MemoryKeychain, tmp_path: Path, clock: FixedClock
    ) -> None:
        killed = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        sign_in(zoom, app, killed)
        clock.move(hours=1)
        zoom.faults.next(TOKEN, DROP_ANSWER)
        zoom.faults.next(TOKEN, status(503))
        with pytest.raises(Unavailable):
            killed.token()
        after = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        with pytest.raises(NeedsSignIn, match="answer was lost on the way"):
            after.token()

    def test_nobody_else_is_given_the_refresh_token(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        portal = Answer(307, b"", {"Location": f"{zoom.address}/portal"})
        zoom.faults.next(TOKEN, Fault(Harm.REPLACE, answer=portal))
        with pytest.raises(Unavailable, match="Something else answered in the place of Zoom"):
            grants.token()
        assert questions(zoom, "token") == 2
        assert not [asked for asked in zoom.asked if asked.path == "/portal"]

    def test_a_connection_that_is_not_trusted_is_told_with_what_to_check(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        plain = zoom.address.replace("http:", "https:")  # answers, but not with a certificate
        object.__setattr__(grants.authority.addresses, "auth", plain)
        with pytest.raises(Unavailable, match=r"not safe, .* date and time of this computer"):
            grants.token()


class TestTheEnd:
    @pytest.mark.parametrize(
        ("reason", "error", "end"),
        [
            ("Invalid Token!", "invalid_grant", End.OVER),
            ("Invalid Token!", "invalid_request", End.OVER),
            ("The token has been revoked. (4741)", "invalid_grant", End.REMOVED),
            ("Token is no longer valid (4741)", "invalid_grant", End.ELSEWHERE),
            (WITHDRAWN, "invalid_grant", End.FORBIDDEN),
            ("The app has been disabled. (4717)", "unauthorized_client", End.FORBIDDEN),
            ("Invalid client_id or client_secret", "invalid_client", End.APP),
            ("", "unauthorized_client", End.APP),
        ],
    )
    def test_zooms_last_word_is_remembered_and_nothing_else(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, reason: str, error: str,
        end: End,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        zoom.faults.next(TOKEN, answering(400, {"reason": reason, "error": error}))
        for _ in range(3):
            with pytest.raises(NeedsSignIn) as told:
                grants.token()
            assert (told.value.says, told.value.advice) == (end.says, end.advice)
        assert questions(zoom) == 2
        kept = grants.kept()
        assert kept
        assert (kept.ended, kept.access, kept.refresh) == (end, None, None)
        assert kept.app.client_id == app.client_id

    @pytest.mark.parametrize(
        ("code", "end"),
        [(4741, End.ELSEWHERE), (4738, End.FORBIDDEN), (4717, End.FORBIDDEN), (4735, End.OVER)],
    )
    def test_zooms_own_numbers_are_understood_in_the_form_of_its_other_answers(
        self, zoom: FakeZoom, app: App, grants: Grants, code: int, end: End
    ) -> None:
        sign_in(zoom, app, grants)
        zoom.faults.next(TOKEN, answering(401, {"code": code, "message": "It is over."}))
        with pytest.raises(NeedsSignIn) as told:
            grants.refused(grants.token())
        assert told.value.says == end.says

    @pytest.mark.parametrize("code", [4700, 4705, 4709, 4711, 5000])
    def test_other_numbers_do_not_end_it(
        self, zoom: FakeZoom, app: App, grants: Grants, code: int
    ) -> None:
        sign_in(zoom, app, grants)
        zoom.faults.next(TOKEN, answering(400, {"code": code, "message": "Not now."}))
        with pytest.raises(Unavailable, match=rf"\(Not now\. {code}\)"):
            grants.refused(grants.token())
        assert is_live(zoom, grants.token())

    def test_whoever_signs_in_on_another_computer_is_told_so_on_the_first(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, tmp_path: Path
    ) -> None:
        sign_in(zoom, app, grants)
        token = grants.token()
        elsewhere = grants_at(zoom, MemoryKeychain(), tmp_path / "other.lock", clock)
        sign_in(zoom, app, elsewhere)
        with pytest.raises(NeedsSignIn, match="signed in to Zoom with CPD Desktop somewhere else"):
            grants.refused(token)
        with pytest.raises(NeedsSignIn, match="somewhere else"):
            grants.token()
        assert is_live(zoom, elsewhere.token())

    def test_signing_in_again_ends_the_end(self, zoom: FakeZoom, app: App, grants: Grants) -> None:
        sign_in(zoom, app, grants)
        token = grants.token()
        zoom.oauth.withdraw(REVOKED)
        with pytest.raises(NeedsSignIn, match="removed at Zoom"):
            grants.refused(token)
        sign_in(zoom, app, grants)
        assert is_live(zoom, grants.token())

    def test_months_without_use_end_it(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(days=91)
        zoom_clock.move(days=91)
        with pytest.raises(NeedsSignIn, match="months without use"):
            grants.token()

    def test_an_app_of_the_account_that_was_switched_off_is_told_so(
        self, zoom: FakeZoom, grants: Grants
    ) -> None:
        app = zoom.add_server_app()
        sign_in(zoom, app, grants)
        app.enabled = False
        with pytest.raises(NeedsSignIn, match="switched off"):
            grants.refused(grants.token())

    def test_a_grant_without_a_refresh_token_ends_in_a_sign_in(
        self, zoom: FakeZoom, app: App, grants: Grants
    ) -> None:
        zoom.faults.next(TOKEN, answering(200, {"access_token": "a", "token_type": "bearer"}))
        sign_in(zoom, app, grants)
        assert grants.token() == Secret("a")
        with pytest.raises(NeedsSignIn):
            grants.refused(Secret("a"))


class TestDisconnecting:
    def test_it_revokes_at_zoom_and_forgets_here(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain
    ) -> None:
        sign_in(zoom, app, grants)
        token = grants.token()
        assert grants.disconnect()
        assert not is_live(zoom, token)
        assert keychain.kept == {}
        with pytest.raises(NeedsSignIn, match="not connected"):
            grants.token()

    @pytest.mark.parametrize("kind", ["add_confidential_app", "add_server_app"])
    def test_own_apps_are_revoked_too(self, zoom: FakeZoom, grants: Grants, kind: str) -> None:
        sign_in(zoom, getattr(zoom, kind)(), grants)
        assert grants.disconnect()
        assert zoom.oauth.live_grants() == []

    def test_a_token_too_old_to_be_revoked_is_renewed_for_it(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(days=1)
        zoom_clock.move(days=1)
        assert grants.disconnect()
        assert zoom.oauth.live_grants() == []

    @pytest.mark.parametrize("fault", [DROP, CAPTIVE_PORTAL, status(500)])
    def test_it_forgets_here_also_when_zoom_cannot_be_told(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, fault: Fault
    ) -> None:
        sign_in(zoom, app, grants)
        zoom.faults.next("/oauth/", fault)
        assert not grants.disconnect()
        assert keychain.kept == {}

    def test_what_zoom_ended_or_never_was_is_forgotten_too(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain
    ) -> None:
        assert not grants.disconnect()
        sign_in(zoom, app, grants)
        zoom.oauth.withdraw()
        with pytest.raises(NeedsSignIn):
            grants.refused(grants.token())
        assert not grants.disconnect()
        assert keychain.kept == {}


def test_no_token_reaches_the_log_or_an_error(
    zoom: FakeZoom, app: App, grants: Grants, caplog: pytest.LogCaptureFixture
) -> None:
    shown = []
    with caplog.at_level(logging.DEBUG):
        sign_in(zoom, app, grants)
        grants.refused(grants.token())
        telling = {"error": "odd", "reason": f"No: {next(iter(zoom.oauth.tokens))} is unknown."}
        zoom.faults.next(TOKEN, answering(400, telling))
        with pytest.raises(CpdError, match=r"refused the sign-in \(No: … is unknown") as error:
            grants.refused(grants.token())
        shown += [str(error.value), repr(error.value), caplog.text]
    for secret in zoom.oauth.tokens.keys() | {grant.refresh_token for grant in zoom.oauth.grants}:
        assert not [text for text in shown if secret in text]


def test_every_question_is_noted_for_the_person(zoom: FakeZoom, app: App, grants: Grants) -> None:
    noted: list[tuple[str, str, int | None, str]] = []
    object.__setattr__(grants.authority, "noted", lambda *call: noted.append((*call[:3], call[4])))
    sign_in(zoom, app, grants)
    zoom.faults.next(TOKEN, DROP)
    grants.refused(grants.token())
    grants.disconnect()
    place = f"{zoom.address}/oauth"
    assert noted == [
        ("POST", f"{place}/token", 200, ""),
        ("POST", f"{place}/token", None, "ConnectionError"),
        ("POST", f"{place}/token", 200, ""),
        ("POST", f"{place}/revoke", 200, ""),
    ]
