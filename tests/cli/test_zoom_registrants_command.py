"""`cpd zoom registrants` sends people to Zoom, brings them here, and lets them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.meetings import Kind, MeetingNumber
from cpd_desktop.domain.registrants import Applicant
from tests.adapters.zoom.calls.waiting import GivenAccess, Waiting, calling, signing_in
from tests.fakes.zoom.apps import USER_SCOPES

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import CommandAtZoom


@pytest.fixture
def newcomer(cpd: CommandAtZoom, tmp_path: Path) -> NewcomerAtZoom:
    return NewcomerAtZoom(cpd, tmp_path)


class NewcomerAtZoom:
    """Registers somebody at Zoom past us, as a registration page would."""

    def __init__(self, cpd: CommandAtZoom, place: Path) -> None:
        self._cpd = cpd
        self._place = place

    def __call__(self, number: int, first: str, last: str) -> None:
        access = GivenAccess(self._cpd.zoom.api_url, signing_in(self._cpd.zoom, USER_SCOPES))
        with calling(access, self._place, Waiting(self._cpd.clock)) as calls:
            email = f"{first.lower()}@example.net"
            at = MeetingNumber(Kind.MEETING, number)
            calls.register(at, Applicant(email, first, last))


def reference(cpd: CommandAtZoom, event: int, name: str) -> str:
    listed = cpd("registration", "list", event)
    return next(str(each["reference"]) for each in listed if each["name"] == name)


def test_everybody_with_a_place_is_registered_and_who_cancelled_is_taken_off(
    cpd: CommandAtZoom,
) -> None:
    cpd.connect()
    event, session = cpd.an_event("Ana Ruiz")
    number = cpd("zoom", "meeting", "create", session)["number"]
    cpd("registration", "cancel", event, reference(cpd, event, "Ana Ruiz"))
    cpd("registration", "add", event, "--name", "Tom Becker", "--email", "tom@example.org")
    pushed = cpd("zoom", "registrants", "push", event)
    assert (pushed["registered"], pushed["cancelled"], pushed["waiting"]) == (1, 1, [])
    there = cpd.meeting(number).registrants.values()
    assert sorted((each.email, each.status) for each in there) == [
        ("ana@example.org", "denied"),
        ("tom@example.org", "approved"),
    ]
    assert cpd("zoom", "meeting", "show", session)["seats"] == 1


def test_who_cannot_be_registered_is_named_and_the_exit_code_says_in_part(
    cpd: CommandAtZoom,
) -> None:
    cpd.connect()
    event, session = cpd.an_event("Ana Ruiz")
    cpd("registration", "add", event, "--name", "Li Wei")
    made = cpd("zoom", "meeting", "create", session)
    assert (made["state"], made["seats"]) == ("there", 1)
    pushed = cpd("zoom", "registrants", "push", event, code=4)
    (waits,) = pushed["waiting"]
    assert (waits["what"], waits["why"]) == (
        "Register Li Wei at Zoom",
        "Li Wei has no e-mail address, which Zoom needs.",
    )
    assert "waits: Register Li Wei at Zoom: Li Wei has no" in cpd.lines("zoom", "sync", code=4)


def test_who_registered_at_zoom_is_brought_in_and_let_in(
    cpd: CommandAtZoom, newcomer: NewcomerAtZoom
) -> None:
    cpd.connect()
    event, session = cpd.an_event()
    number = cpd("zoom", "meeting", "create", session, "--registration", "manual")["number"]
    newcomer(number, "Ana", "Ruiz")
    newcomer(number, "Tom", "Becker")
    pulled = cpd("zoom", "registrants", "pull", event)
    assert (pulled["read"], pulled["added"], pulled["skipped"]) == (2, 2, [])
    assert {each["status"] for each in cpd("registration", "list", event)} == {"pending"}
    approved = cpd("zoom", "registrants", "approve", event, reference(cpd, event, "Ana Ruiz"))
    denied = cpd("zoom", "registrants", "deny", event, reference(cpd, event, "Tom Becker"))
    assert (approved["approved"], denied["cancelled"]) == (1, 1)
    there = cpd.meeting(number).registrants.values()
    assert {each.name: each.status for each in there} == {
        "Ana Ruiz": "approved",
        "Tom Becker": "denied",
    }


def test_an_event_that_is_not_there_is_said(cpd: CommandAtZoom) -> None:
    for deed in ("push", "pull"):
        assert cpd("zoom", "registrants", deed, 99, code=1)["error"] == "NotFound"
