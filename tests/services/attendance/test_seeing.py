"""Noting by hand who was in a session, and taking that back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.attendance.outcomes import Result
from cpd_desktop.domain.attendance.sightings import Seen
from cpd_desktop.domain.check_in import How
from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.services.check_in import CheckIns
from cpd_desktop.services.merging import Merging
from tests.drafts import STARTS, a_draft, a_session

if TYPE_CHECKING:
    from cpd_desktop.services.history import History
    from tests.attended import Scene

TOM = ("Tom Becker", "tom@x.example")
LISA = ("Lisa Klein", "lisa@x.example")
EARLY = Seen(left=STARTS + timedelta(minutes=60))


@pytest.fixture
def morning(scene: Scene) -> int:
    scene.hold(
        a_draft(
            "Wound care",
            a_session("Morning"),
            a_session("Afternoon", starts=STARTS + timedelta(hours=4)),
        )
    )
    scene.register(TOM, LISA)
    return scene.events.get(scene.event).sessions[0].id


def test_many_are_noted_at_once_and_it_is_taken_back_in_one_step(
    scene: Scene, morning: int, history: History
) -> None:
    keys = list(scene.places.values())
    done = scene.attendance.see(scene.event, keys, morning, Seen(), "all signed the sheet")
    assert [each.outcome.minutes for each in scene.found().people] == [120, 120]
    tom = scene.person(TOM[1])
    assert (tom.method, tom.result, tom.outcome.percent) == ("hand", Result.PARTIAL, 50)
    assert "anna (test) noted on 2026-12-02" in str(tom.evidence[0])
    assert done.entry
    history.undo(done.entry)
    assert scene.person(TOM[1]).result is Result.REVIEW


def test_somebody_who_checked_in_and_left_early_has_the_time_they_were_there(
    scene: Scene, morning: int
) -> None:
    tom = scene.places[TOM[1]]
    CheckIns(scene.db, scene.clock).check_in(morning, tom, How.SCAN)
    scene.attendance.see(scene.event, [tom], morning, EARLY, "had to catch a train")
    assert [each.seconds // 60 for each in scene.person(TOM[1]).stays] == [60, 0]
    assert scene.person(TOM[1]).method == "hand"
    scene.attendance.see(scene.event, [tom], morning, Seen(absent=True), "a colleague signed")
    assert scene.person(TOM[1]).result is Result.ABSENT
    assert scene.person(TOM[1]).method == ""
    assert len(scene.person(TOM[1]).evidence) == 2
    scene.attendance.see(scene.event, [tom], morning, None)
    assert (scene.person(TOM[1]).method, scene.person(TOM[1]).outcome.minutes) == ("check-in", 120)


def test_what_cannot_be_noted_changes_nothing(scene: Scene, morning: int) -> None:
    keys = [scene.places[TOM[1]]]
    with pytest.raises(Invalid, match="Say why"):
        scene.attendance.see(scene.event, keys, morning, Seen())
    with pytest.raises(NotFound, match="no session 99"):
        scene.attendance.see(scene.event, keys, 99, Seen(), "w")
    with pytest.raises(NotFound, match="no registration 99"):
        scene.attendance.see(scene.event, [*keys, 99], morning, Seen(), "w")
    assert scene.person(TOM[1]).place.sightings == ()


def test_a_session_somebody_was_in_cannot_be_removed(scene: Scene, morning: int) -> None:
    scene.attendance.see(scene.event, scene.places.values(), morning, Seen(), "w")
    with pytest.raises(Conflict, match="attended by 2 persons"):
        scene.events.change(scene.event, a_draft("Wound care", a_session("Other")))


def test_two_entries_that_are_one_person_were_where_either_was(scene: Scene, morning: int) -> None:
    tom, lisa = (scene.places[key] for key in (TOM[1], LISA[1]))
    afternoon = scene.events.get(scene.event).sessions[1].id
    scene.attendance.see(scene.event, [tom], morning, EARLY, "w")
    scene.attendance.see(scene.event, [lisa], morning, Seen(), "w")
    scene.attendance.see(scene.event, [lisa], afternoon, Seen(), "w")
    people = [scene.person(key).place.registrant.person for key in (TOM[1], LISA[1])]
    Merging(scene.db).merge(*people)
    assert [each.seconds // 60 for each in scene.person(TOM[1]).stays] == [60, 120]
