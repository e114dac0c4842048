"""What services may rely on about registrants, against a Zoom that refuses what Zoom does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Invalid, NotAllowed
from cpd_desktop.domain.meetings import Approval, Kind
from cpd_desktop.domain.registrants import Applicant, FormQuestion, Registrant, Standing, Verdict
from cpd_desktop.domain.zoom_errors import GoneAtZoom, TooOften
from tests.adapters.zoom.calls.waiting import a_meeting

if TYPE_CHECKING:
    from cpd_desktop.adapters.zoom.calls import ZoomCalls
    from tests.fakes.zoom.server import FakeZoom

KINDS = list(Kind)
ANN = Applicant("ann@clinic.example", "Ann", "Novák", "Clinic", "Nurse", "5550100")


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_gets_a_link_of_their_own_and_keeps_it(calls: ZoomCalls, kind: Kind) -> None:
    at = calls.create(a_meeting(kind)).at
    seat = calls.register(at, ANN)
    assert seat.registrant
    assert seat.join_link
    assert calls.register(at, ANN) == seat
    (found,) = calls.registrants(at, Standing.APPROVED)
    assert found.registered_at
    assert replace(found, registered_at=None) == Registrant(
        seat.registrant, "ann@clinic.example", "Ann", "Novák", Standing.APPROVED, seat.join_link,
        organisation="Clinic", job_title="Nurse", phone="5550100",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_who_waits_is_let_in_or_not(calls: ZoomCalls, kind: Kind) -> None:
    at = calls.create(a_meeting(kind, approval=Approval.MANUAL)).at
    people = [replace(ANN, email=f"p{number}@clinic.example") for number in range(33)]
    seats = [calls.register(at, each) for each in people]
    assert {seat.join_link for seat in seats} == {""}
    assert len(calls.registrants(at, Standing.PENDING)) == 33
    whom = [(seat.registrant, each.email) for seat, each in zip(seats, people, strict=True)]
    calls.decide(at, Verdict.APPROVE, whom[:32])
    calls.decide(at, Verdict.DENY, whom[32:])
    approved = calls.registrants(at, Standing.APPROVED)
    assert len(approved) == 32
    assert all(each.join_link for each in approved)
    calls.decide(at, Verdict.CANCEL, whom[:1])
    denied = calls.registrants(at, Standing.DENIED)
    assert {each.email for each in denied} == {"p0@clinic.example", "p32@clinic.example"}


def test_the_thirty_first_registrant_is_not_forgotten(calls: ZoomCalls) -> None:
    at = calls.create(a_meeting()).at
    emails = {f"p{number}@clinic.example" for number in range(31)}
    for email in emails:
        calls.register(at, replace(ANN, email=email))
    assert {each.email for each in calls.registrants(at, Standing.APPROVED)} == emails


def test_answers_to_questions_of_ones_own_come_along(calls: ZoomCalls, server: FakeZoom) -> None:
    at = calls.create(a_meeting()).at
    server.site.book.meetings[at.number].asked_for = {
        "questions": [{"field_name": "org", "required": True}],
        "custom_questions": [
            {"title": "Ward?", "type": "single", "required": True, "answers": ["A", "B"]},
            {"title": "Diet?", "type": "short", "required": False},
        ],
    }
    assert calls.form(at) == [
        FormQuestion("org", required=True, own=False),
        FormQuestion("Ward?", required=True, own=True, options=("A", "B")),
        FormQuestion("Diet?", required=False, own=True),
    ]
    answers = (("city", "Leeds"), ("comments", "No nuts"), ("Ward?", "B"))
    calls.register(at, replace(ANN, answers=answers))
    (found,) = calls.registrants(at, Standing.APPROVED)
    assert tuple(each for each in found.answers if each[1]) == answers


def test_the_fourth_registration_of_a_day_is_refused_here(
    calls: ZoomCalls, server: FakeZoom
) -> None:
    at = calls.create(a_meeting()).at
    for _ in range(3):
        calls.register(at, ANN)
    asked = len(server.asked)
    with pytest.raises(TooOften, match="3 times a day"):
        calls.register(at, ANN)
    assert len(server.asked) == asked


def test_the_eleventh_decision_of_a_day_is_refused_here(calls: ZoomCalls, server: FakeZoom) -> None:
    at = calls.create(a_meeting(approval=Approval.MANUAL)).at
    whom = [(calls.register(at, ANN).registrant, ANN.email)]
    for verdict in [Verdict.APPROVE, Verdict.DENY] * 5:
        calls.decide(at, verdict, whom)
    asked = len(server.asked)
    with pytest.raises(TooOften, match="10 times a day"):
        calls.decide(at, Verdict.APPROVE, whom)
    assert len(server.asked) == asked


def test_nobody_registers_where_registration_is_off(calls: ZoomCalls) -> None:
    at = calls.create(a_meeting(approval=Approval.NONE)).at
    with pytest.raises((NotAllowed, GoneAtZoom, Invalid)) as told:
        calls.register(at, ANN)
    assert "egistration" in str(told.value)
