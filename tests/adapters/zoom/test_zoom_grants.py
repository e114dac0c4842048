"""The sign-in to Zoom stays alive, and ends only when Zoom ends it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.adapters.zoom.grant import Grant
from cpd_desktop.adapters.zoom.grants import NAME, Grants
from cpd_desktop.domain.errors import NeedsSignIn, Unavailable
from cpd_desktop.domain.secret import Secret
from cpd_desktop.domain.words import Sentence
from cpd_desktop.store.locks import FolderLock
from tests.adapters.zoom.trainer import Stopwatch, grants_at, is_live, questions, sign_in
from tests.fakes.keychain import MemoryKeychain
from tests.fakes.zoom.faults import (
    answering,
)

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
