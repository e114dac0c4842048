from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cpd_desktop.domain.errors import Conflict, Invalid, NotFound
from cpd_desktop.domain.people import PersonDraft, RegistrationStatus
from tests.drafts import a_draft

if TYPE_CHECKING:
    from cpd_desktop.services.events import Events
    from cpd_desktop.services.registrations import Registrations


@pytest.fixture
def event(events: Events) -> int:
    return events.add(a_draft()).value.id


def test_a_place_is_confirmed_and_has_a_reference(registrations: Registrations, event: int) -> None:
    made = registrations.add(event, PersonDraft(" Zoë  Müller", "ZOE@x.example")).value
    assert (made.name, made.email) == ("Zoë Müller", "zoe@x.example")
    assert made.status is RegistrationStatus.CONFIRMED
    assert made.reference == f"{event}-1"


def test_the_same_person_is_known_again_on_another_event(
    registrations: Registrations, events: Events, event: int
) -> None:
    other = events.add(a_draft("Other")).value.id
    first = registrations.add(event, PersonDraft("Zoë Müller", "zoe@x.example")).value
    second = registrations.add(other, PersonDraft("zoe muller", "Zoe@x.example")).value
    assert first.person_id == second.person_id


def test_two_people_with_one_mailbox_stay_two_people(
    registrations: Registrations, event: int
) -> None:
    one = registrations.add(event, PersonDraft("Anna", "team@x.example")).value
    two = registrations.add(event, PersonDraft("Ben", "team@x.example")).value
    assert one.person_id != two.person_id


def test_namesakes_without_an_address_are_not_taken_for_each_other(
    registrations: Registrations, event: int
) -> None:
    one = registrations.add(event, PersonDraft("Anna Nowak")).value
    two = registrations.add(event, PersonDraft("Anna Nowak")).value
    assert one.person_id != two.person_id


def test_nobody_gets_two_places_on_one_event(registrations: Registrations, event: int) -> None:
    registrations.add(event, PersonDraft("Anna", "a@x.example"))
    with pytest.raises(Conflict, match="Anna has a place"):
        registrations.add(event, PersonDraft("Anna", "a@x.example"))
    assert len(registrations.on(event)) == 1


def test_a_reference_belongs_to_one_person(registrations: Registrations, event: int) -> None:
    registrations.add(event, PersonDraft("Anna"), f"{event}-2")
    with pytest.raises(Conflict, match="belongs to somebody else"):
        registrations.add(event, PersonDraft("Ben"), f"{event}-2")
    assert registrations.add(event, PersonDraft("Cem")).value.reference == f"{event}-3"


def test_many_are_added_in_one_step_or_none(registrations: Registrations, event: int) -> None:
    with pytest.raises(Invalid):
        registrations.add_all(event, [PersonDraft("Anna"), PersonDraft("Ben", "no address")])
    assert registrations.on(event) == []
    assert registrations.people_ids() == registrations.people_ids("nobody")
    done = registrations.add_all(event, [PersonDraft("Ben"), PersonDraft("Anna")])
    assert done.value == 2
    assert [each.name for each in registrations.on(event)] == ["Anna", "Ben"]


def test_an_unknown_event_has_no_places(registrations: Registrations) -> None:
    with pytest.raises(NotFound):
        registrations.on(9)
    with pytest.raises(NotFound):
        registrations.add(9, PersonDraft("Anna"))


def test_people_are_found_by_name_and_address(registrations: Registrations, event: int) -> None:
    registrations.add_all(event, [PersonDraft("Zoë", "z@one.example"), PersonDraft("Adam")])
    ids = registrations.people_ids(sort="name")
    found = registrations.people(ids)
    assert [found[number].name for number in ids] == ["Adam", "Zoë"]
    (zoe,) = registrations.people_ids("one zoe")
    assert registrations.people([zoe])[zoe].events == 1
    assert list(registrations.people_ids(sort="events", descending=True))
