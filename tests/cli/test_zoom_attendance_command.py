"""`cpd zoom attendance pull` fetches who came, asks again, and says where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from tests.cli.conftest import CommandAtZoom

ANA = Person("Ana Ruiz", waited=1)


@pytest.fixture
def held(cpd: CommandAtZoom) -> tuple[int, int]:
    """Hold the meeting of an event; return the ids of event and session."""
    cpd.connect()
    event, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd.hold(number, ANA)
    return event, session


def test_two_equal_readings_settle_the_report(cpd: CommandAtZoom, held: tuple[int, int]) -> None:
    event, session = held
    (first,) = cpd("zoom", "attendance", "pull", event, code=4)["sessions"]
    assert (first["session"], first["read"], first["settled"]) == (session, True, False)
    assert (first["rows"], first["waiting"]) == (3, 1)
    assert first["next_read"] > cpd.clock.now().isoformat()
    (second,) = cpd("zoom", "attendance", "pull", event)["sessions"]
    assert (second["settled"], second["next_read"]) == (True, None)
    assert second["instance"] == first["instance"]
    calls = len(cpd.zoom.asked)
    (kept,) = cpd("zoom", "attendance", "pull", event)["sessions"]
    assert kept == second | {"read": False}
    assert "participants" not in " ".join(each.path for each in cpd.zoom.asked[calls:])
    (again,) = cpd("zoom", "attendance", "pull", event, "--again")["sessions"]
    assert again == second


def test_it_waits_until_the_report_is_whole_when_told_to(
    cpd: CommandAtZoom, held: tuple[int, int]
) -> None:
    began = cpd.clock.now()
    (row,) = cpd("zoom", "attendance", "pull", held[0], "--wait")["sessions"]
    assert row["settled"]
    assert cpd.clock.now() > began
    told = cpd.lines("zoom", "attendance", "pull", held[0])
    assert told.startswith(f"session {held[1]}: 3 rows, 1 of them in the waiting room. The report")


def test_a_meeting_that_was_not_held_is_not_waited_for_all_day(cpd: CommandAtZoom) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    cpd("zoom", "meeting", "create", session)
    cpd.clock.move(days=10, hours=8)
    (row,) = cpd("zoom", "attendance", "pull", event, "--wait", code=4)["sessions"]
    assert (row["session"], row["instance"], row["rows"]) == (session, None, 0)
    assert row["says"].startswith("Zoom knows of no meeting that was held")


def test_without_an_answer_nothing_is_lost_and_the_next_time_it_goes_on(
    cpd: CommandAtZoom, held: tuple[int, int]
) -> None:
    cpd.zoom.faults.next("/v2/", faults.status(503), times=1000)
    (row,) = cpd("zoom", "attendance", "pull", held[0], code=4)["sessions"]
    assert row["says"].startswith("Zoom has a fault of its own")
    cpd.zoom.faults.waiting.clear()
    cpd.zoom.faults.next("/v2/", faults.DROP, times=1000)
    assert cpd("zoom", "attendance", "pull", held[0], code=1)["error"] == "Offline"
    cpd.zoom.faults.waiting.clear()
    cpd("zoom", "attendance", "pull", held[0], code=4)
    cpd("zoom", "attendance", "pull", held[0])


def test_an_event_without_a_meeting_is_said(cpd: CommandAtZoom) -> None:
    event, _ = cpd.an_event()
    told = cpd("zoom", "attendance", "pull", event, code=1)
    assert told["message"].startswith(f"Event {event} has no meeting at Zoom.")


def test_a_session_of_another_event_is_refused(cpd: CommandAtZoom, held: tuple[int, int]) -> None:
    told = cpd("zoom", "attendance", "pull", held[0], "--session", 99, code=1)
    assert told["message"].startswith(f"Event {held[0]} has no session 99.")


def test_without_a_sign_in_nobody_is_fetched_and_the_exit_code_says_why(
    cpd: CommandAtZoom, held: tuple[int, int]
) -> None:
    cpd("zoom", "disconnect")
    assert cpd("zoom", "attendance", "pull", held[0], code=3)["error"] == "NeedsSignIn"


def test_polling_fetches_what_is_due_and_moves_the_event_on(
    cpd: CommandAtZoom, held: tuple[int, int]
) -> None:
    _, session = held
    cpd.clock.move(minutes=5)
    told = cpd("zoom", "poll")
    assert [each["session"] for each in told["sessions"]] == [session]
    assert (told["failed"], told["stopped"]) == ([], None)
    cpd.clock.move(hours=1)
    assert cpd("zoom", "poll")["sessions"][0]["settled"]
    assert cpd("zoom", "poll")["sessions"] == []
    assert "0 failed" in cpd.lines("zoom", "poll")


def test_polling_without_a_sign_in_says_so_by_its_exit_code(
    cpd: CommandAtZoom, held: tuple[int, int]
) -> None:
    cpd("zoom", "disconnect")
    cpd.clock.move(hours=1)
    told = cpd("zoom", "poll", code=3)
    assert "not connected" in told["stopped"].lower()
