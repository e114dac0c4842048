from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.check_in import How, NotExpected, Present
from cpd_desktop.domain.errors import Invalid, NotFound
from cpd_desktop.domain.registrations import RegistrationStatus
from cpd_desktop.domain.words import Sentence
from cpd_desktop.services.check_in import CheckIns
from tests.drafts import STARTS, a_draft, a_session, somebody

if TYPE_CHECKING:
    from cpd_desktop.domain.events import Event
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.history import History
    from cpd_desktop.services.registrations import Registrations
    from cpd_desktop.store.database import Database
    from tests.clock import FixedClock


def read_badge(text: str) -> str:
    if not text.startswith("CPD:"):
        raise Invalid({"code": Sentence("tests", "No badge.")})
    return text.removeprefix("CPD:")


@pytest.fixture
def check_ins(db: Database, clock: FixedClock) -> CheckIns:
    return CheckIns(db, clock, read_badge)


@pytest.fixture
def event(events: Events) -> Event:
    second = a_session("Day 2", starts=STARTS + timedelta(days=1))
    return events.add(a_draft("Wound care", a_session("Day 1"), second)).value


@pytest.fixture
def people(registrations: Registrations, event: Event) -> list[int]:
    given = [
        somebody("Ann Lee", reference="12"),
        somebody("Ben Lee"),
        somebody("Cem", status=RegistrationStatus.CANCELLED),
    ]
    return [registrations.add(event.id, each).value.id for each in given]


def first(event: Event) -> int:
    return event.sessions[0].id


def test_whoever_comes_twice_is_told_and_counted_once(
    check_ins: CheckIns, event: Event, people: list[int], clock: FixedClock
) -> None:
    came = check_ins.check_in(first(event), people[0], How.SCAN)
    assert (came.value.name, came.value.at, came.value.again) == ("Ann Lee", clock.now(), False)
    clock.move(minutes=5)
    twice = check_ins.check_in(first(event), people[0], How.HAND)
    assert twice.value.again
    assert (twice.value.at, twice.value.how) == (came.value.at, How.SCAN)
    assert not twice.changes
    assert check_ins.counts(event.id)[first(event)] == Present(1, 2)


def test_sessions_are_counted_apart(check_ins: CheckIns, event: Event, people: list[int]) -> None:
    check_ins.check_in(event.sessions[1].id, people[0], How.HAND)
    assert [check_ins.counts(event.id)[each.id].here for each in event.sessions] == [0, 1]


def test_whoever_has_no_place_is_not_let_in(
    check_ins: CheckIns, registrations: Registrations, event: Event, people: list[int]
) -> None:
    with pytest.raises(NotExpected, match="Cem is cancelled, so has no place here"):
        check_ins.check_in(first(event), people[2], How.HAND)
    registrations.confirm([people[2]])
    assert not check_ins.check_in(first(event), people[2], How.HAND).value.again


def test_a_check_in_is_taken_back_by_hand_and_by_undo(
    check_ins: CheckIns, history: History, event: Event, people: list[int]
) -> None:
    entry = check_ins.check_in(first(event), people[0], How.HAND).changes.entry
    assert entry is not None
    history.undo(entry)
    assert check_ins.latest(first(event)) == []
    check_ins.check_in(first(event), people[0], How.HAND)
    check_ins.undo(first(event), people[0])
    assert check_ins.counts(event.id)[first(event)].here == 0
    with pytest.raises(NotFound, match="Ann Lee is not checked in"):
        check_ins.undo(first(event), people[0])


def test_the_session_must_be_of_the_event(
    check_ins: CheckIns, events: Events, event: Event, people: list[int]
) -> None:
    other = events.add(a_draft("Other")).value
    with pytest.raises(NotFound, match="has no session"):
        check_ins.check_in(first(other), people[0], How.HAND)


@pytest.mark.parametrize("typed", ["12", "reg-2026-0001", "CPD:REG-2026-0001", " ann "])
def test_somebody_is_found_by_number_reference_badge_or_name(
    check_ins: CheckIns, event: Event, people: list[int], typed: str
) -> None:
    found = check_ins.find(event.id, first(event), typed)
    assert found.first is not None
    assert found.first.name == "Ann Lee"


def test_nobody_is_guessed_between_two(
    check_ins: CheckIns, event: Event, people: list[int]
) -> None:
    found = check_ins.find(event.id, first(event), "lee")
    assert [each.name for each in found.places] == ["Ann Lee", "Ben Lee"]
    assert found.first is None
    check_ins.check_in(first(event), people[0], How.HAND)
    found = check_ins.find(event.id, first(event), "lee")
    assert [each.name for each in found.places] == ["Ben Lee", "Ann Lee"]
    assert found.first is not None
    assert found.first.name == "Ben Lee"


def test_an_internal_number_finds_nobody(
    check_ins: CheckIns, event: Event, people: list[int]
) -> None:
    assert not check_ins.find(event.id, first(event), "999").places
    assert not check_ins.find(event.id, first(event), str(people[1])).exact


def test_the_last_to_come_are_listed_first(
    check_ins: CheckIns, event: Event, people: list[int]
) -> None:
    for key in people[:2]:
        check_ins.check_in(first(event), key, How.HAND)
    assert [each.name for each in check_ins.latest(first(event))] == ["Ben Lee", "Ann Lee"]


def test_people_come_to_the_session_that_is_on_or_next(
    check_ins: CheckIns, event: Event, clock: FixedClock
) -> None:
    one, two = (each.id for each in event.sessions)
    assert check_ins.session_now(event.id) == one
    clock.at = STARTS + timedelta(hours=3)
    assert check_ins.session_now(event.id) == two
    clock.at = STARTS + timedelta(days=9)
    assert check_ins.session_now(event.id) == two
