from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.registrations import RegistrationStatus
from tests.drafts import a_draft, somebody

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.people import People
    from cpd_desktop.services.registrations import Registrations


@pytest.fixture
def event(events: Events) -> int:
    return events.add(a_draft()).value.id


def test_a_place_is_confirmed_and_has_a_reference(registrations: Registrations, event: int) -> None:
    made = registrations.add(event, somebody(" Zoë  Müller", "ZOE@x.example")).value
    assert (made.name, made.email) == ("Zoë Müller", "zoe@x.example")
    assert made.status is RegistrationStatus.CONFIRMED
    assert made.reference == "REG-2026-0001"


def test_the_same_person_is_known_again_on_another_event(
    registrations: Registrations, events: Events, event: int
) -> None:
    other = events.add(a_draft("Other")).value.id
    first = registrations.add(event, somebody("Zoë Müller", "zoe@x.example")).value
    second = registrations.add(other, somebody("zoe muller", "Zoe@x.example")).value
    assert first.person_id == second.person_id


def test_two_people_with_one_mailbox_stay_two_people(
    registrations: Registrations, event: int
) -> None:
    one = registrations.add(event, somebody("Anna", "team@x.example")).value
    two = registrations.add(event, somebody("Ben", "team@x.example")).value
    assert one.person_id != two.person_id


def test_namesakes_without_an_address_are_not_taken_for_each_other(
    registrations: Registrations, event: int
) -> None:
    one = registrations.add(event, somebody("Anna Nowak")).value
    two = registrations.add(event, somebody("Anna Nowak")).value
    assert one.person_id != two.person_id


def test_nobody_gets_two_places_on_one_event(registrations: Registrations, event: int) -> None:
    registrations.add(event, somebody("Anna", "a@x.example"))
    with pytest.raises(Conflict, match="Anna has a place"):
        registrations.add(event, somebody("Anna", "a@x.example"))
    assert len(registrations.on(event)) == 1


def test_a_reference_belongs_to_one_person(registrations: Registrations, event: int) -> None:
    registrations.add(event, somebody("Anna", reference="A7"))
    with pytest.raises(Conflict, match="belongs to Anna"):
        registrations.add(event, somebody("Ben", reference="A7"))
    assert registrations.add(event, somebody("Cem")).value.reference == "REG-2026-0002"


def test_many_are_added_in_one_step_or_none(
    registrations: Registrations, people: People, event: int
) -> None:
    with pytest.raises(Invalid):
        registrations.add_all(event, [somebody("Anna"), somebody("Ben", "no address")])
    assert registrations.on(event) == []
    assert list(people.ids()) == []
    done = registrations.add_all(event, [somebody("Ben"), somebody("Anna")])
    assert done.value == 2
    assert [each.name for each in registrations.on(event)] == ["Anna", "Ben"]


def test_an_unknown_event_has_no_places(registrations: Registrations) -> None:
    with pytest.raises(NotFound):
        registrations.on(9)
    with pytest.raises(NotFound):
        registrations.add(9, somebody("Anna"))


def test_people_are_found_by_name_and_address(
    registrations: Registrations, people: People, event: int
) -> None:
    registrations.add_all(event, [somebody("Zoë", "z@one.example"), somebody("Adam")])
    ids = people.ids(sort="name")
    found = people.listed(ids)
    assert [found[number].name for number in ids] == ["Adam", "Zoë"]
    (zoe,) = people.ids("one zoe")
    assert people.listed([zoe])[zoe].events == 1


def test_people_are_sorted_by_how_many_places_they_have(
    events: Events, registrations: Registrations, people: People, event: int
) -> None:
    other = events.add(a_draft("Other")).value.id
    anna, ben = somebody("Anna", "anna@one.example"), somebody("Ben", "ben@two.example")
    registrations.add_all(event, [anna, ben, somebody("Cem", "cem@one.example")])
    registrations.add_all(other, [ben])

    def names(search: str = "", *, descending: bool = False) -> list[str]:
        ids = people.ids(search, sort="events", descending=descending)
        found = people.listed(ids)
        return [found[key].name for key in ids]

    assert names() == ["Anna", "Cem", "Ben"]
    assert names(descending=True) == ["Ben", "Anna", "Cem"]
    assert names("one.example", descending=True) == ["Anna", "Cem"]
