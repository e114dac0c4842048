from __future__ import annotations

import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import CpdError, NeedsSignIn, Unavailable
from cpd_desktop.domain.meetings import Kind, MeetingDraft
from cpd_desktop.domain.zoom_errors import MissingScopes, Offline, TooOften, Unclear
from cpd_desktop.services.work import Cancelled, Work
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling, signing_in
from tests.fakes.zoom import faults
from tests.fakes.zoom.faults import Fault, Harm
from tests.fakes.zoom.limits import PLANS
from tests.fakes.zoom.wire import elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from tests.clock import FixedClock
    from tests.fakes.zoom.server import FakeZoom

ME, MEETINGS = "/v2/users/me", "/v2/users/me/meetings"
STARTS = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
DRAFT = MeetingDraft(Kind.MEETING, "Wound care", "Europe/London", STARTS, 90)
FULL = (
    "You have exceeded the daily rate limit (100). You may resume these requests at GMT 00:00:00."
)

SOON_OVER = [
    faults.DROP,
    faults.DROP_ANSWER,
    faults.TRUNCATED,
    faults.GARBAGE,
    faults.status(500),
    faults.status(503),
    faults.answering(200, ["not an object"]),
    faults.delay(0.3),
]


@pytest.mark.parametrize("fault", SOON_OVER)
def test_trouble_that_passes_is_not_even_noticed(
    fault: Fault, calls: ZoomCalls, server: FakeZoom, waiting: Waiting
) -> None:
    server.faults.next(ME, fault)
    assert calls.profile().email == "host@example.com"
    assert len(server.asked) == 2
    assert waiting.waited == [0.75]


@pytest.mark.parametrize("fault", SOON_OVER)
def test_trouble_that_stays_is_told_and_zoom_is_then_left_alone(
    fault: Fault, calls: ZoomCalls, server: FakeZoom
) -> None:
    server.faults.next(ME, fault, times=3)
    with pytest.raises(Unavailable) as told:
        calls.profile()
    assert not isinstance(told.value, (TooOften, Unclear))
    assert str(told.value.advice)
    with pytest.raises(Offline, match="working offline"):
        calls.profile()
    assert len(server.asked) == 3


def test_it_is_tried_again_after_a_rest(
    calls: ZoomCalls, server: FakeZoom, waiting: Waiting
) -> None:
    server.faults.next(ME, faults.DROP, times=3)
    with pytest.raises(Offline):
        calls.profile()
    assert calls.offline
    waiting.pause(30)
    calls.profile()
    calls.profile()
    assert not calls.offline


@pytest.mark.parametrize(
    "fault", [faults.DROP_ANSWER, faults.TRUNCATED, faults.GARBAGE, faults.status(500)]
)
def test_a_meeting_is_never_made_twice_because_the_answer_was_lost(
    fault: Fault, calls: ZoomCalls, server: FakeZoom
) -> None:
    server.faults.next(MEETINGS, fault, method="POST")
    with pytest.raises(Unclear, match="before Zoom said"):
        calls.create(DRAFT)
    assert [each.method for each in server.asked] == ["POST"]


@pytest.mark.parametrize(
    "fault",
    [
        faults.CAPTIVE_PORTAL,
        Fault(Harm.REPLACE, answer=elsewhere("http://hotel.example/login")),
        Fault(Harm.REPLACE, answer=elsewhere("http://127.0.0.2:9/steal")),
    ],
)
def test_a_hotel_that_wants_a_room_number_is_recognised_and_gets_no_token(
    fault: Fault, calls: ZoomCalls, server: FakeZoom
) -> None:
    server.faults.next(ME, fault)
    with pytest.raises(Offline, match="sign in or to agree first"):
        calls.profile()
    assert len(server.asked) == 1


