"""The sign-in to Zoom stays alive, and ends only when Zoom ends it."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.zoom.grant import End, Grant
from cpd_desktop.adapters.zoom.grants import NAME, Grants
from cpd_desktop.domain.errors import CpdError, NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.locks import FolderLock
from tests.adapters.zoom.trainer import Stopwatch, grants_at, is_live, questions, sign_in
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

    from cpd_desktop.adapters.zoom.access import Access
    from tests.clock import FixedClock
    from tests.fakes.zoom.apps import App
    from tests.fakes.zoom.server import FakeZoom

TOKEN = "/oauth/token"


class Lockable:
    """A keychain that is locked just before the renewed grant comes."""

    def __init__(self) -> None:
        self.inner = MemoryKeychain()
        self.locked = False
        self.get, self.forget, self.state = self.inner.get, self.inner.forget, self.inner.state

    def put(self, name: str, secret: Secret) -> None:
        grant = Grant.from_secret(secret)
        if self.locked and grant and not grant.in_doubt:
            raise NeedsSignIn(Sentence("tests", "The keychain is locked."))
        self.inner.put(name, secret)


def later(*clocks: FixedClock, minutes: float, stopwatch: Stopwatch) -> None:
    for clock in clocks:
        clock.move(minutes=minutes)
    stopwatch.at += minutes * 60


class TestGivingOutTokens:
    def test_nobody_is_connected_at_first(self, grants: Grants) -> None:
        with pytest.raises(NeedsSignIn, match=r"not connected to Zoom\. Connect"):
            grants.token()
        assert grants.kept() is None

    def test_the_token_is_one_that_zoom_accepts(
        self, zoom: FakeZoom, app: App, grants: Grants
    ) -> None:
        sign_in(zoom, app, grants)
        access: Access = grants
        token = access.token()
        assert is_live(zoom, token)
        assert access.token() == token
        assert access.api == zoom.api_url
        assert questions(zoom) == 1

    def test_a_confidential_app_renews_with_its_secret(
        self, zoom: FakeZoom, grants: Grants, zoom_clock: FixedClock, clock: FixedClock,
        stopwatch: Stopwatch,
    ) -> None:  # fmt: skip
        sign_in(zoom, zoom.add_confidential_app(), grants)
        later(clock, zoom_clock, minutes=61, stopwatch=stopwatch)
        assert is_live(zoom, grants.token())

    def test_an_app_of_the_account_signs_in_again_by_itself(
        self, zoom: FakeZoom, grants: Grants, zoom_clock: FixedClock, clock: FixedClock,
        stopwatch: Stopwatch,
    ) -> None:  # fmt: skip
        sign_in(zoom, zoom.add_server_app(), grants)
        first = grants.token()
        later(clock, zoom_clock, minutes=61, stopwatch=stopwatch)
        second = grants.token()
        assert first != second
        assert is_live(zoom, second)
        kept = grants.kept()
        assert kept
        assert kept.refresh is None

    def test_another_program_finds_the_same_token(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, tmp_path: Path,
        clock: FixedClock,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        other = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        assert other.token() == grants.token()
        assert questions(zoom) == 1

    @pytest.mark.parametrize(
        ("told", "place"),
        [
            ("https://api-eu.zoom.us", "https://api-eu.zoom.us/v2"),
            ("https://api.zoom.us/", "https://api.zoom.us/v2"),
            ("http://api.zoom.us", "https://api.zoom.us/v2"),
            ("https://zoom.us.example", "https://api.zoom.us/v2"),
            ("https://evilzoom.us", "https://api.zoom.us/v2"),
            ("", "https://api.zoom.us/v2"),
        ],
    )
    def test_calls_go_to_the_place_of_the_account_if_it_is_zooms(
        self, zoom: FakeZoom, app: App, grants: Grants, told: str, place: str
    ) -> None:
        zoom.oauth.api_url = told
        sign_in(zoom, app, grants)
        object.__setattr__(grants.authority.addresses, "api", "https://api.zoom.us")
        assert grants.api == "https://api.zoom.us/v2"
        grants.token()
        assert grants.api == place

    def test_a_place_set_by_hand_wins(self, zoom: FakeZoom, app: App, grants: Grants) -> None:
        zoom.oauth.api_url = "https://api-eu.zoom.us"
        sign_in(zoom, app, grants)
        grants.token()
        assert grants.api == zoom.api_url


class TestRenewing:
    def test_it_happens_five_minutes_early(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock,
        stopwatch: Stopwatch,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        first = grants.token()
        later(clock, zoom_clock, minutes=54.9, stopwatch=stopwatch)
        assert grants.token() == first
        later(clock, zoom_clock, minutes=0.2, stopwatch=stopwatch)
        second = grants.token()
        assert second != first
        assert is_live(zoom, second)
        assert (questions(zoom), len(zoom.oauth.live_grants())) == (2, 1)

    @pytest.mark.parametrize("days", [-1, 1])
    def test_a_clock_that_is_wrong_by_a_day_makes_no_difference(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock,
        stopwatch: Stopwatch, days: int,
    ) -> None:  # fmt: skip
        clock.move(days=days)
        sign_in(zoom, app, grants)
        for _ in range(6):
            assert is_live(zoom, grants.token())
            later(clock, zoom_clock, minutes=30, stopwatch=stopwatch)
        assert questions(zoom) == 3

    @pytest.mark.parametrize("days", [-1, 1])
    @pytest.mark.parametrize("is_restarted", [False, True])
    def test_a_clock_set_by_a_day_in_the_middle_costs_one_renewal_and_no_sign_in(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, tmp_path: Path,
        clock: FixedClock, days: int, *, is_restarted: bool,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        grants.token()
        clock.move(days=days)
        if is_restarted:
            grants = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        for _ in range(3):
            assert is_live(zoom, grants.token())
        assert questions(zoom) == 2
        clock.move(days=-days)
        assert is_live(zoom, grants.token())
        assert questions(zoom) == 3

    def test_a_clock_set_back_an_hour_is_not_believed(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock,
        stopwatch: Stopwatch,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        first = grants.token()
        later(clock, zoom_clock, minutes=58, stopwatch=stopwatch)
        clock.move(minutes=-30)
        assert grants.token() != first

    def test_a_laptop_that_slept_for_a_night_renews_when_it_wakes(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        grants.token()
        clock.move(hours=9)  # and the stopwatch stands still while the computer sleeps
        zoom_clock.move(hours=9)
        assert is_live(zoom, grants.token())

    def test_a_laptop_that_sleeps_while_zoom_answers_does_not_take_the_token_for_new(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, zoom_clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)

        def sleep(*_: object) -> None:
            clock.move(hours=2)
            zoom_clock.move(hours=2)
            object.__setattr__(grants.authority, "noted", None)

        object.__setattr__(grants.authority, "noted", sleep)
        old = grants.refused(grants.token())
        assert not is_live(zoom, old)
        assert is_live(zoom, grants.token())

    def test_a_token_with_a_short_life_is_not_renewed_on_every_call(
        self, zoom: FakeZoom, app: App, grants: Grants
    ) -> None:
        sign_in(zoom, app, grants)
        body = {"access_token": "short", "token_type": "bearer", "expires_in": 120}
        zoom.faults.next(TOKEN, answering(200, body | {"refresh_token": "r"}))
        short = grants.refused(grants.token())
        assert short == Secret("short")
        assert grants.token() == short
        assert questions(zoom) == 2

    def test_a_refused_token_is_renewed_once(
        self, zoom: FakeZoom, app: App, grants: Grants
    ) -> None:
        sign_in(zoom, app, grants)
        first = grants.token()
        second = grants.refused(first)
        assert second != first
        assert grants.refused(first) == second == grants.token()
        assert questions(zoom) == 2

    def test_whoever_comes_second_uses_what_the_first_program_renewed(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, tmp_path: Path,
        clock: FixedClock,
    ) -> None:  # fmt: skip
        sign_in(zoom, app, grants)
        other = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        first = grants.token()
        assert other.token() == first
        assert other.refused(first) == grants.refused(first)
        assert questions(zoom) == 2

    def test_threads_that_find_the_token_old_renew_it_once(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock
    ) -> None:
        sign_in(zoom, app, grants)
        first = grants.token()
        clock.move(hours=1)
        with ThreadPoolExecutor(8) as pool:
            tokens = list(pool.map(lambda _: grants.token(), range(8)))
            again = list(pool.map(lambda _: grants.refused(tokens[0]), range(8)))
        assert len({first, *tokens, *again}) == 3
        assert questions(zoom) == 3

    def test_a_program_that_never_finishes_holds_nobody_up_for_ever(
        self, zoom: FakeZoom, app: App, grants: Grants, clock: FixedClock, tmp_path: Path
    ) -> None:
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        grants.patience = 0.05
        with FolderLock(tmp_path / "zoom.lock") as lock:
            assert lock.hold()
            with pytest.raises(Unavailable, match=r"does not finish\. Wait .* stay connected"):
                grants.token()
        assert is_live(zoom, grants.token())


class TestWrittenBeforeUse:
    def test_no_token_is_given_out_that_the_keychain_did_not_take(
        self, zoom: FakeZoom, app: App, clock: FixedClock, tmp_path: Path
    ) -> None:
        keychain = Lockable()
        grants = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        keychain.locked = True
        for _ in range(2):
            with pytest.raises(NeedsSignIn, match="locked"):
                grants.token()
        keychain.locked = False
        assert is_live(zoom, grants.token())
        assert questions(zoom) == 2

    def test_a_sign_in_that_the_keychain_did_not_take_is_kept_when_it_is_unlocked(
        self, zoom: FakeZoom, app: App, clock: FixedClock, tmp_path: Path
    ) -> None:
        keychain = Lockable()
        grants = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        keychain.locked = True
        with pytest.raises(NeedsSignIn, match="locked"):
            sign_in(zoom, app, grants)
        assert grants.kept() is None
        keychain.locked = False
        assert is_live(zoom, grants.token())
        assert grants.kept()
        assert questions(zoom) == 1

    def test_a_new_sign_in_wins_over_what_the_keychain_did_not_take(
        self, zoom: FakeZoom, app: App, clock: FixedClock, tmp_path: Path
    ) -> None:
        keychain = Lockable()
        grants = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        other = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        sign_in(zoom, app, grants)
        clock.move(hours=1)
        keychain.locked = True
        with pytest.raises(NeedsSignIn):
            grants.token()
        keychain.locked = False
        sign_in(zoom, app, other)
        assert grants.token() == other.token()
        assert is_live(zoom, grants.token())

    def test_a_keychain_that_keeps_nothing_is_found_out_before_the_token_is_spent(
        self, zoom: FakeZoom, app: App, keychain: MemoryKeychain, clock: FixedClock,
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    ) -> None:  # fmt: skip
        grants = grants_at(zoom, keychain, tmp_path / "zoom.lock", clock)
        sign_in(zoom, app, grants)
        clock.move(hours=1)

        def locked(*_: object) -> None:
            raise NeedsSignIn(Sentence("tests", "The keychain is locked."))

        with monkeypatch.context() as patch:
            patch.setattr(MemoryKeychain, "put", locked)
            with pytest.raises(NeedsSignIn, match="locked"):
                grants.token()
        assert questions(zoom) == 1
        assert is_live(zoom, grants.token())

    def test_everything_lies_in_one_secret_of_the_keychain(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, tmp_path: Path
    ) -> None:
        sign_in(zoom, app, grants)
        token = grants.token().reveal()
        assert set(keychain.kept) == {NAME}
        assert token in keychain.kept[NAME].reveal()
        assert token not in repr((grants, grants.kept(), keychain))
        assert [path.name for path in tmp_path.rglob("*")] == ["zoom.lock"]
        assert token.encode() not in (tmp_path / "zoom.lock").read_bytes()

    @pytest.mark.parametrize("spoilt", ["", "{}", "[]", "null", "{", '{"app": {}}', "5"])
    def test_what_cannot_be_understood_means_to_sign_in_again(
        self, zoom: FakeZoom, app: App, grants: Grants, keychain: MemoryKeychain, spoilt: str
    ) -> None:
        keychain.put(NAME, Secret(spoilt))
        with pytest.raises(NeedsSignIn, match="not connected"):
            grants.token()
        sign_in(zoom, app, grants)
        assert is_live(zoom, grants.token())


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
    noted: list[tuple[str, str, int | None]] = []
    object.__setattr__(grants.authority, "noted", lambda *call: noted.append(call[:3]))
    sign_in(zoom, app, grants)
    zoom.faults.next(TOKEN, DROP)
    grants.refused(grants.token())
    grants.disconnect()
    place = f"{zoom.address}/oauth"
    assert noted == [
        ("POST", f"{place}/token", 200),
        ("POST", f"{place}/token", None),
        ("POST", f"{place}/token", 200),
        ("POST", f"{place}/revoke", 200),
    ]
