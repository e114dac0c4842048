"""`cpd zoom meeting` makes, changes and deletes what belongs to a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.zoom import faults
from tests.fakes.zoom.holding import Person

if TYPE_CHECKING:
    from tests.cli.conftest import CommandAtZoom


def test_a_meeting_is_made_shown_and_listed_with_its_link(cpd: CommandAtZoom) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    made = cpd("zoom", "meeting", "create", session, "--passcode", "sesame", "--recording", "cloud")
    assert (made["event"], made["session"], made["state"]) == (event, session, "there")
    assert (made["registration"], made["waiting_room"]) == ("automatic", True)
    assert (made["passcode"], made["recording"]) == ("sesame", "cloud")
    assert made["start"] == "2026-12-01T14:00:00+00:00"
    assert made["join_link"].startswith(cpd.zoom.address)
    assert cpd.meeting(made["number"]).topic == "Wound care"
    assert cpd("zoom", "meeting", "show", session) == made
    assert cpd("zoom", "meeting", "list") == [made]
    told = cpd.lines("zoom", "meeting", "show", session)
    assert told.startswith(f"{made['number']}  Wound care (meeting, once, there; session {session}")
    assert made["join_link"] in told


def test_without_a_sign_in_the_plan_is_kept_and_the_exit_code_says_so(cpd: CommandAtZoom) -> None:
    _, session = cpd.an_event()
    planned = cpd("zoom", "meeting", "create", session, code=3)
    assert (planned["state"], planned["number"]) == ("to make", None)
    assert "not connected" in planned["says"].lower()
    cpd.connect()
    sent = cpd("zoom", "sync")
    assert (sent["made"], sent["waiting"], sent["stopped"]) == (1, [], None)
    assert cpd("zoom", "meeting", "show", session)["state"] == "there"


def test_while_zoom_does_not_answer_it_waits_and_goes_later(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    cpd("zoom", "meeting", "create", session)
    cpd.zoom.faults.next("/v2/", faults.status(503), times=1000)
    held_up = cpd("zoom", "meeting", "update", session, "--no-waiting-room", code=4)
    assert (held_up["state"], held_up["waiting_room"]) == ("to change", False)
    cpd.zoom.faults.waiting.clear()
    cpd.clock.move(minutes=5)
    assert cpd("zoom", "sync")["changed"] == 1


def test_all_sessions_of_an_event_can_share_one_link(cpd: CommandAtZoom) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    times = ("--start", "2026-12-03T10:00", "--end", "2026-12-03T11:00")
    second = cpd("session", "add", event, *times)["id"]
    made = cpd("zoom", "meeting", "create", session, "--for-all")
    assert (made["session"], made["rhythm"]) == (None, "no fixed time")
    assert cpd("zoom", "meeting", "show", second) == made
    again = cpd("zoom", "meeting", "create", second, code=1)
    assert again["error"] == "Conflict"


def test_a_meeting_that_is_gone_at_zoom_is_made_again_on_request(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    twice = cpd("zoom", "meeting", "create", session, code=1)
    assert twice["message"].startswith(f"Session {session} has a meeting already.")
    cpd.meeting(number).deleted = True
    assert cpd("zoom", "meeting", "update", session, code=4)["state"] == "gone"
    told = cpd("zoom", "meeting", "create", session, code=1)
    assert "Zoom does not have this meeting any more" in told["message"]
    made = cpd("zoom", "meeting", "create", session, "--again")
    assert made["state"] == "there"
    assert made["number"] != number


def test_an_update_that_could_not_look_at_zoom_says_so(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    cpd("zoom", "meeting", "create", session)
    cpd("zoom", "disconnect")
    told = cpd("zoom", "meeting", "update", session, code=3)
    assert "not connected" in told["says"].lower()


def test_only_what_is_named_is_changed(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    cpd("zoom", "meeting", "create", session, "--passcode", "sesame")
    changed = cpd("zoom", "meeting", "update", session, "--join-before-host")
    assert (changed["join_before_host"], changed["waiting_room"]) == (True, False)
    assert (changed["passcode"], changed["state"]) == ("sesame", "there")


def test_what_was_changed_at_zoom_is_shown_beside_ours_until_one_is_taken(
    cpd: CommandAtZoom,
) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd.meeting(number).topic = "Wounds"
    cpd.meeting(number).duration = 90
    told = cpd.lines("zoom", "meeting", "update", session, code=4)
    assert "topic (Topic)      Wound care  Wounds" in told
    assert "minutes (Minutes)  120         90" in told
    shown = cpd("zoom", "meeting", "show", session)
    assert shown["state"] == "conflict"
    assert shown["differences"] == [
        {"field": "topic", "label": "Topic", "here": "Wound care", "zoom": "Wounds",
         "changed_by": "zoom"},
        {"field": "minutes", "label": "Minutes", "here": 120, "zoom": 90, "changed_by": "zoom"},
    ]  # fmt: skip
    refused = cpd("zoom", "meeting", "update", session, "--take", "passcode", code=1)
    assert refused["message"].startswith("Zoom has nothing else for: passcode.")
    settled = cpd("zoom", "meeting", "update", session, "--take", "minutes")
    assert (settled["state"], settled["minutes"], settled["topic"]) == ("there", 90, "Wound care")
    assert cpd.meeting(number).topic == "Wound care"


def test_ours_can_hold_throughout(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd.meeting(number).topic = "Wounds"
    assert cpd("zoom", "meeting", "update", session, "--take", "none")["state"] == "there"
    assert cpd.meeting(number).topic == "Wound care"


def test_a_meeting_is_deleted_at_zoom_or_kept_there(cpd: CommandAtZoom) -> None:
    cpd.connect()
    _, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    kept = cpd("zoom", "meeting", "delete", session, "--keep")
    assert (kept["number"], kept["deleted"], kept["kept_at_zoom"]) == (number, False, True)
    assert not cpd.meeting(number).deleted
    number = cpd("zoom", "meeting", "create", session)["number"]
    assert cpd("zoom", "meeting", "delete", session)["deleted"]
    assert cpd.meeting(number).deleted
    assert cpd("zoom", "meeting", "show", session, code=1)["error"] == "NotFound"


def test_a_meeting_whose_report_was_not_fetched_is_deleted_only_on_request(
    cpd: CommandAtZoom,
) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd.hold(number, Person("Ana Ruiz"))
    told = cpd("zoom", "meeting", "delete", session, code=1)
    assert f"cpd zoom attendance pull {event}" in told["message"]
    assert not cpd.meeting(number).deleted
    assert cpd("zoom", "meeting", "delete", session, "--even-unfetched")["deleted"]


def test_what_is_at_zoom_can_be_listed_taken_over_and_made_an_event(cpd: CommandAtZoom) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd("zoom", "meeting", "delete", session, "--keep")
    (listed,) = cpd("zoom", "meeting", "list", "--at-zoom")
    assert (listed["number"], listed["topic"], listed["event"]) == (number, "Wound care", None)
    grouped = f"{number // 10**7} {number // 10**4 % 1000} {number % 10**4}"
    adopted = cpd("zoom", "meeting", "adopt", grouped, "--event", event, "--session", session)
    assert (adopted["number"], adopted["state"]) == (number, "there")
    assert cpd("zoom", "meeting", "list", "--at-zoom")[0]["event"] == event
    assert cpd("zoom", "event", number, code=1)["error"] == "Conflict"
    cpd("zoom", "meeting", "delete", session, "--keep")
    made = cpd("zoom", "event", number)
    assert (made["title"], made["sessions"][0]["start"]) == (
        "Wound care",
        "2026-12-01T14:00:00+00:00",
    )