def test_nobody_at_the_other_end_is_told_as_that(
    tmp_path: Path, waiting: Waiting, clock: FixedClock
) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        access = GivenAccess(f"http://127.0.0.1:{taken.getsockname()[1]}/v2", lambda: "t")
        with calling(access, tmp_path, waiting) as calls:
            with pytest.raises(Offline, match="cannot be reached"):
                calls.profile()
            waiting.pause(30)
            with pytest.raises(Offline):
                calls.create(DRAFT)  # nothing was sent, so nothing is unclear
            (latest, *_) = calls.client._log.latest(1)
    assert latest.status is None
    assert latest.outcome == "ConnectionError"


def test_a_stranger_between_us_and_zoom_is_not_trusted(tmp_path: Path, waiting: Waiting) -> None:
    with _not_zoom() as port:
        access = GivenAccess(f"https://127.0.0.1:{port}/v2", lambda: "t")
        with calling(access, tmp_path, waiting) as calls, pytest.raises(Offline, match="private"):
            calls.profile()


def test_a_token_that_ran_out_is_replaced_once_without_a_word(
    calls: ZoomCalls, server: FakeZoom, access: GivenAccess
) -> None:
    access.at_hand = "ran out"
    assert calls.profile().email == "host@example.com"
    assert access.refusals == 1
    assert len(server.asked) == 2


def test_a_connection_ended_at_zoom_is_told_after_one_attempt_to_renew_it(
    calls: ZoomCalls, server: FakeZoom, access: GivenAccess
) -> None:
    server.oauth.withdraw()
    access.sign_in = access.token().reveal
    with pytest.raises(NeedsSignIn, match="does not accept the sign-in"):
        calls.profile()
    assert access.refusals == 1
    assert len(server.asked) == 2


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_missing_right_is_named_and_no_new_token_is_asked_for(
    status: int, server: FakeZoom, tmp_path: Path, waiting: Waiting
) -> None:
    server.oauth.missing_scope_status = status
    access = GivenAccess(server.api_url, signing_in(server, ["user:read:user"]))
    with calling(access, tmp_path, waiting) as calls, pytest.raises(MissingScopes) as told:
        calls.meetings(Kind.MEETING)
    assert "meeting:read:list_meetings" in told.value.scopes
    assert access.refusals == 0


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"Retry-After": "7"}, 7.5), ({"Retry-After": "2026-11-21T09:00:20Z"}, 20.5), ({}, 1.25)],
)
def test_a_short_limit_is_waited_out(
    headers: dict[str, str], seconds: float, calls: ZoomCalls, server: FakeZoom, waiting: Waiting
) -> None:
    server.faults.next(ME, faults.too_many(headers))
    assert calls.profile().name
    assert waiting.waited == [seconds]


@pytest.mark.parametrize(
    ("headers", "message"), [({"Retry-After": "2026-11-22T00:00:00Z"}, "Too many"), ({}, FULL)]
)
def test_a_limit_until_midnight_is_told_with_its_end(
    headers: dict[str, str], message: str, calls: ZoomCalls, server: FakeZoom, waiting: Waiting
) -> None:
    server.faults.next(MEETINGS, faults.too_many(headers, message))
    with pytest.raises(TooOften, match="00:00 UTC") as told:
        calls.create(DRAFT)
    assert told.value.until == datetime(2026, 11, 22, tzinfo=UTC)
    assert waiting.waited == []


def test_a_limit_that_never_ends_is_told(calls: ZoomCalls, server: FakeZoom) -> None:
    server.faults.next(ME, faults.too_many({"Retry-After": "1"}), times=3)
    with pytest.raises(TooOften):
        calls.profile()
    assert not calls.offline


@pytest.mark.parametrize(("plan", "seconds"), [(1, 29), (2, 4)])
def test_calls_are_spread_before_zoom_has_to_refuse_any(
    plan: int, seconds: float, calls: ZoomCalls, server: FakeZoom, waiting: Waiting
) -> None:
    assert server.oauth.browsing
    server.oauth.browsing.type = plan
    server.limits.plan = PLANS["free" if plan == 1 else "pro"]
    server.limits.rates = True
    server.limits.ticks = waiting.now
    for _ in range(60):
        calls.profile()
    assert len(server.asked) == 60
    # Of the 4 a second that a free account has, and the 30 of a paid one, we take half.
    assert waiting.ticks == pytest.approx(seconds, abs=1)


def test_the_hundred_and_first_meeting_of_a_day_is_not_even_asked_for(
    calls: ZoomCalls, server: FakeZoom, tmp_path: Path
) -> None:
    made = calls.create(DRAFT)
    counted = tmp_path / "zoom-today.txt"
    counted.write_text(counted.read_text("utf-8") * 99, "utf-8")
    calls.change(made.at, DRAFT)
    asked = len(server.asked)
    with pytest.raises(TooOften, match="100 meetings a day"):
        calls.change(made.at, DRAFT)
    assert len(server.asked) == asked


def test_what_never_reached_zoom_is_not_counted(
    calls: ZoomCalls, server: FakeZoom, tmp_path: Path
) -> None:
    server.faults.next(MEETINGS, faults.CAPTIVE_PORTAL)
    with pytest.raises(Offline):
        calls.create(DRAFT)
    assert not (tmp_path / "zoom-today.txt").exists()
    server.faults.next(MEETINGS, faults.DROP_ANSWER)
    with pytest.raises(Unclear):
        calls.create(DRAFT)
    assert (tmp_path / "zoom-today.txt").exists()


def test_waiting_ends_at_once_when_the_person_stops_it(calls: ZoomCalls, server: FakeZoom) -> None:
    server.faults.next(ME, faults.too_many({"Retry-After": "60"}))
    work = Work()
    stopping = threading.Timer(0.05, work.cancel)
    stopping.start()
    with pytest.raises(Cancelled):
        calls.during(work).profile()
    stopping.join()


def test_many_threads_ask_at_once_and_leave_no_more_connections_than_they_were(
    calls: ZoomCalls, server: FakeZoom
) -> None:
    names: list[str] = []
    for _ in range(3):
        threads = [
            threading.Thread(target=lambda: names.append(calls.profile().name)) for _ in range(4)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert names == ["Host Example"] * 12
    assert 1 <= len(calls.client._sessions._idle) <= 4


def test_no_token_and_nothing_personal_is_in_the_log(
    calls: ZoomCalls, server: FakeZoom, access: GivenAccess, tmp_path: Path
) -> None:
    calls.meetings(Kind.MEETING)
    calls.profile()
    profile, listing = calls.client._log.latest(9)
    assert (profile.service, profile.method, profile.status) == ("Zoom", "GET", 200)
    assert profile.address == f"{server.api_url}/users/me"
    assert listing.address == f"{server.api_url}/users/me/meetings?type=…&page_size=…"
    for file in tmp_path.rglob("*"):
        assert file.is_dir() or access.at_hand.encode() not in file.read_bytes()


def test_another_password_file_on_this_computer_signs_nothing(
    calls: ZoomCalls, server: FakeZoom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login anna password other", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    calls.profile()
    assert server.asked[-1].headers["authorization"].startswith("Bearer ")


def test_a_cookie_is_not_sent_back(calls: ZoomCalls, server: FakeZoom) -> None:
    cookie = faults.answering(200, {"id": "a"}).answer
    assert cookie
    server.faults.next(
        ME, Fault(Harm.REPLACE, answer=cookie.with_headers({"Set-Cookie": "track=1; Path=/"}))
    )
    calls.profile()
    calls.profile()
    assert "cookie" not in server.asked[-1].headers


def test_every_error_says_what_to_do_next(calls: ZoomCalls, server: FakeZoom) -> None:
    for fault in (faults.CAPTIVE_PORTAL, faults.answering(404, {}), faults.answering(403, {})):
        server.faults.next(ME, fault)
        with pytest.raises(CpdError) as told:
            calls.profile()
        assert len(str(told.value.advice)) > 10


@contextmanager
def _not_zoom() -> Iterator[int]:
    """Somebody who speaks no TLS at all, which is refused like a wrong certificate."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(2)

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

        thread = threading.Thread(target=answer)
        thread.start()
        yield listening.getsockname()[1]
        thread.join()
